/** The volume: the sheets of one form in the order of their numbers, with what the book has to know of each. */
import { fold } from '../fold.ts';
import type { Form } from '../form/form.ts';
import { TRAIL, trailsOf } from '../form/trail.ts';
import type { ReformSheet } from '../sheet/model.ts';
import { type Step, steps } from '../sheet/phase.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { compareNumbers } from './numbers.ts';
import { words } from './words.ts';

export interface Volume {
  readonly vocabulary: Vocabulary;
  readonly items: readonly Item[];
  /**
   * The parts of the plan, in the order in which the items name them first. Names that differ in spaces and in the width of
   * their characters are one.
   */
  readonly areas: readonly Area[];
  /** Whether the items of each part of the plan follow one another. */
  readonly isByArea: boolean;
  /** Every period of the plan, in order. */
  readonly times: readonly Time[];
  /** What the form calls a box of any year, or a word of the book's own where the form has no such box. */
  readonly nameOf: (path: string, own: string) => string;
  /** The words of the form that lead to a box, without years and periods. */
  readonly trailOf: (path: string) => readonly string[];
}

/** One sheet. */
export interface Item {
  /** Names its part of the book: `item-3`. */
  readonly id: string;
  readonly sheet: ReformSheet;
  readonly number: string;
  readonly title: string;
  readonly area: string;
  /** Those in charge, the leading ones first. */
  readonly divisions: readonly { readonly name: string; readonly lead: boolean }[];
}

export interface Area {
  readonly name: string;
  readonly items: readonly Item[];
}

/** A period for which progress is told. */
export interface Time extends Step {
  /** Of the year and of the period, as the form prints them; no period where it is told once for the year. */
  readonly labels: readonly [year: string, period?: string];
}

/** Puts sheets of one form in order. Sheets without a number come last, in the order given. */
export function volumeOf(sheets: readonly ReformSheet[], form: Form, vocabulary: Vocabulary): Volume {
  const spoken = trailsOf(form);
  const timeWords = [...vocabulary.years, ...vocabulary.periods].map(({ label }) =>
    label.replace(/\s+/gu, ''),
  );
  const trailOf = (path: string) =>
    (spoken(path) ?? '')
      .split(TRAIL)
      .filter((word) => word !== '' && !timeWords.some((time) => word.startsWith(time)));
  const items = sheets
    .toSorted((a, b) => compareNumbers(a.number, b.number))
    .map(
      (sheet, i): Item => ({
        id: `item-${i + 1}`,
        sheet,
        number: sheet.number ?? words.noNumber,
        title: sheet.title ?? words.noTitle,
        area: sheet.priorityArea ?? words.noArea,
        divisions: (sheet.divisions ?? []).toSorted((a, b) => Number(b.lead) - Number(a.lead)),
      }),
    );
  const areas = [...new Set(items.map(({ area }) => fold(area)))].map((name): Area => {
    const own = items.filter(({ area }) => fold(area) === name);
    return { name: own[0]?.area ?? '', items: own };
  });
  return {
    vocabulary,
    items,
    areas,
    isByArea: areas.flatMap((area) => area.items).every((item, i) => item === items[i]),
    times: steps(vocabulary).map((step) => {
      const year = yearLabel(vocabulary, String(step.year));
      const { period } = step;
      return { ...step, labels: period === undefined ? [year] : [year, periodLabel(vocabulary, period)] };
    }),
    nameOf: (path, own) => trailOf(path).at(-1) ?? own,
    trailOf,
  };
}

/** What an item says of a period; where progress is told once for the year, of the year. */
export function reportOf({ sheet }: Item, { year, period }: Step) {
  const reports = sheet.progress?.[year] ?? {};
  return period === undefined ? Object.values(reports)[0] : reports[period];
}

/** A fiscal year, by its Gregorian start year, as the form prints it, in one line; one that it does not have as it is. */
export function yearLabel({ years }: Vocabulary, year: string): string {
  return inOneLine(years.find((one) => String(one.year) === year)?.label ?? year);
}

/** The same of a period, by its key. */
export function periodLabel({ periods }: Vocabulary, period: string): string {
  return inOneLine(periods.find(({ key }) => key === period)?.label ?? period);
}

/** A label that is broken for want of width, put together again. */
function inOneLine(label: string): string {
  return label.replace(/\s*\n\s*/gu, '');
}
