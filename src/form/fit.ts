/**
 * Fit: Grid → Records. Aligns an input with a form, takes the texts out of the holes, puts right what was damaged on
 * the way, and says so. Nothing else in the program is tolerant.
 */
import { fold } from '../fold.ts';
import { type Cell, type Grid, placeOf } from '../grid.ts';
import { SURE } from './align.ts';
import { collect } from './collect.ts';
import { doubtsOf } from './doubt.ts';
import { exactWay } from './exact.ts';
import { type Form, isLabel, pathsOf } from './form.ts';
import { type Row, rowsOf } from './input.ts';
import { learnColumns } from './learn.ts';
import type { Fitted, Match } from './match.ts';
import { LONGEST_LABEL } from './pairs.ts';
import { type Plan, planOf } from './plan.ts';
import { alignRows, type Option, type Prepared, prepare, type Way } from './rows.ts';
import type { Columns } from './ruler.ts';

export type { Fitted } from './match.ts';

/** Reads a grid as filled forms, one after the other. Never throws; a grid that is no such form has a likeness near 0. */
export function fit(form: Form, grid: Grid): readonly Fitted[] {
  const plan = planOf(form);
  const share = shareOfLabels(plan, grid);
  if (share < FOREIGN) return [{ record: new Map(), places: new Map(), findings: [], likeness: share }];
  const first = bestWay(plan, grid);
  const joined = withLabelsJoined(plan, grid, first.way);
  const second = joined === undefined ? undefined : bestWay(plan, joined.grid);
  if (joined === undefined || second === undefined || second.way.cost >= first.way.cost) {
    return sheetsOf(plan, first).map((sheet) => collect(plan, grid, sheet));
  }
  return sheetsOf(plan, second).map((sheet) => {
    const rows = new Set(sheet.map(({ row }) => row.row));
    const here = joined.labels.filter((cell) => rows.has(cell.row));
    const findings = here.map((cell) => ({ code: 'label-split', place: placeOf(grid, cell) }));
    const fitted = collect(plan, grid, sheet);
    return { ...fitted, findings: [...fitted.findings, ...findings] };
  });
}

/** Below this share of its labels, a form is not looked for in a grid: the grid is something else. */
const FOREIGN = 0.25;

/** How many of the form's labels stand in a grid anywhere, as a share: quick, and never less than what is found. */
function shareOfLabels({ form, judge }: Plan, grid: Grid): number {
  const texts = new Set(
    grid.cells.filter(({ text }) => text.length <= LONGEST_LABEL).map(({ text }) => fold(text)),
  );
  const labels = form.slots.filter(isLabel);
  const found = labels.filter((slot) => judge.namesOf(slot).some((name) => texts.has(name)));
  return labels.length === 0 ? 0 : found.length / labels.length;
}

interface Ways {
  readonly way: Way;
  /** Another way that costs nearly the same, by other columns. */
  readonly rival?: Way;
}

/** What it costs to take the input's own headings for its columns instead of the form's. */
const LEARNED = 3;

function bestWay(plan: Plan, grid: Grid): Ways {
  const rows = rowsOf(grid);
  for (const columns of plan.columns) {
    const exact = exactWay(plan, rows, columns);
    if (exact !== undefined) return { way: exact };
  }
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
  for (const { columns, way } of ways.slice(0, 2)) {
    const learned = learnColumns(plan, columns, way);
    if (learned === undefined) continue;
    const next = align(learned);
    ways.push({ columns: learned, way: { ...next.way, cost: next.way.cost + LEARNED } });
  }
  const [best, second] = ways.sort((a, b) => a.way.cost - b.way.cost);
  const way = keptOrNot(plan, rows, prepared, best as (typeof ways)[number]);
  return second !== undefined && second.way.cost - (best?.way.cost ?? 0) < SURE
    ? { way, rival: second.way }
    : { way };
}

/** A way on which every row stands where the form has it. */
function isExact({ edges }: Way): boolean {
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
 * Text that ends each line with its last value has short lines by its nature. Where an empty box between two values of
 * a row has kept its field, empty fields were kept everywhere, and the short lines prove nothing. Where no row shows
 * that any were dropped, they prove nothing in rows that read as filled up to a day of the plan period.
 */
function keptOrNot(
  plan: Plan,
  rows: readonly Row[],
  prepared: Prepared,
  { columns, way }: { columns: Columns; way: Way },
): Way {
  const trimmed = rows.every(({ fields, cells }) => fields === (cells.at(-1)?.column ?? 0) + 1);
  if (!trimmed) return way;
  const options = way.edges.flatMap(({ option }) => option ?? []);
  if (options.some((option) => keepsBlank(plan, option))) {
    return alignRows(plan, rows, prepared, columns, () => true);
  }
  if (options.some(({ startShift, endShift }) => startShift < 0 || endShift < startShift)) return way;
  const filled = new Set(
    way.edges.flatMap(({ option }, r) => (option && isTimely(plan, option) ? [way.rows[r]] : [])),
  );
  return alignRows(plan, rows, prepared, columns, (row) => filled.has(row));
}

/** Whether no box of a row is empty that was due before one that is filled. */
function isTimely({ form, steps }: Plan, { step, reading }: Option): boolean {
  const boxes = (steps[step]?.slots ?? []).map((slot, s) => ({
    filled: reading.includes(s),
    dues: pathsOf(slot).map((path) => form.dues.get(path) ?? 0),
  }));
  const latest = Math.max(0, ...boxes.flatMap(({ filled, dues }) => (filled ? dues : [])));
  return boxes.every(({ filled, dues }) => filled || dues.every((due) => due >= latest));
}

/** Whether an empty box stands, as an empty field, between two texts of a row read without a change of columns. */
function keepsBlank(plan: Plan, { step, reading, startShift, endShift, variant }: Option): boolean {
  if (variant.cut !== undefined) return false;
  const slots = plan.steps[step]?.slots ?? [];
  const taken = reading.flatMap((slot) => slot ?? []);
  if (startShift !== endShift || taken.length !== reading.length) return false;
  return slots.some((slot, s) => {
    const inside = s > (taken[0] ?? 0) && s < (taken.at(-1) ?? 0);
    return inside && !taken.includes(s) && !isLabel(slot);
  });
}

/** Cuts a way into sheets: where a block begins that the sheet already has, another sheet begins. */
function sheetsOf(plan: Plan, { way, rival }: Ways): Match[][] {
  const sheets: Match[][] = [[]];
  let visited = new Set<number>();
  let item = 0;
  way.edges.forEach(({ option, move, repeats }, r) => {
    const row = way.rows[r] as Row;
    const step = option === undefined ? undefined : plan.steps[option.step];
    if (option === undefined || step === undefined || move === undefined) {
      sheets.at(-1)?.push({ row, item, doubts: new Map(), repeatsHeading: repeats !== undefined });
      return;
    }
    if (move.back && visited.has(step.block)) {
      sheets.push([]);
      visited = new Set();
    }
    visited.add(step.block);
    item = step.again ? item + (move.nextItem ? 1 : 0) : 0;
    const doubts = new Map([
      ...doubtsOf(plan, way, r),
      ...rivalDoubts(plan, option, rival?.edges[r]?.option),
    ]);
    sheets.at(-1)?.push({ row, item, step, option, doubts, repeatsHeading: false });
  });
  return sheets;
}

/** Cells that a rival way puts elsewhere. */
function rivalDoubts(plan: Plan, option: Option, rival: Option | undefined): [number, string | undefined][] {
  if (rival === undefined) return [];
  const hole = ({ step, reading }: Option, cell: number) => {
    const slot = plan.steps[step]?.slots[reading[cell] ?? -1];
    const part = slot?.parts.find((p) => typeof p !== 'string');
    return typeof part === 'object' ? part.path : undefined;
  };
  return option.variant.cells.flatMap((text, cell): [number, string | undefined][] => {
    const at = rival.variant.cells.findLastIndex((other) => other.cell === text.cell);
    const [own, other] = [hole(option, cell), hole(rival, at)];
    return own === undefined || own === other ? [] : [[cell, other]];
  });
}

/**
 * A label broken over two rows, one half below the other, is one label again: only where the two halves make it exactly
 * and neither is a label by itself.
 */
function withLabelsJoined(
  { judge: { labels } }: Plan,
  grid: Grid,
  way: Way,
): { readonly grid: Grid; readonly labels: readonly Cell[] } | undefined {
  if (isExact(way)) return undefined;
  const dropped = new Set<Cell>();
  const texts = new Map<Cell, string>();
  for (const cell of grid.cells) {
    const half = fold(cell.text);
    if (half === '' || labels.has(half) || ![...labels].some((label) => label.startsWith(half))) continue;
    const below = grid.cells.find(
      (other) =>
        other.column === cell.column &&
        other.row > cell.row &&
        other.row <= cell.row + 2 &&
        !labels.has(fold(other.text)) &&
        labels.has(half + fold(other.text)),
    );
    if (below === undefined) continue;
    texts.set(cell, cell.text + below.text);
    dropped.add(below);
  }
  if (dropped.size === 0) return undefined;
  const cells = grid.cells
    .filter((cell) => !dropped.has(cell))
    .map((cell) => ({ ...cell, text: texts.get(cell) ?? cell.text }));
  return { grid: { ...grid, cells }, labels: [...texts.keys()] };
}
