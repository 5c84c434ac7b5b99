/** Sheets below one another: where the next one begins, and how many of them are read. */
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/convert.ts';
import type { ReadOptions } from '../../src/reading.ts';
import { forms, projectFile } from '../forms.ts';
import { formOf } from './small-form.ts';

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
const HEAD = [['事業名', '{title}'], ['ねらい', '{purpose}'], []];
const LIST = [
  ['現状', '計画'],
  ['{schedule[].baseline}', '{schedule[].years.2013.plan}'],
];
const REVIEW = [
  ['評価', '今後'],
  ['{finalReview.assessment}', '{finalReview.nextSteps}'],
];
const pool = ['事業名\t市営プールの夜間開放', 'ねらい\t働く人にも使ってもらう', ''];
const bus = ['事業名\t巡回バスの増便', 'ねらい\t通院の足を確保する', ''];

describe('a last row of which a field is lost is not taken for the head of the next sheet', () => {
  test.each([
    ['an item of a list', LIST, ['現状\t計画', '閉館は五時\t九時まで開ける', '第2号館を含む第3号']],
    ['values under headings', REVIEW, ['評価\t今後', '第2号へ統合し、完了。後継は第3号']],
  ])('%s', async (_, block, last) => {
    const form = await formOf(['第{number}号'], [], ...HEAD, ...block);
    const lines = ['第1号', '', ...pool, ...last, '', ...bus, ...last.slice(0, 1), '達成した\tなし'];
    const readings = await read(bytesOf(lines), 'torn.txt', [form]);
    expect(readings.map(({ sheet }) => sheet?.number)).toEqual(['1', undefined]);
    expect(readings.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('place-ambiguous');
  });
});

describe('more sheets below one another than would be searched', () => {
  const count = 250;
  const one = readFileSync(projectFile('fixtures/inputs/text/utf-8.txt'), 'utf8');
  const sheet = JSON.parse(readFileSync(projectFile('fixtures/inputs/sheet.json'), 'utf8'));
  const height = one.split('\n').length;
  const sheets = Array.from({ length: count }, (_, i) => one.replace('\t18', `\t${i + 1}`));
  const readAll = (texts: readonly string[], options?: ReadOptions) =>
    read(bytesOf(texts), 'all.txt', forms, options);

  test('are read where all are as printed, from a text and from a worksheet', async () => {
    const readings = await readAll(sheets);
    expect(readings.flatMap(({ findings }) => findings)).toEqual([]);
    expect(readings.map((reading) => reading.sheet?.number)).toEqual(sheets.map((_, i) => String(i + 1)));
    expect(readings.at(-1)?.sheet).toEqual({ ...sheet, number: String(count) });
    const book = new exceljs.Workbook();
    const page = book.addWorksheet('全項目');
    for (const { row, column, text } of readings[0]?.grid?.cells ?? []) {
      page.getCell(row + 1, column + 1).value = text;
    }
    const again = await read(new Uint8Array(await book.xlsx.writeBuffer()), 'all.xlsx', forms);
    expect(again.map((reading) => reading.sheet)).toEqual(readings.map((reading) => reading.sheet));
  });

  test('are an error where one is not, at its row', async () => {
    const torn = sheets.with(100, one.replace('担当課', ''));
    const readings = await readAll(torn);
    expect(readings.map((reading) => reading.sheet)).toEqual([undefined]);
    const [finding, ...others] = readings[0]?.findings ?? [];
    expect(others).toEqual([]);
    expect([finding?.code, finding?.with?.reason]).toEqual(['sheet-too-large', 'odd']);
    const lines = torn[100]?.split('\n') ?? [];
    expect(finding?.place?.row).toBe(100 * height + lines.findIndex((line) => line.startsWith('中項目')) + 1);
  });

  test('are not searched either where a person says that a text belongs elsewhere', async () => {
    const row = height + one.split('\n').findIndex((line) => line.startsWith('大項目')) + 1;
    const place = (path: string, column: number) => ({
      placements: [{ path, row, column, words: `--place ${path}=${row}:${column}` }],
    });
    const own = await readAll(sheets, place('category', 2));
    expect(own).toHaveLength(count);
    const other = await readAll(sheets, place('background', 2));
    expect(other.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['sheet-too-large']);
  });
});
