/** One glyph's TrueType outline as bytes: without its hinting, and pointing to its parts at their new places. */

export interface Outline {
  readonly bytes: Uint8Array;
  /** For a glyph put together from others: where in `bytes` their numbers stand, and which they are. */
  readonly parts: readonly { readonly at: number; readonly glyph: number }[];
}

const FLAG = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, instructions: 0x100 };

/** Takes the instructions out of an outline; the bytes are padded to a multiple of four. */
export function withoutHints(outline: Uint8Array): Outline {
  if (outline.length === 0) return { bytes: outline, parts: [] };
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = view.getInt16(0);
  if (contours < 0) return composite(outline);
  const at = 10 + 2 * contours;
  const rest = at + 2 + view.getUint16(at);
  const bytes = padded(at + 2 + outline.length - rest);
  bytes.set(outline.subarray(0, at));
  bytes.set(outline.subarray(rest), at + 2);
  return { bytes, parts: [] };
}

function composite(outline: Uint8Array): Outline {
  const bytes = padded(outline.length);
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
  return { bytes: bytes.slice(0, Math.ceil(at / 4) * 4), parts };
}

/** The outline's bytes with each part's number replaced by its place in a smaller font. */
export function relinked({ bytes, parts }: Outline, placeOf: (glyph: number) => number): Uint8Array {
  if (parts.length === 0) return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const { at, glyph } of parts) view.setUint16(at, placeOf(glyph));
  return copy;
}

function padded(length: number): Uint8Array {
  return new Uint8Array(Math.ceil(length / 4) * 4);
}
