/**
 * The records of older workbooks, under guard. Only those that bear text, its place or its format are left to be read:
 * of the others some make SheetJS go through every cell of a range, and a range can be claimed in a few bytes.
 */
import { bounds } from '../bounds.ts';
import { lastColumn } from '../office/range.ts';
import { refusal } from '../refusal.ts';

/** A record of a stream: its type, and where it and its content stand. */
interface BinaryRecord {
  readonly type: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a stream may hold of records of some types, together. */
interface Limits {
  readonly records: Tally;
  readonly cells: Tally;
  readonly strings: Tally;
  readonly merges: Tally;
  readonly reach: Tally;
}

/** Counts, and throws a refusal where there is too much. */
type Tally = (more: number) => void;

function limits(): Limits {
  const tally = (code: string, reason: string, most: number): Tally => {
    let count = 0;
    return (more) => {
      count += more;
      if (count > most) throw refusal(code, { reason, most });
    };
  };
  return {
    records: tally('input-too-large', 'records', bounds.records),
    cells: tally('input-too-large', 'cells', bounds.bookCells),
    strings: tally('input-too-large', 'strings', bounds.bookStrings),
    merges: tally('sheet-too-large', 'merges', bounds.merges),
    reach: tally('sheet-too-large', 'reach', bounds.reach),
  };
}

/** A shared formula longer than this repeats no single cell, and would be worked out for each cell that shares it. */
const longestShared = 64;

/** Names and links to other workbooks: each makes a list longer by copying it. */
const mostLinks = 1_000;

const formulas = [0x0006, 0x0206, 0x0406];
const numbers = [0x0002, 0x0003, 0x0203, 0x027e, 0x0005, 0x0205];
const texts = [0x0004, 0x0204, 0x00d6, 0x00fd];
const cells: ReadonlySet<number> = new Set([...formulas, ...numbers, ...texts]);
const links: ReadonlySet<number> = new Set([0x0017, 0x0018, 0x0218, 0x0023, 0x0223, 0x01ae]);
/** Beginnings and ends, the calendar, the alphabet, formats, worksheets, results of formulas, continuations. */
const plain: ReadonlySet<number> = new Set([
  ...[0x0009, 0x0209, 0x0409, 0x0809, 0x000a, 0x0022, 0x0042, 0x0085, 0x0007, 0x0207, 0x003c, 0x0208],
  ...[0x0043, 0x0243, 0x0443, 0x00e0, 0x001e, 0x041e],
]);
const FILE_PASS = 0x002f;
const MULTIPLE_NUMBERS = 0x00bd;
const STRINGS = 0x00fc;
const SHARED_FORMULA = 0x04bc;
const MERGES = 0x00e5;
const COLUMNS = 0x007d;
/** The cursor: of this record nothing is read. */
const BLANK = 0x001d;

/**
 * Blanks the records of a workbook of before 2007 that are not needed, in place.
 * @throws a refusal where the workbook is locked, or holds too much
 */
export function guardRecords(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const limit = limits();
  let linked = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const record = { type, at, from: at + 4, to: at + 4 + view.getUint16(at + 2, true) };
    limit.records(1);
    if (type === FILE_PASS) throw refusal('password-needed', {});
    if (links.has(type)) linked += 1;
    const whole = record.to <= stream.length && linked <= mostLinks;
    if (!whole || !isNeeded(record, view, limit)) view.setUint16(at, BLANK, true);
    at = record.to;
  }
}

function isNeeded({ type, from, to }: BinaryRecord, view: DataView, limit: Limits): boolean {
  const length = to - from;
  if (cells.has(type)) limit.cells(1);
  else if (type === MULTIPLE_NUMBERS) limit.cells(length / 6);
  else if (type === STRINGS) limit.strings(length < 8 ? 0 : view.getUint32(from + 4, true));
  else if (type === MERGES) {
    const count = length < 2 ? 0 : view.getUint16(from, true);
    if (length < 2 + count * 8) return false;
    limit.merges(Math.max(1, count));
  } else if (type === COLUMNS) {
    if (length < 4) return false;
    const columns = view.getUint16(from + 2, true) - view.getUint16(from, true);
    if (columns > 255) return false;
    limit.reach(Math.max(1, columns));
  } else if (type === SHARED_FORMULA) return length <= longestShared;
  else return plain.has(type) || links.has(type);
  return true;
}

/** The same for a worksheet of an `.xlsb` workbook. */
export function guardWorksheet(part: Uint8Array): void {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const limit = limits();
  let row = 0;
  for (const record of binaryRecords(part)) {
    const { type, at, from, to } = record;
    const number = (offset: number) => (offset + 4 <= to - from ? view.getUint32(from + offset, true) : 0);
    limit.records(1);
    if (to > part.length || !isBinaryNeeded(type, to - from)) blank(part, at);
    else if (type === ROW) row = number(0);
    else if (type === MERGE) limit.merges(1);
    else if (type === COLUMNS_WIDE) {
      if (number(0) <= number(4) && number(4) <= lastColumn) limit.reach(number(4) - number(0) + 1);
      else blank(part, at);
    } else if (isBinaryCell(type)) {
      limit.cells(1);
      if (row >= bounds.lastRow) throw refusal('sheet-too-large', { reason: 'last', most: bounds.lastRow });
      const column = isPlaced(type) ? number(0) : 0;
      if (column > lastColumn) throw refusal('sheet-too-large', { reason: 'reach', most: lastColumn + 1 });
    }
  }
}

/** Counts the texts that the worksheets of an `.xlsb` workbook share. Throws a refusal where they are too many. */
export function guardStrings(part: Uint8Array): void {
  const limit = limits();
  for (const { type } of binaryRecords(part)) if (type === STRING) limit.strings(1);
}

const ROW = 0x0000;
/** The cells up to here say in which column they are; the others follow one another. */
const lastPlacedCell = 0x000b;
const lastCell = 0x0012;
const RICH_CELL = 0x003e;
const STRING = 0x0013;
const MERGE = 0x00b0;
const COLUMNS_WIDE = 0x003c;
const SHARED_WIDE = 0x01ab;
const blankCells: ReadonlySet<number> = new Set([0x0001, 0x000c]);

function isBinaryCell(type: number): boolean {
  return type === RICH_CELL || (type > ROW && type <= lastCell && !blankCells.has(type));
}

/** Whether a record is needed, and as long as what is read of it: the package does not look at its end. */
function isBinaryNeeded(type: number, length: number): boolean {
  if (type === SHARED_WIDE) return length <= longestShared;
  if (type === MERGE) return length >= 16;
  if (type === COLUMNS_WIDE) return length >= 18;
  if (type === ROW) return length >= 13;
  return isBinaryCell(type) && length >= (isPlaced(type) ? 8 : 4);
}

function isPlaced(type: number): boolean {
  return type <= lastPlacedCell || type === RICH_CELL;
}

/** Records whose types and lengths are numbers of one byte or more, the last of which is below 128. */
function* binaryRecords(part: Uint8Array): Generator<BinaryRecord> {
  let at = 0;
  while (at < part.length) {
    const start = at;
    let type = part[at++] as number;
    if (type >= 0x80) type = (type & 0x7f) + (((part[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let i = 0; i < 4; i += 1) {
      const byte = part[at++] ?? 0;
      length += (byte & 0x7f) * 128 ** i;
      if (byte < 0x80) break;
    }
    yield { type, at: start, from: at, to: at + length };
    at += length;
  }
}

/** Makes a record one of which nothing is read, its type of as many bytes: notes on a cell's value, or a table. */
function blank(part: Uint8Array, at: number): void {
  if ((part[at] as number) < 0x80) part[at] = 0x32;
  else part.set([0xac, 0x03], at);
}
