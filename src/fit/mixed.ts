/** Cells that mix words of the form with values: the values taken out. */
import { fold } from '../fold.ts';
import type { Slot } from '../form/form.ts';
import { LONGEST_LABEL } from './texts.ts';

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
