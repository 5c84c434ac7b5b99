/** The worksheets of a file that are like a form are read within bounds; what is beyond them is told, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bounds } from '../../src/bounds.ts';
import { recogniseAll } from '../../src/fit/afford.ts';
import { isRecognised } from '../../src/fit/recognise.ts';
import type { Grid } from '../../src/grid.ts';
import { readTsv } from '../../src/readers/tsv.ts';
import { forms, projectFile } from '../forms.ts';

const { grid } = readTsv(readFileSync(projectFile('fixtures/inputs/text/utf-8.txt'), 'utf8'), 'a');
const rows = new Set(grid.cells.map(({ row }) => row)).size;
/** A list of something else, with so many rows. */
const list: Grid = {
  source: 'a',
  rows: bounds.sheetRows,
  columns: 1,
  cells: Array.from({ length: bounds.sheetRows }, (_, row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: `x${row}`,
  })),
};
const named = (sheet: string, of: Grid) => ({ grid: { ...of, sheet } });

test('each worksheet that is beyond them is told, a list of something else costs nothing', () => {
  const most = Math.floor(bounds.fileRows / rows);
  const lists = [1, 2, 3].map((i) => named(`list ${i}`, list));
  const sheets = Array.from({ length: most + 2 }, (_, i) => named(`sheet ${i + 1}`, grid));
  const { recognised, beyond } = recogniseAll([...lists, ...sheets], forms);
  expect(recognised.filter(isRecognised)).toHaveLength(most);
  expect(recognised.map(({ sheet }) => sheet.grid.sheet)).toEqual(
    [...lists, ...sheets.slice(0, most)].map((sheet) => sheet.grid.sheet),
  );
  expect(beyond.map(({ code, with: values, place }) => [code, values?.reason, place?.sheet])).toEqual([
    ['input-too-large', 'fileRows', `sheet ${most + 1}`],
    ['input-too-large', 'fileRows', `sheet ${most + 2}`],
  ]);
});
