/** The settings of a form: what in them cannot be meant is told at its cell, and not taken for something else. */
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/form/settings.ts';
import { worksheetGrid } from '../../src/grid.ts';
import { leavesOf } from '../../src/sheet/paths.ts';
import { finalReviewDueAt } from '../../src/sheet/phase.ts';

const SOUND = [
  'form | town',
  'year | 2013 | 平成25年度',
  'year | 2014 | 平成26年度',
  'period | firstHalf | 前期 | 4-9',
  'period | secondHalf | 後期 | 10-3',
  'status | onTime | 順調',
  'status | late | 遅延 | late',
];

/** The settings with some rows in place of those that begin alike, and what is said of them. */
function settingsWith(...changed: readonly string[]) {
  const start = (row: string) => row.split(' | ', 2).join();
  const rows = SOUND.map((row) => changed.find((other) => start(other) === start(row)) ?? row);
  return settingsOf([...rows, ...changed.filter((row) => !rows.includes(row))]);
}

function settingsOf(rows: readonly string[]) {
  const cells = ['項目', ...rows].flatMap((line, row) =>
    line.split(' | ').map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  const { settings, findings } = readSettings(worksheetGrid('form.xlsx', '設定', cells));
  const told = findings.map(
    ({ code, place, with: about }) =>
      `${code} ${place?.address} ${about?.key} ${about?.value} ${about?.reason} ${about?.expected}`,
  );
  return { settings, told };
}

test('what is sound has nothing to be said of', () => {
  expect(settingsOf(SOUND).told).toEqual([]);
  expect(settingsWith('finalReview | 2014.firstHalf').told).toEqual([]);
});

describe('a period', () => {
  test.each(['First', 'first_half', '1st', '上半期'])('is not called %s, which no path may have', (key) => {
    const { settings, told } = settingsWith(`period | ${key} | 前期 | 4-9`);
    expect(told).toEqual([`setting-invalid B9 period ${key} unread firstHalf`]);
    const paths = leavesOf(settings).map(({ path }) => path);
    expect(paths.filter((path) => path.includes(key))).toEqual([]);
  });

  test.each(['0-3', '4-13', '40-90', '4', '4-9-3', '49'])('has no months %s', (months) => {
    const { told } = settingsWith(`period | firstHalf | 前期 | ${months}`);
    expect(told).toEqual([`setting-invalid D5 period ${months} unread 4-9`]);
  });

  test('has a name of its own', () => {
    const rows = SOUND.map((row) => row.replace('secondHalf', 'firstHalf'));
    expect(settingsOf(rows).told).toEqual(['setting-invalid B6 period firstHalf repeated firstHalf2']);
  });
});

test('no year is there twice, and none is no year', () => {
  const { settings, told } = settingsOf(SOUND.map((row) => row.replace('2014', '2013')));
  expect(told).toEqual(['setting-invalid B4 year 2013 repeated 2014']);
  expect(settings.years).toEqual([{ year: 2013, label: '平成25年度' }]);
  expect(settingsWith('year | 平成25').told).toEqual(['setting-invalid B9 year 平成25 unread 2013']);
});

describe('of two words of a list', () => {
  test('none has the key of the other', () => {
    const rows = SOUND.map((row) => row.replace('status | late', 'status | onTime'));
    expect(settingsOf(rows).told).toEqual(['setting-invalid B8 status onTime repeated onTime2']);
  });

  test('none is spelled like the other', () => {
    const { told } = settingsWith('status | late | 遅延|順 調');
    expect(told).toEqual(['setting-invalid C8 status 順 調 repeated 遅延']);
  });

  test('each has a mark that is known for its meaning, or words for people', () => {
    const withMeaning = (meaning: string) => settingsWith(`grade | A | A | ${meaning}`).told;
    expect(withMeaning('notevaluated')).toEqual([
      'setting-invalid D9 grade notevaluated unread notEvaluated',
    ]);
    expect(withMeaning('目標を達成した')).toEqual([]);
  });

  test('each has a key', () => {
    const rows = SOUND.map((row) => row.replace('| late |', '|  |'));
    expect(settingsOf(rows).told).toEqual(['setting-invalid B8 status  empty status1']);
  });
});

describe('the final review', () => {
  test.each(['2014/firstHalf', '2014.third', '2015.firstHalf', 'x', '2014.firstHalf.x'])(
    'is not due at %s, of which the form knows nothing',
    (at) => {
      const { settings, told } = settingsWith(`finalReview | ${at}`);
      expect(told).toEqual([`setting-invalid B9 finalReview ${at} unread 2014.firstHalf`]);
      expect(settings.finalReview).toBeUndefined();
    },
  );

  test('may be due at the end of a year', () => {
    const { settings, told } = settingsWith('finalReview | 2013');
    expect(told).toEqual([]);
    expect(finalReviewDueAt(settings)).toBe(2);
  });
});

test('a form has an id', () => {
  expect(settingsOf(SOUND.slice(1)).told).toEqual(['setting-missing A1 form undefined undefined undefined']);
});

test.each([
  ['form | town', 'form | ', 'B2 form', 'plan-2013'],
  ['year | 2014', 'year | ', 'B4 year', '2013'],
  ['後期 | 10-3', '後期', 'D6 period', '4-9'],
])('of a row without its value, %s, it is told that nothing is there', (whole, empty, at, expected) => {
  const rows = SOUND.map((row) => row.replace(whole, empty));
  expect(settingsOf(rows).told).toEqual([`setting-invalid ${at}  empty ${expected}`]);
});

test('a size of letters is told to be written like one', () => {
  expect(settingsWith('smallestFont | 6ポイント').told).toEqual([
    'setting-invalid B9 smallestFont 6ポイント unread 6',
  ]);
});
