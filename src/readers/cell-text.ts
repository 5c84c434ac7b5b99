/** The text of a cell as it stands on the sheet. */
import { formatNumber, plainNumber } from './number-format.ts';

export interface Shown {
  /** Line breaks are `\n`; empty for a blank cell. */
  readonly text: string;
  /** The number format that is not known, so that the text is the number itself. */
  readonly unread?: string;
}

/**
 * What a number shows under a format, or else the number.
 * @param date1904 serial dates count from 1904
 */
export function shownNumber(value: number, format: string | undefined, date1904: boolean): Shown {
  const text = formatNumber(value, format, date1904);
  return text === undefined ? { text: plainNumber(value), unread: format ?? '' } : { text };
}
