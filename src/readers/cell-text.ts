/** The text of a cell that exceljs has read. */
import type { CellValue } from 'exceljs';
import { formatNumber } from './number-format.ts';

/** exceljs gives this format's hour in quotes, as if it were a text. */
const misquoted = 'm/d/yy "h":mm';

/**
 * The text as it stands on the sheet, line breaks as `\n`; empty for a blank cell.
 * @param format the cell's number format
 * @param date1904 serial dates count from 1904
 */
export function cellText(value: CellValue, format: string | undefined, date1904: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const known = format === misquoted ? 'm/d/yy h:mm' : format;
  if (typeof value === 'number') return formatNumber(value, known, date1904);
  if (value instanceof Date) return formatNumber(serialOf(value, date1904), known, date1904);
  if ('richText' in value) return cellText(value.richText.map(({ text }) => text).join(''), format, date1904);
  return 'error' in value ? value.error : '';
}

/** Undoes what exceljs does to a number under a format that it takes for a date's: it knows no 29 February 1900. */
function serialOf(date: Date, date1904: boolean): number {
  const serial = date.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  return Number(serial.toPrecision(15));
}
