/** Files made to do harm: refused or read, with a clear finding. What they cost is measured by `npm run hostile`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bounds } from '../src/bounds.ts';
import { read, tell } from '../src/convert.ts';
import { messages } from '../src/messages.ts';
import { cases } from '../tools/hostile/cases.mjs';
import { forms, projectFile } from './forms.ts';

const input = (name: string) => readFileSync(projectFile(`fixtures/inputs/${name}`));
const good = { text: input('text/utf-8.txt').toString(), workbook: input('workbook/book.xlsx') };

for (const [name, expected, make, costly] of cases(good)) {
  if (costly !== undefined) continue;
  test(`${name}: ${expected.join(' or ')}`, async () => {
    const readings = await read(make(), 'x', forms);
    const errors = readings.flatMap(({ findings }) => findings).filter((one) => isError(one.code));
    const codes = readings.some(({ sheet }) => sheet !== undefined)
      ? ['read']
      : [...new Set(errors.map(({ code }) => code))];
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => !expected.includes(code))).toEqual([]);
    for (const language of ['ja', 'en'] as const) {
      for (const reading of readings.slice(0, 9)) {
        const told = tell(reading.findings.slice(0, 9), language, reading.form);
        expect(told.map(({ message }) => message).join()).not.toMatch(/\{\w+\}|undefined/);
      }
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
}

function isError(code: string): boolean {
  return messages[code]?.severity === 'error';
}

test('docs/hostile.md has the bounds', () => {
  const page = readFileSync(projectFile('docs/hostile.md'), 'utf8');
  const told = [...page.matchAll(/^\| `(\w+)` \|.*\| ([\d,]+) \|$/gm)].map(([, name, most]) => [
    name,
    Number(most?.replaceAll(',', '')),
  ]);
  expect(Object.fromEntries(told)).toEqual(bounds);
});
