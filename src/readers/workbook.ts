/** Reads an Excel workbook: each worksheet as a grid, and as the look that it has on paper. */
import type { Worksheet as ExcelWorksheet } from 'exceljs';
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, worksheetGrid } from '../grid.ts';
import type { Look } from '../look.ts';
import { attempt } from '../refusal.ts';
import { type Book, type BookSheet, openBook } from './book.ts';
import { shownOf } from './cell-text.ts';
import { lookOf } from './look.ts';
import { type Merges, mergesOf } from './merges.ts';
import { plainCopy } from './plain-copy.ts';
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
  readonly look: Look;
}

/**
 * Reads the worksheets of a workbook (`.xlsx`, `.xlsm`), in order, hidden ones too.
 * @param source what the bytes were read from, for the places of diagnostics
 * @throws (rejects) where the bytes are no workbook that can be read
 */
export async function readWorkbook(bytes: Uint8Array, source: string): Promise<Worksheet[]> {
  const book = openBook(bytes);
  const { bytes: copy, refused } = plainCopy(book);
  // not at the top: exceljs takes as long to load as a workbook to read
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(copy.slice().buffer);
  const [defaults] = workbook.worksheets.slice(-1);
  if (defaults === undefined || workbook.worksheets.length !== book.sheets.length + 1) {
    throw new Error('exceljs has lost a worksheet');
  }
  const defaultStyle = defaults.getCell('A1').style;
  const worksheets: Worksheet[] = [];
  book.sheets.forEach((sheet, i) => {
    const cells = workbook.worksheets[i] as ExcelWorksheet;
    const merged = attempt(() => mergesOf(sheet.frame));
    const refusal = refused[i] ?? merged.refused;
    const merges = merged.refused === undefined ? merged.done : noMerges;
    const { grid, ...found } =
      refusal === undefined
        ? gridOf(sheet, cells, merges, book, source)
        : { grid: worksheetGrid(source, sheet.name, []), covered: [], unread: [] };
    let look: Look | undefined;
    worksheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      grid,
      traces: { ...tracesOf(sheet), ...found },
      ...(refusal === undefined ? {} : { refused: refusal }),
      get look() {
        const grids = worksheets.map((worksheet) => worksheet.grid);
        look ??= lookOf({ book, sheet, cells, merges, defaultStyle, grid, grids });
        return look;
      },
    });
  });
  return worksheets;
}

const noMerges: Merges = { ranges: [], at: () => undefined };

/** The texts of a worksheet: of a merged cell that of its upper left corner, and those that it covers. */
function gridOf(
  sheet: BookSheet,
  worksheet: ExcelWorksheet,
  merges: Merges,
  book: Book,
  source: string,
): { readonly grid: Grid } & Pick<Traces, 'covered' | 'unread'> {
  const unread: Traces['unread'][number][] = [];
  const texts = new Map<number, Map<number, string>>();
  const cells: Cell[] = [];
  const covered: Covered[] = [];
  worksheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, columnNumber) => {
      const [r, c] = [rowNumber - 1, columnNumber - 1];
      const { text, unread: format } = shownOf(cell.value, cell.numFmt, book.date1904);
      if (text === '') return;
      const merge = merges.at(r, c);
      if (format !== undefined && (merge === undefined || (merge.top === r && merge.left === c)))
        unread.push({ row: r, column: c, format });
      if (merge === undefined) cells.push({ row: r, column: c, rowSpan: 1, columnSpan: 1, text });
      else if (merge.top === r && merge.left === c) texts.set(r, (texts.get(r) ?? new Map()).set(c, text));
      else covered.push({ row: r, column: c, text, under: merge });
    });
  });
  for (const { top, left, bottom, right } of merges.ranges) {
    const spans = { rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
    cells.push({ row: top, column: left, ...spans, text: texts.get(top)?.get(left) ?? '' });
  }
  return { grid: worksheetGrid(source, sheet.name, cells), covered, unread };
}
