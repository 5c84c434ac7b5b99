/** Blocks torn apart: a row with the words of another row further up. */
import { expect, test } from 'vitest';
import { aonami, find, read, recordOf, tableOf, withLine, without } from './tables.ts';

const actuals = (item: string) => [2018, 2019, 2020].map((year) => `${item}.years.${year}.actual`);
const record = without(recordOf(aonami), ...actuals('schedule.1'));

test.each([0, 1])('the actuals of indicator %i with the words of the schedule are put nowhere', (item) => {
  const table = tableOf(aonami, record);
  const own = actuals(`indicators.${item}`);
  const [row] = find(table, record.get(own[0] as string) as string);
  const sheet = read(
    aonami,
    withLine(table, row, (fields) => [fields.map((text) => (text === '実績値' ? '実績' : text))]),
  );
  expect(new Map(sheet.record)).toEqual(new Map(without(record, ...own)));
  const told = sheet.findings.filter(({ code, place }) => code === 'text-unplaced' && place?.row === row + 1);
  expect(told).toHaveLength(own.length);
});

test('where the two rows of each item have changed places, no item has values of two', () => {
  const texts = recordOf(aonami);
  const table = tableOf(aonami, texts);
  const rows = [0, 1].map((item) => find(table, texts.get(`indicators.${item}.name`) as string)[0]);
  const changed = table.map((fields, row) => {
    const upper = rows.find((first) => first === row || first + 1 === row);
    if (upper === undefined) return fields;
    // the name and the target, in boxes over both rows, stay in the upper one
    const other = table[upper === row ? row + 1 : row - 1] as readonly string[];
    return fields.map((text, column) => (column < 2 || column > 5 ? text : (other[column] ?? '')));
  });
  const sheet = read(aonami, changed);
  const itemsOf = new Map<string, Set<string>>();
  for (const [path, text] of sheet.record) {
    const [, item] = /^indicators\.(\d+)\./.exec(path) ?? [];
    const [from = ''] =
      [...texts].find(([own, value]) => own.startsWith('indicators.') && value === text) ?? [];
    if (item !== undefined) itemsOf.set(item, (itemsOf.get(item) ?? new Set()).add(from.split('.')[1] ?? ''));
  }
  expect([...itemsOf.values()].filter(({ size }) => size > 1)).toEqual([]);
});
