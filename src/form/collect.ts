/** Collecting: an aligned sheet → the texts of its boxes, where they stand, and what had to be said about them. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, type Place, placeOf } from '../grid.ts';
import { shiftOf } from './align.ts';
import { type Form, isLabel, pathsOf, wordsOf } from './form.ts';
import { breaksBecameSpaces } from './labels.ts';
import { pathOfItem } from './marks.ts';
import type { Fitted, Match } from './match.ts';
import { foldedWords, type Text, takeValues } from './pairs.ts';
import type { Plan } from './plan.ts';
import { type Evidence, type Repair, repair } from './repair.ts';
import {
  cutFindings,
  doubtFindings,
  hasWords,
  labelFindings,
  leftFindings,
  lostFinding,
  missingFindings,
  missingLabels,
  shiftFindings,
  unplaced,
} from './report.ts';
import type { Option } from './rows.ts';
import type { Step } from './steps.ts';

/** Collects a sheet. Each text of its rows stands in the record, or a finding tells of it. */
export function collect(plan: Plan, grid: Grid, matches: readonly Match[]): Fitted {
  const { form } = plan;
  const record = new Map<string, string>();
  const places = new Map<string, Place>();
  const findings: Finding[] = [];
  // boxes that two rows were read as: which of them is right cannot be told
  const twice = new Set<string>();
  const evidence = evidenceOf(form, matches);
  for (const match of matches) {
    const read = readRow(plan, grid, match, evidence);
    findings.push(...read.findings);
    for (const [path, text] of read.values) {
      const place = read.places.get(path);
      const before = record.get(path);
      if (before !== undefined || twice.has(path)) {
        findings.push(
          ...[before, text].flatMap((lost, i) => lostFinding(lost, i === 0 ? places.get(path) : place)),
        );
        record.delete(path);
        twice.add(path);
      } else record.set(path, text);
    }
    for (const [path, place] of read.places) places.set(path, place);
  }
  const missing = missingLabels(form, matches);
  const labels = form.slots.filter(hasWords).length;
  return {
    record: renumbered(form, record, places),
    places,
    findings: [...findings, ...missingFindings(form, grid, matches, missing)],
    likeness: labels === 0 ? 0 : 1 - missing.length / labels,
  };
}

function evidenceOf(form: Form, matches: readonly Match[]): Evidence {
  const proven = matches.some(({ step, option }) =>
    option?.variant.cells.some(({ text }, c) => {
      const slot = step?.slots[option.reading[c] ?? -1];
      return slot !== undefined && isLabel(slot) && breaksBecameSpaces(wordsOf(slot), text);
    }),
  );
  const words = {
    status: foldedWords(form.settings.statuses),
    grade: foldedWords(form.settings.grades),
  };
  return { breaksBecameSpaces: proven, words };
}

interface ReadRow {
  readonly values: Map<string, string>;
  readonly places: Map<string, Place>;
  readonly findings: Finding[];
}

function readRow(plan: Plan, grid: Grid, match: Match, evidence: Evidence): ReadRow {
  const { step, option } = match;
  if (step === undefined || option === undefined) {
    return { values: new Map(), places: new Map(), findings: leftFindings(grid, match) };
  }
  const values = new Map<string, string>();
  const places = emptyPlaces(grid, match, step, option);
  const findings: Finding[] = [];
  const marks: Place[] = [];
  const repaired = new Map<Repair, { path: string; cells: Set<Text>; place: Place }>();
  const doubtful: { cell: Text; one: string; other: string | undefined }[] = [];

  option.variant.cells.forEach((cell, c) => {
    const slot = step.slots[option.reading[c] ?? -1];
    const place = placeOf(grid, cell.cell);
    if (slot === undefined) {
      findings.push(unplaced(grid, cell));
      return;
    }
    if (isLabel(slot)) {
      findings.push(
        ...(match.doubts.has(c) ? [unplaced(grid, cell)] : labelFindings(plan, grid, cell, slot)),
      );
      return;
    }
    if (match.doubts.has(c)) {
      doubtful.push({ cell, one: pathsOf(slot)[0] ?? '', other: match.doubts.get(c) });
      return;
    }
    for (const [hole, text] of takeValues(slot, cell.text) ?? []) {
      const path = pathOfItem(hole, match.item);
      if (text.trim() === `{${hole}}`) {
        marks.push(place);
        continue;
      }
      const mended = repair(text, plan.form.kinds.get(hole) ?? 'text', evidence);
      places.set(path, place);
      if (mended.text !== '') values.set(path, mended.text);
      for (const name of mended.repairs) {
        const known = repaired.get(name) ?? { path, cells: new Set<Text>(), place };
        known.cells.add(cell);
        repaired.set(name, known);
      }
    }
  });
  for (const [code, { path, cells, place }] of repaired) {
    findings.push({ code, with: { cells: cells.size }, path, place });
  }
  const [mark] = marks;
  if (mark !== undefined) findings.push({ code: 'mark-left', with: { cells: marks.length }, place: mark });
  findings.push(
    ...shiftFindings(grid, option),
    ...doubtFindings(grid, match, doubtful),
    ...cutFindings(grid, option),
  );
  return { values, places, findings };
}

/** Where the boxes of a row stand, whether something is in them or not. */
function emptyPlaces(grid: Grid, { row, item }: Match, step: Step, option: Option): Map<string, Place> {
  const { reading, startShift, task, variant } = option;
  const places = new Map<string, Place>();
  let shift = startShift;
  step.slots.forEach((slot, s) => {
    const at = reading.indexOf(s);
    const given = variant.cells[at];
    if (given !== undefined) shift = shiftOf(task, at, s);
    const column = given?.cell.column ?? Math.max(0, (task.slots[s]?.column ?? 0) + shift);
    for (const path of pathsOf(slot))
      places.set(pathOfItem(path, item), placeOf(grid, { row: row.row, column }));
  });
  return places;
}

/** Items of a list are numbered without gaps: rows in which nothing stands are no items. */
function renumbered(
  form: Form,
  record: Map<string, string>,
  places: Map<string, Place>,
): Map<string, string> {
  let result = record;
  for (const { list } of form.groups) {
    const itemOf = (path: string) => (path.startsWith(`${list}.`) ? Number(path.split('.')[1]) : undefined);
    const items = [...new Set([...result.keys()].flatMap((path) => itemOf(path) ?? []))].sort(
      (a, b) => a - b,
    );
    if (items.every((item, i) => item === i)) continue;
    const moved = (path: string) => {
      const item = itemOf(path);
      return item === undefined ? path : path.replace(`${list}.${item}.`, `${list}.${items.indexOf(item)}.`);
    };
    result = new Map([...result].map(([path, text]) => [moved(path), text]));
    for (const [path, place] of [...places]) {
      if (itemOf(path) === undefined) continue;
      places.delete(path);
      if (items.includes(itemOf(path) as number)) places.set(moved(path), place);
    }
  }
  return result;
}
