/**
 * Reads damaged files for a while: `npm run fuzz -- --seconds 300 --seed 1`. The files of fixtures/inputs and the
 * forms are damaged by chance, each by a seed of its own; `--files xls` takes those with that in their path only, and
 * `--only SEED` runs one again and keeps it as out/SEED.bin.
 */
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutant } from './mutate.mjs';

/** A file that takes longer has hung, in milliseconds. */
const PATIENCE = 60_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    files: { type: 'string', default: '' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const files = ['fixtures/inputs', 'fixtures/forms', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => path.includes(values.files))
    .sort(),
);

const first = Number(values.only ?? values.seed);
const end = performance.now() + Number(values.seconds) * 1000;
const codes = new Map();
const failures = [];
let peak = 0;
let slowest = { milliseconds: 0 };
let runs = 0;
let worker = await start();

for (let seed = first; performance.now() < end; seed += 1) {
  const began = performance.now();
  const answer = await ask(seed);
  const milliseconds = Math.round(performance.now() - began);
  runs += 1;
  peak = Math.max(peak, answer.peak ?? 0);
  for (const code of answer.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed, what: answer.what };
  for (const fault of answer.faults) {
    failures.push(seed);
    console.log(`seed ${seed} (${answer.what}): ${fault}`);
  }
  if (values.only !== undefined) {
    mkdirSync(join(root, 'out'), { recursive: true });
    const loaded = files.map((name) => ({ name, bytes: readFileSync(name) }));
    writeFileSync(join(root, 'out', `${seed}.bin`), mutant(loaded, seed).bytes);
    console.log(answer.what, answer.codes.join(' '));
    break;
  }
}
worker.kill();

console.log(
  `${runs} files from seed ${first}; slowest ${slowest.milliseconds} ms (seed ${slowest.seed}, ${slowest.what}); peak ${peak} MB`,
);
console.log(`${codes.size} codes:`);
for (const [code, count] of [...codes].sort((a, b) => b[1] - a[1])) console.log(`  ${code} ${count}`);
console.log(
  `${failures.length} failures${failures.length > 0 ? `: seeds ${[...new Set(failures)].join(' ')}` : ''}`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

async function start() {
  const execArgv = ['--max-old-space-size=2048'];
  const started = fork(new URL('worker.mjs', import.meta.url), files, { execArgv, stdio: 'ignore' });
  await new Promise((resolve, reject) => started.once('message', resolve).once('exit', reject));
  started.removeAllListeners();
  return started;
}

/** What the worker says of a seed; where it says nothing or dies, that, and another worker goes on. */
async function ask(seed) {
  const answer = await new Promise((resolve) => {
    const failed = (fault) => resolve({ what: '?', codes: [], faults: [fault], over: true });
    const timer = setTimeout(failed, PATIENCE, `no answer in ${PATIENCE / 1000} seconds`);
    worker.once('exit', (code, signal) => failed(`the program died (${code ?? signal})`));
    worker.once('message', (said) => {
      clearTimeout(timer);
      resolve(said);
    });
    worker.send(seed);
  });
  worker.removeAllListeners();
  if (answer.over) {
    worker.kill('SIGKILL');
    worker = await start();
  }
  return answer;
}
