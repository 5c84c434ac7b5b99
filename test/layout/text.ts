/** A layout as text that people review: what stands where, a line for each box. */
import { type Page, textOf } from '../../src/layout/page.ts';

/**
 * Prints pages and boxes, lengths in points to one decimal. A box's line is `x y width height size text`, where the
 * text's lines are parted by `⏎` and `-` stands for an empty box; a line of the header or footer is `x y size text`.
 */
export function layoutText(layout: { readonly pages: readonly Page[] }): string {
  return layout.pages
    .map((page, i) => {
      const boxes = page.boxes.map((box) => {
        const [size, text] =
          box.lines.length === 0
            ? ['', '-']
            : [numbers(box.lines[0]?.size ?? 0), box.lines.map(textOf).join('⏎')];
        const marks = `${box.continued ? '…' : ''}${box.again ? '↻' : ''}`;
        return [marks, numbers(box.x, box.y, box.width, box.height), size, text]
          .filter((part) => part !== '')
          .join(' ');
      });
      const running = page.running.map((line) => `${numbers(line.x, line.y, line.size)} ${textOf(line)}`);
      return [`page ${i + 1} ${numbers(page.width, page.height)}`, ...boxes, ...running].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

function numbers(...values: readonly number[]): string {
  return values.map((value) => (Math.round(value * 10) / 10 + 0).toFixed(1)).join(' ');
}
