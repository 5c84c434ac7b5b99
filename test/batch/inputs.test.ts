/** The files behind the names on a command line: each once, and no name that stands for none passed over. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (path: string) => join(folder, path);
for (const name of ['in', 'in/out', 'empty', 'open']) mkdirSync(at(name));
const names = [
  'in/a.txt',
  'in/B.XLSX',
  'in/c.docx',
  'in/d.pdf',
  'in/.e.txt',
  'in/out/a.json',
  'open/~$b.xlsx',
];
for (const name of names) writeFileSync(at(name), 'a');
const nothing = { empty: [], others: [], results: [] };
afterAll(() => rmSync(folder, { recursive: true }));

test('names that stand for no file are told of', async () => {
  expect(await findInputs(['in/*.xlsx', 'empty', 'empty/*.xlsx', 'open'].map(at))).toEqual({
    ...nothing,
    files: [],
    empty: ['in/*.xlsx', 'empty', 'empty/*.xlsx', 'open'].map(at),
  });
});

test('a folder is its sheets; of what else lies there, what may have been meant for one is told of', async () => {
  expect(await findInputs([at('in')])).toEqual({
    ...nothing,
    files: ['in/B.XLSX', 'in/a.txt', 'in/out/a.json'].map(at),
    others: [at('in/c.docx')],
  });
  expect((await findInputs([at('in'), at('in')])).others).toEqual([at('in/c.docx')]);
  expect((await findInputs([at('in'), at('in/c.docx')])).others).toEqual([]);
});

test('what a folder holds and nobody can look into is found, so that it is told of', async () => {
  for (const name of ['links', 'links/in']) mkdirSync(at(name));
  writeFileSync(at('links/in/a.txt'), 'a');
  symlinkSync('nowhere.txt', at('links/b.txt'));
  symlinkSync('..', at('links/in/back'));
  symlinkSync(at('in/c.docx'), at('links/c.tsv'));
  const found = ['links/b.txt', 'links/c.tsv', 'links/in/a.txt'].map(at);
  expect(await findInputs([at('links')])).toEqual({ ...nothing, files: found });
});

test('what lies where the results go is no input, unless it is named, or nothing else is', async () => {
  const found = await findInputs([at('in')], at('in/out'));
  expect(found).toMatchObject({ files: ['in/B.XLSX', 'in/a.txt'].map(at), results: [at('in/out/a.json')] });
  const glob = await findInputs([at('in/**/*.{txt,json}')], at('in/../in/out'));
  expect(glob).toMatchObject({ files: [at('in/a.txt')], results: [at('in/out/a.json')] });
  for (const name of ['in/out/a.json', 'in/out', 'in/out/*']) {
    expect(await findInputs([at(name)], at('in/out'))).toEqual({ ...nothing, files: [at('in/out/a.json')] });
  }
});

test('a file that is not there is one all the same: reading it says why it cannot be read', async () => {
  expect(await findInputs([at('in/z.txt')])).toEqual({ ...nothing, files: [at('in/z.txt')] });
});

test('a file is read once, whatever it is called, and so is standard input', async () => {
  const all = [at('in/a.txt'), `${folder}/in/../in/a.txt`, at('in/*.txt'), '-', '-'];
  expect(await findInputs(all)).toEqual({ ...nothing, files: [at('in/a.txt'), '-'] });
});
