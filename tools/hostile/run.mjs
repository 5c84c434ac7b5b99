/**
 * Runs the program on every hostile file, each in a process of its own, and prints what came of it: the table of
 * docs/hostile.md. A file that takes longer than two minutes counts as one that hangs.
 * `npm run hostile` for all, `npm run hostile -- ods` for those with that in their name.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.mjs';

const SECONDS = 120;
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const wanted = process.argv[2] ?? '';
const input = (name) => readFileSync(path(`../../fixtures/inputs/${name}`));
const good = { text: input('text/utf-8.txt').toString(), workbook: input('workbook/book.xlsx') };
const all = [['a good sheet', ['read'], () => good.workbook], ...cases(good)];
let failed = 0;

console.log('| file | size, kB | what is told | exit code | computing, s | peak, MB |');
console.log('| --- | ---: | --- | ---: | ---: | ---: |');
for (const [name, expected, make] of all) {
  if (!name.includes(wanted)) continue;
  const file = join(folder, 'input.bin');
  const bytes = make();
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', path('peak.mjs'), path('../../dist/cli/main.js'), 'check', file, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 2 ** 30, timeout: SECONDS * 1000, killSignal: 'SIGKILL' },
  );
  const [, kilobytes, microseconds] = /peak (\d+) computed (\d+)\s*$/.exec(stderr) ?? [];
  const peak = Math.round(Number(kilobytes) / 1024);
  const seconds = (Number(microseconds) / 1e6).toFixed(1);
  const told = verdict(stdout);
  const codes = status === null ? ['(killed)'] : told;
  const sound =
    status !== null &&
    codes.some((code) => expected.includes(code)) &&
    (expected.includes('read') || status === 2);
  if (!sound) failed += 1;
  const size = Math.ceil(bytes.length / 1024);
  console.log(
    `| ${name} | ${size} | ${codes.join(', ')}${sound ? '' : ' **not as expected**'} | ${status ?? '-'} | ${seconds} | ${peak} |`,
  );
}
rmSync(folder, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;

/** The codes of the errors about reading; `read` where a sheet came of it. */
function verdict(stdout) {
  try {
    const { summary, diagnostics } = JSON.parse(stdout);
    if (summary.sheets > 0) return ['read'];
    return [...new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
  } catch {
    return ['(no answer)'];
  }
}
