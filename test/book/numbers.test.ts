/** Item numbers in the order people expect. */
import { expect, test } from 'vitest';
import { compareNumbers } from '../../src/book/numbers.ts';

const sorted = (numbers: readonly (string | undefined)[]) => numbers.toSorted(compareNumbers);

test.each([
  ['as quantities', ['1', '2', '10', '49', '100']],
  ['part by part', ['R1-1', 'R1-2', 'R1-10', 'R2-1']],
  ['circled digits as digits', ['4-①', '4-②', '4-⑩', '5-①']],
  ['full-width as half-width', ['１', '2', '１０']],
  ['with and without a prefix', ['№1', 'No.2', '3', 'No. 10']],
  ['plain numbers, then letters, then kanji', ['2', '10', 'R1-1', '新27-0001', '新27-0002']],
  ['a number before its parts', ['3', '3-1', '3-2', '4']],
])('%s', (_, numbers) => {
  expect(sorted(numbers.toReversed())).toEqual(numbers);
});

test('the missing number comes last', () => {
  expect(compareNumbers(undefined, '9')).toBeGreaterThan(0);
  expect(compareNumbers('9', undefined)).toBeLessThan(0);
  expect(compareNumbers(undefined, undefined)).toBe(0);
});

test('two spellings of one number keep an order that does not depend on where they stood', () => {
  expect(sorted(['１', '1'])).toEqual(sorted(['1', '１']));
});
