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

/** A sheet that has to be searched, since a label of it is lost. */
const torn: Grid = { ...grid, cells: grid.cells.filter(({ text }) => text !== '担当課') };

test('each worksheet that is beyond them is told; a list of something else, or a sheet as printed, costs nothing', () => {
  const whole = [1, 2, 3].map((i) => named(`whole ${i}`, grid));
  const lists = [1, 2, 3].map((i) => named(`list ${i}`, list));
  const sheets = [1, 2, 3, 4].map((i) => named(`sheet ${i}`, torn));
  const most = { fileRows: 2 * rows, fileCells: bounds.fileCells };
  const { recognised, beyond } = recogniseAll([...lists, ...sheets, ...whole], forms, most);
  const readings = recognised.filter(isRecognised).map(({ sheet }) => sheet.grid.sheet);
  expect(readings).toEqual(['sheet 1', 'sheet 2', 'whole 1', 'whole 2', 'whole 3']);
  expect(recognised).toHaveLength(readings.length + lists.length);
  expect(beyond.map(({ code, with: values, place }) => [code, values?.reason, place?.sheet])).toEqual([
    ['input-too-large', 'fileRows', 'sheet 3'],
    ['input-too-large', 'fileRows', 'sheet 4'],
  ]);
});

test('as many sheets as a workbook may have are read where they are as printed', () => {
  const sheets = Array.from({ length: bounds.bookSheets }, (_, i) => named(`sheet ${i + 1}`, grid));
  const { recognised, beyond } = recogniseAll(sheets, forms);
  expect(recognised.filter(isRecognised)).toHaveLength(bounds.bookSheets);
  expect(beyond).toEqual([]);
});
