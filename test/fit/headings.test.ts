/** Headings in another order or of other years: no value is put in a box that they contradict. */
import { describe, expect, test } from 'vitest';
import { fill } from '../../src/form/fill.ts';
import {
  aonami,
  codes,
  expectRecord,
  find,
  linesOfBlock,
  niigata,
  read,
  recordOf,
  type Table,
  tableOf,
  without,
} from './tables.ts';

const record = recordOf(niigata);
const table = tableOf(niigata, record);

/** The table with some columns of the lines of a block in another order, headings and values alike. */
function reordered(first: number, last: number, order: readonly number[]): Table {
  return table.map((fields, row) =>
    row < first || row > last ? fields : order.map((at) => fields[at] ?? ''),
  );
}

const kept = (pattern: RegExp) => new Map([...record].filter(([path]) => !pattern.test(path)));
const errors = (sheet: ReturnType<typeof read>) =>
  new Set(codes(sheet).filter((code) => code === 'heading-unfit' || code === 'value-unheaded'));
const both = new Set(['heading-unfit', 'value-unheaded']);

describe('columns in another order', () => {
  const [heading] = find(table, '現状');
  const [, last] = linesOfBlock(niigata, record, 1);
  const measured = /^(?:schedule|indicators)\./;

  test('the years of the progress', () => {
    const [first, end] = linesOfBlock(niigata, record, 2);
    const sheet = read(niigata, reordered(first, end, [0, 1, 2, 5, 6, 3, 4, 7]));
    expectRecord(sheet, kept(/^progress\./));
    expect(errors(sheet)).toEqual(both);
  });

  test('the years of the review: one error for each row of values', () => {
    const [first, end] = linesOfBlock(niigata, record, 3);
    const sheet = read(niigata, reordered(first, end, [0, 1, 3, 2, 4, 5, 6, 7]));
    expectRecord(sheet, kept(/^annualReview\./));
    expect(codes(sheet).filter((code) => code === 'value-unheaded')).toHaveLength(2);
    expect(codes(sheet)).not.toContain('label-missing');
  });

  test.each([
    ['the years of the lists', [0, 1, 2, 5, 6, 3, 4, 7]],
    ['the target before the years', [0, 1, 2, 7, 3, 4, 5, 6]],
    ['the baseline behind all', [0, 1, 3, 4, 5, 6, 7, 2]],
    ['actual before plan', [0, 1, 2, 4, 3, 6, 5, 7]],
  ])('%s', (_, order) => {
    const sheet = read(niigata, reordered(heading, last, order));
    const own = [...sheet.record].filter(([path]) => measured.test(path));
    expect(own.filter(([path, text]) => record.get(path) !== text)).toEqual([]);
    expect(codes(sheet)).toContain('heading-unfit');
    for (const [path, text] of record) expect(sheet.record.get(path) ?? text).toBe(text);
  });
});

test('a value off its column is not read by columns that stand in another order', () => {
  const texts = recordOf(aonami);
  for (const item of [0, 1]) {
    for (const year of [2018, 2019, 2020]) texts.delete(`indicators.${item}.years.${year}.actual`);
  }
  texts.delete('indicators.0.target');
  const { rows, columns, cells, origins } = fill(aonami, texts);
  const lines = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) (lines[row] as string[])[column] = text;
  const [, years] = find(lines, '平成30年度');
  const [name] = find(lines, texts.get('indicators.0.name') as string);
  const last = origins.lastIndexOf(origins[name + 1] as number);
  // the first year takes two columns, the second one: they change places
  const swapped = lines.map((fields, row) => {
    const [first = '', second = '', third = ''] = fields.slice(years);
    const inTable = row >= name - 1 && row <= last;
    return inTable
      ? fields
          .with(years, third)
          .with(years + 1, first)
          .with(years + 2, second)
      : fields;
  });
  const sheet = read(aonami, swapped);
  for (const [path, text] of sheet.record) expect(text, path).toBe(texts.get(path));
  expect(errors(sheet)).toEqual(both);
});

describe('headings of other years', () => {
  const otherYears = (row: number, by = 1): Table =>
    table.map((fields, at) =>
      at === row
        ? fields.map((text) => text.replace(/^平成(\d+)年度$/, (_, year) => `平成${Number(year) + by}年度`))
        : fields,
    );

  test('the values below them are put nowhere, the others stay', () => {
    const sheet = read(niigata, otherYears(find(table, '現状')[0]));
    expectRecord(sheet, kept(/\.years\./));
    expect(codes(sheet).filter((code) => code === 'value-unheaded')).toHaveLength(4);
  });

  test.each([-3, -2, -1, 1, 2, 3])(
    'nor are those below a row of them, by %d, that reads like one more item of the list above',
    (by) => {
      const sheet = read(niigata, otherYears(find(table, '進捗管理')[0], by));
      expectRecord(sheet, kept(/^progress\./));
      expect(errors(sheet)).toEqual(both);
    },
  );

  test('one that is only missing says nothing against the values below', () => {
    const sheet = read(
      niigata,
      table.map((fields, row) =>
        row === find(table, '現状')[0] ? fields.map((text) => (text === '平成25年度' ? '' : text)) : fields,
      ),
    );
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['label-missing']);
  });
});

test('under added columns, a row that stands now further from its headings and now less far is not guessed', () => {
  const item = 'indicators.1';
  const texts = without(recordOf(aonami), `${item}.target`, `${item}.years.2020.actual`);
  const table = tableOf(aonami, texts);
  const [first, last] = linesOfBlock(aonami, texts, 3);
  const [, years] = find(table, '平成30年度');
  const [row] = find(table, texts.get(`${item}.name`) as string);
  const moved = table.map((fields, at) => {
    if (at < first || at > last) return fields;
    const wider = [...fields.slice(0, years + 1), '', ...fields.slice(years + 1)];
    return at === row || at === row + 1 ? ['', ...wider.slice(0, -1)] : wider;
  });
  const sheet = read(aonami, moved);
  expect([...sheet.record].filter(([path, text]) => texts.get(path) !== text)).toEqual([]);
});
