/** A font as pdfkit takes it: one glyph for each character, exactly as wide as the layout has measured it. */
import { drawnOf, unitEnd } from '../layout/characters.ts';
import type { Face } from '../layout/fonts.ts';
import { deflateAsOutlines } from './pdf-streams.ts';
import { unicodeOf } from './pdf-unicode.ts';
import { type Subset, trueTypeSubset } from './truetype.ts';

/** A glyph for certain characters. Two characters of one glyph are two of these: both are found in the text again. */
export interface Glyph {
  /** The number it goes by between pdfkit and its font. */
  readonly id: number;
  /** Its number in the font file. */
  readonly glyph: number;
  /** The characters that it stands for, as a document says it. */
  readonly unicode: string;
  readonly advanceWidth: number;
}

/** A font in the shape pdfkit uses fontkit's fonts in, and what draws a text. */
export type PdfFont = ReturnType<typeof openFont>;

const SELECTOR = /\p{Variation_Selector}/u;

/** What stands for no character at all, by itself: half of one, or what Unicode leaves out for good. */
const NONE = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

const opened = new WeakMap<Face, PdfFont>();

/**
 * The font that draws a face in any number of documents. pdfkit would have fontkit shape each word, which costs most
 * of a document's time and may kern; this takes the glyphs as they are.
 * @param place of the face in its chain
 */
export function pdfFont(face: Face, place: number): PdfFont {
  const font = opened.get(face) ?? openFont(face, place);
  opened.set(face, font);
  return font;
}

/** The code point that a glyph stands for in the text of the document. */
function named(character: string): number {
  if (character === '\t') return 0x20;
  return NONE.test(character) ? 0xfffd : (character.codePointAt(0) ?? 0xfffd);
}

function openFont({ parsed, bytes, glyphId, glyphOf }: Face, place: number) {
  const trueType = trueTypeSubset(bytes);
  const glyphs: Glyph[] = [];
  const register = (glyph: number, codePoints: readonly number[]): Glyph => {
    const { advanceWidth } = parsed.getGlyph(glyph);
    const registered = { id: glyphs.length, glyph, unicode: unicodeOf(codePoints), advanceWidth };
    glyphs.push(registered);
    return registered;
  };
  const fileGlyph = (id: number) => glyphs[id]?.glyph ?? 0;
  register(0, [0]);

  const known = new Map<string, readonly Glyph[]>();
  /** By their one UTF-16 unit, the characters as they stand across; every character of every document is asked for. */
  const singles = new Array<readonly Glyph[] | undefined>(0x10000);
  /** What draws a character with its marks: one glyph where the font has one for them together. */
  const find = (unit: string, upright: boolean): readonly Glyph[] => {
    const drawn = [...drawnOf(unit)];
    if (drawn.length === 0) return [];
    if (drawn.length > 1 && glyphOf(unit) === undefined) {
      return [...unit].flatMap((character) => glyphsOf(character, upright));
    }
    const seen = [...unit].filter((character) => drawnOf(character) !== '' || SELECTOR.test(character));
    return [register(glyphId(unit, upright), seen.map(named))];
  };
  const glyphsOf = (unit: string, upright: boolean): readonly Glyph[] => {
    const key = `${upright} ${unit}`;
    const glyphs = known.get(key) ?? find(unit, upright);
    known.set(key, glyphs);
    return glyphs;
  };
  const singleOf = (code: number): readonly Glyph[] => {
    const glyphs = glyphsOf(String.fromCharCode(code), false);
    singles[code] = glyphs;
    return glyphs;
  };
  const glyphsIn = (text: string, upright: boolean): Glyph[] => {
    const run: Glyph[] = [];
    for (let start = 0; start < text.length; ) {
      const end = unitEnd(text, start);
      const code = text.charCodeAt(start);
      const isSingle = end === start + 1 && !upright;
      const glyphs = isSingle ? (singles[code] ?? singleOf(code)) : glyphsOf(text.slice(start, end), upright);
      for (const glyph of glyphs) run.push(glyph);
      start = end;
    }
    return run;
  };

  return {
    postscriptName: parsed.postscriptName,
    unitsPerEm: parsed.unitsPerEm,
    ascent: parsed.ascent,
    descent: parsed.descent,
    lineGap: parsed.lineGap,
    xHeight: parsed.xHeight,
    capHeight: parsed.capHeight,
    italicAngle: parsed.italicAngle,
    bbox: parsed.bbox,
    'OS/2': parsed['OS/2'],
    post: parsed.post,
    head: parsed.head,
    // pdfkit takes fonts of one name to be one font unless this differs.
    _tables: { head: { checkSumAdjustment: place } },
    getGlyph: () => parsed.getGlyph(0),
    glyphsIn,
    /** @param features `vert` for characters as they stand in vertical text; others are not known here */
    layout(text: string, features: readonly string[] = []) {
      const run = glyphsIn(text, features.includes('vert'));
      const positions = run.map(({ advanceWidth }) => ({
        xAdvance: advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
      }));
      return {
        glyphs: run,
        positions,
        // pdfkit converts the positions in place and then asks for their sum.
        get advanceWidth() {
          return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        },
      };
    },
    createSubset: () => (trueType === undefined ? outlineSubset() : plainSubset(trueType)),
  };

  function plainSubset(subset: Subset) {
    const included = [0];
    const places = new Map([[0, 0]]);
    return {
      includeGlyph(id: number): number {
        const at = places.get(id) ?? included.push(fileGlyph(id)) - 1;
        places.set(id, at);
        return at;
      },
      encode() {
        const part = subset(included);
        deflateAsOutlines(part);
        return part;
      },
    };
  }

  /** For fonts with PostScript outlines. */
  function outlineSubset() {
    const subset = parsed.createSubset();
    return {
      cff: subset.cff,
      includeGlyph: (id: number) => subset.includeGlyph(fileGlyph(id)),
      encode: () => subset.encode(),
    };
  }
}
