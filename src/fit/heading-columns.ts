/** Heading columns: how far headings stand from the form's columns, and what stands among them that is none. */
import { isLabel, type Slot } from '../form/form.ts';
import { headingRowsAbove } from '../form/trail.ts';
import { shiftOf } from './align.ts';
import type { Match } from './match.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';
import type { Text } from './texts.ts';
import { isOver, isPiece } from './unfit-headings.ts';

/** Whether some heading of a row stands off its column. */
export function isMoved(option: Option | undefined): boolean {
  if (!option?.step.heading) return false;
  return option.reading.some((slot, cell) => slot !== undefined && shiftOf(option.task, cell, slot) !== 0);
}

/** Whether columns were added to the headings of a row or taken from them. */
export function isAltered(
  plan: Plan,
  option: Option | undefined,
  shifts: ReadonlyMap<Slot, number>,
): boolean {
  if (!option?.step.heading) return false;
  const { task, step } = option;
  if (task.slots.some(({ column, through }) => through !== column)) return true;
  if (strangersIn(plan, option).length > 0) return true;
  const own = step.slots.flatMap((slot) => shifts.get(slot) ?? []);
  return own.some((shift) => shift !== own[0]);
}

/** For each row the columns in which a row of headings above it, in its block, has a text that is none of them. */
export function foreignBelow(plan: Plan, matches: readonly Match[]): readonly ReadonlySet<number>[] {
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

/** The texts in a row of headings that are none of its words, nor a piece of one, and no remark. */
function strangersIn({ judge }: Plan, { step, reading, variant }: Option): Text[] {
  return variant.cells.filter((cell, c) => {
    if (reading[c] !== undefined || cell.leave !== undefined) return false;
    return !step.slots.some((slot) => isPiece(judge, cell, slot) || judge.likeness(cell, slot) !== undefined);
  });
}

/** How far the texts of a row stand from the columns of their headings; where one is missing, from those beside it. */
export function distancesOf(
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
export function shiftsOfHeadings(
  matches: readonly Match[],
  unfit: ReadonlySet<Slot>,
): ReadonlyMap<Slot, number> {
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

/** The headings over a box, the nearest first: in the rows of headings next above it in its block. */
export function headingsOver({ form }: Plan, box: Slot): Slot[] {
  return headingRowsAbove(form, box.row)
    .toReversed()
    .flatMap((row) => form.slots.filter((slot) => slot.row === row && isLabel(slot) && isOver(slot, box)));
}
