/** Reads an Excel workbook: each worksheet as a grid, and as the look that it has on paper. */
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, worksheetGrid } from '../grid.ts';
import type { Look } from '../look.ts';
import { attempt, refusal } from '../refusal.ts';
import { type Book, type BookSheet, openBook } from './book.ts';
import { shownNumber } from './cell-text.ts';
import { type Row, rowsIn } from './cells.ts';
import { lookOf } from './look.ts';
import { type Merges, mergesOf } from './merges.ts';
import { sharedStrings } from './strings.ts';
import { type Styles, stylesIn } from './styles.ts';
import { tracesOf } from './traces.ts';
import type { Covered, Traces } from './worksheets.ts';

export interface Worksheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Without cells where the worksheet was refused. */
  readonly grid: Grid;
  readonly traces: Traces;
  /** Why it was not read. */
  readonly refused?: Finding;
  /** Worked out when it is first asked for, since only a form's is ever needed. */
  readonly look: () => Look;
}

/**
 * Reads the worksheets of a workbook (`.xlsx`, `.xlsm`), in order, hidden ones too.
 * @param source what the bytes were read from, for the places of diagnostics
 * @throws where the bytes are no workbook that can be read
 */
export function readWorkbook(bytes: Uint8Array, source: string): Worksheet[] {
  const book = openBook(bytes);
  const styles = stylesIn(book.styles ?? '');
  const shared = { strings: sharedStrings(book.strings ?? ''), cells: 0 };
  const worksheets: Worksheet[] = [];
  for (const sheet of book.sheets) {
    const read = attempt(() => rowsIn(sheet.rows, shared));
    // of what is no XML nothing is to be believed
    if (read.refused?.code === 'workbook-unreadable')
      throw refusal(read.refused.code, read.refused.with ?? {});
    const merged = attempt(() => mergesOf(sheet.frame));
    const refused = read.refused ?? merged.refused;
    const rows = read.refused === undefined ? read.done : [];
    const merges = merged.refused === undefined ? merged.done : noMerges;
    const { grid, ...found } =
      refused === undefined
        ? gridOf(sheet, rows, styles, merges, book, source)
        : { grid: worksheetGrid(source, sheet.name, []), covered: [], unread: [] };
    let look: Look | undefined;
    worksheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      grid,
      traces: { ...tracesOf(rows, sheet.frame), asides: sheet.asides, ...found },
      ...(refused === undefined ? {} : { refused }),
      look: () => {
        const grids = worksheets.map((worksheet) => worksheet.grid);
        look ??= lookOf({ book, sheet, rows, styles, merges, grid, grids });
        return look;
      },
    });
  }
  return worksheets;
}

const noMerges: Merges = { ranges: [], at: () => undefined };

/** The texts of a worksheet: of a merged cell that of its upper left corner, and those that it covers. */
function gridOf(
  sheet: BookSheet,
  rows: readonly Row[],
  styles: Styles,
  merges: Merges,
  { date1904 }: Book,
  source: string,
): { readonly grid: Grid } & Pick<Traces, 'covered' | 'unread'> {
  const unread: Traces['unread'][number][] = [];
  const texts = new Map<number, Map<number, string>>();
  const cells: Cell[] = [];
  const covered: Covered[] = [];
  for (const { row, column, value, style } of valuesIn(rows)) {
    const { text, unread: format } =
      typeof value === 'string' ? { text: value } : shownNumber(value, styles.formatOf(style), date1904);
    if (text === '') continue;
    const merge = merges.at(row, column);
    if (format !== undefined && (merge === undefined || (merge.top === row && merge.left === column)))
      unread.push({ row, column, format });
    if (merge === undefined) cells.push({ row, column, rowSpan: 1, columnSpan: 1, text });
    else if (merge.top === row && merge.left === column)
      texts.set(row, (texts.get(row) ?? new Map()).set(column, text));
    else covered.push({ row, column, text, under: merge });
  }
  for (const { top, left, bottom, right } of merges.ranges) {
    const spans = { rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
    cells.push({ row: top, column: left, ...spans, text: texts.get(top)?.get(left) ?? '' });
  }
  return { grid: worksheetGrid(source, sheet.name, cells), covered, unread };
}

/** The cells that hold something; of several at one place, which no sound workbook has, the last. */
function valuesIn(rows: readonly Row[]) {
  const values = rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, style, value }) => (value === undefined ? [] : [{ row, column, style, value }])),
  );
  return values.filter(({ row, column }, i) => {
    const next = values[i + 1];
    return next?.row !== row || next.column !== column;
  });
}
