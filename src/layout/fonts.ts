/** A chain of fonts: for each character the first font that has it, and how wide it is there. */
import { drawnOf, unitEnd } from './characters.ts';
import type { Face, FontFile } from './faces.ts';
import type { Widths, WidthsOf } from './lines.ts';

export type { Face, FontFile } from './faces.ts';

/** Stands for a character that no font has. */
export const SUBSTITUTE = '〓';

let openFace: ((file: FontFile) => Face) | undefined;

/** Called by `faces.ts` once it is loaded, which whoever lays out sees to: fontkit takes longer to load than a sheet to read. */
export function provideFaces(open: (file: FontFile) => Face): void {
  openFace = open;
}

/** Which of the fonts is asked first. */
export interface Cut {
  readonly bold: boolean;
  /** Mincho, not Gothic. */
  readonly serif: boolean;
}

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

/** The fonts of a document. Each file is read at most once, and only when a character needs it. */
export interface Fonts {
  /** What draws a text; the texts of the glyphs put together are the text. Measuring and drawing both ask here. */
  glyphs(text: string, cut: Cut): readonly Glyph[];
  /** How wide it is up to each of its UTF-16 units, as parts of the font size, and whether one font has all of it. */
  widths(text: string, cut: Cut): Widths;
  /** True once a character was asked for that no font has; before, no text lacks one. */
  lacking(): boolean;
  /** The font at a place in the chain. */
  face(font: number): Face;
}

/**
 * Makes a chain of fonts. Fonts with serifs or without, as asked, are tried first, of these those of the asked weight,
 * each in the order given; then the others.
 * @throws where the chain is empty, or where a file turns out to be no single font once it is read
 */
export function openFonts(files: readonly FontFile[]): Fonts {
  if (files.length === 0) throw new Error('a chain of fonts needs at least one font');
  const faces: (Face | undefined)[] = files.map(() => undefined);
  const face = (font: number): Face => {
    const file = files[font];
    if (file === undefined) throw new Error(`no font has the number ${font}`);
    if (openFace === undefined) throw new Error('fonts are asked for before faces.ts is loaded');
    faces[font] ??= openFace(file);
    return faces[font];
  };
  const chains = new Map<string, Chain>();
  let isLacking = false;
  const lack = () => {
    isLacking = true;
  };
  const chainOf = ({ bold, serif }: Cut): Chain => {
    const key = serif ? (bold ? 'bold serif' : 'serif') : bold ? 'bold' : '';
    const strangeness = ({ bold: b, serif: s = false }: FontFile) =>
      (s === serif ? 0 : 2) + (b === bold ? 0 : 1);
    const known = chains.get(key);
    if (known !== undefined) return known;
    const order = [...files.entries()].sort((a, b) => strangeness(a[1]) - strangeness(b[1]) || a[0] - b[0]);
    const made = chain(
      order.map(([font]) => font),
      face,
      lack,
    );
    chains.set(key, made);
    return made;
  };
  return {
    face,
    lacking: () => isLacking,
    glyphs(text, cut) {
      const glyphs: Glyph[] = [];
      eachGlyph(chainOf(cut), text, (glyph) => glyphs.push(glyph));
      return glyphs;
    },
    widths(text, cut) {
      const sums = [0];
      let width = 0;
      let font: number | undefined;
      let isOne = true;
      eachGlyph(chainOf(cut), text, (glyph) => {
        width += glyph.advance;
        for (let unit = 0; unit < glyph.text.length; unit++) sums.push(width);
        font ??= glyph.font;
        if (glyph.font !== font) isOne = false;
      });
      return { sums, font: isOne ? font : undefined };
    },
  };
}

/** Looks up what draws a text. Every character of every sheet is asked for here. */
interface Chain {
  /** What draws a unit that is one UTF-16 unit long, by that; as far as it was asked for. */
  readonly ones: readonly (Glyph | undefined)[];
  /** The same, whether it was asked for or not. */
  one(code: number): Glyph;
  /** What draws a longer one. */
  many(unit: string): readonly Glyph[];
}

/** What draws a text, glyph by glyph. */
function eachGlyph({ ones, one, many }: Chain, text: string, visit: (glyph: Glyph) => void): void {
  for (let start = 0; start < text.length; ) {
    const end = unitEnd(text, start);
    const code = text.charCodeAt(start);
    if (end === start + 1) visit(ones[code] ?? one(code));
    else for (const glyph of many(text.slice(start, end))) visit(glyph);
    start = end;
  }
}

/** Looks characters up along a chain, each one only once. */
function chain(order: readonly number[], face: (font: number) => Face, lack: () => void): Chain {
  const first = order[0] ?? 0;
  const ones = new Array<Glyph | undefined>(0x10000);
  const known = new Map<string, readonly Glyph[]>();
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
    lack();
    const substitute = lookUp(SUBSTITUTE) ?? { font: first, advance: 1, invisible: false };
    return { ...substitute, text: unit, missing: true };
  };
  const unseen = (text: string): Glyph => {
    return { text, font: first, advance: 0, missing: false, invisible: true };
  };
  const find = (unit: string): readonly Glyph[] => {
    const drawn = [...drawnOf(unit)];
    if (drawn.length === 0) return [unseen(unit)];
    if (drawn.length === 1) return [drawing(unit)];
    const whole = lookUp(unit);
    if (whole !== undefined) return [whole];
    // a mark that no font has a glyph for on this base: it stands behind it
    return [...unit].map((character) => (drawnOf(character) === '' ? unseen(character) : drawing(character)));
  };
  return {
    ones,
    one(code) {
      const character = String.fromCharCode(code);
      const glyph = ones[code] ?? (drawnOf(character) === '' ? unseen(character) : drawing(character));
      ones[code] = glyph;
      return glyph;
    },
    many(unit) {
      let glyphs = known.get(unit);
      if (glyphs === undefined) {
        glyphs = find(unit);
        known.set(unit, glyphs);
      }
      return glyphs;
    },
  };
}

/** How wide a text is on one line, as a part of the font size: the sum of its glyphs' advances. */
export function widthIn(fonts: Fonts, cut: Cut): (text: string) => number {
  return (text) => {
    let width = 0;
    for (const { advance } of fonts.glyphs(text, cut)) width += advance;
    return width;
  };
}

/** The same up to each of its UTF-16 units. */
export function widthsIn(fonts: Fonts, cut: Cut): WidthsOf {
  return (text) => fonts.widths(text, cut);
}
