/** Words of a closed list: the printed word on paper, its key in the model. */
import { fold } from '../fold.ts';
import type { Word } from '../vocabulary.ts';

/** The key of a word as printed or spelled otherwise; a word that the list does not have stays as it is. */
export function decodeWord(words: readonly Word[], text: string): string {
  const folded = fold(text);
  const known = words.find((word) =>
    [word.printed, ...word.spellings].some((spelling) => fold(spelling) === folded),
  );
  return known?.key ?? text;
}

/** The printed word of a key; a word that the list does not have stays as it is. */
export function encodeWord(words: readonly Word[], key: string): string {
  return wordOf(words, key)?.printed ?? key;
}

/** The word with that key. */
export function wordOf(words: readonly Word[], key: string | undefined): Word | undefined {
  return words.find((word) => word.key === key);
}
