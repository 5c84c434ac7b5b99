/** Collecting: an aligned sheet → the texts of its boxes, where they stand, and what had to be said about them. */
import type { Finding } from '../diagnostic.ts';
import { isLabel, pathsOf } from '../form/form.ts';
import { type Grid, inReadingOrder, type Place, placeOf } from '../grid.ts';
import { pathOfItem } from '../item-path.ts';
import { boxesOf, isAt, partsOf } from './boxes.ts';
import { evidenceOf } from './evidence.ts';
import { renumbered, renumbering } from './items.ts';
import type { Fitted, Match } from './match.ts';
import { takeValues } from './mixed.ts';
import { readPaths, settlePlaced } from './placed.ts';
import type { Plan } from './plan.ts';
import { type Evidence, type Repair, repair } from './repair.ts';
import {
  cutFindings,
  doubtFindings,
  inOneLine,
  labelFindings,
  leftFindings,
  lostFinding,
  missingFindings,
  missingLabels,
  otherPath,
  shiftFindings,
  unheadedFindings,
  unplaced,
} from './report.ts';
import { leftTaken, type Meaning, type Taken } from './taken.ts';
import type { Text } from './texts.ts';

/** Collects a sheet. Each text of its rows stands in the record, or a finding tells of it. */
export function collect(plan: Plan, grid: Grid, matches: readonly Match[]): Fitted {
  const { form } = plan;
  const record = new Map<string, string>();
  const places = new Map<string, Place>();
  const taken: Taken[] = [];
  const findings: Finding[] = [];
  // boxes that two rows were read as: which of them is right cannot be told
  const twice = new Set<string>();
  const evidence = evidenceOf(plan, matches);
  for (const match of matches) {
    const read = readRow(plan, grid, match, evidence);
    findings.push(...read.findings);
    taken.push(...read.taken);
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
  const draft = { record, places, taken };
  const countOf = renumbering(form, () => readPaths(matches));
  const told = findings.map((finding) => renumbered(finding, countOf));
  told.push(...settlePlaced(form, grid, matches, draft, evidence));
  const missing = missingLabels(plan, matches);
  const labels = plan.worded.length;
  const itemOf = renumbering(form, () => record.keys());
  const inItems = <T>(byPath: ReadonlyMap<string, T>) => {
    const renamed = new Map<string, T>();
    for (const [path, value] of byPath) {
      const to = itemOf(path);
      if (to !== undefined) renamed.set(to, value);
    }
    return renamed;
  };
  const texts = inItems(record);
  return {
    record: texts,
    places: inItems(places),
    taken: inReadingOrder(settled(draft.taken, record, twice, itemOf, countOf)),
    findings: [...told, ...missingFindings(plan, grid, matches, missing)],
    likeness: labels === 0 ? 0 : 1 - missing.length / labels,
    missing: missing.map(inOneLine),
  };
}

/** What cells were taken for once all rows are read: a box that was read twice has no text, and items have numbers. */
function settled(
  taken: readonly Taken[],
  record: ReadonlyMap<string, string>,
  twice: ReadonlySet<string>,
  itemOf: (path: string) => string | undefined,
  countOf: (path: string) => string | undefined,
): Taken[] {
  return taken.flatMap((one): Taken[] => {
    if (one.kind === 'doubtful') {
      return [{ ...one, one: countOf(one.one) ?? one.one, other: countOf(one.other) ?? one.other }];
    }
    if (one.kind !== 'value' && one.kind !== 'empty') return [one];
    const { row, column } = one;
    if (twice.has(one.path)) return one.kind === 'value' ? [{ row, column, kind: 'unplaced' }] : [];
    if (one.kind === 'empty' && record.has(one.path)) return [];
    const path = itemOf(one.path);
    if (path === one.path) return [one];
    return path === undefined ? [] : [{ ...one, path }];
  });
}

interface ReadRow {
  readonly values: Map<string, string>;
  readonly places: Map<string, Place>;
  readonly taken: readonly Taken[];
  readonly findings: readonly Finding[];
}

function readRow(plan: Plan, grid: Grid, match: Match, evidence: Evidence): ReadRow {
  const { option } = match;
  if (option === undefined) {
    const left = { ...match, row: { ...match.row, cells: match.row.cells.filter(({ placed }) => !placed) } };
    const taken = leftTaken(left);
    return { values: new Map(), places: new Map(), taken, findings: leftFindings(plan, grid, left, taken) };
  }
  const values = new Map<string, string>();
  const boxes = boxesOf(match, option);
  const taken: Taken[] = [];
  const findings: Finding[] = [];
  const marks: Place[] = [];
  const repaired = new Map<Repair, { path: string; cells: Set<Text>; place: Place }>();
  const doubtful: { cell: Text; one: string; other: string | undefined }[] = [];

  option.variant.cells.forEach((cell, c) => {
    const slot = option.step.slots[option.reading[c] ?? -1];
    const { row, column } = cell.cell;
    const take = (meaning: Meaning) => taken.push({ row, column, ...meaning });
    if (slot === undefined) {
      if (cell.placed !== undefined) return;
      findings.push(unplaced(plan, grid, cell));
      take({ kind: 'unplaced' });
      return;
    }
    if (isLabel(slot)) {
      if (match.doubts.has(c)) {
        findings.push(unplaced(plan, grid, cell));
        take({ kind: 'unplaced' });
        return;
      }
      findings.push(...labelFindings(plan, grid, cell, slot));
      for (const { row, column } of partsOf(match, option, c)) {
        taken.push({ row, column, kind: 'label', words: inOneLine(slot) });
      }
      return;
    }
    if (match.doubts.has(c)) {
      const [one = ''] = pathsOf(slot);
      const other = match.doubts.get(c);
      doubtful.push({ cell, one, other });
      if (other === undefined) take({ kind: 'unplaced' });
      else take({ kind: 'doubtful', one: pathOfItem(one, match.item), other: otherPath(match, other) });
      return;
    }
    if (match.unheaded?.has(c)) {
      take({ kind: 'unplaced' });
      return;
    }
    const byHand = cell.placed === undefined ? {} : ({ placed: true } as const);
    for (const [hole, text] of takeValues(slot, cell.text) ?? wholeOf(cell)) {
      const path = pathOfItem(hole, match.item);
      const isMark = text.trim() === `{${hole}}`;
      if (isMark) marks.push(placeOf(grid, cell.cell));
      const mended = repair(isMark ? '' : text, plan.form.kinds.get(hole) ?? 'text', evidence);
      if (mended.text !== '') values.set(path, mended.text);
      const { repairs } = mended;
      take(mended.text === '' ? { kind: 'empty', path } : { kind: 'value', path, repairs, ...byHand });
      for (const name of repairs) {
        const known = repaired.get(name) ?? { path, cells: new Set<Text>(), place: placeOf(grid, cell.cell) };
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
    ...doubtFindings(plan, grid, match, doubtful),
    ...unheadedFindings(grid, match, option),
    ...cutFindings(grid, option),
  );
  const places = new Map<string, Place>();
  for (const [path, box] of boxes) {
    places.set(path, placeOf(grid, box));
    const isFree = !match.row.cells.some(({ cell }) => isAt(cell, box));
    if (isFree) taken.push({ row: box.row, column: box.column, kind: 'empty', path });
  }
  return { values, places, taken, findings };
}

/** A text that a person has placed in a box with words, without the words. */
function wholeOf({ placed, text }: Text): (readonly [string, string])[] {
  return placed === undefined ? [] : [[placed.hole, text]];
}
