/**
 * Fit: Grid → Records. Aligns an input with a form, takes the texts out of the holes, puts right what was damaged on
 * the way, and says so. Nothing else in the program is tolerant.
 */
import type { Form } from '../form/form.ts';
import { type Grid, inReadingOrder, isAt, placeOf } from '../grid.ts';
import { withLabelsJoined } from './broken.ts';
import { collect } from './collect.ts';
import { sheetsOf } from './cut.ts';
import { oddRow } from './exact.ts';
import { rowsOf } from './input.ts';
import type { Fitted } from './match.ts';
import { type Pins, pinsIn } from './pins.ts';
import { withLeftOut } from './placed.ts';
import type { Placement } from './placement.ts';
import { type Plan, planOf } from './plan.ts';
import { inOneLine } from './report.ts';
import { textsOf } from './texts.ts';
import { bestWay, exactWayIn } from './ways.ts';

export type { Fitted } from './match.ts';

/**
 * Reads a grid as filled forms, one after the other. Never throws; a grid that is no such form has a likeness near 0.
 * @param placements what a person says of single cells of the grid
 */
export function fit(form: Form, grid: Grid, placements: readonly Placement[] = []): readonly Fitted[] {
  const { pins, findings } = pinsIn(form, grid, placements);
  const [first, ...others] = withLeftOut(grid, pins, fitPinned(planOf(form), grid, pins));
  return first === undefined ? [] : [{ ...first, findings: [...findings, ...first.findings] }, ...others];
}

function fitPinned(plan: Plan, grid: Grid, pins: Pins): Fitted[] {
  const foreign = foreignTo(plan, grid);
  if (foreign !== undefined) return [foreign];
  const first = bestWay(plan, grid, pins);
  const joined = withLabelsJoined(plan, grid, pins, first.way);
  const second = joined === undefined ? undefined : bestWay(plan, joined.grid, pins);
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

/** Whether a grid is something else than the form, and is told so at once. */
export function isForeign(form: Form, grid: Grid): boolean {
  return foreignTo(planOf(form), grid) !== undefined;
}

/** Whether a grid is read as the form without a search: the exact way leads through it. */
export function isReadAtOnce(form: Form, grid: Grid, placements: readonly Placement[] = []): boolean {
  return exactWayIn(planOf(form), rowsOf(grid, pinsIn(form, grid, placements).pins)) !== undefined;
}

/** The row of a grid up to which the exact way leads at the most; undefined where it leads through all of them. */
export function oddRowOf(form: Form, grid: Grid): number | undefined {
  const plan = planOf(form);
  const rows = rowsOf(grid, new Map());
  const odd = plan.columns.map((columns) => oddRow(plan, rows, columns)?.row);
  return odd.includes(undefined) ? undefined : Math.max(...odd.flatMap((row) => row ?? []));
}

/** A grid in which too few of the form's labels stand anywhere: quick, and never fewer than what would be found. */
function foreignTo({ labels, printed, judge }: Plan, grid: Grid): Fitted | undefined {
  const { short, words } = textsOf(grid);
  // where enough of them are as printed, there is no need to fold all others
  const shown = printed.filter((label) => short.has(label)).length;
  if (shown > 0 && shown >= FOREIGN * labels.length) return undefined;
  const missing = labels.filter((slot) => !judge.namesOf(slot).some((name) => words().has(name)));
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
