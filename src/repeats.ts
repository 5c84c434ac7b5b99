/** Repeats: sheets of one form with the same number, which a command can tell only once it has read all of its inputs. */

import type { Finding } from './diagnostic.ts';
import { fold } from './fold.ts';
import { drawPlace, type Place } from './grid.ts';
import { foldNumber } from './item-number.ts';
import type { Reading } from './reading.ts';
import { wholeOf } from './record.ts';
import { encode } from './sheet/codec.ts';

/** What of a sheet is held against the others of a command. */
export interface Item {
  /** The form's id. */
  readonly form: string;
  readonly number?: string;
  readonly title?: string;
  /** All that the sheet says, or what stands for it: to be compared only. */
  readonly texts: string;
  /** Where its number stands. */
  readonly place: Place;
}

/** A reading as an item; undefined where it came to no sheet. */
export function itemOf({ source, sheet, form, placeOf }: Reading): Item | undefined {
  if (sheet === undefined || form === undefined) return undefined;
  const { number, title } = sheet;
  return {
    form: form.form.settings.form,
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
    texts: wholeOf(encode(sheet, form.vocabulary)),
    place: placeOf('number') ?? { source, row: 1, column: 1 },
  };
}

/**
 * A function that is given item after item, and says of each whose number others before it have where the one stands that
 * is most like it.
 */
export function openRepeats(): (item: Item | undefined) => readonly Finding[] {
  const known = new Map<string, Item[]>();
  return (item) => {
    if (item?.number === undefined) return [];
    const key = JSON.stringify([item.form, foldNumber(item.number)]);
    const before = known.get(key) ?? [];
    known.set(key, [...before, item]);
    const nearest =
      before.find((other) => other.texts === item.texts) ??
      before.find((other) => hasSameTitle(other, item)) ??
      before[0];
    return nearest === undefined ? [] : [repeat(item, nearest)];
  };
}

/** The same readings, with a finding at each sheet whose number another before it has. */
export function withRepeats(readings: readonly Reading[]): Reading[] {
  const repeatsOf = openRepeats();
  return readings.map((reading): Reading => {
    const found = repeatsOf(itemOf(reading));
    return found.length === 0 ? reading : { ...reading, findings: [...reading.findings, ...found] };
  });
}

/** The same sheet once more, another state of the same item, or another item by the same number. */
function repeat(item: Item, other: Item): Finding {
  const { number = '', place } = item;
  const about = { number, other: drawPlace(other.place) };
  if (item.texts === other.texts) {
    return { code: 'number-repeated', with: { ...about, reason: 'same' }, path: 'number', place };
  }
  if (hasSameTitle(item, other)) {
    return { code: 'sheet-revised', with: { ...about, title: item.title ?? '' }, path: 'number', place };
  }
  return { code: 'number-repeated', with: { ...about, reason: 'other' }, path: 'number', place };
}

function hasSameTitle({ title }: Item, other: Item): boolean {
  return title !== undefined && fold(title) === fold(other.title ?? '');
}
