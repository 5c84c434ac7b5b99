/** The list of texts of an old workbook, which goes on over records that may cut a text in two. */
import { bounds } from '../bounds.ts';
import { refusal } from '../refusal.ts';

/** The record that goes on with what the one before it could not hold. */
export const CONTINUED = 0x003c;

/** How many records a list of texts may go on in: all of them are gone through again for each of its characters. */
const mostContinued = 500;

/**
 * Goes through the texts as the package will, and where the list ends before the texts that it promises, makes it
 * promise those that are there, in place: the package would read on without end.
 * @param at where the record stands in the stream
 * @returns whether there is a list at all
 * @throws a refusal where there are too many texts
 */
export function soundStrings(view: DataView, at: number): boolean {
  const pieces = piecesOf(view, at);
  const [first] = pieces;
  if (first === undefined || first.to - first.from < 8) return false;
  const promised = view.getUint32(first.from + 4, true);
  const cursor = cursorOn(view, pieces);
  cursor.skip(8);
  let sound = 0;
  while (sound < promised && cursor.text()) {
    sound += 1;
    if (sound > bounds.bookStrings) {
      throw refusal('input-too-large', { reason: 'strings', most: bounds.bookStrings });
    }
  }
  view.setUint32(first.from + 4, sound, true);
  return true;
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Whether a text that a formula gives, the longest of which takes 65 kB, is there, with the records it goes on in. */
export function isWholeText(view: DataView, at: number): boolean {
  const pieces = piecesOf(view, at);
  const [first] = pieces;
  if (first === undefined || first.to - first.from < 2 || pieces.length > 16) return false;
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  return length >= 2 + view.getUint16(first.from, true);
}

/** The contents of a record and of those that continue it. */
function piecesOf(view: DataView, at: number): Piece[] {
  const pieces: Piece[] = [];
  for (let next = at; next + 4 <= view.byteLength; ) {
    if (next !== at && view.getUint16(next, true) !== CONTINUED) break;
    const to = next + 4 + view.getUint16(next + 2, true);
    if (to > view.byteLength) break;
    pieces.push({ from: next + 4, to });
    if (pieces.length > mostContinued) {
      throw refusal('input-too-large', { reason: 'strings', most: bounds.bookStrings });
    }
    next = to;
  }
  return pieces;
}

function cursorOn(view: DataView, pieces: readonly Piece[]) {
  let piece = 0;
  let at = pieces[0]?.from ?? 0;
  /** How much is left, in the piece at hand or in all. */
  const leftHere = () => (pieces[piece]?.to ?? at) - at;
  const left = () => pieces.slice(piece + 1).reduce((sum, { from, to }) => sum + to - from, leftHere());
  const goOn = () => {
    while (leftHere() === 0 && piece + 1 < pieces.length) {
      piece += 1;
      at = (pieces[piece] as Piece).from;
    }
  };
  const skip = (count: number): boolean => {
    let rest = count;
    while (rest > 0) {
      goOn();
      const step = Math.min(rest, leftHere());
      if (step === 0) return false;
      at += step;
      rest -= step;
    }
    return true;
  };
  const byte = (): number => {
    goOn();
    if (leftHere() === 0) return Number.NaN;
    at += 1;
    return view.getUint8(at - 1);
  };
  const number = (bytes: number): number => {
    let sum = 0;
    for (let i = 0; i < bytes; i += 1) sum += byte() * 256 ** i;
    return sum;
  };
  /** Characters of one byte or two; where a record ends, the next begins with which. */
  const characters = (count: number, wide: boolean): boolean => {
    let width = wide ? 2 : 1;
    for (let rest = count; rest > 0; ) {
      if (leftHere() === 0) {
        if (left() === 0) return false;
        width = byte() === 0 ? 1 : 2;
      }
      const step = Math.min(rest, Math.floor(leftHere() / width));
      if (step === 0) return false;
      at += step * width;
      rest -= step;
    }
    return true;
  };
  /** Goes past a text; false where it is not whole. */
  const text = (): boolean => {
    if (left() < 3) return false;
    const [count, flags] = [number(2), byte()];
    const runs = flags & 8 ? number(2) : 0;
    const more = flags & 4 ? number(4) : 0;
    if (!(runs + more >= 0)) return false;
    return characters(count, (flags & 1) === 1) && skip(4 * runs + more);
  };
  return { skip, text };
}
