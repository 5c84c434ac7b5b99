/** The files behind the names on a command line: each once, and no name that stands for none passed over. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (path: string) => join(folder, path);
for (const name of ['in', 'empty', 'open']) mkdirSync(at(name));
for (const name of ['in/a.txt', 'in/b.xlsx', 'in/c.docx', 'open/~$b.xlsx']) writeFileSync(at(name), 'a');
afterAll(() => rmSync(folder, { recursive: true }));

test('names that stand for no file are told of', async () => {
  const names = ['in', 'empty', 'empty/*.xlsx', 'open'].map(at);
  expect(await findInputs(names)).toEqual({
    files: ['in/a.txt', 'in/b.xlsx'].map(at),
    empty: ['empty', 'empty/*.xlsx', 'open'].map(at),
  });
});

test('a file that is not there is one all the same: reading it says why it cannot be read', async () => {
  expect(await findInputs([at('in/z.txt')])).toEqual({ files: [at('in/z.txt')], empty: [] });
});

test('a file is read once, whatever it is called, and so is standard input', async () => {
  const names = [at('in/a.txt'), `${folder}/in/../in/a.txt`, at('in'), '-', '-'];
  expect(await findInputs(names)).toEqual({ files: [at('in/a.txt'), at('in/b.xlsx'), '-'], empty: [] });
});
