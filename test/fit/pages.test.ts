/** A sheet that goes on under its own head is one sheet; under another head it is another. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../../src/convert.ts';
import { forms, projectFile } from '../forms.ts';

const SHEET = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');
const readText = (text: string) => read(new TextEncoder().encode(text), 'sheet.txt', forms);

/** The lines before the progress reports, those from there on, and the first lines, with the number in them. */
const lines = SHEET.split('\n');
const cut = lines.findIndex((line) => line.startsWith('進捗管理'));
const [first, second, head] = [lines.slice(0, cut), lines.slice(cut), lines.slice(0, 4)];

test.each([1, 3, 4])('with the first %i lines shown once more, it is read as one', async (count) => {
  const [whole] = await readText(SHEET);
  const [reading, ...others] = await readText([...first, ...head.slice(0, count), ...second].join('\n'));
  expect(others).toEqual([]);
  expect(reading?.sheet).toEqual(whole?.sheet);
  expect(new Set(reading?.findings.map(({ code }) => code))).toEqual(new Set(['heading-repeated']));
});

test('with another number in them, it is another sheet', async () => {
  const other = head.map((line) => line.replace(/(№|No\.)\t[^\t]+/, '$1\t999'));
  expect(other).not.toEqual(head);
  const readings = await readText([...first, ...other, ...second].join('\n'));
  expect(readings.map(({ sheet }) => sheet?.number)).toEqual([expect.not.stringMatching('999'), '999']);
});

test('with rows of a block that it has, it is another sheet', async () => {
  const readings = await readText([...lines, ...first].join('\n'));
  expect(readings).toHaveLength(2);
});
