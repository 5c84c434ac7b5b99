/** A line of text to runs of one font each. */
import { drawnAs, type Fonts } from './fonts.ts';
import type { Run } from './page.ts';

/**
 * Cuts a line where its font changes. Characters that are never seen stay with the one before them.
 * @param x where the line begins, in points
 * @param spacing added after every code point, in points
 */
export function runsOf(
  text: string,
  x: number,
  size: number,
  bold: boolean,
  fonts: Fonts,
  spacing = 0,
): Run[] {
  const runs: Run[] = [];
  let run: { font: number; text: string; x: number } | undefined;
  let pen = x;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = fonts.glyph(codePoint, bold);
    if (run !== undefined && (run.font === glyph.font || drawnAs(codePoint) === undefined)) {
      run.text += character;
    } else {
      run = { font: glyph.font, text: character, x: pen };
      runs.push(run);
    }
    pen += drawnAs(codePoint) === undefined ? 0 : glyph.advance * size + spacing;
  }
  return runs;
}
