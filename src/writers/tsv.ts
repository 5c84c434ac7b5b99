/** Grid → tab-delimited text in UTF-8, cells with line breaks quoted as Excel quotes them. */
import Papa from 'papaparse';
import type { Grid } from '../grid.ts';

/** Writes every row to the full width of the grid; a merged cell is its text and empty fields. Lines end in `\n`. */
export function writeTsv(grid: Grid): Uint8Array {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => ''));
  for (const cell of grid.cells) (rows[cell.row] as string[])[cell.column] = cell.text;
  const text = Papa.unparse(rows, { delimiter: '\t', newline: '\n', escapeFormulae: false });
  return new TextEncoder().encode(rows.length === 0 ? '' : `${text}\n`);
}
