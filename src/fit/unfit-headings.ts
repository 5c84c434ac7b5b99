/** Unfit headings: rows that show something else where the form has its headings, or these in another order. */
import { fiscalYears } from '../fiscal-year.ts';
import { fold } from '../fold.ts';
import { isLabel, type Slot } from '../form/form.ts';
import type { Match } from './match.ts';
import { crossedHeadings, headingStep, type Option } from './options.ts';
import type { Judge } from './pairs.ts';
import type { Plan } from './plan.ts';
import { isBeside } from './suspicion.ts';
import { LONGEST_LABEL, type Text } from './texts.ts';

/** Whether a text is a heading: words of the form, or a fiscal year and nothing else. */
export function isHeading(judge: Judge, cell: Text): boolean {
  if (judge.looksLikeLabel(cell)) return true;
  if (cell.text.length > LONGEST_LABEL) return false;
  const folded = fold(cell.text);
  const [year] = fiscalYears(folded);
  return year !== undefined && year.start === 0 && year.end === folded.length;
}

/** For each row the headings in the place of which the last row above that could have them shows something else. */
export function unfitBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<Slot>[] {
  let unfit: ReadonlySet<Slot> = new Set();
  return matches.map((match, m) => {
    const found = new Set(slotsFound(plan, match));
    const news = unfitIn(plan, match, () => matches.slice(m + 1));
    if (news.length > 0 || [...unfit].some((slot) => found.has(slot))) {
      unfit = new Set([...unfit, ...news].filter((slot) => !found.has(slot)));
    }
    return unfit;
  });
}

/** For each row the headings that the last row of their words has in another order, as one further down the table may. */
export function crossedBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<Slot>[] {
  let crossed: ReadonlySet<Slot> = new Set();
  return matches.map(({ row }) => {
    const step = headingStep(plan, row);
    if (step !== undefined) {
      const others = [...crossed].filter((slot) => plan.steps[step]?.slots.includes(slot) === false);
      crossed = new Set([...others, ...crossedHeadings(plan, step, row)]);
    }
    return crossed;
  });
}

/** The slots that a row shows for sure: of two headings that stand in the other order, neither is. */
function slotsFound(plan: Plan, match: Match): Slot[] {
  const { option, doubts } = match;
  if (option === undefined) return [];
  const { step } = option;
  const unread = unfitCells(plan, match, option).flatMap((cell) =>
    step.slots.flatMap((slot, at) => {
      const isOwn = plan.judge.likeness(option.variant.cells[cell] as Text, slot) !== undefined;
      return isOwn && !option.reading.includes(at) ? [{ cell, at }] : [];
    }),
  );
  return option.reading.flatMap((at, cell) => {
    const slot = at === undefined || doubts.has(cell) ? undefined : step.slots[at];
    const isCrossed = unread.some((other) => other.at < (at ?? 0) !== other.cell < cell);
    return slot === undefined || isCrossed ? [] : [slot];
  });
}

/** The headings of the form that a row may show something else for. */
function unfitIn(plan: Plan, match: Match, below: () => readonly Match[]): Slot[] {
  const { row, option, doubts, repeatsHeading } = match;
  if (option?.step.heading || option?.reading.some((slot, c) => slot !== undefined && !doubts.has(c))) {
    return unfitCells(plan, match, option).length === 0 ? [] : option.step.slots.filter(isLabel);
  }
  const headings = row.cells.filter((cell) => isHeading(plan.judge, cell));
  if (repeatsHeading || headings.length < 2) return [];
  const block = below().find((other) => other.option !== undefined)?.option?.step.block;
  const own = plan.steps.filter((one) => one.block === block && one.heading).flatMap(({ slots }) => slots);
  // a row of other headings may look like one more item of the list above, of which nothing is sure
  if (option === undefined) return own;
  const isKnown = headingStep(plan, row) !== undefined || isInOrder(plan.judge, option, own, block);
  return isKnown ? [] : own;
}

/**
 * Whether the texts of a row are the words of some headings, in their order, or pieces of them; and each over its box, where
 * the row was read as one of the headings' own block.
 */
function isInOrder(
  judge: Judge,
  { step, reading, variant }: Option,
  headings: readonly Slot[],
  block: number | undefined,
): boolean {
  const isOwnBlock = step.block === block;
  let at = -1;
  return variant.cells.every((cell, c) => {
    const next = headings.findIndex((slot, s) => s > at && judge.likeness(cell, slot) !== undefined);
    if (next >= 0) at = next;
    const [heading, box] = [headings[next], step.slots[reading[c] ?? -1]];
    if (heading !== undefined) return !isOwnBlock || box === undefined || isOver(heading, box);
    const isOwn = headings.some((slot) => judge.likeness(cell, slot) !== undefined);
    return !isOwn && headings.some((slot) => isPiece(judge, cell, slot));
  });
}

/** Whether a heading stands over a box, as far as columns tell. */
export function isOver(heading: Slot, box: Slot): boolean {
  return heading.column < box.column + box.columnSpan && box.column < heading.column + heading.columnSpan;
}

/** Whether a text may be a piece of the words of a slot. */
export function isPiece(judge: Judge, { label }: Text, slot: Slot): boolean {
  return (
    label !== undefined && isLabel(slot) && judge.namesOf(slot).some((name) => name.includes(label.folded))
  );
}

/** The cells of a row of headings that are none of the form's there. */
function unfitCells({ judge }: Plan, { doubts }: Match, option: Option): number[] {
  const { step } = option;
  if (!step.heading) return [];
  if (doubts.size === 0 && option.reading.every((slot) => slot !== undefined)) return [];
  const columns = step.slots.flatMap((slot, s) => (isLabel(slot) ? [option.task.slots[s]?.column] : []));
  return option.variant.cells.flatMap((cell, c) => {
    const isRead = option.reading[c] !== undefined && !doubts.has(c);
    if (isRead || cell.leave !== undefined || cell.placed !== undefined || isBeside(option, c)) return [];
    return isHeading(judge, cell) || columns.includes(cell.column) ? [c] : [];
  });
}
