/** Where a text is divided between pages: no single line of a paragraph is left behind or carried over. */
import type { Line } from './lines.ts';

/** So many lines of a paragraph, or all, stay together at the end and at the beginning of a page. */
const LEAST_LINES = 2;
/** A page is left emptier by no more lines than this. */
const MOST_GIVEN_UP = 3;

/** The least of a text that is worth to begin on a page: a short text only as a whole. */
export function leastLines(count: number): number {
  return count < 2 * LEAST_LINES ? count : LEAST_LINES;
}

/**
 * How many lines have been shown when a page ends.
 * @param start how many stand on earlier pages
 * @param capacity how many this page has room for
 */
export function lastLine(lines: readonly Line[], start: number, capacity: number): number {
  const end = start + capacity;
  if (end >= lines.length) return lines.length;
  for (let at = end; at > start && at >= end - MOST_GIVEN_UP; at--) {
    if (mayDivide(lines, at)) return at;
  }
  return end;
}

/** Whether both parts of a paragraph, or of the text, are more than a line left over. */
function mayDivide(lines: readonly Line[], at: number): boolean {
  if (at < LEAST_LINES || lines.length - at < LEAST_LINES) return false;
  if (lines[at - 1]?.last === true) return true;
  return lines[at - LEAST_LINES]?.last === false && lines[at + LEAST_LINES - 2]?.last === false;
}
