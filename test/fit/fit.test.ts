/** The judgement of the reader: what it puts right in a damaged sheet, what it leaves, and what it says of it. */
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/fit/fit.ts';
import { fold } from '../../src/fold.ts';
import {
  aonami,
  codes,
  expectRecord,
  find,
  gridOf,
  linesOfBlock,
  named,
  niigata,
  read,
  recordOf,
  sorted,
  tableOf,
  withLine,
  without,
} from './tables.ts';

describe.each(named)('%s: a whole input', (_, form) => {
  const record = recordOf(form);
  const table = tableOf(form, record);

  test('as it was filled', () => {
    const sheet = read(form, table);
    expectRecord(sheet, record);
    expect([codes(sheet), sheet.likeness]).toEqual([[], 1]);
  });

  test('two sheets, one below the other', () => {
    const other = recordOf(form, '別の文');
    const sheets = fit(form, gridOf([...table, [], ...tableOf(form, other)]));
    expect(sheets.map(({ record: texts }) => sorted(texts))).toEqual([sorted(record), sorted(other)]);
    expect(sheets.map(codes)).toEqual([[], []]);
  });

  test('the last two tables in the other order', () => {
    const [first] = linesOfBlock(form, record, -2);
    const [second, end] = linesOfBlock(form, record, -1);
    const moved = [
      ...table.slice(0, first),
      ...table.slice(second, end + 1),
      [],
      ...table.slice(first, second),
    ];
    const sheet = read(form, moved);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual([]);
  });

  test('with an empty column put in', () => {
    const sheet = read(
      form,
      table.map((fields) => [...fields.slice(0, 2), '', ...fields.slice(2)]),
    );
    expectRecord(sheet, record);
    expect(codes(sheet).filter((code) => code !== 'row-shifted')).toEqual([]);
  });

  test('a remark below the last table', () => {
    const sheet = read(form, [...table, ['※ 数は年度末のもの']]);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['remark-passed']);
  });

  test('the blank form, whose marks are no values', () => {
    const [sheet, ...others] = fit(form, form.grid);
    expect([sheet?.record.size, sheet?.likeness, others]).toEqual([0, 1, []]);
    expect(new Set(sheet?.findings.map(({ code }) => code))).toEqual(new Set(['mark-left']));
  });

  test('one mark left in a box', () => {
    const sheet = read(form, tableOf(form, new Map([...record, ['title', '{title}']])));
    expectRecord(sheet, without(record, 'title'));
    expect(codes(sheet)).toEqual(['mark-left']);
  });

  test.each([
    [
      'many rows of many cells',
      Array.from({ length: 300 }, (_, r) => Array.from({ length: 200 }, (_, c) => `${r}/${c}`)),
    ],
    ['a row of thousands of cells', [Array.from({ length: 5000 }, (_, c) => `${c}`)]],
    ['nothing', [[]]],
  ])('another thing altogether: %s', (_, cells) => {
    const sheet = read(form, cells);
    expect([sheet.record.size, sheet.findings]).toEqual([0, []]);
    expect(sheet.likeness).toBeLessThan(0.1);
  });

  test('the sheet with a row of thousands of cells below it', () => {
    const sheet = read(form, [...table, [], Array.from({ length: 5000 }, (_, c) => `${c}`)]);
    expectRecord(sheet, record);
    expect(new Set(codes(sheet))).toEqual(new Set(['text-unplaced']));
    expect(codes(sheet)).toHaveLength(5000);
  });
});

describe('labels', () => {
  const record = recordOf(aonami);
  const table = tableOf(aonami, record);
  const [row, column] = find(table, '取組項目');

  test('one split over two cells, so that all that follows stands one further', () => {
    const split = withLine(table, row, (fields) => [
      fields.flatMap((text) => (text === '取組項目' ? ['取組', '項目'] : [text])),
    ]);
    const sheet = read(aonami, split);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['label-split']);
  });

  test('one split over two rows', () => {
    const split = withLine(table, row, (fields) => [
      fields.map((text) => (text === '取組項目' ? '取組' : text)),
      fields.map((text) => (text === '取組項目' ? '項目' : '')),
    ]);
    const sheet = read(aonami, split);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['label-split']);
  });

  test('one split over two rows, whose first half is a label by itself', () => {
    const texts = recordOf(niigata);
    const whole = tableOf(niigata, texts);
    const [at, c] = find(whole, '取組工程\n（具体的な内容）');
    const split = withLine(whole, at, (fields) => [
      fields.with(c, '取組工程'),
      fields.map((_, i) => (i === c ? '（具体的な内容）' : '')),
    ]);
    const sheet = read(niigata, split);
    expectRecord(sheet, texts);
    expect(codes(sheet)).toEqual(['label-split']);
  });

  test.each(named)('all of %s in the words that the settings list', (_, form) => {
    const texts = recordOf(form);
    const { labels } = form.settings;
    const spelled = tableOf(form, texts).map((fields) =>
      fields.map((text) => labels.find(({ printed }) => fold(printed) === fold(text))?.spellings[0] ?? text),
    );
    const sheet = read(form, spelled);
    expectRecord(sheet, texts);
    expect(codes(sheet)).toEqual([]);
  });

  test('one glued to its value', () => {
    const glued = withLine(table, row, (fields) => [
      fields.map((text, c) => (c === column ? `${text}：${fields[c + 1]}` : c === column + 1 ? '' : text)),
    ]);
    const sheet = read(aonami, glued);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['label-glued']);
  });

  test('one in other words', () => {
    const reworded = table.map((fields) => fields.map((text) => text.replace(/^残る課題/, '残す課題')));
    const sheet = read(aonami, reworded);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['label-reworded']);
  });

  test('the one between two lists lost: which rows are whose is not guessed', () => {
    const texts = recordOf(niigata);
    const lost = tableOf(niigata, texts).map((fields) => fields.map((text) => (text === '指標' ? '' : text)));
    const sheet = read(niigata, lost);
    const kept = [...texts].filter(([path]) => !/^(?:schedule|indicators)\./.test(path));
    expectRecord(sheet, new Map(kept));
    expect(codes(sheet)).toEqual([...Array<string>(4).fill('place-ambiguous'), 'label-missing']);
  });
});

describe('rows', () => {
  const record = recordOf(niigata);
  const table = tableOf(niigata, record);
  const list = find(table, record.get('schedule.1.years.2013.plan') as string)[0];

  test('two that say the same, each below a heading of its own, are two', () => {
    const texts = new Map([...record].filter(([path]) => !path.startsWith('annualReview.2014.')));
    texts.set('annualReview.2013.nextSteps', texts.get('finalReview.nextSteps') as string);
    const lost = tableOf(niigata, texts).map((fields) => fields.map((text) => text.replace(/^平成27/, '27')));
    const sheet = read(niigata, lost);
    expectRecord(sheet, texts);
    expect(codes(sheet)).toEqual(['era-missing']);
  });

  test('headings shown once more between two items of a list', () => {
    const headings = table.slice(list - 3, list - 1);
    const sheet = read(
      niigata,
      withLine(table, list, (fields) => [...headings, fields]),
    );
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['heading-repeated', 'heading-repeated']);
  });

  test('a whole one that stands two columns further right', () => {
    const sheet = read(
      niigata,
      withLine(table, list, (fields) => [['', '', ...fields]]),
    );
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['row-shifted']);
  });

  test('one that is short by an empty box: which one it was is not guessed', () => {
    const path = 'schedule.1.years.2014.actual';
    const [row, column] = find(table, record.get(path) as string);
    const sheet = read(
      niigata,
      withLine(table, row, (fields) => [fields.filter((_, c) => c !== column)]),
    );
    expectRecord(sheet, new Map([...record].filter(([box]) => !box.startsWith('schedule.1.'))));
    expect(codes(sheet)).toEqual(['place-ambiguous']);
    const texts = [...record].flatMap(([box, text]) =>
      box.startsWith('schedule.1.') && box !== path ? [text] : [],
    );
    const told = String(sheet.findings[0]?.with?.texts).split(' / ');
    expect(told.sort()).toEqual(texts.sort());
  });
});
