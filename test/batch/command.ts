/** The built program as a command that a test can talk to while it runs, and a folder of sheets for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../forms.ts';

const PROGRAM = fileURLToPath(projectFile('dist/cli/main.js'));
const SHEET = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');

/** A new folder with so many sheets in `in`. */
export function folderWith(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
  mkdirSync(join(root, 'in'));
  for (let number = 1; number <= count; number++) writeFileSync(sheetAt(root, number), sheetOf(number));
  return root;
}

export function sheetAt(root: string, number: number): string {
  return join(root, `in/no${number}.txt`);
}

export function sheetOf(number: number, report = '24分'): string {
  return SHEET.replace('No.\t12', `No.\t${number}`)
    .replace('証明窓口の待ち時間の短縮', `証明窓口の待ち時間の短縮（${number}）`)
    .replace('24分', report);
}

export interface Command {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits until standard error has said something so often. */
  readonly said: (words: string, times?: number) => Promise<void>;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const begun: ChildProcess[] = [];

/** Ends whatever a failed test has left running. */
export function endAll(): void {
  for (const child of begun) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}

/** Begins the program in a folder. */
export function begin(
  args: readonly string[],
  cwd: string,
  { node = [], shell = '' }: { readonly node?: readonly string[]; readonly shell?: string } = {},
): Command {
  const env = { ...process.env, LC_ALL: 'ja_JP.UTF-8', NO_COLOR: '1' };
  const words = [process.execPath, ...node, PROGRAM, ...args];
  const child =
    shell === ''
      ? spawn(words[0] as string, words.slice(1), { cwd, env })
      : spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...words], { cwd, env });
  begun.push(child);
  let [out, err] = ['', ''];
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => {
    err += text;
    for (const look of [...waiting]) look();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  return {
    process: child,
    stdout: () => out,
    stderr: () => err,
    said: (words, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (err.split(words).length > times) resolve();
        };
        waiting.push(look);
        void ended.then(() => resolve());
        look();
      }),
    ended,
  };
}

/** The names in a folder; throws where a file in it is not whole. */
export function wholeFiles(folder: string): string[] {
  const names = readdirSync(folder).sort();
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    if (name.endsWith('.json')) JSON.parse(bytes.toString());
    if (name.endsWith('.pdf') && !bytes.subarray(-8).toString().includes('%%EOF')) throw new Error(name);
  }
  return names;
}
