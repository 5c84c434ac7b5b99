/** Labels: when two ways of writing are the same words of the form. Values are never compared this way. */

import { fiscalYears, replaceYears } from '../fiscal-year.ts';
import { fold } from '../fold.ts';
import { type Form, type Slot, wordsOf } from './form.ts';

/** How a cell's text agrees with a label: exactly but for width, spaces and line breaks, or without its era. */
export type Agreement = 'same' | 'eraMissing';

/** A label prepared for many comparisons. */
export interface Label {
  readonly text: string;
  readonly folded: string;
  /** The folded text with every fiscal year as its Gregorian start year. */
  readonly dated: string;
  /** The folded text without the eras of its fiscal years, in the ways it may be written; none where it has no year. */
  readonly eraless: readonly string[];
}

export function labelOf(text: string): Label {
  return new Words(text);
}

/**
 * Of most texts nobody asks how they fold, and of most with a year no more than that. A class, since each cell has one: as
 * objects with getters written into them they would take four times the memory and the time.
 */
class Words implements Label {
  readonly text: string;
  #folded: string | undefined;
  #years: Pick<Label, 'dated' | 'eraless'> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get folded(): string {
    this.#folded ??= fold(this.text);
    return this.#folded;
  }

  get dated(): string {
    return this.#inYears().dated;
  }

  get eraless(): readonly string[] {
    return this.#inYears().eraless;
  }

  #inYears(): Pick<Label, 'dated' | 'eraless'> {
    this.#years ??= yearsIn(this.folded);
    return this.#years;
  }
}

function yearsIn(folded: string): Pick<Label, 'dated' | 'eraless'> {
  const years = fiscalYears(folded);
  if (years.length === 0) return { dated: folded, eraless: [] };
  // 平成27年度以降 → 27年度以降: what is left where the era was dropped
  const bare = replaceYears(folded, years, ({ eraYear }) =>
    eraYear === undefined ? undefined : `${eraYear}年度`,
  );
  return {
    dated: replaceYears(folded, years, ({ year }) => (year === undefined ? undefined : `<${year}>`)),
    eraless: [bare, folded.replace(ERA_NAME, '')].filter((words) => LETTER.test(words)),
  };
}

/** What is left of `平成27` without its era is any number. */
const LETTER = /\p{L}/u;

const ERA_NAME = /昭和|平成|令和/g;

/** Whether the words of a cell are those of a label, and how. */
export function agree(label: Label, cell: Label): Agreement | undefined {
  if (label.folded === cell.folded || label.dated === cell.dated) return 'same';
  return label.eraless.includes(cell.folded) ? 'eraMissing' : undefined;
}

/**
 * Whether a label's line breaks reached us as spaces (`取組工程 (具体的な内容)`): the proof that whoever made
 * the text has turned line breaks into spaces.
 */
export function breaksBecameSpaces(label: string, cell: string): boolean {
  if (!label.includes('\n') || cell.includes('\n')) return false;
  const lines = label.split('\n').map(fold);
  const words = cell.trim().split(/[ \u3000]+/);
  return words.length === lines.length && words.every((word, i) => fold(word) === lines[i]);
}

/** A label as printed, as the blank form has it with its marks, and as the settings say it is also written. */
export function namesOf(form: Form, slot: Slot): Label[] {
  const printed = labelOf(wordsOf(slot));
  const also = form.settings.labels.filter((word) => fold(word.printed) === printed.folded);
  return [printed, labelOf(slot.text), ...also.flatMap((word) => word.spellings).map(labelOf)];
}
