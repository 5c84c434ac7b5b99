/**
 * `npm run damage`: the figures of the damage simulator.
 *
 *     npm run damage -- [--cases N] [--from N] [--kind NAME] [--seed N] [--verbose]
 *
 * The seeds of each kind begin at `--from`, 0 unless told: other seeds are cases that nobody has looked at.
 * With `--seed`, one case; with `--verbose`, the damaged paper, what was read, and what is wrong with it.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { read } from '../../src/convert.ts';
import { type OpenForm, openForm } from '../../src/open-form.ts';
import { KINDS } from './kinds.ts';
import { bytesOf, fileOf, textOf } from './paper.ts';
import { judgeCase, makeCase, NAMES } from './simulate.ts';
import { run, shares, sum, type Tally } from './tally.ts';

/** By their paths from the project's folder, where npm runs this. */
const FORMS = ['templates/niigata-2013.xlsx', 'fixtures/forms/aonami-2018.xlsx'];

async function openForms(): Promise<OpenForm[]> {
  const opened = await Promise.all(FORMS.map((path) => openForm(readFileSync(path), path)));
  return opened.flatMap(({ form }) => form ?? []);
}

interface Job {
  readonly names: readonly { readonly name: string; readonly cases: number }[];
  /** The first seed of all, and which of them are this worker's. */
  readonly from: number;
  readonly at: number;
  readonly step: number;
}

function inWorker(job: Job, done: (tally: Tally) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: job });
    worker
      .on('message', done)
      .on('error', reject)
      .on('exit', () => resolve());
  });
}

async function figures(names: Job['names'], from: number): Promise<number> {
  const start = performance.now();
  const step = availableParallelism();
  const tallies = new Map<string, Tally>();
  const add = (tally: Tally) => {
    const known = tallies.get(tally.name);
    tallies.set(tally.name, known === undefined ? tally : sum(known, tally));
  };
  await Promise.all(Array.from({ length: step }, (_, at) => inWorker({ names, from, at, step }, add)));
  const all = names.flatMap(({ name }) => tallies.get(name) ?? []);
  const total = all.reduce((a, b) => ({ ...sum(a, b), name: 'all', failing: [] }));
  console.log('damage                       cases   cells  recovered  reported  silently wrong  seeds');
  for (const tally of [...all, total]) console.log(row(tally));
  const seconds = (performance.now() - start) / 1000;
  const each = (seconds * 1000 * step) / Math.max(1, total.cases);
  console.log(
    `\n${seconds.toFixed(0)} s on ${step} cores, ${each.toFixed(1)} ms a case, the slowest ${total.slowest.toFixed(0)} ms`,
  );
  console.log('* leaves the information in place: at least 99% is to be recovered');
  return total.wrong === 0 && all.every(isRecovered) ? 0 : 1;
}

const isInPlace = (name: string) => KINDS.some((kind) => kind.name === name && kind.inPlace);
const isRecovered = ({ name, right, cells }: Tally) => !isInPlace(name) || right >= 0.99 * cells;

function row({ name, cases, cells, right, reported, wrong, failing }: Tally): string {
  const percent = (count: number) => ((100 * count) / Math.max(1, cells)).toFixed(2);
  const marked = isInPlace(name) ? `${name} *` : name;
  const columns = [
    marked.padEnd(27),
    String(cases).padStart(6),
    String(cells).padStart(8),
    `${percent(right)}%`.padStart(10),
    `${percent(reported)}%`.padStart(9),
    String(wrong).padStart(15),
    `  ${failing.slice(0, 8).join(' ')}${failing.length > 8 ? ` … (${failing.length} cases)` : ''}`,
  ];
  return columns.join(' ').trimEnd();
}

/** One case, with all that there is to see of it. */
async function one(name: string, seed: number, verbose: boolean): Promise<number> {
  const forms = await openForms();
  const made = makeCase(forms, name, seed);
  if (made === undefined) {
    console.log('nothing to damage');
    return 0;
  }
  const verdict = await judgeCase(made, forms);
  const kinds = made.kinds.map((kind) => kind.name).join(', ');
  console.log(`${made.form.form.settings.form}, ${made.medium}: ${kinds}\n`);
  if (verbose) {
    const visible = textOf(made.paper).replaceAll('\t', '→');
    console.log(visible.replace(/^/gm, '  '));
    for (const { record, findings } of await read(await bytesOf(made.paper), fileOf(made.paper), forms)) {
      console.log('\nread:');
      for (const [path, text] of record) console.log(`  ${path} = ${JSON.stringify(text)}`);
      console.log('\nfindings:');
      for (const { code, path, place, with: words } of findings) {
        console.log(`  ${place?.row}:${place?.column} ${code} ${path ?? ''} ${JSON.stringify(words ?? {})}`);
      }
    }
  }
  const { cells, right, reported, wrong } = verdict;
  console.log(`\n${cells} values: ${right} right, ${reported} reported, ${wrong.length} silently wrong`);
  for (const { sheet, path, meant, read } of wrong) {
    console.log(`  sheet ${sheet + 1} ${path}: ${JSON.stringify(meant)} was read as ${JSON.stringify(read)}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '20000' },
      from: { type: 'string', default: '0' },
      kind: { type: 'string' },
      seed: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { kind, seed } = values;
  if (kind !== undefined && !NAMES.includes(kind))
    throw new Error(`no such kind; there are ${NAMES.join(' ')}`);
  const all = shares(Number(values.cases));
  const some = kind === undefined ? all : all.filter(({ name }) => name === kind);
  process.exitCode =
    seed === undefined
      ? await figures(some, Number(values.from))
      : await one(kind ?? 'none', Number(seed), values.verbose);
} else {
  const { names, from, at, step } = workerData as Job;
  const forms = await openForms();
  for (const { name, cases } of names) {
    const seeds = Array.from({ length: cases }, (_, i) => from + i).filter((_, i) => i % step === at);
    parentPort?.postMessage(await run(forms, name, seeds));
  }
}
