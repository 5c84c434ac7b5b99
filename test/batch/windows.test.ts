/** What Windows does otherwise, by stand-ins: how it numbers files, what it refuses, what lies in its folders. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as Files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isGone } from '../../src/batch/disk.ts';
import { findInputs, readInputFile } from '../../src/batch/inputs.ts';
import { openFolder, writeWhole } from '../../src/batch/outputs.ts';
import { writeOutput } from '../../src/batch/task.ts';
import type { Session } from '../../src/cli/session.ts';
import { blockedBy, openTarget } from '../../src/cli/targets.ts';
import { wordsIn } from '../../src/cli/words.ts';

/** What fails, by the name of its call, and with which code. */
const failing = vi.hoisted(() => new Map<string, string>());

vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof Files>();
  const refuse = (call: string) => {
    const code = failing.get(call);
    if (code !== undefined) throw Object.assign(new Error(`${code}: ${call}`), { code });
  };
  return {
    ...files,
    // as drives do that know of no numbers
    stat: async (path: string, options: object) => {
      if (path === '/') refuse('drive');
      return Object.assign(await files.stat(path, options), { dev: 0, ino: 0 });
    },
    realpath: async (path: string) => {
      refuse('realpath');
      return files.realpath(path);
    },
    mkdir: async (path: string, options: object) => {
      refuse('mkdir');
      return files.mkdir(path, options);
    },
    open: async (path: string, flags: string) => {
      refuse('open');
      const file = await files.open(path, flags);
      const sync = file.sync.bind(file);
      file.sync = async () => {
        refuse('sync');
        return sync();
      };
      return file;
    },
    rename: async (from: string, to: string) => {
      refuse('rename');
      return files.rename(from, to);
    },
    rm: async (path: string, options: object) => {
      refuse('rm');
      return files.rm(path, options);
    },
  };
});

// the pauses are as many as they are, and not as long
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

/** Whether a file is just held as it is opened to be read. */
const opening = vi.hoisted(() => ({ fails: (): boolean => false }));

vi.mock('node:fs', async (original) => {
  const files = await original<typeof import('node:fs')>();
  const held = () => {
    throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
  };
  return {
    ...files,
    createReadStream: (path: string) => (opening.fails() ? held() : files.createReadStream(path)),
  };
});

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (path: string) => join(root, path);
const session = { language: 'en', say: wordsIn('en') } as Session;
const some = new Uint8Array([1]);
const { platform } = process;
const pretend = (value: string) => Object.defineProperty(process, 'platform', { value });
beforeAll(() => void pretend('win32'));
beforeEach(() => {
  failing.clear();
  opening.fails = () => false;
});
afterAll(() => {
  pretend(platform);
  rmSync(root, { recursive: true, force: true });
});

/** Puts empty files into folders that are made for them. */
function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), 'a');
  }
}

describe('inputs', () => {
  const found = async (name: string) => (await findInputs([at(name)])).files;

  test('are all found on a drive that numbers its files alike', async () => {
    const names = ['drive/a.txt', 'drive/b.txt', 'drive/in/c.txt', 'drive/in/in/d.txt'];
    put(...names);
    expect(await found('drive')).toEqual(names.map(at));
    expect((await findInputs([at('drive/a.txt'), at('drive/in/../a.txt')])).files).toEqual([
      at('drive/a.txt'),
    ]);
  });

  test('are found by a pattern behind a backslash, and by an ending in capitals', async () => {
    put('glob/no49.xlsx', 'glob/NO50.XLSX', 'glob/no51.txt');
    expect(await found('glob\\*.xlsx')).toEqual(['glob/NO50.XLSX', 'glob/no49.xlsx'].map(at));
  });

  test('are not what lies where the results go, on a drive that tells of no real paths', async () => {
    put('ram/a.json', 'ram/Out/A.json');
    failing.set('realpath', 'EISDIR');
    const results = { files: [at('ram/a.json')], results: [at('ram/Out/A.json')] };
    expect(await findInputs([at('ram')], at('ram/Out'))).toMatchObject(results);
    expect(await findInputs([at('ram/Out')], at('ram/Out'))).toMatchObject({ files: [at('ram/Out/A.json')] });
  });

  test('are not what Windows keeps in folders for itself', async () => {
    put('usb/a.txt', 'usb/desktop.ini', 'usb/Thumbs.db', 'usb/$RECYCLE.BIN/S-1-5/$R1.txt');
    put('usb/System Volume Information/b.txt');
    expect(await findInputs([at('usb')])).toMatchObject({ files: [at('usb/a.txt')], others: [] });
    for (const glob of ['usb/*', 'usb/**/*.txt']) expect(await found(glob)).toEqual([at('usb/a.txt')]);
  });
});

describe('an input', () => {
  test('that another program has for a moment is read after it', async () => {
    put('saved.txt');
    let tries = 0;
    opening.fails = () => ++tries < 3;
    expect(await readInputFile(at('saved.txt'))).toEqual({
      source: at('saved.txt'),
      bytes: Buffer.from('a'),
    });
    opening.fails = () => true;
    expect(await readInputFile(at('saved.txt'))).toMatchObject({ problem: 'locked' });
  });

  test('is not gone where its drive is not there', async () => {
    expect(await isGone(at('none.txt'))).toBe(true);
    failing.set('drive', 'ENOENT');
    expect(await isGone(at('none.txt'))).toBe(false);
  });
});

describe('a folder for results', () => {
  test('is not made where it is there, as a drive cannot be', async () => {
    mkdirSync(at('drive-root'));
    failing.set('mkdir', 'EPERM');
    await openFolder(at('drive-root'));
    expect(readdirSync(at('drive-root'))).toEqual([]);
  });

  test('that nothing may be written into is refused at once, and nothing is said of Excel', async () => {
    mkdirSync(at('others'));
    failing.set('open', 'EPERM');
    await expect(openTarget(session, { kind: 'folder', path: at('others') })).rejects.toThrow(
      /^cannot write: .*others \(EPERM\); see to the rights/,
    );
  });
});

describe('a file that cannot be written', () => {
  const why = async (path: string) =>
    blockedBy(session, 'x', (await writeOutput(at(path), some)).blocked ?? {});

  test('is open, in the way as a folder, or not to be written, though Windows says the same', async () => {
    put('held/a.pdf');
    mkdirSync(at('held/b.pdf'));
    failing.set('rename', 'EPERM');
    expect(await why('held/a.pdf')).toContain('it may be open in another program, or read-only');
    expect(await why('held/b.pdf')).toContain('(EISDIR)');
    expect(await why('held/c.pdf')).toContain('(EPERM)');
    expect(readdirSync(at('held'))).toEqual(['a.pdf', 'b.pdf']);
  });

  test('is not told of by what befalls its temporary file', async () => {
    mkdirSync(at('full'));
    failing.set('sync', 'ENOSPC').set('rm', 'EBUSY');
    expect(await why('full/a.pdf')).toContain('(ENOSPC)');
  });
});

test.each(['EPERM', 'EISDIR'])(
  'a drive that knows of no disk (%s) gets its file all the same',
  async (code) => {
    mkdirSync(at(code));
    failing.set('sync', code);
    await writeWhole(at(`${code}/a.pdf`), some);
    expect([...readFileSync(at(`${code}/a.pdf`))]).toEqual([1]);
  },
);
