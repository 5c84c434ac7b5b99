/** Excerpts: the row of the input that a finding is about, drawn on one line with its cell marked. */
import { cellsInRow, countBefore, type Grid, type Place } from './grid.ts';
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
  const row = rowAt(grid, place);
  const shown = grid.lines === undefined || row < 0 || row + 1 === place.row ? {} : { row: row + 1 };
  const text = grid.sheet === place.sheet ? drawn(grid, row, place.column - 1) : '';
  return text === '' && shown.row === undefined ? undefined : { text, ...shown };
}

/** The row of the grid that a place is in; -1 for none. */
function rowAt({ lines }: Grid, place: Place): number {
  if (lines === undefined) return place.row - 1;
  const row = countBefore(lines, (line) => line <= place.row) - 1;
  return lines[row] === place.row ? row : -1;
}

function drawn(grid: Grid, row: number, marked: number): string {
  const texts = new Map(cellsInRow(grid, row).map(({ column, text }) => [column, text]));
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
