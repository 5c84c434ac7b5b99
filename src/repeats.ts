/** Repeats: sheets of one form with the same number, which a command can tell only once it has read all of its inputs. */

import type { Reading } from './convert.ts';
import type { Finding } from './diagnostic.ts';
import { fold } from './fold.ts';
import { drawPlace, type Place } from './grid.ts';
import { encode } from './sheet/codec.ts';

/** The same readings, with a finding at each sheet whose number another before it has, which says where that stands. */
export function withRepeats(readings: readonly Reading[]): Reading[] {
  const firsts = new Map<string, Reading>();
  return readings.map((reading): Reading => {
    const key = keyOf(reading);
    const first = key === undefined ? undefined : firsts.get(key);
    if (key !== undefined && first === undefined) firsts.set(key, reading);
    return first === undefined
      ? reading
      : { ...reading, findings: [...reading.findings, repeat(reading, first)] };
  });
}

function keyOf({ sheet, form }: Reading): string | undefined {
  if (sheet?.number === undefined || form === undefined) return undefined;
  return JSON.stringify([form.form.settings.form, fold(sheet.number)]);
}

function repeat(reading: Reading, first: Reading): Finding {
  const reason = textsOf(reading) === textsOf(first) ? 'same' : 'other';
  const about = { number: reading.sheet?.number ?? '', other: drawPlace(numberOf(first)), reason };
  return { code: 'number-repeated', with: about, path: 'number', place: numberOf(reading) };
}

function numberOf({ source, placeOf }: Reading): Place {
  return placeOf('number') ?? { source, row: 1, column: 1 };
}

/** All that a sheet says, to be compared. */
function textsOf({ sheet, form }: Reading): string {
  if (sheet === undefined || form === undefined) return '';
  return JSON.stringify([...encode(sheet, form.vocabulary)].sort());
}
