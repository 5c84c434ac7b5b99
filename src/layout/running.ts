/** The running lines of a page: Excel's codes for header and footer, put into the margins, or the sheet's title. */
import type { Paper } from '../look.ts';
import { clustersOf } from './breaks.ts';
import { type Cut, type Fonts, widthIn } from './fonts.ts';
import type { TextLine } from './page.ts';
import { runsOf } from './runs.ts';

/** What the codes stand for on one page. */
export interface RunningWords {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly sheet: string;
  /** Says on further pages which sheet it is, where the form has no header. */
  readonly title?: string;
}

type Side = 'left' | 'center' | 'right';

const SIZE = 8;
const PITCH = 1.36;
const CUT: Cut = { bold: false, serif: false };
/** Between the sheet's title and the body under it, in points. */
const AIR = 7;
/** Between two sections of a header, in points. */
const BETWEEN = 12;
/** Of a title that is too long, so many characters are kept at its end. */
const KEPT_AT_END = 8;
/** `&"font,style"`, `&K` with a colour, a size, or one character. */
const CODE = /&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d+|[\s\S])/g;

/**
 * The text of the three sections of a header or footer. Codes of font, size and colour are passed over; so are those
 * of date, time and file, which would differ from one run to the next.
 */
function sectionsOf(codes: string, words: RunningWords): Readonly<Record<Side, string>> {
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

/** A text as it stands for itself in the codes of a header or footer. */
export function verbatim(text: string): string {
  return text.replace(/&/g, '&&').replace(/\n/g, '');
}

/**
 * The lines of a page's header and footer.
 * @param left where the sheet begins, in points
 */
export function runningLines(paper: Paper, words: RunningWords, left: number, fonts: Fonts): TextLine[] {
  const { margin } = paper;
  const widthOf = widthIn(fonts, CUT);
  const room = paper.width - margin.left - margin.right;
  const linesAt = (codes: string | undefined, baseline: (line: number, count: number) => number) => {
    if (codes === undefined) return [];
    const sections = Object.entries(sectionsOf(codes, words)).filter(([, text]) => text.trim() !== '');
    const cut = sections.map(([side, text]) => ({ side, lines: text.split(/\r\n|[\r\n]/) }));
    const widest = cut.map(({ lines }) => Math.max(...lines.map((line) => widthOf(line) * SIZE)));
    const most = mostEach(widest, room - (cut.length - 1) * BETWEEN);
    return cut.flatMap(({ side, lines }) =>
      lines.map((whole, i): TextLine => {
        const line = shortened(whole, most / SIZE, widthOf);
        const width = widthOf(line) * SIZE;
        const free = room - width;
        const x = margin.left + (side === 'left' ? 0 : side === 'right' ? free : free / 2);
        const y = baseline(i, lines.length);
        return { x, y, width, size: SIZE, runs: runsOf({ text: line }, x, SIZE, CUT, fonts) };
      }),
    );
  };
  const titleLine = (): TextLine[] => {
    const y = Math.min(margin.header + SIZE, margin.top - AIR);
    if (words.page === 1 || words.title === undefined || paper.header !== undefined || y < SIZE) return [];
    const title = shortened(words.title, (paper.width - margin.right - left) / SIZE, widthOf);
    const runs = runsOf({ text: title }, left, SIZE, CUT, fonts);
    return [{ x: left, y, width: widthOf(title) * SIZE, size: SIZE, runs }];
  };
  return [
    ...titleLine(),
    ...linesAt(paper.header, (line) => margin.header + SIZE + line * SIZE * PITCH),
    ...linesAt(
      paper.footer,
      (line, count) => paper.height - margin.footer - (count - 1 - line) * SIZE * PITCH,
    ),
  ];
}

/** A text that stands on one line, its middle left out where it is too long: what it ends with says that it goes on. */
function shortened(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const clusters = clustersOf(text);
  const sums = [0];
  for (const cluster of clusters) sums.push((sums.at(-1) ?? 0) + widthOf(cluster));
  const [whole = 0, gap] = [sums.at(-1), widthOf('…')];
  for (let kept = clusters.length - 1; kept > 0; kept--) {
    const end = Math.min(KEPT_AT_END, kept);
    const left = clusters.length - end;
    if ((sums[kept - end] ?? 0) + gap + whole - (sums[left] ?? 0) > room) continue;
    return [...clusters.slice(0, kept - end), '…', ...clusters.slice(left)].join('');
  }
  return '';
}

/** How wide each of some texts may be to stand side by side: those that need less than their share leave it to the others. */
function mostEach(widths: readonly number[], room: number): number {
  if (widths.reduce((sum, width) => sum + width, 0) <= room) return room;
  const share = room / widths.length;
  const short = widths.filter((width) => width <= share);
  return (room - short.reduce((sum, width) => sum + width, 0)) / (widths.length - short.length);
}
