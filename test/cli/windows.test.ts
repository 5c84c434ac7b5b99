/** The command line on Windows, by a stand-in: how its words come, and how it is ended. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LEDGER } from '../../src/index.ts';
import { begin, endAll, folderWith } from '../batch/command.ts';

const PRETEND = 'Object.defineProperty(process, "platform", { value: "win32" })';
const node = ['--import', `data:text/javascript,${encodeURIComponent(PRETEND)}`];
const root = folderWith(40);
afterAll(() => {
  endAll();
  rmSync(root, { recursive: true, force: true });
});

test('a name that its last backslash has left open is refused for that', async () => {
  // what the program is given of `convert "C:\My sheets\" --to pdf`
  const command = begin(['convert', 'C:\\My sheets" --to pdf'], root, { node });
  expect(await command.ended).toBe(2);
  expect(command.stderr()).toContain('終わりの \\ を取って');
  const titled = begin(['book', 'in', '--title', '"見直し"', '--out', 'none"'], root, { node });
  expect(await titled.ended).toBe(2);
  expect(titled.stderr()).toContain('none"');
});

test('its window is closed: what is done is noted, as by Ctrl-C', async () => {
  const command = begin(['convert', 'in', '--to', 'pdf', '--out', 'out'], root, { node });
  await command.said('書き出しました');
  command.process.kill('SIGHUP');
  expect(await command.ended).toBe(130);
  expect(command.stderr()).toContain('中断しました');
  expect(existsSync(join(root, 'out', LEDGER))).toBe(true);
});
