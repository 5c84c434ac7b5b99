/** Places: the cells of a proof on a ruled sheet, as a table needs them, with the gaps between them filled. */
import type { ProofCell, ProofRow } from './proof.ts';

/** A field of the table: a cell, or a gap of blank ones. */
export interface Field {
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly cell?: ProofCell;
}

/** A row of the table, or so many blank rows that follow one another. */
export type Line =
  | { readonly row: number; readonly source?: ProofRow; readonly fields: readonly Field[] }
  | { readonly row: number; readonly blank: number };

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
export function linesOf(rows: readonly ProofRow[]): Line[] {
  const sheet: Sheet = { columns: columnsOf(rows), end: (rows.at(-1)?.row ?? -1) + 1, covered: new Set() };
  const lines: Line[] = [];
  let next = rows[0]?.row ?? 0;
  for (const source of rows) {
    const blank = source.row - next;
    const isHeld = [...Array(Math.min(blank, WIDEST)).keys()].some((b) => isCovered(sheet, next + b));
    if (blank > MOST_BLANK && !isHeld) lines.push({ row: next, blank });
    else for (; next < source.row; next++) lines.push({ row: next, fields: fieldsOf([], next, sheet) });
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
  const fields: Field[] = [];
  for (let column = 0; column < columns; ) {
    if (covered.has(`${row} ${column}`)) {
      column++;
      continue;
    }
    const cell = cells.find((one) => one.column === column);
    const right = cells.reduce(
      (near, one) => (one.column > column ? Math.min(near, one.column) : near),
      columns,
    );
    const rowSpan = Math.min(cell?.rowSpan ?? 1, end - row);
    let to = Math.min(column + (cell?.columnSpan ?? 1), columns);
    const runsOn = cell === undefined || (rowSpan === 1 && cell.text !== '');
    while (runsOn && to < right && !covered.has(`${row} ${to}`)) to++;
    for (let r = row + 1; r < row + rowSpan; r++) for (let c = column; c < to; c++) covered.add(`${r} ${c}`);
    fields.push({ column, rowSpan, columnSpan: to - column, ...(cell === undefined ? {} : { cell }) });
    column = to;
  }
  return fields;
}
