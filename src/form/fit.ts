/**
 * Fit: Grid → Records. Aligns an input with a form, takes the texts out of the holes, puts right what was damaged on
 * the way, and says so. Nothing else in the program is tolerant.
 */
import { fold } from '../fold.ts';
import { type Cell, type Grid, inReadingOrder, placeOf } from '../grid.ts';
import { SURE } from './align.ts';
import { isAt } from './boxes.ts';
import { collect } from './collect.ts';
import { doubtsOf } from './doubt.ts';
import { exactWay } from './exact.ts';
import { type Form, isLabel, wordsOf } from './form.ts';
import { learnColumns } from './learn.ts';
import type { Fitted, Match } from './match.ts';
import { LONGEST_LABEL } from './pairs.ts';
import { type Plan, planOf } from './plan.ts';
import { inOneLine } from './report.ts';
import {
  alignRows,
  headingStep,
  type Option,
  type Prepared,
  prepare,
  type Row,
  rowsOf,
  type Way,
} from './rows.ts';
import type { Columns } from './ruler.ts';

export type { Fitted } from './match.ts';

/** Reads a grid as filled forms, one after the other. Never throws; a grid that is no such form has a likeness near 0. */
export function fit(form: Form, grid: Grid): readonly Fitted[] {
  const plan = planOf(form);
  const foreign = foreignTo(plan, grid);
  if (foreign !== undefined) return [foreign];
  const first = bestWay(plan, grid);
  const joined = withLabelsJoined(plan, grid, first.way);
  const second = joined === undefined ? undefined : bestWay(plan, joined.grid);
  if (joined === undefined || second === undefined || second.way.cost >= first.way.cost) {
    return sheetsOf(plan, first).map((sheet) => collect(plan, grid, sheet));
  }
  return sheetsOf(plan, second).map((sheet) => {
    const rows = new Set(sheet.map(({ row }) => row.row));
    const here = joined.halves.filter(({ upper }) => rows.has(upper.row));
    const findings = here.map(({ upper }) => ({ code: 'label-split', place: placeOf(grid, upper) }));
    const fitted = collect(plan, grid, sheet);
    const lower = here.flatMap(({ upper, lower: { row, column } }) =>
      fitted.taken.filter((taken) => isAt(taken, upper)).map((taken) => ({ ...taken, row, column })),
    );
    return {
      ...fitted,
      taken: inReadingOrder([...fitted.taken, ...lower]),
      findings: [...fitted.findings, ...findings],
    };
  });
}

/** Below this share of its labels, a form is not looked for in a grid: the grid is something else. */
const FOREIGN = 0.25;

/** A grid in which too few of the form's labels stand anywhere: quick, and never fewer than what would be found. */
function foreignTo({ form, judge }: Plan, grid: Grid): Fitted | undefined {
  const texts = new Set(
    grid.cells.filter(({ text }) => text.length <= LONGEST_LABEL).map(({ text }) => fold(text)),
  );
  const labels = form.slots.filter(isLabel);
  const missing = labels.filter((slot) => !judge.namesOf(slot).some((name) => texts.has(name)));
  const likeness = labels.length === 0 ? 0 : 1 - missing.length / labels.length;
  if (likeness >= FOREIGN) return undefined;
  return {
    record: new Map(),
    places: new Map(),
    taken: [],
    findings: [],
    likeness,
    missing: missing.map(inOneLine),
  };
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
  const align = (columns: Columns, kept: boolean) => ({
    columns,
    way: alignRows(plan, rows, prepared, columns, kept),
  });
  const ways: { columns: Columns; way: Way }[] = [];
  for (const columns of plan.columns) {
    const next = align(columns, false);
    ways.push(next);
    if (isExact(next.way)) return { way: keptOrNot(plan, rows, prepared, next) };
  }
  for (const { columns, way } of [...ways]) {
    const learned = learnColumns(plan, columns, way);
    if (learned === undefined) continue;
    const next = align(learned, false);
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
 * a row has kept its field, empty fields were kept everywhere, and the short lines prove nothing.
 */
function keptOrNot(
  plan: Plan,
  rows: readonly Row[],
  prepared: Prepared,
  { columns, way }: { columns: Columns; way: Way },
): Way {
  const trimmed = rows.every(({ fields, cells }) => fields === (cells.at(-1)?.column ?? 0) + 1);
  if (!trimmed || !way.edges.some(({ option }) => option !== undefined && keepsBlank(plan, option)))
    return way;
  return alignRows(plan, rows, prepared, columns, true);
}

/** Whether an empty box stands, as an empty field, between two texts of a row read without a change of columns. */
function keepsBlank(plan: Plan, { step, reading, startShift, endShift }: Option): boolean {
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
  way.edges.forEach(({ option, move }, r) => {
    const row = way.rows[r] as Row;
    const step = option === undefined ? undefined : plan.steps[option.step];
    if (option === undefined || step === undefined || move === undefined) {
      sheets
        .at(-1)
        ?.push({ row, item, doubts: new Map(), repeatsHeading: headingStep(plan, row) !== undefined });
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
 * A label broken over two rows, one half below the other, is one label again: only where the form's label was not found
 * and the two halves make it exactly.
 */
function withLabelsJoined(
  plan: Plan,
  grid: Grid,
  way: Way,
):
  | { readonly grid: Grid; readonly halves: readonly { readonly upper: Cell; readonly lower: Cell }[] }
  | undefined {
  if (isExact(way)) return undefined;
  const found = new Set(
    way.edges.flatMap(({ option }) =>
      option === undefined ? [] : option.reading.map((slot) => plan.steps[option.step]?.slots[slot ?? -1]),
    ),
  );
  const missing = plan.form.slots
    .filter((slot) => isLabel(slot) && !found.has(slot))
    .map((slot) => fold(wordsOf(slot)));
  if (missing.length === 0) return undefined;
  const halves: { upper: Cell; lower: Cell }[] = [];
  const dropped = new Set<Cell>();
  const texts = new Map<Cell, string>();
  for (const cell of grid.cells) {
    const half = fold(cell.text);
    if (half === '' || !missing.some((label) => label.startsWith(half) && label !== half)) continue;
    const below = grid.cells.find(
      (other) =>
        other.column === cell.column &&
        other.row > cell.row &&
        other.row <= cell.row + 2 &&
        missing.includes(half + fold(other.text)),
    );
    if (below === undefined) continue;
    halves.push({ upper: cell, lower: below });
    texts.set(cell, cell.text + below.text);
    dropped.add(below);
  }
  if (dropped.size === 0) return undefined;
  const cells = grid.cells
    .filter((cell) => !dropped.has(cell))
    .map((cell) => ({ ...cell, text: texts.get(cell) ?? cell.text }));
  return { grid: { ...grid, cells }, halves };
}
