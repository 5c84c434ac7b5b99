/** A font as pdfkit takes it: one glyph for each character, exactly as wide as the layout has measured it. */
import type { Face } from '../layout/fonts.ts';
import { type Glyphs, openGlyphs } from './pdf-glyphs.ts';
import { deflateAsOutlines } from './pdf-streams.ts';
import { type Subset, trueTypeSubset } from './truetype.ts';

/** A font in the shape pdfkit uses fontkit's fonts in, and what draws a text. */
export type PdfFont = ReturnType<typeof openFont>;

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

function openFont(face: Face, place: number) {
  const { parsed } = face;
  const trueType = trueTypeSubset(face.bytes);
  const { glyphsIn, fileGlyph } = openGlyphs(face);
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
    createSubset: () =>
      trueType === undefined ? outlineSubset(parsed, fileGlyph) : plainSubset(trueType, fileGlyph),
  };
}

function plainSubset(subset: Subset, fileGlyph: Glyphs['fileGlyph']) {
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
function outlineSubset(parsed: Face['parsed'], fileGlyph: Glyphs['fileGlyph']) {
  const subset = parsed.createSubset();
  return {
    cff: subset.cff,
    includeGlyph: (id: number) => subset.includeGlyph(fileGlyph(id)),
    encode: () => subset.encode(),
  };
}
