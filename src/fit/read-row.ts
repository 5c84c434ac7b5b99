/** Reading a row: the texts of its boxes, what each of its cells was taken for, and what is said of it. */
import type { Finding } from '../diagnostic.ts';
import { isLabel, pathsOf, type Slot } from '../form/form.ts';
import { cellsInRow, type Grid, isAt, type Place, placeOf, type Spot } from '../grid.ts';
import { pathOfItem } from '../item-path.ts';
import { boxesOf, partsOf } from './boxes.ts';
import type { Match } from './match.ts';
import { takeValues } from './mixed.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';
import { type Evidence, type Repair, repair } from './repair.ts';
import {
  cutFindings,
  doubtFindings,
  inOneLine,
  labelFindings,
  leftFindings,
  otherPath,
  shiftFindings,
  unheadedFindings,
  unplaced,
} from './report.ts';
import { leftTaken, type Meaning, type Taken } from './taken.ts';
import type { Text } from './texts.ts';

/** What a row says. */
export interface ReadRow {
  readonly values: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly taken: readonly Taken[];
  readonly findings: readonly Finding[];
}

/** A row of the form that is being read, and what is known of it so far. */
interface Draft {
  readonly plan: Plan;
  readonly grid: Grid;
  readonly match: Match;
  readonly option: Option;
  readonly evidence: Evidence;
  readonly values: Map<string, string>;
  readonly taken: Taken[];
  readonly findings: Finding[];
  /** Where marks of the blank form were left in their boxes. */
  readonly marks: Place[];
  /** By what was put right: the first box, and all cells. */
  readonly repaired: Map<Repair, { path: string; cells: Set<Text>; place: Place }>;
  readonly doubtful: { cell: Text; one: string; other: string | undefined }[];
}

export function readRow(plan: Plan, grid: Grid, match: Match, evidence: Evidence): ReadRow {
  const { option } = match;
  if (option === undefined) return leftRow(plan, grid, match);
  const draft: Draft = {
    plan,
    grid,
    match,
    option,
    evidence,
    values: new Map(),
    taken: [],
    findings: [],
    marks: [],
    repaired: new Map(),
    doubtful: [],
  };
  for (const [c, cell] of option.variant.cells.entries()) readCell(draft, cell, c);
  const places = readPlaces(draft);
  return { values: draft.values, places, taken: draft.taken, findings: findingsOf(draft) };
}

/** A row that was read as no row of the form. */
function leftRow(plan: Plan, grid: Grid, match: Match): ReadRow {
  const row = { ...match.row, cells: match.row.cells.filter(({ placed }) => !placed) };
  const taken = leftTaken(row, match.repeatsHeading);
  return { values: new Map(), places: new Map(), taken, findings: leftFindings(plan, grid, row, taken) };
}

function readCell(draft: Draft, cell: Text, c: number) {
  const { match, option } = draft;
  const slot = option.step.slots[option.reading[c] ?? -1];
  const isDoubtful = match.doubts.has(c);
  if (slot === undefined || (isLabel(slot) && isDoubtful)) passOver(draft, cell);
  else if (isLabel(slot)) readLabel(draft, cell, c, slot);
  else if (isDoubtful) readDoubtful(draft, cell, c, slot);
  else if (match.unheaded?.has(c)) take(draft, cell, { kind: 'unplaced' });
  else readValue(draft, cell, slot);
}

function take({ taken }: Draft, { cell: { row, column } }: Text, meaning: Meaning) {
  taken.push({ row, column, ...meaning });
}

/** A text that is in no box; of one that a person has placed is told once the whole sheet is read. */
function passOver(draft: Draft, cell: Text) {
  if (cell.placed !== undefined) return;
  draft.findings.push(unplaced(draft.plan, draft.grid, cell));
  take(draft, cell, { kind: 'unplaced' });
}

function readLabel({ plan, grid, match, option, findings, taken }: Draft, cell: Text, c: number, slot: Slot) {
  findings.push(...labelFindings(plan, grid, cell, slot));
  for (const { row, column } of partsOf(match, option, c)) {
    taken.push({ row, column, kind: 'label', words: inOneLine(slot) });
  }
}

function readDoubtful(draft: Draft, cell: Text, c: number, slot: Slot) {
  const { match, doubtful } = draft;
  const [one = ''] = pathsOf(slot);
  const other = match.doubts.get(c);
  doubtful.push({ cell, one, other });
  if (other === undefined) take(draft, cell, { kind: 'unplaced' });
  else {
    const paths = { one: pathOfItem(one, match.item), other: otherPath(match, other) };
    take(draft, cell, { kind: 'doubtful', ...paths });
  }
}

function readValue(draft: Draft, cell: Text, slot: Slot) {
  const { plan, grid, match, evidence, values, marks, repaired } = draft;
  const byHand = cell.placed === undefined ? {} : ({ placed: true } as const);
  for (const [hole, text] of takeValues(slot, cell.text) ?? wholeOf(cell)) {
    const path = pathOfItem(hole, match.item);
    const isMark = text.trim() === `{${hole}}`;
    if (isMark) marks.push(placeOf(grid, cell.cell));
    const mended = repair(isMark ? '' : text, plan.form.kinds.get(hole) ?? 'text', evidence);
    const { repairs } = mended;
    if (mended.text === '') take(draft, cell, { kind: 'empty', path });
    else {
      values.set(path, mended.text);
      take(draft, cell, { kind: 'value', path, repairs, ...byHand });
    }
    for (const name of repairs) {
      const known = repaired.get(name) ?? { path, cells: new Set<Text>(), place: placeOf(grid, cell.cell) };
      known.cells.add(cell);
      repaired.set(name, known);
    }
  }
}

/** Where the boxes of the row stand; those without a cell are empty. */
function readPlaces({ plan, grid, match, option, taken }: Draft): Map<string, Place> {
  const places = new Map<string, Place>();
  const boxes = boxesOf(match, option);
  for (const [path, box] of [...boxes, ...blankBelow(plan, grid, option, boxes)]) {
    places.set(path, placeOf(grid, box));
    const isFree = !match.row.cells.some(({ cell }) => isAt(cell, box));
    if (isFree) taken.push({ row: box.row, column: box.column, kind: 'empty', path });
  }
  return places;
}

/** The boxes below those of a row, where the form has a row without words there and the input an empty one. */
function blankBelow(
  { steps }: Plan,
  grid: Grid,
  { step }: Option,
  boxes: ReadonlyMap<string, Spot>,
): [string, Spot][] {
  const next = steps[step.index + 1];
  if (next === undefined || next.anchored || next.block !== step.block || next.list !== undefined) return [];
  return next.slots.flatMap((slot) => {
    const above = step.slots.find(({ column }) => column === slot.column);
    const box = boxes.get(above === undefined ? '' : (pathsOf(above)[0] ?? ''));
    if (box === undefined) return [];
    const at = { row: box.row + next.origin - step.origin, column: box.column };
    const isBlank = cellsInRow(grid, at.row).every(({ text }) => text.trim() === '');
    return isBlank ? pathsOf(slot).map((path): [string, Spot] => [path, at]) : [];
  });
}

/** All that is said of the row: of single cells first. */
function findingsOf({ plan, grid, match, option, findings, marks, repaired, doubtful }: Draft): Finding[] {
  const repairs = [...repaired].map(([code, { path, cells, place }]) => ({
    code,
    with: { cells: cells.size },
    path,
    place,
  }));
  const [mark] = marks;
  return [
    ...findings,
    ...repairs,
    ...(mark === undefined ? [] : [{ code: 'mark-left', with: { cells: marks.length }, place: mark }]),
    ...shiftFindings(grid, match, option),
    ...doubtFindings(plan, grid, match, doubtful),
    ...unheadedFindings(grid, match, option),
    ...cutFindings(grid, option),
  ];
}

/** A text that a person has placed in a box with words, without the words. */
function wholeOf({ placed, text }: Text): (readonly [string, string])[] {
  return placed === undefined ? [] : [[placed.hole, text]];
}
