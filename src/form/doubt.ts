/** Doubt: cells that another reading, nearly as cheap as the one taken, would put elsewhere. */
import { alignRow, entryCost, type PairCost, type Reading, SURE, shiftOf, type Task } from './align.ts';
import { isLabel, pathsOf, type Slot } from './form.ts';
import type { Match } from './match.ts';
import { LABEL_AS_VALUE, type Text } from './pairs.ts';
import type { Box } from './placement.ts';
import type { Plan } from './plan.ts';
import type { Edge, Option, Way } from './rows.ts';
import type { Step } from './steps.ts';

/** Where a doubtful cell would stand by the other reading: a hole of the form, or nowhere. */
export type Doubts = ReadonlyMap<number, string | undefined>;

/** The doubtful cells of a row, by their index in the row as it was cut. */
export function doubtsOf(plan: Plan, way: Way, row: number): Doubts {
  const edge = way.edges[row];
  const option = edge?.option;
  if (edge === undefined || option === undefined || way.exact) return new Map();
  const held = option.reading.flatMap((slot, cell) => {
    const own = holeOf(plan, option, slot);
    return own === undefined ? [] : [{ cell, own }];
  });
  if (isTorn(option)) {
    const aside = option.reading.flatMap((slot, cell) =>
      slot !== undefined && shiftOf(option.task, cell, slot) !== 0 ? [cell] : [],
    );
    return new Map([...held.map(({ cell }) => cell), ...aside].map((cell) => [cell, undefined]));
  }
  if (held.length === 0) return new Map(wordsInBoxes(plan, option).map((cell) => [cell, undefined]));
  if (isStranger(plan, edge, option, held) || isOdd(plan, option)) {
    return new Map(held.map(({ cell }) => [cell, undefined]));
  }
  const doubts = new Map<number, string | undefined>();
  for (const { cell, own } of held) {
    const others = [
      ...otherRows(plan, way, row, edge, option, cell),
      ...otherSlots(plan, edge, option, cell),
    ];
    const other = others.findIndex((path) => path !== own);
    if (other >= 0) doubts.set(cell, others[other]);
  }
  return option.task.lacking + option.startShift > 0 ? spread(plan, option, doubts) : doubts;
}

/** A row with a text for which there is no box in it, and which is no remark: nothing in such a row is sure. */
export function isTorn({ reading, variant }: Option): boolean {
  return reading.some((slot, cell) => {
    const text = variant.cells[cell];
    return slot === undefined && text?.leave === undefined && text?.placed === undefined;
  });
}

/** The boxes of a row in which a person has placed a text. */
export function placedIn({ reading, variant }: Option): Box[] {
  return reading.flatMap((slot, cell) => (slot === undefined ? [] : (variant.cells[cell]?.placed ?? [])));
}

/** Words of the form that stand off their columns in a row without values, just where a value would: they may be one. */
function wordsInBoxes(plan: Plan, { step, reading, variant, task }: Option): number[] {
  const { slots } = plan.steps[step] as Step;
  const boxes = new Set(slots.flatMap((slot, s) => (isLabel(slot) ? [] : [task.slots[s]?.column])));
  return reading.flatMap((slot, cell) => {
    if (slot === undefined || shiftOf(task, cell, slot) === 0) return [];
    return boxes.has(variant.cells[cell]?.column) ? [cell] : [];
  });
}

/**
 * A text alone in a row without words of the form that does not stand just where a box is, or, where the row is not the
 * next one, is not in the first box of a list: it may be a remark.
 */
function isStranger(
  plan: Plan,
  { from, to, move }: Edge,
  { step, reading, startShift, variant, task }: Option,
  held: readonly { readonly cell: number; readonly own: string }[],
): boolean {
  const { slots, list } = plan.steps[step] as Step;
  const [only, ...others] = held;
  if (list === undefined || only === undefined || others.length > 0) return false;
  if (reading.some((slot) => slot !== undefined && isLabel(slots[slot] as Slot))) return false;
  const gap = (to.at ?? 0) - (from.at ?? 0) - (move?.rows ?? 0);
  const aside = variant.cells[only.cell]?.column !== task.slots[reading[only.cell] ?? -1]?.column;
  return startShift !== 0 || aside || (gap !== 0 && only.own !== slots.flatMap(pathsOf)[0]);
}

/** What a box may cost that does not speak against it. */
const ODD = 1;

/**
 * A row that may be another row altogether: it has a text unlike its box and is not just as the form has it, a value
 * where a label is missing that may stand in it or the end of the label before it, more fields than can be accounted
 * for, or mostly words of the form in its boxes.
 */
function isOdd(plan: Plan, option: Option): boolean {
  const { step, reading, startShift, endShift, task, variant } = option;
  const { slots } = plan.steps[step] as Step;
  const values = reading.flatMap((slot, cell) =>
    slot === undefined || isLabel(slots[slot] as Slot) || variant.cells[cell]?.placed !== undefined
      ? []
      : [{ slot, cell }],
  );
  const asPrinted =
    startShift === 0 &&
    endShift === 0 &&
    task.lacking <= 0 &&
    variant.cut === undefined &&
    slots.every((slot, s) => !isLabel(slot) || reading.includes(s));
  if (!asPrinted && isUnlike(plan, option)) return true;
  if (task.extra > Math.max(0, endShift)) return true;
  const covers = (label: number, { slot, cell }: { slot: number; cell: number }) => {
    const [column = 0, wanted = 0] = [variant.cells[cell]?.column, task.slots[label]?.column];
    return column === wanted || (label < slot && column < wanted);
  };
  const missing = slots.flatMap((slot, s) =>
    isLabel(slot) && !slot.grows && !reading.includes(s) ? [s] : [],
  );
  if (values.some((value) => missing.some((label) => covers(label, value)))) return true;
  const isRest = ({ cell }: { cell: number }) => {
    const [label, before] = [variant.cells[cell - 1], slots[reading[cell - 1] ?? -1]];
    const rest = variant.cells[cell]?.label?.folded ?? '';
    if (rest === '' || label === undefined || before === undefined || !isLabel(before)) return false;
    const { likeness, namesOf } = plan.judge;
    return likeness(label, before) === 'reworded' && namesOf(before).some((name) => name.endsWith(rest));
  };
  if (values.some(isRest)) return true;
  if (!asPrinted) return false;
  const words = values.filter(({ cell }) => plan.judge.looksLikeLabel(variant.cells[cell] as Text));
  return words.length > 1 && 2 * words.length > values.length && values.length === reading.length;
}

/** Whether a text of a row is unlike the box it was put in. */
function isUnlike(plan: Plan, option: Option): boolean {
  return costsOf(plan, option).some((cost) => cost >= ODD);
}

/** Whether a row has a word of a closed list outside its boxes, or another text in one of them. */
export function hasWordAstray(plan: Plan, option: Option): boolean {
  return costsOf(plan, option).some((cost) => cost >= ODD && cost < LABEL_AS_VALUE);
}

/** What the texts of a row cost in their boxes, the columns aside. */
function costsOf(plan: Plan, { step, reading, task }: Option): number[] {
  const { slots } = plan.steps[step] as Step;
  return reading.flatMap((slot, cell) =>
    slot === undefined || isLabel(slots[slot] as Slot) ? [] : (task.pairCost(cell, slot) ?? 0),
  );
}

/** Where fields were lost from a row and one of its cells is doubtful, none of them is sure. */
function spread(plan: Plan, option: Option, doubts: ReadonlyMap<number, string | undefined>): Doubts {
  const [first] = doubts.values();
  if (doubts.size === 0) return doubts;
  return new Map(
    option.reading.flatMap((slot, cell) =>
      holeOf(plan, option, slot) === undefined ? [] : [[cell, doubts.get(cell) ?? first] as const],
    ),
  );
}

/** What the other ways through the sheet take the cell for. */
function otherRows(
  plan: Plan,
  way: Way,
  row: number,
  edge: Edge,
  option: Option,
  cell: number,
): (string | undefined)[] {
  const given = option.variant.cells[cell]?.cell;
  return (way.near[row] ?? []).flatMap((near) => {
    if (near.extra >= SURE || near.edge === edge) return [];
    const other = near.edge.option;
    if (other === undefined) return [undefined];
    const at = other.variant.cells.findLastIndex((text) => text.cell === given);
    return [holeOf(plan, other, other.reading[at])];
  });
}

/** What the cell would be in the same row of the form, if it could not be what it was taken for. */
function otherSlots(plan: Plan, edge: Edge, option: Option, cell: number): (string | undefined)[] {
  const { task, reading, startShift, endShift } = option;
  const before = edge.move?.back ? 0 : edge.from.shift;
  const exact = before === 0 && startShift === 0 && endShift === 0;
  if (exact && task.lacking <= 0) return [];
  const barred: PairCost = (c, s) => (c === cell && s === reading[cell] ? undefined : task.pairCost(c, s));
  const best = cheapest(task, before);
  const second = cheapest({ ...task, pairCost: barred }, before);
  if (best === undefined || second === undefined || second.cost - best.cost >= SURE) return [];
  return [holeOf(plan, option, second.reading[cell])];
}

function cheapest(task: Task, before: number): { reading: Reading; cost: number } | undefined {
  const [best] = alignRow(task)
    .map((sketch) => ({ sketch, cost: sketch.cost + entryCost(before, sketch.startShift, task.lacking) }))
    .sort((a, b) => a.cost - b.cost);
  return best && { reading: best.sketch.finish().reading, cost: best.cost };
}

function holeOf(plan: Plan, option: Option, slot: number | undefined): string | undefined {
  const found = slot === undefined ? undefined : plan.steps[option.step]?.slots[slot];
  return found === undefined ? undefined : pathsOf(found)[0];
}

/**
 * Where the label of a list is lost and its rows have no words of their own, nobody can say where it begins: the rows
 * of this list and of one that touches it may be items of either.
 */
export function doubtLists(plan: Plan, matches: readonly Match[]): Match[] {
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
export function doubtShifted(matches: readonly Match[]): Match[] {
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
