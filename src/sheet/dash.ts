/** Dashes: what people put into a box where nothing applies. */
import { fold } from '../fold.ts';

/** Whether a text is a dash alone, which is neither an empty box nor something to read. */
export function isDash(text: string): boolean {
  return text.length <= MOST && !WORDS.test(text) && /^-{1,3}$/.test(fold(text));
}

/** Most texts have some of these; folding takes longer. */
const WORDS = /[0-9A-Za-z\u3041-\u30fa\u4e00-\u9fff\uff10-\uff19]/;

/** Longer than three dashes on a line each. */
const MOST = 8;
