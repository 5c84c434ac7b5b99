/** Recognising: which of the known forms a grid is, told by the share of each form's labels that stand in it. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { type Grid, placeOf } from '../grid.ts';
import { type Fitted, fit } from './fit.ts';
import { foreignYears, shareButForYears } from './years.ts';

/** Below this share of its labels, a form is not recognised in an input. */
export const LIKENESS = 0.5;

/**
 * Forms whose shares differ by less cannot be told apart. A sheet shows every label of its own form but those that were
 * lost. Of the same city's form for another plan period it lacks the headings of the years, a fifth of all labels or so,
 * and where the years were lost it lacks those of both. One or two labels more may be chance: a heading reworded.
 */
const MARGIN = 0.05;

/** How many of the missing labels, or of the headings with other years, are named. */
const NAMED = 3;

/** A grid, read as the form it is most like. */
export interface Recognised<F> {
  readonly grid: Grid;
  readonly form: F;
  readonly fitted: readonly Fitted[];
  /** The share of the form's labels that were found in the best of its sheets. */
  readonly likeness: number;
  readonly missing: readonly string[];
  /** Its headings with fiscal years that are not the form's: it is of another plan period. */
  readonly foreign: readonly string[];
  /** Another form that the grid is as much like. */
  readonly rival?: F;
}

/** Reads a grid as the form that it is most like. There must be a form. */
export function recognise<F extends { readonly form: Form }>(grid: Grid, forms: readonly F[]): Recognised<F> {
  const ranked = forms
    .map((form) => {
      const fitted = fit(form.form, grid);
      const { likeness, missing } = fitted.reduce((a, b) => (b.likeness > a.likeness ? b : a));
      const foreign = shareButForYears(form.form, grid) < LIKENESS ? [] : foreignYears(form.form, grid);
      return { grid, form, fitted, likeness, missing, foreign };
    })
    .sort((a, b) => b.likeness - a.likeness);
  const own = ranked.filter(isOfItsYears);
  const [best, second] = own.length > 0 ? own : ranked.slice(0, 1);
  if (best === undefined) throw new Error('there is no form to read the input as');
  const isClear = second === undefined || best.likeness - second.likeness >= MARGIN;
  return isClear ? best : { ...best, rival: second.form };
}

function isOfItsYears({ foreign, likeness }: { likeness: number; foreign: readonly string[] }): boolean {
  return likeness >= LIKENESS && foreign.length === 0;
}

/** Whether it is clear which form a grid is. */
export function isRecognised(recognised: Recognised<unknown>): boolean {
  return isOfItsYears(recognised) && recognised.rival === undefined;
}

/** Why a grid is read as no form: it is like none, like two, or like one of other years. */
export function unrecognised({
  grid,
  form,
  likeness,
  missing,
  foreign,
  rival,
}: Recognised<{ readonly form: Form }>): Finding {
  const place = placeOf(grid, { row: 0, column: 0 });
  const share = Math.floor(likeness * 100);
  if (rival !== undefined) {
    const names = { one: nameOf(form.form), other: nameOf(rival.form) };
    return { code: 'form-ambiguous', with: { ...names, likeness: share }, place };
  }
  if (foreign.length > 0) {
    const headings = foreign.slice(0, NAMED).join(' / ');
    return { code: 'period-mismatch', with: { form: nameOf(form.form), headings }, place };
  }
  const labels = [...new Set(missing)].slice(0, NAMED).join(' / ');
  return {
    code: 'form-unmatched',
    with: { form: nameOf(form.form), likeness: share, labels, missing: missing.length },
    place,
  };
}

/** A form by its title and its id. */
export function nameOf({ settings }: Form): string {
  return settings.title === '' ? settings.form : `${settings.title} (${settings.form})`;
}
