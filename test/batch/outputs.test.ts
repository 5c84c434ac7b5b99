import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  identify,
  isFolder,
  isSame,
  moveOnto,
  stem,
  sweep,
  temporaryIn,
  writeWhole,
} from '../../src/batch/outputs.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (path: string) => join(root, path);
const same = async (a: string, b: string) => isSame(await identify(at(a)), await identify(at(b)));

mkdirSync(at('real'));
writeFileSync(at('real/sheet.json'), '{}');
writeFileSync(at('real/other.json'), '{}');
symlinkSync(at('real'), at('linked'), 'junction');
linkSync(at('real/sheet.json'), at('hard.json'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a file is the same by another spelling, a linked folder and a hard link', async () => {
  expect(await same('real/sheet.json', 'real/../real/sheet.json')).toBe(true);
  expect(await same('real/sheet.json', 'linked/sheet.json')).toBe(true);
  expect(await same('real/sheet.json', 'hard.json')).toBe(true);
  expect(isSame(await identify(at('hard.json')), await identify(relative('.', at('hard.json'))))).toBe(true);
  expect(await same('real/sheet.json', 'real/other.json')).toBe(false);
});

test('a file not yet there is the same through a linked folder, and by another case of its name', async () => {
  expect(await same('real/new.json', 'linked/new.json')).toBe(true);
  expect(await same('real/new/a.json', 'linked/NEW/A.json')).toBe(true);
  expect(await same('real/sheet.json', 'linked/SHEET.JSON')).toBe(true);
  expect(await same('real/new.json', 'new.json')).toBe(false);
});

test('a folder is what is one, or what has no ending and is not there', async () => {
  mkdirSync(at('v1.2'));
  writeFileSync(at('file'), '');
  for (const path of ['real', 'v1.2', 'new', 'new/deep', 'v2.0/', 'R8.11.30', '10.8版', 'x.pdf/'])
    expect(await isFolder(at(path)), path).toBe(true);
  for (const path of ['real/sheet.json', 'new.json', 'new/x.pdf', 'new.R8', 'file']) {
    expect(await isFolder(at(path)), path).toBe(false);
  }
});

test('a file whose name is as long as can be is written', async () => {
  mkdirSync(at('long'));
  const name = `${stem(`${'漢'.repeat(100)}.txt`)}.json`;
  await writeWhole(at(`long/${name}`), new Uint8Array([1]));
  expect(readdirSync(at('long'))).toEqual([name]);
});

test('a file in parts is their bytes in order', async () => {
  mkdirSync(at('parts'));
  const parts = Array.from({ length: 3000 }, (_, i) => new Uint8Array(i % 97).fill(i));
  await writeWhole(at('parts/all'), parts);
  expect(readFileSync(at('parts/all')).equals(Buffer.concat(parts))).toBe(true);
  await writeWhole(at('parts/none'), []);
  expect(readFileSync(at('parts/none'))).toHaveLength(0);
});

test('a file is on the disk, whole, before it has its name', async () => {
  mkdirSync(at('synced'));
  const handle = await open(at('made'), 'w');
  const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
  await handle.close();
  const seen: [string, number][] = [];
  sync.mockImplementation(async () => {
    for (const name of readdirSync(at('synced'))) seen.push([name, statSync(at(`synced/${name}`)).size]);
  });
  await writeWhole(at('synced/a.json'), new Uint8Array(3));
  sync.mockRestore();
  expect(seen).toEqual([[expect.stringMatching(/\.tmp$/), 3]]);
  expect(readdirSync(at('synced'))).toEqual(['a.json']);
});

test('a program that is about to end ends what it is writing, and begins nothing else', async () => {
  vi.resetModules();
  const ending: typeof import('../../src/batch/outputs.ts') = await import('../../src/batch/outputs.ts');
  mkdirSync(at('ending'));
  const one = new Uint8Array(2 ** 22).fill(1);
  void ending.writeWhole(at('ending/one'), one);
  await ending.endWriting();
  expect(readFileSync(at('ending/one')).equals(one)).toBe(true);
  const said: string[] = [];
  void ending.writeWhole(at('ending/two'), one).finally(() => said.push('settled'));
  await writeWhole(at('ending/of another program'), one);
  expect([readdirSync(at('ending')).sort(), said]).toEqual([['of another program', 'one'], []]);
});

test('what cannot be written leaves nothing behind', async () => {
  mkdirSync(at('blocked/sheet.json/inside'), { recursive: true });
  await expect(writeWhole(at('blocked/sheet.json'), new Uint8Array([1]))).rejects.toThrow();
  expect(readdirSync(at('blocked'))).toEqual(['sheet.json']);
});

describe('a file that another program holds for a moment', () => {
  /** Fails so many times before it moves. */
  function held(code: string, times: number) {
    let tries = 0;
    const move = async (from: string, to: string) => {
      if (tries++ < times) throw Object.assign(new Error(code), { code });
      await rename(from, to);
    };
    return { move, tries: () => tries };
  }
  const pauses = [0, 0];
  beforeEach(() => writeFileSync(at('made'), 'new'));

  test.each(['EPERM', 'EACCES', 'EBUSY'])('gets its name once it is let go (%s)', async (code) => {
    writeFileSync(at('held'), 'old');
    await moveOnto(at('held'), at('made'), pauses, held(code, 2).move);
    expect(readFileSync(at('held'), 'utf8')).toBe('new');
  });

  test('is given up after the last pause', async () => {
    const { move, tries } = held('EPERM', 9);
    await expect(moveOnto(at('held'), at('made'), pauses, move)).rejects.toThrow('EPERM');
    expect(tries()).toBe(3);
  });

  test('is not waited for where something else is wrong', async () => {
    const { move, tries } = held('ENOSPC', 9);
    await expect(moveOnto(at('held'), at('made'), pauses, move)).rejects.toThrow('ENOSPC');
    expect(tries()).toBe(1);
  });
});

/** No process has such a number. */
const NOBODY = 2 ** 30;

test('temporary files of a program that was killed are taken away, and nothing else', async () => {
  mkdirSync(at('swept'));
  const own = temporaryIn(at('swept'));
  const kept = [basename(own), '.reform-sheet.json', 'a.tmp'];
  for (const file of [temporaryIn(at('swept'), NOBODY), ...kept.map((name) => at(`swept/${name}`))]) {
    writeFileSync(file, '');
  }
  await sweep(at('swept'));
  expect(readdirSync(at('swept')).sort()).toEqual(kept.sort());
  await sweep(at('swept'), (pid) => pid === process.pid);
  expect(readdirSync(at('swept')).sort()).toEqual(['.reform-sheet.json', 'a.tmp']);
});

test('temporary files of another host are taken away only once they are old', async () => {
  mkdirSync(at('shared'));
  const elsewhere = (file: string) => file.replace(/(?<=\.reform-sheet-)[\da-f]{8}(?=-)/, '00000000');
  const [fresh, old] = [elsewhere(temporaryIn(at('shared'), NOBODY)), elsewhere(temporaryIn(at('shared')))];
  for (const [file, hours] of [
    [fresh, 23],
    [old, 25],
  ] as const) {
    writeFileSync(file, '');
    const before = new Date(Date.now() - hours * 60 * 60 * 1000);
    utimesSync(file, before, before);
  }
  await sweep(at('shared'));
  expect(readdirSync(at('shared'))).toEqual([basename(fresh)]);
});

test('a temporary file that cannot be taken away stops nothing', async () => {
  mkdirSync(at('stuck'));
  const [stuck, other] = [temporaryIn(at('stuck'), NOBODY), temporaryIn(at('stuck'), NOBODY)];
  mkdirSync(join(stuck, 'inside'), { recursive: true });
  writeFileSync(other, '');
  await sweep(at('stuck'));
  expect(readdirSync(at('stuck'))).toEqual([basename(stuck)]);
});
