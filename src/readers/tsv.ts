/** Delimited text → Grid, as Excel quotes it: a field is quoted only where it begins with a quote. */
import Papa from 'papaparse';
import type { Finding } from '../diagnostic.ts';
import type { Cell, Grid } from '../grid.ts';

/**
 * Cuts a text into lines and fields: at tabs, or at commas where it is a table of commas without any tab. Fields
 * without text have no cell; a quote left open is reported.
 */
export function readTsv(text: string, source: string): { grid: Grid; findings: Finding[] } {
  const unix = text.replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(unix, {
    delimiter: delimiterOf(unix),
    newline: '\n',
    quoteChar: '"',
  });
  if (data.length > 0 && data.at(-1)?.join('') === '' && unix.endsWith('\n')) data.pop();
  const lines = lineNumbers(data);
  const cells: Cell[] = data.flatMap((fields, row) =>
    fields.flatMap((field, column) =>
      field === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text: withoutGuard(field) }],
    ),
  );
  const columns = data.reduce((most, fields) => Math.max(most, fields.length), 0);
  const rows = new Set(
    errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])),
  );
  const findings = [...rows].map((row): Finding => {
    const column = Math.max(1, data[row]?.length ?? 1);
    return { code: 'quote-open', place: { source, row: lines[row] ?? 1, column } };
  });
  const widths = data.map((fields) => fields.length);
  return { grid: { source, rows: data.length, columns, cells, lines, widths }, findings };
}

/** A comma only where most lines with words have one: a sentence may have commas too. */
function delimiterOf(text: string): string {
  const unquoted = text.replace(/"[^"]*"/g, 'q');
  if (unquoted.includes('\t')) return '\t';
  const lines = unquoted.split('\n').filter((line) => line.trim() !== '');
  const cut = lines.filter((line) => line.includes(','));
  return cut.length * 2 > lines.length ? ',' : '\t';
}

/** Takes off the `'` that keeps a spreadsheet from running a text as a formula (`writers/tsv.ts` puts it there). */
function withoutGuard(text: string): string {
  return /^'+[=+\-@＝＋－＠\t\r]/.test(text) ? text.slice(1) : text;
}

/** The line on which each row starts: a quoted field may hold line breaks of its own. */
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((fields) => {
    const start = line;
    line += 1 + fields.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0);
    return start;
  });
}
