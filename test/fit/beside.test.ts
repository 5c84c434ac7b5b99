/** Texts where the form has nothing, unknown labels and items broken over rows: nothing else is doubted for them. */
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/fit/fit.ts';
import { fill } from '../../src/form/fill.ts';
import { inReadingOrder } from '../../src/grid.ts';
import {
  codes,
  expectRecord,
  find,
  niigata,
  read,
  recordOf,
  type Table,
  tableOf,
  withLine,
  without,
} from './tables.ts';

const record = recordOf(niigata);
const table = tableOf(niigata, record);
const [first] = find(table, record.get('schedule.0.baseline') as string);

describe('a note right of the form', () => {
  test.each([0, 1])('%i columns further: the rest of the row and the rows below stay', (gap) => {
    const noted = withLine(table, first, (fields) => [[...fields, ...Array<string>(gap).fill(''), '要確認']]);
    const sheet = read(niigata, noted);
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['text-unplaced']);
  });

  test('beside an empty box it may be the last value, pushed out', () => {
    const path = 'schedule.0.years.2014.actual';
    const pushed = withLine(tableOf(niigata, without(record, path)), first, (fields) => [
      [...fields, '要確認'],
    ]);
    const sheet = read(niigata, pushed);
    for (const [box, text] of sheet.record) expect(text).toBe(record.get(box));
    expect(sheet.record.has('schedule.0.target')).toBe(false);
    expect(codes(sheet)).toContain('text-unplaced');
  });

  test('an inserted column without a heading is no note', () => {
    const column = find(table, record.get('schedule.0.years.2013.plan') as string)[1];
    const at = find(table, '現状')[0];
    const inserted = table.map((fields, row) =>
      row < at || row > first + 3 ? fields : fields.toSpliced(column, 0, row < first ? '' : '件'),
    );
    const sheet = read(niigata, inserted);
    for (const [box, text] of sheet.record) expect(text).toBe(record.get(box));
    // the rows that got it are doubtful, all others are read
    const rows = table.slice(first, first + 4).flat();
    const others = [...record].filter(([, text]) => !rows.includes(text));
    expect(others.length).toBeGreaterThan(20);
    for (const [box, text] of others) expect(sheet.record.get(box)).toBe(text);
  });
});

test('a text in the lower row of a box that is two rows high: no other table is said to be lost', () => {
  const grade = record.get('finalReview.grade') as string;
  const [row, column] = find(table, grade);
  const lower: Table = table.map((fields, at) =>
    at === row ? fields.with(column, '') : at === row + 1 ? fields.with(column, grade) : fields,
  );
  const sheet = read(niigata, lower);
  expectRecord(sheet, without(record, 'finalReview.grade'));
  expect(codes(sheet)).toEqual(['text-unplaced']);
});

test('unknown labels of the periods take nothing but their own table', () => {
  const renamed = table.map((fields) =>
    fields.map((text) => text.replace(/^上半期[\s\S]*$/, '上期').replace(/^下半期[\s\S]*$/, '下期')),
  );
  const sheet = read(niigata, renamed);
  expectRecord(sheet, new Map([...record].filter(([path]) => !path.startsWith('progress.'))));
});

describe('rows of the lists', () => {
  test('one with a single text is an item', () => {
    const broken = withLine(table, first + 1, (fields) => [
      fields,
      fields.map((_, c) => (c === 3 ? '（続き）' : '')),
    ]);
    const sheet = read(niigata, broken);
    expectRecord(sheet, new Map([...record, ['schedule.2.years.2013.plan', '（続き）']]));
    expect(codes(sheet)).toEqual([]);
  });

  test('a single text below an empty line may be a remark, and is no item', () => {
    const [last] = find(table, record.get('indicators.1.name') as string);
    const remark = (table[last] as readonly string[]).map((_, c) => (c === 2 ? '控えは保管' : ''));
    const sheet = read(
      niigata,
      withLine(table, last + 1, (fields) => [fields, remark]),
    );
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(['text-unplaced']);
  });

  test('one with values and no name is an item', () => {
    const sheet = read(niigata, tableOf(niigata, without(record, 'indicators.1.name')));
    expectRecord(sheet, without(record, 'indicators.1.name'));
    expect(codes(sheet)).toEqual([]);
  });

  test('the rows of the first list behind those of the second', () => {
    const swapped = [
      ...table.slice(0, first),
      ...table.slice(first + 2, first + 4),
      ...table.slice(first, first + 2),
      ...table.slice(first + 4),
    ];
    const sheet = read(niigata, swapped);
    const kept = [...record].filter(([path]) => !/^(?:schedule|indicators\.1)\./.test(path));
    expectRecord(sheet, new Map(kept));
    expect(codes(sheet)).toEqual(Array(3).fill('place-ambiguous'));
  });
});

test('in a worksheet, a value that begins as a remark does stays in its box, whatever stands elsewhere', () => {
  const path = 'schedule.0.years.2014.plan';
  const marked = new Map([...record, [path, `※${record.get(path)}`]]);
  const grid = fill(niigata, marked);
  const note = { row: 30, column: grid.columns + 2, rowSpan: 1, columnSpan: 1, text: 'メモ' };
  const [sheet] = fit(niigata, { ...grid, cells: inReadingOrder([...grid.cells, note]) });
  expect(sheet?.record).toEqual(marked);
  expect(sheet?.findings.map(({ code }) => code)).toEqual(['text-unplaced']);
});
