/**
 * The directory of a zip archive, read without unpacking anything.
 *
 * Not by yauzl, which does this well but needs Node's files, buffers and streams, where the core also runs in a
 * browser; and not by fflate, which tells neither an entry's flags nor its checksum and place, and cuts an entry off
 * in silence where the directory lies about its size. fflate unpacks what `guard.ts` has found to be sound.
 */
import { refusal } from '../refusal.ts';

/** One entry, as the directory at the end of the archive has it: the only account that is believed. */
export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** The packed bytes. */
  readonly packed: Uint8Array;
  /** The unpacked size, in bytes, and the checksum, as declared. */
  readonly size: number;
  readonly crc: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
/** What stands for a number that needs the 64 bits of an extra field. */
const MORE = 0xffffffff;

/** Reads the directory. Throws a refusal where the archive is cut off or has no directory that makes sense. */
export function directoryOf(bytes: Uint8Array, most: number): Entry[] {
  try {
    return entriesIn(bytes, most);
  } catch (error) {
    // reading past the end: the directory points outside of the file
    if (error instanceof RangeError) throw refusal('archive-damaged', { reason: 'directory' });
    throw error;
  }
}

function entriesIn(bytes: Uint8Array, most: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = endOf(view);
  if (count > most) throw refusal('archive-unsafe', { reason: 'entries', most });
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== LISTED) throw refusal('archive-damaged', { reason: 'directory' });
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((from) =>
      view.getUint16(at + from, true),
    ) as [number, number, number];
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + nameLength;
    const name = nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const [size, packedSize, place] = wideNumbers(view, nameEnd, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]) as [number, number, number];
    if (view.getUint32(place, true) !== LOCAL) throw refusal('archive-damaged', { reason: 'directory' });
    const from = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    if (from + packedSize > bytes.length) throw refusal('archive-damaged', { reason: 'directory' });
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 0x41) !== 0,
      packed: bytes.subarray(from, from + packedSize),
      size,
      crc: view.getUint32(at + 16, true),
    });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

/** Where the directory starts and how many entries it has: said at the very end, before a comment. */
function endOf(view: DataView): { readonly count: number; readonly start: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR64) {
      const wide = Number(view.getBigUint64(at - 12, true));
      if (view.getUint32(wide, true) === END64) {
        return {
          count: Number(view.getBigUint64(wide + 32, true)),
          start: Number(view.getBigUint64(wide + 48, true)),
        };
      }
    }
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw refusal('archive-damaged', { reason: 'directory' });
}

/** Numbers of 32 bits; those that do not fit stand, in their order, in an extra field of 64 bits each. */
function wideNumbers(view: DataView, at: number, length: number, numbers: readonly number[]): number[] {
  for (let field = at; field + 4 <= at + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    return numbers.map((number) => {
      if (number !== MORE) return number;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return [...numbers];
}

function nameOf(bytes: Uint8Array, utf8: boolean): string {
  if (utf8 || bytes.every((byte) => byte < 0x80)) return new TextDecoder().decode(bytes);
  // an old encoding, but which? the parts of office files have plain names
  return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
}
