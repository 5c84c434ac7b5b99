/** A font as pdfkit takes it: one glyph for each character, exactly as wide as the layout has measured it. */
import { drawnAs, type Face } from '../layout/fonts.ts';
import { type Subset, trueTypeSubset } from './truetype.ts';

/** A glyph for certain characters. Two characters of one glyph are two of these: both are found in the text again. */
interface Glyph {
  /** The number it goes by between pdfkit and its font. */
  readonly id: number;
  /** Its number in the font file. */
  readonly glyph: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

/** A font in the shape pdfkit uses fontkit's fonts in. */
export type PdfFont = ReturnType<typeof openFont>;

const SELECTOR = /\p{Variation_Selector}/u;

/** What stands for no character at all, by itself: half of one, or what Unicode leaves out for good. */
const NONE = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

const known = new WeakMap<Face, PdfFont>();

/**
 * The font that draws a face in any number of documents. pdfkit would have fontkit shape each word, which costs most
 * of a document's time and may kern; this takes the glyphs as they are.
 * @param place of the face in its chain
 */
export function pdfFont(face: Face, place: number): PdfFont {
  const font = known.get(face) ?? openFont(face, place);
  known.set(face, font);
  return font;
}

function openFont({ parsed, bytes, glyphId }: Face, place: number) {
  const trueType = trueTypeSubset(bytes);
  const glyphs: Glyph[] = [];
  const register = (glyph: number, codePoints: readonly number[]): Glyph => {
    const { advanceWidth } = parsed.getGlyph(glyph);
    const registered = { id: glyphs.length, glyph, codePoints, advanceWidth };
    glyphs.push(registered);
    return registered;
  };
  const fileGlyph = (id: number) => glyphs[id]?.glyph ?? 0;
  register(0, [0]);

  const byCodePoint = new Map<number, Glyph | undefined>();
  /** Undefined for a character that is never seen. */
  const glyphOf = (codePoint: number): Glyph | undefined => {
    if (!byCodePoint.has(codePoint)) {
      const drawn = drawnAs(codePoint);
      byCodePoint.set(codePoint, drawn === undefined ? undefined : register(glyphId(drawn), [named(drawn)]));
    }
    return byCodePoint.get(codePoint);
  };
  const named = (codePoint: number) => (NONE.test(String.fromCodePoint(codePoint)) ? 0xfffd : codePoint);
  const selected = new Map<string, Glyph>();
  /** The glyph of a base with a variation selector: the fonts draw the base, the text keeps both. */
  const select = (base: Glyph, selector: number): Glyph => {
    const key = `${base.id} ${selector}`;
    const glyph = selected.get(key) ?? register(base.glyph, [...base.codePoints, selector]);
    selected.set(key, glyph);
    return glyph;
  };
  const glyphsOf = (text: string): Glyph[] => {
    const run: Glyph[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const glyph = glyphOf(codePoint);
      const base = run.at(-1);
      if (glyph !== undefined) run.push(glyph);
      else if (base !== undefined && SELECTOR.test(character)) run[run.length - 1] = select(base, codePoint);
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
    layout(text: string) {
      const run = glyphsOf(text);
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
      encode: () => subset(included),
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
