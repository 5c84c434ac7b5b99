/** The order of item numbers as people expect it: 2 before 10, R1-2 before R1-10, 4-① before 4-②. */
import { foldNumber } from '../item-number.ts';

/** A run of digits, or of anything else. */
const PART = /\d+|\D+/g;

/**
 * Compares two item numbers: digits as numbers, all other characters by their code. Spellings of one number stand
 * together. A missing number comes last.
 * @returns negative, 0 or positive, as for `Array.prototype.sort`
 */
export function compareNumbers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [i, part] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || byCode(a, b);
}

function partsOf(number: string): string[] {
  return foldNumber(number).match(PART) ?? [];
}

function compareParts(a: string, b: string): number {
  const isNumber = (part: string) => /^\d/.test(part);
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  return byCode(a, b);
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
