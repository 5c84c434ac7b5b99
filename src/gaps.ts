/** Gaps: numbers that no sheet of a command has, although it has those around them. */

import type { Finding } from './diagnostic.ts';
import { foldNumber } from './item-number.ts';
import type { Reading } from './reading.ts';
import { type Item, itemOf } from './repeats.ts';

/** Fewer sheets are some of the items, picked by hand; so are those that leave out more than a share of the numbers. */
const FEWEST = 8;
const LARGEST_SHARE = 0.2;

interface Numbered<T extends Item> {
  readonly item: T;
  readonly number: number;
}

/**
 * What is missing among the numbers of items, with the item that comes after it. Only plain numbers are counted
 * (`R1-1` has no successor), those of each form by themselves, and only where nearly all from the first to the last
 * are there: whoever takes a few items out of many misses none.
 */
export function gapsIn<T extends Item>(items: readonly T[]): { item: T; finding: Finding }[] {
  const forms = [...new Set(items.map(({ form }) => form))];
  return forms.flatMap((form) => gapsOf(items.filter((item) => item.form === form)));
}

/** The same readings, with a finding at each sheet before which numbers are missing. */
export function withGaps(readings: readonly Reading[]): Reading[] {
  const items = readings.flatMap((reading) => {
    const item = itemOf(reading);
    return item === undefined ? [] : { ...item, reading };
  });
  const gaps = gapsIn(items);
  return readings.map((reading) => {
    const found = gaps.filter(({ item }) => item.reading === reading).map(({ finding }) => finding);
    return found.length === 0 ? reading : { ...reading, findings: [...reading.findings, ...found] };
  });
}

function gapsOf<T extends Item>(items: readonly T[]): { item: T; finding: Finding }[] {
  const numbered = new Map<number, Numbered<T>>();
  for (const item of items) {
    const text = foldNumber(item.number ?? '');
    if (!/^\d{1,6}$/.test(text)) continue;
    const number = Number(text);
    if (!numbered.has(number)) numbered.set(number, { item, number });
  }
  const all = [...numbered.values()].sort((a, b) => a.number - b.number);
  const span = (all.at(-1)?.number ?? 0) - (all[0]?.number ?? 0) + 1;
  if (all.length < FEWEST || span - all.length > span * LARGEST_SHARE) return [];
  return all.slice(1).flatMap(({ item, number }, i) => {
    const before = all[i]?.number ?? number;
    if (number - before < 2) return [];
    const missing = number - before === 2 ? String(before + 1) : `${before + 1}～${number - 1}`;
    const about = { missing, number, before };
    return [{ item, finding: { code: 'numbers-missing', with: about, path: 'number', place: item.place } }];
  });
}
