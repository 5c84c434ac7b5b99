/** Delimited text → Grid: cut into rows and fields, with what a careless export has cut apart put right or told. */
import type { Finding } from '../diagnostic.ts';
import type { Cell, Grid } from '../grid.ts';
import { rejoined } from './broken-rows.ts';
import { cutNumbers } from './cut-numbers.ts';
import { bareLines, cutRows, type TextRow } from './fields.ts';

/** A text as a grid. */
export interface TextGrid {
  readonly grid: Grid;
  readonly findings: Finding[];
  /** What may be the matter, where the grid turns out to be nothing that is known. */
  readonly suspicion?: Finding;
}

/** Cuts a text into rows and fields, at tabs or at commas. Fields without text have no cell. */
export function readTsv(text: string, source: string): TextGrid {
  const unix = text.replace(/\r\n?/g, '\n');
  const { separator, other } = separatorOf(unix);
  const { rows, joined, broken } = rejoined(cutRows(unix, separator));
  const numbers = separator === ',' ? cutNumbers(rows) : new Map<TextRow, readonly string[]>();
  const cells: Cell[] = [];
  rows.forEach((one, row) => {
    const unsure = numbers.has(one);
    one.fields.forEach((field, column) => {
      if (field === '') return;
      const cell = { row, column, rowSpan: 1, columnSpan: 1, text: withoutGuard(field) };
      cells.push(unsure ? { ...cell, unsure } : cell);
    });
  });
  const at = (row: TextRow | undefined, column = 0) => ({ source, row: row?.line ?? 1, column: column + 1 });
  const findings: Finding[] = [
    ...(other ? [{ code: 'separator-found', with: { reason: NAMES[separator] }, place: at(undefined) }] : []),
    ...rows.flatMap((row) => row.open.map((column) => ({ code: 'quote-open', place: at(row, column) }))),
    ...(joined.length === 0
      ? []
      : [{ code: 'row-rejoined', with: { rows: joined.length }, place: at(joined[0]) }]),
    ...[...numbers].map(([row, texts]) => ({
      code: 'number-cut',
      with: { texts: texts.join(' / ') },
      place: at(row),
    })),
  ];
  const grid = {
    source,
    rows: rows.length,
    columns: rows.reduce((most, { fields }) => Math.max(most, fields.length), 0),
    cells,
    lines: rows.map(({ line }) => line),
    widths: rows.map(({ fields }) => fields.length),
  };
  if (broken === undefined) return { grid, findings };
  return { grid, findings, suspicion: { code: 'row-broken', place: at(broken) } };
}

const NAMES = { ',': 'comma', '\t': 'tab' } as const;

/**
 * What most lines agree on; a comma only where most lines with words have one: a sentence may have commas too.
 * `other` says that lines do not agree.
 */
function separatorOf(text: string): { readonly separator: keyof typeof NAMES; readonly other: boolean } {
  const lines = bareLines(text);
  const count = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  const [tabs, commas] = [count('\t'), count(',')];
  const most = commas * 2 > lines.length;
  if (most && commas > tabs) return { separator: ',', other: tabs > 0 };
  return { separator: '\t', other: most && tabs < lines.length };
}

/** Takes off the `'` that keeps a spreadsheet from running a text as a formula (`writers/tsv.ts` puts it there). */
function withoutGuard(text: string): string {
  return text.startsWith("'") && /^'+[=+\-@＝＋－＠\t\r]/.test(text) ? text.slice(1) : text;
}
