/** The text of a cell that exceljs has read. */
import type { CellValue } from 'exceljs';
import { formatNumber, plainNumber } from './number-format.ts';

/** The text as it stands on the sheet. */
export interface Shown {
  /** Line breaks are `\n`; empty for a blank cell. */
  readonly text: string;
  /** The number format that is not known, so that the text is the number itself. */
  readonly unread?: string;
}

/**
 * What a cell shows.
 * @param format the cell's number format
 * @param date1904 serial dates count from 1904
 */
export function shownOf(value: CellValue, format: string | undefined, date1904: boolean): Shown {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value.replace(/\r\n?/g, '\n') };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number') return shownNumber(value, format, date1904);
  if (value instanceof Date) return shownNumber(serialOf(value, date1904), format, date1904);
  if ('richText' in value) return shownOf(value.richText.map(({ text }) => text).join(''), format, date1904);
  return { text: 'error' in value ? value.error : '' };
}

/** What a number shows under a format, or else the number. */
export function shownNumber(value: number, format: string | undefined, date1904: boolean): Shown {
  const text = formatNumber(value, format, date1904);
  return text === undefined ? { text: plainNumber(value), unread: format ?? '' } : { text };
}

/** Undoes what exceljs does to a number under a format that it takes for a date's: it knows no 29 February 1900. */
function serialOf(date: Date, date1904: boolean): number {
  const serial = date.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  return Number(serial.toPrecision(15));
}
