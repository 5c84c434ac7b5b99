/** The public API in wrong hands: what no type can refuse is refused in words, and nothing is read or written wrongly. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bundledFonts,
  checkReading,
  type OpenForm,
  type Reading,
  read,
  write,
  writeBook,
} from '../src/index.ts';
import { forms, projectFile } from './forms.ts';

const bytes = readFileSync(projectFile('fixtures/errors/base-niigata.txt'));
const [reading] = (await read(bytes, 'input.txt', forms)) as [Reading];
const sheet = reading.sheet as NonNullable<Reading['sheet']>;
const form = reading.form as OpenForm;
const other = forms.find((one) => one !== form) as OpenForm;
const studio = { fonts: bundledFonts() };

test('there must be a form to read with, whatever the bytes', async () => {
  for (const some of [bytes, new Uint8Array(0)]) {
    await expect(read(some, 'input.txt', [])).rejects.toThrow('there is no form');
  }
});

test.each(['2014-4-30', '2014/04/30', '20140430', '2014-02-30', 'today', ''])(
  'a sheet is not checked for a day that there is not: %j',
  (asOf) => {
    expect(() => checkReading(reading, asOf)).toThrow(RangeError);
    expect(() => checkReading({ ...reading, sheet: undefined } as unknown as Reading, asOf)).toThrow(
      RangeError,
    );
  },
);

describe('a sheet is not written in another form, whose words are others', () => {
  test.each(['pdf', 'xlsx', 'tsv', 'csv', 'json'] as const)('as %s', async (format) => {
    await expect(write(format, [sheet], other, studio)).rejects.toThrow(
      /of the form niigata-2013 .* the form aonami-2018/,
    );
  });

  test.each(['pdf', 'xlsx', 'csv', 'html'] as const)('nor bound as %s', async (format) => {
    const options = { title: '改革', binding: 30, duplex: false };
    await expect(writeBook(format, [sheet], other, studio, options)).rejects.toThrow(TypeError);
  });
});

test.each([Number.NaN, -1, 61, 200])('a booklet has no binding of %d mm', async (binding) => {
  const options = { title: '改革', binding, duplex: false };
  await expect(writeBook('pdf', [sheet], form, studio, options)).rejects.toThrow(RangeError);
});
