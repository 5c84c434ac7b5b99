/** Words that are said in Japanese or English, with values put in. */
import type { Language } from './diagnostic.ts';

/** Words by name. What stands in braces, `{file}`, is the name of a value. */
export type Words<Name extends string = string> = Readonly<Record<Name, readonly [ja: string, en: string]>>;

/** A function from the name of a word to the word, values put in; one that is not given keeps its braces. */
export type Speech<Name extends string> = (
  word: Name,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Says words in a language. */
export function speechOf<Name extends string>(words: Words<Name>, language: Language): Speech<Name> {
  return (word, values = {}) =>
    words[word][language === 'ja' ? 0 : 1].replace(/\{(\w+)\}/g, (mark, name: string) =>
      String(values[name] ?? mark),
    );
}
