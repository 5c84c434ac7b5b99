/** Diagnostics drawn for the person at the desk, in ASCII frames: what, where with the row's text, what to do. */
import { type Diagnostic, drawPlace, type Grid, type Place, visible } from '../index.ts';
import type { Say } from './words.ts';

/** How much of a cell an excerpt shows, in characters. */
const CELL_LENGTH = 16;
const MARKED_LENGTH = 40;

/** One diagnostic as a frame. The excerpt needs the grid of the input. */
export function drawFrame(diagnostic: Diagnostic, say: Say, grid?: Grid, source?: string): string {
  const { severity, code, message, hint, trail, path, place } = diagnostic;
  const excerpt = grid === undefined || place === undefined ? undefined : drawExcerpt(grid, place);
  const box = trail ?? path;
  const margin = ' '.repeat(excerpt?.number.length ?? 2);
  return [
    `${say(severity)}[${code}]: ${oneLine(message)}`,
    `${margin}--> ${place === undefined ? (source ?? path ?? '') : `${drawPlace(place)}${rowOf(place, say, grid)}`}`,
    ...(excerpt === undefined ? [] : [`${margin} |`, `${excerpt.number} | ${excerpt.text}`, `${margin} |`]),
    ...(box === undefined || message.includes(box) ? [] : [`${margin} = ${say('at')}: ${box}`]),
    ...(hint === undefined ? [] : [`${margin} = ${say('hint')}: ${oneLine(hint)}`]),
    '',
  ].join('\n');
}

/** The row of the table, where line breaks in cells make the lines of a text others than those that Excel shows. */
function rowOf(place: Place, say: Say, grid?: Grid): string {
  const row = grid?.source === place.source ? (grid.lines?.lastIndexOf(place.row) ?? -1) + 1 : 0;
  return row === 0 || row === place.row ? '' : say('row', { row });
}

/** The row of a place, its cell marked ▶so◀: underlines do not line up under full-width text. */
function drawExcerpt(grid: Grid, place: Place): { number: string; text: string } | undefined {
  if (grid.source !== place.source || grid.sheet !== place.sheet) return undefined;
  const row = grid.lines === undefined ? place.row - 1 : grid.lines.lastIndexOf(place.row);
  const texts = new Map(
    grid.cells.filter((cell) => cell.row === row).map((cell) => [cell.column, cell.text] as const),
  );
  const marked = place.column - 1;
  const columns = [...new Set([...texts.keys(), marked])].sort((a, b) => a - b);
  if (row < 0 || texts.size === 0) return undefined;
  const parts = columns.map((column) => {
    const text = oneLine(texts.get(column) ?? '');
    return column === marked ? `▶${cut(text, MARKED_LENGTH)}◀` : cut(text, CELL_LENGTH);
  });
  return { number: String(place.row).padStart(2), text: parts.join(' | ') };
}

/** A text on one line, controls as their pictures: what a sheet holds must not steer the terminal. */
function oneLine(text: string): string {
  return visible(text.trimEnd().replace(/\s*\n\s*/g, ' '));
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}..`;
}
