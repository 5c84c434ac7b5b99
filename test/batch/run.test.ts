/** A run: the outcomes in order, as many held as work has gone ahead, and nothing begun once it is to stop. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Crew, openCrew } from '../../src/batch/crew.ts';
import { noLedger } from '../../src/batch/ledger.ts';
import { outcomesOf } from '../../src/batch/run.ts';
import { forms, projectFile } from '../forms.ts';

const never = new AbortController().signal;
const tasks = (count: number) => Array.from({ length: count }, (_, i) => ({ source: String(i) }));

/** A crew whose tasks are done when the test says so. */
function handCrew(size: number): { crew: Crew; begun: string[]; finish: (source: string) => Promise<void> } {
  const begun: string[] = [];
  const waiting = new Map<string, () => void>();
  const run: Crew['run'] = ({ source }) => {
    begun.push(source);
    return new Promise((resolve) =>
      waiting.set(source, () => resolve({ outcome: { source, readings: [], outputs: [] }, waiting: [] })),
    );
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const finish = async (source: string) => {
    await settle();
    waiting.get(source)?.();
    await settle();
  };
  return { crew: { size, run, close: async () => {} }, begun, finish };
}

test('outcomes come in the order of the tasks, whichever is done first', async () => {
  const { crew, begun, finish } = handCrew(2);
  const run = outcomesOf(tasks(4), crew, noLedger, never);
  const first = run.next();
  await finish('1');
  await finish('2');
  expect(begun).toEqual(['0', '1', '2', '3']);
  await finish('0');
  await finish('3');
  const told = [await first, await run.next(), await run.next(), await run.next()];
  expect(told.map(({ value }) => value?.outcome.source)).toEqual(['0', '1', '2', '3']);
  expect((await run.next()).done).toBe(true);
});

test('no more is done ahead than is held until its turn', async () => {
  const { crew, begun, finish } = handCrew(2);
  const run = outcomesOf(tasks(1000), crew, noLedger, never);
  const first = run.next();
  for (let i = 1; i < 100; i++) await finish(String(i));
  expect(begun.length).toBe(32);
  await finish('0');
  await first;
});

test('what was begun is finished when it is to stop, and nothing else', async () => {
  const { crew, begun, finish } = handCrew(2);
  const stop = new AbortController();
  const run = outcomesOf(tasks(10), crew, noLedger, stop.signal);
  const first = run.next();
  await finish('0');
  await first;
  stop.abort();
  await finish('1');
  await finish('2');
  const told = [await run.next(), await run.next(), await run.next()];
  expect(told.map(({ value }) => value?.outcome.source)).toEqual(['1', '2', undefined]);
  expect(begun).toEqual(['0', '1', '2']);
});

test('nothing more is begun when nobody asks for more', async () => {
  const { crew, begun, finish } = handCrew(1);
  const run = outcomesOf(tasks(10), crew, noLedger, never);
  const first = run.next();
  await finish('0');
  await first;
  const left = run.return(undefined);
  await finish('1');
  await left;
  await finish('2');
  expect(begun).toEqual(['0', '1']);
});

test('an input that vanishes on the way is told of, and the rest goes on', async () => {
  const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
  const sources = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'].map((name) => join(root, name));
  const sheet = 'fixtures/cases/park-upkeep/input.tsv';
  for (const source of sources) writeFileSync(source, readFileSync(projectFile(sheet)));
  const crew = await openCrew({ reading: {} }, forms, 0);
  const kinds: unknown[] = [];
  const all = sources.map((source) => ({ source }));
  for await (const { outcome } of outcomesOf(all, crew, noLedger, never)) {
    kinds.push(outcome.problem?.kind ?? outcome.readings.length);
    // the second may have been read by now
    rmSync(sources[3] as string, { force: true });
  }
  rmSync(root, { recursive: true });
  expect(kinds).toEqual([1, 1, 1, 'missing', 1]);
});
