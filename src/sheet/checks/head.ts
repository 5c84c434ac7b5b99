/** Checks of the head of the sheet: what it is about, and who is in charge. */
import type { Check } from './check.ts';

/** What is filled from the beginning, when the plan is made. */
const fromTheBeginning = [
  'priorityArea',
  'majorItem',
  'middleItem',
  'title',
  'number',
  'divisions',
  'background',
  'purpose',
  'approach',
] as const;

export const head: readonly Check[] = [
  {
    code: 'value-missing',
    why: 'A box that is filled when the plan is made is empty.',
    run: (sheet, { has }) => [
      ...fromTheBeginning.filter((path) => sheet[path] === undefined && has(path)).map(missing),
      ...(sheet.indicators ?? []).flatMap(({ name }, index) =>
        name === undefined && has('indicators[].name') ? [missing(`indicators.${index}.name`)] : [],
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
      return due.filter((block) => sheet[block] === undefined && has(block)).map(missing);
    },
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

function missing(path: string) {
  return { path, with: { box: { path } } };
}
