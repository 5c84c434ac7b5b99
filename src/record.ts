/** The record: texts under paths, the only place where the paper and the meaning meet. */

/**
 * Path → text, for example `schedule.0.years.2013.plan` → the words in that box. Items of a list are numbered
 * from 0 without gaps; an empty box has no entry.
 */
export type Record = ReadonlyMap<string, string>;

/** All that a record says, as one text: the same for records that say the same, in whatever order. */
export function wholeOf(record: Record): string {
  return JSON.stringify([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
}
