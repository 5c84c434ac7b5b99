/** Reads workbooks of older and other kinds (`.xls`, `.xlsb`) by SheetJS, and opens those that are locked. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { bounds } from '../bounds.ts';
import { type Cell, type Grid, inReadingOrder } from '../grid.ts';
import { attempt, refusal, refusalIn } from '../refusal.ts';
import type { Input } from './index.ts';
import { formatNumber } from './number-format.ts';
import { isPlainReference } from './traces.ts';
import { type RawSheet, refusalsOf, settle, type Traces } from './worksheets.ts';

/**
 * Reads a compound file: an old workbook, or a new one that is locked.
 * @param password what opens it, where it is locked
 * @throws a refusal `password-needed` or `password-wrong`, or an error where there is no workbook in it
 */
export async function readOld(
  bytes: Uint8Array,
  source: string,
  password: string | undefined,
): Promise<Input> {
  if (hasStream(bytes, 'EncryptionInfo')) {
    const opened = await unlocked(bytes, password);
    const { readXlsx } = await import('./xlsx.ts');
    return readXlsx(opened, source);
  }
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book')) {
    throw new Error('the file is another kind of office document');
  }
  const macros = hasStream(bytes, '_VBA_PROJECT_CUR');
  const raw = await readBiff(bytes, source).catch(async (error: unknown) => {
    if (refusalIn(error)?.code !== 'password-needed') throw error;
    return readBiff(await unlocked(bytes, password), source);
  });
  return {
    sheets: settle(raw),
    findings: [
      ...(macros ? [{ code: 'macros-dropped', place: { source, row: 1, column: 1 } }] : []),
      ...refusalsOf(raw),
    ],
  };
}

/** The names of a compound file's streams stand in its directory in UTF-16, each in a field of 64 bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** A locked workbook, opened. Throws a refusal where the password is not there or not right. */
async function unlocked(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  if (password === undefined || password === '') throw refusal('password-needed', {});
  const { default: crypto } = await import('officecrypto-tool');
  try {
    // it takes any bytes, whatever its types say
    return Uint8Array.from(await crypto.decrypt(bytes as Parameters<typeof crypto.decrypt>[0], { password }));
  } catch {
    throw refusal('password-wrong', {});
  }
}

/** Reads the worksheets of a workbook. Throws where the bytes are none, a refusal where they are locked or too many. */
export async function readBiff(bytes: Uint8Array, source: string): Promise<RawSheet[]> {
  const [xlsx, tables] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')]);
  // without them, texts of before 1997 are read as if they were Latin
  xlsx.set_cptable(tables);
  const book = open(xlsx.read, bytes);
  const shown = book.Workbook?.Sheets ?? [];
  return book.SheetNames.map((name, i): RawSheet => {
    const sheet = book.Sheets[name];
    // a worksheet that could not be read is left out without a word
    if (sheet === undefined) throw new Error(`the worksheet ${name} cannot be read`);
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    const read = attempt(() => {
      const last = xlsx.utils.decode_range(sheet['!fullref'] ?? 'A1').e.r;
      if (last >= bounds.lastRow) throw refusal('sheet-too-large', { reason: 'last', most: bounds.lastRow });
      return gridOf(sheet, name, source, date1904);
    });
    return {
      name,
      hidden: (shown[i]?.Hidden ?? 0) !== 0,
      traces: tracesOf(sheet),
      ...(read.refused === undefined
        ? { grid: read.done }
        : { grid: { source, sheet: name, rows: 0, columns: 0, cells: [] }, refused: read.refused }),
    };
  });
}

function open(read: typeof import('@e965/xlsx').read, bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      // hidden columns are only told with styles
      cellStyles: true,
      cellDates: false,
      nodim: true,
      sheetRows: bounds.lastRow,
      WTF: false,
    });
  } catch (error) {
    if (/password|encryption/i.test(String(error))) throw refusal('password-needed', {});
    throw error;
  }
}

/** The rows of cells that SheetJS gives for a dense sheet; some are missing. */
function rowsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet['!data'] ?? [];
}

function gridOf(sheet: WorkSheet, name: string, source: string, date1904: boolean): Grid {
  const cells = new Map<string, Cell>();
  rowsOf(sheet).forEach((row, r) => {
    row?.forEach((cell, c) => {
      const text = cell === undefined ? '' : textOf(cell, date1904);
      if (text !== '') cells.set(`${r},${c}`, { row: r, column: c, rowSpan: 1, columnSpan: 1, text });
    });
  });
  const merges = sheet['!merges'] ?? [];
  const covered = merges.reduce((sum, { s, e }) => sum + e.r - s.r + 1, 0);
  if (merges.length > bounds.merges || covered > bounds.mergedRows) {
    throw refusal('sheet-too-large', { reason: 'merges', most: bounds.merges });
  }
  for (const { s, e } of merges) {
    const text = cells.get(`${s.r},${s.c}`)?.text ?? '';
    for (let r = s.r; r <= e.r; r++) {
      const last = Math.min(e.c, (rowsOf(sheet)[r]?.length ?? 0) - 1);
      for (let c = s.c; c <= last; c++) cells.delete(`${r},${c}`);
    }
    const spans = { rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 };
    cells.set(`${s.r},${s.c}`, { row: s.r, column: s.c, ...spans, text });
  }
  const all = inReadingOrder(cells.values());
  return {
    source,
    sheet: name,
    rows: all.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0),
    columns: all.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0),
    cells: all,
  };
}

/** The text as it stands on the sheet, by the same number formats as in newer workbooks. */
function textOf({ t, v, w, z }: CellObject, date1904: boolean): string {
  if (t === 'n' && typeof v === 'number')
    return formatNumber(v, typeof z === 'string' ? z : undefined, date1904);
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  if (t === 'e') return w ?? '#VALUE!';
  return t === 's' ? String(v).replace(/\r\n?/g, '\n') : '';
}

function tracesOf(sheet: WorkSheet): Traces {
  const zeros = new Map<string, string>();
  rowsOf(sheet).forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell?.v === 0 && cell.f !== undefined && isPlainReference(cell.f)) zeros.set(`${r},${c}`, cell.f);
    });
  });
  return {
    zeros,
    isHiddenRow: (row) => sheet['!rows']?.[row]?.hidden === true,
    isHiddenColumn: (column) => sheet['!cols']?.[column]?.hidden === true,
  };
}
