/**
 * Fit: Grid → Records. Aligns an input with a form, takes the texts out of the holes, puts right what was damaged on
 * the way, and says so. Nothing else in the program is tolerant.
 */
import { fold } from '../fold.ts';
import { type Grid, placeOf } from '../grid.ts';
import { withLabelsJoined } from './broken.ts';
import { collect } from './collect.ts';
import { type Form, isLabel } from './form.ts';
import type { Fitted } from './match.ts';
import { LONGEST_LABEL } from './pairs.ts';
import { type Plan, planOf } from './plan.ts';
import { sheetsOf } from './sheets.ts';
import { bestWay } from './ways.ts';

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
