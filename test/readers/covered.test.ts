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

describe('in an OpenDocument spreadsheet', () => {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
  const ods = (rows: string) =>
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="様式">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    });
  const merged = (across: number) =>
    `<table:table-cell table:number-columns-spanned="${across}"><text:p>見える</text:p></table:table-cell>`;
  const covered = (text: string) =>
    `<table:covered-table-cell><text:p>${text}</text:p></table:covered-table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

  test('too; a text that nothing covers is a cell like any other', async () => {
    const { grid, said } = await readOf(ods(row(merged(2), covered('隠れた')) + row(covered('孤立'))));
    expect(grid).toEqual([
      [0, 0, '見える'],
      [1, 0, '孤立'],
    ]);
    expect(said).toEqual([['text-covered', 'B1', 'A1:B1', '隠れた']]);
  });

  test('whatever the file calls the cells under a merged one', async () => {
    const plain = covered('隠れた').replaceAll('covered-', '');
    const { grid, said } = await readOf(ods(row(merged(2), plain)));
    expect(grid).toEqual([[0, 0, '見える']]);
    expect(said).toEqual([['text-covered', 'B1', 'A1:B1', '隠れた']]);
  });

  test('but not under what is too large to be meant', async () => {
    const { sheets } = await readInput(ods(row(merged(1_001), covered('隣'))), 'a');
    expect(sheets[0]?.grid).toMatchObject({ columns: 2, cells: [{ columnSpan: 1 }, { text: '隣' }] });
  });
});

test('that only repeat a blank cell are blank', async () => {
  const book = sheetjs.utils.book_new();
  const sheet = sheetjs.utils.aoa_to_sheet([['見える', { t: 'n', v: 0, f: 'D9' }]]);
  sheet['!merges'] = [sheetjs.utils.decode_range('A1:B1')];
  sheetjs.utils.book_append_sheet(book, sheet, '様式');
  const bytes = new Uint8Array(sheetjs.write(book, { type: 'array', bookType: 'xlsx' }));
  expect((await readOf(bytes)).said).toEqual([]);
});
