import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/readers/index.ts';

type Words = readonly number[];

/** A record of an old workbook: its type, and its content in words of two bytes, or bytes. */
function record(type: number, words: Words, bytes: Words = []): number[] {
  const content = [...words.flatMap((word) => [word & 0xff, (word >> 8) & 0xff]), ...bytes];
  return [type & 0xff, type >> 8, content.length & 0xff, content.length >> 8, ...content];
}

const beginning = (kind: number) => record(0x0809, [0x0600, kind, 0, 0, 0, 0, 0, 0]);
const end = record(0x000a, []);

/** An old workbook whose only worksheet has these records. */
function bookOf(...records: readonly number[][]): Uint8Array {
  const name = (at: number) => record(0x0085, [at, 0, 0], [1, 0, 0x61]);
  const at = [...beginning(5), ...name(0), ...end].length;
  const stream = [...beginning(5), ...name(at), ...end, ...beginning(16), ...records.flat(), ...end];
  const container = sheetjs.CFB.utils.cfb_new({ root: 'R' });
  sheetjs.CFB.utils.cfb_add(container, '/Workbook', Uint8Array.from(stream) as never);
  return Uint8Array.from(sheetjs.CFB.write(container, { type: 'array' }) as ArrayLike<number>);
}

async function read(bytes: Uint8Array) {
  const { sheets, findings } = await readInput(bytes, 'a.xls');
  return {
    texts: sheets.flatMap(({ grid }) => grid.cells.map(({ text }) => text)),
    codes: findings.map(({ code, with: values }) => `${code} ${values?.reason ?? ''}`.trim()),
  };
}

const letter = (row: number) => record(0x0204, [row, 0, 0, 1], [0, 0x61]);

describe('of an old workbook', () => {
  test('cells are read', async () => {
    const number = record(0x027e, [1, 0, 0], [0x02, 0, 0, 0]);
    expect(await read(bookOf(letter(0), number))).toMatchObject({ texts: ['a', '0'], codes: [] });
  });

  test.each([
    ['a link on every cell', record(0x01b8, [0, 0xffff, 0, 0xffff, ...Array(20).fill(0)])],
    ['columns without number', record(0x007d, [0, 0xffff, 0, 0, 0, 0])],
    ['a text without a length', record(0x0204, [1, 0, 0])],
    ['a text longer than its record', record(0x0204, [1, 0, 0, 0xffff], [0, 0x61])],
    ['a text that a formula gives, cut off', record(0x0207, [], [1])],
    ['a format without a length', record(0x041e, [200])],
    ['merges that are not there', record(0x00e5, [0xffff, 0, 0, 0, 0])],
    ['a formula longer than its record', record(0x0006, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xffff])],
    ['a list of links without end', record(0x0017, [], [1])],
    ['another workbook without a name', record(0x01ae, [1, 0xff])],
    ['a list of texts that ends in the middle of a length', record(0x00fc, [2, 0, 2, 0], [1, 0, 0, 0x61, 5])],
  ])('%s is passed over', async (_, bad) => {
    expect((await read(bookOf(letter(0), bad))).texts).toContain('a');
  });

  test('too many merges are refused', async () => {
    const merges = Array.from({ length: 11_000 }, () => record(0x00e5, [1, 0, 1, 0, 1]));
    expect((await read(bookOf(letter(0), ...merges))).codes).toEqual(['sheet-too-large merges']);
  });

  test('a record longer than the file means that it is cut off', async () => {
    const { codes } = await read(bookOf(letter(0), [0x04, 0x02, 0xff, 0xff]));
    expect(codes).toEqual(['workbook-unreadable damaged']);
  });

  test('one of before Excel 5 is refused', async () => {
    const old = bookOf(letter(0)).map((byte, i, all) => (all[i - 1] === 0x00 && byte === 0x06 ? 0x04 : byte));
    expect((await read(old)).codes).toEqual(['workbook-unreadable damaged']);
  });

  test('long lists of texts, which go on over records, are whole', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => [`${i} ${'窓口の案内'.repeat(i % 9)}`, 'a'.repeat(i)]);
    const book = sheetjs.utils.book_new(sheetjs.utils.aoa_to_sheet(rows), '様式');
    const bytes = sheetjs.write(book, { type: 'array', bookType: 'biff8', bookSST: true });
    const { texts } = await read(new Uint8Array(bytes));
    expect(texts).toEqual(rows.flat().filter((text) => text !== ''));
  });
});
