/** A table as it is read aloud: rows of cells, and which cells are headings for which others. */
import type { Box } from '../layout/page.ts';
import { type Element, textOf } from './element.ts';

/** A cell of the grid, whatever the pages it stands on. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly label: boolean;
  /** Its parts that are read, in order; none for an empty cell. */
  readonly boxes: readonly Box[];
}

/**
 * The element of a table. Only rows and columns in which a cell begins are counted; places without a cell are empty
 * cells, so that all rows are equally long.
 * @param cells in reading order, without overlaps
 */
export function tableOf(cells: readonly TableCell[]): Element {
  const rows = startsOf(cells.map(({ row }) => row));
  const columns = startsOf(cells.map(({ column }) => column));
  const scopeOf = scopes(cells);
  const covered = new Set<number>();
  const placeOf = (row: number, column: number) => row * columns.length + column;
  const lines = rows.map((): { column: number; element: Element }[] => []);
  for (const cell of cells) {
    const [row, column] = [rows.indexOf(cell.row), columns.indexOf(cell.column)];
    const [rowSpan, columnSpan] = [
      spanIn(rows, cell.row, cell.rowSpan),
      spanIn(columns, cell.column, cell.columnSpan),
    ];
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) covered.add(placeOf(r, c));
    }
    const scope = scopeOf(cell);
    const element: Element = {
      ...textOf(scope === undefined ? 'TD' : 'TH', cell.boxes),
      ...(scope === undefined ? {} : { scope }),
      ...(rowSpan === 1 ? {} : { rowSpan }),
      ...(columnSpan === 1 ? {} : { columnSpan }),
    };
    lines[row]?.push({ column, element });
  }
  for (const [row, line] of lines.entries()) {
    for (const column of columns.keys()) {
      if (!covered.has(placeOf(row, column))) line.push({ column, element: { type: 'TD', kids: [] } });
    }
  }
  return {
    type: 'Table',
    kids: lines.map((line) => ({
      type: 'TR',
      kids: line.sort((a, b) => a.column - b.column).map(({ element }) => element),
    })),
  };
}

function startsOf(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** How many of the rows or columns that count a cell covers. */
function spanIn(starts: readonly number[], from: number, span: number): number {
  return span === 1 ? 1 : starts.filter((start) => start >= from && start < from + span).length;
}

/**
 * What a form's own words are headings for. Beside a value they are for the row. They are for the column in a row
 * without values that has values further down, and right above a value of the same width.
 */
function scopes(cells: readonly TableCell[]): (cell: TableCell) => Element['scope'] {
  /** By row: where its last value stands. */
  const values = new Map<number, number>();
  const widths = new Map<string, number>();
  for (const { row, rowSpan, column, columnSpan, label } of cells) {
    if (label) continue;
    widths.set(`${row} ${column}`, columnSpan);
    for (let r = row; r < row + rowSpan; r++) values.set(r, Math.max(values.get(r) ?? 0, column));
  }
  const lastRow = [...values.keys()].reduce((last, row) => Math.max(last, row), -1);
  return ({ row, rowSpan, column, columnSpan, label, boxes }) => {
    if (!label || boxes.length === 0) return undefined;
    const rows = Array.from({ length: rowSpan }, (_, i) => row + i);
    const isBeside = rows.some((r) => (values.get(r) ?? -1) >= column + columnSpan);
    const isAbove =
      (row + rowSpan <= lastRow && !rows.some((r) => values.has(r))) ||
      widths.get(`${row + rowSpan} ${column}`) === columnSpan;
    if (isBeside) return isAbove ? 'Both' : 'Row';
    return isAbove ? 'Column' : undefined;
  };
}
