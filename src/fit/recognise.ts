/** Recognising: which of the known forms a grid is, told by the share of each form's labels that stand in it. */
import type { Finding } from '../diagnostic.ts';
import { type Form, formName } from '../form/form.ts';
import { type Cell, type Grid, type Place, placeOf } from '../grid.ts';
import { type Fitted, fit, isReadAtOnce } from './fit.ts';
import type { Taken } from './taken.ts';
import { foreignYears, shareButForYears } from './years.ts';

/** Below this share of its labels, a form is not recognised in an input. */
export const LIKENESS = 0.5;

/**
 * Forms whose shares differ by less cannot be told apart. A sheet shows every label of its own form but those that were
 * lost. Of the same city's form for another plan period it lacks the headings of the years, a fifth of all labels or so,
 * and where the years were lost it lacks those of both. One or two labels more may be chance: a heading reworded.
 */
const MARGIN = 0.05;

/** From this share of its labels on, whatever their years, a worksheet that is not read is more than a note. */
const RESEMBLANCE = 0.25;

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

/**
 * Reads a grid as the form that it is most like. There must be a form. Where it is just as one has it, it is none of the
 * others, however many words they share; so the form of another plan period need not be searched for in it.
 */
export function recognise<F extends { readonly form: Form }>(grid: Grid, forms: readonly F[]): Recognised<F> {
  const exact = forms.length === 1 ? [] : forms.filter(({ form }) => isReadAtOnce(form, grid));
  const ranked = (exact.length > 0 ? exact : forms)
    .map((form) => {
      const fitted = fit(form.form, grid);
      const { likeness, missing } = fitted.reduce((a, b) => (b.likeness > a.likeness ? b : a));
      return { grid, form, fitted, likeness, missing };
    })
    .sort((a, b) => b.likeness - a.likeness);
  const foreignTo = ({ form, fitted }: (typeof ranked)[number]) => foreignAmong(form.form, grid, fitted);
  const own = ranked.filter((one) => one.likeness >= LIKENESS && foreignTo(one).length === 0);
  const [best, second] =
    own.length > 0 ? own : ranked.toSorted((a, b) => nearnessOf(b) - nearnessOf(a)).slice(0, 1);
  if (best === undefined) throw new Error('there is no form to read the input as');
  const isClear = second === undefined || best.likeness - second.likeness >= MARGIN;
  const found = { ...best, foreign: own.length > 0 ? [] : foreignTo(best) };
  return isClear ? found : { ...found, rival: second.form };
}

/** The share of a form's labels that stand anywhere in a grid, whatever their years: how near it came at the least. */
function nearnessOf({
  grid,
  form,
  likeness,
}: Pick<Recognised<{ readonly form: Form }>, 'grid' | 'form' | 'likeness'>) {
  return Math.max(likeness, shareButForYears(form.form, grid));
}

/** The headings by which a grid is a sheet of a form for other fiscal years; none where it is not. */
function foreignIn(form: Form, grid: Grid): string[] {
  const headings = foreignYears(form, grid);
  return headings.length === 0 || shareButForYears(form, grid) < LIKENESS ? [] : headings;
}

/** The same of each of the sheets in a grid. */
export function foreignInParts(
  form: Form,
  grid: Grid,
  parts: readonly { readonly taken: readonly Taken[] }[],
): string[][] {
  const cells = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    const row = cells.get(cell.row);
    if (row === undefined) cells.set(cell.row, [cell]);
    else row.push(cell);
  }
  const filled = [...cells.keys()];
  return parts.map(({ taken }) => {
    const rows = new Set(taken.map(({ row }) => row));
    if (filled.every((row) => rows.has(row))) return foreignIn(form, grid);
    return foreignIn(form, { ...grid, cells: [...rows].flatMap((row) => cells.get(row) ?? []) });
  });
}

/** The headings of other years in a grid that has no sheet of the form's own. */
function foreignAmong(form: Form, grid: Grid, fitted: readonly Fitted[]): string[] {
  const foreign = foreignInParts(form, grid, fitted);
  const isOwn = ({ likeness }: Fitted, i: number) => likeness >= LIKENESS && foreign[i]?.length === 0;
  return fitted.some(isOwn) ? [] : [...new Set([...foreignIn(form, grid), ...foreign.flat()])];
}

function isOfItsYears({ foreign, likeness }: { likeness: number; foreign: readonly string[] }): boolean {
  return likeness >= LIKENESS && foreign.length === 0;
}

/** Whether it is clear which form a grid is. */
export function isRecognised(recognised: Recognised<unknown>): boolean {
  return isOfItsYears(recognised) && recognised.rival === undefined;
}

/** Whether a grid is a sheet of a form, be it for other years, or of either of two forms. */
export function isAlike({ likeness, foreign }: Recognised<unknown>): boolean {
  return likeness >= LIKENESS || foreign.length > 0;
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
  if (foreign.length > 0) return periodMismatch(form.form, foreign, place);
  const labels = [...new Set(missing)].slice(0, NAMED).join(' / ');
  return {
    code: 'form-unmatched',
    with: { form: nameOf(form.form), likeness: share, labels, missing: missing.length },
    place,
  };
}

/** A sheet whose headings are of other years than the form's. */
export function periodMismatch(form: Form, foreign: readonly string[], place: Place): Finding {
  const headings = foreign.slice(0, NAMED).join(' / ');
  return { code: 'period-mismatch', with: { form: nameOf(form), headings }, place };
}

/** Why a worksheet is passed over beside others that are read: the same as if it stood alone, where it is like a form. */
export function passedOver(recognised: Recognised<{ readonly form: Form }>): Finding {
  const { grid, form } = recognised;
  if (isAlike(recognised)) return unrecognised(recognised);
  const nearness = nearnessOf(recognised);
  const about = { sheet: grid.sheet ?? '', form: nameOf(form.form), likeness: Math.floor(nearness * 100) };
  const code = nearness < RESEMBLANCE ? 'worksheet-passed' : 'worksheet-unmatched';
  return { code, with: about, place: placeOf(grid, { row: 0, column: 0 }) };
}

function nameOf({ settings }: Form): string {
  return formName({ id: settings.form, title: settings.title });
}
