/** Collecting: an aligned sheet → the texts of its boxes, where they stand, and what had to be said about them. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, inReadingOrder, type Place } from '../grid.ts';
import { coveredFindings } from './covered.ts';
import { evidenceOf } from './evidence.ts';
import { renumbered, renumbering } from './items.ts';
import type { Fitted, Match } from './match.ts';
import { readPaths, settlePlaced } from './placed.ts';
import type { Plan } from './plan.ts';
import { readRow } from './read-row.ts';
import { inOneLine, lostFinding, missingFindings, missingLabels } from './report.ts';
import type { Taken } from './taken.ts';

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
    // a text stands where it was read, however often its box is shown
    for (const [path, place] of read.places) {
      if (read.values.has(path) || !record.has(path)) places.set(path, place);
    }
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
  const cells = inReadingOrder(settled(draft.taken, record, twice, itemOf, countOf));
  told.push(...coveredFindings(grid, cells));
  return {
    record: inItems(record),
    places: inItems(places),
    taken: cells,
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
