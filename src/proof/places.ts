/** Places: the cells of a proof on a ruled sheet, as a table needs them, with the gaps between them filled. */
import type { Grid } from '../grid.ts';
import type { ProofCell, ProofRow } from './proof.ts';

/** A field of the table: a cell, or a gap of blank ones. */
export interface Field {
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly cell?: ProofCell;
}

/** A row of the table, or so many rows passed over, blank or not of this sheet. */
export type Line =
  | { readonly row: number; readonly source?: ProofRow; readonly fields: readonly Field[] }
  | { readonly row: number; readonly passed: number; readonly isBlank: boolean };

/** Blank rows that are drawn one by one; more are told by their number. */
const MOST_BLANK = 2;

/** A merge that reaches further right than this, and than any text, is drawn as far as here. */
const WIDEST = 64;

/** How many columns the table has. */
export function columnsOf(rows: readonly ProofRow[]): number {
  const cells = rows.flatMap((row) => row.cells);
  const reach = cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 1);
  const filled = cells.reduce((most, { column }) => Math.max(most, column + 1), WIDEST);
  return Math.min(reach, filled);
}

/**
 * The rows of a table from the first to the last row in which something stands. As in a spreadsheet, a text runs on over
 * the blank fields to its right.
 */
export function linesOf(rows: readonly ProofRow[], grid: Grid | undefined): Line[] {
  const filled = new Set(grid?.cells.filter(({ text }) => text.trim() !== '').map(({ row }) => row));
  const sheet: Sheet = { columns: columnsOf(rows), end: (rows.at(-1)?.row ?? -1) + 1, covered: new Set() };
  const lines: Line[] = [];
  let next = rows[0]?.row ?? 0;
  for (const source of rows) {
    const between = Array.from({ length: source.row - next }, (_, i) => next + i);
    const isBlank = !between.some((row) => filled.has(row));
    const isHeld = between.slice(0, WIDEST).some((row) => isCovered(sheet, row));
    if (!isHeld && (!isBlank || between.length > MOST_BLANK)) {
      lines.push({ row: next, passed: between.length, isBlank });
    } else for (; next < source.row; next++) lines.push({ row: next, fields: fieldsOf([], next, sheet) });
    lines.push({ row: source.row, source, fields: fieldsOf(source.cells, source.row, sheet) });
    next = source.row + 1;
  }
  return lines;
}

/** The ruled sheet: how far it goes, and what cells from above cover. */
interface Sheet {
  readonly columns: number;
  readonly end: number;
  readonly covered: Set<string>;
}

function isCovered({ columns, covered }: Sheet, row: number): boolean {
  return [...Array(columns).keys()].some((column) => covered.has(`${row} ${column}`));
}

/** The fields of a row, from left to right; places that a cell from above covers have none. */
function fieldsOf(cells: readonly ProofCell[], row: number, { columns, end, covered }: Sheet): Field[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const fields: Field[] = [];
  for (let column = 0; column < columns; ) {
    if (covered.has(`${row} ${column}`)) {
      column++;
      continue;
    }
    const cell = byColumn.get(column);
    const rowSpan = Math.min(cell?.rowSpan ?? 1, end - row);
    const runsOn = cell === undefined || (rowSpan === 1 && cell.text !== '');
    const merged = Math.min(column + (cell?.columnSpan ?? 1), columns);
    let to = column + 1;
    const isFree = () => to < columns && !byColumn.has(to) && !covered.has(`${row} ${to}`);
    while (isFree() && (runsOn || to < merged)) to++;
    for (let r = row + 1; r < row + rowSpan; r++) for (let c = column; c < to; c++) covered.add(`${r} ${c}`);
    fields.push({ column, rowSpan, columnSpan: to - column, ...(cell === undefined ? {} : { cell }) });
    column = to;
  }
  return fields;
}
