/** Measures ways to do the same work, in turn, and prints them as a table with their ratios. */

/**
 * @typedef {{ name: string, run: () => unknown, work?: number, size?: () => number }} Way
 * `work` is how many sheets it does, where not as many as the others; `run` may return what it used itself, as
 * `{ cpu, wall }` in milliseconds, where it works in other processes; `size` tells the bytes for a sheet.
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
 * Runs the ways in turn, each round beginning with the next, so that none always comes after the same other and a slow
 * minute of the machine meets all of them.
 * @param {readonly Way[]} ways the first is ours
 */
export async function race(ways, sheets, rounds) {
  const times = ways.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < ways.length; turn++) {
      const i = (turn + round) % ways.length;
      const { cpu, wall } = await timed(ways[i].run);
      const work = ways[i].work ?? sheets;
      times[i][round] = { cpu: cpu / work, wall: wall / work };
    }
  }
  return ways.map(({ name, size }, i) => ({
    name,
    cpu: summary(times[i].map(({ cpu }) => cpu)),
    wall: summary(times[i].map(({ wall }) => wall)),
    bytes: size?.(),
    // round by round, so that both sides had the same minute
    pace: median(times[i].map(({ cpu }, round) => cpu / times[0][round].cpu)),
  }));
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const summary = (values) => ({ best: Math.min(...values), median: median(values) });

const number = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const both = ({ best, median }) => `${number(best)} (${number(median)})`;

/** Prints what `race` gives. The last column says how many times as long a way computes as ours. */
export function printRace(title, results) {
  table(
    title,
    ['', 'ms of computing, best (median)', 'ms of the clock', 'kB', 'computing, × ours'],
    results.map(({ name, cpu, wall, bytes, pace }) => [
      name,
      both(cpu),
      both(wall),
      bytes === undefined ? '' : (bytes / 1000).toFixed(1),
      number(pace),
    ]),
  );
}

export function table(title, heads, rows) {
  console.log(`\n### ${title}\n`);
  console.log(`| ${heads.join(' | ')} |`);
  console.log(`|${heads.map((_, i) => (i === 0 ? ' --- ' : ' ---: ')).join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

export { median, number };
