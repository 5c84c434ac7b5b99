/** Headings: values that stand below headings which are not the form's there belong to nobody knows what. */
import { fiscalYears } from '../fiscal-year.ts';
import { fold } from '../fold.ts';
import { isLabel, type Slot } from '../form/form.ts';
import { headingRowsAbove } from '../form/trail.ts';
import { shiftOf } from './align.ts';
import { doubted, type Match, valueCells } from './match.ts';
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

/**
 * The rows of a sheet, with the values marked of which the form's heading is nowhere, while a row of headings shows
 * something else: the columns may stand in another order, or be those of other years. In such a table, a value off its
 * box's columns is marked, too: the headings it stands below are not those of the box. A heading that is only missing says
 * nothing against the values below. All values of a row are doubtful that stands under added columns now further from its
 * headings and now less far.
 */
export function doubtHeadings(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const unfit = new Set(matches.flatMap((match, m) => unfitIn(plan, match, () => matches.slice(m + 1))));
  if (unfit.size > 0) {
    for (const match of matches) for (const slot of slotsFound(plan, match)) unfit.delete(slot);
  }
  const blocks = new Set(
    plan.steps.flatMap(({ block, slots }) => (slots.some((s) => unfit.has(s)) ? [block] : [])),
  );
  const moved = new Set(matches.flatMap(({ option }) => (isMoved(option) ? [option?.step.block] : [])));
  const spread = new Set(matches.flatMap(({ option }) => (isSpread(option) ? [option?.step.block] : [])));
  const crossed = crossedBelow(plan, matches);
  const isCrossed = crossed.some(({ size }) => size > 0);
  if (unfit.size === 0 && moved.size === 0 && spread.size === 0 && !isCrossed) return matches;
  const shifts = shiftsOfHeadings(matches);
  return matches.map((match, m) => {
    const { option } = match;
    if (option === undefined) return match;
    const { step } = option;
    const values = valueCells(option);
    // beside a table whose headings were moved, a text may as well be the last value, moved with them
    if (moved.has(step.block) && option.reading.some((_, cell) => isBeside(option, cell))) {
      return doubted(match, values);
    }
    const unheaded = values.flatMap((cell): [number, Slot][] => {
      const at = option.reading[cell] as number;
      const box = step.slots[at] as Slot;
      if (option.variant.cells[cell]?.placed !== undefined) return [];
      const isOff = blocks.has(step.block) && shiftOf(option.task, cell, at) !== 0;
      const heading = headingsOver(plan, box).find((one) => isOff || unfit.has(one) || crossed[m]?.has(one));
      return heading === undefined ? [] : [[cell, heading]];
    });
    if (unheaded.length > 0) return { ...match, unheaded: new Map(unheaded) };
    // where columns were added, a row that stands now further from its headings and now less far may be below either
    const isBent = spread.has(step.block) && distancesOf(plan, option, shifts).size > 1;
    return isBent ? doubted(match, values) : match;
  });
}

/** For each row the headings that the last row of their words has in another order, as one further down the table may. */
function crossedBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<Slot>[] {
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

/** Whether columns were added between the headings of a row. */
function isSpread(option: Option | undefined): boolean {
  if (!option?.step.heading) return false;
  const { task, reading } = option;
  if (task.slots.some(({ column, through }) => through !== column)) return true;
  const shifts = reading.flatMap((slot, cell) => (slot === undefined ? [] : [shiftOf(task, cell, slot)]));
  return shifts.some((shift) => shift > (shifts[0] ?? 0));
}

/** How far the texts of a row stand from the columns of their headings. */
function distancesOf(
  plan: Plan,
  { step, reading, task }: Option,
  shifts: ReadonlyMap<Slot, number>,
): ReadonlySet<number> {
  const distances = reading.flatMap((at, cell) => {
    const slot = step.slots[at ?? -1];
    const heading = slot && headingsOver(plan, slot).find((one) => shifts.has(one));
    if (at === undefined || heading === undefined) return [];
    return [shiftOf(task, cell, at) - (shifts.get(heading) ?? 0)];
  });
  return new Set(distances);
}

/** How far the headings of a sheet stand from the form's columns. */
function shiftsOfHeadings(matches: readonly Match[]): ReadonlyMap<Slot, number> {
  const shifts = new Map<Slot, number>();
  for (const { option } of matches) {
    if (!option?.step.heading) continue;
    for (const [cell, slot] of option.reading.entries()) {
      const label = option.step.slots[slot ?? -1];
      if (slot !== undefined && label !== undefined) shifts.set(label, shiftOf(option.task, cell, slot));
    }
  }
  return shifts;
}

function isMoved(option: Option | undefined): boolean {
  if (!option?.step.heading) return false;
  return option.reading.some((slot, cell) => slot !== undefined && shiftOf(option.task, cell, slot) !== 0);
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
  // a row of other years may look like one more item of the list above, of which nothing is sure
  const isTorn = option !== undefined && headings.every((cell) => isAmong(plan.judge, cell, own));
  return isTorn ? [] : own;
}

function isAmong(judge: Judge, cell: Text, slots: readonly Slot[]): boolean {
  return slots.some((slot) => judge.likeness(cell, slot) !== undefined);
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

/** The headings over a box, the nearest first: in the rows of headings next above it in its block. */
function headingsOver({ form }: Plan, box: Slot): Slot[] {
  return headingRowsAbove(form, box.row)
    .toReversed()
    .flatMap((row) => form.slots.filter((slot) => slot.row === row && isLabel(slot)))
    .filter(
      ({ column, columnSpan }) => column < box.column + box.columnSpan && box.column < column + columnSpan,
    );
}
