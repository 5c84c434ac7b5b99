/** The line of progress on a terminal, with a clock of our own. */
import { expect, test } from 'vitest';
import { openProgress } from '../../src/cli/progress.ts';
import type { Session } from '../../src/cli/session.ts';
import { wordsIn } from '../../src/cli/words.ts';

function desk(language: 'ja' | 'en' = 'en', columns: () => number | undefined = () => undefined) {
  const shown: string[] = [];
  let time = 0;
  const say = (text: string | Uint8Array) => void shown.push(`${text}\n`);
  const terminal = { write: (text: string) => void shown.push(text), now: () => time, columns };
  const session: Session = { language, say: wordsIn(language), out: say, err: say };
  return { shown, session, terminal, pass: (milliseconds: number) => (time += milliseconds) };
}

test('says how far, how fast, how long and how many problems, not more often than can be read', () => {
  const { shown, session, terminal, pass } = desk();
  const progress = openProgress(session, 400, terminal);
  for (let i = 0; i < 100; i++) {
    pass(50);
    progress.step(i % 10 === 0 ? 1 : 0);
  }
  expect(shown.length).toBe(50);
  expect(shown.at(-1)).toBe('\r\u001b[K99 of 400 files (20 a second), problems: 10, 0:16 left');
  progress.end();
  expect(shown.at(-1)).toBe('\r\u001b[K');
});

test('makes way for whatever else is said', () => {
  const { shown, session, terminal, pass } = desk();
  const progress = openProgress(session, 2, terminal);
  pass(4000);
  progress.session.err('a problem');
  progress.step(0);
  progress.session.out('a result');
  expect(shown.join('')).toBe(
    '\r\u001b[Ka problem\n\r\u001b[K0 of 2 files (0.0 a second), problems: 0' +
      '\r\u001b[Ka result\n\r\u001b[K1 of 2 files (0.3 a second), problems: 0, 0:04 left',
  );
});

test('is no wider than the terminal is at the time, where characters may take two columns', () => {
  let columns = 30;
  const { shown, session, terminal, pass } = desk('ja', () => columns);
  const progress = openProgress(session, 400, terminal);
  const after = (width: number) => {
    columns = width;
    pass(1000);
    progress.step(1);
    return shown.at(-1);
  };
  expect(after(30)).toBe('\r\u001b[K1/400 ファイル（毎秒 1.0）、');
  expect(after(31)).toBe('\r\u001b[K2/400 ファイル（毎秒 1.0）、指');
  expect(after(0)).toBe('\r\u001b[K3/400 ファイル（毎秒 1.0）、指摘 3、あと 6:37');
  expect(after(80)).toBe('\r\u001b[K4/400 ファイル（毎秒 1.0）、指摘 4、あと 6:36');
});

test('says what is left in hours where it is so long, and nothing before anything is done', () => {
  const { shown, session, terminal, pass } = desk();
  pass(5000);
  const progress = openProgress(session, 1000, terminal);
  progress.session.err('begun');
  expect(shown.at(-1)).toBe('\r\u001b[K0 of 1000 files (0.0 a second), problems: 0');
  pass(3723);
  progress.step(0);
  expect(shown.at(-1)).toBe('\r\u001b[K1 of 1000 files (0.3 a second), problems: 0, 1:02:00 left');
});

test('is nowhere without a terminal', () => {
  const { shown, session } = desk();
  const progress = openProgress(session, 2, undefined);
  progress.step(1);
  progress.end();
  expect(progress.session).toBe(session);
  expect(shown).toEqual([]);
});
