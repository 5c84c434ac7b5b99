/** A line of text to runs of one font each. */
import type { Cut, Fonts } from './fonts.ts';
import type { Line } from './lines.ts';
import type { Run } from './page.ts';

/**
 * Cuts a line where its font changes. Characters that are never seen stay with the one before them.
 * @param font the only one that the text needs, where that is known
 * @param x where the line begins, in points
 * @param spacing added after every glyph, in points
 */
export function runsOf(
  { text, font }: { readonly text: string; readonly font?: Line['font'] },
  x: number,
  size: number,
  cut: Cut,
  fonts: Fonts,
  spacing = 0,
): Run[] {
  if (font !== undefined) return text === '' ? [] : [{ font, text, x }];
  const runs: Run[] = [];
  let run: { font: number; start: number; x: number } | undefined;
  let [pen, at] = [x, 0];
  const end = () => {
    if (run !== undefined) runs.push({ font: run.font, text: text.slice(run.start, at), x: run.x });
  };
  for (const glyph of fonts.glyphs(text, cut)) {
    if (run === undefined || (run.font !== glyph.font && !glyph.invisible)) {
      end();
      run = { font: glyph.font, start: at, x: pen };
    }
    at += glyph.text.length;
    pen += glyph.invisible ? 0 : glyph.advance * size + spacing;
  }
  end();
  return runs;
}
