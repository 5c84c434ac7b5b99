/** Checks of the head of the sheet: what it is about, and who is in charge. */
import { fold } from '../../fold.ts';
import { singles } from '../paths.ts';
import { atBox, type Check } from './check.ts';

export const head: readonly Check[] = [
  {
    code: 'value-missing',
    why: 'A box that is filled when the plan is made is empty.',
    run: (sheet, { has }) => [
      ...singles.filter((path) => sheet[path] === undefined && has(path)).map(atBox),
      ...(sheet.indicators ?? []).flatMap(({ name }, index) =>
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
        const reason = isSeveral(name) ? 'several' : lead === '' ? undefined : signIn(name, lead);
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

/** A sign as people put one at a name: circles, squares, stars. */
const SIGN = /[\u25a0-\u27bf]/;

/** What is wrong with the signs in a name: the mark where it is no mark, or another one. */
function signIn(name: string, mark: string): 'mark' | 'sign' | undefined {
  if (fold(name).includes(fold(mark))) return 'mark';
  return SIGN.test(name) ? 'sign' : undefined;
}

/** Whether words in one name end alike, `財政課 管財課`, `財政課・管財課`: a division behind its department does not. */
function isSeveral(name: string): boolean {
  const words = name.replace(/[（(][^（()）]*[）)]/gu, '').split(/\s+/u);
  return endAlike(words) || words.some((word) => endAlike(word.split('・')));
}

function endAlike(words: readonly string[]): boolean {
  const ends = words.flatMap((word) => (word.length > 1 ? [word.slice(-1)] : []));
  return new Set(ends).size < ends.length;
}
