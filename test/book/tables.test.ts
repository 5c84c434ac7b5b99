/** The tables of the book: every count against the sheets it was counted from, counted here in another way. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { divisionIndex } from '../../src/book/contents.ts';
import { delayedTable, indicatorTable, progressMap } from '../../src/book/lists.ts';
import { grouped, placed, plain, share, type Table } from '../../src/book/table.ts';
import { gradeTable, statusTable } from '../../src/book/tallies.ts';
import { volumeOf } from '../../src/book/volume.ts';
import { read } from '../../src/convert.ts';
import type { OpenForm } from '../../src/open-form.ts';
import type { Reading } from '../../src/reading.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { forms, projectFile } from '../forms.ts';
import { bookletSheets } from './sheets.ts';

const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const sheets = bookletSheets;
const volume = volumeOf(sheets, open.form, open.vocabulary);
const bookOf = (some: readonly ReformSheet[]) => volumeOf(some, open.form, open.vocabulary);

/** The cells of the row that begins with some texts. */
function rowOf({ rows }: Table, ...begin: string[]): string[] {
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text));
  return texts.find((row) => begin.every((text, i) => row[i] === text)) ?? [];
}

/** The texts of a table's rows, with what a cell covers in each of them. */
function texts({ columns, rows }: Table): string[][] {
  const above = columns.map(() => ({ text: '', until: 0 }));
  return placed(columns, rows).map(({ cells }, r) => {
    for (const { column, text, rows: covered = 1 } of cells) above[column] = { text, until: r + covered };
    return above.map(({ text, until }) => (r < until ? text : ''));
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0);
const percentOf = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;

describe('statuses', () => {
  const table = statusTable(volume);
  const area = sheets[0]?.priorityArea ?? '';
  const own = sheets.filter(({ priorityArea }) => priorityArea === area);
  const late = own.filter(({ progress }) => progress?.['2013']?.firstHalf?.status === 'delayed').length;

  test('are counted for each part of the plan and each period', () => {
    const cells = rowOf(table, area).slice(3);
    const onTime = own.length - late;
    expect(cells.slice(0, 6)).toEqual([
      String(onTime),
      percentOf(onTime, own.length),
      String(late),
      percentOf(late, own.length),
      '0',
      String(own.length),
    ]);
  });

  test('stand in rows that say of which part, year and period they are, those of all at the end', () => {
    const times = ['平成25年度', '平成26年度'].flatMap((year) =>
      ['上半期', '下半期'].map((half) => [year, half]),
    );
    const names = [...volume.areas.map(({ name }) => name), '全体'];
    expect(names.length).toBeGreaterThan(2);
    const rows = texts(table).map((cells) => cells.slice(0, 3));
    expect(rows).toEqual(names.flatMap((name) => times.map((time) => [name, ...time])));
    const roles = table.rows.map(({ role }) => role ?? '');
    expect(roles).toEqual(names.flatMap((name) => times.map(() => (name === '全体' ? 'total' : ''))));
  });

  test('of one part of the plan need no sum, those of two do', () => {
    const [first] = sheets as [ReformSheet];
    const roles = (...areas: string[]) => {
      const book = bookOf(
        areas.map((priorityArea) => ({ ...first, priorityArea, finalReview: { grade: 'A' } })),
      );
      return [statusTable(book), gradeTable(book)].map(({ rows }) =>
        rows.some(({ role }) => role === 'total'),
      );
    };
    expect(roles('Ⅰ', 'Ⅰ')).toEqual([false, false]);
    expect(roles('Ⅰ', 'Ⅱ')).toEqual([true, true]);
  });

  test('that are told once for the year have no column of periods', () => {
    const [first] = sheets as [ReformSheet];
    const progress = { '2013': { firstHalf: { report: '報告', status: 'onTrack' } } };
    const yearly = volumeOf([{ ...first, progress }], open.form, { ...open.vocabulary, periods: [] });
    const { columns, rows } = statusTable(yearly);
    expect(columns.slice(0, 3).map(({ group, title }) => group ?? title)).toEqual([
      '重点改革項目',
      '年度',
      '予定通り進捗',
    ]);
    expect(rows.map(({ cells }) => cells.slice(1, 4).map(({ text }) => text))).toEqual([
      ['平成25年度', '1', '100.0%'],
    ]);
  });

  test('add up to the whole', () => {
    const { columns } = table;
    const counts = columns.flatMap(({ title }, column) => (/^(?:件|記載なし)$/.test(title) ? [column] : []));
    const whole = columns.findIndex(({ title }) => title === '計');
    const rows = placed(columns, table.rows).map(({ cells, role }) => {
      const valueAt = (at: number) => cells.find(({ column }) => column === at)?.value ?? Number.NaN;
      return { role, counts: counts.map(valueAt), whole: valueAt(whole) };
    });
    const totals = rows.filter(({ role }) => role === 'total');
    expect(counts).toHaveLength(3);
    expect(totals.map(({ whole }) => whole)).toEqual([60, 60, 60, 60]);
    for (const { counts, whole } of rows) expect(sum(counts)).toBe(whole);
    for (const [i, total] of totals.entries()) {
      const parts = rows.filter(({ role }, r) => role !== 'total' && r % totals.length === i);
      expect(sum(parts.map(({ whole }) => whole))).toBe(60);
      expect(counts.map((_, at) => sum(parts.map(({ counts }) => counts[at] ?? 0)))).toEqual(total.counts);
    }
  });

  test('a blank is in no percentage, and a word that no list knows is counted apart', () => {
    const [first, second, third] = sheets as [ReformSheet, ReformSheet, ReformSheet];
    const odd = (sheet: ReformSheet, status?: string): ReformSheet => ({
      ...sheet,
      priorityArea: 'Ⅰ',
      progress: { '2013': { firstHalf: { report: '報告', ...(status === undefined ? {} : { status }) } } },
    });
    const { columns, rows, notes } = statusTable(
      bookOf([odd(first, 'onTrack'), odd(second, 'ほぼ終わった'), odd(third)]),
    );
    const titles = columns.map(({ group, title }) => group ?? title);
    expect(titles).toContain('その他');
    expect(rows[0]?.cells.slice(3, 11).map(({ text }) => text)).toEqual([
      '1',
      '50.0%',
      '0',
      '0.0%',
      '1',
      '50.0%',
      '1',
      '3',
    ]);
    expect(notes.join('')).toContain('ほぼ終わった');
    // in one of two periods
    const [told] = [odd(second, 'ほぼ終わった')];
    const later = { ...told, progress: { ...told.progress, '2014': { firstHalf: { status: 'onTrack' } } } };
    const both = statusTable(bookOf([later]));
    expect(texts(both).map((cells) => cells.slice(3, 11))).toEqual([
      ['0', '0.0%', '0', '0.0%', '1', '100.0%', '0', '1'],
      ['1', '100.0%', '0', '0.0%', '0', '0.0%', '0', '1'],
    ]);
  });
});

test('grades are counted for each part of the plan, and the chart says what the table says', () => {
  const table = gradeTable(volume);
  const titles = table.columns.map(({ group, title }) => group ?? title);
  expect(titles.slice(1, -1)).toEqual([...'AABBCCDD', '記載なし', '計']);
  const rows = [...volume.areas.map(({ name }) => name), '全体'].map((name) => {
    const own = sheets.filter(({ priorityArea }) => name === '全体' || priorityArea === name);
    const countOf = (grade?: string) => own.filter(({ finalReview }) => finalReview?.grade === grade).length;
    const graded = own.length - countOf();
    const pairs = [...'ABCD'].flatMap((grade) => [String(countOf(grade)), percentOf(countOf(grade), graded)]);
    return [name, ...pairs, String(countOf()), String(own.length)];
  });
  expect(texts(table).map((cells) => cells.slice(0, -1))).toEqual(rows);
  const [, a, , b, , c, , d] = rows.at(-1) ?? [];
  expect(table.rows.at(-1)?.cells.at(-1)?.drawing?.alt).toContain(`A ${a}、B ${b}、C ${c}、D ${d}`);
});

test('a grade that no list knows is counted apart, and named', () => {
  const [first] = sheets as [ReformSheet];
  const graded = (grade: string) => ({ ...first, finalReview: { grade } });
  const { columns, rows, notes } = gradeTable(bookOf([graded('A'), graded('良')]));
  const at = columns.findIndex(({ group }) => group === 'その他');
  expect(rows[0]?.cells.slice(at, at + 2).map(({ text }) => text)).toEqual(['1', '50.0%']);
  expect(notes.join('')).toContain('（良）');
  expect(gradeTable(bookOf([graded('A')])).notes.join('')).not.toContain('その他');
});

test('a grade that says that nothing was evaluated is counted, and is in no percentage', () => {
  const [first] = sheets as [ReformSheet];
  const grades = [
    ...open.vocabulary.grades,
    { key: 'none', printed: '評価せず', spellings: [], meaning: 'notEvaluated' },
  ] as const;
  const graded = ['A', 'A', 'B', 'none', undefined].map((grade) => ({
    ...first,
    finalReview: grade === undefined ? {} : { grade },
  }));
  const { columns, rows, notes } = gradeTable(volumeOf(graded, open.form, { ...open.vocabulary, grades }));
  const cells = rows[0]?.cells ?? [];
  expect(columns.slice(9, 13).map(({ group, title }) => group ?? title)).toEqual([
    '評価せず',
    '評価せず',
    '記載なし',
    '計',
  ]);
  expect(cells.slice(1, 13).map(({ text }) => text)).toEqual([
    '2',
    '66.7%',
    '1',
    '33.3%',
    '0',
    '0.0%',
    '0',
    '0.0%',
    '1',
    '－',
    '1',
    '5',
  ]);
  expect(notes.join('')).toContain('「記載なし」「評価せず」を除いた');
  expect(cells.at(-1)?.drawing?.alt).toBe('A 2、B 1、C 0、D 0、その他 0');
});

test('the map has every item, in the order of the numbers, with the words of its periods', () => {
  const rows = progressMap(volume).rows.filter(({ role }) => role === undefined);
  expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(
    Array.from({ length: 60 }, (_, i) => String(i + 1)),
  );
  const heads = progressMap(volume).columns.map(({ group, title }) => [group ?? '', title]);
  expect(heads).toEqual([
    ['', 'No.'],
    ['', '具体的な改革項目'],
    ['平成25年度', '上半期'],
    ['平成25年度', '下半期'],
    ['平成26年度', '上半期'],
    ['平成26年度', '下半期'],
    ['', '総合評価'],
  ]);
  for (const { cells } of rows) {
    const sheet = sheets.find(({ number }) => number === cells[0]?.text);
    const late = sheet?.progress?.['2014']?.secondHalf?.status === 'delayed';
    expect(cells[5]).toMatchObject(late ? { text: '進捗に遅れあり', tone: 4 } : { text: '予定通り進捗' });
  }
});

test('only numbers of one unit are compared, and the others are counted', () => {
  const { rows, notes } = indicatorTable(volume);
  const all = sheets.flatMap(({ indicators = [] }) =>
    indicators.flatMap(({ years = {} }) => Object.values(years)),
  );
  const numeric = all.filter(({ plan, actual }) => plan?.value !== undefined && actual?.value !== undefined);
  expect(rows).toHaveLength(numeric.length);
  expect(notes.join('')).toContain(`${all.length - numeric.length}件`);
});

test('what is late is late by its latest status', () => {
  const numbers = delayedTable(volume).rows.map(({ cells }) => cells[0]?.text);
  const late = sheets.filter(({ progress }) => progress?.['2014']?.secondHalf?.status === 'delayed');
  expect(new Set(numbers)).toEqual(new Set(late.map(({ number }) => number)));
});

test('a later report without a status does not take an item off the list, and the row says so', () => {
  const [first] = sheets as [ReformSheet];
  const told = (secondHalf: { report: string; status?: string }): ReformSheet => ({
    ...first,
    progress: { '2013': { firstHalf: { report: '業者が決まらない', status: 'delayed' }, secondHalf } },
  });
  const rowsOf = (sheet: ReformSheet) =>
    delayedTable(bookOf([sheet])).rows.map(({ cells }) => cells.slice(3, 6).map(({ text }) => text));
  const late = ['進捗に遅れあり', '業者が決まらない'] as const;
  expect(rowsOf(told({ report: '説明会を開いた' }))).toEqual([
    ['平成25年度\n上半期', `${late[0]}\n（その後は記載なし）`, late[1]],
  ]);
  expect(rowsOf(told({ report: '説明会を開いた', status: 'delayed' }))).toEqual([
    ['平成25年度\n下半期', late[0], '説明会を開いた'],
  ]);
  expect(rowsOf(told({ report: '説明会を開いた', status: 'onTrack' }))[0]).toEqual([]);
});

test('a row of what is late says who, when, what, and what comes next', () => {
  const [first] = sheets as [ReformSheet];
  const late: ReformSheet = {
    ...first,
    number: '7',
    title: '窓口の案内',
    divisions: ['財政課', '市民課'].map((name, i) => ({ name, lead: i > 0 })),
    progress: { '2013': { firstHalf: { report: '業者が決まらない', status: 'delayed' } } },
    annualReview: { '2013': { nextSteps: '入札をやり直す' }, '2014': { nextSteps: '続ける' } },
  };
  const { columns, rows, lead } = delayedTable(bookOf([late]));
  expect(columns.map(({ title }, i) => [title, rows[0]?.cells[i]?.text])).toEqual([
    ['No.', '7'],
    ['具体的な改革項目', '窓口の案内'],
    ['担当課', '市民課\n財政課'],
    ['時期', '平成25年度\n上半期'],
    ['状況', '進捗に遅れあり'],
    ['報告', '業者が決まらない'],
    ['これからすること', '入札をやり直す'],
  ]);
  expect(lead.at(-1)).toBe('1件');
});

test('a row of numbers says of which item, indicator and year they are, with their relation where there is one', () => {
  const [first] = sheets as [ReformSheet];
  const measure = (value: number, unit = '件') => ({ text: `${value}${unit}`, value, unit });
  const indicators = [
    {
      name: '利用',
      years: {
        '2013': { plan: measure(4), actual: measure(3) },
        '2014': { plan: measure(0), actual: measure(5) },
      },
    },
    { name: '満足', years: { '2013': { plan: measure(4), actual: measure(3, '回') }, '2014': {} } },
    { name: '苦情' },
    {
      name: '相談',
      years: {
        '2013': { plan: measure(1), actual: measure(0) },
        '2014': { plan: measure(2), actual: measure(4) },
      },
    },
    { name: '増減', years: { '2013': { plan: measure(2), actual: measure(-2) } } },
  ];
  const table = indicatorTable(bookOf([{ ...first, number: '7', indicators }]));
  expect(table.columns.map(({ title }) => title)).toEqual([
    'No.',
    '指標',
    '年度',
    '計画',
    '実績',
    '計画比',
    '計画｜実績',
  ]);
  expect(texts(table)).toEqual([
    ['7', '利用', '平成25年度', '4件', '3件', '75.0%', ''],
    ['7', '利用', '平成26年度', '0件', '5件', '－', ''],
    ['7', '相談', '平成25年度', '1件', '0件', '0.0%', ''],
    ['7', '相談', '平成26年度', '2件', '4件', '200.0%', ''],
    ['7', '増減', '平成25年度', '2件', '-2件', '－', ''],
  ]);
  const drawings = table.rows.map(({ cells }) => cells.at(-1)?.drawing);
  expect(drawings.map((drawing) => drawing?.alt)).toEqual([
    '計画 4件、実績 3件',
    undefined,
    '計画 1件、実績 0件',
    '計画 2件、実績 4件',
    undefined,
  ]);
  // only what is beyond the picture goes on
  expect(drawings.map((drawing) => drawing?.letters.length ?? 0)).toEqual([0, 0, 0, 1, 0]);
  expect(table.notes.join('')).toContain('1件');
  expect(indicatorTable(bookOf([{ ...first, indicators: indicators.slice(2) }])).notes).toEqual([]);
});

test('nothing late is said in words', () => {
  const [sheet] = sheets.filter(({ progress }) => progress?.['2014']?.secondHalf?.status === 'onTrack');
  expect(delayedTable(bookOf([sheet as ReformSheet])).rows).toEqual([
    { role: 'group', cells: [{ text: '該当する項目はありません。' }] },
  ]);
});

test('parts of the plan that differ in spaces and width only are one', () => {
  const [first, second] = sheets as [ReformSheet, ReformSheet];
  const { areas } = bookOf([
    { ...first, number: '1', priorityArea: 'Ⅰ 窓口の１つ化' },
    { ...second, number: '2', priorityArea: 'Ⅰ　窓口の1つ化' },
  ]);
  expect(areas.map(({ name, items }) => [name, items.length])).toEqual([['Ⅰ 窓口の１つ化', 2]]);
});

test('an item that nobody is in charge of stands at the end of the index', () => {
  const [first, { divisions: _, ...second }] = sheets as [ReformSheet, ReformSheet];
  const { rows } = divisionIndex(bookOf([first, second]));
  expect(rows.at(-1)?.cells.map(({ text }) => text)).toEqual([
    '（記載なし）',
    '',
    second.number,
    second.title,
  ]);
});

test('a plan without what was reached is counted among what cannot be compared', () => {
  const [first] = sheets as [ReformSheet];
  const planned = { name: '利用', years: { '2013': { plan: { text: '3件', value: 3, unit: '件' } } } };
  const { rows, notes } = indicatorTable(bookOf([{ ...first, indicators: [planned] }]));
  expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(['該当する項目はありません。']);
  expect(notes.join('')).toContain('1件');
});

test('what nobody has told of yet is said in words', () => {
  const [{ progress: _, finalReview: __, ...first }] = sheets as [ReformSheet];
  const early = bookOf([first]);
  for (const { rows } of [statusTable(early), gradeTable(early)]) {
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['該当する項目はありません。']]);
  }
});

describe('a form with plan and actual in rows, and with twelve periods', async () => {
  const library = projectFile('fixtures/cases/aonami-library/input.tsv');
  const [reading] = await read(readFileSync(library), 'input.tsv', forms);
  const { sheet, form } = reading as Required<Reading>;
  const book = volumeOf([sheet], form.form, form.vocabulary);

  test('names plan and actual by the words of its rows', () => {
    expect(indicatorTable(book).columns.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['目標値', '実績値']),
    );
  });

  test('has letters on its map, and says what they mean', () => {
    const { rows, notes } = progressMap(book);
    const marks =
      rows
        .at(-1)
        ?.cells.slice(2, -1)
        .map(({ text }) => text) ?? [];
    expect(Math.max(...marks.map((text) => text.length))).toBeLessThanOrEqual(2);
    const { years } = form.vocabulary;
    const fewer = progressMap(volumeOf([sheet], form.form, { ...form.vocabulary, years: years.slice(0, 2) }));
    expect(fewer.columns).toHaveLength(11);
    expect(fewer.rows.at(-1)?.cells.map(({ text }) => text)).toContain('順調');
    expect(fewer.notes.join('')).not.toContain('＝順調');
    for (const { printed } of form.vocabulary.statuses) {
      expect(printed.length <= 2 || notes.join('').includes(`＝${printed}`), printed).toBe(true);
    }
  });
});

test('a cell stands in the first column that none above covers, whichever that is', () => {
  const columns = ['一', '二', '三'].map((title) => ({ title, width: 1, align: 'left' }) as const);
  const rows = [
    [plain('a'), { text: 'b', rows: 2 }, plain('c')],
    [plain('d'), plain('e')],
    [{ text: 'f', rows: 2 }, plain('g'), plain('h')],
    [plain('i'), plain('j')],
  ].map((cells) => ({ cells }));
  const places = placed(columns, rows).map(({ cells }) => cells.map(({ text, column }) => text + column));
  expect(places).toEqual([
    ['a0', 'b1', 'c2'],
    ['d0', 'e2'],
    ['f0', 'g1', 'h2'],
    ['i1', 'j2'],
  ]);
});

/** The rows of the index, each with the name of its division; what a cell covers, it says of each row. */
function indexOf(some: readonly ReformSheet[]) {
  let name = '';
  return divisionIndex(bookOf(some)).rows.map(({ cells }) => {
    const texts = cells.map(({ text }) => text);
    if (texts.length === 4) name = texts.shift() ?? '';
    const [lead, number, title] = texts;
    return { name, lead: lead === '主', number, title };
  });
}

test('the index has each division with all its items', () => {
  const pairs = sheets.flatMap(({ number, title, divisions = [] }) =>
    divisions.map(({ name, lead }) => ({ name, lead, number, title })),
  );
  const byDivision = pairs.toSorted((a, b) =>
    a.name === b.name ? Number(a.number) - Number(b.number) : a.name < b.name ? -1 : 1,
  );
  expect(indexOf(sheets)).toEqual(byDivision);
});

test('spellings of a division that differ in width only are one in the index, which has an item once', () => {
  const [first, second] = sheets as [ReformSheet, ReformSheet];
  const named = (sheet: ReformSheet, number: string, ...names: string[]): ReformSheet => ({
    ...sheet,
    number,
    divisions: names.map((name, i) => ({ name, lead: i > 0 })),
  });
  const index = indexOf([named(first, '1', 'ＩＴ推進課'), named(second, '2', 'IT推進課', 'IT 推進課')]);
  expect(index).toEqual([
    { name: 'ＩＴ推進課', lead: false, number: '1', title: first.title },
    { name: 'ＩＴ推進課', lead: true, number: '2', title: second.title },
  ]);
});

test.each([
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 16, '6.3%'],
  [0, 5, '0.0%'],
  [0, 0, '－'],
  [3.3, 17.6, '18.8%'],
  [1.1, 17.6, '6.3%'],
  [32.3, 8, '403.8%'],
  [8.1, 3.6, '225.0%'],
  [187_499_999, 1_000_000_000, '18.7%'],
  [18_749_999_999.9, 100_000_000_000, '18.7%'],
  [62.4999999, 1000, '6.2%'],
])('%d of %d is %s', (part, whole, text) => expect(share(part, whole).text).toBe(text));

test.each([
  [1234567, 0, '1,234,567'],
  [-12, 0, '▲12'],
  [1234.5, 1, '1,234.5'],
])('%d with %i decimals is printed as %s', (value, decimals, text) => {
  expect(grouped(value, decimals)).toBe(text);
});
