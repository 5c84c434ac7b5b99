/** Reads the workbook of a file of before 2007 by SheetJS, once it was under guard. */
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { bounds } from '../bounds.ts';
import { type Spot, spotKey, worksheetGrid } from '../grid.ts';
import { attempt, refusal } from '../refusal.ts';
import { formatOf } from './built-in-formats.ts';
import { type Shown, shownNumber, shownText } from './cell-text.ts';
import { type Merges, mergesAmong, type PlacedText, settleMerges } from './merges.ts';
import { isPlainReference } from './traces.ts';
import type { RawSheet, Traces } from './worksheets.ts';

/**
 * Reads the worksheets of a workbook.
 * @param bytes the stream of records, under guard
 * @throws (rejects) where they are none, or where none is in them
 */
export async function readBook(bytes: Uint8Array, source: string): Promise<RawSheet[]> {
  const [xlsx, tables] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')]);
  // without them, texts of before 1997 are read as if they were Latin
  xlsx.set_cptable(tables);
  const read = () =>
    xlsx.read(bytes, {
      // bytes of any kind; as an array they would be copied to a list of numbers
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      // hidden columns are only told with styles
      cellStyles: true,
      cellDates: false,
      nodim: true,
      sheetRows: bounds.lastRow,
      WTF: false,
    });
  const book = withFormats(xlsx.SSF.get_table(), read);
  if (book.SheetNames.length === 0) throw refusal('workbook-unreadable', { reason: 'empty' });
  const shown = book.Workbook?.Sheets ?? [];
  return book.SheetNames.map((name): RawSheet => {
    const sheet = book.Sheets[name];
    // a worksheet that could not be read is left out without a word
    if (sheet === undefined) throw refusal('workbook-unreadable', { reason: 'damaged' });
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const read = attempt(() => settleMerges(textsOf(sheet, date1904), mergesOf(sheet)));
    const { cells, covered } = read.refused === undefined ? read.done : { cells: [], covered: [] };
    return {
      name,
      // not by their order: the package leaves out blank ones
      hidden: (shown.find((one) => one.name === name)?.Hidden ?? 0) !== 0,
      traces: { ...tracesOf(sheet, date1904), covered },
      grid: worksheetGrid(source, name, cells),
      ...(read.refused === undefined ? {} : { refused: read.refused }),
    };
  });
}

/**
 * Reads with the formats that Excel has in Japan. The package keeps one table of them for all workbooks; afterwards it is
 * as before, so that no workbook has formats of the one before it, and whoever else uses the package has its own.
 */
function withFormats<T>(table: Record<string, unknown>, read: () => T): T {
  const before = { ...table };
  const renew = (formats: object) => {
    for (const id of Object.keys(table)) delete table[id];
    Object.assign(table, formats);
  };
  // one that nobody defines is told by its number
  renew(Array.from({ length: MOST_FORMATS }, (_, id) => formatOf(id) ?? id));
  try {
    return read();
  } finally {
    renew(before);
  }
}

/** As many as the package looks through. */
const MOST_FORMATS = 0x188;

/** The rows of cells that SheetJS gives for a dense sheet; some are missing. */
function rowsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet['!data'] ?? [];
}

/** What the cells show. Throws a refusal where they reach too far. */
function textsOf(sheet: WorkSheet, date1904: boolean): PlacedText[] {
  const texts: PlacedText[] = [];
  let reach = 0;
  rowsOf(sheet).forEach((cells, row) => {
    reach += cells?.length ?? 0;
    if (reach > bounds.reach) throw refusal('sheet-too-large', { reason: 'reach', most: bounds.reach });
    cells?.forEach((cell, column) => {
      if (cell !== undefined) texts.push({ row, column, text: shownOf(cell, date1904).text });
    });
  });
  return texts;
}

function mergesOf(sheet: WorkSheet): Merges {
  return mergesAmong(
    (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  );
}

/** What stands in a cell whose formula has failed, by the number that is kept of it. */
const errors: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** The text as it stands on the sheet, by the same number formats as in newer workbooks. */
function shownOf({ t, v, z }: CellObject, date1904: boolean): Shown {
  if (t === 'n' && typeof v === 'number') return shownNumber(v, z, date1904);
  if (t === 'b') return { text: v === true ? 'TRUE' : 'FALSE' };
  if (t === 'e') return { text: errors.get(Number(v)) ?? '#VALUE!' };
  return t === 's' ? shownText(String(v).replace(/\r\n?/g, '\n'), z) : { text: '' };
}

function tracesOf(sheet: WorkSheet, date1904: boolean): Omit<Traces, 'covered'> {
  const zeros = new Map<string, string>();
  const uncalculated: Spot[] = [];
  const unread: Traces['unread'][number][] = [];
  const unshown: Traces['unshown'][number][] = [];
  rowsOf(sheet).forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell === undefined) return;
      const { unread: format, isHidden } = shownOf(cell, date1904);
      if (format !== undefined) unread.push({ row: r, column: c, format });
      if (isHidden) unshown.push({ row: r, column: c });
      if (cell.f === undefined) return;
      if (cell.v === undefined) uncalculated.push({ row: r, column: c });
      else if (cell.v === 0 && isPlainReference(cell.f)) zeros.set(spotKey({ row: r, column: c }), cell.f);
    });
  });
  return {
    zeros,
    uncalculated,
    unread,
    unshown,
    struck: [],
    asides: [],
    isHiddenRow: (row) => sheet['!rows']?.[row]?.hidden === true,
    isHiddenColumn: (column) => sheet['!cols']?.[column]?.hidden === true,
  };
}
