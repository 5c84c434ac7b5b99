/** What a layout has to say of single boxes: shrunk, gone on on another page, or with a character that no font has. */
import type { Finding } from '../diagnostic.ts';
import { codePointOf } from '../visible.ts';
import type { Division } from './fitting.ts';
import type { Fonts } from './fonts.ts';
import type { Piece } from './pieces.ts';
import type { SizedPiece } from './sizes.ts';

/** The boxes whose text was made smaller to stand on one line: `box-shrunk`. */
export function shrunkBoxes({ sized }: Division): Finding[] {
  return sized.pieces.flatMap(({ piece, block, limits }) => {
    const own = Math.min(piece.style.font.size * limits.scale, limits.width);
    if (!piece.style.shrink || block.size >= own) return [];
    return [{ code: 'box-shrunk', with: { size: Math.round(block.size * 100) / 100 }, ...pathOf(piece) }];
  });
}

/**
 * A box whose text takes several lines, which Excel would have on one: the form does not let it wrap, or it is a bare
 * number. Excel would cut it off at the end of the box, make it too small to read, or show ### in its place.
 */
export interface WrappedBox {
  readonly row: number;
  readonly column: number;
  /** More than the cell's own where its text runs on over empty places. */
  readonly columnSpan: number;
  /** What the form's font size is multiplied by. */
  readonly textScale: number;
}

const BARE_NUMBER = /^[-\d.]+$/;

/** The boxes of values that are like that. Words of the form stand as the form has them. */
export function wrappedBoxes({ sized, scale }: Division): WrappedBox[] {
  return sized.pieces.flatMap(({ piece, block }) => {
    const { row, column, columnSpan, style, label } = piece;
    if (label || block.direction !== 'across' || block.lines.length < 2) return [];
    if (style.wrap && !BARE_NUMBER.test(piece.text)) return [];
    return [{ row, column, columnSpan, textScale: block.size / (style.font.size * scale.sheet) }];
  });
}

/** The boxes whose text stands on several pages: `box-continued`. */
export function continuedBoxes({ plans }: Division): Finding[] {
  if (plans.length < 2) return [];
  const pagesOf = new Map<SizedPiece, number[]>();
  for (const [i, { fragments }] of plans.entries()) {
    for (const { sized, lines, again } of fragments()) {
      if (again || lines[0] === lines[1]) continue;
      pagesOf.set(sized, [...(pagesOf.get(sized) ?? []), i + 1]);
    }
  }
  return [...pagesOf].flatMap(([{ piece }, pages]) => {
    const [from = 0, to = 0] = [pages[0], pages.at(-1)];
    return pages.length < 2 ? [] : [{ code: 'box-continued', with: { from, to }, ...pathOf(piece) }];
  });
}

/** Each character that no font has, once, with the first box it stands in: `glyph-missing`. */
export function missingGlyphs(pieces: readonly Pick<Piece, 'text' | 'path'>[], fonts: Fonts): Finding[] {
  const found = new Map<string, Finding>();
  if (!fonts.lacking()) return [];
  for (const piece of pieces) {
    for (const { text, missing } of fonts.glyphs(piece.text, { bold: false, serif: false })) {
      if (!missing || found.has(text)) continue;
      const code = [...text].map(codePointOf).join(' ');
      found.set(text, { code: 'glyph-missing', with: { character: text, code }, ...pathOf(piece) });
    }
  }
  return [...found.values()];
}

function pathOf({ path }: Pick<Piece, 'path'>): { readonly path?: string } {
  return path === undefined ? {} : { path };
}
