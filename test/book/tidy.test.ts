/** Tidy data: nothing that a sheet says is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyTables } from '../../src/book/tidy.ts';
import { volumeOf } from '../../src/book/volume.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { encode } from '../../src/sheet/codec.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { sheetArbitrary } from '../arbitrary.ts';
import { forms } from '../forms.ts';

const { form, vocabulary } = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const tablesOf = (sheet: ReformSheet) => tidyTables(volumeOf([sheet], form, vocabulary));

test('every text of a sheet stands in one of the tables', () => {
  const property = fc.property(sheetArbitrary(vocabulary), (sheet) => {
    const told = new Set(tablesOf(sheet).flatMap(({ rows }) => rows.flat()));
    const { divisions = [], ...rest } = sheet;
    const said = [...encode(rest, vocabulary).values(), ...divisions.map(({ name }) => name)];
    expect(said.filter((text) => !told.has(text))).toEqual([]);
  });
  fc.assert(property, { numRuns: 200, seed: 1 });
});

test('what is said beside the years has a row where no year is told of', () => {
  const tables = tablesOf({
    form: 'niigata-2013',
    number: '1',
    schedule: [{ baseline: '紙の台帳', target: '台帳の廃止' }],
    indicators: [{ name: '利用者', target: { text: '30人', value: 30, unit: '人' } }],
  });
  const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows;
  const empty = (count: number) => Array.from({ length: count }, () => undefined);
  expect(rowsOf('schedule')).toEqual([['1', undefined, 1, '紙の台帳', ...empty(4), '台帳の廃止']]);
  expect(rowsOf('indicators')).toEqual([
    ['1', undefined, 1, '利用者', ...empty(10), '30人', 30, '人', undefined],
  ]);
});
