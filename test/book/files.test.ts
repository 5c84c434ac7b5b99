/** The files of the book beside the booklet: workbook, tidy data and web page, opened by other programs than wrote them. */
import { DOMParser } from '@xmldom/xmldom';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type BookFormat, writeBook } from '../../src/book/book.ts';
import { bundledFonts } from '../../src/load.ts';
import type { OpenForm } from '../../src/open-form.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { forms } from '../forms.ts';
import { bookletSheets } from './sheets.ts';

const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const sheets = bookletSheets.slice(0, 12);
const options = { title: '改革の記録 <A & B>', binding: 30, duplex: false };
const filesOf = async (format: BookFormat, some: readonly ReformSheet[] = sheets) =>
  new Map(
    (await writeBook(format, some, open, { fonts: bundledFonts() }, options)).files.map(
      ({ ending, bytes }) => [ending, bytes],
    ),
  );

describe('the workbook', () => {
  const opened = filesOf('xlsx').then(async (files) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((files.get('.xlsx') as Uint8Array).slice().buffer);
    return workbook;
  });

  test('has a worksheet for each table, with titles that are printed on each page', async () => {
    const { worksheets } = await opened;
    expect(worksheets.map(({ name }) => name)).toEqual([
      '総括表（進度）',
      '総括表（評価の区分）',
      '進度の一覧',
      '計画と実績の数値',
      '遅れのある項目',
      '部署別の索引',
    ]);
    for (const { pageSetup, name } of worksheets) {
      expect(pageSetup.printTitlesRow, name).toMatch(/^\d+:\d+$/);
      expect(pageSetup.fitToWidth, name).toBe(1);
    }
  });

  test('holds numbers as numbers, shares as parts of 1', async () => {
    const sheet = (await opened).getWorksheet('総括表（評価の区分）') as ExcelJS.Worksheet;
    const total = sheet.getRows(1, sheet.rowCount)?.find((row) => row.getCell(1).value === '全体');
    const grades = ['A', 'B', 'C', 'D'].map(
      (grade) => sheets.filter(({ finalReview }) => finalReview?.grade === grade).length,
    );
    const graded = grades.reduce((sum, count) => sum + count, 0);
    const values = Array.from({ length: 8 }, (_, i) => total?.getCell(i + 2).value);
    const rounded = (share: number) => Number(share.toFixed(3));
    expect(values).toEqual(grades.flatMap((count) => [count, rounded(count / graded)]));
    expect(total?.getCell(3).numFmt).toBe('0.0%');
  });

  test('prints a number with its unit', async () => {
    const sheet = (await opened).getWorksheet('計画と実績の数値') as ExcelJS.Worksheet;
    const formats = new Set<string>();
    sheet.eachRow((row) => {
      if (typeof row.getCell(4).value === 'number') formats.add(row.getCell(4).numFmt);
    });
    expect(formats.size).toBeGreaterThan(0);
    for (const format of formats) expect(format).toMatch(/^#,##0"[^"]+"$/);
  });
});

describe('tidy data', () => {
  const tables = filesOf('csv').then(
    (files) =>
      new Map(
        [...files].map(([ending, bytes]) => {
          expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
          const text = new TextDecoder().decode(bytes);
          return [ending, Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data] as const;
        }),
      ),
  );
  const rowsOf = async (ending: string) => (await tables).get(ending) ?? [];

  test('has a row for each item, in the order of the numbers', async () => {
    const rows = await rowsOf('-items.csv');
    const numbers = rows.map((row) => Number(row.項目番号));
    expect(numbers).toEqual(sheets.map(({ number }) => Number(number)).sort((a, b) => a - b));
    for (const row of rows) expect(row.これまでの状況).toBe(byNumber(Number(row.項目番号)).background);
  });

  test('has a row for each item, indicator and year, numbers apart from their units', async () => {
    const rows = await rowsOf('-indicators.csv');
    const meant = sheets.flatMap(({ indicators = [] }) =>
      indicators.flatMap(({ years = {} }) => Object.keys(years)),
    );
    expect(rows).toHaveLength(meant.length);
    for (const row of rows) {
      const { indicators = [] } = byNumber(Number(row.項目番号));
      const plan = indicators[Number(row.指標の順) - 1]?.years?.[row.西暦年度 ?? '']?.plan;
      expect([row.計画した値, row['計画した値（数値）'], row['計画した値（単位）']]).toEqual([
        plan?.text ?? '',
        plan?.value === undefined ? '' : String(plan.value),
        plan?.unit ?? '',
      ]);
    }
  });

  test('has a row for each item, year and period', async () => {
    const rows = await rowsOf('-progress.csv');
    expect(rows).toHaveLength(12 * 4);
    expect(new Set(rows.map((row) => row.進度))).toEqual(new Set(['予定通り進捗', '進捗に遅れあり']));
  });
});

test('the page is sound markup, says everything the sheets say, and runs nothing', async () => {
  const page = new TextDecoder().decode((await filesOf('html')).get('.html'));
  const problems: string[] = [];
  const parser = new DOMParser({ onError: (_, message) => problems.push(message) });
  const xml = page.replace(/^<!DOCTYPE html>/, '').replace(/<(meta|br)\b([^>]*)>/g, '<$1$2/>');
  const words = parser.parseFromString(xml, 'text/xml').documentElement?.textContent ?? '';
  expect(problems).toEqual([]);
  expect(words).toContain('改革の記録 <A & B>');
  for (const { background = '', title = '' } of sheets) {
    expect(words).toContain(background);
    expect(words).toContain(title);
  }
  expect(page).not.toMatch(/<script|https?:/);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
});

test.each<BookFormat>(['xlsx', 'csv', 'html'])('the same sheets give the same %s', async (format) => {
  expect(await filesOf(format, sheets.toReversed())).toEqual(await filesOf(format));
});

function byNumber(number: number): ReformSheet {
  return sheets.find((sheet) => sheet.number === String(number)) as ReformSheet;
}
