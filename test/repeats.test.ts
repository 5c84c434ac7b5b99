/** Sheets with one number among all that a command reads. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../src/convert.ts';
import { withRepeats } from '../src/repeats.ts';
import { forms, projectFile } from './forms.ts';

const SHEET = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');
const readText = (text: string, name: string) => read(new TextEncoder().encode(text), name, forms);

test('are told at each but the first, with the place of that: the same once more, another state, another item', async () => {
  const [first] = await readText(SHEET, 'a.txt');
  const json = JSON.stringify(first?.sheet);
  const readings = [
    ...(await readText(SHEET, 'a.txt')),
    ...(await readText(json, 'b.json')),
    ...(await readText(SHEET.replace('No.\t12', 'No.\t№０１２').replace('25分', '30分'), 'c.txt')),
    ...(await readText(SHEET.replace('待ち時間の短縮\n', '案内の改善\n'), 'c2.txt')),
    ...(await readText(SHEET.replace('No.\t12', 'No.\t13'), 'd.txt')),
    ...(await readText('何もない', 'e.txt')),
  ];
  const told = withRepeats(readings).map(({ findings }) =>
    findings
      .filter(({ code }) => /^(?:number-repeated|sheet-revised)$/.test(code))
      .map(({ code, with: about, place }) => [code, about, place?.source]),
  );
  expect(told).toEqual([
    [],
    [['number-repeated', { number: '12', other: 'a.txt:3:7', reason: 'same' }, 'b.json']],
    [
      [
        'sheet-revised',
        { number: '№０１２', other: 'a.txt:3:7', title: '証明窓口の待ち時間の短縮' },
        'c.txt',
      ],
    ],
    [['number-repeated', { number: '12', other: 'a.txt:3:7', reason: 'other' }, 'c2.txt']],
    [],
    [],
  ]);
});

test('of several with one number, the one that is most like it is named', async () => {
  const other = SHEET.replace('待ち時間の短縮\n', '案内の改善\n');
  const revised = other.replace('25分', '30分');
  const texts = [SHEET, other, revised, other, SHEET];
  const readings = await Promise.all(texts.map((text, i) => readText(text, `${i}.txt`)));
  const told = withRepeats(readings.flat()).map(({ findings }) =>
    findings
      .filter(({ code }) => /^(?:number-repeated|sheet-revised)$/.test(code))
      .map(({ code, with: about }) => `${code} ${about?.other}`),
  );
  expect(told).toEqual([
    [],
    ['number-repeated 0.txt:3:7'],
    ['sheet-revised 1.txt:3:7'],
    ['number-repeated 1.txt:3:7'],
    ['number-repeated 0.txt:3:7'],
  ]);
});
