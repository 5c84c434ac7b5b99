/** A table as it is read aloud: rows of cells, and which cells are headings for which others. */
import type { Box } from '../layout/page.ts';
import { type Element, elementOver } from './element.ts';

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
  const rows = lineUp(cells.map(({ row }) => row));
  const columns = lineUp(cells.map(({ column }) => column));
  const scopeOf = scopes(cells);
  const covered = new Set<number>();
  const placeOf = (row: number, column: number) => row * columns.count + column;
  const lines = Array.from({ length: rows.count }, (): { column: number; element: Element }[] => []);
  for (const cell of cells) {
    const [row, rowSpan] = rows.covered(cell.row, cell.rowSpan);
    const [column, columnSpan] = columns.covered(cell.column, cell.columnSpan);
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) covered.add(placeOf(r, c));
    }
    const scope = scopeOf(cell);
    const element: Element = {
      ...elementOver(scope === undefined ? 'TD' : 'TH', cell.boxes),
      ...(scope === undefined ? {} : { scope }),
      ...(rowSpan === 1 ? {} : { rowSpan }),
      ...(columnSpan === 1 ? {} : { columnSpan }),
    };
    lines[row]?.push({ column, element });
  }
  for (const [row, line] of lines.entries()) {
    for (let column = 0; column < columns.count; column++) {
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

/** The rows or columns that count: those in which a cell begins. */
function lineUp(starts: readonly number[]) {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  const numbers = new Map(sorted.map((start, number) => [start, number]));
  return {
    count: sorted.length,
    /** The number of the first that a cell covers, and how many it covers. */
    covered(from: number, span: number): readonly [first: number, count: number] {
      const first = numbers.get(from) ?? 0;
      let end = first + 1;
      while ((sorted[end] ?? Number.POSITIVE_INFINITY) < from + span) end++;
      return [first, end - first];
    },
  };
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
