/** The judgement of the reader: what it puts right in a damaged sheet, what it leaves, and what it says of it. */
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/fold.ts';
import { fill } from '../../src/form/fill.ts';
import { type Fitted, fit } from '../../src/form/fit.ts';
import { type Form, pathsOf } from '../../src/form/form.ts';
import type { Cell, Grid } from '../../src/grid.ts';
import type { Record } from '../../src/record.ts';
import { forms } from '../forms.ts';

const named = forms.map(({ form }) => [form.settings.form, form] as const);
const niigata = formNamed('niigata-2013');
const aonami = formNamed('aonami-2018');

function formNamed(name: string): Form {
  const found = named.find(([form]) => form === name);
  if (found === undefined) throw new Error(`there is no form ${name}`);
  return found[1];
}

/** A text in every box of a form, no two running texts alike; lists have two items. */
function recordOf(form: Form, word = '文'): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of new Set(form.slots.flatMap(pathsOf))) {
    for (const item of path.includes('[]') ? ['.0', '.1'] : ['']) {
      const kind = form.kinds.get(path);
      const words = kind === 'grade' ? form.settings.grades : form.settings.statuses;
      const plain = kind === 'measure' ? `${texts.size}件` : `${word}${texts.size}を書いた。`;
      const listed = words[texts.size % words.length]?.printed ?? '';
      texts.set(path.replace('[]', item), kind === 'status' || kind === 'grade' ? listed : plain);
    }
  }
  return texts;
}

/** A sheet as lines of fields, which a test damages as people do. */
type Table = readonly (readonly string[])[];

/** A filled sheet as text has it: as many fields in each line as the sheet has columns. */
function tableOf(form: Form, record: Record): string[][] {
  const { rows, columns, cells } = fill(form, record, 'block');
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) (table[row] as string[])[column] = text;
  return table;
}

/** Text as it is read, with the number of fields of each line. */
function gridOf(table: Table): Grid {
  const cells = table.flatMap((fields, row) =>
    fields.flatMap((text, column): Cell[] =>
      text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }],
    ),
  );
  const widths = table.map((fields) => fields.length);
  return { source: 'x', rows: table.length, columns: Math.max(...widths), cells, widths };
}

/** Where a text stands in a table, as line and field counted from 0. */
function find(table: Table, text: string): readonly [number, number] {
  const row = table.findIndex((fields) => fields.includes(text));
  if (row < 0) throw new Error(`${text} is not in the table`);
  return [row, (table[row] as readonly string[]).indexOf(text)];
}

/** The table with one line made another, several or none. */
function withLine(table: Table, row: number, change: (fields: readonly string[]) => Table): Table {
  return table.flatMap((fields, at) => (at === row ? change(fields) : [fields]));
}

/** The first line of a block of the form, and its last, in a table of one of its sheets. */
function linesOfBlock(form: Form, record: Record, block: number): readonly [number, number] {
  const { origins } = fill(form, record);
  const { first, last } = form.blocks.at(block) as Form['blocks'][number];
  return [origins.indexOf(first), origins.lastIndexOf(last)];
}

/** The one sheet of a table. */
function read(form: Form, table: Table): Fitted {
  const sheets = fit(form, gridOf(table));
  expect(sheets).toHaveLength(1);
  return sheets[0] as Fitted;
}

const codes = ({ findings }: Fitted) => findings.map(({ code }) => code);
const sorted = (record: Record) => [...record].sort(([a], [b]) => (a < b ? -1 : 1));

/** Expects a record, whatever the order of its boxes. */
function expectRecord({ record }: Fitted, expected: Record): void {
  expect(sorted(record)).toEqual(sorted(expected));
}

/** The record without some of its boxes. */
function without(record: Record, ...paths: readonly string[]): Record {
  return new Map([...record].filter(([path]) => !paths.includes(path)));
}

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
