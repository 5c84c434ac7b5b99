/** Text without the ends of its lines: whether its short rows have lost fields further left, too. */
import { expect, test } from 'vitest';
import { find, niigata, read, recordOf, type Table, tableOf, without } from './tables.ts';

const record = recordOf(niigata);

/** All lines end with their last text, and those of items have lost the fields of their empty boxes, too. */
function dropped(table: Table, items: readonly string[]): Table {
  const lines = new Set(items.map((text) => find(table, text)[0]));
  return table.map((fields, line) => {
    const whole = fields.slice(0, fields.findLastIndex((text) => text !== '') + 1);
    const first = whole.findIndex((text) => text !== '');
    return lines.has(line) ? whole.filter((text, column) => text !== '' || column < first) : whole;
  });
}

test('in a row with one plan of two and no target, the plan is not taken for the first', () => {
  const texts = without(
    record,
    ...['2013.plan', '2013.actual', '2014.actual'].map((box) => `schedule.1.years.${box}`),
    'schedule.1.target',
  );
  const sheet = read(niigata, dropped(tableOf(niigata, texts), [texts.get('schedule.1.baseline') as string]));
  expect([...sheet.record].filter(([path, text]) => texts.get(path) !== text)).toEqual([]);
  expect([...sheet.record.keys()].filter((path) => path.startsWith('schedule.1'))).toEqual([]);
});
