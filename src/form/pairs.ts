/** Pairs: whether a cell of the input may stand in a slot of the form, and what speaks against it. */
import type { Cell } from '../grid.ts';
import { type Form, isLabel, type Kind, type Slot, wordsOf } from './form.ts';
import { agree, fold, type Label, labelOf } from './labels.ts';

/** A cell's text as found and, where it is short enough to be a label or a word of a list, as compared. */
export interface Text extends Cell {
  readonly label?: Label;
}

/** No label or word of a list is longer, in characters. */
const LONGEST_LABEL = 100;

export function textOf(cell: Cell): Text {
  return cell.text.length > LONGEST_LABEL ? cell : { ...cell, label: labelOf(cell.text) };
}

const ERA_MISSING = 0.5;
const WORD_UNKNOWN = 1;

/** The cost of a pair, the column aside; undefined where the cell cannot be this slot. */
export type Judge = (cell: Text, slot: Slot) => number | undefined;

export function judgeOf(form: Form): Judge {
  const labels = new Map(form.slots.filter(isLabel).map((slot) => [slot, labelOf(wordsOf(slot))]));
  const lists = new Map<Kind | undefined, ReadonlySet<string>>([
    ['status', foldedWords(form.settings.statuses)],
    ['grade', foldedWords(form.settings.grades)],
  ]);
  return (cell, slot) => {
    const label = labels.get(slot);
    if (label !== undefined) {
      const agreement = cell.label === undefined ? undefined : agree(label, cell.label);
      return agreement === undefined ? undefined : agreement === 'same' ? 0 : ERA_MISSING;
    }
    const [hole] = slot.parts;
    if (typeof hole === 'string' || slot.parts.length > 1) {
      return takeValues(slot, cell.text) === undefined ? undefined : 0;
    }
    const words = lists.get(form.kinds.get(hole?.path ?? ''));
    return words === undefined || words.has(cell.label?.folded ?? '') ? 0 : WORD_UNKNOWN;
  };
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
      const end = endOfWords(rest, part);
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

/** How far into a text the words reach that it begins with, spaces and widths aside. */
function endOfWords(text: string, words: string): number | undefined {
  const wanted = fold(words);
  let end = 0;
  while (end <= text.length && fold(text.slice(0, end)).length < wanted.length) end++;
  return fold(text.slice(0, end)) === wanted ? end : undefined;
}

/** Where in a text the words begin. The last place is taken: a value may hold the words itself. */
function startOfWords(text: string, words: string): number | undefined {
  for (let start = text.length; start >= 0; start--) {
    if (endOfWords(text.slice(start), words) !== undefined) return start;
  }
  return undefined;
}
