/** A sheet that stands twice in an input is read once, and nothing of the second is lost with it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../../src/convert.ts';
import { forms, projectFile } from '../forms.ts';

const sheet = readFileSync(projectFile('fixtures/inputs/text/utf-8.txt'), 'utf8');

/** What is told of a sheet that stands twice, the second time with lines of its own behind it. */
async function told(...lines: readonly string[]) {
  const readings = await read(new TextEncoder().encode([sheet, sheet, ...lines].join('\n')), 'x', forms);
  expect(readings).toHaveLength(1);
  const [reading] = readings;
  return {
    said: (reading?.findings ?? []).map((finding) => [finding.code, finding.with?.text]),
    kinds: new Set(reading?.taken.map(({ kind }) => kind)),
  };
}

test('all the same, it is told to stand twice and nothing else', async () => {
  const { said, kinds } = await told();
  expect(said).toEqual([['sheet-repeated', undefined]]);
  expect(kinds).toEqual(new Set(['label', 'value', 'repeated']));
});

test('with a text that has no box, the text is told, and is not taken for one that was read before', async () => {
  const { said, kinds } = await told('\t\t\t来年度に延期\t\t\t\t');
  expect(said).toEqual([
    ['text-unplaced', '来年度に延期'],
    ['sheet-repeated', undefined],
  ]);
  expect(kinds).toContain('unplaced');
});

test('with a remark, the remark is told', async () => {
  const { said } = await told('※ 目標を見直すこと');
  expect(said).toEqual([
    ['remark-passed', '※ 目標を見直すこと'],
    ['sheet-repeated', undefined],
  ]);
});
