/** The values of a cell that mixes words and boxes: where the words behind a value begin. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeValues } from '../../src/fit/mixed.ts';
import type { Slot } from '../../src/form/form.ts';
import { forms } from '../forms.ts';

const words = '年度ガ以降';
const slot = {
  ...(forms[0]?.form.slots[0] as Slot),
  parts: [{ path: 'x' }, words],
} as Slot;
const valueIn = (text: string) => takeValues(slot, text)?.get('x');

test.each([
  ['27年度ガ以降', '27'],
  ['27 年 度ｶﾞ\n以降 ', '27 '],
  ['年度ガ以降年度ガ以降', '年度ガ以降'],
  ['㍻27年度カ\u3099以降', '㍻27'],
  ['年度ガ以降', ''],
  ['27年度ガ', undefined],
  ['27年度カ以降', undefined],
])('%j has %j', (text, value) => {
  expect(valueIn(text)).toBe(value);
});

test('of any text with the words behind it, the text is the value', () => {
  const texts = fc.array(
    fc.constantFrom('年度', 'ガ', 'ｶ', 'ﾞ', '以降', ' ', 'か', '\u3099', '㍻', 'x', '𠮷'),
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      expect(valueIn(`${text}${words}`)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a long text takes no time to speak of', () => {
  const long = '27年度以 '.repeat(6000);
  const before = performance.now();
  for (let i = 0; i < 10; i++) expect(valueIn(long)).toBeUndefined();
  for (let i = 0; i < 10; i++) expect(valueIn(`${long}${words}`)).toBe(long);
  expect(performance.now() - before).toBeLessThan(5000);
});
