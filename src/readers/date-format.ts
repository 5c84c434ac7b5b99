/** A date or time as Excel shows it under a date format, years of Japanese eras and days of the week among its parts. */
import type { Token } from './number-format.ts';

const DAY = 86_400;

/** The text of a serial date under the tokens of a format; undefined for what is no date or no known format. */
export function dateText(serial: number, tokens: readonly Token[]): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  const decimals = tokens.flatMap(({ kind, text }) => (kind === 'digits' ? text.length : []))[0] ?? 0;
  const seconds = Math.round(serial * DAY * 10 ** decimals) / 10 ** decimals;
  const clock = seconds % DAY;
  const date = dayOf(Math.floor(seconds / DAY));
  const halves = tokens.some(({ kind }) => kind === 'half');
  const hour = Math.floor(clock / 3600);
  const said = tokens.map(({ kind, text }, i): string | undefined => {
    if (kind === 'literal') return text;
    if (kind === 'half') return hour < 12 ? text.split('/')[0] : text.split('/')[1];
    if (kind === 'elapsed') return padded(Math.floor(seconds / (UNITS[text.charAt(0)] ?? 1)), text);
    if (kind === 'digits') return (clock % 1).toFixed(decimals).slice(2);
    if (kind !== 'date') return undefined;
    if (/^h{1,2}$/.test(text)) return padded(halves ? hour % 12 || 12 : hour, text);
    if (/^s{1,2}$/.test(text)) return padded(Math.floor(clock) % 60, text);
    if (/^m{1,2}$/.test(text) && isMinute(tokens, i)) return padded(Math.floor(clock / 60) % 60, text);
    return dayPart(date, text);
  });
  return said.includes(undefined) ? undefined : said.join('');
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** A month, unless it stands behind hours or before seconds. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const isClock = (token: Token | undefined, letter: string) =>
    (token?.kind === 'date' || token?.kind === 'elapsed') && token.text.startsWith(letter);
  const parts = (from: readonly Token[]) => from.filter(({ kind }) => kind === 'date' || kind === 'elapsed');
  return isClock(parts(tokens.slice(0, at)).at(-1), 'h') || isClock(parts(tokens.slice(at + 1))[0], 's');
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly date: Date;
}

/** Excel's calendar has a 29 February 1900 as its day 60. */
function dayOf(serial: number): Day {
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * DAY * 1000);
  if (serial === 60) return { year: 1900, month: 2, day: 29, date };
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), date };
}

function dayPart({ year, month, day, date }: Day, letters: string): string | undefined {
  const named = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  switch (letters) {
    case 'y':
    case 'yy':
      return String(year).slice(-2);
    case 'yyy':
    case 'yyyy':
      return String(year);
    case 'm':
    case 'mm':
      return padded(month, letters);
    case 'd':
    case 'dd':
      return padded(day, letters);
    case 'mmm':
      return named('en', { month: 'short' });
    case 'mmmm':
      return named('en', { month: 'long' });
    case 'mmmmm':
      return named('en', { month: 'narrow' });
    case 'ddd':
      return named('en', { weekday: 'short' });
    case 'dddd':
      return named('en', { weekday: 'long' });
    case 'aaa':
      return named('ja', { weekday: 'short' });
    case 'aaaa':
      return named('ja', { weekday: 'long' });
    case 'g':
      return eraOf(date, 'narrow').era;
    case 'gg':
      return eraOf(date, 'long').era.charAt(0);
    case 'ggg':
      return eraOf(date, 'long').era;
    case 'e':
    case 'ee':
      return padded(eraOf(date, 'long').year, letters);
    default:
      return undefined;
  }
}

function eraOf(date: Date, era: 'narrow' | 'long'): { readonly era: string; readonly year: number } {
  const options = { era, year: 'numeric', timeZone: 'UTC' } as const;
  const parts = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', options).formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  // the first year of an era has a name of its own
  return { era: part('era'), year: Number.parseInt(part('year'), 10) || 1 };
}

function padded(value: number, pattern: string): string {
  return String(value).padStart(Math.min(2, pattern.length), '0');
}
