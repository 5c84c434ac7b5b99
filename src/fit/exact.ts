/** The exact reading: every row where the form has it and every label as printed. Most sheets are so, and it is quick. */
import { isLabel } from '../form/form.ts';
import { isCrossed, sentencesInLists } from './closed.ts';
import type { Columns } from './columns.ts';
import { lackingFields, type Row } from './input.ts';
import { headingStep, type Option } from './options.ts';
import type { Plan } from './plan.ts';
import type { Edge, Way } from './rows.ts';
import type { Move, Step } from './steps.ts';
import { endsLabelAbove } from './suspicion.ts';
import { isRemark, type Text } from './texts.ts';

/** The way on which nothing is missing, moved or left, if there is exactly one; else undefined, which says nothing. */
export function exactWay(plan: Plan, rows: readonly Row[], columns: Columns): Way | undefined {
  const { edges, odd } = follow(plan, rows, columns);
  return odd === undefined && edges.length > 0 ? { cost: 0, rows, edges, exact: true, near: [] } : undefined;
}

/** The first row that is not as the form has it, or not the only way; the last one where something is missing after it. */
export function oddRow(plan: Plan, rows: readonly Row[], columns: Columns): Row | undefined {
  return follow(plan, rows, columns).odd;
}

/** What rows are held against. */
interface Ruler {
  readonly columns: Columns;
  /** Whether no row of the text has lost a field: a remark at the end of one hides no loss then. */
  readonly isWhole: boolean;
}

/** The exact way as far as it leads. */
function follow(
  plan: Plan,
  rows: readonly Row[],
  columns: Columns,
): { readonly edges: readonly Edge[]; readonly odd?: Row | undefined } {
  const edges: Edge[] = [];
  const ruler = { columns, isWhole: rows.every(({ fields, full }) => fields === full) };
  let node = { step: -1, shift: 0, cost: 0, rest: 0 };
  for (const [r, row] of rows.entries()) {
    const before = rows[r - 1];
    const only = endsLabelAbove(plan, row, before)
      ? undefined
      : onlyOption(plan, row, before, edges.at(-1), ruler);
    if (only === undefined) return { edges, odd: row };
    const to = { step: only.option.step.index, shift: 0, cost: 0, rest: 0, at: row.row };
    edges.push({ from: node, to, cost: 0, ...only });
    node = to;
  }
  return plan.labelsAfter(node.step) > 0 ? { edges, odd: rows.at(-1) } : { edges };
}

/** What a row is and how the way leads to it, if it can be one thing only. */
function onlyOption(
  plan: Plan,
  row: Row,
  before: Row | undefined,
  edge: Edge | undefined,
  ruler: Ruler,
): { readonly option: Option; readonly move: Move } | undefined {
  const from = edge?.to.step ?? -1;
  let only: { readonly option: Option; readonly move: Move } | undefined;
  for (const { step, move } of plan.onwards(from)) {
    const option = exactOption(plan, row, step, ruler);
    if (option === undefined) continue;
    const isByPlace = isLone(row, step) || move.blind || (edge?.move?.blind && !move.back);
    if (isByPlace && isApart(row, before, move)) continue;
    if (only !== undefined) return undefined;
    only = { option, move };
  }
  if (only === undefined || (only.move.back && mayGoOn(plan, row, from))) return undefined;
  if (!only.option.step.heading && headingStep(plan, row) !== undefined) return undefined;
  return only;
}

/** Whether a row does not stand as far below the one before as the form has it. Another sheet begins at any distance. */
function isApart(row: Row, before: Row | undefined, { blind, back, rows = 0 }: Move): boolean {
  return before !== undefined && !(blind && back) && row.row !== before.row + rows;
}

/** Whether the texts of a row may as well be values of the sheet that is being read: then no other need begin with it. */
function mayGoOn({ onwards, judge }: Plan, { cells }: Row, from: number): boolean {
  const isValueIn = (step: Step) => (cell: Text) =>
    step.slots.some((slot) => !isLabel(slot) && judge.fits(cell, slot));
  return onwards(from).some(({ step, move }) => !move.back && cells.every(isValueIn(step)));
}

/** A text alone in a row of a list, or in one without words of the form: with a mark, or apart from the row above, it may be a remark. */
function isLone({ cells }: Row, { list, anchored }: Step): boolean {
  return cells.length === 1 && (list !== undefined || !anchored);
}

/** A row read as a step whose labels all stand in their places, with every cell in a slot's own column. */
function exactOption(plan: Plan, row: Row, step: Step, { columns, isWhole }: Ruler): Option | undefined {
  const { slots, index } = step;
  const { wanted } = columns.at(index, row.row);
  if (lackingFields(row, columns, index, isWhole) > 0) return undefined;
  if (isLone(row, step) && row.cells.some(({ text }) => isRemark(text))) return undefined;
  const reading: number[] = [];
  for (const cell of row.cells) {
    const at = wanted.findIndex(({ column }) => column === cell.column);
    const slot = slots[at];
    if (slot === undefined) return undefined;
    const { likeness, fits } = plan.judge;
    if (isLabel(slot) ? likeness(cell, slot) !== 'same' : !fits(cell, slot)) return undefined;
    reading.push(at);
  }
  if (slots.some((slot, s) => isLabel(slot) && !reading.includes(s))) return undefined;
  // a field that was put in would have pushed a text off its column, or out
  if (row.extra > 0 && reading.length < slots.length) return undefined;
  const variant = { cells: row.cells, cost: 0, pushed: 0 };
  const read = { step, reading, variant };
  if (isCrossed(plan, read) || sentencesInLists(plan, read).length > 0) return undefined;
  const task = { cells: row.cells, slots: wanted, pairCost: () => 0, lacking: 0, extra: 0 };
  return { step, reading, cost: 0, startShift: 0, endShift: 0, variant, task };
}
