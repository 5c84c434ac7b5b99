/** Item numbers as they are compared: a name that people write in many ways. */
import { fold } from './fold.ts';

/**
 * The form in which two spellings of one number are the same string: whatever `fold` takes for one, `No.` and `№` before
 * it, zeros before its digits, capitals. `№ ０９` → `9`, `r1—02` → `R1-2`.
 */
export function foldNumber(number: string): string {
  return fold(number)
    .replace(/^No(?:\.|(?=\d))/i, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .toUpperCase();
}
