/** The files of the book beside the booklet: workbook, tidy data and web page, opened by other programs than wrote them. */
import { SSF } from '@e965/xlsx';
import { DOMParser } from '@xmldom/xmldom';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type BookFormat, writeBook } from '../../src/book/book.ts';
import { bundledFonts } from '../../src/load.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { encode } from '../../src/sheet/codec.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { forms } from '../forms.ts';
import { bookletSheets } from './sheets.ts';

const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const [first, ...others] = bookletSheets.slice(0, 12) as [ReformSheet, ...ReformSheet[]];
/** Of what goes down, the fixtures have none. */
const falling = {
  name: '職員の増減',
  years: {
    '2013': {
      plan: { text: '▲ 12人', value: -12, unit: '人' },
      actual: { text: '−5人', value: -5, unit: '人' },
    },
  },
};
const sheets: readonly ReformSheet[] = [
  { ...first, indicators: [...(first.indicators ?? []), falling] },
  ...others,
];
const numbered = sheets.toSorted((a, b) => Number(a.number) - Number(b.number));
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

  test('prints a number as its sheet does', async () => {
    const sheet = (await opened).getWorksheet('計画と実績の数値') as ExcelJS.Worksheet;
    const printed: unknown[][] = [];
    sheet.eachRow((row) => {
      const [number, name, year, ...measures] = [1, 2, 3, 4, 5].map((column) => row.getCell(column));
      if (typeof measures[0]?.value !== 'number') return;
      const texts = measures.map(({ numFmt, value }) => SSF.format(numFmt, value));
      printed.push([number?.value, name?.value, year?.value, ...texts]);
    });
    const meant = numbered.flatMap(({ number, indicators = [] }) =>
      indicators.flatMap(({ name, years = {} }) =>
        ['2013', '2014'].flatMap((year) => {
          const { plan, actual } = years[year] ?? {};
          if (plan?.value === undefined || actual?.value === undefined) return [];
          return [[number, name, `平成${Number(year) - 1988}年度`, plan.text, actual.text]];
        }),
      ),
    );
    expect(printed).toEqual(meant);
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
    expect(rows.map((row) => row.項目番号)).toEqual(numbered.map(({ number }) => number));
    for (const row of rows) expect(row.これまでの状況).toBe(byNumber(Number(row.項目番号)).background);
  });

  test('has a row for each item, indicator and year, numbers apart from their units', async () => {
    const rows = await rowsOf('-indicators.csv');
    const boxes = numbered.flatMap((sheet) => {
      const paths = [...encode(sheet, open.vocabulary).keys()];
      const years = paths.flatMap((path) => /^indicators\.\d+\.years\.\d+/.exec(path)?.[0] ?? []);
      return [...new Set(years)].map((year) => `${sheet.number} ${year}`);
    });
    const boxOf = (row: Record<string, string>) =>
      `${row.項目番号} indicators.${Number(row.指標の順) - 1}.years.${row.西暦年度}`;
    expect(rows.map(boxOf)).toEqual(boxes);
    for (const row of rows) {
      const { name, years, target } =
        byNumber(Number(row.項目番号)).indicators?.[Number(row.指標の順) - 1] ?? {};
      const { plan, actual } = years?.[row.西暦年度 ?? ''] ?? {};
      expect(row.指標の名前).toBe(name);
      const measures = { 計画した値: plan, 実際の値: actual, 目指す値: target };
      for (const [head, measure] of Object.entries(measures)) {
        expect([row[head], row[`${head}（数値）`], row[`${head}（単位）`]]).toEqual([
          measure?.text ?? '',
          measure?.value === undefined ? '' : String(measure.value),
          measure?.unit ?? '',
        ]);
      }
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
