/** Texts under merged cells: nobody sees them, and they are not lost without a word. */
import * as sheetjs from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/readers/index.ts';

const cells = [
  ['見える', '隠れた', '見える'],
  ['', 5, ''],
  ['外', '', ''],
];
const merges = [sheetjs.utils.decode_range('A1:C1'), sheetjs.utils.decode_range('A2:B3')];

function workbook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = sheetjs.utils.book_new();
  const sheet = sheetjs.utils.aoa_to_sheet(cells);
  sheet['!merges'] = merges;
  sheetjs.utils.book_append_sheet(book, sheet, '様式');
  return new Uint8Array(sheetjs.write(book, { type: 'array', bookType }));
}

async function readOf(bytes: Uint8Array) {
  const { sheets, findings } = await readInput(bytes, 'a');
  const said = [...findings, ...sheets.flatMap((sheet) => sheet.findings)];
  return {
    grid: sheets[0]?.grid.cells.map(({ row, column, text }) => [row, column, text]),
    said: said.map(({ code, place, with: values }) => [code, place?.address, values?.range, values?.texts]),
  };
}

describe.each(['xlsx', 'biff8'] as const)('in a workbook %s', (bookType) => {
  test('are told once for a merged cell, but for what it shows itself', async () => {
    const { grid, said } = await readOf(workbook(bookType));
    expect(grid).toEqual([
      [0, 0, '見える'],
      [1, 0, ''],
    ]);
    expect(said).toEqual([
      ['text-covered', 'B1', 'A1:C1', '隠れた'],
      ['text-covered', 'B2', 'A2:B3', '5 / 外'],
    ]);
  });
});

test('in an OpenDocument spreadsheet too; a text that nothing covers is a cell like any other', async () => {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
  const covered = (text: string) =>
    `<table:covered-table-cell><text:p>${text}</text:p></table:covered-table-cell>`;
  const rows = `<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>見える</text:p></table:table-cell>${covered('隠れた')}</table:table-row><table:table-row>${covered('孤立')}</table:table-row>`;
  const bytes = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="様式">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });
  const { grid, said } = await readOf(bytes);
  expect(grid).toEqual([
    [0, 0, '見える'],
    [1, 0, '孤立'],
  ]);
  expect(said).toEqual([['text-covered', 'B1', 'A1:B1', '隠れた']]);
});

test('that only repeat a blank cell are blank', async () => {
  const book = sheetjs.utils.book_new();
  const sheet = sheetjs.utils.aoa_to_sheet([['見える', { t: 'n', v: 0, f: 'D9' }]]);
  sheet['!merges'] = [sheetjs.utils.decode_range('A1:B1')];
  sheetjs.utils.book_append_sheet(book, sheet, '様式');
  const bytes = new Uint8Array(sheetjs.write(book, { type: 'array', bookType: 'xlsx' }));
  expect((await readOf(bytes)).said).toEqual([]);
});
