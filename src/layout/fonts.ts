/** A chain of fonts: for each character the first font that has it, and how wide it is there. */
import * as fontkit from 'fontkit';

/** A font of the chain, not yet read. */
export interface FontFile {
  /** Names the font where it cannot be read. */
  readonly name: string;
  readonly bold: boolean;
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
  /** The glyph drawn for a code point: its own, or the one of the substitute `〓` where the font lacks it. */
  glyphId(codePoint: number): number;
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
  createSubset(): { readonly cff?: unknown; includeGlyph(glyph: number): number; encode(): Uint8Array };
}

/** What draws a code point. */
export interface Glyph {
  /** The place of the font in the chain. */
  readonly font: number;
  /** As a part of the font size. */
  readonly advance: number;
  /** True where no font has the character and `〓` stands in its place. */
  readonly missing: boolean;
}

/** The fonts of a document. Each file is read at most once, and only when a character needs it. */
export interface Fonts {
  /** What draws a code point in a weight. The same answer always, so measuring and drawing agree. */
  glyph(codePoint: number, bold: boolean): Glyph;
  /** The font at a place in the chain. */
  face(font: number): Face;
}

const SUBSTITUTE = 0x3013;

/**
 * Makes a chain of fonts. Fonts of the asked weight are tried first, in the order given, then the others.
 * @throws where the chain is empty, or where a file turns out to be no single font once it is read
 */
export function openFonts(files: readonly FontFile[]): Fonts {
  if (files.length === 0) throw new Error('a chain of fonts needs at least one font');
  const faces: (Face | undefined)[] = files.map(() => undefined);
  const face = (font: number): Face => {
    const file = files[font];
    if (file === undefined) throw new Error(`no font has the number ${font}`);
    faces[font] ??= openFace(file);
    return faces[font];
  };
  const order = (bold: boolean) => {
    const all = [...files.keys()];
    return [...all.filter((i) => files[i]?.bold === bold), ...all.filter((i) => files[i]?.bold !== bold)];
  };
  const weights = { regular: chain(order(false), face), bold: chain(order(true), face) };
  return { face, glyph: (codePoint, bold) => (bold ? weights.bold : weights.regular)(codePoint) };
}

/** Looks characters up along a chain, each one only once. */
function chain(order: readonly number[], face: (font: number) => Face): (codePoint: number) => Glyph {
  const known = new Map<number, Glyph>();
  const lookUp = (codePoint: number): Glyph | undefined => {
    for (const font of order) {
      const { parsed } = face(font);
      if (parsed.hasGlyphForCodePoint(codePoint)) {
        const { advanceWidth } = parsed.glyphForCodePoint(codePoint);
        return { font, advance: advanceWidth / parsed.unitsPerEm, missing: false };
      }
    }
    return undefined;
  };
  return (codePoint) => {
    let glyph = known.get(codePoint);
    if (glyph === undefined) {
      const visible = drawnAs(codePoint);
      if (visible === undefined) glyph = { font: order[0] ?? 0, advance: 0, missing: false };
      else glyph = lookUp(visible) ?? substitute(lookUp, order);
      known.set(codePoint, glyph);
    }
    return glyph;
  };
}

function substitute(lookUp: (codePoint: number) => Glyph | undefined, order: readonly number[]): Glyph {
  const found = lookUp(SUBSTITUTE);
  return found === undefined
    ? { font: order[0] ?? 0, advance: 1, missing: true }
    : { ...found, missing: true };
}

/**
 * The code point whose glyph shows this one: a space for a tab, nothing for controls and other characters that
 * are never seen (fonts draw boxes for them).
 */
export function drawnAs(codePoint: number): number | undefined {
  if (codePoint === 0x09) return 0x20;
  if (codePoint >= 0x20 && codePoint < 0x7f) return codePoint;
  return /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(String.fromCodePoint(codePoint))
    ? undefined
    : codePoint;
}

function openFace(file: FontFile): Face {
  const bytes = file.bytes();
  const parsed = fontkit.create(bytes);
  if ('fonts' in parsed) throw new Error(`${file.name} is a collection of fonts, not one font`);
  const id = (codePoint: number) => parsed.glyphForCodePoint(codePoint).id;
  return {
    bytes,
    parsed,
    ascent: parsed.ascent / parsed.unitsPerEm,
    descent: -parsed.descent / parsed.unitsPerEm,
    glyphId: (codePoint) => id(codePoint) || id(SUBSTITUTE),
  };
}
