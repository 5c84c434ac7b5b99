/** Checks of single values, whatever the phase: words that no list knows, and values that Excel hid or changed. */

import type { Word } from '../../vocabulary.ts';
import { wordOf } from '../words.ts';
import { isHidden } from './cells.ts';
import type { Check } from './check.ts';

export const words: readonly Check[] = [
  {
    code: 'word-unknown',
    why: 'Summaries count the words of the form’s lists; another word is kept as written, but not counted.',
    always: true,
    run: (sheet, { vocabulary: { statuses, grades } }) => [
      ...Object.entries(sheet.progress ?? {}).flatMap(([year, periods]) =>
        Object.entries(periods).flatMap(([period, { status }]) =>
          unknown(statuses, status, `progress.${year}.${period}.status`),
        ),
      ),
      ...unknown(grades, sheet.finalReview?.grade, 'finalReview.grade'),
    ],
  },
  {
    code: 'value-hidden',
    why: 'Excel shows number signs where a column is too narrow; the value itself is lost in what was copied.',
    always: true,
    run: (_, { texts }) =>
      [...texts()]
        .filter(([, text]) => isHidden(text))
        .map(([path, text]) => ({ path, with: { box: { path }, text } })),
  },
  {
    code: 'number-date',
    why: 'Excel makes a date of a number such as 1-07 when it is typed, and then nobody finds the sheet by its number.',
    always: true,
    run: ({ number = '' }) =>
      DATE.test(number.normalize('NFKC'))
        ? [{ path: 'number', with: { box: { path: 'number' }, text: number } }]
        : [],
  },
];

/** What Excel shows for `1-07`, `2013-1-7` and `1-2013`, whatever it was set to. */
const DATE =
  /^(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}([/-])\d{1,2}\1\d{1,2}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;

function unknown(list: readonly Word[], word: string | undefined, path: string) {
  if (word === undefined || wordOf(list, word) !== undefined) return [];
  return [{ path, with: { box: { path }, word, words: list.map(({ printed }) => printed).join(' / ') } }];
}
