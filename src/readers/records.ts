/**
 * The records of an old workbook (`.xls`), under guard. SheetJS believes what a record says of itself: of a few bytes
 * it can be made to go through every cell of a range, or to read without end. So only those records are left to it
 * that bear text, its place or its format, and only where they are as long as what is read of them.
 */
import { bounds } from '../bounds.ts';
import { refusal } from '../refusal.ts';
import { tameFormula } from './formula-bytes.ts';
import { CONTINUED, isWholeText, soundStrings } from './string-table.ts';

const BEGINNING = 0x0809;
const LOCKED = 0x002f;
const FORMULA = 0x0006;
const NUMBERS = 0x00bd;
const LABEL = 0x0204;
const RICH_LABEL = 0x00d6;
const STRINGS = 0x00fc;
const SHARED_FORMULA = 0x04bc;
const LINKED_BOOK = 0x01ae;
const LINKED_SHEETS = 0x0017;
const MERGES = 0x00e5;
const COLUMNS = 0x007d;
const FORMAT = 0x041e;
const STYLE = 0x00e0;
const WORKSHEET = 0x0085;
const RESULT = 0x0207;
/** The place of the cursor: of this record nothing is read. */
const BLANK = 0x001d;

/** The records that are left as they are, each with what it is long at least. */
const plain: ReadonlyMap<number, number> = new Map([
  [0x000a, 0], // the end of a worksheet
  [0x0022, 2], // the calendar
  [0x0042, 2], // the alphabet of texts before 1997
  [0x0208, 16], // a row, hidden or not
  [0x0203, 14], // a number, one made small, true or false or an error, a text of the list
  [0x027e, 10],
  [0x0205, 8],
  [0x00fd, 10],
]);
const cells: ReadonlySet<number> = new Set([FORMULA, LABEL, RICH_LABEL, 0x0203, 0x027e, 0x0205, 0x00fd]);

/** How many records of a type are left. Excel makes fewer; each costs far more than its bytes. */
const mostOf: ReadonlyMap<number, number> = new Map([
  [LINKED_BOOK, 1_000],
  [LINKED_SHEETS, 1_000],
  [COLUMNS, 10_000],
  [STYLE, 10_000],
  [FORMAT, 10_000],
]);

/**
 * Blanks the records that are not needed, in place.
 * @throws a refusal where the workbook is locked, of before Excel 5, or holds too much
 */
export function guardRecords(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const count = { records: 0, cells: 0, merges: 0, sheets: 0 };
  const most = { ...bounds, cells: bounds.bookCells, sheets: bounds.bookSheets };
  const limit = (what: keyof typeof count, more: number, code = 'input-too-large') => {
    count[what] += more;
    if (count[what] > most[what]) throw refusal(code, { reason: what, most: most[what] });
  };
  const seen = new Map<number, number>();
  let version = 0;
  let kept = false;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const record = new DataView(stream.buffer, stream.byteOffset + at + 4, lengthAt(view, at));
    const end = at + 4 + view.getUint16(at + 2, true);
    limit('records', 1);
    if (type === LOCKED) throw refusal('password-needed', {});
    if (type === BEGINNING) version = versionOf(record);
    if (cells.has(type)) limit('cells', 1);
    if (type === NUMBERS) limit('cells', Math.floor(record.byteLength / 6));
    if (type === MERGES) limit('merges', Math.max(1, Math.floor(record.byteLength / 8)), 'sheet-too-large');
    if (type === WORKSHEET) limit('sheets', 1);
    seen.set(type, (seen.get(type) ?? 0) + 1);
    if (type === STRINGS) kept = seen.get(type) === 1 && soundStrings(view, at);
    else if (type === RESULT) kept = isWholeText(view, at);
    // what goes on in more records goes with the first
    else if (type !== CONTINUED) {
      const few = (seen.get(type) ?? 0) <= (mostOf.get(type) ?? bounds.records);
      kept = few && end <= stream.length && isSound(type, record, version);
    }
    if (!kept) view.setUint16(at, BLANK, true);
    at = end;
  }
}

/** How much of a record is there. */
function lengthAt(view: DataView, at: number): number {
  return Math.min(view.getUint16(at + 2, true), view.byteLength - at - 4);
}

/** 5 for Excel 5 and 95, 8 for those until 2003. Older ones came in files of another kind. */
function versionOf(record: DataView): 5 | 8 {
  const version = record.byteLength < 4 ? 0 : record.getUint16(0, true);
  if (version === 0x0600) return 8;
  if (version === 0x0500) return 5;
  throw refusal('workbook-unreadable', { reason: 'damaged' });
}

/** Whether a record is needed and as long as it says; of some, what is not needed is made harmless. */
function isSound(type: number, record: DataView, version: number): boolean {
  const { byteLength: length } = record;
  const least = plain.get(type);
  if (least !== undefined) return length >= least;
  const has = (bytes: number) => length >= bytes;
  const two = (at: number) => record.getUint16(at, true);
  switch (type) {
    case BEGINNING:
      return has(4);
    case WORKSHEET:
      return has(8);
    case STYLE:
      return has(16);
    case FORMULA:
      if (has(22)) tameFormula(record, 20);
      return has(22);
    case SHARED_FORMULA:
      if (has(10)) tameFormula(record, 8);
      return has(10);
    case NUMBERS:
      return has(6);
    case LABEL:
    case RICH_LABEL:
      return has(8) && has(8 + two(6));
    case FORMAT:
      return version === 5 ? has(3) && has(3 + record.getUint8(2)) : has(5) && has(5 + two(2));
    case MERGES:
      return has(2) && has(2 + 8 * two(0));
    case COLUMNS:
      // of the 256 that there are
      return has(12) && two(0) <= two(2) && two(2) <= 256;
    case LINKED_BOOK:
      if (!has(4)) return false;
      // another workbook's name is not needed: it is counted like a program's
      if (two(2) !== 0x0401) record.setUint16(2, 0x3a01, true);
      return true;
    case LINKED_SHEETS:
      return version === 5 ? has(2) : has(2) && length === 2 + 6 * two(0);
    default:
      return false;
  }
}
