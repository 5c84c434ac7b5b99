/** Words of closed lists in a model: as keys, whichever way they are written. */
import { expect, test } from 'vitest';
import { withKeys } from '../../src/sheet/keyed.ts';
import type { Vocabulary } from '../../src/vocabulary.ts';

const word = (key: string, printed: string, ...spellings: string[]) => ({ key, printed, spellings });
const vocabulary: Vocabulary = {
  form: 'a',
  years: [],
  periods: [],
  statuses: [word('onTrack', '順調'), word('delayed', '遅れあり', '遅延')],
  grades: [word('a', 'A'), word('A', '別格')],
  lead: '●',
};

test('a word as printed, or spelled otherwise, is its key; a key and a word that no list has stay', () => {
  const report = '長雨';
  const sheet = {
    form: 'a',
    progress: {
      '2013': { first: { status: '遅れ あり', report }, second: { status: 'delayed' } },
      '2014': { first: { status: '遅延' }, second: { status: '未定' } },
    },
    finalReview: { grade: 'A', outlook: '続ける' },
  };
  expect(withKeys(sheet, vocabulary)).toEqual({
    form: 'a',
    progress: {
      '2013': { first: { status: 'delayed', report }, second: { status: 'delayed' } },
      '2014': { first: { status: 'delayed' }, second: { status: '未定' } },
    },
    finalReview: { grade: 'A', outlook: '続ける' },
  });
  expect(withKeys({ form: 'a' }, vocabulary)).toEqual({ form: 'a' });
});
