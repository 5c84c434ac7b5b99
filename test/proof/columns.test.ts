/** Texts in terminal columns: full-width characters take two, and a line ends where a Japanese line may. */
import { describe, expect, test } from 'vitest';
import { brokenTo, cutTo, padded, widthOf } from '../../src/proof/columns.ts';
import { visible } from '../../src/visible.ts';

test.each([
  ['abc', 3],
  ['計画', 4],
  ['ｶﾞﾔ', 3],
  ['か\u3099', 2],
  ['①●※', 3],
  ['👨‍👩‍👧', 2],
  ['𠮷野', 4],
  ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test('a text is filled up and cut by its width, never within a character', () => {
  expect(padded('計画', 6)).toBe('計画  ');
  expect(padded('計画と実績', 6)).toBe('計画と実績');
  expect(cutTo('計画と実績', 5)).toBe('計画');
  expect(cutTo('計画', 99)).toBe('計画');
  expect(cutTo('か\u3099ん', 2)).toBe('か\u3099');
});

describe('a text is broken', () => {
  test('before no mark that cannot begin a line', () => {
    expect(brokenTo('計画を立てた。次に', 12)).toEqual(['計画を立て', 'た。次に']);
  });

  test('where its own line breaks are', () => {
    expect(brokenTo('一\n\n二', 10)).toEqual(['一', '', '二']);
  });

  test('by force where no break is allowed', () => {
    expect(brokenTo('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });

  test('without a line wider than asked for', () => {
    const text = '協働実践研修は、試験的な実施であったが、実践の場を提供することができた。'.repeat(5);
    for (const width of [8, 20, 33]) {
      const lines = brokenTo(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });
});

test('controls are shown as their pictures', () => {
  expect(visible('a\u001b[31m\tb\u0007\nc')).toBe('a␛[31m b␇\nc');
  expect(visible('\u007f\u009b31m')).toBe('␡␛31m');
});

test('what turns the direction of writing is shown by its number', () => {
  expect(visible('abc\u202egnp.exe')).toBe('abc<U+202E>gnp.exe');
  const turning = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
  expect(visible(turning)).toMatch(/^(?:<U\+[0-9A-F]{4}>){12}$/);
  expect(visible('資源・ﾘｻｲｸﾙ\u200d')).toBe('資源・ﾘｻｲｸﾙ\u200d');
});
