/** Excerpts: the row of the input that a finding is about, drawn on one line with its cell marked. */
import type { Grid, Place } from './grid.ts';
import { visible } from './visible.ts';

/** A row as it is shown. */
export interface Excerpt {
  readonly text: string;
  /** The row of the table, where line breaks in cells make the lines of a text others than those that Excel shows. */
  readonly row?: number;
}

/** How much of a cell is shown, in characters. */
const CELL_LENGTH = 16;
const MARKED_LENGTH = 40;

/** The row of a place, its cell marked ▶so◀: underlines do not line up under full-width text. */
export function excerptOf(grid: Grid, place: Place): Excerpt | undefined {
  if (grid.source !== place.source) return undefined;
  const row = grid.lines === undefined ? place.row - 1 : grid.lines.lastIndexOf(place.row);
  const shown = grid.lines === undefined || row < 0 || row + 1 === place.row ? {} : { row: row + 1 };
  const text = grid.sheet === place.sheet ? drawn(grid, row, place.column - 1) : '';
  return text === '' && shown.row === undefined ? undefined : { text, ...shown };
}

function drawn(grid: Grid, row: number, marked: number): string {
  const texts = new Map(
    grid.cells.filter((cell) => cell.row === row).map((cell) => [cell.column, cell.text] as const),
  );
  if (row < 0 || texts.size === 0) return '';
  const columns = [...new Set([...texts.keys(), marked])].sort((a, b) => a - b);
  const parts = columns.map((column) => {
    const text = oneLine(texts.get(column) ?? '');
    return column === marked ? `▶${cut(text, MARKED_LENGTH)}◀` : cut(text, CELL_LENGTH);
  });
  return parts.join(' | ');
}

/** A text on one line, controls as their pictures: what a sheet holds must not steer the terminal. */
export function oneLine(text: string): string {
  return visible(text.trimEnd().replace(/\s*\n\s*/g, ' '));
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}..`;
}
