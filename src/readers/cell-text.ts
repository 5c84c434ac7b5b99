/** The text of a cell as it stands on the sheet. */
import { isoDate, serialOf } from './iso-date.ts';
import { formatNumber, formatText } from './number-format.ts';
import { plainNumber } from './numeral.ts';

export interface Shown {
  /** Line breaks are `\n`; empty for a blank cell. */
  readonly text: string;
  /** The format that is not known, so that the text is the number itself. */
  readonly unread?: string;
  /** The format shows nothing; the text is what it hides. */
  readonly isHidden?: true;
}

/**
 * What a number shows under a format, or else the number.
 * @param format only its number where it is defined nowhere
 * @param date1904 serial dates count from 1904
 */
export function shownNumber(value: number, format: string | number | undefined, date1904: boolean): Shown {
  const text = typeof format === 'number' ? undefined : formatNumber(value, format, date1904);
  return shown(text, plainNumber(value), format);
}

/**
 * What a date shows under a format that the file has in words, `2013-04-01`; without a format, that date.
 * @param date1904 serial dates count from 1904
 */
export function shownDate(value: string, format: string | number | undefined, date1904: boolean): Shown {
  const serial = serialOf(value);
  if (serial === undefined || format === 'General') return { text: isoDate(value) };
  const number = date1904 && serial >= 1 ? serial - 1462 : serial;
  const text = typeof format === 'number' ? undefined : formatNumber(number, format, date1904);
  return shown(text, isoDate(value), format);
}

/** What a text shows under a format. Of one that is defined nowhere, numbers tell. */
export function shownText(value: string, format: string | number | undefined): Shown {
  if (typeof format === 'number' || value.trim() === '') return { text: value };
  return shown(formatText(value, format), value, format);
}

function shown(text: string | undefined, plain: string, format: string | number | undefined): Shown {
  if (text === undefined) return { text: plain, unread: String(format) };
  return text.trim() === '' ? { text: plain, isHidden: true } : { text };
}
