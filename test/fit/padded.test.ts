/** Remarks right of a row: what of it is sure where other rows have lost fields. */
import { expect, test } from 'vitest';
import { codes, find, niigata, read, recordOf, type Table, tableOf, withLine, without } from './tables.ts';

const record = recordOf(niigata);
const REMARK = '※（記入例を参照のこと）';

/** The line of an item without the empty field of a box, and with other fields at its end. */
function dropped(table: Table, item: number, end: readonly string[]): Table {
  const [row] = find(table, record.get(`schedule.${item}.baseline`) as string);
  return withLine(table, row, (fields) => {
    const empty = fields.lastIndexOf('');
    return [[...fields.filter((_, column) => column !== empty), ...end]];
  });
}

test('a remark hides that a row has lost a field, as others have: nothing in it is guessed', () => {
  const texts = without(record, 'schedule.0.years.2014.actual', 'schedule.1.years.2014.actual');
  const sheet = read(niigata, dropped(dropped(tableOf(niigata, texts), 0, []), 1, ['', REMARK]));
  expect([...sheet.record].filter(([path, text]) => texts.get(path) !== text)).toEqual([]);
  expect([...sheet.record.keys()].filter((path) => path.startsWith('schedule.'))).toEqual([]);
});

test('a remark alone takes nothing from its row', () => {
  const texts = without(record, 'schedule.1.years.2014.actual');
  const table = tableOf(niigata, texts);
  const [row] = find(table, record.get('schedule.1.baseline') as string);
  const sheet = read(
    niigata,
    withLine(table, row, (fields) => [[...fields, '', REMARK]]),
  );
  expect(new Map(sheet.record)).toEqual(new Map(texts));
  expect(codes(sheet)).toEqual(['text-unplaced']);
});
