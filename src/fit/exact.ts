/** The exact reading: every row where the form has it and every label as printed. Most sheets are so, and it is quick. */
import { isLabel } from '../form/form.ts';
import { isCrossed, sentencesInLists } from './closed.ts';
import type { Columns } from './columns.ts';
import { lackingFields, type Row } from './input.ts';
import { headingStep, type Option } from './options.ts';
import { isRemark } from './pairs.ts';
import type { Plan } from './plan.ts';
import type { Edge, Way } from './rows.ts';
import { endsLabelAbove } from './suspicion.ts';

/** The way on which nothing is missing, moved or left, if there is exactly one; else undefined, which says nothing. */
export function exactWay(plan: Plan, rows: readonly Row[], columns: Columns): Way | undefined {
  const edges: Edge[] = [];
  let node = { step: -1, shift: 0, cost: 0, rest: 0 };
  for (const [r, row] of rows.entries()) {
    if (endsLabelAbove(plan, row, rows[r - 1])) return undefined;
    const options = plan.onwards(node.step).flatMap(({ step, move }) => {
      const option = exactOption(plan, row, step, columns);
      return option === undefined ? [] : [{ option, move }];
    });
    const [only, ...others] = options;
    if (only === undefined || others.length > 0) return undefined;
    if (!plan.steps[only.option.step]?.heading && headingStep(plan, row) !== undefined) return undefined;
    if (
      isLoneItem(plan, row, only.option.step) &&
      row.row !== (rows[r - 1]?.row ?? 0) + (only.move.rows ?? 0)
    )
      return undefined;
    const to = { step: only.option.step, shift: 0, cost: 0, rest: 0, at: row.row };
    edges.push({ from: node, to, cost: 0, ...only });
    node = to;
  }
  if (edges.length === 0 || plan.labelsAfter(node.step) > 0) return undefined;
  return { cost: 0, rows, edges, exact: true, near: [] };
}

/** A text alone in a row of a list: with a mark, or apart from the row above, it may be a remark. */
function isLoneItem({ steps }: Plan, { cells }: Row, step: number): boolean {
  return cells.length === 1 && steps[step]?.list !== undefined;
}

/** A row read as a step whose labels all stand in their places, with every cell in a slot's own column. */
function exactOption(plan: Plan, row: Row, step: number, columns: Columns): Option | undefined {
  const slots = plan.steps[step]?.slots ?? [];
  const { wanted } = columns.at(step, row.row);
  if (lackingFields(row, columns, step) > 0 || row.extra > 0) return undefined;
  if (isLoneItem(plan, row, step) && row.cells.some(({ text }) => isRemark(text))) return undefined;
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
  const variant = { cells: row.cells, cost: 0, pushed: 0 };
  const read = { step, reading, variant };
  if (isCrossed(plan, read) || sentencesInLists(plan, read).length > 0) return undefined;
  const task = { cells: row.cells, slots: wanted, pairCost: () => 0, lacking: 0, extra: 0 };
  return { step, reading, cost: 0, startShift: 0, endShift: 0, variant, task };
}
