/** The files behind the names on a command line: each once, and no name that stands for none passed over. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (path: string) => join(folder, path);
for (const name of ['in', 'in/out', 'empty', 'open']) mkdirSync(at(name));
for (const name of ['only', 'only/out', 'H25(2013)', 'R6[案]', 'order', 'order/deep']) mkdirSync(at(name));
const names = [
  'only/out/a.json',
  'H25(2013)/no49(a).txt',
  'H25(2013)/no50.txt',
  'R6[案]/no1.txt',
  'in/a.txt',
  'in/B.XLSX',
  'in/c.docx',
  'in/d.pdf',
  'in/d.html',
  'in/.e.txt',
  'in/out/a.json',
  'open/~$b.xlsx',
  'order/no[2].txt',
  'order/no3.txt',
  'order/no1.txt',
  'order/c.docx',
  'order/a.docx',
  'order/deep/b.docx',
];
for (const name of names) writeFileSync(at(name), 'a');
const nothing = { empty: [], others: [], results: [] };
afterAll(() => rmSync(folder, { recursive: true }));

test('names that stand for no file are told of', async () => {
  const names = ['in/*.xlsx', 'empty', 'empty/*.xlsx', 'open', 'open/*.xlsx'].map(at);
  expect(await findInputs(names)).toEqual({ ...nothing, files: [], empty: names });
});

test('brackets in the name of a folder or a file are no pattern, but where they offer a choice', async () => {
  const found = async (name: string) => (await findInputs([at(name)])).files;
  expect(await found('H25(2013)/*0.txt')).toEqual([at('H25(2013)/no50.txt')]);
  expect(await found('R6[案]/*.txt')).toEqual([at('R6[案]/no1.txt')]);
  expect(await found('H25(2013)/*(a).txt')).toEqual([at('H25(2013)/no49(a).txt')]);
  expect(await found('H25*/no(49|50)*.txt')).toEqual(
    ['no49(a)', 'no50'].map((name) => at(`H25(2013)/${name}.txt`)),
  );
});

test('a file whose name would be a pattern is that file', async () => {
  expect((await findInputs([at('order/no[2].txt')])).files).toEqual([at('order/no[2].txt')]);
});

test('files come in the order of their names, whatever the system lists first', async () => {
  const files = ['order/no1.txt', 'order/no3.txt', 'order/no[2].txt'].map(at);
  for (const name of ['order', 'order/*.txt']) expect((await findInputs([at(name)])).files).toEqual(files);
  const others = ['order/a.docx', 'order/c.docx', 'order/deep/b.docx'].map(at);
  expect((await findInputs([at('order')])).others).toEqual(others);
});

test('a pipe that lies in a folder is no input: reading it would never end', async () => {
  mkdirSync(at('piped'));
  execFileSync('mkfifo', [at('piped/a.txt')]);
  expect(await findInputs([at('piped')])).toEqual({ ...nothing, files: [], empty: [at('piped')] });
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

test('what lies where the results go is no input, unless it is named there', async () => {
  const found = await findInputs([at('in')], at('in/out'));
  expect(found).toMatchObject({ files: ['in/B.XLSX', 'in/a.txt'].map(at), results: [at('in/out/a.json')] });
  const glob = await findInputs([at('in/**/*.{txt,json}')], at('in/../in/out'));
  expect(glob).toMatchObject({ files: [at('in/a.txt')], results: [at('in/out/a.json')] });
  for (const name of ['in/out/a.json', 'in/out', 'in/out/*']) {
    expect(await findInputs([at(name)], at('in/out'))).toEqual({ ...nothing, files: [at('in/out/a.json')] });
  }
  for (const name of ['only', 'only/**/*.json']) {
    expect(await findInputs([at(name)], at('only/out'))).toMatchObject({
      files: [],
      results: [at('only/out/a.json')],
    });
  }
  mkdirSync(at('led'));
  symlinkSync(at('in/a.txt'), at('led/linked.txt'));
  const named = await findInputs([at('led/linked.txt')], at('led'));
  expect(named).toEqual({ ...nothing, files: [at('led/linked.txt')] });
});

test('the folder of the results is known by its name in capitals, too', async () => {
  for (const name of ['big', 'big/Out']) mkdirSync(at(name));
  for (const name of ['big/a.txt', 'big/Out/a.json']) writeFileSync(at(name), 'a');
  const found = await findInputs([at('big')], at('big/Out'));
  expect(found).toMatchObject({ files: [at('big/a.txt')], results: [at('big/Out/a.json')] });
  expect(await findInputs([at('big/Out')], at('big/Out'))).toMatchObject({ files: [at('big/Out/a.json')] });
});

test('what is read as something else is no input, unless it is all that is named', async () => {
  const besides = [at('in/../in/a.txt')];
  for (const name of ['in', 'in/*.{txt,XLSX}']) {
    const { files } = await findInputs([at(name)], at('in/out'), besides);
    expect(files).toEqual([at('in/B.XLSX')]);
  }
  expect(await findInputs([at('in/*.txt')], undefined, besides)).toEqual({
    ...nothing,
    files: [],
    empty: [at('in/*.txt')],
  });
  expect((await findInputs([at('in/a.txt')], undefined, besides)).files).toEqual([at('in/a.txt')]);
  // as a shell has it of `in/*`
  const { files } = await findInputs(['in/a.txt', 'in/B.XLSX'].map(at), undefined, besides);
  expect(files).toEqual([at('in/B.XLSX')]);
});

test('a file that is not there is one all the same: reading it says why it cannot be read', async () => {
  const gone = ['in/z.txt', 'in/y.txt'].map(at);
  expect(await findInputs([...gone, at('in/../in/z.txt')])).toEqual({ ...nothing, files: gone });
});

test('a name is found as a Mac spells it, and the other way round', async () => {
  mkdirSync(at('mac'));
  const [typed, kept] = ['NFC', 'NFD'].map((form) => 'プラン.txt'.normalize(form)) as [string, string];
  writeFileSync(at(`mac/${kept}`), 'a');
  for (const name of [`mac/${typed}`, `mac/${typed.slice(0, 1)}*.txt`]) {
    expect(await findInputs([at(name)])).toEqual({ ...nothing, files: [at(`mac/${kept}`)] });
  }
  writeFileSync(at(`mac/${typed}`), 'b');
  expect((await findInputs([at(`mac/${typed}`)])).files).toEqual([at(`mac/${typed}`)]);
  expect((await findInputs([at('mac/*.txt')])).files).toHaveLength(2);
});

test('a file is read once, whatever it is called, and so is standard input', async () => {
  symlinkSync(at('in/a.txt'), at('open/linked.txt'));
  linkSync(at('in/a.txt'), at('open/hard.txt'));
  const links = ['open/linked.txt', 'open/hard.txt'].map(at);
  const all = [at('in/a.txt'), at('in/*.txt'), `${folder}/in/../in/a.txt`, '-', '-', ...links];
  expect(await findInputs(all)).toEqual({ ...nothing, files: [at('in/a.txt'), '-'] });
});
