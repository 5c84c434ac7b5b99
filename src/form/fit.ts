/**
 * Fit: Grid → Record. Aligns an input with a form, takes the texts out of the holes, puts right what was damaged
 * on the way, and says so. Nothing else in the program is tolerant.
 */
import type { Finding } from '../diagnostic.ts';
import { type Grid, type Place, placeOf } from '../grid.ts';
import type { Record } from '../record.ts';
import { COST, SURE, secondReading } from './align.ts';
import { blockAt, type Form, isLabel, pathsOf, type Slot, wordsOf } from './form.ts';
import { agree, breaksBecameSpaces, labelOf } from './labels.ts';
import { pathOfItem } from './marks.ts';
import { foldedWords, type Text, takeValues } from './pairs.ts';
import { planOf } from './plan.ts';
import { type Evidence, type Repair, repair } from './repair.ts';
import { alignRows, type Match, pairsOf, rowsOf, type Way } from './rows.ts';
import { RULERS } from './ruler.ts';

/** What a grid says when it is read as a form. */
export interface Fitted {
  readonly record: Record;
  /** Where each box of the form stands in the input, filled or empty. */
  readonly places: ReadonlyMap<string, Place>;
  readonly findings: readonly Finding[];
  /** The share of the form's labels that were found, 0 to 1: whether this is the form at all. */
  readonly likeness: number;
}

/** Reads a grid as a filled form. Never throws; a grid that is no such form has a likeness near 0. */
export function fit(form: Form, grid: Grid): Fitted {
  const plan = planOf(form);
  const rows = rowsOf(grid);
  const pairs = pairsOf(plan, rows);
  let best: Way | undefined;
  for (const ruler of RULERS) {
    const way = alignRows(plan, rows, pairs, ruler);
    if (best === undefined || way.cost < best.cost) best = way;
    if (best.cost < COST.labelMissing) break;
  }
  return collect(form, grid, best as Way);
}

function collect(form: Form, grid: Grid, way: Way): Fitted {
  const record = new Map<string, string>();
  const places = new Map<string, Place>();
  const findings: Finding[] = [];
  const evidence = evidenceOf(form, way);
  for (const match of way.matches) {
    const read = readRow(form, grid, match, evidence);
    for (const [path, text] of read.values) record.set(path, text);
    for (const [path, place] of read.places) places.set(path, place);
    findings.push(...read.findings);
  }
  for (const row of way.left) {
    for (const cell of row.cells) {
      findings.push({ code: 'text-unplaced', with: { text: cell.text }, place: placeOf(grid, cell) });
    }
  }
  const missing = missingLabels(form, way);
  const labels = form.slots.filter(isLabel).length;
  return {
    record: renumbered(form, record, places),
    places,
    findings: [...findings, ...missingFindings(form, grid, way, missing)],
    likeness: labels === 0 ? 0 : 1 - missing.length / labels,
  };
}

function evidenceOf(form: Form, way: Way): Evidence {
  const proven = way.matches.some(({ row, step, alignment }) =>
    row.cells.some((cell, c) => {
      const slot = step.slots[alignment.reading[c] ?? -1];
      return slot !== undefined && isLabel(slot) && breaksBecameSpaces(wordsOf(slot), cell.text);
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

function readRow(form: Form, grid: Grid, match: Match, evidence: Evidence): ReadRow {
  const values = new Map<string, string>();
  const places = emptyPlaces(grid, match);
  const findings: Finding[] = [];
  const repaired = new Map<Repair, { path: string; cells: Set<Text>; place: Place }>();
  const shifted: { cell: Text; by: number }[] = [];

  match.row.cells.forEach((cell, c) => {
    const at = match.alignment.reading[c];
    const slot = at === undefined ? undefined : match.step.slots[at];
    const place = placeOf(grid, cell);
    if (slot === undefined || at === undefined) {
      findings.push({ code: 'text-unplaced', with: { text: cell.text }, place });
      return;
    }
    const by = cell.column - (match.wanted[at]?.column ?? 0);
    if (by !== 0) shifted.push({ cell, by });
    if (isLabel(slot)) {
      if (cell.label !== undefined && agree(labelOf(wordsOf(slot)), cell.label) === 'eraMissing') {
        const words = wordsOf(slot).replace(/\n/g, '');
        findings.push({ code: 'era-missing', with: { text: cell.text, label: words }, place });
      }
      return;
    }
    const other = ambiguity(match, c);
    if (other !== undefined) {
      const path = pathOfItem(pathsOf(slot)[0] ?? '', match.item);
      findings.push({ code: 'place-ambiguous', with: { text: cell.text, ...other }, path, place });
      return;
    }
    for (const [hole, text] of takeValues(slot, cell.text) ?? []) {
      const path = pathOfItem(hole, match.item);
      const mended = repair(text, form.kinds.get(hole) ?? 'text', evidence);
      places.set(path, place);
      if (mended.text !== '') values.set(path, mended.text);
      for (const name of mended.repairs) {
        const known = repaired.get(name) ?? { path, cells: new Set<Text>(), place };
        known.cells.add(cell);
        repaired.set(name, known);
      }
    }
  });

  const first = shifted[0];
  if (first !== undefined) {
    findings.push({
      code: 'row-shifted',
      with: { cells: shifted.length, columns: Math.abs(first.by) },
      place: placeOf(grid, first.cell),
    });
  }
  for (const [code, { path, cells, place }] of repaired) {
    findings.push({ code, with: { cells: cells.size }, path, place });
  }
  return { values, places, findings };
}

/** Where the boxes of a row stand, whether something is in them or not. */
function emptyPlaces(grid: Grid, match: Match): Map<string, Place> {
  const { reading, startShift } = match.alignment;
  const places = new Map<string, Place>();
  let shift = startShift;
  match.step.slots.forEach((slot, s) => {
    const cell = match.row.cells[reading.indexOf(s)];
    const wanted = match.wanted[s]?.column ?? 0;
    if (cell !== undefined) shift = cell.column - wanted;
    for (const path of pathsOf(slot)) {
      const column = Math.max(0, wanted + shift);
      places.set(pathOfItem(path, match.item), placeOf(grid, { row: match.row.row, column }));
    }
  });
  return places;
}

/** The two boxes a cell could stand in, where the row off the form's columns does not say which. */
function ambiguity(
  match: Match,
  cell: number,
): { one: { path: string }; other: { path: string } } | undefined {
  const { row, step, alignment, wanted, shiftBefore, pairCost } = match;
  const exact = shiftBefore === 0 && alignment.startShift === 0 && alignment.endShift === 0;
  if (exact) return undefined;
  const second = secondReading(row.cells, wanted, pairCost, shiftBefore, alignment.reading, cell);
  const pathAt = (reading: readonly (number | undefined)[]) => {
    const slot: Slot | undefined = step.slots[reading[cell] ?? -1];
    const hole = slot === undefined ? undefined : pathsOf(slot)[0];
    return hole === undefined ? undefined : pathOfItem(hole, match.item);
  };
  const [one, other] = [pathAt(alignment.reading), second && pathAt(second.reading)];
  if (second === undefined || one === undefined || other === undefined) return undefined;
  return second.extra < SURE ? { one: { path: one }, other: { path: other } } : undefined;
}

function missingLabels(form: Form, way: Way): Slot[] {
  const found = new Set(
    way.matches.flatMap(({ step, alignment }) => alignment.reading.map((slot) => step.slots[slot ?? -1])),
  );
  return form.slots.filter((slot) => isLabel(slot) && !found.has(slot));
}

/**
 * One finding for a block of which no label is there, else one for each label: at the last row found before
 * the place where it should stand.
 */
function missingFindings(form: Form, grid: Grid, way: Way, missing: readonly Slot[]): Finding[] {
  const placeBy = (slot: Slot) => {
    const above = way.matches.filter(({ step }) => step.origin <= slot.row).at(-1);
    return placeOf(grid, { row: above?.row.row ?? 0, column: 0 });
  };
  const labelled = (slot: Slot) => wordsOf(slot).replace(/\n/g, '');
  return form.blocks.flatMap((block) => {
    const inside = (slot: Slot) => isLabel(slot) && blockAt(form, slot.row) === block;
    const gone = missing.filter(inside);
    const all = form.slots.filter(inside);
    const first = gone[0];
    if (first !== undefined && gone.length === all.length) {
      const heading = all.find((slot) => slot.rowSpan > 1) ?? first;
      return [{ code: 'block-lost', with: { label: labelled(heading) }, place: placeBy(heading) }];
    }
    return gone.map((slot) => ({
      code: 'label-missing',
      with: { label: labelled(slot) },
      place: placeBy(slot),
    }));
  });
}

/** Items of a list are numbered without gaps: rows in which nothing stands are no items. */
function renumbered(form: Form, record: Map<string, string>, places: Map<string, Place>): Record {
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
