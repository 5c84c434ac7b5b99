/** The command line as a process of its own: how long it takes to start, and how time and memory grow with the work. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { write } from '../../dist/index.js';
import { median } from './measure.mjs';
import { folderOf, fonts, form } from './paper.mjs';

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const peak = new URL('../hostile/peak.mjs', import.meta.url).href;

/** @returns seconds of the clock and of computing, and the most memory, in MB */
function run(args) {
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--import', peak, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wall = (performance.now() - start) / 1000;
  const [, memory, computed] = /\npeak (\d+) computed (\d+)\n$/.exec(stderr) ?? [];
  if (computed === undefined || status > 1) throw new Error(`${args.join(' ')}\n${stderr}`);
  return { wall, cpu: Number(computed) / 1e6, memory: Number(memory) / 1024 };
}

/** One sheet: check it, turn it into data, into a PDF, into a workbook. `node` itself first. */
export async function coldStarts([sheet], rounds) {
  const folder = folderOf('start');
  const file = join(folder, 'sheet.txt');
  writeFileSync(file, (await write('tsv', [sheet], form, { fonts })).bytes);
  const convert = (format) => ['convert', file, '--to', format, '--out', join(folder, `out.${format}`)];
  const commands = [
    ['node alone', ['-e', '0']],
    ['check', [cli, 'check', file]],
    ...['json', 'xlsx', 'pdf'].map((format) => [`convert --to ${format}`, [cli, ...convert(format)]]),
  ];
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, [, args]] of commands.entries()) times[i].push(run(args));
  }
  return commands.map(([name], i) => ({
    name,
    wall: Math.min(...times[i].map(({ wall }) => wall)),
    wallMedian: median(times[i].map(({ wall }) => wall)),
    cpu: Math.min(...times[i].map(({ cpu }) => cpu)),
    memory: median(times[i].map(({ memory }) => memory)),
  }));
}

/**
 * A folder of text files turned into PDFs.
 * @param jobs how many workers do it
 */
export async function folderRun(sheets, jobs) {
  const folder = folderOf(`texts-${sheets.length}`);
  for (const sheet of sheets) {
    const { bytes } = await write('tsv', [sheet], form, { fonts });
    writeFileSync(join(folder, `${sheet.number}.txt`), bytes);
  }
  // what a folder has already would not be made again
  const out = mkdtempSync(join(folder, 'out-'));
  return run([cli, 'convert', join(folder, '*.txt'), '--to', 'pdf', '--out', out, '--jobs', String(jobs)]);
}
