/** Variants: other ways to cut a row into cells, where a label was split over two cells or glued to its value. */
import { fold } from '../fold.ts';
import { endOfWords } from './mixed.ts';
import { type Text, textOf } from './texts.ts';

/** A row as found (cost 0), or cut otherwise. */
export interface Variant {
  readonly cells: readonly Text[];
  readonly cost: number;
  readonly cut?: 'split' | 'glued';
  /** By how many fields the cut has moved what stands right of it. */
  readonly pushed: number;
}

const SPLIT = 1;
const GLUED = 1.5;
/** How many fields behind its label a value that was glued to it may have stood. */
const VALUE_FIELDS = [1, 2, 3];
/** A label that a value is glued to must be long enough not to be the value's own first word. */
const SHORTEST_GLUED = 3;

/** All ways to cut a row that the form's labels give a reason for, the row as found first. */
export function variantsOf(cells: readonly Text[], labels: ReadonlySet<string>): Variant[] {
  const found: Variant = { cells, cost: 0, pushed: 0 };
  return [
    found,
    ...cells.flatMap((_, at) => [...rejoined(cells, at, labels), ...unglued(cells, at, labels)]),
  ];
}

/** Two neighbours that make a label together. What follows may have been pushed on by the cut, or not. */
function rejoined(cells: readonly Text[], at: number, labels: ReadonlySet<string>): Variant[] {
  const [first, second] = [cells[at], cells[at + 1]];
  if (first?.label === undefined || second?.label === undefined) return [];
  if (!labels.has(first.label.folded + second.label.folded)) return [];
  if (labels.has(first.label.folded) && labels.has(second.label.folded)) return [];
  const label = textOf(first.cell, first.text + second.text, first.column);
  return [0, -1].map((push) => ({
    cells: [...cells.slice(0, at), label, ...moved(cells.slice(at + 2), push)],
    cost: SPLIT,
    cut: 'split',
    pushed: push,
  }));
}

/**
 * A cell that begins with a label and is none itself: with the longest that it begins with, or what is left of that would
 * be taken for the value's. The value may have had a field of its own, or not.
 */
function unglued(cells: readonly Text[], at: number, labels: ReadonlySet<string>): Variant[] {
  const glued = cells[at] as Text;
  if (glued.placed !== undefined) return [];
  const start = fold(glued.text.slice(0, 60));
  const label = [...labels]
    .filter(({ length }) => length >= SHORTEST_GLUED)
    .reduce((longest, one) => (one.length > longest.length && start.startsWith(one) ? one : longest), '');
  if (label === '' || label === start) return [];
  const end = endOfWords(glued.text, label) ?? 0;
  const value = glued.text
    .slice(end)
    .replace(/^[\s:：]+/u, '')
    .trimEnd();
  if (value === '') return [];
  const words = textOf(glued.cell, glued.text.slice(0, end));
  return VALUE_FIELDS.flatMap((field) =>
    [0, 1].map((push): Variant => {
      const parts = [words, textOf(glued.cell, value, glued.column + field)];
      return {
        cells: [...cells.slice(0, at), ...parts, ...moved(cells.slice(at + 1), push)],
        cost: GLUED,
        cut: 'glued',
        pushed: push,
      };
    }),
  );
}

function moved(cells: readonly Text[], by: number): Text[] {
  return by === 0 ? [...cells] : cells.map((cell) => ({ ...cell, column: cell.column + by }));
}
