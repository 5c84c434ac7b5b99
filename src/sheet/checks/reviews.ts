/** Checks of the reviews: of each year, and of the whole plan. */
import { atBox, type Check } from './check.ts';

export const reviews: readonly Check[] = [
  {
    code: 'review-missing',
    why: 'The year is over and nobody has looked back on it.',
    run: (sheet, { closedYears, has }) =>
      closedYears
        .filter((year) => sheet.annualReview?.[year]?.assessment === undefined)
        .map((year) => `annualReview.${year}.assessment`)
        .filter(has)
        .map(atBox),
  },
  {
    code: 'final-review-missing',
    why: 'The review of the whole plan is due from the date the form names, first as a draft.',
    run: ({ finalReview }, { finalReviewDue, has }) =>
      finalReviewDue && finalReview?.assessment === undefined && has('finalReview.assessment')
        ? [atBox('finalReview.assessment')]
        : [],
  },
  {
    code: 'grade-missing',
    why: 'The plan is over and its result has no grade.',
    run: ({ finalReview }, { complete, has }) =>
      complete && finalReview?.grade === undefined && has('finalReview.grade')
        ? [atBox('finalReview.grade')]
        : [],
  },
  {
    code: 'grade-pending',
    why: 'The draft of the final review is due, and lacks the grade that it is to propose; the last period may still change it.',
    run: ({ finalReview }, { finalReviewDue, complete, has }) =>
      finalReviewDue && !complete && finalReview?.grade === undefined && has('finalReview.grade')
        ? [atBox('finalReview.grade')]
        : [],
  },
];
