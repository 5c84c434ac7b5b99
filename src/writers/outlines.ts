/** One glyph's TrueType outline as bytes: without its hinting, and pointing to its parts at their new places. */

export interface Outline {
  /** Full words of four bytes. */
  readonly bytes: Uint8Array;
  /** As `checksum` gives it. */
  readonly sum: number;
  /** For a glyph put together from others: where in `bytes` their numbers stand, and which they are. */
  readonly parts: readonly { readonly at: number; readonly glyph: number }[];
}

const FLAG = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, instructions: 0x100 };

/** Takes the instructions out of an outline; the bytes are padded to a multiple of four. */
export function withoutHints(outline: Uint8Array): Outline {
  if (outline.length === 0) return { bytes: outline, sum: 0, parts: [] };
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = view.getInt16(0);
  if (contours < 0) return composite(outline);
  const at = 10 + 2 * contours;
  const rest = at + 2 + view.getUint16(at);
  const bytes = new Uint8Array(inWords(at + 2 + outline.length - rest));
  bytes.set(outline.subarray(0, at));
  bytes.set(outline.subarray(rest), at + 2);
  return { bytes, sum: checksum(bytes), parts: [] };
}

function composite(outline: Uint8Array): Outline {
  const bytes = new Uint8Array(inWords(outline.length));
  bytes.set(outline);
  const view = new DataView(bytes.buffer);
  const parts: { at: number; glyph: number }[] = [];
  let at = 10;
  for (let flags = FLAG.more; flags & FLAG.more; ) {
    flags = view.getUint16(at);
    view.setUint16(at, flags & ~FLAG.instructions);
    parts.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    at += 4 + (flags & FLAG.words ? 4 : 2);
    if (flags & FLAG.scale) at += 2;
    else if (flags & FLAG.twoScales) at += 4;
    else if (flags & FLAG.matrix) at += 8;
  }
  const own = bytes.slice(0, inWords(at));
  return { bytes: own, sum: checksum(own), parts };
}

/** An outline with each part's number replaced by its place in a smaller font. */
export function relinked({ bytes, parts }: Outline, placeOf: (glyph: number) => number): Outline {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const { at, glyph } of parts) view.setUint16(at, placeOf(glyph));
  return { bytes: copy, sum: checksum(copy), parts };
}

/** The sum of a table as a font file has it: of words of four bytes, the last one filled up with zeros. */
export function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < table.length; at++) sum += ((table[at] ?? 0) << (24 - 8 * (at % 4))) >>> 0;
  return sum >>> 0;
}

/** So many bytes take full words of four. */
export function inWords(length: number): number {
  return 4 * Math.ceil(length / 4);
}
