/** Lines at their places in a box: across, stacked, or turned; each at a baseline of its own. */
import type { Style } from '../look.ts';
import { type Block, heightOf } from './block.ts';
import { LYING } from './classes.ts';
import type { Fonts } from './fonts.ts';
import type { Line } from './lines.ts';
import { PITCH } from './measures.ts';
import type { TextLine } from './page.ts';
import { runsOf } from './runs.ts';
import type { Writable } from './writable.ts';

/** A line is spread over its box by no more than this between two characters, as a part of the font size. */
const MOST_JUSTIFIED = 0.2;

/** Stacked characters are spread by no more than this from one to the next, as a part of the font size. */
const MOST_SPREAD = 4;

/** What lines are placed in; lengths are points. */
interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a block, or some of them, in a box. Text that goes on elsewhere stands at the top. */
export function placeLines(
  lines: readonly Line[],
  block: Block,
  style: Style,
  box: Room,
  fonts: Fonts,
): TextLine[] {
  const place = { across, stacked, up: turned, down: turned }[block.direction];
  if (lines.length === 0) return [];
  const isWhole = lines.length === block.lines.length;
  return place(lines, block, isWhole ? style : { ...style, vertical: 'top' }, box, fonts);
}

type Placing = (lines: readonly Line[], block: Block, style: Style, box: Room, fonts: Fonts) => TextLine[];

const across: Placing = (lines, block, style, box, fonts) => {
  const { size, paddingX, paddingY, pitch } = block;
  const { horizontal, font } = style;
  const free = Math.max(0, box.height - heightOf(block, lines.length));
  const first = box.y + paddingY + shareOf(style.vertical) * free + ascentOf(size, style, fonts);
  return lines.map((line, i) => {
    const isLeft = horizontal !== 'center' && horizontal !== 'right';
    const left = box.x + paddingX + (isLeft ? block.indent : 0) + line.indent;
    const right = box.x + box.width - paddingX - (horizontal === 'right' ? block.indent : 0);
    const free = right - left - line.width;
    // most lines are not spread, and their characters need not be counted
    const gaps = horizontal === 'justify' || horizontal === 'distributed' ? gapsIn(line, style, fonts) : 0;
    const spacing = spacingOf(line, style, free, gaps, size);
    const x = left + (horizontal === 'right' ? free : horizontal === 'center' ? free / 2 : 0);
    const placed: Writable<TextLine> = {
      x,
      y: first + i * pitch,
      width: line.width + spacing * Math.max(0, gaps),
      size,
      runs: runsOf(line, x, size, font, fonts, spacing),
    };
    if (font.color !== undefined) placed.color = font.color;
    if (spacing !== 0) placed.spacing = spacing;
    return placed;
  });
};

/** How many places there are between the characters of a line. */
function gapsIn({ text }: Line, { font }: Style, fonts: Fonts): number {
  return fonts.glyphs(text, font).filter(({ invisible }) => !invisible).length - 1;
}

/** What is added after each glyph: `distributed` fills every line, `justify` the full ones of a paragraph. */
function spacingOf(line: Line, { horizontal }: Style, free: number, gaps: number, size: number): number {
  if (gaps < 1 || free <= 0) return 0;
  const isSpread =
    horizontal === 'distributed' ||
    (horizontal === 'justify' && !line.last && free / gaps <= size * MOST_JUSTIFIED);
  return isSpread ? free / gaps : 0;
}

const stacked: Placing = (lines, block, style, box, fonts) => {
  const { size, paddingY } = block;
  const columns = lines.length === block.lines.length ? (block.columns ?? []) : [lines.length];
  const longest = Math.max(...columns);
  const room = box.height - 2 * paddingY - size;
  const pitch =
    style.vertical === 'distributed' && longest > 1
      ? Math.max(block.pitch, Math.min(room / (longest - 1), size * MOST_SPREAD))
      : block.pitch;
  const top = box.y + paddingY + shareOf(style.vertical) * Math.max(0, room - (longest - 1) * pitch);
  const centers = beside(columns.length, block, style, box).reverse();
  let next = 0;
  return columns.flatMap((count, column) => {
    const center = centers[column] ?? box.x;
    const own = lines.slice(next, next + count);
    next += count;
    return own.map((line, i) => standing(line, { center, top: top + i * pitch, size }, style, fonts));
  });
};

/** One character in a column: as vertical text has it, or on its side where the font knows no better. */
function standing(
  line: Line,
  { center, top, size }: { readonly center: number; readonly top: number; readonly size: number },
  style: Style,
  fonts: Fonts,
): TextLine {
  const glyph = fonts.glyphs(line.text, style.font)[0];
  const face = fonts.face(glyph?.font ?? 0);
  const upright = glyph === undefined ? undefined : face.uprightOf(glyph.text);
  const ascent = ascentOf(size, style, fonts);
  const ink = inkOf(style);
  if (upright === undefined && LYING.test(line.text)) {
    const x = center + size / 2 - ascent;
    const runs = runsOf(line, x, size, style.font, fonts);
    return { x, y: top + (size - line.width) / 2, width: line.width, size, ...ink, turned: 'down', runs };
  }
  const width =
    upright === undefined
      ? line.width
      : (size * face.parsed.getGlyph(upright).advanceWidth) / face.parsed.unitsPerEm;
  const x = center - width / 2;
  const runs = runsOf(line, x, size, style.font, fonts);
  return {
    x,
    y: top + ascent,
    width,
    size,
    ...ink,
    runs: upright === undefined ? runs : runs.map((run) => ({ ...run, upright: true })),
  };
}

const turned: Placing = (lines, block, style, box, fonts) => {
  const { size, paddingY } = block;
  const isUp = block.direction === 'up';
  const centers = beside(lines.length, block, style, box);
  if (!isUp) centers.reverse();
  const ascent = ascentOf(size, style, fonts);
  return lines.map((line, i) => {
    const free = box.height - 2 * paddingY - line.width - line.indent;
    const share = shareOf(style.vertical);
    const before = line.indent + Math.max(0, free) * (isUp ? 1 - share : share);
    const x = (centers[i] ?? box.x) + (isUp ? 1 : -1) * (ascent - size / 2);
    const y = isUp ? box.y + box.height - paddingY - before : box.y + paddingY + before;
    const runs = runsOf(line, x, size, style.font, fonts);
    return { x, y, width: line.width, size, ...inkOf(style), turned: isUp ? 'up' : 'down', runs };
  });
};

/** The middles of so many lines beside each other, from left to right: in the middle of the box unless told. */
function beside(count: number, { size, paddingX }: Block, { horizontal }: Style, box: Room): number[] {
  const pitch = size * PITCH;
  const free = box.width - 2 * paddingX - size - (count - 1) * pitch;
  const left = box.x + paddingX + free * (horizontal === 'left' ? 0 : horizontal === 'right' ? 1 : 0.5);
  return Array.from({ length: count }, (_, i) => left + size / 2 + i * pitch);
}

/** What of the free height lies above the text. */
function shareOf(vertical: Style['vertical']): number {
  return vertical === 'top' ? 0 : vertical === 'bottom' ? 1 : 0.5;
}

/** The font's em square is as high as the line: what is above the baseline is its share of ascent. */
function ascentOf(size: number, { font }: Style, fonts: Fonts): number {
  const { ascent, descent } = fonts.face(fonts.glyphs('\u3000', font)[0]?.font ?? 0);
  return (size * ascent) / (ascent + descent);
}

function inkOf({ font: { color } }: Style): { readonly color?: string } {
  return color === undefined ? {} : { color };
}
