/** Pairs: whether a cell of the input may stand in a slot of the form, and what speaks against it. */
import { distance } from 'fastest-levenshtein';
import { fold } from '../fold.ts';
import { type Form, isLabel, pathsOf, type Slot } from '../form/form.ts';
import { agree, type Label, labelOf, namesOf } from '../form/labels.ts';
import type { Cell, Grid } from '../grid.ts';
import type { Kind } from '../vocabulary.ts';
import { withoutHtml } from './html.ts';
import type { Box } from './placement.ts';

/** A cell's text as found and, where it is short enough to be a label or a word of a list, as compared. */
export interface Text {
  readonly text: string;
  /** The column it is taken to stand in; a field may have been split or joined before it. */
  readonly column: number;
  /** The cell of the input it comes from. */
  readonly cell: Cell;
  /** What it costs to leave it: a remark about the sheet is easily left. */
  readonly leave?: number;
  readonly label?: Label;
  /** The box that a person has placed it in: it can be nothing else. */
  readonly placed?: Box;
}

/** No label or word of a list is longer, in characters. */
export const LONGEST_LABEL = 100;

export function textOf(cell: Cell, text = cell.text, column = cell.column): Text {
  const words = withoutHtml(text);
  return {
    text,
    column,
    cell,
    ...(words.length > LONGEST_LABEL ? {} : { label: labelOf(words) }),
    ...(isRemark(text) ? { leave: REMARK_LEFT } : {}),
  };
}

interface Texts {
  readonly all: readonly Text[];
  /** The short ones as they are, and folded. */
  readonly short: ReadonlySet<string>;
  readonly words: () => ReadonlySet<string>;
}

/** Each text of a grid is folded once, however many forms the grid is compared with. */
const texts = new WeakMap<Grid, Texts>();

/** The texts of all cells of a grid. */
export function textsOf(grid: Grid): Texts {
  const known = texts.get(grid);
  if (known !== undefined) return known;
  const all = grid.cells.map((cell) => textOf(cell));
  const labels = all.flatMap(({ label }) => label ?? []);
  let words: ReadonlySet<string> | undefined;
  const made: Texts = {
    all,
    short: new Set(labels.map(({ text }) => text)),
    words: () => {
      words ??= new Set(labels.map(({ folded }) => folded));
      return words;
    },
  };
  texts.set(grid, made);
  return made;
}

/** What it costs to leave a remark unread. */
const REMARK_LEFT = 5;

const PAIR = {
  eraMissing: 0.5,
  reworded: 2,
  wordUnknown: 1,
  /** A word of a closed list where running text belongs. */
  wordInText: 1.5,
  /** A bare number where running text belongs. */
  numberInText: 0.75,
  /** A remark about the sheet, words of the form with a value behind them, or a scrap where a value belongs. */
  otherAsValue: 10,
  /** Words of the form where a value belongs. */
  labelAsValue: 5,
} as const;

/** What a text costs at least that is words of the form and stands where a value belongs. */
export const LABEL_AS_VALUE = PAIR.labelAsValue;

/** How a cell agrees with a label of the form. */
type Likeness = 'same' | 'eraMissing' | 'reworded';

export interface Judge {
  /** Whether a cell can be this slot at all. */
  readonly fits: (cell: Text, slot: Slot) => boolean;
  /** The cost of a pair, the column aside; undefined where the cell cannot be this slot. */
  readonly cost: (cell: Text, slot: Slot) => number | undefined;
  readonly likeness: (cell: Text, slot: Slot) => Likeness | undefined;
  /** The folded words of the closed list that a slot is for. */
  readonly listOf: (slot: Slot) => ReadonlySet<string> | undefined;
  /** The folded words of each closed list. */
  readonly words: { readonly status: ReadonlySet<string>; readonly grade: ReadonlySet<string> };
  /** The folded words by which a label may be known. */
  readonly namesOf: (slot: Slot) => readonly string[];
  /** Whether a cell has the words of any label, or nearly. */
  readonly looksLikeLabel: (cell: Text) => boolean;
  /** Whether a cell has the words of a label, alone or before others. */
  readonly beginsWith: (cell: Text, slot: Slot) => boolean;
  /** The labels of the form, folded, with and without the eras of their years. */
  readonly labels: ReadonlySet<string>;
}

export function judgeOf(form: Form): Judge {
  const slots = form.slots.filter(isLabel);
  const labels = new Map(slots.map((slot) => [slot, namesOf(form, slot)]));
  const folded = new Set([...labels.values()].flat().map((label) => label.folded));
  const words = { status: foldedWords(form.settings.statuses), grade: foldedWords(form.settings.grades) };
  const lists = new Map<Kind | undefined, ReadonlySet<string>>(
    Object.entries(words) as [Kind, Set<string>][],
  );
  const listWords = new Set(
    [...lists.values()].flatMap((list) => [...list]).filter((word) => word.length > 1),
  );
  const mixed = form.slots.flatMap(({ parts }) => {
    const [first] = parts;
    return typeof first === 'string' && parts.length > 1 && first.trim().length > 1 ? [fold(first)] : [];
  });
  const near = nearestAmong(folded);
  const listed = new Map(form.slots.map((slot) => [slot, lists.get(form.kinds.get(pathsOf(slot)[0] ?? ''))]));
  const listOf = (slot: Slot) => listed.get(slot);

  const likeness = (cell: Text, slot: Slot): Likeness | undefined => {
    const { label } = cell;
    const names = labels.get(slot);
    if (label === undefined || names === undefined) return undefined;
    for (const name of names) if (name.text === label.text || name.folded === label.folded) return 'same';
    const agreements = names.map((name) => agree(name, label));
    if (agreements.includes('same')) return 'same';
    if (agreements.includes('eraMissing')) return 'eraMissing';
    const other = near(label.folded);
    return other !== undefined && names.some((name) => name.folded === other) ? 'reworded' : undefined;
  };
  const looksLikeLabel = ({ label }: Text): boolean =>
    label !== undefined &&
    label.folded.length > 1 &&
    (folded.has(label.folded) || near(label.folded) !== undefined);
  const isMixed = ({ parts }: Slot) => parts.length > 1 || typeof parts[0] === 'string';
  const fits = (cell: Text, slot: Slot): boolean => {
    if (cell.placed !== undefined) return pathsOf(slot).includes(cell.placed.hole);
    if (labels.has(slot)) return likeness(cell, slot) !== undefined;
    return !isMixed(slot) || takeValues(slot, cell.text) !== undefined;
  };
  const known = new WeakMap<Text, number>();
  /** What it costs that a cell is the value of any box; it is compared with all of them. */
  const strangeness = (cell: Text): number => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = cell.label?.folded ?? '';
    const other = isRemark(cell.text) || isScrap(text) || mixed.some((start) => text.startsWith(start));
    const strange = other ? PAIR.otherAsValue : looksLikeLabel(cell) ? PAIR.labelAsValue : 0;
    known.set(cell, strange);
    return strange;
  };
  const cost = (cell: Text, slot: Slot): number | undefined => {
    if (!fits(cell, slot)) return undefined;
    const like = labels.has(slot) && cell.placed === undefined ? likeness(cell, slot) : undefined;
    if (like !== undefined) return like === 'same' ? 0 : PAIR[like];
    const [hole] = slot.parts;
    if (cell.placed !== undefined || isMixed(slot) || typeof hole === 'string') return 0;
    const kind = form.kinds.get(hole?.path ?? '');
    const list = listOf(slot);
    const text = cell.label?.folded ?? '';
    if (list?.has(text)) return 0;
    const strange = strangeness(cell);
    if (list !== undefined) return PAIR.wordUnknown + strange;
    if (kind === 'text' && listWords.has(text)) return PAIR.wordInText;
    if (kind === 'text' && NUMBER.test(text)) return PAIR.numberInText;
    return strange;
  };
  const names = new Map([...labels].map(([slot, own]) => [slot, own.map((label) => label.folded)]));
  const foldedNames = (slot: Slot) => names.get(slot) ?? [];
  const beginsWith = (cell: Text, slot: Slot) => {
    if (cell.placed !== undefined) return false;
    const start = cell.label?.folded ?? fold(cell.text.slice(0, LONGEST_LABEL));
    return foldedNames(slot).some((name) => name.length > 1 && start.startsWith(name));
  };
  const eraless = [...labels.values()].flat().flatMap((label) => label.eraless);
  return {
    fits,
    cost,
    likeness,
    looksLikeLabel,
    listOf,
    words,
    namesOf: foldedNames,
    beginsWith,
    labels: new Set([...folded, ...eraless]),
  };
}

const NUMBER = /^[▲△-]?\d[\d,.]*%?$/;

/** A remark is marked so, as is the custom in print. */
export function isRemark(text: string): boolean {
  return /^\s*[（(]?[※＊]/u.test(text);
}

/** A closing bracket alone was cut off from something. */
function isScrap(text: string): boolean {
  return /^[\p{Pe}\p{Pf}]+$/u.test(text);
}

/** How many characters of a label may differ, as a share of its length; short labels must be exact. */
const REWORDED = 0.25;
const SHORTEST_REWORDED = 3;

/**
 * The label that some words can only be a rewording of: nearer to it than to every other, and of the same digits. What
 * stands behind the whole label may be a value.
 */
function nearestAmong(labels: ReadonlySet<string>): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const find = (text: string): string | undefined => {
    const digits = digitsOf(text);
    const ranked = [...labels]
      .filter((label) => Math.abs(label.length - text.length) <= REWORDED * label.length + 2)
      .filter((label) => digitsOf(label) === digits)
      .map((label) => ({ label, far: distance(label, text) }))
      .sort((a, b) => a.far - b.far);
    const [best, second] = ranked;
    if (best === undefined || Math.min(best.label.length, text.length) < SHORTEST_REWORDED) return undefined;
    if (best.far > Math.max(1, REWORDED * best.label.length)) return undefined;
    if (text.startsWith(best.label) && !/^\p{Script=Hiragana}$/u.test(text.slice(best.label.length)))
      return undefined;
    return second === undefined || second.far > best.far ? best.label : undefined;
  };
  return (text) => {
    if (!known.has(text)) {
      if (known.size > 10_000) known.clear();
      known.set(text, find(text));
    }
    return known.get(text);
  };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Every way to write the words of a closed list, folded. */
export function foldedWords(
  words: readonly { readonly printed: string; readonly spellings: readonly string[] }[],
): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word.printed, ...word.spellings]).map(fold));
}

/**
 * Takes the values out of a cell whose slot mixes words and holes: `Area {priorityArea}` and `Area II` give
 * `priorityArea` → `II`. Undefined where the words are not there.
 */
export function takeValues(slot: Slot, text: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  let rest = text;
  for (const [i, part] of slot.parts.entries()) {
    if (typeof part === 'string') {
      const end = endOfWords(rest, fold(part));
      if (end === undefined) return undefined;
      rest = rest.slice(end);
    } else {
      const words = slot.parts[i + 1];
      const length = typeof words === 'string' ? startOfWords(rest, words) : rest.length;
      if (length === undefined) return undefined;
      values.set(part.path, rest.slice(0, length));
      rest = rest.slice(length);
    }
  }
  return rest.trim() === '' ? values : undefined;
}

/** How far into a text some folded words reach that it begins with, spaces and widths aside. */
export function endOfWords(text: string, folded: string): number | undefined {
  let end = 0;
  while (end < text.length && end <= LONGEST_LABEL && fold(text.slice(0, end)).length < folded.length) end++;
  return fold(text.slice(0, end)) === folded ? end : undefined;
}

/** Where in a text the words begin. The last place is taken: a value may hold the words itself. */
function startOfWords(text: string, words: string): number | undefined {
  const wanted = fold(words);
  if (wanted === '') return text.length;
  if (!fold(text).includes(wanted)) return undefined;
  // the folded text, and where in the text each of its characters comes from
  const starts: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const more = fold(cluster);
    for (let i = 0; i < more.length; i++) starts.push(i === 0 ? index : Number.NaN);
    folded += more;
  }
  starts.push(text.length);
  let at = folded.lastIndexOf(wanted);
  while (at >= 0 && !(isWhole(starts, at) && isWhole(starts, at + wanted.length))) {
    at = at === 0 ? -1 : folded.lastIndexOf(wanted, at - 1);
  }
  return starts[at];
}

/** A character with the marks that folding joins to it, those of half-width kana too. */
const CLUSTER = /[\s\S][\p{M}\uff9e\uff9f]*/gu;

/** Whether a character of a folded text is the first that one of the text has become. */
function isWhole(starts: readonly number[], at: number): boolean {
  return !Number.isNaN(starts[at]);
}
