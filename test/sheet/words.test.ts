import { expect, it } from 'vitest';
import { fold } from '../../src/fold.ts';
import { decodeDivisions, encodeDivisions, isOneName } from '../../src/sheet/divisions.ts';
import { decodeWord, encodeWord } from '../../src/sheet/words.ts';
import { vocabulary } from './vocabulary.ts';

const { statuses, grades } = vocabulary;

it.each([
  ['予定通り進捗', 'onTrack'],
  ['予定通り\n進捗', 'onTrack'],
  ['予定どおり　進捗', 'onTrack'],
  ['進捗に 遅れあり', 'delayed'],
  ['概ね順調', '概ね順調'],
])('the status %j is %s', (text, key) => {
  expect(decodeWord(statuses, text)).toBe(key);
});

it.each([
  ['Ｃ', 'C'],
  ['〇', 'B'],
  ['◯', 'B'],
  ['-', 'none'],
  ['―', 'none'],
  ['c', 'c'],
])('the grade %j is %s', (text, key) => {
  expect(decodeWord(grades, text)).toBe(key);
});

it('prints a key as its word and any other word as it is', () => {
  expect(encodeWord(statuses, 'delayed')).toBe('進捗に遅れあり');
  expect(encodeWord(statuses, '概ね順調')).toBe('概ね順調');
});

it('folds width, space and twins', () => {
  expect(fold('Ａ ・ ･ 〇\n％')).toBe('A・・○%');
});

it.each([
  [
    '市民協働課●\n人事課',
    [
      ['市民協働課', true],
      ['人事課', false],
    ],
  ],
  [
    '●市民協働課、人事課',
    [
      ['市民協働課', true],
      ['人事課', false],
    ],
  ],
  [
    '総務課／財政課/税務課，戸籍課,会計課',
    [
      ['総務課', false],
      ['財政課', false],
      ['税務課', false],
      ['戸籍課', false],
      ['会計課', false],
    ],
  ],
  [
    '総務課（企画係、庶務係） ●\n\n 財政課 ',
    [
      ['総務課（企画係、庶務係）', true],
      ['財政課', false],
    ],
  ],
  [
    '総務課（企画係、庶務係',
    [
      ['総務課（企画係', false],
      ['庶務係', false],
    ],
  ],
  ...[
    '（）',
    '()',
    '〈〉',
    '《》',
    '［］',
    '[]',
    '【】',
    '〔〕',
    '「」',
    '『』',
    '｢｣',
    '（)',
    '{｝',
    '＜>',
  ].map(([open, close]): [string, [string, boolean][]] => [
    `総務課${open}企画係、庶務係${close}●、財政課`,
    [
      [`総務課${open}企画係、庶務係${close}`, true],
      ['財政課', false],
    ],
  ]),
  [
    '総務課（企画係〈一、二〉、庶務係）、財政課',
    [
      ['総務課（企画係〈一、二〉、庶務係）', false],
      ['財政課', false],
    ],
  ],
  [
    '総務課；財政課;税務課､会計課',
    [
      ['総務課', false],
      ['財政課', false],
      ['税務課', false],
      ['会計課', false],
    ],
  ],
  ['地域・文化課　振興係', [['地域・文化課　振興係', false]]],
  [
    '管財課●　環境政策課',
    [
      ['管財課', true],
      ['環境政策課', false],
    ],
  ],
  [
    '総務部 管財課●・環境政策課●納税課',
    [
      ['総務部 管財課', true],
      ['環境政策課', true],
      ['納税課', false],
    ],
  ],
  [
    '●管財課 環境政策課 ●納税課',
    [
      ['管財課 環境政策課', true],
      ['納税課', true],
    ],
  ],
  ['・総務課', [['・総務課', false]]],
  ['・資源循環課●', [['・資源循環課', true]]],
  ['管財課（●庶務係と管理係）', [['管財課（●庶務係と管理係）', false]]],
  ['○総務課', [['○総務課', false]]],
  ['●', [['●', false]]],
  ['、', []],
])('reads the divisions %j', (text, expected) => {
  expect(decodeDivisions(text, '●').map(({ name, lead }) => [name, lead])).toStrictEqual(expected);
});

it('takes twins of the mark and marks in brackets', () => {
  expect(decodeDivisions('総務課〇', '○')).toStrictEqual([{ name: '総務課', lead: true }]);
  expect(decodeDivisions('(主)総務課', '（主）')).toStrictEqual([{ name: '総務課', lead: true }]);
  expect(decodeDivisions('(主) 総務課 （主）財政課', '（主）')).toStrictEqual([
    { name: '総務課', lead: true },
    { name: '財政課', lead: true },
  ]);
  expect(decodeDivisions('総務課●', '')).toStrictEqual([{ name: '総務課●', lead: false }]);
});

it('writes one name a line, the mark after the lead', () => {
  expect(
    encodeDivisions(
      [
        { name: '総務課', lead: true },
        { name: '財政課', lead: false },
      ],
      '●',
    ),
  ).toBe('総務課●\n財政課');
});

it('splits long text in linear time', () => {
  expect(isOneName(`${'、（'.repeat(200_000)}`)).toBe(false);
  expect(isOneName(`${'（'.repeat(100_000)}${'〉）'.repeat(100_000)}`)).toBe(true);
});
