/** Collecting: an aligned sheet → the texts of its boxes, where they stand, and what had to be said about them. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, type Place, placeOf } from '../grid.ts';
import { shiftOf } from './align.ts';
import type { Doubts } from './doubt.ts';
import type { Fitted } from './fit.ts';
import { blockAt, type Form, isLabel, pathsOf, type Slot, wordsOf } from './form.ts';
import { breaksBecameSpaces } from './labels.ts';
import { pathOfItem } from './marks.ts';
import { foldedWords, isRemark, type Text, takeValues } from './pairs.ts';
import type { Plan } from './plan.ts';
import { type Evidence, type Repair, repair } from './repair.ts';
import type { Option, Row } from './rows.ts';
import type { Step } from './steps.ts';

/** A row of the input, and what it was read as. */
export interface Match {
  readonly row: Row;
  /** Which item of the step's list, counted from 0. */
  readonly item: number;
  readonly step?: Step;
  readonly option?: Option;
  readonly doubts: Doubts;
  /** A row without a step that shows a heading once more. */
  readonly repeatsHeading: boolean;
}

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
      findings.push(...labelFindings(plan, grid, cell, slot));
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

/** What is said of a row that was read as no row of the form. */
function leftFindings(grid: Grid, { row, repeatsHeading }: Match): Finding[] {
  const [first] = row.cells;
  if (repeatsHeading && first !== undefined) {
    return [{ code: 'heading-repeated', with: { text: first.text }, place: placeOf(grid, first.cell) }];
  }
  return row.cells.map((cell) =>
    isRemark(cell.text)
      ? { code: 'remark-passed', with: { text: cell.text }, place: placeOf(grid, cell.cell) }
      : unplaced(grid, cell),
  );
}

function lostFinding(text: string | undefined, place: Place | undefined): Finding[] {
  if (text === undefined) return [];
  return [{ code: 'text-unplaced', with: { text }, ...(place === undefined ? {} : { place }) }];
}

function unplaced(grid: Grid, { text, cell }: Text): Finding {
  return { code: 'text-unplaced', with: { text }, place: placeOf(grid, cell) };
}

function labelFindings(plan: Plan, grid: Grid, cell: Text, slot: Slot): Finding[] {
  const likeness = plan.judge.likeness(cell, slot);
  if (likeness === undefined || likeness === 'same') return [];
  const code = likeness === 'eraMissing' ? 'era-missing' : 'label-reworded';
  const label = wordsOf(slot).replace(/\n/g, '');
  return [{ code, with: { text: cell.text, label }, place: placeOf(grid, cell.cell) }];
}

/** One finding for a row that stands off the form's columns. */
function shiftFindings(grid: Grid, { task, reading, variant }: Option): Finding[] {
  const shifted = variant.cells.flatMap((cell, c) => {
    const slot = reading[c];
    const by = slot === undefined ? 0 : shiftOf(task, c, slot);
    return by === 0 ? [] : [{ cell, by }];
  });
  const [first] = shifted;
  if (first === undefined) return [];
  const columns = Math.abs(first.by);
  return [
    { code: 'row-shifted', with: { cells: shifted.length, columns }, place: placeOf(grid, first.cell.cell) },
  ];
}

function cutFindings(grid: Grid, { variant }: Option): Finding[] {
  const [first] = variant.cells;
  if (variant.cut === undefined || first === undefined) return [];
  return [{ code: `label-${variant.cut}`, place: placeOf(grid, first.cell) }];
}

/** One finding for the cells of a row that could stand in several boxes; one each for those that may be no value. */
function doubtFindings(
  grid: Grid,
  { item }: Match,
  doubtful: readonly { cell: Text; one: string; other: string | undefined }[],
): Finding[] {
  const either = doubtful.filter(({ other }) => other !== undefined);
  const nowhere = doubtful.filter(({ other }) => other === undefined);
  const [first] = either;
  return [
    ...nowhere.map(({ cell }) => unplaced(grid, cell)),
    ...(first?.other === undefined
      ? []
      : [
          {
            code: 'place-ambiguous',
            with: {
              texts: either.map(({ cell }) => cell.text).join(' / '),
              one: { path: pathOfItem(first.one, item) },
              other: { path: pathOfItem(first.other, item) },
            },
            path: pathOfItem(first.one, item),
            place: placeOf(grid, first.cell.cell),
          },
        ]),
  ];
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

/** A cell with words of the form in it, alone or beside a value. */
function hasWords(slot: Slot): boolean {
  return wordsOf(slot).trim() !== '';
}

function missingLabels(form: Form, matches: readonly Match[]): Slot[] {
  const found = new Set(
    matches.flatMap(({ step, option }) => option?.reading.map((slot) => step?.slots[slot ?? -1]) ?? []),
  );
  return form.slots.filter((slot) => hasWords(slot) && !found.has(slot));
}

/**
 * One finding for a block of which no label is there, else one for each label: at the last row found before the place
 * where it should stand.
 */
function missingFindings(
  form: Form,
  grid: Grid,
  matches: readonly Match[],
  missing: readonly Slot[],
): Finding[] {
  const placeBy = (slot: Slot) => {
    const above = matches.filter(({ step }) => step !== undefined && step.origin <= slot.row).at(-1);
    return placeOf(grid, { row: above?.row.row ?? 0, column: 0 });
  };
  const words = (slot: Slot) => wordsOf(slot).replace(/\n/g, '');
  return form.blocks.flatMap((block) => {
    const inside = (slot: Slot) => hasWords(slot) && blockAt(form, slot.row) === block;
    const gone = missing.filter(inside);
    const all = form.slots.filter(inside);
    const first = gone[0];
    if (first !== undefined && gone.length === all.length) {
      const heading = all.find((slot) => slot.rowSpan > 1) ?? first;
      return [{ code: 'block-lost', with: { label: words(heading) }, place: placeBy(heading) }];
    }
    return gone.map((slot) => ({
      code: 'label-missing',
      with: { label: words(slot) },
      place: placeBy(slot),
    }));
  });
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
