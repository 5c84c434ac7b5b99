/** The running lines of a page: Excel's codes for header and footer, put into the margins. */
import type { Paper } from '../look.ts';
import type { Fonts } from './fonts.ts';
import { widthOf } from './lines.ts';
import type { TextLine } from './page.ts';
import { runsOf } from './runs.ts';

/** What the codes stand for on one page. */
export interface RunningWords {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly sheet: string;
}

type Side = 'left' | 'center' | 'right';

const SIZE = 8;
const PITCH = 1.36;
/** `&"font,style"`, `&K` with a colour, a size, or one character. */
const CODE = /&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d+|[\s\S])/g;

/**
 * The text of the three sections of a header or footer. Codes of font, size and colour are passed over; so are those
 * of date, time and file, which would differ from one run to the next.
 */
export function sectionsOf(codes: string, words: RunningWords): Readonly<Record<Side, string>> {
  const sections = { left: '', center: '', right: '' };
  let side: Side = 'center';
  let end = 0;
  for (const match of codes.matchAll(CODE)) {
    sections[side] += codes.slice(end, match.index);
    end = match.index + match[0].length;
    const code = match[0].slice(1).toUpperCase();
    if (code === 'L') side = 'left';
    else if (code === 'C') side = 'center';
    else if (code === 'R') side = 'right';
    else if (code === 'P') sections[side] += words.page;
    else if (code === 'N') sections[side] += words.pages;
    else if (code === 'A') sections[side] += words.sheet;
    else if (code === '&') sections[side] += '&';
  }
  sections[side] += codes.slice(end);
  return sections;
}

/** The lines of a page's header and footer. */
export function runningLines(paper: Paper, words: RunningWords, fonts: Fonts): TextLine[] {
  const { margin } = paper;
  const advance = (codePoint: number) => fonts.glyph(codePoint, false).advance;
  const linesAt = (codes: string | undefined, baseline: (line: number, count: number) => number) =>
    Object.entries(sectionsOf(codes ?? '', words)).flatMap(([side, text]) => {
      const lines = text.trim() === '' ? [] : text.split(/\r\n|[\r\n]/);
      return lines.map((line, i): TextLine => {
        const width = widthOf(line, advance) * SIZE;
        const free = paper.width - margin.left - margin.right - width;
        const x = margin.left + (side === 'left' ? 0 : side === 'right' ? free : free / 2);
        const y = baseline(i, lines.length);
        return { x, y, width, size: SIZE, runs: runsOf(line, x, SIZE, false, fonts) };
      });
    });
  return [
    ...linesAt(paper.header, (line) => margin.header + SIZE + line * SIZE * PITCH),
    ...linesAt(
      paper.footer,
      (line, count) => paper.height - margin.footer - (count - 1 - line) * SIZE * PITCH,
    ),
  ];
}
