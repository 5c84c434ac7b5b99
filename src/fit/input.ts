/** The rows of an input that hold text, and whether they lack fields. */
import { type Grid, spotKey } from '../grid.ts';
import type { Columns } from './columns.ts';
import type { Pins } from './pins.ts';
import { type Text, textsOf } from './texts.ts';

export interface Row {
  readonly row: number;
  readonly cells: readonly Text[];
  /** How many fields it has, where the input is text; a worksheet's columns are what they are. */
  readonly fields?: number;
  /** How many fields it should have, to go by the other rows of the text. */
  readonly full?: number;
  /** How many fields it has more than any row of text near it, or fewer; -∞ where that says nothing. */
  readonly extra: number;
  /** The columns of the texts that a person has left out. */
  readonly leftOut: readonly number[];
}

/** In a worksheet, beside a remark and in a row alone, the number of fields says nothing. */
const UNKNOWN = Number.NEGATIVE_INFINITY;

/** The rows of a grid that hold text, without what a person has left out. */
export function rowsOf(grid: Grid, pins: Pins): Row[] {
  const rows = new Map<number, Text[]>();
  const leftOut = new Map<number, number[]>();
  for (const own of textsOf(grid).all) {
    const { cell, text, column } = own;
    if (text.trim() === '') continue;
    const box = pins.size === 0 ? undefined : pins.get(spotKey(cell));
    if (box === null) {
      leftOut.set(cell.row, [...(leftOut.get(cell.row) ?? []), cell.column]);
      continue;
    }
    const cells = rows.get(cell.row) ?? [];
    cells.push(box === undefined ? own : { text, column, cell, placed: box });
    rows.set(cell.row, cells);
  }
  const { widths } = grid;
  if (widths === undefined) {
    return [...rows].map(([row, cells]) => ({ row, cells, leftOut: leftOut.get(row) ?? [], extra: UNKNOWN }));
  }
  const filled = new Set(grid.cells.map(({ row }) => row));
  const full = fullWidths(widths, (row) => filled.has(row));
  const extras = extraFields(widths, (row) => filled.has(row));
  return [...rows].map(([row, cells]) => {
    const out = leftOut.get(row) ?? [];
    const hasRemark = out.length > 0 || cells.some(({ leave }) => leave !== undefined);
    const extra = hasRemark ? UNKNOWN : (extras[row] ?? UNKNOWN);
    return { row, cells, leftOut: out, extra, fields: widths[row] ?? 0, full: full[row] ?? 0 };
  });
}

/**
 * How many fields a row of text has fewer than a step has columns, or than other rows of the text have. A remark beside
 * a row has a field of its own; one that stands where a field of the row could, says nothing of where the row ends.
 * @param isWhole whether no row of the text has lost a field: then no remark hides a loss
 */
export function lackingFields(
  { row, cells, fields, full = 0, leftOut }: Row,
  columns: Columns,
  step: number,
  isWhole = false,
): number {
  const { width } = columns.at(step, row);
  if (fields === undefined) return UNKNOWN;
  const wanted = columns.ragged ? width : Math.max(full, width);
  const hasRemarks = leftOut.length > 0 || cells.some(({ leave }) => leave !== undefined);
  if (!hasRemarks || isWhole) return wanted - fields;
  const remarks = [...cells.flatMap(({ column, leave }) => (leave === undefined ? [] : column)), ...leftOut];
  if (remarks.every((column) => column >= wanted)) return wanted - fields + remarks.length;
  return wanted - ((cells.findLast(({ leave }) => leave === undefined)?.column ?? -1) + 1);
}

/**
 * How many fields each row should have: as many as most rows of the text have; where no number prevails, as many as
 * the widest of the rows around it that no empty line parts from it.
 */
function fullWidths(widths: readonly number[], hasText: (row: number) => boolean): number[] {
  const usual = mostOf(widths);
  if (usual !== undefined) return widths.map(() => usual);
  const full = [...widths];
  for (let first = 0; first < full.length; first++) {
    if (!hasText(first)) continue;
    let end = first;
    while (end < full.length && hasText(end)) end++;
    full.fill(widest(widths.slice(first, end)), first, end);
    first = end;
  }
  return full;
}

/** How many fields each row has more or fewer than the widest of the other rows that no empty line parts from it. */
function extraFields(widths: readonly number[], hasText: (row: number) => boolean): number[] {
  const extra = widths.map(() => UNKNOWN);
  for (let first = 0; first < widths.length; first++) {
    let end = first;
    while (end < widths.length && hasText(end)) end++;
    const near = widths.slice(first, end);
    const most = widest(near);
    const isOnly = near.indexOf(most) === near.lastIndexOf(most);
    const next = isOnly ? widest(near.filter((width) => width !== most)) : most;
    // alone, a row is compared with nothing
    for (const [i, width] of near.length > 1 ? near.entries() : []) {
      extra[first + i] = width - (width === most ? next : most);
    }
    first = end;
  }
  return extra;
}

/** A loop, as no call takes as many arguments as a text may have rows. */
function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), Number.NEGATIVE_INFINITY);
}

/** The number that more than half of some numbers are, if there is one. */
function mostOf(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].find(([, count]) => count > numbers.length / 2)?.[0];
}
