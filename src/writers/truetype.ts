/** The part of a TrueType font that a document uses: its outlines copied as they are, without hinting. */
import { joinedBytes } from '../bytes.ts';
import { type Outline, relinked, withoutHints } from './outlines.ts';

/**
 * Makes a font file of the given glyphs, in this order, and of those they are put together from; for the same ones as the
 * last time, the same array.
 */
export type Subset = (glyphs: readonly number[]) => Uint8Array;

/**
 * Opens a font for taking parts of it. Outlines once copied are kept for the next document.
 * @returns undefined where the font has no TrueType outlines
 */
export function trueTypeSubset(font: Uint8Array): Subset | undefined {
  const tables = tablesOf(font);
  const [head, hhea, maxp] = [tables.get('head'), tables.get('hhea'), tables.get('maxp')];
  const [loca, glyf, hmtx] = [tables.get('loca'), tables.get('glyf'), tables.get('hmtx')];
  if (!head || !hhea || !maxp || !loca || !glyf || !hmtx) return undefined;
  const [offsets, metrics] = [viewOf(loca), viewOf(hmtx)];
  const isLong = viewOf(head).getInt16(50) === 1;
  const offset = (glyph: number) =>
    isLong ? offsets.getUint32(4 * glyph) : 2 * offsets.getUint16(2 * glyph);
  const widths = viewOf(hhea).getUint16(34);

  const outlines = new Map<number, Outline>();
  const outlineOf = (glyph: number): Outline => {
    let outline = outlines.get(glyph);
    if (outline === undefined) {
      outline = withoutHints(glyf.subarray(offset(glyph), offset(glyph + 1)));
      outlines.set(glyph, outline);
    }
    return outline;
  };
  /** Of one glyph: its advance and its left side bearing. */
  const metricsOf = (glyph: number): [number, number] =>
    glyph < widths
      ? [metrics.getUint16(4 * glyph), metrics.getInt16(4 * glyph + 2)]
      : [metrics.getUint16(4 * widths - 4), metrics.getInt16(4 * widths + 2 * (glyph - widths))];

  const subset: Subset = (wanted) => {
    const glyphs = [...wanted];
    const places = new Map(glyphs.map((glyph, i) => [glyph, i]));
    const placeOf = (glyph: number): number => {
      const place = places.get(glyph) ?? glyphs.push(glyph) - 1;
      places.set(glyph, place);
      return place;
    };
    const data: Uint8Array[] = [];
    for (let i = 0; i < glyphs.length; i++) data.push(relinked(outlineOf(glyphs[i] ?? 0), placeOf));
    const newOffsets = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
    const newMetrics = new DataView(new ArrayBuffer(4 * glyphs.length));
    let end = 0;
    for (const [i, glyph] of glyphs.entries()) {
      const [advance, bearing] = metricsOf(glyph);
      newMetrics.setUint16(4 * i, advance);
      newMetrics.setInt16(4 * i + 2, bearing);
      end += data[i]?.length ?? 0;
      newOffsets.setUint32(4 * i + 4, end);
    }
    return fontFile([
      ['glyf', joinedBytes(data)],
      ['head', changed(head, (table) => table.setInt16(50, 1))],
      ['hhea', changed(hhea, (table) => table.setUint16(34, glyphs.length))],
      ['hmtx', new Uint8Array(newMetrics.buffer)],
      ['loca', new Uint8Array(newOffsets.buffer)],
      ['maxp', changed(maxp, (table) => table.setUint16(4, glyphs.length))],
    ]);
  };
  // of the bold font, most documents of a form need the same, for the form's own words
  let last: { readonly glyphs: readonly number[]; readonly file: Uint8Array } | undefined;
  return (glyphs) => {
    if (last?.glyphs.length !== glyphs.length || last.glyphs.some((glyph, i) => glyph !== glyphs[i])) {
      last = { glyphs, file: subset(glyphs) };
    }
    return last.file;
  };
}

function tablesOf(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(font);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, i) => {
      const at = 12 + 16 * i;
      const start = view.getUint32(at + 8);
      return [
        String.fromCharCode(...font.subarray(at, at + 4)),
        font.subarray(start, start + view.getUint32(at + 12)),
      ];
    }),
  );
}

/** Puts tables, sorted by name, into a font file. */
function fontFile(tables: readonly (readonly [tag: string, table: Uint8Array])[]): Uint8Array {
  const directory = new Uint8Array(12 + 16 * tables.length);
  const view = viewOf(directory);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let start = directory.length;
  const parts = [directory];
  for (const [i, [tag, table]] of tables.entries()) {
    const at = 12 + 16 * i;
    const filled = new Uint8Array(Math.ceil(table.length / 4) * 4);
    filled.set(table);
    for (const [j, character] of [...tag].entries()) view.setUint8(at + j, character.charCodeAt(0));
    view.setUint32(at + 4, checksum(filled));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, table.length);
    start += filled.length;
    parts.push(filled);
  }
  return joinedBytes(parts);
}

function checksum(table: Uint8Array): number {
  const view = viewOf(table);
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function changed(table: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = table.slice();
  change(viewOf(copy));
  return copy;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
