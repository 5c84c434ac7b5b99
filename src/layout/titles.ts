/** Which cells are headings: a text that has all rows between two blank ones to itself, above something else. */
import { blocksOf } from './blocks.ts';
import type { Piece } from './pieces.ts';

/** Ranks the headings among the pieces: 1 at the top of the sheet, 2 further down. Other pieces stay as they are. */
export function withTitles(pieces: readonly Piece[]): Piece[] {
  const blocks = blocksOf(pieces.filter(({ text, label }) => text !== '' || !label));
  const ranks = new Map<Piece, 1 | 2>();
  for (const [i, [piece, ...others]] of blocks.slice(0, -1).entries()) {
    if (piece !== undefined && others.length === 0 && piece.text !== '') ranks.set(piece, i === 0 ? 1 : 2);
  }
  return pieces.map((piece) => {
    const heading = ranks.get(piece);
    return heading === undefined ? piece : { ...piece, heading };
  });
}
