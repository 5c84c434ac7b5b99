/** The way to read an input: by which columns, and whether its short rows have lost fields. */

import { isLabel, pathsOf } from '../form/form.ts';
import type { Grid } from '../grid.ts';
import { SURE } from './align.ts';
import type { Columns } from './columns.ts';
import { exactWay } from './exact.ts';
import { type Row, rowsOf } from './input.ts';
import { learnColumns } from './learn.ts';
import { type Option, type Prepared, prepare } from './options.ts';
import type { Pins } from './pins.ts';
import type { Plan } from './plan.ts';
import { alignRows, type Way } from './rows.ts';
import { hasWordAstray, lacksLabel } from './suspicion.ts';

export interface Ways {
  readonly way: Way;
  /** Another way that costs nearly the same, by other columns. */
  readonly rival?: Way;
}

/** What it costs to take the input's own headings for its columns instead of the form's. */
const LEARNED = 3;

/** The exact way where there is one, which takes a fraction of the time; else the cheapest. */
export function bestWay(plan: Plan, grid: Grid, pins: Pins): Ways {
  const rows = rowsOf(grid, pins);
  const way = exactWayIn(plan, rows);
  return way === undefined ? cheapestWay(plan, rows) : { way };
}

/** The exact way by any ruler. */
export function exactWayIn(plan: Plan, rows: readonly Row[]): Way | undefined {
  for (const columns of plan.columns) {
    const exact = exactWay(plan, rows, columns);
    if (exact !== undefined) return exact;
  }
  return undefined;
}

/** The cheapest way by any ruler. */
export function cheapestWay(plan: Plan, rows: readonly Row[]): Ways {
  const prepared = prepare(plan, rows);
  const align = (columns: Columns) => ({
    columns,
    way: alignRows(plan, rows, prepared, columns, () => false),
  });
  const ways: { columns: Columns; way: Way }[] = [];
  for (const columns of plan.columns) {
    const next = align(columns);
    ways.push(next);
    if (isExact(next.way)) return { way: keptOrNot(plan, rows, prepared, next) };
  }
  ways.sort((a, b) => a.way.cost - b.way.cost);
  const worth = 2 * (ways[0]?.way.cost ?? 0) + LEARNED;
  for (const first of ways.filter(({ way }) => way.cost <= worth)) {
    for (const learned of learnColumns(plan, first.columns, first.way)) {
      const { way } = align(learned);
      ways.push({ columns: learned, way: { ...way, cost: way.cost + LEARNED } });
    }
  }
  const [best, second] = ways.sort((a, b) => a.way.cost - b.way.cost);
  const way = keptOrNot(plan, rows, prepared, best as (typeof ways)[number]);
  return second !== undefined && second.way.cost - (best?.way.cost ?? 0) < SURE
    ? { way, rival: second.way }
    : { way };
}

/** A way on which every row stands where the form has it, whether it was looked for or not. */
export function isExact({ edges, exact }: Way): boolean {
  if (exact) return true;
  return edges.every(
    ({ option, move }) =>
      option !== undefined &&
      move !== undefined &&
      !move.back &&
      move.missed === 0 &&
      option.startShift === 0 &&
      option.endShift === 0 &&
      option.reading.every((slot) => slot !== undefined),
  );
}

/**
 * Text that ends each line with its last value has short lines by its nature. Where no row shows that empty fields were
 * dropped, and an empty box before a text has kept its field, they were kept in all rows that stand in
 * the form's columns, and the short lines prove nothing. Else they prove nothing in rows that read as filled up to a day
 * of the plan period. A label that is lost may be lost with its field.
 */
function keptOrNot(
  plan: Plan,
  rows: readonly Row[],
  prepared: Prepared,
  { columns, way }: { columns: Columns; way: Way },
): Way {
  const trimmed = rows.every(
    ({ fields, cells, leftOut }) => fields === Math.max(cells.at(-1)?.column ?? 0, ...leftOut) + 1,
  );
  if (!trimmed) return way;
  const options = way.edges.flatMap(({ option }) => option ?? []);
  if (options.some(({ startShift, endShift }) => startShift < 0 || endShift < startShift)) return way;
  const kept = options.some((option) => keepsBlank(option));
  if (columns.ragged && !kept) return way;
  const filled = new Set(
    way.edges.flatMap(({ option }, r) => {
      if (option === undefined || hasWordAstray(option) || lacksLabel(option)) return [];
      return (kept && columns.own && option.startShift === 0) || isTimely(plan, option) ? [way.rows[r]] : [];
    }),
  );
  return alignRows(plan, rows, prepared, columns, (row) => filled.has(row));
}

/**
 * Whether no box of a row is empty that was due by the day of the latest one that is filled. Where only some boxes of a day
 * are filled, the fields of the others may be lost from before a text as well as from the end of the line.
 */
function isTimely({ form }: Plan, { step, reading }: Option): boolean {
  const boxes = step.slots.map((slot, s) => ({
    filled: reading.includes(s),
    dues: pathsOf(slot).map((path) => form.dues.get(path) ?? 0),
  }));
  const latest = Math.max(...boxes.flatMap(({ filled, dues }) => (filled ? dues : [])));
  return boxes.every(({ filled, dues }) => filled || dues.every((due) => due > latest));
}

/** Whether an empty box stands, as an empty field, before a text of a row read without a change of columns. */
function keepsBlank({ step, reading, startShift, endShift, variant }: Option): boolean {
  if (variant.cut !== undefined) return false;
  const taken = reading.flatMap((slot) => slot ?? []);
  if (startShift !== endShift || taken.length !== reading.length) return false;
  const first = startShift === 0 ? 0 : (taken[0] ?? 0);
  return step.slots.some(
    (slot, s) => s >= first && s < (taken.at(-1) ?? 0) && !taken.includes(s) && !isLabel(slot),
  );
}
