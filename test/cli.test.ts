/**
 * The command line, by transcripts: fixtures/transcripts/*.txt hold commands with all they print and their exit code.
 * Lines: `$ command`, then standard output as it is, standard error behind `2> `, and `=> code`. The commands run
 * in an empty folder where `fixtures` and `templates` are at hand, with Japanese as the system's language.
 * `TRANSCRIPT=name npx vitest run test/cli.test.ts` writes what one of them prints now; read the change.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFile } from './forms.ts';

const PROGRAM = fileURLToPath(projectFile('dist/cli/main.js'));
const TRANSCRIPTS = fileURLToPath(projectFile('fixtures/transcripts/'));
const folders: string[] = [];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
  folders.push(folder);
  for (const name of ['fixtures', 'templates']) {
    symlinkSync(fileURLToPath(projectFile(name)), join(folder, name), 'junction');
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function run(args: readonly string[], cwd: string, input: string | Uint8Array = ''): Run {
  const env = { ...process.env, LC_ALL: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo', NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd, input, env });
  return { stdout: stdout.toString(), stderr: stderr.toString(), code: status };
}

/** What a command prints, as a transcript has it. `ls` lists a folder, `touch` makes an empty file; all else is the program. */
function play(command: string, cwd: string): string {
  const [name, ...args] = command.split(' ');
  if (name === 'ls')
    return `${readdirSync(join(cwd, args[0] ?? '.'))
      .sort()
      .join('\n')}\n=> 0\n`;
  if (name === 'touch') {
    writeFileSync(join(cwd, args[0] as string), '');
    return '=> 0\n';
  }
  const { stdout, stderr, code } = run(args, cwd);
  const errors = stderr
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `2> ${line}`.trimEnd());
  return `${stdout}${stderr === '' ? '' : `${errors.join('\n')}\n`}=> ${code}\n`;
}

describe('transcripts', () => {
  const names = readdirSync(TRANSCRIPTS).filter((name) => name.endsWith('.txt'));
  expect(names.length).toBeGreaterThan(0);

  test.each(names)('%s', (name) => {
    const expected = readFileSync(join(TRANSCRIPTS, name), 'utf8');
    const cwd = emptyFolder();
    const commands = [...expected.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command as string);
    expect(commands.length).toBeGreaterThan(0);
    const said = commands.map((command) => `$ ${command}\n${play(command, cwd)}`).join('\n');
    if (process.env.TRANSCRIPT === name.replace(/\.txt$/, '')) writeFileSync(join(TRANSCRIPTS, name), said);
    else expect(said).toBe(expected);
  });
});

describe('what a transcript cannot show', () => {
  const sample = 'fixtures/cases/park-upkeep/input.tsv';

  test('standard input is read, standard output holds the result alone', () => {
    const input = readFileSync(projectFile(sample));
    const { stdout, code } = run(['convert', '-', '--to', 'json'], emptyFolder(), input);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('form', 'niigata-2013');
  });

  test('a reader that stops early, as head does, is no error', () => {
    const command = `"${process.execPath}" "${PROGRAM}" schema | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command]);
    expect(stdout.toString()).toHaveLength(10);
    expect(stderr.toString()).toBe('');
  });

  test('an output folder that cannot be written leaves nothing behind', () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'file'), 'mine');
    const { stderr, code } = run(['convert', sample, '--to', 'json', '--out', 'file/out'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('書き込めません: file/out');
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
    expect(readdirSync(cwd).sort()).toEqual(['file', 'fixtures', 'templates']);
  });

  test('an input is never written over', () => {
    const cwd = emptyFolder();
    const json = run(['convert', sample, '--to', 'json'], cwd).stdout;
    writeFileSync(join(cwd, 'sheet.json'), json);
    const { stderr, code } = run(['convert', 'sheet.json', '--to', 'json', '--out', '.'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('上書きしません');
    expect(readFileSync(join(cwd, 'sheet.json'), 'utf8')).toBe(json);
  });
});
