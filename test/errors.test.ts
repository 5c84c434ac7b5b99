/**
 * Every diagnostic code has one fixture, which shows it at the marked place, and a row in docs/diagnostics.md.
 * `GOLDEN=value-missing npx vitest run test/errors.test.ts` writes what that fixture prints now, and
 * `GOLDEN=diagnostics.md` the page; read the change.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReading, read } from '../src/convert.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { messages } from '../src/messages.ts';
import { checks } from '../src/sheet/checks/index.ts';
import { fixtureCodes, runFixture, spotOf } from './errors/fixture.ts';
import { diagnosticsPage } from './errors/page.ts';
import { forms, projectFile } from './forms.ts';
import { expectGolden } from './golden.ts';

test('every code has a fixture, and every fixture is that of a code', () => {
  expect(fixtureCodes).toEqual(Object.keys(messages).sort());
});

test('every check has a message', () => {
  for (const { code } of checks) expect(messages[code], code).toBeDefined();
});

test.each(['niigata', 'aonami'])(
  'the sheet that the fixtures of %s are made from has no fault',
  async (name) => {
    const bytes = readFileSync(projectFile(`fixtures/errors/base-${name}.txt`));
    const readings = await read(bytes, 'input.txt', forms);
    expect(readings.map((reading) => checkReading(reading))).toEqual([[]]);
  },
);

describe.each(fixtureCodes)('%s', async (code) => {
  const fixture = await runFixture(code);
  const diagnostics = fixture.diagnostics('ja');
  const own = diagnostics.filter((diagnostic) => diagnostic.code === code);

  test('is reported at the marked place', () => {
    const { spots } = fixture;
    if (spots.length > 0) {
      const found = own.map((d) => spots.find((spot) => spot === spotOf(d) || spot === d.path) ?? spotOf(d));
      expect(found.sort()).toEqual([...spots].sort());
    } else {
      expect(own).toHaveLength(1);
      expect(spotOf(own[0] as Diagnostic) ?? '1:1').toMatch(/^1:1$|!A1$/);
    }
  });

  test('comes alone, or with those it cannot be parted from', () => {
    const others = new Set(
      diagnostics.map((diagnostic) => diagnostic.code).filter((other) => other !== code),
    );
    expect([...others].sort()).toEqual([...fixture.also].sort());
  });

  test('is put into words in both languages', () => {
    const { ja, en } = messages[code] as (typeof messages)[string];
    const names = [ja, en].flatMap(({ message, hint = '' }) => `${message}${hint}`.match(/\{\w+\}/g) ?? []);
    for (const language of ['ja', 'en'] as const) {
      for (const { message, hint = '' } of fixture.diagnostics(language)) {
        expect(message).not.toBe('');
        for (const name of [...names, 'undefined', 'NaN', '[object']) {
          expect(`${message} ${hint}`).not.toContain(name);
        }
      }
    }
  });

  test('is printed as expected', () => {
    expectGolden(code, `fixtures/errors/${code}/expected.txt`, fixture.printed);
  });
});

test('docs/diagnostics.md is made from the catalogue', () => {
  expectGolden('diagnostics.md', 'docs/diagnostics.md', diagnosticsPage());
});
