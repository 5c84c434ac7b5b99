/** Words as they are printed where the model has their keys: taken for these. */
import type { Vocabulary, Word } from '../vocabulary.ts';
import type { ReformSheet } from './model.ts';
import { decodeWord, wordOf } from './words.ts';

/** A sheet whose words of closed lists are keys; a word that no list has stays as it is. */
export function withKeys(sheet: ReformSheet, { statuses, grades }: Vocabulary): ReformSheet {
  const { progress, finalReview } = sheet;
  return {
    ...sheet,
    ...(progress === undefined ? {} : { progress: mapped(progress, (year) => mapped(year, report)) }),
    ...(finalReview?.grade === undefined
      ? {}
      : { finalReview: { ...finalReview, grade: keyOf(grades, finalReview.grade) } }),
  };

  function report<T extends { readonly status?: string }>(own: T): T {
    return own.status === undefined ? own : { ...own, status: keyOf(statuses, own.status) };
  }
}

function keyOf(words: readonly Word[], word: string): string {
  return wordOf(words, word)?.key ?? decodeWord(words, word);
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
