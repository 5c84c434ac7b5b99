/** Matter: what stands on the book's own pages before it is laid out, as rows of cells with the names of their styles. */
import { type Column, type Head, headsOf, type Placed, type PlacedRow, placed, type Table } from './table.ts';

export interface Matter {
  /** What part of the page's width each column has, in relation to the others. */
  readonly columns: readonly number[];
  readonly rows: readonly MatterRow[];
}

export interface MatterRow {
  readonly cells: readonly MatterCell[];
  /** At least, in points. */
  readonly height?: number;
  /** For a row that is shown again where the rows below it go on, on the next page: over all rows, or over its group. */
  readonly heads?: 'table' | 'group';
}

export interface MatterCell extends Placed {
  readonly columns?: number;
  readonly style: StyleName;
  readonly align?: Column['align'];
  /** True where its text is rather made smaller than broken. */
  readonly isOneLine?: true;
  /** The rank of a heading. */
  readonly heading?: 1 | 2 | 3;
  /** True for the words over and beside what the table holds. */
  readonly label?: true;
}

export type StyleName =
  | 'coverTitle'
  | 'coverLine'
  | 'title'
  | 'lead'
  | 'head'
  | 'cell'
  | 'total'
  | 'group'
  | 'note'
  | 'drawing';

const GAP: MatterRow = { cells: [], height: 6 };

/** A table with its title, what is said above and below it, and headings that are shown again on each page. */
export function matterOf(table: Table): Matter {
  const { columns, rows, title, lead } = table;
  const notes = [...table.notes, ...(table.legend ?? [])];
  const wide = (text: string, style: StyleName, heading?: 1): MatterRow => ({
    cells: [
      { text, style, column: 0, columns: columns.length, ...(heading === undefined ? {} : { heading }) },
    ],
  });
  return {
    columns: columns.map(({ width }) => width),
    rows: [
      wide(title, 'title', 1),
      ...lead.map((text) => wide(text, 'lead')),
      GAP,
      ...headsOf(columns).map((heads): MatterRow => ({ heads: 'table', cells: heads.map(headCell) })),
      ...placed(columns, rows).map((row) => bodyRow(row, columns)),
      ...(notes.length > 0 ? [GAP] : []),
      ...notes.map((text) => wide(text, 'note')),
    ],
  };
}

function headCell({ text, column, columns, rows }: Head): MatterCell {
  return { text, column, columns, rows, style: 'head', align: 'center', label: true };
}

function bodyRow({ cells, role }: PlacedRow, columns: readonly Column[]): MatterRow {
  if (role === 'group') {
    const [name] = cells;
    const text = name?.text ?? '';
    return {
      heads: 'group',
      cells: [{ text, column: 0, columns: columns.length, style: 'group', label: true }],
    };
  }
  return {
    cells: cells.map((cell): MatterCell => {
      const { align = 'left', isDrawing, isOneLine } = columns[cell.column] ?? {};
      return {
        ...cell,
        align,
        style: isDrawing ? 'drawing' : role === 'total' ? 'total' : 'cell',
        ...(isOneLine ? { isOneLine } : {}),
        ...(cell.column === 0 || cell.rows !== undefined ? { label: true } : {}),
      };
    }),
  };
}
