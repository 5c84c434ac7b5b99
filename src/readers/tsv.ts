/** Tab-delimited text → Grid, as Excel quotes it: a field is quoted only where it begins with a quote. */
import Papa from 'papaparse';
import type { Finding } from '../diagnostic.ts';
import type { Cell, Grid } from '../grid.ts';

/** Reads UTF-8 text, with or without a byte order mark; throws a TypeError on bytes that are no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Cuts a text into lines and fields. Fields without text have no cell; a quote left open is reported. */
export function readTsv(text: string, source: string): { grid: Grid; findings: Finding[] } {
  const unix = text.replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(unix, { delimiter: '\t', newline: '\n', quoteChar: '"' });
  if (data.length > 0 && data.at(-1)?.join('') === '' && unix.endsWith('\n')) data.pop();
  const lines = lineNumbers(data);
  const cells: Cell[] = data.flatMap((fields, row) =>
    fields.flatMap((field, column) =>
      field === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text: field }],
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

/** The line on which each row starts: a quoted field may hold line breaks of its own. */
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((fields) => {
    const start = line;
    line += 1 + fields.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0);
    return start;
  });
}
