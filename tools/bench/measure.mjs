/** Measures ways to do the same work, in turn, and prints them as a table with their ratios. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * @typedef {{ name: string, open: (sheets: readonly object[]) => Promise<Open | undefined> | Open | undefined }} Way
 * What is not installed opens as undefined.
 * @typedef {{ run: () => unknown, work?: number, size?: () => number }} Open
 * `work` is how many sheets it does, where not all; `run` may return what it used itself, as `{ cpu, wall }` in
 * milliseconds, where it works in other processes; `size` tells the bytes for a sheet.
 */

/** Runs something once; milliseconds of computing (all threads) and of the clock. */
export async function timed(run) {
  const [used, start] = [process.cpuUsage(), performance.now()];
  const own = await run();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return own?.cpu === undefined ? { cpu: (user + system) / 1000, wall } : own;
}

/**
 * Runs ways in turn, each in a process of its own and each round beginning with the next, so that none always comes after the
 * same other and a slow minute of the machine meets all of them.
 * @param module the file that has them, in a list of this name; the first way is ours
 * @param most so many of the list
 */
export async function race(module, list, count, rounds, most = Number.POSITIVE_INFINITY) {
  const ways = (await import(module))[list].slice(0, most);
  const runners = [];
  const missing = [];
  for (const [place, { name }] of ways.entries()) {
    const runner = fork(new URL('runner.mjs', import.meta.url), [module, list, String(place), String(count)]);
    const { isThere, work } = await answer(runner);
    if (isThere) runners.push({ name, runner, work, times: [] });
    else missing.push(name);
    if (!isThere) runner.disconnect();
  }
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const { runner, work, times } = runners[(turn + round) % runners.length];
      runner.send('run');
      const { cpu, wall, bytes } = await answer(runner);
      times.push({ cpu: cpu / work, wall: wall / work, bytes });
    }
  }
  for (const { runner } of runners) runner.disconnect();
  const [ours] = runners;
  const paceOf = (times, of) => median(times.map((time, round) => of(time) / of(ours.times[round])));
  const results = runners.map(({ name, times }) => ({
    name,
    cpu: summary(times.map(({ cpu }) => cpu)),
    wall: summary(times.map(({ wall }) => wall)),
    bytes: times.at(-1).bytes,
    // round by round, so that both sides had the same minute
    pace: paceOf(times, (time) => time.cpu),
    clock: paceOf(times, (time) => time.wall),
    times,
  }));
  return { results, missing };
}

/** How many times as long one way takes as another by the clock, of those that `race` has measured; round by round. */
export function clockRatio(slow, quick) {
  return median(slow.times.map(({ wall }, round) => wall / quick.times[round].wall));
}

async function answer(runner) {
  const ended = once(runner, 'exit').then(([code]) => {
    throw new Error(`a way ended with ${code}`);
  });
  const [message] = await Promise.race([once(runner, 'message'), ended]);
  ended.catch(() => {});
  return message;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const summary = (values) => ({ best: Math.min(...values), median: median(values) });

const number = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const both = ({ best, median }) => `${number(best)} (${number(median)})`;

/** Prints what `race` gives. The last columns say how many times as long a way takes as ours. */
export function printRace(title, { results, missing }) {
  table(
    title,
    ['', 'ms of computing, best (median)', 'ms of the clock', 'kB', 'computing, × ours', 'clock, × ours'],
    results.map(({ name, cpu, wall, bytes, pace, clock }) => [
      name,
      both(cpu),
      both(wall),
      bytes === undefined ? '' : (bytes / 1000).toFixed(1),
      number(pace),
      number(clock),
    ]),
  );
  for (const name of missing) console.log(`\n${name}: not installed, and left out.`);
}

export function table(title, heads, rows) {
  console.log(`\n### ${title}\n`);
  console.log(`| ${heads.join(' | ')} |`);
  console.log(`|${heads.map((_, i) => (i === 0 ? ' --- ' : ' ---: ')).join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

export { median, number };
