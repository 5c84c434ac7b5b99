/** Bounds at the door: what is refused of a file before it is read, and of a sheet before it is fitted to a form. */
import { bounds, MiB } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, placeOf } from '../grid.ts';
import { refusal } from '../refusal.ts';

/** Throws a refusal where a file is larger than any that is read. */
export function boundFile(bytes: Uint8Array): void {
  if (bytes.length <= bounds.fileBytes) return;
  throw refusal('input-too-large', { reason: 'file', most: bounds.fileBytes / MiB });
}

/** Tab, line feed, carriage return, comma: in every encoding of text, or in half of a character of UTF-16. */
function isSeparator(byte: number | undefined): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x2c;
}

/** Throws a refusal where a file of text is too large, or cut into too many fields, to be decoded. */
export function boundText(bytes: Uint8Array): void {
  if (bytes.length > bounds.textBytes) {
    throw refusal('input-too-large', { reason: 'text', most: bounds.textBytes / MiB });
  }
  if (bytes.length < bounds.fields) return;
  let fields = 1;
  for (let at = 0; at < bytes.length; at += 1) if (isSeparator(bytes[at])) fields += 1;
  if (fields > bounds.fields) throw refusal('input-too-large', { reason: 'fields', most: bounds.fields });
}

/** Why a sheet is not read: a row of it has too many cells, or a cell is too long; undefined for all others. */
export function oversize(grid: Grid): Finding | undefined {
  const counts = new Map<number, number>();
  for (const cell of filledOf(grid)) {
    if (cell.text.length > bounds.cellCharacters) return tooLarge(grid, 'cell', bounds.cellCharacters, cell);
    const count = (counts.get(cell.row) ?? 0) + 1;
    if (count > bounds.rowCells) return tooLarge(grid, 'row', bounds.rowCells, { row: cell.row, column: 0 });
    counts.set(cell.row, count);
  }
  return undefined;
}

/** Why it is not searched how a sheet is to be read: it has too many rows, cells or characters for that. */
export function overlong(grid: Grid): Finding | undefined {
  const filled = filledOf(grid);
  if (filled.length > bounds.sheetCells) return tooLarge(grid, 'cells', bounds.sheetCells);
  const rows = new Set(filled.map(({ row }) => row)).size;
  if (rows > bounds.sheetRows) return tooLarge(grid, 'rows', bounds.sheetRows);
  const characters = filled.reduce((sum, { text }) => sum + text.length, 0);
  return characters > bounds.sheetCharacters
    ? tooLarge(grid, 'characters', bounds.sheetCharacters)
    : undefined;
}

function filledOf({ cells }: Grid): Cell[] {
  return cells.filter(({ text }) => text !== '');
}

function tooLarge(grid: Grid, reason: string, most: number, at = { row: 0, column: 0 }): Finding {
  return { code: 'sheet-too-large', with: { reason, most }, place: placeOf(grid, at) };
}

/** The beginning of a sheet: enough to see whether it is like a form, and quickly fitted to one. */
const beginning = { rows: 100, rowCells: 40, characters: 200 };

/** The first cells of the first rows, long texts cut. */
export function beginningOf(grid: Grid): Grid {
  const counts = new Map<number, number>();
  const cells = grid.cells.flatMap((cell): Cell[] => {
    if (cell.text === '') return [];
    const before = counts.get(cell.row) ?? 0;
    if (before === beginning.rowCells || (before === 0 && counts.size === beginning.rows)) return [];
    counts.set(cell.row, before + 1);
    return [{ ...cell, text: cell.text.slice(0, beginning.characters) }];
  });
  return { ...grid, cells };
}
