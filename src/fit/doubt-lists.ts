/** Doubt about lists: what a whole sheet shows of rows that are known only by the rows around them. */

import { isLabel, pathsOf, type Slot } from '../form/form.ts';
import { holeOf } from './doubt.ts';
import { doubted, type Match, valueCells } from './match.ts';
import type { Option } from './options.ts';
import type { Box } from './placement.ts';
import type { Plan } from './plan.ts';

/** The rows of a sheet, with all that is doubtful in its lists. */
export function doubtSheet(plan: Plan, matches: readonly Match[]): readonly Match[] {
  return doubtShifted(doubtPassed(plan, doubtLists(plan, matches)).map(sureByHand));
}

/** What a person has placed is not doubtful. */
function sureByHand(match: Match): Match {
  const doubts = [...match.doubts].filter(
    ([cell]) => match.option?.variant.cells[cell]?.placed === undefined,
  );
  return doubts.length === match.doubts.size ? match : { ...match, doubts: new Map(doubts) };
}

/** The boxes of a row in which a person has placed a text. */
function placedBoxes({ reading, variant }: Option): Box[] {
  return reading.flatMap((slot, cell) => (slot === undefined ? [] : (variant.cells[cell]?.placed ?? [])));
}

/** A row of a list without words of the form and without a text that a person has placed: known only by the rows around it. */
export function isWordless(option: Option): boolean {
  const { step } = option;
  if (step.list === undefined || placedBoxes(option).length > 0) return false;
  return !option.reading.some((slot) => slot !== undefined && isLabel(step.slots[slot] as Slot));
}

/**
 * Where the label of a list is lost and its rows have no words of their own, nobody can say where it begins: the rows
 * of this list and of one that touches it may be items of either.
 */
function doubtLists(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const { groups } = plan.form;
  const isUpper = (list: string, other: string) =>
    groups.findIndex((group) => group.list === list) < groups.findIndex((group) => group.list === other);
  const either = eitherList(plan, matches);
  // where a row of the lower list is placed, so is the border between the two
  for (const [list, other] of either) {
    if (isUpper(other, list) && lastPlaced(matches, list) >= 0) {
      for (const one of [list, other]) either.delete(one);
    }
  }
  if (either.size === 0) return matches;
  return matches.map((match, m) => {
    const { option, item } = match;
    const list = option?.step.list ?? '';
    const other = either.get(list);
    if (option === undefined || other === undefined) return match;
    if (isUpper(list, other)) {
      return m <= lastPlaced(matches, list) ? match : orItem(plan, match, option, other, 0);
    }
    return orItem(plan, match, option, other, itemsOf(matches, other) + item);
  });
}

/** By each list of bare items that shows no label, the one that touches it and has bare items, too; and the reverse. */
function eitherList(plan: Plan, matches: readonly Match[]): Map<string, string> {
  const { slots, groups } = plan.form;
  const shown = new Set<Slot | undefined>();
  for (const { option } of matches) {
    for (const slot of option?.reading ?? []) shown.add(option?.step.slots[slot ?? -1]);
  }
  const either = new Map<string, string>();
  groups.forEach((group, g) => {
    const label = slots.find((slot) => slot.grows && slot.row === group.first);
    if (label === undefined || shown.has(label) || !hasBareItems(plan, group.list)) return;
    for (const other of [groups[g - 1], groups[g + 1]]) {
      const touches = other?.last === group.first - 1 || other?.first === group.last + 1;
      if (other === undefined || !touches || !hasBareItems(plan, other.list)) continue;
      either.set(group.list, other.list);
      either.set(other.list, group.list);
    }
  });
  return either;
}

/** The last row of a list that a person has placed in it, at the item that it was read as; -1 for none. */
function lastPlaced(matches: readonly Match[], list: string): number {
  return matches.findLastIndex(
    ({ option, item }) => option?.step.list === list && placedBoxes(option).some((box) => box.item === item),
  );
}

/** How many items were read of a list. */
function itemsOf(matches: readonly Match[], list: string): number {
  return matches.reduce((most, match) => (listOf(match) === list ? Math.max(most, match.item + 1) : most), 0);
}

/** A row with all its values doubtful, as it may be an item of another list. */
function orItem(plan: Plan, match: Match, option: Option, other: string, otherItem: number): Match {
  const [here, there] = [holesOf(plan, option.step.list ?? ''), holesOf(plan, other)];
  const doubts = option.reading.flatMap((slot, cell): [number, string | undefined][] => {
    const own = holeOf(option, slot);
    return own === undefined ? [] : [[cell, there[here.indexOf(own)]]];
  });
  return { ...match, doubts: new Map(doubts), otherItem };
}

/**
 * Where a list has no row, and not even an empty one before those of the list that follows it on the form, the two may
 * have changed places: the rows of the other without words of their own may be its items.
 */
function doubtPassed(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const { groups } = plan.form;
  return groups.reduce((rows, upper, g) => {
    const lower = groups[g + 1];
    if (lower?.first !== upper.last + 1 || rows.some((row) => listOf(row) === upper.list)) return rows;
    if (!hasBareItems(plan, upper.list) || !hasBareItems(plan, lower.list)) return rows;
    const first = rows.findIndex((row) => listOf(row) === lower.list);
    const [above, begin] = [rows[first - 1], rows[first]];
    if (above === undefined || begin === undefined || begin.row.row > above.row.row + 1) return rows;
    return rows.map((match) => {
      const { option, item, doubts } = match;
      if (option?.step.list !== lower.list || item === 0 || doubts.size > 0) return match;
      return orItem(plan, match, option, upper.list, item - 1);
    });
  }, matches);
}

/** The list that a row was read as a row of. */
function listOf({ option }: Match): string | undefined {
  return option?.step.list;
}

/** Whether the further items of a list have no words of the form of their own. */
function hasBareItems({ steps }: Plan, list: string): boolean {
  return steps.every((step) => step.list !== list || !step.again || !step.anchored);
}

/** The holes of the first row of a list's item. */
function holesOf({ steps }: Plan, list: string): string[] {
  return steps.find((step) => step.list === list && !step.again)?.slots.flatMap(pathsOf) ?? [];
}

/** Where a row of a list could be read in two ways, other rows of the list that stand off the form's columns can, too. */
function doubtShifted(matches: readonly Match[]): readonly Match[] {
  const isEither = ({ doubts }: Match) => [...doubts.values()].some((other) => other !== undefined);
  const unsure = new Set(matches.flatMap((match) => (isEither(match) ? (listOf(match) ?? []) : [])));
  return matches.map((match) => {
    const { option, doubts } = match;
    if (option === undefined || !unsure.has(option.step.list ?? '') || doubts.size > 0) return match;
    if (option.startShift === 0 && option.endShift === 0) return match;
    return doubted(match, valueCells(option));
  });
}
