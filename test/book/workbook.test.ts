/** Numbers in the workbook: what a spreadsheet shows of them is the text that the booklet prints. */
import { read, SSF, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, count, share } from '../../src/book/table.ts';
import { writeTables } from '../../src/book/workbook.ts';
import { narrow } from '../../src/fold.ts';
import { decodeMeasure } from '../../src/sheet/measure.ts';
import { measureTextArbitrary } from '../arbitrary.ts';

/** The cells that a workbook has for those of a table, with a function that shows another number in the place of theirs. */
async function written(cells: readonly Cell[]) {
  const column = { title: '値', width: 1, align: 'right' } as const;
  const rows = cells.map((cell) => ({ cells: [cell] }));
  const bytes = await writeTables(
    [{ id: 'numbers', title: '数', lead: [], columns: [column], rows, notes: [] }],
    '冊子',
  );
  const { Sheets } = read(bytes, { cellNF: true });
  const sheet = Sheets.数 ?? {};
  const last = utils.decode_range(sheet['!ref'] ?? '').e.r;
  return cells.map((_, i) => {
    const { v, z } = sheet[`A${last + 2 - cells.length + i}`];
    return { value: v, show: (value = v): string => SSF.format(z, value) };
  });
}

const measured = (text: string): Cell => ({ text, value: decodeMeasure(text).value as number });

describe('a number is shown as its text', async () => {
  const texts = [
    '5｜0｜5人｜80.5%｜1.50ポイント｜0.0％｜1,234千円｜1,234,567.8円｜1234人｜12 か所｜29（4）｜29人（4人）｜5（3"）',
    '+3｜+3件｜-5｜-3.25ポイント｜−5｜‐5｜−5人｜▲12｜▲ 12｜▲1,234千円｜▲1234円｜▲0.0%｜△12｜△ 0.5％',
  ].flatMap((line) => line.split('｜'));
  const cells = await written(texts.map(measured));

  test.each(texts.map((text, i) => [text, i] as const))('%s', (text, i) => {
    expect(cells[i]?.value).toBe(decodeMeasure(text).value);
    expect(cells[i]?.show()).toBe(text);
  });
});

test.each([
  ['２回', '2回'],
  ['▲１２', '▲12'],
  ['８０．５％', '80.5％'],
  ['１，２３４千円', '1,234千円'],
])('%s is shown with digits of half width, %s', async (text, half) => {
  const [cell] = await written([measured(text)]);
  expect(cell?.show()).toBe(half);
});

test('so is whatever number a sheet may have', async () => {
  const texts = fc
    .sample(measureTextArbitrary(), { numRuns: 500, seed: 1 })
    .filter((text) => decodeMeasure(text).value !== undefined && !text.includes('\n'));
  const cells = await written(texts.map(measured));
  expect(texts.length).toBeGreaterThan(100);
  expect(cells.map(({ show }) => narrow(show()))).toEqual(texts.map(narrow));
});

test.each([0, 12, 1234, 1234567])('so is a count of %d', async (value) => {
  const [cell] = await written([count(value)]);
  expect(cell?.show()).toBe(count(value).text);
});

test.each([
  [1, 3],
  [23, 80],
  [3.3, 17.6],
  [32.3, 8],
])('so is the share of %d in %d', async (part, whole) => {
  const [cell] = await written([share(part, whole)]);
  expect(cell?.show()).toBe(share(part, whole).text);
});

test.each([
  ['▲ 12人', 5, '5人'],
  ['▲ 12人', 0, '0人'],
  ['+3件', -2, '-2件'],
  ['+3件', 0, '0件'],
  ['▲0.0%', -1.5, '-1.5%'],
  ['5人', -5, '-5人'],
])('put in the place of %s, %d has its own sign: %s', async (text, value, other) => {
  const [cell] = await written([measured(text)]);
  expect(cell?.show(value)).toBe(other);
});

test('of a number that its text does not say, the text is shown', async () => {
  const cells = await written([
    { text: '五人', value: 5 },
    { text: '5人', value: 6 },
  ]);
  expect(cells.map(({ value }) => value)).toEqual(['五人', '5人']);
});

test('a text that needs more than the tallest row stands in one cell over several, and what is below it below them', async () => {
  const columns = [10, 30].map((width) => ({ title: '欄', width, align: 'left' }) as const);
  const lines = Array.from({ length: 100 }, (_, i) => `${i + 1}行目`).join('\n');
  const rows = [
    { cells: [{ text: '上', rows: 2 }, { text: lines }] },
    { cells: [{ text: '二' }] },
    { cells: [{ text: '下' }, { text: '右下' }] },
  ];
  const bytes = await writeTables([{ id: 'long', title: '表', lead: [], columns, rows, notes: [] }], '冊子');
  const { Sheets } = read(bytes, { cellStyles: true });
  const sheet = Sheets.表 ?? {};
  const heights = (sheet['!rows'] ?? []).map((row) => row?.hpt ?? 0);
  const placeOf = (text: string) => Object.keys(sheet).find((address) => sheet[address]?.v === text) ?? '';
  const merges = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range));
  const [, from = 0] = placeOf(lines).split('B').map(Number);
  const mergeOf = (address: string) => merges.find((merge) => merge.startsWith(`${address}:`)) ?? address;
  const tall = utils.decode_range(mergeOf(placeOf(lines)));
  const own = heights.slice(tall.s.r, tall.e.r + 1);
  expect(Math.max(...heights)).toBeLessThanOrEqual(409);
  expect(own.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(100 * 10);
  expect(mergeOf(placeOf('上'))).toBe(`A${from}:A${tall.e.r + 2}`);
  expect([placeOf('二'), placeOf('下'), placeOf('右下')]).toEqual([
    `B${tall.e.r + 2}`,
    `A${tall.e.r + 3}`,
    `B${tall.e.r + 3}`,
  ]);
});

test('a text over several rows makes none of them higher than it needs, and at most the last', async () => {
  const columns = [10, 30].map((width) => ({ title: '欄', width, align: 'left' }) as const);
  const heightsWith = async (lines: number) => {
    const name = Array.from({ length: lines }, () => '柱').join('\n');
    const rows = [
      { cells: [{ text: name, rows: 3 }, { text: '一' }] },
      { cells: [{ text: '二' }] },
      { cells: [{ text: '三' }] },
    ];
    const bytes = await writeTables([{ id: 'a', title: '表', lead: [], columns, rows, notes: [] }], '冊子');
    const sheet = read(bytes, { cellStyles: true }).Sheets.表 ?? {};
    return (sheet['!rows'] ?? []).slice(-3).map((row) => row?.hpt);
  };
  expect(await heightsWith(3)).toEqual([15, 15, 15]);
  expect(await heightsWith(6)).toEqual([15, 15, 40]);
});
