/** Texts as the strings of a page's content: the glyphs of each run, by their numbers in the document's fonts. */
import type { Fonts } from '../layout/fonts.ts';
import type { Encode } from './pdf-content.ts';
import { type PdfFont, pdfFont } from './pdf-font.ts';
import type { Glyph } from './pdf-glyphs.ts';
import { unicodeMap, unicodeOf } from './pdf-unicode.ts';

/** A font of the document, and the glyphs that it has so far as they stand in a string. */
interface Embedded {
  readonly font: PdfFont;
  readonly pdfkit: PDFKit.EmbeddedFont;
  /** By the number of the glyph between pdfkit and its font: how it stands in a string, as characters for bytes. */
  readonly strings: (string | undefined)[];
  /** What each of its glyphs stands for, by its number in the document. */
  readonly unicode: string[];
}

/**
 * Puts runs into the document's fonts, and those fonts into the resources that all pages share. pdfkit's own encoding
 * lays every word out again; the layout has done that.
 * @returns the encoder, the resources, which are to be ended, and the characters of each font's glyphs so far
 */
export function openEncoding(
  document: PDFKit.PDFDocument,
  fonts: Fonts,
): {
  readonly encode: Encode;
  readonly resources: PDFKit.PDFKitReference;
  readonly characters: () => string[];
} {
  const named: { [id: string]: unknown } = {};
  const resources = document.ref({ Font: named });
  const embedded = new Map<number, Embedded>();
  const embed = (place: number): Embedded => {
    const font = pdfFont(fonts.face(place), place);
    const pdfkit = document.font(font)._font;
    // the first glyph, which is never drawn, stands for no character; U+0000 is none that an archive may hold
    const unicode = [unicodeOf([0xfffd])];
    pdfkit.toUnicodeCmap = () => {
      const map = document.ref({});
      map.end(unicodeMap(unicode));
      return map;
    };
    named[pdfkit.id] = pdfkit.ref();
    const made = { font, pdfkit, strings: [], unicode };
    embedded.set(place, made);
    return made;
  };
  const encode: Encode = ({ font: place, text, upright = false }) => {
    const own = embedded.get(place) ?? embed(place);
    const { font, pdfkit, strings } = own;
    let string = '(';
    for (const glyph of font.glyphsIn(text, upright)) {
      let one = strings[glyph.id];
      if (one === undefined) {
        one = include(own, glyph);
        strings[glyph.id] = one;
      }
      string += one;
    }
    return { font: pdfkit.id, glyphs: `${string})` };
  };
  return {
    encode,
    resources,
    characters: () => [...embedded.values()].map(({ unicode }) => unicode.join(',')),
  };
}

/** Puts a glyph into the document's font. */
function include({ pdfkit, unicode: characters }: Embedded, { id, unicode, advanceWidth }: Glyph): string {
  const number = pdfkit.subset.includeGlyph(id);
  pdfkit.widths[number] ??= advanceWidth * pdfkit.scale;
  characters[number] ??= unicode;
  return `${BYTES[number >> 8]}${BYTES[number & 0xff]}`;
}

/** Each byte within a string. */
const BYTES = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (character === '\n') return '\\n';
  // left as it is, it would be read as a line feed
  if (character === '\r') return '\\r';
  return '()\\'.includes(character) ? `\\${character}` : character;
});
