/** Numbers that no sheet has, although those around them are there. */
import { expect, test } from 'vitest';
import { gapsIn } from '../src/gaps.ts';
import type { Item } from '../src/repeats.ts';

const itemsOf = (numbers: readonly (string | number)[], form = 'a') =>
  numbers.map((number) => ({
    form,
    number: String(number),
    texts: '',
    place: { source: `${number}.txt`, row: 1, column: 1 },
  }));
const missingIn = (items: readonly Item[]) =>
  gapsIn(items).map(({ finding }) => [finding.with?.missing, finding.place?.source]);
const missing = (numbers: readonly (string | number)[]) => missingIn(itemsOf(numbers));

test('are told at the number after them, whatever the order and the spelling', () => {
  expect(missing([10, 'No.9', '№ 1', '02', '３', 5, 6, 7])).toEqual([
    ['4', '5.txt'],
    ['8', 'No.9.txt'],
  ]);
  expect(missing([1, 2, 3, 4, 5, 6, 7, 10])).toEqual([['8～9', '10.txt']]);
});

test('are not missed among a few items, or where many are not there', () => {
  expect(missing([1, 2, 3, 5])).toEqual([]);
  expect(missing([1, 2, 3, 4, 5, 6, 8])).toEqual([]);
  expect(missing([1, 2, 3, 4, 5, 6, 7, 11])).toEqual([]);
});

test('are none where numbers are names, or where all are there, some of them twice', () => {
  expect(missing(['R1-1', 'R1-2', 'R1-4', 'R1-5', 'R1-6', 'R1-7', 'R1-8', 'R1-9'])).toEqual([]);
  expect(missing([1, 2, 3, 3, 4, 5, 6, 7, 8])).toEqual([]);
});

test('are told of plain numbers among names, and of two sheets with one number at the first', () => {
  expect(missing([1, 2, 'R1-1', 3, 4, 5, 6, 7, 9, 'No.9'])).toEqual([['8', '9.txt']]);
});

test('are told of each form by itself', () => {
  const [one, other] = [itemsOf([1, 2, 3, 4, 6, 7, 8, 9], 'a'), itemsOf([5, 7, 8, 9], 'b')];
  expect(missingIn([...one, ...other])).toEqual([['5', '6.txt']]);
});
