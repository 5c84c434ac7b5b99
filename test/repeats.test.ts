/** Sheets with one number among all that a command reads. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../src/convert.ts';
import { withRepeats } from '../src/repeats.ts';
import { forms, projectFile } from './forms.ts';

const SHEET = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');
const readText = (text: string, name: string) => read(new TextEncoder().encode(text), name, forms);

test('are told at each but the first, with the place of that, and whether they say the same', async () => {
  const [first] = await readText(SHEET, 'a.txt');
  const json = JSON.stringify(first?.sheet);
  const readings = [
    ...(await readText(SHEET, 'a.txt')),
    ...(await readText(json, 'b.json')),
    ...(await readText(SHEET.replace('No.\t12', 'No.\t１２').replace('25分', '30分'), 'c.txt')),
    ...(await readText(SHEET.replace('No.\t12', 'No.\t13'), 'd.txt')),
    ...(await readText('何もない', 'e.txt')),
  ];
  const told = withRepeats(readings).map(({ findings }) =>
    findings.filter(({ code }) => code === 'number-repeated').map(({ with: about, place }) => [about, place]),
  );
  const at = { row: 3, column: 7 };
  expect(told).toEqual([
    [],
    [[{ number: '12', other: 'a.txt:3:7', reason: 'same' }, expect.objectContaining({ source: 'b.json' })]],
    [
      [
        { number: '１２', other: 'a.txt:3:7', reason: 'other' },
        { source: 'c.txt', ...at },
      ],
    ],
    [],
    [],
  ]);
});
