/** The vocabulary of an invented two-year form, for the tests of this folder. */
import type { Vocabulary } from '../../src/vocabulary.ts';

export const vocabulary: Vocabulary = {
  form: 'aoba-2013',
  years: [
    { year: 2013, label: '平成25年度' },
    { year: 2014, label: '平成26年度' },
  ],
  periods: [
    { key: 'firstHalf', label: '上半期', firstMonth: 4, lastMonth: 9 },
    { key: 'secondHalf', label: '下半期', firstMonth: 10, lastMonth: 3 },
  ],
  statuses: [
    { key: 'onTrack', printed: '予定通り進捗', spellings: ['予定どおり進捗', '計画通り'] },
    { key: 'delayed', printed: '進捗に遅れあり', spellings: ['遅れあり'], meaning: 'late' },
  ],
  grades: [
    { key: 'A', printed: 'A', spellings: ['◎'] },
    { key: 'B', printed: 'B', spellings: ['○'] },
    { key: 'C', printed: 'C', spellings: ['△'] },
    { key: 'none', printed: '－', spellings: ['対象外'], meaning: 'notEvaluated' },
  ],
  lead: '●',
  finalReview: { year: 2014, period: 'firstHalf' },
};
