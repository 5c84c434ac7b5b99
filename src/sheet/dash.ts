/** Dashes: what people put into a box where nothing applies. */
import { fold } from '../fold.ts';

/** Whether a text is a dash alone, which is neither an empty box nor something to read. */
export function isDash(text: string): boolean {
  return text.length <= MOST && /^-{1,3}$/.test(fold(text));
}

/** Longer than three dashes on a line each. */
const MOST = 8;
