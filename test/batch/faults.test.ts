/** What can go wrong around a batch: each is told of and survived, and only whole files are left. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { temporaryIn } from '../../src/batch/outputs.ts';
import { begin, endAll, folderWith, sheetAt, sheetOf, wholeFiles } from './command.ts';

const folders: string[] = [];
afterAll(() => {
  endAll();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(count: number): string {
  const root = folderWith(count);
  folders.push(root);
  return root;
}

const LEDGER = '.reform-sheet.json';
const TIME = 120_000;

test('no room on the disk: what does not fit is told of, and what does is written', {
  timeout: TIME,
}, async () => {
  const root = folder(3);
  // no file may be larger than 40 blocks; a PDF is, JSON is not
  const command = begin(['convert', 'in', '--to', 'pdf,json', '--out', 'out'], root, {
    shell: 'ulimit -f 40',
  });
  expect(await command.ended).toBe(2);
  expect(wholeFiles(join(root, 'out'))).toEqual(['no1.json', 'no2.json', 'no3.json']);
  expect(command.stderr().match(/書き込めません: out\/no\d\.pdf（EFBIG）/g)).toHaveLength(3);
  // nothing was noted as done
  const again = begin(['convert', 'in', '--to', 'pdf,json', '--out', 'out'], root);
  expect(await again.ended).toBe(0);
  expect(again.stderr()).not.toContain('変わっていない');
});

test('nobody reads what is said: the work goes on to its end', { timeout: TIME }, async () => {
  const root = folder(12);
  writeFileSync(sheetAt(root, 1), 'nothing of the kind');
  const convert = begin(['convert', 'in', '--to', 'json', '--out', 'out'], root);
  convert.process.stderr?.destroy();
  expect(await convert.ended).toBe(2);
  expect(wholeFiles(join(root, 'out'))).toHaveLength(12);
  const args = ['check', 'in', '--report', 'report.json', '--format', 'json'];
  const check = begin(args, root);
  check.process.stdout?.destroy();
  expect(await check.ended).toBe(2);
  expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).counts.files).toBe(12);
});

test('no room for what is printed: that is told of once, and the work goes on', {
  timeout: TIME,
  skip: process.platform !== 'linux',
}, async () => {
  const root = folder(3);
  const args = ['check', 'in', '--report', 'report.json'];
  const command = begin(args, root, { shell: 'exec >/dev/full' });
  expect(await command.ended).toBe(2);
  expect(command.stderr()).toBe(
    'エラー: 標準出力に書き込めません（ENOSPC）。結果の一部が失われました\n書き出しました: report.json\n',
  );
  expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).counts.files).toBe(3);
});

test('something in the way of an output, and of the ledger', { timeout: TIME }, async () => {
  const root = folder(3);
  mkdirSync(join(root, 'out/no2.json/inside'), { recursive: true });
  mkdirSync(join(root, 'out', LEDGER, 'inside'), { recursive: true });
  const command = begin(['convert', 'in', '--to', 'json', '--out', 'out'], root);
  expect(await command.ended).toBe(2);
  expect(readdirSync(join(root, 'out')).sort()).toEqual([LEDGER, 'no1.json', 'no2.json', 'no3.json']);
  expect(command.stderr()).toMatch(/書き込めません: out.no2\.json/);
  // an earlier record stays, so that not all is done again
  expect(command.stderr()).toMatch(
    /記録を残せません（\w+）。今回したことは、次の実行でもう一度することがあります/,
  );
});

test('the same names in another working folder are those of other inputs', { timeout: TIME }, async () => {
  const [one, two] = [folder(2), folder(2)];
  for (const number of [1, 2]) {
    renameSync(sheetAt(two, number), sheetAt(two, number + 2));
  }
  symlinkSync(join(one, 'out'), join(two, 'out'), 'junction');
  for (const root of [one, two, one]) {
    const command = begin(['convert', 'in', '--to', 'json', '--out', 'out'], root);
    expect(await command.ended).toBe(0);
    expect(command.stderr()).not.toContain('前に書き出したもの');
  }
});

test('no more workers than inputs, and no more than can be wanted', { timeout: TIME }, async () => {
  const root = folder(2);
  const counted = new URL('workers/counted.mjs', import.meta.url).href;
  const command = begin(['check', 'in', '--jobs', '64'], root, { node: ['--import', counted] });
  expect(await command.ended).toBe(0);
  expect(command.stderr().match(/a worker begins/g)).toHaveLength(2);
  expect(await begin(['check', 'in', '--jobs', '65'], root).ended).toBe(2);
});

test('no more threads: this one does it', { timeout: TIME }, async () => {
  const root = folder(3);
  const threadless = new URL('workers/threadless.mjs', import.meta.url).href;
  const command = begin(['convert', 'in', '--to', 'json', '--out', 'out', '--jobs', '2'], root, {
    node: ['--import', threadless],
  });
  expect(await command.ended).toBe(0);
  expect(wholeFiles(join(root, 'out'))).toHaveLength(4);
});

test('a worker that dies: its input is told of, and the others are done', { timeout: TIME }, async () => {
  const root = folder(5);
  const mortal = new URL('workers/mortal.mjs', import.meta.url).href;
  const args = ['convert', 'in', '--to', 'json', '--out', 'out', '--jobs', '2'];
  const command = begin(args, root, { node: ['--import', mortal] });
  expect(await command.ended).toBe(2);
  expect(command.stderr()).toMatch(/エラー: 処理が途中で止まりました: in.no3\.txt/);
  expect(wholeFiles(join(root, 'out'))).toEqual([LEDGER, 'no1.json', 'no2.json', 'no4.json', 'no5.json']);
  const again = begin(args, root);
  expect(await again.ended).toBe(0);
  expect(again.stderr()).toContain('前回のままにした入力: 4');
  expect(wholeFiles(join(root, 'out'))).toContain('no3.json');
});

test.each(['1', '2'])(
  'Ctrl-C, with --jobs %s: only whole files, and what was done is said',
  { timeout: TIME },
  async (jobs) => {
    const root = folder(150);
    const args = ['convert', 'in', '--to', 'json,pdf', '--out', 'out', '--jobs', jobs];
    const command = begin(args, root);
    await command.said('書き出しました');
    command.process.kill('SIGINT');
    expect(await command.ended).toBe(130);
    const [, done, rest] = /中断しました: 済んだ入力 (\d+)、まだの入力 (\d+)/.exec(command.stderr()) ?? [];
    expect(Number(done) + Number(rest)).toBe(150);
    expect(Number(rest)).toBeGreaterThan(0);
    const names = wholeFiles(join(root, 'out'));
    expect(names.filter((name) => name !== LEDGER)).toHaveLength(Number(done) * 2);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    // what is done need not be done again
    const again = begin(['convert', 'in', '--to', 'json,pdf', '--out', 'out'], root);
    await again.said('書き出しました');
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(143);
    expect(again.stderr()).toContain(`前回のままにした入力: ${done}`);
  },
);

test.each(['1', '2'])(
  'Ctrl-C twice, with --jobs %s: it ends at once, leaves nothing half written, and says what is not done',
  { timeout: TIME },
  async (jobs) => {
    const root = folder(100);
    const command = begin(['convert', 'in', '--to', 'json,pdf', '--out', 'out', '--jobs', jobs], root);
    await command.said('書き出しました', 3);
    command.process.kill('SIGINT');
    await command.said('中断します。');
    command.process.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect(wholeFiles(join(root, 'out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(command.stderr().split('中断します。')).toHaveLength(2);
    const [, done, rest] = /中断しました: 済んだ入力 (\d+)、まだの入力 (\d+)/.exec(command.stderr()) ?? [];
    expect(Number(done) + Number(rest)).toBe(100);
    expect(Number(rest)).toBeGreaterThan(0);
    expect(command.stderr()).not.toContain('エラー');
  },
);

test('Ctrl-C while all is joined to one file: what is done is said, and there is no file', {
  timeout: TIME,
}, async () => {
  const root = folder(60);
  writeFileSync(sheetAt(root, 1), sheetOf(1).replace('大項目', '大項'));
  const command = begin(['convert', 'in', '--to', 'pdf', '--out', 'all.pdf'], root);
  await command.said('-->');
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
  const [, done, rest] = /中断しました: 済んだ入力 (\d+)、まだの入力 (\d+)/.exec(command.stderr()) ?? [];
  expect(Number(done) + Number(rest)).toBe(60);
  expect(readdirSync(root)).toEqual(['in']);
});

test.each(['json', 'sarif'])(
  'Ctrl-C: a check says nothing as %s, which would look whole',
  {
    timeout: TIME,
  },
  async (format) => {
    const root = folder(300);
    const command = begin(['check', 'in', 'gone/*.txt', '--format', format, '--jobs', '1'], root);
    await command.said('読むファイルがありません');
    await setTimeout(100);
    command.process.kill('SIGINT');
    expect(await command.ended).toBe(130);
    expect(command.stderr()).toContain('中断しました');
    expect(command.stdout()).toBe('');
  },
);

test('standard input is read once, though its name is looked at beforehand', { timeout: TIME }, async () => {
  const root = folder(1);
  renameSync(sheetAt(root, 1), join(root, 'sheet-1.txt'));
  const command = begin(['convert', '-', 'sheet-1.txt', '--to', 'json', '--out', 'out'], root);
  command.process.stdin?.end(sheetOf(2));
  expect(await command.ended).toBe(0);
  expect(readFileSync(join(root, 'out/sheet.json'), 'utf8')).toContain('"number": "2"');
  expect(readFileSync(join(root, 'out/sheet-1.json'), 'utf8')).toContain('"number": "1"');
});

test('Ctrl-C: no number is said to be missing because it was not reached', { timeout: TIME }, async () => {
  const root = folder(0);
  // every sixth number comes last
  const numbers = Array.from({ length: 100 }, (_, i) => i + 1);
  const late = [...numbers.filter((n) => n % 6 !== 0), ...numbers.filter((n) => n % 6 === 0)];
  for (const [i, number] of late.entries()) writeFileSync(join(root, `in/${100 + i}.txt`), sheetOf(number));
  const command = begin(['convert', 'in', '--to', 'pdf', '--out', 'out', '--jobs', '1'], root);
  await command.said('書き出しました', 15);
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
  expect(command.stderr()).toContain('中断しました');
  expect(command.stderr()).not.toContain('numbers-missing');
});

test('killed in the middle: whole files only, and the next run tidies up', { timeout: TIME }, async () => {
  const root = folder(60);
  const args = ['convert', 'in', '--to', 'json', '--out', 'out'];
  const command = begin(args, root);
  await command.said('書き出しました', 5);
  command.process.kill('SIGKILL');
  expect(await command.ended).toBe('SIGKILL');
  wholeFiles(join(root, 'out'));
  writeFileSync(temporaryIn(join(root, 'out'), command.process.pid), 'half a fi');
  expect(await begin(args, root).ended).toBe(0);
  const names = wholeFiles(join(root, 'out'));
  expect(names).toHaveLength(61);
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a second run does what has changed, says what it left, and ends as the first did', {
  timeout: TIME,
}, async () => {
  const root = folder(4);
  writeFileSync(sheetAt(root, 2), sheetOf(2, '24分\n\nどこにも属さない長い文章がここに一つあります'));
  const args = ['convert', 'in', '--to', 'json', '--out', 'out', '--report', 'report.json'];
  const run = async (...more: string[]) => {
    const command = begin([...args, ...more], root);
    const code = await command.ended;
    const { counts } = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'));
    const written = [...command.stderr().matchAll(/書き出しました: out.(\S+)（/g)].map(([, name]) => name);
    const frames = command
      .stderr()
      .split('\n')
      .filter((line) => /^(?:エラー|警告|参考)\[/.test(line));
    return { code, counts, written, frames };
  };
  const first = await run();
  expect(first.written).toHaveLength(4);
  expect(first.code).toBe(1);
  expect(first.frames.length).toBeGreaterThan(0);
  expect(await run()).toEqual({ ...first, written: [] });
  writeFileSync(sheetAt(root, 3), sheetOf(3, '23分'));
  rmSync(join(root, 'out/no4.json'));
  expect((await run()).written).toEqual(['no3.json', 'no4.json']);
  expect((await run('--force')).written).toHaveLength(4);
  expect((await run('--out-encoding', 'utf-8-bom')).written).toHaveLength(4);
});

test('watching: what changes is done again, until Ctrl-C', { timeout: TIME }, async () => {
  const root = folder(3);
  // only the first time is all done, whatever is asked for
  const args = ['convert', 'in', '--to', 'json', '--out', 'out', '--force', '--watch'];
  const command = begin(args, root);
  await command.said('待っています');
  writeFileSync(sheetAt(root, 2), sheetOf(2, '19分'));
  await command.said('待っています', 2);
  expect(readFileSync(join(root, 'out/no2.json'), 'utf8')).toContain('19分');
  expect(command.stderr().match(/書き出しました: out.no\d/g)).toHaveLength(4);
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
});

test('watching: its own results, report and log wake nobody', { timeout: TIME }, async () => {
  const root = folder(2);
  const args = ['convert', '.', '--to', 'json', '--out', 'out', '--report', 'report.html', '--watch'];
  const command = begin(args, join(root, 'in'));
  await command.said('待っています');
  writeFileSync(join(root, 'in/log'), 'what a shell writes of it');
  writeFileSync(sheetAt(root, 2), sheetOf(2, '19分'));
  await command.said('待っています', 2);
  expect(command.stderr().match(/書き出しました: report\.html/g)).toHaveLength(2);
  expect(readFileSync(join(root, 'in/out/no2.json'), 'utf8')).toContain('19分');
  command.process.kill('SIGTERM');
  expect(await command.ended).toBe(143);
});

test('watching: a check tells what is new of what has changed', { timeout: TIME }, async () => {
  const root = folder(2);
  writeFileSync(sheetAt(root, 1), sheetOf(1, '').replace('No.\t1\n', 'No.\t\n'));
  const command = begin(['check', 'in', '--watch'], root);
  await command.said('待っています');
  const first = command.stderr().split('--> ').length - 1;
  expect(first).toBeGreaterThan(0);
  writeFileSync(sheetAt(root, 2), sheetOf(2, '').replace('No.\t2\n', 'No.\t\n'));
  await command.said('待っています', 2);
  const told = command
    .stderr()
    .split('--> ')
    .slice(first + 1);
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((frame) => frame.startsWith(join('in', 'no2.txt')))).toBe(true);
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
  expect(command.stdout().match(/2 ファイル、2 シート/g)).toHaveLength(2);
});

test('watching: what shows only among all sheets is told when it comes up, and once', {
  timeout: TIME,
}, async () => {
  const root = folder(10);
  rmSync(sheetAt(root, 5));
  const command = begin(['check', 'in', '--watch'], root);
  const told = () =>
    ['numbers-missing', 'number-repeated'].map((code) => command.stderr().split(`[${code}]`).length - 1);
  await command.said('待っています');
  expect(told()).toEqual([1, 0]);
  writeFileSync(sheetAt(root, 1), sheetOf(1, '19分'));
  await command.said('待っています', 2);
  expect(told()).toEqual([1, 0]);
  // it is told at the later sheet, which is as it was
  writeFileSync(sheetAt(root, 1), sheetOf(2));
  await command.said('待っています', 3);
  expect(told()).toEqual([1, 1]);
  writeFileSync(sheetAt(root, 9), sheetOf(9, '19分'));
  await command.said('待っています', 4);
  expect(told()).toEqual([1, 1]);
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
});

test('watching: what is missing or passed over is told once, and again when that changes', {
  timeout: TIME,
}, async () => {
  const root = folder(1);
  writeFileSync(join(root, 'in/a.doc'), '');
  const command = begin(['check', 'in', 'none/*.txt', 'gone.txt', '--watch'], root);
  const told = () =>
    ['読むファイルがありません: none', 'ファイルが見つかりません: gone.txt', '読まない種類のファイル'].map(
      (words) => command.stderr().split(words).length - 1,
    );
  await command.said('待っています');
  expect(told()).toEqual([1, 1, 1]);
  writeFileSync(sheetAt(root, 1), sheetOf(1, '19分'));
  await command.said('待っています', 2);
  expect(told()).toEqual([1, 1, 1]);
  writeFileSync(join(root, 'in/b.doc'), '');
  writeFileSync(join(root, 'gone.txt'), sheetOf(2));
  await command.said('待っています', 3);
  rmSync(join(root, 'gone.txt'));
  await command.said('待っています', 4);
  expect(told()).toEqual([1, 2, 2]);
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
});

test('watching ends with the first run where that is stopped', { timeout: TIME }, async () => {
  const root = folder(100);
  const command = begin(['convert', 'in', '--to', 'json', '--out', 'out', '--watch'], root);
  await command.said('書き出しました');
  command.process.kill('SIGINT');
  expect(await command.ended).toBe(130);
});
