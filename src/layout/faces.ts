/** A font that has been read: which glyph draws a character with its marks, across and upright. */
import * as fontkit from 'fontkit';
import { SUBSTITUTE } from './chain.ts';
import { drawnOf, standInFor } from './characters.ts';
import { provideFaces } from './fonts.ts';

/** A font of the chain, not yet read. */
export interface FontFile {
  /** Names the font where it cannot be read. */
  readonly name: string;
  readonly bold: boolean;
  /** True for Mincho and its kin; Gothic where missing. */
  readonly serif?: boolean;
  /** The whole font file (TrueType or OpenType), read when a character first asks for it. */
  readonly bytes: () => Uint8Array;
}

/** A font that has been read. */
export interface Face {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFont;
  /** Above and below the baseline, as parts of the font size; both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** The one glyph that draws a character and the marks on it; undefined where the font has none. */
  glyphOf(unit: string): number | undefined;
  /** The glyph that the font has for a character in vertical text; undefined where it is the same. */
  uprightOf(unit: string): number | undefined;
  /** The glyph drawn: the character's own, that of its stand-in, or the one of the substitute `〓` where the font lacks both. */
  glyphId(unit: string, upright?: boolean): number;
}

/** A font as fontkit reads it, as far as it is used here. */
export interface ParsedFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly 'OS/2': { readonly sFamilyClass: number };
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  getGlyph(id: number): { readonly advanceWidth: number };
  layout(text: string, features?: string[]): { readonly glyphs: readonly { readonly id: number }[] };
  createSubset(): { readonly cff?: unknown; includeGlyph(glyph: number): number; encode(): Uint8Array };
}

/** @throws where the file turns out to be no single font */
function openFace(file: FontFile): Face {
  const bytes = file.bytes();
  const parsed = fontkit.create(bytes);
  if ('fonts' in parsed) throw new Error(`${file.name} is a collection of fonts, not one font`);
  const single = (character: string): number | undefined => {
    const codePoint = character.codePointAt(0) ?? 0;
    return parsed.hasGlyphForCodePoint(codePoint) ? parsed.glyphForCodePoint(codePoint).id : undefined;
  };
  const glyphOf = (unit: string): number | undefined => {
    const drawn = drawnOf(unit).normalize('NFC');
    const [first = '', ...marks] = drawn;
    if (marks.length === 0) return first === '' ? undefined : single(first);
    if ([first, ...marks].some((character) => single(character) === undefined)) return undefined;
    // the sounds か゚ and the like have a glyph, but no character
    const { glyphs } = parsed.layout(drawn);
    return glyphs.length === 1 ? glyphs[0]?.id : undefined;
  };
  /** Asking the font takes it long, and vertical labels are the same on every sheet. */
  const upright = new Map<string, number | undefined>();
  const uprightOf = (unit: string): number | undefined => {
    if (!upright.has(unit)) {
      const id = glyphOf(unit);
      const turned = id === undefined ? undefined : parsed.layout(drawnOf(unit), ['vert']).glyphs[0]?.id;
      upright.set(unit, turned === id ? undefined : turned);
    }
    return upright.get(unit);
  };
  return {
    bytes,
    parsed,
    ascent: parsed.ascent / parsed.unitsPerEm,
    descent: -parsed.descent / parsed.unitsPerEm,
    glyphOf,
    uprightOf,
    glyphId: (unit, upright = false) =>
      (upright ? uprightOf(unit) : undefined) ??
      glyphOf(unit) ??
      glyphOf(standInFor(unit) ?? '') ??
      single(SUBSTITUTE) ??
      0,
  };
}

provideFaces(openFace);
