import { expect, test } from 'vitest';
import { itemIn, listOf, pathOfItem } from '../src/item-path.ts';

test.each([
  ['schedule[].target', 'schedule.2.target'],
  ['schedule[].years.2013.plan', 'schedule.2.years.2013.plan'],
  ['schedule[]', 'schedule.2'],
])('%s, 2 is %s, and back', (hole, path) => {
  expect(pathOfItem(hole, 2)).toBe(path);
  expect(itemIn(path)).toEqual({ list: listOf(hole), item: 2, hole });
});

test.each(['title', 'schedule[].target', 'schedule.02.target', 'schedule.2x.target', 'annualReview.x.2013'])(
  '%s is the path of no item',
  (path) => expect(itemIn(path)).toBeUndefined(),
);

test('the path of a single box stays as it is', () => {
  expect(pathOfItem('title', 2)).toBe('title');
  expect(listOf('title')).toBeUndefined();
});
