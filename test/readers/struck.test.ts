/** Words that are struck through: taken in, since nobody can know, and told. */
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { readInput } from '../../src/readers/index.ts';

type Value = exceljs.CellValue;

/** What is said of cells A1, A2, … with some values, the last of them in a style that strikes its text through. */
async function said(...values: Value[]): Promise<unknown[]> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('様式');
  for (const [i, value] of values.entries()) sheet.getCell(i + 1, 1).value = value;
  sheet.getCell(values.length, 1).font = { strike: true };
  const { sheets } = await readInput(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx');
  const [first] = sheets;
  expect(first?.grid.cells).toHaveLength(values.filter((value) => value !== null).length);
  const told = first?.findings ?? [];
  return told.map(({ code, place, with: about }) => [code, place?.address, about?.text]);
}

const rich = (...runs: [text: string, strike?: boolean][]): Value => ({
  richText: runs.map(([text, strike]) => ({ text, ...(strike === undefined ? {} : { font: { strike } }) })),
});

test('are told by their words, of runs and of whole cells, also of numbers', async () => {
  const runs = rich(['旧い案', true], ['新しい案'], ['も旧い', true]);
  expect(await said('案', runs, rich(['線のない', false], ['案']), 25)).toEqual([
    ['text-struck', 'A2', '旧い案 / も旧い'],
    ['text-struck', 'A4', '25'],
  ]);
});

test('are none where only spaces are struck, or nothing stands there', async () => {
  expect(await said(rich([' \n', true], ['案']), null)).toEqual([]);
});

test('are not those of a cell whose font is struck, but for runs without a font of their own', async () => {
  expect(await said(rich(['線のない案', false], ['線のある案']))).toEqual([
    ['text-struck', 'A1', '線のある案'],
  ]);
});
