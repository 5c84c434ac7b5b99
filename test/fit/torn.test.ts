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
