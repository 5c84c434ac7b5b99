/** Years: whether an input shows the headings of a form with other fiscal years, as a sheet of another plan period does. */
import { fiscalYears, mayHaveYear, replaceYears } from '../fiscal-year.ts';
import { fold } from '../fold.ts';
import { type Form, isLabel, wordsOf } from '../form/form.ts';
import type { Grid } from '../grid.ts';
import { foldedOf, LONGEST_LABEL, textsOf } from './texts.ts';

/**
 * The headings of a grid that are the form's but for their years, each once. None where the form's own years prevail: a
 * single other year is a slip of the pen, or a value; where all own headings are there, other years are values.
 */
export function foreignYears(form: Form, grid: Grid): string[] {
  const { frames, names, bares, own, printed } = headingsOf(form);
  const { all, short } = textsOf(grid);
  // a short way: all own headings are known then
  if (printed.length > 0 && printed.every((words) => short.has(words))) return [];
  const known = new Set<string>();
  const foreign = new Map<string, string>();
  for (const cell of all) {
    const { text } = cell;
    if (text.length > LONGEST_LABEL || !mayHaveYear(text)) continue;
    const folded = foldedOf(cell);
    const heading = own.get(folded) ?? datedIn(folded);
    if (heading === undefined || !frames.has(heading.frame)) continue;
    const { name, bare, hasEra } = heading;
    const meant = hasEra ? (names.has(name) ? [name] : undefined) : bares.get(bare);
    if (meant === undefined) foreign.set(name, text.replace(/\s+/gu, ''));
    else for (const one of meant) known.add(one);
  }
  return known.size < names.size && foreign.size > known.size ? [...foreign.values()] : [];
}

/** The headings of a form that have a fiscal year in them, by what stands around it, and by the year. */
interface Headings {
  /** By their folded words. */
  readonly own: ReadonlyMap<string, Dated>;
  /** Their words as printed. */
  readonly printed: readonly string[];
  readonly frames: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** By the words without an era, those with one. */
  readonly bares: ReadonlyMap<string, readonly string[]>;
}

/** Every grid is held against them. */
const headings = new WeakMap<Form, Headings>();

function headingsOf(form: Form): Headings {
  const known = headings.get(form);
  if (known !== undefined) return known;
  const own = new Map<string, Dated>();
  const printed: string[] = [];
  for (const slot of form.slots.filter(isLabel)) {
    const words = wordsOf(slot);
    const heading = datedOf(words);
    if (heading === undefined) continue;
    own.set(fold(words), heading);
    printed.push(words);
  }
  const dated = [...own.values()];
  const namesBy = (bare: string) => dated.filter((one) => one.bare === bare).map(({ name }) => name);
  const found = {
    own,
    printed,
    frames: new Set(dated.map(({ frame }) => frame)),
    names: new Set(dated.map(({ name }) => name)),
    bares: new Map(dated.map(({ bare }) => [bare, namesBy(bare)])),
  };
  headings.set(form, found);
  return found;
}

/** The share of a form's labels that stand in a grid, whatever years are written in them. */
export function shareButForYears(form: Form, grid: Grid): number {
  const frameOf = (text: string) => datedOf(text)?.frame ?? fold(text);
  const texts = new Set(
    grid.cells.flatMap(({ text }) => (text.length > LONGEST_LABEL ? [] : [frameOf(text)])),
  );
  const labels = form.slots.filter(isLabel).map((slot) => frameOf(wordsOf(slot)));
  return labels.length === 0 ? 0 : labels.filter((label) => texts.has(label)).length / labels.length;
}

/** Words with a fiscal year in them: what stands around it, and the year by its name, or without its era. */
interface Dated {
  readonly frame: string;
  readonly name: string;
  readonly bare: string;
  readonly hasEra: boolean;
}

function datedOf(text: string): Dated | undefined {
  return datedIn(fold(text));
}

function datedIn(folded: string): Dated | undefined {
  const found = fiscalYears(folded);
  if (found.length === 0) return undefined;
  return {
    frame: replaceYears(folded, found, () => '<>'),
    name: replaceYears(folded, found, ({ year, eraYear }) => `<${year ?? eraYear}>`),
    bare: replaceYears(folded, found, ({ eraYear }) => `<${eraYear}>`),
    hasEra: found.every(({ year }) => year !== undefined),
  };
}
