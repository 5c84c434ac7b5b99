/** Checks of the head of the sheet: what it is about, and who is in charge. */
import { fold } from '../../fold.ts';
import { outsideBrackets } from '../divisions.ts';
import { singles } from '../paths.ts';
import { measuring } from './cells.ts';
import { atBox, type Check } from './check.ts';

export const head: readonly Check[] = [
  {
    code: 'value-missing',
    why: 'A box that is filled when the plan is made is empty.',
    run: (sheet, { has }) => [
      ...singles.filter((path) => sheet[path] === undefined && has(path)).map(atBox),
      ...measuring(sheet).flatMap(([index, { name }]) =>
        name === undefined && has('indicators[].name') ? [atBox(`indicators.${index}.name`)] : [],
      ),
    ],
  },
  {
    code: 'block-missing',
    why: 'A whole table is empty that should have been filled by now; often it was lost on the way.',
    run: (sheet, { has, closedPeriods }) => {
      const due = [
        'schedule',
        'indicators',
        ...(closedPeriods.length > 0 ? ['progress' as const] : []),
      ] as const;
      return due.filter((block) => sheet[block] === undefined && has(block)).map(atBox);
    },
  },
  {
    code: 'division-unclear',
    why: 'Reports and indexes go by the names of divisions: two in one, or with a sign at it, stand there as one of their own.',
    always: true,
    run: ({ divisions = [] }, { vocabulary: { lead } }) =>
      divisions.flatMap(({ name }) => {
        const reason = isSeveral(name) ? 'several' : oddityIn(name, lead);
        return reason === undefined ? [] : [{ path: 'divisions', with: { reason, name, mark: lead } }];
      }),
  },
  {
    code: 'lead-missing',
    why: 'Several divisions share the work and none of them is marked as the one that answers for it.',
    run: ({ divisions = [] }, { vocabulary }) =>
      vocabulary.lead !== '' && divisions.length > 1 && !divisions.some(({ lead }) => lead)
        ? [{ path: 'divisions', with: { mark: vocabulary.lead } }]
        : [],
  },
  {
    code: 'lead-several',
    why: 'More than one division is marked as the one that answers for the work.',
    run: ({ divisions = [] }) => {
      const leads = divisions.filter(({ lead }) => lead).map(({ name }) => name);
      return leads.length > 1 ? [{ path: 'divisions', with: { names: leads.join(' / ') } }] : [];
    },
  },
];

/** Numbers as people put them before the items of a list: ①, ❷. */
const NUMBER = /[\u2460-\u24ff\u2776-\u2793]/gu;
/**
 * A sign as people put one at a name: circles, squares, stars, numbers in circles; a dot, but only before it; the zero of
 * kanji, but not within a number.
 */
const SIGN = /[\u2460-\u24ff\u25a0-\u27bf⭕]|^[・･•]|(?<![〇一二三四五六七八九])〇/u;

/** What is wrong with the signs in a name: half a pair of brackets, the mark where it is no mark, or another sign. */
function oddityIn(name: string, mark: string): 'bracket' | 'mark' | 'sign' | undefined {
  if (outsideBrackets(name).isBroken) return 'bracket';
  if (mark === '') return undefined;
  if (fold(name).includes(fold(mark))) return 'mark';
  return SIGN.test(name) ? 'sign' : undefined;
}

/** What stands between names, but may also stand in one. */
const BETWEEN = /[・&+.→]|及び|並びに|および|ならびに|と/u;
/** What stands for names that are not given. */
const OTHERS = /(?<=.)(?:ほか|(?<!^その)他)(?:\d+\D?)?$/u;

/**
 * Whether a name looks like several: it has what no single one has, or words in it end alike, `財政課 管財課`,
 * `財政課・管財課`, as a division behind its department does not.
 */
function isSeveral(name: string): boolean {
  const plain = outsideBrackets(name).text.normalize('NFKC').trim();
  if (plain.includes('|') || OTHERS.test(plain) || (name.match(NUMBER)?.length ?? 0) > 1) return true;
  const words = plain.split(/\s+/u);
  return endAlike(words) || words.some((word) => endAlike(word.split(BETWEEN)));
}

function endAlike(words: readonly string[]): boolean {
  const ends = words.flatMap((word) => (word.length > 1 ? [word.slice(-1)] : []));
  return new Set(ends).size < ends.length;
}
