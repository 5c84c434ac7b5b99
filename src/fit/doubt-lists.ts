/** Doubt about lists: what a whole sheet shows of rows that are known only by the rows around them. */

import { isLabel, pathsOf } from '../form/form.ts';
import { holeOf } from './doubt.ts';
import type { Match } from './match.ts';
import type { Option } from './options.ts';
import type { Box } from './placement.ts';
import type { Plan } from './plan.ts';

/** The rows of a sheet, with all that is doubtful in its lists. */
export function doubtSheet(plan: Plan, matches: readonly Match[]): Match[] {
  return doubtShifted(doubtLists(plan, matches).map(sureByHand)).map(sureByHand);
}

/** What a person has placed is not doubtful. */
function sureByHand(match: Match): Match {
  const doubts = [...match.doubts].filter(
    ([cell]) => match.option?.variant.cells[cell]?.placed === undefined,
  );
  return doubts.length === match.doubts.size ? match : { ...match, doubts: new Map(doubts) };
}

/** The boxes of a row in which a person has placed a text. */
export function placedIn({ reading, variant }: Option): Box[] {
  return reading.flatMap((slot, cell) => (slot === undefined ? [] : (variant.cells[cell]?.placed ?? [])));
}

/**
 * Where the label of a list is lost and its rows have no words of their own, nobody can say where it begins: the rows
 * of this list and of one that touches it may be items of either.
 */
function doubtLists(plan: Plan, matches: readonly Match[]): Match[] {
  const { form, steps } = plan;
  const shown = new Set(
    matches.flatMap(({ step, option }) => option?.reading.map((s) => step?.slots[s ?? -1]) ?? []),
  );
  const isWordless = (list: string) =>
    steps.every((step) => step.list !== list || !step.again || !step.anchored);
  const either = new Map<string, string>();
  form.groups.forEach((group, g) => {
    const label = form.slots.find((slot) => slot.grows && slot.row === group.first);
    if (label === undefined || shown.has(label) || !isWordless(group.list)) return;
    for (const other of [form.groups[g - 1], form.groups[g + 1]]) {
      const touches = other?.last === group.first - 1 || other?.first === group.last + 1;
      if (other === undefined || !touches || !isWordless(other.list)) continue;
      either.set(group.list, other.list);
      either.set(other.list, group.list);
    }
  });
  /** The last row of a list that a person has placed in it, at the item that it was read as. */
  const lastPlaced = (list: string) =>
    matches.findLastIndex(
      ({ step, option, item }) =>
        step?.list === list && option !== undefined && placedIn(option).some((box) => box.item === item),
    );
  const isUpper = (list: string, other: string) =>
    form.groups.findIndex((group) => group.list === list) <
    form.groups.findIndex((group) => group.list === other);
  // where a row of the lower list is placed, so is the border between the two
  for (const [list, other] of either) {
    if (isUpper(other, list) && lastPlaced(list) >= 0) for (const one of [list, other]) either.delete(one);
  }
  const itemsOf = (list: string) =>
    1 + matches.reduce((most, { step, item }) => (step?.list === list ? Math.max(most, item) : most), -1);
  const holes = (list: string | undefined) =>
    steps.find((step) => step.list === list && !step.again)?.slots.flatMap(pathsOf) ?? [];
  return matches.map((match, m) => {
    const { step, option, item } = match;
    const list = step?.list ?? '';
    const other = either.get(list);
    if (step === undefined || option === undefined || other === undefined) return match;
    if (isUpper(list, other) && m <= lastPlaced(list)) return match;
    const [here, there] = [holes(step.list), holes(other)];
    const doubts = option.reading.flatMap((slot, cell): [number, string | undefined][] => {
      const own = holeOf(plan, option, slot);
      return own === undefined ? [] : [[cell, there[here.indexOf(own)]]];
    });
    const otherItem = isUpper(list, other) ? 0 : itemsOf(other) + item;
    return { ...match, doubts: new Map(doubts), otherItem };
  });
}

/** Where a row of a list could be read in two ways, other rows of the list that stand off the form's columns can, too. */
function doubtShifted(matches: readonly Match[]): Match[] {
  const isEither = ({ doubts }: Match) => [...doubts.values()].some((other) => other !== undefined);
  const unsure = new Set(matches.flatMap((match) => (isEither(match) ? (match.step?.list ?? []) : [])));
  return matches.map((match) => {
    const { step, option, doubts } = match;
    if (option === undefined || !unsure.has(step?.list ?? '') || doubts.size > 0) return match;
    if (option.startShift === 0 && option.endShift === 0) return match;
    const held = option.reading.flatMap((slot, cell): [number, undefined][] => {
      const box = slot === undefined ? undefined : step?.slots[slot];
      return box === undefined || isLabel(box) ? [] : [[cell, undefined]];
    });
    return { ...match, doubts: new Map(held) };
  });
}
