/** Text to lines: measured once in parts of the font size, then filled into any width. */
import { bulletOf, clustersOf, mayBreak, unbreakables } from './breaks.ts';
import { SLACK } from './measures.ts';

/** How wide a text is on one line, as a part of the font size. */
export type WidthOf = (text: string) => number;

/** One line of text. All lines' `text` and `trimmed`, one after the other, are the whole text. */
export interface Line {
  readonly text: string;
  /** Spaces and the line break that stand at the line's end and are not drawn. */
  readonly trimmed: string;
  /** Of `text`, in points, without the indent. */
  readonly width: number;
  /** Before `text`, in points: lines hang under the text of the bullet their paragraph begins with. */
  readonly indent: number;
  /** True for the last line of a paragraph. */
  readonly last: boolean;
}

/** A stretch that is not broken where there is room for it; widths as parts of the font size. */
interface Part {
  readonly text: string;
  readonly width: number;
  readonly space: string;
  readonly spaceWidth: number;
}

interface Paragraph {
  readonly parts: readonly Part[];
  readonly hang: number;
  /** The line break that ends it; empty after the last. */
  readonly end: string;
}

/** A text measured for one font, ready to be filled into any width at any size. */
export interface Measured {
  readonly paragraphs: readonly Paragraph[];
  readonly widthOf: WidthOf;
}

const FORCED = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/;
/** A bullet wider than this part of the line does not push the following lines in. */
const WIDEST_HANG = 1 / 3;
/** A last line narrower than this, as a part of the font size, looks left over. */
const SHORTEST_LAST = 2;

/** Breaks a text into lines no wider than `width` points at `size` points. */
export function breakLines(text: string, width: number, size: number, widthOf: WidthOf): readonly Line[] {
  return fillLines(measure(text, widthOf), width, size);
}

/** Finds the places where a text may break, and measures what stands between them. */
export function measure(text: string, widthOf: WidthOf): Measured {
  const pieces = text.split(FORCED);
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? '';
    const end = pieces[i + 1] ?? '';
    if (piece === '' && end === '') continue; // nothing follows the last line break
    const parts = unbreakables(piece).map((part) => partOf(part, widthOf));
    paragraphs.push({ parts, hang: widthOf(bulletOf(piece)), end });
  }
  return { paragraphs, widthOf };
}

/** Where the spaces at the end of a text begin. A loop, because a regular expression would try each space anew. */
function endOfInk(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const isSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x3000;

function partOf(text: string, widthOf: WidthOf): Part {
  const end = endOfInk(text);
  if (end === text.length) return { text, width: widthOf(text), space: '', spaceWidth: 0 };
  const space = text.slice(end);
  const body = text.slice(0, end);
  return { text: body, width: widthOf(body), space, spaceWidth: widthOf(space) };
}

/** The width of the longest paragraph on one line, as a part of the font size. */
export function longestLine({ paragraphs }: Measured): number {
  const width = ({ parts }: Paragraph) =>
    parts.reduce((sum, part) => sum + part.width + part.spaceWidth, 0) - (parts.at(-1)?.spaceWidth ?? 0);
  return paragraphs.reduce((most, paragraph) => Math.max(most, width(paragraph)), 0);
}

/**
 * What a text was last filled into: the pages and the heights of a sheet ask for the same, and so do its labels on all
 * sheets of a form.
 */
const filled = new WeakMap<Measured, { width: number; size: number; lines: readonly Line[] }>();

/** Fills a measured text into lines no wider than `width` points at `size` points. */
export function fillLines(measured: Measured, width: number, size: number): readonly Line[] {
  const last = filled.get(measured);
  if (last?.width === width && last.size === size) return last.lines;
  const room = width / size;
  const lines: Line[] = [];
  for (const paragraph of measured.paragraphs) {
    for (const line of fillParagraph(paragraph, room, measured.widthOf)) {
      lines.push({ ...line, width: line.width * size, indent: line.indent * size });
    }
  }
  filled.set(measured, { width, size, lines });
  return lines;
}

function fillParagraph(paragraph: Paragraph, room: number, widthOf: WidthOf): Line[] {
  const hang = paragraph.hang <= room * WIDEST_HANG ? paragraph.hang : 0;
  const lines: Part[][] = [[]];
  let width = 0; // of the line so far, with the spaces at its end
  const add = (part: Part) => {
    lines.at(-1)?.push(part);
    width += part.width + part.spaceWidth;
  };
  const beginLine = () => {
    lines.push([]);
    width = 0;
  };
  const roomNow = () => (lines.length === 1 ? room : room - hang);
  const fits = (part: Part) => part.text === '' || width + part.width <= roomNow() + SLACK;
  for (const part of paragraph.parts) {
    if (width > 0 && !fits(part)) beginLine();
    const pieces = fits(part) ? [part] : cut(part, roomNow(), room - hang, widthOf);
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) beginLine();
      add(piece);
    }
  }
  keepCompany(lines, room);
  return lines.map((parts, i) => {
    const isLast = i === lines.length - 1;
    let whole = '';
    for (const { text, space } of parts) whole += text + space;
    const text = whole.slice(0, whole.length - trailingSpace(parts).length);
    return {
      text,
      trimmed: whole.slice(text.length) + (isLast ? paragraph.end : ''),
      width: drawnWidth(parts),
      indent: i === 0 ? 0 : hang,
      last: isLast,
    };
  });
}

/** A last line of hardly more than one character gets company from the line above, where that has enough. */
function keepCompany(lines: readonly Part[][], room: number): void {
  const [above, last] = lines.slice(-2);
  if (above === undefined || last === undefined || drawnWidth(last) >= SHORTEST_LAST) return;
  const moved = above.at(-1);
  if (moved === undefined || drawnWidth(above.slice(0, -1)) < room / 2) return;
  if (drawnWidth([moved, ...last]) > room / 2) return;
  last.unshift(moved);
  above.pop();
}

/** The width of a line without the spaces at its end. */
function drawnWidth(parts: readonly Part[]): number {
  const end = parts.findLastIndex(({ text }) => text !== '');
  const whole = parts.slice(0, end + 1).reduce((sum, part) => sum + part.width + part.spaceWidth, 0);
  return whole - (parts[end]?.spaceWidth ?? 0);
}

function trailingSpace(parts: readonly Part[]): string {
  const end = parts.findLastIndex(({ text }) => text !== '');
  return parts
    .slice(Math.max(0, end))
    .map(({ space }) => space)
    .join('');
}

/** Cuts a part that is wider than a whole line between characters: all pieces but the last are full lines. */
function cut(part: Part, firstRoom: number, laterRoom: number, widthOf: WidthOf): Part[] {
  const pieces: Part[] = [];
  let rest = clustersOf(part.text).map((text) => ({ text, width: widthOf(text) }));
  for (;;) {
    const count = countFitting(rest, pieces.length === 0 ? firstRoom : laterRoom);
    if (count === rest.length) return [...pieces, joined(rest, part.space, part.spaceWidth)];
    const good = [count, count - 1, count - 2].find(
      (n) => n > 0 && mayBreak(rest[n - 1]?.text ?? '', rest[n]?.text ?? ''),
    );
    pieces.push(joined(rest.slice(0, good ?? count), '', 0));
    rest = rest.slice(good ?? count);
  }
}

/** How many characters fit, one at least. */
function countFitting(clusters: readonly { readonly width: number }[], room: number): number {
  let width = 0;
  const over = clusters.findIndex((cluster, i) => {
    width += cluster.width;
    return i > 0 && width > room + SLACK;
  });
  return over === -1 ? clusters.length : over;
}

function joined(
  clusters: readonly { readonly text: string; readonly width: number }[],
  space: string,
  spaceWidth: number,
): Part {
  const text = clusters.map((cluster) => cluster.text).join('');
  return { text, width: clusters.reduce((sum, cluster) => sum + cluster.width, 0), space, spaceWidth };
}
