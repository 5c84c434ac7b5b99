/** Sheets: what stands in a grid that was read as a form, each sheet once. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { type Grid, placeOf } from '../grid.ts';
import { wholeOf } from '../record.ts';
import type { Fitted } from './match.ts';
import { foreignInParts, LIKENESS, periodMismatch } from './recognise.ts';
import { lostFinding } from './report.ts';
import { isInNoBox, repeatedAgain, type Taken, unplacedAgain } from './taken.ts';

/**
 * The sheets of a grid, and what is said of the rest: sheets of another plan period, pieces of a form that are no sheet,
 * and sheets shown once more.
 */
export function sheetsIn(
  form: Form,
  grid: Grid,
  fitted: readonly Fitted[],
): {
  readonly sheets: readonly Fitted[];
  readonly taken: readonly Taken[];
  readonly findings: Finding[];
} {
  const sheets: Fitted[] = [];
  const taken: (readonly Taken[])[] = [];
  const findings: (readonly Finding[])[] = [];
  /** The texts of each sheet so far. */
  const seen = new Set<string>();
  const others = fitted.length > 1 ? foreignInParts(form, grid, fitted) : [];
  for (const [i, sheet] of fitted.entries()) {
    const texts = fitted.length > 1 ? wholeOf(sheet.record) : '';
    const foreign = others[i] ?? [];
    const [first] = sheet.taken;
    if (foreign.length > 0 && first !== undefined) {
      findings.push([periodMismatch(form, foreign, placeOf(grid, first))]);
      findings.push(sheet.findings.filter(({ code }) => code === 'placement-unmet'));
      taken.push(unplacedAgain(sheet.taken));
    } else if (sheet.likeness < LIKENESS) {
      findings.push(sheet.findings);
      taken.push(unplacedAgain(sheet.taken));
      for (const [path, text] of sheet.record) findings.push(lostFinding(text, sheet.places.get(path)));
    } else if (seen.has(texts)) {
      const [place] = sheet.places.values();
      taken.push(repeatedAgain(sheet.taken));
      // with a text in no box it is not all the same, and is told of like any other
      const whole = !sheet.taken.some(isInNoBox);
      findings.push(sheet.findings.filter(({ code }) => !whole || code === 'placement-unmet'));
      findings.push([{ code: 'sheet-repeated', ...(place === undefined ? {} : { place }) }]);
    } else {
      sheets.push(sheet);
      seen.add(texts);
    }
  }
  return { sheets, taken: taken.flat(), findings: findings.flat() };
}
