/** The summary at the end of a run: a table by division where there are many files, and what a report's file may be. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Account } from '../../src/cli/account.ts';
import { type Session, UserError } from '../../src/cli/session.ts';
import { openReport, summarize } from '../../src/cli/summary.ts';
import { wordsIn } from '../../src/cli/words.ts';
import type { FileReport } from '../../src/report/report.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (name: string) => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const told: string[] = [];
const session: Session = {
  language: 'ja',
  say: wordsIn('ja'),
  out: () => {},
  err: (text) => told.push(text),
};
const filesOf = (count: number): FileReport[] =>
  Array.from({ length: count }, (_, i) => ({
    file: `no${i}.txt`,
    failures: i === 0 ? ['読めません'] : [],
    unchanged: false,
    sheets:
      i === 0
        ? []
        : [
            {
              form: 'a',
              divisions: [i % 2 === 0 ? '財政課' : 'ＩＴ推進課'],
              outputs: ['a.pdf'],
              diagnostics: i === 3 ? [{ code: 'a', severity: 'error', message: '空欄です' }] : [],
            },
          ],
  }));

async function printed(count: number, file?: string, isStopped = false): Promise<string[]> {
  const lines: string[] = [];
  const account = { files: filesOf(count) } as unknown as Account;
  await summarize(session, account, { file, isStopped }, (text) => lines.push(text));
  return lines;
}

test('many files are counted by division in a table, few are not', async () => {
  expect(await printed(9)).toEqual([]);
  expect(await printed(10)).toHaveLength(1);
  expect((await printed(11)).join('\n')).toBe(
    [
      '部署                ファイル  シート  書き出し  失敗  エラー  警告  参考',
      '------------------------------------------------------------------------',
      'ＩＴ推進課                 5       5         5     0       1     0     0',
      '財政課                     5       5         5     0       0     0     0',
      '（部署の記載なし）         1       0         0     1       0     0     0',
      '------------------------------------------------------------------------',
      '合計                      11      10        10     1       1     0     0',
    ].join('\n'),
  );
});

test('a report is written in the format of its ending, however few the files', async () => {
  for (const name of ['report.json', 'REPORT.CSV', 'report.html']) await printed(2, at(name));
  expect(JSON.parse(readFileSync(at('report.json'), 'utf8')).counts).toMatchObject({ files: 2, failed: 1 });
  const [head, line] = readFileSync(at('REPORT.CSV'), 'utf8').split('\n');
  expect(head).toMatch(/^\ufeff部署,番号,項目,/);
  expect(line).toContain('読めません');
  expect(readFileSync(at('report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
});

test('of a run that was stopped there is neither table nor report: it would look whole', async () => {
  expect(await printed(11, at('stopped.html'), true)).toEqual([]);
  expect(existsSync(at('stopped.html'))).toBe(false);
  expect(told.pop()).toContain(`報告は書き出していません: ${at('stopped.html')}`);
});

test('a report that cannot be written is told of, and is a failure of the run', async () => {
  mkdirSync(at('taken.html/inside'), { recursive: true });
  const account = { files: filesOf(2) } as unknown as Account;
  const write = (file: string) => summarize(session, account, { file: at(file), isStopped: false }, () => {});
  expect(await write('taken.html')).toBe(false);
  expect(told.pop()).toContain(`書き込めません: ${at('taken.html')}`);
  expect(await write('free.html')).toBe(true);
});

test('the folder of a report is made before the work begins', async () => {
  await openReport(session, at('new/report.html'), []);
  expect(existsSync(at('new'))).toBe(true);
});

test('a report is no other file, and never written over an input', async () => {
  writeFileSync(at('sheet.json'), '{}');
  const refused = (file: string) => expect(openReport(session, file, [at('sheet.json')])).rejects;
  await refused(at('report.pdf')).toThrow(UserError);
  await refused(at('sheet.json')).toThrow(/上書きしません/);
  for (const name of ['new.json', 'NEW.CSV']) await openReport(session, at(name), [at('sheet.json')]);
  await expect(openReport(session, at('all.csv'), [], [at('all.csv')])).rejects.toThrow(/報告/);
});
