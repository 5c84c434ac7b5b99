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
 * The rows of a sheet, with the values marked above which the last row that could show the form's heading shows
 * something else: the columns may stand in another order, or be those of other years. In such a table, a value off its
 * box's columns is marked, too: the headings it stands below are not those of the box. A heading that is only missing says
 * nothing against the values below. All values of a row are doubtful that stands, where columns were added or taken, now
 * further from its headings and now less far, or of which one stands just below a word that is none of the headings.
 */
export function doubtHeadings(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const unfit = unfitBelow(plan, matches);
  const ever = new Set(unfit.flatMap((slots) => [...slots]));
  const blocks = new Set(
    plan.steps.flatMap(({ block, slots }) => (slots.some((s) => ever.has(s)) ? [block] : [])),
  );
  const moved = new Set(matches.flatMap(({ option }) => (isMoved(option) ? [option?.step.block] : [])));
  const crossed = crossedBelow(plan, matches);
  const foreign = foreignBelow(plan, matches);
  const shifts = shiftsOfHeadings(matches, new Set([...ever, ...crossed.flatMap((slots) => [...slots])]));
  const altered = new Set(
    matches.flatMap(({ option }) => (isAltered(plan, option, shifts) ? [option?.step.block] : [])),
  );
  const isCrossed = crossed.some(({ size }) => size > 0);
  if (ever.size === 0 && moved.size === 0 && altered.size === 0 && !isCrossed) return matches;
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
      const heading = headingsOver(plan, box).find(
        (one) => isOff || unfit[m]?.has(one) || crossed[m]?.has(one),
      );
      return heading === undefined ? [] : [[cell, heading]];
    });
    const isForeign = values.some((cell) => foreign[m]?.has(option.variant.cells[cell]?.column ?? -1));
    // where columns were added or taken, a row that stands now further from its headings and now less far may be below either
    const isBent = altered.has(step.block) && distancesOf(plan, option, shifts).size > 1;
    const below = new Map(unheaded);
    const others = values.filter((cell) => !below.has(cell));
    const sure = isBent || isForeign ? doubted(match, others) : match;
    return below.size > 0 ? { ...sure, unheaded: below } : sure;
  });
}

/** For each row the headings in the place of which the last row above that could have them shows something else. */
function unfitBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<Slot>[] {
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

/** For each row the columns in which a row of headings above it, in its block, has a text that is none of them. */
function foreignBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<number>[] {
  let foreign: ReadonlySet<number> = new Set();
  let block: number | undefined;
  return matches.map(({ option }) => {
    if (option === undefined) return foreign;
    if (option.step.block !== block) foreign = new Set();
    block = option.step.block;
    if (option.step.heading) {
      const own = new Set(
        option.variant.cells.flatMap(({ column }, c) => (option.reading[c] === undefined ? [] : [column])),
      );
      const news = strangersIn(plan, option).map(({ column }) => column);
      foreign = new Set([...[...foreign].filter((column) => !own.has(column)), ...news]);
    }
    return foreign;
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

/** Whether columns were added to the headings of a row or taken from them. */
function isAltered(plan: Plan, option: Option | undefined, shifts: ReadonlyMap<Slot, number>): boolean {
  if (!option?.step.heading) return false;
  const { task, step } = option;
  if (task.slots.some(({ column, through }) => through !== column)) return true;
  if (strangersIn(plan, option).length > 0) return true;
  const own = step.slots.flatMap((slot) => shifts.get(slot) ?? []);
  return own.some((shift) => shift !== own[0]);
}

/** The texts in a row of headings that are none of its words, nor a piece of one, and no remark. */
function strangersIn({ judge }: Plan, { step, reading, variant }: Option): Text[] {
  return variant.cells.filter((cell, c) => {
    if (reading[c] !== undefined || cell.leave !== undefined) return false;
    return !step.slots.some((slot) => isPiece(judge, cell, slot) || judge.likeness(cell, slot) !== undefined);
  });
}

/** Whether a text may be a piece of the words of a slot. */
function isPiece(judge: Judge, { label }: Text, slot: Slot): boolean {
  return (
    label !== undefined && isLabel(slot) && judge.namesOf(slot).some((name) => name.includes(label.folded))
  );
}

/** How far the texts of a row stand from the columns of their headings; where one is missing, from those beside it. */
function distancesOf(
  plan: Plan,
  { step, reading, task }: Option,
  shifts: ReadonlyMap<Slot, number>,
): ReadonlySet<number> {
  const distances = reading.flatMap((at, cell) => {
    const slot = step.slots[at ?? -1];
    if (at === undefined || slot === undefined) return [];
    return shiftsOver(plan, slot, shifts).map((shift) => shiftOf(task, cell, at) - shift);
  });
  return new Set(distances);
}

/** How far the heading over a box stands from its column: as the ones beside it, where it is missing. */
function shiftsOver(plan: Plan, box: Slot, shifts: ReadonlyMap<Slot, number>): number[] {
  const headings = headingsOver(plan, box);
  const found = headings.find((one) => shifts.has(one));
  const [nearest] = headings;
  const beside = [...shifts.keys()].filter(({ row }) => row === nearest?.row);
  const around =
    found === undefined && nearest !== undefined
      ? [
          beside.findLast(({ column }) => column < nearest.column),
          beside.find(({ column }) => column > nearest.column),
        ]
      : [found];
  return around.flatMap((heading) => (heading && shifts.get(heading)) ?? []);
}

/** How far the headings of a sheet stand from the form's columns, but for those that some row shows otherwise. */
function shiftsOfHeadings(matches: readonly Match[], unfit: ReadonlySet<Slot>): ReadonlyMap<Slot, number> {
  const shifts = new Map<Slot, number>();
  for (const { option } of matches) {
    if (!option?.step.heading) continue;
    for (const [cell, slot] of option.reading.entries()) {
      const label = option.step.slots[slot ?? -1];
      if (slot === undefined || label === undefined || unfit.has(label)) continue;
      shifts.set(label, shiftOf(option.task, cell, slot));
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
  // a row of other headings may look like one more item of the list above, of which nothing is sure
  const isKnown = headingStep(plan, row) !== undefined || isInOrder(plan.judge, row.cells, own);
  return option !== undefined && isKnown ? [] : own;
}

/** Whether texts are the words of some slots, in their order, or pieces of them. */
function isInOrder(judge: Judge, cells: readonly Text[], slots: readonly Slot[]): boolean {
  let at = -1;
  return cells.every((cell) => {
    const next = slots.findIndex((slot, s) => s > at && judge.likeness(cell, slot) !== undefined);
    if (next >= 0) at = next;
    const isOwn = slots.some((slot) => judge.likeness(cell, slot) !== undefined);
    return next >= 0 || (!isOwn && slots.some((slot) => isPiece(judge, cell, slot)));
  });
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
