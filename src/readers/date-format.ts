/** A date or time as Excel shows it under a date format, years of Japanese eras and days of the week among its parts. */
import type { Token } from './format-sections.ts';

const DAY = 86_400;
/** What a day that was worked out may be short of a whole one, in days. */
const HAIR = 1e-9;

/**
 * The text of a serial date under the tokens of a format; undefined for what is no date or no known format.
 * @param date1904 days count from 1904; lengths of time, such as `[h]:mm`, count from nowhere
 */
export function dateText(serial: number, tokens: readonly Token[], date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  const decimals =
    tokens.flatMap(({ kind, text }) => (kind === 'digits' ? text.replace('.', '').length : []))[0] ?? 0;
  const seconds = Math.round(serial * DAY * 10 ** decimals) / 10 ** decimals;
  const clock = seconds % DAY;
  // the last second of a day is rounded up to the next only where the time is seen, too
  const days = Math.floor(tokens.some(isOfClock) ? seconds / DAY : serial + HAIR);
  const date = dayOf(date1904 ? days + 1462 : days);
  const locale = tokens.find(({ kind }) => kind === 'locale')?.text ?? '';
  const language = languageOf(locale);
  const halves = tokens.some(({ kind }) => kind === 'half');
  const hour = Math.floor(clock / 3600);
  const said = tokens.map(({ kind, text }, i): string | undefined => {
    if (kind === 'locale') return '';
    if (kind === 'literal') return text;
    if (kind === 'half') return halfOfDay(text, hour < 12 ? 0 : 1, language);
    if (kind === 'elapsed') return padded(Math.floor(seconds / (UNITS[text.charAt(0)] ?? 1)), text);
    if (kind === 'digits') return (clock % 1).toFixed(decimals).slice(text.startsWith('.') ? 1 : 2);
    if (kind !== 'date') return undefined;
    if (/^h{1,2}$/.test(text)) return padded(halves ? hour % 12 || 12 : hour, text);
    if (/^s{1,2}$/.test(text)) return padded(Math.floor(clock) % 60, text);
    if (/^m{1,2}$/.test(text) && isMinute(tokens, i)) return padded(Math.floor(clock / 60) % 60, text);
    if (/^e+$/.test(text) && /gannen/i.test(locale) && tokens[i + 1]?.text.startsWith('年')) {
      return yearOfEra(date, text).replace(/^0?1$/, '元');
    }
    return dayPart(date, text, language);
  });
  return said.includes(undefined) ? undefined : said.join('');
}

function isOfClock({ kind, text }: Token): boolean {
  return ['half', 'elapsed', 'digits'].includes(kind) || (kind === 'date' && /^[hs]/.test(text));
}

type Language = 'en' | 'ja';

/** Whose words a locale asks for, written as a number (`411`) or a name (`ja-JP`): English where it asks for none. */
function languageOf(locale: string): Language | undefined {
  // the lower bits of the number are the language, those above them the country
  const number = /^[\da-f]+$/i.test(locale) ? Number.parseInt(locale.slice(-4), 16) & 0x3ff : undefined;
  if (locale === '' || number === 0 || number === 0x09 || /^en\b/i.test(locale)) return 'en';
  return number === 0x11 || /^ja\b/i.test(locale) ? 'ja' : undefined;
}

function halfOfDay(letters: string, half: 0 | 1, language: Language | undefined): string | undefined {
  if (language === 'ja' && letters.length > 3) return ['午前', '午後'][half];
  return language && letters.split('/')[half];
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
  /** Any date of the same day of the week. */
  readonly weekday: Date;
}

/** Excel's calendar has a 29 February 1900 as its day 60, and a 0 January as its day 0. */
function dayOf(serial: number): Day {
  const after = (day: number) => new Date(Date.UTC(1899, 11, day) + serial * DAY * 1000);
  const [date, weekday] = [after(serial < 60 ? 31 : 30), after(30)];
  if (serial === 0) return { year: 1900, month: 1, day: 0, date: new Date(Date.UTC(1900, 0, 1)), weekday };
  if (serial === 60) return { year: 1900, month: 2, day: 29, date, weekday };
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    date,
    weekday,
  };
}

function dayPart(on: Day, letters: string, language: Language | undefined): string | undefined {
  const { year, month, day, date, weekday } = on;
  const named = (date: Date, locale: string | undefined, options: Intl.DateTimeFormatOptions) =>
    locale && formatterOf(locale, options).format(date);
  // how months are called in Japanese, programs do not agree
  const english = language === 'en' ? language : undefined;
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
      return named(date, english, { month: 'short' });
    case 'mmmm':
      return named(date, english, { month: 'long' });
    case 'mmmmm':
      return named(date, english, { month: 'narrow' });
    case 'ddd':
      return named(weekday, language, { weekday: 'short' });
    case 'dddd':
      return named(weekday, language, { weekday: 'long' });
    case 'aaa':
      return named(weekday, 'ja', { weekday: 'short' });
    case 'aaaa':
      return named(weekday, 'ja', { weekday: 'long' });
    case 'g':
      return eraOf(date, 'narrow').era;
    case 'gg':
      return eraOf(date, 'long').era.charAt(0);
    case 'ggg':
      return eraOf(date, 'long').era;
    case 'e':
    case 'ee':
      return yearOfEra(on, letters);
    default:
      return undefined;
  }
}

function yearOfEra({ date }: Day, letters: string): string {
  return padded(eraOf(date, 'long').year, letters);
}

function eraOf(date: Date, era: 'narrow' | 'long'): { readonly era: string; readonly year: number } {
  const parts = formatterOf('ja-JP-u-ca-japanese', { era, year: 'numeric' }).formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  // the first year of an era has a name of its own
  return { era: part('era'), year: Number.parseInt(part('year'), 10) || 1 };
}

/** The few that there are: to make one takes far longer than to use it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, known);
  return known;
}

function padded(value: number, pattern: string): string {
  return String(value).padStart(Math.min(2, pattern.length), '0');
}
