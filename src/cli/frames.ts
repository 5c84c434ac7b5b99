/** Diagnostics drawn for the person at the desk, in ASCII frames: what, where with the row's text, what to do. */
import { type Diagnostic, drawPlace, type Excerpt, oneLine, type Place } from '../index.ts';
import type { Say } from './words.ts';

/** Where the excerpt of a place is to be had. */
export type ExcerptAt = (place: Place) => Excerpt | undefined;

/** One diagnostic as a frame. */
export function drawFrame(
  diagnostic: Diagnostic,
  say: Say,
  source?: string,
  excerptAt: ExcerptAt = () => undefined,
): string {
  const { severity, code, message, hint, trail, path, place } = diagnostic;
  const excerpt = place === undefined ? undefined : excerptAt(place);
  const number = excerpt === undefined || excerpt.text === '' ? undefined : String(place?.row).padStart(2);
  const box = trail ?? path;
  const margin = ' '.repeat(number?.length ?? 2);
  const row = excerpt?.row === undefined ? '' : say('row', { row: excerpt.row });
  return [
    `${say(severity)}[${code}]: ${oneLine(message)}`,
    `${margin}--> ${place === undefined ? (source ?? path ?? '') : `${drawPlace(place)}${row}`}`,
    ...(number === undefined ? [] : [`${margin} |`, `${number} | ${excerpt?.text}`, `${margin} |`]),
    ...(box === undefined || message.includes(box) ? [] : [`${margin} = ${say('at')}: ${box}`]),
    ...(hint === undefined ? [] : [`${margin} = ${say('hint')}: ${oneLine(hint)}`]),
    '',
  ].join('\n');
}
