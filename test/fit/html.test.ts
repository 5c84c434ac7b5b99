/** A label in which HTML was left is the label, and is told of like a value. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../../src/convert.ts';
import { forms, projectFile } from '../forms.ts';

const sheet = readFileSync(projectFile('fixtures/inputs/text/utf-8.txt'), 'utf8');

test.each([
  (label: string) => `<b>${label}</b>`,
  (label: string) => `${label.slice(0, 2)}<br>${label.slice(2)}`,
  (label: string) =>
    `<span style="font-family: 'ＭＳ 明朝'; font-size: 10.5pt; color: windowtext; mso-bidi-font-family: serif">${label}</span>`,
])('%#', async (damage) => {
  const [whole] = await read(new TextEncoder().encode(sheet), 'x', forms);
  const damaged = sheet.replace('大項目', damage);
  expect(damaged).not.toBe(sheet);
  const [reading] = await read(new TextEncoder().encode(damaged), 'x', forms);
  expect(reading?.sheet).toEqual(whole?.sheet);
  expect(reading?.findings.map(({ code, place }) => [code, place?.column])).toEqual([['html-removed', 1]]);
});
