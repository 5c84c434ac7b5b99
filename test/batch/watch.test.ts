/** Watching: each way of saving is seen once it is over, and what is no input wakes nobody. No time passes. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { watchInputs } from '../../src/batch/watch.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const folder = join(root, 'in');
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(at('a.txt'), 'a');
});

const nothing = () => {};

/**
 * Does one step in each pause between looks.
 * @returns after how many steps it was told that something had changed
 */
async function toldAfter(
  names: readonly string[],
  steps: readonly (() => void)[],
  { made, run = nothing }: { readonly made?: string; readonly run?: (round: number) => void } = {},
): Promise<number[]> {
  const stop = new AbortController();
  let done = 0;
  const pause = async () => {
    const step = steps[done];
    if (step === undefined) return stop.abort();
    done++;
    step();
  };
  const told: number[] = [];
  for await (const _ of watchInputs(names, made, stop.signal, { now: () => 0, pause })) {
    run(told.length);
    told.push(done);
  }
  return told;
}

test.each([
  ['a folder', () => folder],
  ['a file', () => at('a.txt')],
  ['a glob', () => join(folder, '*.txt').replaceAll('\\', '/')],
])('%s: a file saved by putting another in its place, and then in place', async (_, name) => {
  const replace = () => {
    writeFileSync(at('.a.txt.new'), 'replaced');
    renameSync(at('.a.txt.new'), at('a.txt'));
  };
  const write = () => writeFileSync(at('a.txt'), 'written in place');
  const steps = [replace, nothing, write, nothing, replace, nothing, nothing];
  expect(await toldAfter([name()], steps)).toEqual([0, 2, 4, 6]);
});

test('a save that goes on is waited for', async () => {
  const write = () => appendFileSync(at('a.txt'), 'more');
  expect(await toldAfter([folder], [write, write, write, nothing, nothing])).toEqual([0, 4]);
});

test('a save that leaves a file as long as it was', async () => {
  const write = () => {
    writeFileSync(at('a.txt'), 'b');
    utimesSync(at('a.txt'), new Date(0), new Date(0));
  };
  expect(await toldAfter([folder], [write, nothing, nothing])).toEqual([0, 2]);
});

test('files that come, go and are renamed', async () => {
  const steps = [
    () => writeFileSync(at('b.txt'), 'b'),
    nothing,
    () => renameSync(at('b.txt'), at('c.txt')),
    nothing,
    () => rmSync(at('c.txt')),
    nothing,
    nothing,
  ];
  expect(await toldAfter([folder], steps)).toEqual([0, 2, 4, 6]);
});

test('another folder in the place of the old one is watched, and one that was deleted and made again', async () => {
  const move = () => {
    renameSync(folder, `${folder}.old`);
    mkdirSync(folder);
    writeFileSync(at('a.txt'), 'another');
  };
  const write = () => appendFileSync(at('a.txt'), 'more');
  const remove = () => rmSync(folder, { recursive: true });
  const make = () => {
    mkdirSync(folder);
    writeFileSync(at('a.txt'), 'once more');
  };
  const steps = [move, nothing, write, nothing, remove, nothing, make, nothing, write, nothing, nothing];
  expect(await toldAfter([folder], steps)).toEqual([0, 2, 4, 6, 8, 10]);
});

test('a file that is missing is waited for', async () => {
  const steps = [nothing, () => writeFileSync(at('b.txt'), 'b'), nothing, nothing];
  expect(await toldAfter([at('b.txt')], steps)).toEqual([0, 3]);
});

test('what changes while a command runs is told after it; what is undone meanwhile is none', async () => {
  const run = (round: number) => {
    if (round === 0) writeFileSync(at('b.txt'), 'b');
  };
  expect(await toldAfter([folder], [nothing, nothing, nothing], { run })).toEqual([0, 1]);
  const undo = () => rmSync(at('c.txt'));
  expect(await toldAfter([folder], [() => writeFileSync(at('c.txt'), 'c'), undo, nothing])).toEqual([0]);
});

test('what is no input wakes nobody: reports, logs, locks, the ledger, results', async () => {
  mkdirSync(at('out'));
  const names = [
    'report.html',
    'log',
    '~$a.xlsx',
    '.reform-sheet.json',
    'out/a.pdf',
    'out/a.json',
    'out/b.xlsx',
  ];
  const steps = names.flatMap((name) => [() => writeFileSync(at(name), name), nothing]);
  expect(await toldAfter([folder], steps, { made: at('out') })).toEqual([0]);
});

test('nothing is told once it is to stop', async () => {
  const stop = new AbortController();
  let [told, paused] = [0, 0];
  const pause = async () => void paused++;
  const now = () => {
    // the look after a pause would find the change settled
    if (paused === 1) stop.abort();
    return 0;
  };
  for await (const _ of watchInputs([folder], undefined, stop.signal, { now, pause })) {
    told++;
    rmSync(at('a.txt'), { force: true });
  }
  expect([told, paused]).toEqual([1, 2]);
});

test('looks that take long are seldom', async () => {
  const stop = new AbortController();
  let time = 0;
  const pauses: number[] = [];
  const now = () => {
    time += pauses.length === 0 ? 10 : 500;
    return time;
  };
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds);
    if (pauses.length === 2) stop.abort();
  };
  for await (const _ of watchInputs([folder], undefined, stop.signal, { now, pause }));
  expect(pauses).toEqual([300, 5000]);
});
