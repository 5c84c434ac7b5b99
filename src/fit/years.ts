/** Years: whether an input shows the headings of a form with other fiscal years, as a sheet of another plan period does. */
import { fiscalYears, type YearExpression } from '../fiscal-year.ts';
import { fold } from '../fold.ts';
import { type Form, isLabel, wordsOf } from '../form/form.ts';
import type { Grid } from '../grid.ts';
import { LONGEST_LABEL } from './pairs.ts';

/**
 * The headings of a grid that are the form's but for their years, each once. None where the form's own years prevail: a
 * single other year is a slip of the pen, or a value.
 */
export function foreignYears(form: Form, grid: Grid): string[] {
  const labels = form.slots.filter(isLabel).flatMap((slot) => datedOf(wordsOf(slot)) ?? []);
  const frames = new Set(labels.map(({ frame }) => frame));
  const own = new Set(labels.map(({ name }) => name));
  const bare = new Set(labels.map((label) => label.bare));
  const known = new Set<string>();
  const foreign = new Map<string, string>();
  for (const { text } of grid.cells) {
    const heading = text.length > LONGEST_LABEL ? undefined : datedOf(text);
    if (heading === undefined || !frames.has(heading.frame)) continue;
    const { name, hasEra } = heading;
    if (hasEra ? own.has(name) : bare.has(heading.bare)) known.add(name);
    else foreign.set(name, text.replace(/\s+/gu, ''));
  }
  return foreign.size > known.size ? [...foreign.values()] : [];
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
  const folded = fold(text);
  const found = fiscalYears(folded);
  if (found.length === 0) return undefined;
  const put = (nameOf: (year: YearExpression) => string) =>
    found.reduceRight((rest, y) => `${rest.slice(0, y.start)}<${nameOf(y)}>${rest.slice(y.end)}`, folded);
  return {
    frame: put(() => ''),
    name: put(({ year, eraYear }) => String(year ?? eraYear)),
    bare: put(({ eraYear }) => String(eraYear)),
    hasEra: found.every(({ year }) => year !== undefined),
  };
}
