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

describe('columns that the form does not have, or that were taken out', () => {
  const texts = recordOf(aonami);

  /** Expects that no value stands in another box than the sheet shows. */
  const expectNoneAstray = (sheet: ReturnType<typeof read>, meant: ReadonlyMap<string, string>) =>
    expect([...sheet.record].filter(([path, text]) => meant.get(path) !== text)).toEqual([]);

  /** The table with a text put in before a column in each of some lines. */
  const widened = (lines: Table, from: number, column: number, added: readonly string[]): Table =>
    lines.map((fields, row) => {
      const text = added[row - from];
      return text === undefined ? fields : fields.toSpliced(column, 0, text);
    });

  test('the target does not become the value of a year whose columns were taken out', () => {
    const late = /\.20(?:19|20)\.actual$|^(?:progress|annualReview)\.20(?:19|20)|^finalReview/;
    const early = without(texts, ...[...texts.keys()].filter((path) => late.test(path)));
    const blocks = [3, 4, 5].map((block) => linesOfBlock(aonami, early, block));
    let [column, width] = [0, 0];
    const taken = tableOf(aonami, early).map((fields, row) => {
      if (!blocks.some(([first, last]) => first <= row && row <= last)) return fields;
      const at = fields.indexOf('令和2年度');
      if (at >= 0) [column, width] = [at, at === 6 ? 2 : 1];
      return fields.toSpliced(column, width);
    });
    expectNoneAstray(read(aonami, taken), early);
  });

  test('a text below no heading is not of the year before it', () => {
    const [first, last] = linesOfBlock(aonami, texts, 5);
    const paths = [2019, 2020].flatMap((year) =>
      ['assessment', 'nextSteps'].map((box) => `annualReview.${year}.${box}`),
    );
    const early = without(texts, ...paths);
    const [, year] = find(tableOf(aonami, texts).slice(first), '令和2年度');
    const added = ['', ...Array.from({ length: last - first }, () => '○')];
    expectNoneAstray(read(aonami, widened(tableOf(aonami, early), first, year, added)), early);
  });

  test('a text below a heading of another year, right of the form, is not of the last year', () => {
    const early = without(record, ...[...record.keys()].filter((path) => /^progress\.2014\..*/.test(path)));
    const [first] = linesOfBlock(niigata, record, 2);
    const lines = tableOf(niigata, early);
    const [head = [], ...rows] = lines.slice(first, first + 3);
    const added = [['2012年度', ''], ...rows.map(() => ['別の年', '予定通り進捗'])];
    const wider = [head, ...rows].map((fields, row) => [...fields, ...(added[row] ?? [])]);
    expectNoneAstray(read(niigata, lines.toSpliced(first, 3, ...wider)), early);
  });

  test('a text below a word that is no heading of the form is of no year', () => {
    const early = without(record, ...[...record.keys()].filter((path) => /\.2014\.actual$/.test(path)));
    const lines = tableOf(niigata, early);
    const [, last] = linesOfBlock(niigata, record, 1);
    const [heading] = find(lines, '現状');
    const [, target] = find(lines, '最終目標／\n平成27年度以降');
    const added = ['', '予算', ...Array.from({ length: last - heading - 1 }, () => '80千円')];
    expectNoneAstray(read(niigata, widened(lines, heading, target, added)), early);
  });

  test('a row of headings with a word put in between is none of those of the form', () => {
    const [first] = linesOfBlock(niigata, record, 3);
    const [progress] = linesOfBlock(niigata, record, 2);
    const late = /^(?:annualReview|finalReview|progress\.2014|progress.2013.second)/;
    const early = without(record, ...[...record.keys()].filter((path) => late.test(path)));
    const lines = widened(tableOf(niigata, early), progress, 4, ['備考', '参考', '見込みによる']);
    const [, year] = find(lines.slice(first), '平成25年度');
    expectNoneAstray(read(niigata, widened(lines, first, year, ['備考', '庁内で調整', '－'])), early);
  });
});

describe('rows of headings that say something else than those before', () => {
  test('other years in the middle of a table hold for what stands below them', () => {
    const texts = recordOf(aonami);
    const lines = tableOf(aonami, texts);
    const [heading] = find(lines, '指標名');
    const [second] = find(lines, texts.get('indicators.1.name') as string);
    const others = (lines[heading] as string[])
      .map((text) => text.replace('平成31／令和元年度', '令和2年度'))
      .with(3, '平成31／令和元年度')
      .with(5, '令和3年度');
    const sheet = read(aonami, lines.toSpliced(second, 0, others));
    expect([...sheet.record.keys()].filter((path) => path.startsWith('indicators.1.years'))).toEqual([]);
    expect(sheet.record.get('indicators.0.years.2018.plan')).toBe(texts.get('indicators.0.years.2018.plan'));
    expect(errors(sheet)).toEqual(both);
  });

  test.each([
    ['計画値', ['結果', '計画値', '結果', '計画値']],
    ['a piece of another heading, as if the first were lost', ['実績値', '予定', '実績値', '目標']],
  ])('words of which only some are the form’s, and those in another order: %s', (_, words) => {
    const [row] = find(table, '実績');
    const first = (table[row] as string[]).indexOf('計画');
    const lines = table.with(row, (table[row] as string[]).toSpliced(first, words.length, ...words));
    const sheet = read(niigata, lines);
    expect([...sheet.record.keys()].filter((path) => /^(schedule|indicators).*years/.test(path))).toEqual([]);
  });
});

test('a text stands where it was read, though its row is there once more', () => {
  const [row] = find(table, '大項目');
  const sheet = read(niigata, table.toSpliced(row + 1, 0, ['大項目', '', '', '', '', '', '', '']));
  const at = sheet.places.get('majorItem');
  expect(at?.row).toBe(row + 1);
});
