/** Which font of a chain draws a character, and how wide it is there: each character is looked up only once. */
import { drawnOf, standInFor, standsAlone, unitEnd } from './characters.ts';
import type { Face } from './faces.ts';
import type { Widths } from './lines.ts';

/** Stands for a character that no font has. */
export const SUBSTITUTE = '〓';

/** What draws a character with the marks on it. */
export interface Glyph {
  readonly text: string;
  /** The place of the font in the chain. */
  readonly font: number;
  /** As a part of the font size; 0 where nothing is seen. */
  readonly advance: number;
  /** True where no font has the character and `〓` stands in its place. */
  readonly missing: boolean;
  /** True where nothing is drawn for it. */
  readonly invisible: boolean;
}

/** Looks up what draws a text. Every character of every sheet is asked for here. */
export interface Chain {
  /** What draws a text; the texts of the glyphs put together are the text. */
  glyphs(text: string): readonly Glyph[];
  /** How wide a text is up to each of its UTF-16 units, as parts of the font size, and whether one font has all of it. */
  widths(text: string): Widths;
}

/**
 * @param order the places of the fonts, the one that is asked first before the others
 * @param lack called when a character is asked for that no font has
 */
export function chain(order: readonly number[], face: (font: number) => Face, lack: () => void): Chain {
  const find = search(order, face, lack);
  const ones = new Array<Glyph | undefined>(0x10000);
  /** Of what stands for itself and is one UTF-16 unit long; -1 for all else, and for what nobody asked for. */
  const advances = new Float64Array(0x10000).fill(-1);
  const fontsOf = new Uint16Array(0x10000);
  const known = new Map<string, readonly Glyph[]>();
  const one = (code: number): Glyph => {
    const glyph = find(String.fromCharCode(code))[0] as Glyph;
    ones[code] = glyph;
    if (standsAlone(code)) {
      advances[code] = glyph.advance;
      fontsOf[code] = glyph.font;
    }
    return glyph;
  };
  const many = (unit: string): readonly Glyph[] => {
    const glyphs = known.get(unit) ?? find(unit);
    known.set(unit, glyphs);
    return glyphs;
  };
  const eachGlyph = (text: string, visit: (glyph: Glyph) => void) => {
    for (let start = 0; start < text.length; ) {
      const end = unitEnd(text, start);
      const code = text.charCodeAt(start);
      if (end === start + 1) visit(ones[code] ?? one(code));
      else for (const glyph of many(text.slice(start, end))) visit(glyph);
      start = end;
    }
  };
  /** Of characters that stand for themselves and were asked for before: nearly every text. */
  const knownWidths = (text: string): Widths | undefined => {
    const sums = new Array<number>(text.length + 1);
    const font = fontsOf[text.charCodeAt(0)];
    let isOne = true;
    let width = 0;
    sums[0] = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const advance = advances[code] as number;
      if (advance < 0) return undefined;
      width += advance;
      sums[at + 1] = width;
      if (fontsOf[code] !== font) isOne = false;
    }
    return { sums, font: isOne ? font : undefined };
  };
  return {
    glyphs(text) {
      const glyphs: Glyph[] = [];
      eachGlyph(text, (glyph) => glyphs.push(glyph));
      return glyphs;
    },
    widths(text) {
      const quick = knownWidths(text);
      if (quick !== undefined) return quick;
      const sums = [0];
      let width = 0;
      let font: number | undefined;
      let isOne = true;
      eachGlyph(text, (glyph) => {
        width += glyph.advance;
        for (let unit = 0; unit < glyph.text.length; unit++) sums.push(width);
        font ??= glyph.font;
        if (glyph.font !== font) isOne = false;
      });
      return { sums, font: isOne ? font : undefined };
    },
  };
}

/** Says what draws a character with the marks on it, one glyph at least: asks one font after the other. */
function search(
  order: readonly number[],
  face: (font: number) => Face,
  lack: () => void,
): (unit: string) => readonly Glyph[] {
  const first = order[0] ?? 0;
  const lookUp = (unit: string): Glyph | undefined => {
    for (const font of order) {
      const { parsed, glyphOf } = face(font);
      const id = glyphOf(unit);
      if (id === undefined) continue;
      const advance = parsed.getGlyph(id).advanceWidth / parsed.unitsPerEm;
      return { text: unit, font, advance, missing: false, invisible: false };
    }
    return undefined;
  };
  const drawing = (unit: string): Glyph => {
    const glyph = lookUp(unit);
    if (glyph !== undefined) return glyph;
    const standIn = lookUp(standInFor(unit) ?? '');
    if (standIn !== undefined) return { ...standIn, text: unit };
    lack();
    const substitute = lookUp(SUBSTITUTE) ?? { font: first, advance: 1, invisible: false };
    return { ...substitute, text: unit, missing: true };
  };
  const unseen = (text: string): Glyph => {
    return { text, font: first, advance: 0, missing: false, invisible: true };
  };
  return (unit) => {
    const drawn = [...drawnOf(unit)];
    if (drawn.length === 0) return [unseen(unit)];
    if (drawn.length === 1) return [drawing(unit)];
    const whole = lookUp(unit);
    if (whole !== undefined) return [whole];
    // a mark that no font has a glyph for on this base: it stands behind it
    return [...unit].map((character) => (drawnOf(character) === '' ? unseen(character) : drawing(character)));
  };
}
