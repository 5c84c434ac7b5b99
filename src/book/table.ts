/** A table of the book, as plain data: pages, workbook and web page are all made of the same ones. */
import type { Drawing } from './drawing.ts';
import { remarks } from './words.ts';

export interface Table {
  /** Names the table in links and on worksheets: `grades`. */
  readonly id: string;
  readonly title: string;
  /** Paragraphs above it. */
  readonly lead: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Paragraphs below it: how things were counted, what marks mean. */
  readonly notes: readonly string[];
  /** Further ones, where its drawings are shown: how to read them. */
  readonly legend?: readonly string[];
}

export interface Column {
  readonly title: string;
  /** Stands above the titles of neighbouring columns that have the same. */
  readonly group?: string;
  /** What part of the table's width it has, in relation to the others. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** True for columns that only draw what other columns say; they stand last. */
  readonly isDrawing?: true;
  /** True where a text is rather made smaller than broken. */
  readonly isOneLine?: true;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A row that sums up others, or names those under it. */
  readonly role?: 'total' | 'group';
}

/** What a cell shows. */
export interface Cell {
  /** As printed; line breaks as `\n`. */
  readonly text: string;
  /** The number behind the text, where it is one. */
  readonly value?: number;
  /** True for a part of a whole, which the text gives in percent. */
  readonly isShare?: true;
  /** How dark its background is, 0 (paper) to 4; what it means stands in the text. */
  readonly tone?: Tone;
  /** The part of the book that it leads to. */
  readonly link?: string;
  readonly drawing?: Drawing;
  /** How many rows it covers, itself included; the rows below have no cell there. */
  readonly rows?: number;
}

/** A cell in its column. */
export interface Placed extends Cell {
  readonly column: number;
}

export interface PlacedRow extends Row {
  readonly cells: readonly Placed[];
}

export type Tone = 0 | 1 | 2 | 3 | 4;

/** A cell over the columns of a table. */
export interface Head {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** The cells over the columns, in one row of titles, or in two where columns stand in groups. */
export function headsOf(columns: readonly Column[]): readonly (readonly Head[])[] {
  const head = (text: string, column: number, columns = 1, rows = 1) => ({ text, column, columns, rows });
  const isGrouped = columns.some(({ group }) => group !== undefined);
  if (!isGrouped) return [columns.map(({ title }, i) => head(title, i))];
  const upper = columns.flatMap(({ group, title }, i) => {
    if (group === undefined) return [head(title, i, 1, 2)];
    if (columns[i - 1]?.group === group) return [];
    const end = columns.findIndex((other, at) => at > i && other.group !== group);
    return [head(group, i, (end < 0 ? columns.length : end) - i)];
  });
  const lower = columns.flatMap(({ group, title }, i) => (group === undefined ? [] : [head(title, i)]));
  return [upper, lower];
}

/** The rows with each cell in its column: cells stand, in order, in the columns that no cell above covers. */
export function placed(columns: readonly Column[], rows: readonly Row[]): PlacedRow[] {
  /** Up to which row each column is covered. */
  const covered = columns.map(() => 0);
  return rows.map((row, r) => {
    const free = columns.flatMap((_, column) => ((covered[column] ?? 0) > r ? [] : [column]));
    const cells = row.cells.map((cell, i): Placed => {
      const column = free[i] ?? 0;
      covered[column] = r + (cell.rows ?? 1);
      return { ...cell, column };
    });
    return { ...row, cells };
  });
}

/** A cell of text only. */
export function plain(text: string | undefined): Cell {
  return { text: text ?? '' };
}

/** The row of a table that has nothing to show. */
export function nothing(): Row {
  return { role: 'group', cells: [plain(remarks.none)] };
}

/** A cell with a number, in digits with a comma for each thousand. */
export function count(value: number): Cell {
  return { text: grouped(value), value };
}

/** A number as it is printed: at most so many decimals, with a comma for each thousand. */
export function grouped(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '▲' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A cell with a part of a whole in percent, with one decimal, rounded half up; a dash where there is no whole. */
export function share(part: number, whole: number): Cell {
  if (whole === 0) return plain('－');
  // 15 digits of it are right; those after them make 187.49999999999997 of the 187.5 that 3.3 is of 17.6
  const perMille = Math.round(Number(((part * 1000) / whole).toPrecision(15)));
  // as printed, since spreadsheets do not agree how 0.2875 is shown
  return { text: `${(perMille / 10).toFixed(1)}%`, value: perMille / 1000, isShare: true };
}
