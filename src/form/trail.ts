/** Trails: the words on the form that lead to a box, as one would show it to somebody with a finger. */
import { isWithin, itemIn } from '../item-path.ts';
import { blockAt, type Form, isHole, isLabel, pathsOf, type Slot, wordsOf } from './form.ts';

/** Joins the words of a trail. */
export const TRAIL = ' › ';

/**
 * A function from a path of the model (`progress.2013.firstHalf.report`) to its trail: the labels left of the
 * box, from the outermost in, then those above it in its block. For a part of the model (`progress.2013`), the
 * words that all its boxes share. Undefined where the form has no such box.
 */
export function trailsOf(form: Form): (path: string) => string | undefined {
  const trails = new Map<string, string>();
  const lists = form.groups.map((group) => group.list);
  for (const slot of form.slots.filter(isHole)) {
    const words = [...leftOf(form, slot), ...aboveOf(form, slot)].map(plain).concat(withinOf(slot));
    for (const path of pathsOf(slot)) trails.set(path, words.join(TRAIL));
  }
  const sharedUnder = (whole: string) =>
    common([...trails].flatMap(([path, trail]) => (isWithin(path, whole) ? [trail] : [])));
  const trailOf = (hole: string) => trails.get(hole) ?? sharedUnder(hole);
  return (path) => {
    const at = itemIn(path);
    if (at === undefined || !lists.includes(at.list)) return trailOf(path);
    const trail = trailOf(at.hole);
    return trail === undefined ? undefined : `${trail} (${at.item + 1})`;
  };
}

/**
 * The labels left of a box that are meant for it: where a label stands between the box and the one before it, only
 * that (`No.` beside a number), and around it what spans more rows than the box.
 */
function leftOf(form: Form, hole: Slot): Slot[] {
  const inRow = (slot: Slot) => overlaps(slot.row, slot.rowSpan, hole.row, hole.rowSpan);
  const before = form.slots.filter((slot) => slot.column < hole.column && inRow(slot));
  const labels = before
    .filter((slot) => isLabel(slot) && slot.rowSpan >= hole.rowSpan)
    .sort((a, b) => a.column - b.column);
  const lastHole = Math.max(-1, ...before.filter(isHole).map((slot) => slot.column));
  if (!labels.some((label) => label.column > lastHole)) return labels;
  return labels.filter((label) => label.column > lastHole || label.rowSpan > hole.rowSpan);
}

/** The headings of a box's column: the labels over it, in the rows without holes that stand next above. */
export function aboveOf(form: Form, hole: Slot): Slot[] {
  const rows = headingRowsAbove(form, hole.row);
  return inBlock(form, hole)
    .filter((slot) => rows.includes(slot.row) && overlaps(slot.column, slot.columnSpan, hole.column, 1))
    .filter(
      (slot) => slot.column + slot.columnSpan >= hole.column + hole.columnSpan || slot.column >= hole.column,
    )
    .sort((a, b) => a.row - b.row);
}

/** The words with which all of some trails begin. */
function common(trails: readonly string[]): string | undefined {
  const [first, ...others] = trails.map((trail) => trail.split(TRAIL));
  const end = first?.findIndex((word, i) => others.some((other) => other[i] !== word)) ?? 0;
  const shared = end < 0 ? first : first?.slice(0, end);
  return shared === undefined || shared.length === 0 ? undefined : shared.join(TRAIL);
}

function withinOf(slot: Slot): string[] {
  const words = wordsOf(slot).trim();
  return words === '' ? [] : [words.replace(/\s+/gu, '')];
}

function inBlock(form: Form, hole: Slot): Slot[] {
  const block = blockAt(form, hole.row);
  return form.slots.filter((slot) => isLabel(slot) && blockAt(form, slot.row) === block);
}

/** The rows of words that stand next above a row in its block, from the top: no hole begins in them. */
export function headingRowsAbove(form: Form, row: number): number[] {
  const first = blockAt(form, row)?.first ?? row;
  const rows: number[] = [];
  for (let above = row - 1; above >= first; above--) {
    const slots = form.slots.filter((slot) => slot.row === above);
    if (slots.some(isLabel) && !slots.some(isHole)) rows.unshift(above);
    // a row in which nothing begins belongs to what begins above it
    else if (rows.length > 0 && slots.length > 0) break;
  }
  return rows;
}

function overlaps(a: number, aSpan: number, b: number, bSpan: number): boolean {
  return a < b + bSpan && b < a + aSpan;
}

function plain(slot: Slot): string {
  return wordsOf(slot).replace(/\s+/gu, '');
}
