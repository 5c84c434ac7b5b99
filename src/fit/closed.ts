/** Closed lists: what the words of a list, and texts that can be none of its words, prove about a row. */
import { fold } from '../fold.ts';
import { isLabel, type Slot } from '../form/form.ts';
import { withoutHtml } from './html.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';

/** A row as it was read: which of its cells is which slot of its step. */
type RowRead = Pick<Option, 'step' | 'reading' | 'variant'>;

/** No word of a closed list is longer, in characters, unless the form's own are. */
const LONGEST_WORD = 12;

/** The cells of a row that hold a sentence where the form wants a word of a list. What no list knows may be a new word. */
export function sentencesInLists(plan: Plan, row: RowRead): number[] {
  if (!hasLists(plan, row)) return [];
  return valuesIn(plan, row).flatMap(({ cell, text, list }) =>
    list !== undefined && isSentence(text, list) ? [cell] : [],
  );
}

/**
 * Whether a word of a list stands alone in another box of the row, and in a box of that list something else, or nothing
 * in the one beside it: what was between them is lost, or the two are crossed. A word of one letter proves it only
 * against a sentence.
 */
export function isCrossed(plan: Plan, row: RowRead): boolean {
  if (!hasLists(plan, row)) return false;
  const slots = row.step.slots.filter((slot) => !isLabel(slot));
  const values = valuesIn(plan, row);
  return slots.some((slot, s) => {
    const list = plan.judge.listOf(slot);
    const own = values.find((value) => value.slot === slot)?.text ?? '';
    if (list === undefined || list.has(fold(own))) return false;
    const isNear = (other: Slot) => own !== '' || other === slots[s - 1] || other === slots[s + 1];
    const shortest = isSentence(own, list) ? 1 : 2;
    return values.some((value) => {
      const word = fold(value.text);
      return isNear(value.slot) && value.list !== list && list.has(word) && word.length >= shortest;
    });
  });
}

/** Whether a row has a box for a word of a list at all. */
function hasLists({ listed }: Plan, { step }: RowRead): boolean {
  return listed[step.index] === true;
}

/** A sentence is long or has a full stop or a bullet. A word of the list with a remark behind it is none for its length. */
function isSentence(text: string, list: ReadonlySet<string>): boolean {
  const folded = fold(text);
  if (list.has(folded)) return false;
  if (/。|^\s*[・･]/u.test(text)) return true;
  const words = [...list];
  const longest = Math.max(LONGEST_WORD, ...words.map((word) => word.length));
  return (
    text.replace(/\s+/g, '').length > longest &&
    !words.some((word) => word.length > 1 && folded.startsWith(word))
  );
}

interface Value {
  readonly cell: number;
  readonly slot: Slot;
  readonly text: string;
  /** The words of its box's list, where the box is for such. */
  readonly list: ReadonlySet<string> | undefined;
}

/** The values of a row that no person has placed; a mark left in its box is none. */
function valuesIn({ judge }: Plan, { step: { slots }, reading, variant }: RowRead): Value[] {
  return reading.flatMap((at, cell): Value[] => {
    const [slot, given] = [slots[at ?? -1], variant.cells[cell]];
    if (slot === undefined || given === undefined || isLabel(slot) || given.placed !== undefined) return [];
    if (given.text.trim() === slot.text.trim()) return [];
    return [{ cell, slot, text: withoutHtml(given.text), list: judge.listOf(slot) }];
  });
}
