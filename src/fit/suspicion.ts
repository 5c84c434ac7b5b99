/** Suspicion: rows that are not whole, in which nothing is sure however cheap their reading is. */

import { isLabel, pathsOf, type Slot } from '../form/form.ts';
import { aboveOf } from '../form/trail.ts';
import { shiftOf } from './align.ts';
import { isCrossed } from './closed.ts';
import type { Row } from './input.ts';
import type { Option } from './options.ts';
import { LABEL_AS_VALUE } from './pairs.ts';
import type { Plan } from './plan.ts';
import type { Edge } from './rows.ts';
import type { Text } from './texts.ts';

/** A row with a text for which there is no box in it, and which is no remark: nothing in such a row is sure. */
export function isTorn(option: Option): boolean {
  return option.reading.some((slot, cell) => {
    const text = option.variant.cells[cell];
    if (slot !== undefined || text?.leave !== undefined || text?.placed !== undefined) return false;
    return !isBeside(option, cell);
  });
}

/**
 * A text in a column in which the form has nothing, while the rest of the row stands in the form's own columns: a note.
 * It is no value that was pushed out of its box, for that would have left as many columns empty as it was pushed by.
 */
export function isBeside({ reading, task }: Option, cell: number): boolean {
  const { cells, slots } = task;
  const column = cells[cell]?.column ?? 0;
  if (reading[cell] !== undefined || cells[cell]?.beside === undefined) return false;
  if (reading.some((slot, c) => slot !== undefined && shiftOf(task, c, slot) !== 0)) return false;
  const boxes = slots.map((slot, s) => ({ ...slot, next: slots[s + 1]?.column ?? slot.column + 1, s }));
  const values = boxes.filter(({ label }) => !label);
  const empty = values
    .filter(({ s }) => !reading.includes(s))
    .reduce((sum, { column, next }) => sum + next - column, 0);
  return values.every((box) => Math.abs(column - box.column) > empty);
}

/** Whether a text that has no box, and is no remark, stands before one that has. */
export function hasTextBefore({ reading, variant }: Option): boolean {
  const last = reading.findLastIndex((slot) => slot !== undefined);
  return variant.cells
    .slice(0, Math.max(0, last))
    .some(({ leave, placed }, c) => reading[c] === undefined && (leave ?? placed) === undefined);
}

/** Words of the form that stand off their columns in a row without values, just where a value would: they may be one. */
export function wordsInBoxes({ step, reading, variant, task }: Option): number[] {
  const boxes = new Set(step.slots.flatMap((slot, s) => (isLabel(slot) ? [] : [task.slots[s]?.column])));
  return reading.flatMap((slot, cell) => {
    if (slot === undefined || shiftOf(task, cell, slot) === 0) return [];
    return boxes.has(variant.cells[cell]?.column) ? [cell] : [];
  });
}

/**
 * A text alone in a row without words of the form that does not stand just where a box is, or, where the row is not the
 * next one, has an empty row above it or is not in the first box of a list: it may be a remark.
 */
export function isStranger(
  { from, to, move }: Edge,
  { step, reading, startShift, variant, task }: Option,
  held: readonly { readonly cell: number; readonly own: string }[],
  above: Row | undefined,
): boolean {
  const { slots, list, anchored } = step;
  const [only, ...others] = held;
  if ((list === undefined && anchored) || only === undefined || others.length > 0) return false;
  if (reading.some((slot) => slot !== undefined && isLabel(slots[slot] as Slot))) return false;
  const gap = (to.at ?? 0) - (from.at ?? 0) - (move?.rows ?? 0);
  const aside = variant.cells[only.cell]?.column !== task.slots[reading[only.cell] ?? -1]?.column;
  const isApart = above === undefined || (to.at ?? 0) > above.row + 1;
  return startShift !== 0 || aside || (gap !== 0 && (isApart || only.own !== slots.flatMap(pathsOf)[0]));
}

/** A text alone in a row that makes a label of the form with the words just above it: it may be the end of that label. */
export function endsLabelAbove(plan: Plan, row: Row, above: Row | undefined): boolean {
  const [only] = row.cells;
  if (only?.label === undefined || row.cells.length > 1) return false;
  const upper = above?.cells.find(({ column }) => column === only.column)?.label?.folded ?? '';
  return upper !== '' && plan.judge.labels.has(upper + only.label.folded);
}

/** From this cost on, a text speaks against its box. */
const ODD = 1;

/** A row that may be another row altogether, or be read otherwise than it was meant. */
export function isOdd(plan: Plan, option: Option): boolean {
  const asPrinted = isAsPrinted(option);
  return (
    (!asPrinted && isUnlike(option)) ||
    (option.task.extra > Math.max(0, option.endShift) &&
      !isBeside(option, option.reading.length - 1) &&
      !(asPrinted && isFull(option))) ||
    hasValueAtLostLabel(option) ||
    hasRestOfLabel(plan, option) ||
    isCrossed(plan, option) ||
    isColumnsOnly(plan, option) ||
    (asPrinted && isMostlyLabels(plan, option))
  );
}

/** Whether each box and label of a row has a text, and each text one of them. */
function isFull({ step, reading }: Option): boolean {
  return reading.length === step.slots.length && !reading.includes(undefined);
}

/** Whether a row stands in the form's columns, whole and with all its labels. */
function isAsPrinted({ step, reading, startShift, endShift, task, variant }: Option): boolean {
  return (
    startShift === 0 &&
    endShift === 0 &&
    task.lacking <= 0 &&
    variant.cut === undefined &&
    step.slots.every((slot, s) => !isLabel(slot) || reading.includes(s))
  );
}

/**
 * Whether only their columns tell boxes of a row apart, without a word between or over them, one of them is empty, and the
 * columns do not hold: a text of the row is off them otherwise than the row begins, or stands beside all boxes.
 */
function isColumnsOnly({ form }: Plan, option: Option): boolean {
  const { step, reading, startShift, task, variant } = option;
  const isValue = (slot: number) => step.slots[slot] !== undefined && !isLabel(step.slots[slot]);
  const alike = [...step.slots.keys()].filter((s) => isValue(s) && (isValue(s - 1) || isValue(s + 1)));
  const isOff = reading.some((slot, cell) => {
    if (slot === undefined) return variant.cells[cell]?.leave === undefined;
    return alike.includes(slot) && shiftOf(task, cell, slot) !== startShift;
  });
  return (
    isOff &&
    alike.some((slot) => !reading.includes(slot)) &&
    alike.every((slot) => aboveOf(form, step.slots[slot] as Slot).length === 0)
  );
}

interface Value {
  readonly cell: number;
  readonly slot: number;
}

/** The values of a row that no person has placed. */
function valuesOf({ step: { slots }, reading, variant }: Option): Value[] {
  return reading.flatMap((slot, cell) =>
    slot === undefined || isLabel(slots[slot] as Slot) || variant.cells[cell]?.placed !== undefined
      ? []
      : [{ slot, cell }],
  );
}

/** Whether a value stands where a label is missing: the label may be in it. */
function hasValueAtLostLabel(option: Option): boolean {
  const { step, reading, task, variant } = option;
  const lost = step.slots.flatMap((slot, s) =>
    isLabel(slot) && !slot.grows && !reading.includes(s) ? [s] : [],
  );
  return valuesOf(option).some(({ slot, cell }) =>
    lost.some((label) => {
      const [column = 0, wanted = 0] = [variant.cells[cell]?.column, task.slots[label]?.column];
      return column === wanted || (label < slot && column < wanted);
    }),
  );
}

/** Whether a label is missing before a text of a row: its field may be gone with it. */
export function lacksLabel({ step, reading }: Option): boolean {
  const last = Math.max(-1, ...reading.map((slot) => slot ?? -1));
  return step.slots.some((slot, s) => s < last && isLabel(slot) && !reading.includes(s));
}

/** Whether a value is the end of the label before it, which is not as printed: it was cut off from it. */
function hasRestOfLabel(plan: Plan, option: Option): boolean {
  const { step, reading, variant } = option;
  const { likeness, namesOf } = plan.judge;
  return valuesOf(option).some(({ cell }) => {
    const [label, before] = [variant.cells[cell - 1], step.slots[reading[cell - 1] ?? -1]];
    const rest = variant.cells[cell]?.label?.folded ?? '';
    if (rest === '' || label === undefined || before === undefined || !isLabel(before)) return false;
    return likeness(label, before) === 'reworded' && namesOf(before).some((name) => name.endsWith(rest));
  });
}

/** Whether nothing but values stands in a row, and most of them are words of the form. */
function isMostlyLabels(plan: Plan, option: Option): boolean {
  const values = valuesOf(option);
  const words = values.filter(({ cell }) => plan.judge.looksLikeLabel(option.variant.cells[cell] as Text));
  return words.length > 1 && 2 * words.length > values.length && values.length === option.reading.length;
}

/** Whether a text of a row is unlike the box it was put in. */
function isUnlike(option: Option): boolean {
  return costsOf(option).some((cost) => cost >= ODD);
}

/** Whether a row has a word of a closed list outside its boxes, or another text in one of them. */
export function hasWordAstray(option: Option): boolean {
  return costsOf(option).some((cost) => cost >= ODD && cost < LABEL_AS_VALUE);
}

/** What the texts of a row cost in their boxes, the columns aside. */
function costsOf({ step: { slots }, reading, task }: Option): number[] {
  return reading.flatMap((slot, cell) =>
    slot === undefined || isLabel(slots[slot] as Slot) ? [] : (task.pairCost(cell, slot) ?? 0),
  );
}
