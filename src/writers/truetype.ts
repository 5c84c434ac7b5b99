/** The part of a TrueType font that a document uses: its outlines copied as they are, without hinting. */
import { checksum, inWords, type Outline, relinked, withoutHints } from './outlines.ts';

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
  /** Of one glyph, its advance and its left side bearing, as they stand in the file. */
  const metricOf = (glyph: number): number => {
    if (glyph < widths) return metrics.getUint32(4 * glyph);
    const bearing = metrics.getUint16(4 * widths + 2 * (glyph - widths));
    return metrics.getUint16(4 * widths - 4) * 0x10000 + bearing;
  };

  const subset: Subset = (wanted) => {
    const glyphs = [...wanted];
    const placeOf = (glyph: number): number => {
      const place = glyphs.indexOf(glyph);
      return place === -1 ? glyphs.push(glyph) - 1 : place;
    };
    const parts: Uint8Array[] = [];
    let [length, sum] = [0, 0];
    const ends: number[] = [];
    for (let i = 0; i < glyphs.length; i++) {
      const own = outlineOf(glyphs[i] ?? 0);
      const outline = own.parts.length === 0 ? own : relinked(own, placeOf);
      parts.push(outline.bytes);
      length += outline.bytes.length;
      sum += outline.sum;
      ends.push(length);
    }
    const places = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
    const ownMetrics = new DataView(new ArrayBuffer(4 * glyphs.length));
    for (let i = 0; i < glyphs.length; i++) {
      places.setUint32(4 * i + 4, ends[i] ?? 0);
      ownMetrics.setUint32(4 * i, metricOf(glyphs[i] ?? 0));
    }
    return fontFile([
      { tag: 'glyf', parts, length, sum },
      changed('head', head, (table) => {
        table.setUint32(ADJUSTMENT, 0);
        table.setInt16(50, 1);
      }),
      changed('hhea', hhea, (table) => table.setUint16(34, glyphs.length)),
      tableOf('hmtx', new Uint8Array(ownMetrics.buffer)),
      tableOf('loca', new Uint8Array(places.buffer)),
      changed('maxp', maxp, (table) => table.setUint16(4, glyphs.length)),
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

/** A table of a font file, in parts of which each but the last is a multiple of four bytes long. */
interface Table {
  readonly tag: string;
  readonly parts: readonly Uint8Array[];
  readonly length: number;
  /** As `checksum` gives it. */
  readonly sum: number;
}

function tableOf(tag: string, bytes: Uint8Array): Table {
  return { tag, parts: [bytes], length: bytes.length, sum: checksum(bytes) };
}

/** Where in `head` stands what makes the sum of a whole font file this; 0 while sums are taken. */
const ADJUSTMENT = 8;
const WHOLE_SUM = 0xb1b0afba;

/** Puts tables, sorted by name, into a font file. */
function fontFile(tables: readonly Table[]): Uint8Array {
  let start = 12 + 16 * tables.length;
  const directory = start;
  let head = start;
  let rest = WHOLE_SUM;
  const whole = new Uint8Array(tables.reduce((sum, { length }) => sum + inWords(length), start));
  const view = viewOf(whole);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  for (const [i, { tag, parts, length, sum }] of tables.entries()) {
    const at = 12 + 16 * i;
    for (const [j, character] of [...tag].entries()) view.setUint8(at + j, character.charCodeAt(0));
    view.setUint32(at + 4, sum);
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, length);
    rest -= sum;
    if (tag === 'head') head = start;
    let end = start;
    for (const part of parts) {
      whole.set(part, end);
      end += part.length;
    }
    start += inWords(length);
  }
  view.setUint32(head + ADJUSTMENT, rest - checksum(whole.subarray(0, directory)));
  return whole;
}

function changed(tag: string, table: Uint8Array, change: (view: DataView) => void): Table {
  // `slice` of a Node buffer would be the font itself
  const copy = new Uint8Array(table);
  change(viewOf(copy));
  return tableOf(tag, copy);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
