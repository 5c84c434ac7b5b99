/** Text to lines: measured once in parts of the font size, then filled into any width. */
import { breaksIn, bulletOf, clustersOf, mayBreak } from './breaks.ts';
import { SLACK } from './measures.ts';

/** How wide a text is, in one font. */
export interface Widths {
  /** Up to each of its UTF-16 units, and last as a whole, as parts of the font size. */
  readonly sums: readonly number[];
  /** The place in the chain of the only font that it needs; undefined where it needs several, or that is not known. */
  readonly font?: number | undefined;
}

export type WidthsOf = (text: string) => Widths;

/** One line of text. All lines' `text` and `trimmed`, one after the other, are the whole text. */
export interface Line {
  readonly text: string;
  /** Spaces and the line break that stand at the line's end and are not drawn. */
  readonly trimmed: string;
  /** Of `text`, in points, without the indent. */
  readonly width: number;
  /** The place in the chain of the only font that its text needs, where that is known of the whole text. */
  readonly font: number | undefined;
  /** Before `text`, in points: lines hang under the text of the bullet their paragraph begins with. */
  readonly indent: number;
  /** True for the last line of a paragraph. */
  readonly last: boolean;
}

interface Paragraph {
  readonly text: string;
  readonly sums: readonly number[];
  readonly font: number | undefined;
  /** The line break that ends it; empty after the last. */
  readonly end: string;
  /** Looked for when it first does not fit on one line: most never are. */
  inside: Inside | undefined;
}

/** What a paragraph of several lines goes by. */
interface Inside {
  /** The places in the text where a line may end, the last of them its own end. */
  readonly breaks: readonly number[];
  /** How wide the bullet is that the text begins with, as a part of the font size. */
  readonly hang: number;
}

/** A text measured for one font, ready to be filled into any width at any size. */
export interface Measured {
  readonly paragraphs: readonly Paragraph[];
  readonly widthsOf: WidthsOf;
  /**
   * What it was filled into last: the pages and the heights of a sheet ask for the same, and so do its labels on all sheets
   * of a form.
   */
  last: Filling | undefined;
  /** Its characters as they are stacked, at a font size of 1; found where that is first asked for. */
  stack: readonly Line[] | undefined;
}

/** Lines, and what they were filled into. */
interface Filling {
  readonly width: number;
  readonly size: number;
  readonly lines: readonly Line[];
}

const FORCED = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/;
/** A bullet wider than this part of the line does not push the following lines in. */
const WIDEST_HANG = 1 / 3;
/** A last line narrower than this, as a part of the font size, looks left over. */
const SHORTEST_LAST = 2;

/** Measures a text, paragraph by paragraph. */
export function measure(text: string, widthsOf: WidthsOf): Measured {
  const pieces = FORCED.test(text) ? text.split(FORCED) : [text];
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? '';
    const end = pieces[i + 1] ?? '';
    if (piece === '' && end === '') continue; // nothing follows the last line break
    const { sums, font } = widthsOf(piece);
    paragraphs.push({ text: piece, sums, font, end, inside: undefined });
  }
  return { paragraphs, widthsOf, last: undefined, stack: undefined };
}

/** Where the spaces begin that a stretch of text ends with. A loop, because a regular expression would try each space anew. */
function endOfInk(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const isSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x3000;

/** How wide a stretch of a paragraph is without the spaces at its end. */
function inkWidth({ text, sums }: Paragraph, from: number, to: number): number {
  return (sums[endOfInk(text, from, to)] ?? 0) - (sums[from] ?? 0);
}

/** The width of the longest paragraph on one line, as a part of the font size. */
export function longestLine({ paragraphs }: Measured): number {
  return paragraphs.reduce(
    (most, paragraph) => Math.max(most, inkWidth(paragraph, 0, paragraph.text.length)),
    0,
  );
}

/** Fills a measured text into lines no wider than `width` points at `size` points. */
export function fillLines(measured: Measured, width: number, size: number): readonly Line[] {
  const { last } = measured;
  if (last?.width === width && last.size === size) return last.lines;
  const lines: Line[] = [];
  for (const paragraph of measured.paragraphs) fillParagraph(paragraph, width / size, size, lines);
  measured.last = { width, size, lines };
  return lines;
}

/** Adds a paragraph's lines to those before. */
function fillParagraph(paragraph: Paragraph, room: number, size: number, lines: Line[]): void {
  const { text } = paragraph;
  if (inkWidth(paragraph, 0, text.length) <= room + SLACK) {
    lines.push(lineOf(paragraph, 0, text.length, size, 0));
    return;
  }
  const inside = insideOf(paragraph);
  const hang = inside.hang <= room * WIDEST_HANG ? inside.hang : 0;
  const starts = startsOfLines(paragraph, inside.breaks, room, hang);
  for (let i = 0; i < starts.length; i++) {
    const [from = 0, to = text.length] = [starts[i], starts[i + 1]];
    lines.push(lineOf(paragraph, from, to, size, i === 0 ? 0 : hang * size));
  }
}

function insideOf(paragraph: Paragraph): Inside {
  const { text, sums } = paragraph;
  if (paragraph.inside === undefined) {
    const bullet = bulletOf(text);
    paragraph.inside = { breaks: breaksIn(text, bullet), hang: sums[bullet.length] ?? 0 };
  }
  return paragraph.inside;
}

/** A stretch of a paragraph as a line. */
function lineOf(paragraph: Paragraph, from: number, to: number, size: number, indent: number): Line {
  const { text, sums, font, end } = paragraph;
  const ink = endOfInk(text, from, to);
  const last = to === text.length;
  return {
    text: text.slice(from, ink),
    trimmed: last ? text.slice(ink, to) + end : text.slice(ink, to),
    width: ((sums[ink] ?? 0) - (sums[from] ?? 0)) * size,
    font,
    indent,
    last,
  };
}

/** Where the lines of a paragraph begin, in a room that is as wide as a part of the font size says. */
function startsOfLines(
  paragraph: Paragraph,
  breaks: readonly number[],
  room: number,
  hang: number,
): number[] {
  const { text, sums } = paragraph;
  const starts = [0];
  const later = room - hang + SLACK;
  let most = room + SLACK;
  let before = 0; // the width of the text before this line
  let at = 0;
  for (const next of breaks) {
    const ink = endOfInk(text, at, next);
    if (ink > at && (sums[ink] ?? 0) - before > most) {
      const begun = starts.length;
      if ((sums[at] ?? 0) > before) {
        starts.push(at);
        before = sums[at] ?? 0;
        most = later;
      }
      if ((sums[ink] ?? 0) - before > most) starts.push(...cuts(paragraph, at, ink, most, later));
      if (starts.length > begun) most = later;
      before = sums[starts.at(-1) ?? 0] ?? 0;
    }
    at = next;
  }
  keepCompany(paragraph, breaks, starts, room);
  return starts;
}

/** A last line of hardly more than one character gets company from the line above, where that has enough. */
function keepCompany(paragraph: Paragraph, breaks: readonly number[], starts: number[], room: number): void {
  const { text } = paragraph;
  const [above, last] = starts.slice(-2);
  if (above === undefined || last === undefined) return;
  if (inkWidth(paragraph, last, text.length) >= SHORTEST_LAST - SLACK) return;
  const moved = breaks.findLast((place) => place < last) ?? 0;
  if (moved <= above || inkWidth(paragraph, above, moved) < room / 2 - SLACK) return;
  const most = Math.max(room / 2, SHORTEST_LAST);
  if (inkWidth(paragraph, moved, text.length) <= most + SLACK) starts[starts.length - 1] = moved;
}

/** Where a stretch is cut between characters that is wider than a whole line: all but the last piece are full lines. */
function cuts({ text, sums }: Paragraph, from: number, to: number, first: number, later: number): number[] {
  const ends: number[] = [];
  for (const cluster of clustersOf(text.slice(from, to))) ends.push((ends.at(-1) ?? from) + cluster.length);
  const found: number[] = [];
  for (let done = 0; ; ) {
    const start = ends[done - 1] ?? from;
    const most = (sums[start] ?? 0) + (found.length === 0 ? first : later);
    let over = done + 1; // one character at least
    while (over < ends.length && (sums[ends[over] ?? 0] ?? 0) <= most) over++;
    if (over >= ends.length) return found;
    const count = over - done;
    const good = [count, count - 1, count - 2].find((n) => n > 0 && mayBreak(text, ends[done + n - 1] ?? to));
    done += good ?? count;
    found.push(ends[done - 1] ?? to);
  }
}
