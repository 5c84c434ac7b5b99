/** The glyphs that draw a text in a document: each for certain characters, and as the layout has measured it. */
import { drawnOf, unitEnd } from '../layout/characters.ts';
import type { Face } from '../layout/fonts.ts';
import { unicodeOf } from './pdf-unicode.ts';

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

/** The glyphs of a font, numbered as texts ask for them. */
export interface Glyphs {
  /** What draws a text. */
  readonly glyphsIn: (text: string, upright: boolean) => Glyph[];
  /** A glyph's number in the font file, by its `id`. */
  readonly fileGlyph: (id: number) => number;
}

const SELECTOR = /\p{Variation_Selector}/u;

/** What stands for no character at all, by itself: half of one, or what Unicode leaves out for good. */
const NONE = /[\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** The code point that a glyph stands for in the text of the document. */
function named(character: string): number {
  if (character === '\t') return 0x20;
  return NONE.test(character) ? 0xfffd : (character.codePointAt(0) ?? 0xfffd);
}

/** Opens the glyphs of a face. The first stands for no character. */
export function openGlyphs({ parsed, glyphId, glyphOf }: Face): Glyphs {
  const glyphs: Glyph[] = [];
  const register = (glyph: number, codePoints: readonly number[]): Glyph => {
    const { advanceWidth } = parsed.getGlyph(glyph);
    const registered = { id: glyphs.length, glyph, unicode: unicodeOf(codePoints), advanceWidth };
    glyphs.push(registered);
    return registered;
  };
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
  return { glyphsIn, fileGlyph: (id) => glyphs[id]?.glyph ?? 0 };
}
