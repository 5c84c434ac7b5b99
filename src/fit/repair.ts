/** Repair: puts right what was done to a text on its way to us, and says what was done. */

import { fold, foldBetweenSpaces } from '../fold.ts';
import type { Kind } from '../vocabulary.ts';
import { withoutHtml } from './html.ts';

/** The repairs that can be made to a text, by the code of the finding that reports them. */
export type Repair = 'html-removed' | 'line-rebroken' | 'word-rejoined';

/** What is known about the input a text stands in. */
export interface Evidence {
  /** Its line breaks have been turned into spaces: seen at the form's own labels. */
  readonly breaksBecameSpaces: boolean;
  /** The words of the closed lists, folded, and those with white space in them with it as well. */
  readonly words: { readonly status: ReadonlySet<string>; readonly grade: ReadonlySet<string> };
}

/** A value as it was meant, and the repairs this took. A text that needs none comes back as it is, trimmed. */
export function repair(text: string, kind: Kind, evidence: Evidence): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const apply = (before: string, after: string, name: Repair): string => {
    if (after !== before) repairs.push(name);
    return after;
  };
  let value = text.trim();
  value = apply(value, withoutHtml(value), 'html-removed');
  if (kind === 'status' || kind === 'grade') {
    return { text: apply(value, rejoined(value, evidence.words[kind]), 'word-rejoined'), repairs };
  }
  if (evidence.breaksBecameSpaces && (kind === 'text' || kind === 'divisions')) {
    value = apply(value, rebroken(value), 'line-rebroken');
  }
  return { text: value, repairs };
}

/** Spaces become line breaks again, but not between two Latin words or numbers, where a space may be meant. */
function rebroken(text: string): string {
  return text.replace(/(\S) +(?=(\S))/gu, (whole, before: string, after: string) =>
    LATIN.test(before) && LATIN.test(after) ? whole : `${before}\n`,
  );
}

const LATIN = /[\p{Script=Latin}\p{Number}.,:;!?()'"%&/+-]/u;

/** A word of a closed list that was wrapped in a narrow box is one word again; one that the list has with white space stays. */
function rejoined(text: string, words: ReadonlySet<string>): string {
  const isBroken = /\s/u.test(text) && words.has(fold(text)) && !words.has(foldBetweenSpaces(text));
  return isBroken ? text.replace(/\s+/gu, '') : text;
}
