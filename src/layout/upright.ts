/** Vertical text: characters one under the other, and lines that run up or down the paper. */
import type { Block, Limits } from './block.ts';
import { clustersOf } from './breaks.ts';
import { fillLines, type Line, longestLine, type Measured } from './lines.ts';
import { PITCH, SLACK, STACKED_PITCH } from './measures.ts';
import type { Piece } from './pieces.ts';

type Lines = Pick<Block, 'lines' | 'pitch' | 'whole' | 'columns'>;

/**
 * One character under the other: a column for each paragraph where there is room for that, else one for all.
 * @param room for columns side by side, in points
 */
export function stackedLines({ text, measured }: Piece, size: number, room: number, tallest: number): Lines {
  measured.stack ??= stackOf(text, measured);
  const lines = measured.stack.map((line): Line => ({ ...line, width: line.width * size }));
  const pitch = size * STACKED_PITCH;
  const heightOf = (count: number) => size + (count - 1) * pitch;
  const columns = columnsOf(lines);
  const longest = heightOf(Math.max(...columns));
  const breadth = size + (columns.length - 1) * size * PITCH;
  if (breadth <= room + SLACK && longest <= tallest) return { lines, pitch, whole: longest, columns };
  const all = heightOf(lines.length);
  return { lines, pitch, columns: [lines.length], ...(all <= tallest ? { whole: all } : {}) };
}

/** A line for each character that is seen, with what follows it up to the next, at a font size of 1. */
function stackOf(text: string, { widthsOf }: Measured): Line[] {
  return clustersOf(text).flatMap((cluster, i, all): Line[] => {
    if (cluster.trim() === '') return [];
    const rest = all.slice(i + 1);
    const next = rest.findIndex((following) => following.trim() !== '');
    const trimmed = rest.slice(0, next === -1 ? rest.length : next).join('');
    const { sums, font } = widthsOf(cluster);
    return [{ text: cluster, trimmed, width: sums.at(-1) ?? 0, font, indent: 0, last: true }];
  });
}

/** How many characters stand between line breaks. */
function columnsOf(lines: readonly Line[]): number[] {
  const columns = [0];
  for (const { trimmed } of lines) {
    columns[columns.length - 1] = (columns.at(-1) ?? 0) + 1;
    if (/[\n\r\v\f\u0085\u2028\u2029]/.test(trimmed)) columns.push(0);
  }
  return columns.filter((count) => count > 0 || lines.length === 0);
}

/**
 * Lines on their side, side by side: as long as the box is high, or as they must be for all to stand beside each other.
 * Undefined where they would be taller than is allowed.
 * @param room for lines side by side, in points
 * @param limits of the text, without the air above and below it
 */
export function turnedLines(
  { style, measured }: Piece,
  size: number,
  room: number,
  { height, tallest }: Limits,
): Lines | undefined {
  const pitch = size * PITCH;
  const most = Math.max(1, Math.floor((room - size) / pitch + 1 + SLACK));
  const longest = longestLine(measured) * size * (1 + SLACK);
  const least = Math.max(style.wrap ? height : longest, size);
  for (let length = least; length <= Math.min(tallest, Math.max(least, longest + size)); length += size) {
    const lines = fillLines(measured, length, size);
    if (lines.length > most) continue;
    return { lines, pitch, whole: Math.max(0, ...lines.map(({ indent, width }) => indent + width)) };
  }
  return undefined;
}
