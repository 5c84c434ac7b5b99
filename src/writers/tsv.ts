/** Grid → delimited text, cells with line breaks quoted as Excel quotes them. */
import Papa from 'papaparse';
import type { Grid } from '../grid.ts';

/** Writes every row to the full width of the grid; a merged cell is its text and empty fields. Lines end in `\n`. */
export function writeTsv(grid: Grid, delimiter: '\t' | ',' = '\t'): string {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => ''));
  for (const cell of grid.cells) (rows[cell.row] as string[])[cell.column] = guarded(cell.text);
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows, { delimiter, newline: '\n', escapeFormulae: false })}\n`;
}

/** What a spreadsheet takes for the start of a formula, behind any marks that were put before it already. */
const RUNS = /^'*[=+\-@＝＋－＠\t\r]/;

/** Starts like one but is none: a negative number, a dash for "not applicable". */
const HARMLESS = /^[-－](?:[\d０-９][\d０-９,，.．]*[%％]?|[-－]*)$/;

/** Puts a `'` before a text that a spreadsheet would run; `readers/tsv.ts` takes it off again. */
function guarded(text: string): string {
  return RUNS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}
