/**
 * The command line, by transcripts: fixtures/transcripts/*.txt hold commands with all they print and their exit code.
 * Lines: `$ command`, then standard output as it is, standard error behind `2> `, and `=> code`. The commands run
 * in an empty folder where `fixtures` and `templates` are at hand, with Japanese as the system's language.
 * `TRANSCRIPT=name npx vitest run test/cli.test.ts` writes what one of them prints now; read the change.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

  test.each(names)('%s', { timeout: 180_000 }, (name) => {
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

  test('a name that would steer the terminal is shown, and does not', () => {
    const { code, stderr } = run(['check', 'no\u001b[2Jthing.txt'], emptyFolder());
    expect([code, stderr]).toEqual([2, 'エラー: ファイルが見つかりません: no␛[2Jthing.txt\n']);
  });

  test('what is read besides the inputs is not written over', () => {
    const cwd = emptyFolder();
    const form = readFileSync(projectFile('templates/niigata-2013.xlsx'));
    for (const name of ['form.xlsx', 'input.xlsx']) writeFileSync(join(cwd, name), form);
    writeFileSync(join(cwd, 'places.csv'), '# none\n');
    const refused = [
      ['convert', sample, '--form', 'form.xlsx', '--to', 'xlsx', '--out', 'form.xlsx'],
      ['convert', sample, '--form', 'input.xlsx', '--to', 'xlsx', '--out', '.'],
      ['book', sample, '--form', 'form.xlsx', '--to', 'xlsx', '--out', 'form.xlsx'],
      ['check', sample, '--placements', 'places.csv', '--report', 'places.csv'],
    ];
    for (const args of refused) {
      const { code, stderr } = run(args, cwd);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^エラー: 入力・様式・--placements のファイルには上書きしません/),
      ]);
    }
    for (const name of ['form.xlsx', 'input.xlsx'])
      expect(readFileSync(join(cwd, name)).equals(form)).toBe(true);
    expect(readFileSync(join(cwd, 'places.csv'), 'utf8')).toBe('# none\n');
  });

  test('a form with faults is not used: a box that is marked wrongly would be missing on every sheet', () => {
    const cwd = emptyFolder();
    const parts = unzipSync(readFileSync(projectFile('templates/niigata-2013.xlsx')));
    const strings = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array);
    expect(strings).toContain('{background}');
    parts['xl/sharedStrings.xml'] = strToU8(strings.replace('{background}', '{backgroud}'));
    writeFileSync(join(cwd, 'form.xlsx'), zipSync(parts));
    const { code, stderr } = run(['check', sample, '--form', 'form.xlsx'], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /エラー\[hole-unknown\].*backgroud[\s\S]*エラー: 様式に誤りがあるので使いません: form\.xlsx/,
    );
  });

  test('a reader that stops early, as head does, is no error', () => {
    const command = `"${process.execPath}" "${PROGRAM}" schema | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command]);
    expect(stdout.toString()).toHaveLength(10);
    expect(stderr.toString()).toBe('');
  });

  test('of findings that are alike the first are shown, with the row of the table where it is another than the line', () => {
    const cwd = emptyFolder();
    const sheet = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8').trimEnd();
    const astray = Array.from({ length: 25 }, (_, i) => `"一行目\n${i}番目のどこにも属さない長い文の一つ"`);
    writeFileSync(join(cwd, 'a.txt'), [sheet, '', ...astray, ''].join('\n'));
    const { stderr } = run(['check', 'a.txt'], cwd);
    const frames = stderr.split('\n').filter((line) => line.startsWith('エラー[text-unplaced]'));
    expect(frames).toHaveLength(20);
    expect(stderr).toContain('[text-unplaced] はほかに 5 件あります（表示は 20 件まで。');
    expect(stderr).toContain('a.txt:30:1（表の 29 行目）');
    expect(JSON.parse(run(['check', 'a.txt', '--format', 'json'], cwd).stdout).summary.errors).toBe(25);
  });

  test('two sheets with one number in one input are written under two names', () => {
    const cwd = emptyFolder();
    const sheet = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8').trimEnd();
    writeFileSync(join(cwd, 'a.txt'), `${sheet}\n\n${sheet.replace('25分', '30分')}\n`);
    const { stderr, code } = run(['convert', 'a.txt', '--to', 'json', '--out', 'out'], cwd);
    expect(code).toBe(0);
    expect(stderr).toContain('警告[sheet-revised]');
    const written = readdirSync(join(cwd, 'out')).filter((name) => !name.startsWith('.'));
    expect(written.sort()).toEqual(['a-12-2.json', 'a-12.json']);
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

  test.each(['linked', 'again/../linked'])('nor through a linked folder: %s', (out) => {
    const cwd = emptyFolder();
    const json = run(['convert', sample, '--to', 'json'], cwd).stdout;
    mkdirSync(join(cwd, 'mine'));
    mkdirSync(join(cwd, 'again'));
    symlinkSync(join(cwd, 'mine'), join(cwd, 'linked'), 'junction');
    writeFileSync(join(cwd, 'mine/sheet.json'), json);
    const { stderr, code } = run(['convert', 'mine/sheet.json', '--to', 'json', '--out', out], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('上書きしません');
  });

  test('two inputs whose names differ only in case do not become one file', () => {
    const cwd = emptyFolder();
    const json = run(['convert', sample, '--to', 'json'], cwd).stdout;
    for (const name of ['a/sheet.json', 'b/SHEET.json']) {
      mkdirSync(join(cwd, name[0] as string));
      writeFileSync(join(cwd, name), json);
    }
    const { stderr, code } = run(['convert', 'a', 'b', '--to', 'tsv', '--out', 'out'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('同じファイルに書き出されます');
  });

  test('an output that is blocked does not stop the others', () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'out/input.json'), { recursive: true });
    const { stderr, code } = run(['convert', sample, '--to', 'json,tsv', '--out', 'out'], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(/書き込めません: out.input\.json/);
    expect(stderr).toMatch(/書き出しました: out.input\.tsv/);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['input.json', 'input.tsv']);
  });

  describe('a text that belongs to no box', () => {
    const stray = () => {
      const cwd = emptyFolder();
      writeFileSync(
        join(cwd, 'stray.txt'),
        `${readFileSync(projectFile(sample), 'utf8')}\n\n余りの文です。\n`,
      );
      return cwd;
    };

    test('is shown in its row, and once more at the end', () => {
      const { stdout, code } = run(['show', 'stray.txt'], stray());
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^\d+:1 +余りの文です。 +行先なし\n +\* エラー\[text-unplaced\]: 「余りの文です。」/m,
      );
      const [, rest] = stdout.split('## 取り込んでいない文字');
      expect(rest).toMatch(/^\d+:1 +余りの文です。$/m);
    });

    test('is counted at the end, where the rest is written', () => {
      const { stderr, code } = run(['convert', 'stray.txt', '--out', 'stray.json'], stray());
      expect(code).toBe(1);
      const [written, last] = stderr.trimEnd().split('\n').slice(-2);
      expect(written).toBe('書き出しました: stray.json（様式: niigata-2013）');
      expect(last).toMatch(/^エラー: 1 件。/);
    });
  });

  test('formats are taken as people type them', () => {
    const cwd = emptyFolder();
    const { code } = run(['convert', sample, '--to', 'ＪＳＯＮ, Tsv', '--out', 'out'], cwd);
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['input.json', 'input.tsv']);
  });
});

describe.each(['README.md', 'README.ja.md'])('%s', (name) => {
  const text = readFileSync(projectFile(name), 'utf8');
  const blocks = (language: string) =>
    [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, found, code]) =>
      found === language ? (code as string) : [],
    );

  /** A folder with all that the examples name. */
  function exampleFolder(): string {
    const cwd = emptyFolder();
    const sheet = projectFile('fixtures/cases/park-upkeep/input.tsv');
    cpSync(sheet, join(cwd, 'no49.txt'));
    for (const folder of ['sheets', 'シート']) {
      mkdirSync(join(cwd, folder));
      cpSync(sheet, join(cwd, folder, 'no49.txt'));
    }
    writeFileSync(join(cwd, 'blank.json'), '{"form":"niigata-2013"}\n');
    return cwd;
  }

  test('shows a repair as the sample tells it', () => {
    const language = name === 'README.md' ? 'en' : 'ja';
    const { stderr } = run(
      ['check', 'fixtures/cases/counter-hours/input.txt', '--lang', language],
      exampleFolder(),
    );
    const [shown = '', ...others] = blocks('').filter((block) => block.includes(']: '));
    expect(others).toEqual([]);
    const told = stderr.split('\n');
    for (const line of shown.trimEnd().split('\n')) {
      // a row is cut short where the page ends
      const beginning = line.replace(/ \.\.$/, '');
      expect(
        told.some((one) => one.startsWith(beginning)),
        line,
      ).toBe(true);
    }
  });

  test('shows a program, at least in English', () => {
    expect(blocks('ts').length).toBe(name === 'README.md' ? 1 : 0);
  });

  test('its commands run', () => {
    const commands = blocks('').flatMap((block) => block.match(/(?<=npx reform-sheet ).*/g) ?? []);
    expect(commands.length).toBeGreaterThan(2);
    const cwd = exampleFolder();
    for (const command of commands) expect(run(command.split(/\s+/), cwd).code, command).toBeLessThan(2);
    expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['out', 'blank.xlsx']));
  });

  test.each(blocks('ts'))('its program compiles under strict and runs: %#', (program) => {
    const cwd = exampleFolder();
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(fileURLToPath(projectFile('.')), join(cwd, 'node_modules/reform-sheet'), 'junction');
    symlinkSync(
      fileURLToPath(projectFile('node_modules/@types')),
      join(cwd, 'node_modules/@types'),
      'junction',
    );
    for (const file of ['program.mts', 'program.mjs']) writeFileSync(join(cwd, file), program);
    const tsc = fileURLToPath(projectFile('node_modules/typescript/bin/tsc'));
    const options =
      '--strict --noEmit --skipLibCheck --module nodenext --target es2023 --types node program.mts';
    const compiled = spawnSync(process.execPath, [tsc, ...options.split(' ')], { cwd });
    expect(compiled.stdout.toString()).toBe('');
    const { status, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd });
    expect(stderr.toString()).toBe('');
    expect(status).toBe(0);
    expect(readdirSync(cwd)).toContain('no49.pdf');
  });
});
