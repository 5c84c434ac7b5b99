/** The fonts of a document: which of them are asked first for bold text, for Mincho, and the file of each read once. */
import { type Chain, chain, type Glyph } from './chain.ts';
import type { Face, FontFile } from './faces.ts';
import type { Widths, WidthsOf } from './lines.ts';

export type { Face, FontFile } from './faces.ts';

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
    glyphs: (text, cut) => chainOf(cut).glyphs(text),
    widths: (text, cut) => chainOf(cut).widths(text),
  };
}

/** How wide a text is on one line, as a part of the font size: the sum of its glyphs' advances. */
export function widthIn(fonts: Fonts, cut: Cut): (text: string) => number {
  return (text) => fonts.widths(text, cut).sums.at(-1) ?? 0;
}

/** The same up to each of its UTF-16 units. */
export function widthsIn(fonts: Fonts, cut: Cut): WidthsOf {
  return (text) => fonts.widths(text, cut);
}
