/** Headings: values that stand below headings which are not the form's there belong to nobody knows what. */
import type { Slot } from '../form/form.ts';
import { shiftOf } from './align.ts';
import {
  distancesOf,
  foreignBelow,
  headingsOver,
  isAltered,
  isMoved,
  shiftsOfHeadings,
} from './heading-columns.ts';
import { doubted, type Match, valueCells } from './match.ts';
import type { Plan } from './plan.ts';
import { isBeside } from './suspicion.ts';
import { crossedBelow, unfitBelow } from './unfit-headings.ts';

/**
 * The rows of a sheet, with the values marked above which the last row that could show the form's heading shows
 * something else: the columns may stand in another order, or be those of other years. In such a table, a value off its
 * box's columns is marked, too: the headings it stands below are not those of the box. A heading that is only missing says
 * nothing against the values below. All values of a row are doubtful that stands, where columns were added or taken, now
 * further from its headings and now less far, or of which another stands just below a word that is none of them.
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
    const below = new Map(unheaded);
    const others = values.filter((cell) => !below.has(cell));
    // where columns were added or taken, a row that stands now further from its headings and now less far may be below either
    const isBent = altered.has(step.block) && distancesOf(plan, option, shifts).size > 1;
    const isForeign = others.some((cell) => foreign[m]?.has(option.variant.cells[cell]?.column ?? -1));
    const sure = isBent || isForeign ? doubted(match, others) : match;
    return below.size > 0 ? { ...sure, unheaded: below } : sure;
  });
}
