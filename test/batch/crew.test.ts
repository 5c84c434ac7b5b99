/** The crew: workers that die, overrun or run out of memory are told of, and the rest goes on. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { jobsFor, openCrew } from '../../src/batch/crew.ts';
import { noLedger } from '../../src/batch/ledger.ts';
import { outcomesOf } from '../../src/batch/run.ts';
import { type Made, type Order, writeMade } from '../../src/batch/task.ts';
import { forms, projectFile } from '../forms.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FAULTY = new URL('workers/faulty.mjs', import.meta.url);
/** The built one: a thread of this Node cannot run TypeScript. */
const WORKER = projectFile('dist/batch/worker.js');
const LIMITS = { seconds: 600, megabytes: 2048 };

test('workers are begun where there are files enough to keep them busy', () => {
  expect([1, 99, 100, 149, 150, 5000].map((files) => jobsFor(files, 4))).toEqual([1, 1, 2, 2, 3, 4]);
  expect(jobsFor(5000, 1)).toBe(1);
});

test('a worker that dies, throws or takes too much memory is told of at its task; the others are done', async () => {
  const crew = await openCrew({ reading: {} }, [], 2, { seconds: 600, megabytes: 32 }, FAULTY);
  const sources = ['a', 'exit', 'b', 'memory', 'c', 'throw', 'exit', 'd', 'e'];
  const told: unknown[] = [];
  const tasks = sources.map((source) => ({ source }));
  for await (const { outcome } of outcomesOf(tasks, crew, noLedger, new AbortController().signal)) {
    told.push([outcome.source, outcome.problem?.kind]);
  }
  await crew.close();
  expect(told).toEqual([
    ['a', undefined],
    ['exit', 'died'],
    ['b', undefined],
    ['memory', 'outOfMemory'],
    ['c', undefined],
    ['throw', 'failed'],
    ['exit', 'died'],
    ['d', undefined],
    ['e', undefined],
  ]);
});

test('in this thread, too, a task that fails is told of, and the others are done', async () => {
  const order = { reading: {}, writing: { folder: root, formats: ['none' as 'json'] } };
  const crew = await openCrew(order, forms, 0);
  const bytes = readFileSync(projectFile('fixtures/cases/counter-hours/sheet.json'));
  const tasks = [{ source: 'a.json', bytes }, { source: join(root, 'gone.txt') }];
  const made = [];
  for (const task of tasks) made.push(await crew.run(task));
  expect(made.map((one) => one?.outcome.problem?.kind)).toEqual(['failed', 'missing']);
});

test('a task that does not end is ended', async () => {
  const crew = await openCrew({ reading: {} }, [], 2, { seconds: 3, megabytes: 256 }, FAULTY);
  const outcomes = await Promise.all(['forever', 'a'].map((source) => crew.run({ source })));
  await crew.close();
  expect(outcomes.map((made) => made?.outcome.problem?.kind)).toEqual(['overrun', undefined]);
});

test('a task that is at hand when the crew is closed is not done, and none that failed', async () => {
  const crew = await openCrew({ reading: {} }, [], 2, { seconds: 600, megabytes: 256 }, FAULTY);
  const tasks = ['a', 'forever', 'forever', 'b'].map((source) => ({ source }));
  const told: string[] = [];
  for await (const { outcome } of outcomesOf(tasks, crew, noLedger, new AbortController().signal)) {
    told.push(outcome.source);
    void crew.close();
  }
  expect(told).toEqual(['a']);
});

test('of an input with many sheets, few files wait to be written', async () => {
  const folder = join(root, 'many');
  mkdirSync(folder);
  const sheet = JSON.parse(readFileSync(projectFile('fixtures/cases/counter-hours/sheet.json'), 'utf8'));
  const sheets = Array.from({ length: 120 }, (_, i) => ({ ...sheet, number: String(i + 1) }));
  const bytes = new TextEncoder().encode(JSON.stringify(sheets));
  const order: Order = { reading: {}, writing: { folder, formats: ['pdf'] } };
  const crew = await openCrew(order, forms, 0);
  const made = (await crew.run({ source: 'many.json', bytes })) as Made;
  const held = made.waiting.reduce((sum, one) => sum + one.bytes.length, 0);
  expect(held).toBeLessThan(8 * 2 ** 20);
  expect(readdirSync(folder).length).toBe(sheets.length - made.waiting.length);
  expect(made.waiting.length).toBeLessThan(sheets.length);
  const { outputs } = await writeMade(made);
  expect(readdirSync(folder).length).toBe(sheets.length);
  expect(outputs.map(({ reading }) => reading)).toEqual(sheets.map((_, i) => i));
  expect(outputs.every(({ hash }) => hash !== undefined)).toBe(true);
});

test('one thread and several write the same bytes, and tell the same in the same order', async () => {
  const sheet = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');
  const sources = Array.from({ length: 12 }, (_, i) => {
    const source = join(root, `no${i}.txt`);
    const own = sheet.replace('No.\t12', `No.\t${i}`).replace('25分', `${i}分`);
    writeFileSync(source, i % 5 === 4 ? 'nothing of the kind' : own);
    return source;
  });
  const folder = join(root, 'out');
  const run = async (workers: number) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const order: Order = { reading: {}, checking: {}, writing: { folder, formats: ['pdf', 'xlsx', 'json'] } };
    const crew = await openCrew(order, forms, workers, LIMITS, WORKER);
    const outcomes = [];
    const tasks = sources.map((source) => ({ source }));
    for await (const { outcome } of outcomesOf(tasks, crew, noLedger, new AbortController().signal)) {
      outcomes.push(outcome);
    }
    await crew.close();
    const files = readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]);
    return { outcomes, files };
  };
  const one = await run(0);
  expect(one.files.length).toBe(30);
  expect(await run(3)).toEqual(one);
}, 180_000);
