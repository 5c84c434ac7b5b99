/** A number as Excel shows it under the plain number formats; under all others, the number itself. */

/** Excel takes no longer one, and patterns take long on them. */
export const LONGEST_FORMAT = 255;

/**
 * @param format an Excel number format, for example `#,##0;▲#,##0` or `0.0%`; the general one where missing
 * @param date1904 serial dates count from 1904
 */
export function formatNumber(value: number, format = 'General', date1904 = false): string {
  if (format.length > LONGEST_FORMAT) return plain(value);
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const tokens = tokensOf(own ?? sections[0] ?? '');
  const placeholders = tokens.find(({ kind }) => kind !== 'literal')?.kind;
  if (placeholders === 'date') return dateText(date1904 ? value + 1462 : value, tokens) ?? plain(value);
  // "-" for nothing at all; but a section that hides its number shows it here
  if (own !== undefined && tokens.length > 0 && placeholders === undefined) return textOf(tokens);
  // a section of its own for negative numbers says itself how their sign looks
  const shown = value < 0 && own !== undefined ? -value : value;
  return (placeholders === 'digits' ? digitsText(shown, tokens) : undefined) ?? plain(value);
}

/** As Excel keeps numbers: 15 digits, so that 75.599999999999994 is 75.6. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

interface Token {
  readonly kind: 'literal' | 'digits' | 'date' | 'other';
  readonly text: string;
}

/** Quoted text, colours and conditions, currency signs, widths to leave free or fill, places for digits and dates. */
const tokenPattern =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|[_*].|([#0?][#0?,.]*)|(General|AM\/PM|E[+-])|([ymdhsgea]+)|(.)/giu;

function tokensOf(section: string): Token[] {
  return [...section.matchAll(tokenPattern)].flatMap(
    ([, quoted, escaped, currency, bracket, digits, other, date, literal]): Token[] => {
      if (digits !== undefined) return [{ kind: 'digits', text: digits }];
      if (other !== undefined || literal === '@') return [{ kind: 'other', text: other ?? '@' }];
      if (date !== undefined) return [{ kind: 'date', text: date.toLowerCase() }];
      if (bracket !== undefined) return /^[hms]+$/i.test(bracket) ? [{ kind: 'other', text: bracket }] : [];
      const text = quoted ?? escaped ?? currency ?? literal ?? '';
      return text === '' ? [] : [{ kind: 'literal', text }];
    },
  );
}

/** One run of digits between literal texts; undefined for fractions, exponents and the like. */
function digitsText(value: number, tokens: readonly Token[]): string | undefined {
  const runs = tokens.filter(({ kind }) => kind === 'digits');
  const pattern = /^([#0?,]*?)(,*)(?:\.([#0?]*))?$/.exec(runs[0]?.text ?? '');
  const slash = tokens.some(({ kind, text }) => kind === 'literal' && text === '/');
  if (pattern === null || runs.length > 1 || slash || tokens.some(({ kind }) => kind === 'other'))
    return undefined;
  const [, integer = '', thousands = '', decimals = ''] = pattern;
  const percents = tokens.filter(({ kind, text }) => kind === 'literal' && text === '%').length;
  const scaled = (value * 100 ** percents) / 1000 ** thousands.length;
  const written = fixed(Math.abs(scaled), decimals.length);
  const [whole = '0', fraction = ''] = written.split('.');
  const least = integer.replace(/[^0]/g, '').length;
  const padded = (whole === '0' && least === 0 && decimals !== '' ? '' : whole).padStart(least, '0');
  const grouped = integer.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const optional = /[#?]*$/.exec(decimals)?.[0].length ?? 0;
  const kept = fraction.replace(new RegExp(`0{0,${optional}}$`), '');
  const text = kept === '' && !/[0?]/.test(decimals) ? grouped : `${grouped}.${kept}`;
  const number = (scaled < 0 && /[1-9]/.test(written) ? '-' : '') + text;
  const [before, after] = [tokens.indexOf(runs[0] as Token), tokens.indexOf(runs[0] as Token) + 1];
  // the sign stands before everything: -¥1,234
  return number.startsWith('-')
    ? `-${textOf(tokens.slice(0, before))}${number.slice(1)}${textOf(tokens.slice(after))}`
    : `${textOf(tokens.slice(0, before))}${number}${textOf(tokens.slice(after))}`;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Rounds half up by the digits that Excel sees, where 1.005 is not 1.00499999999999989. */
function fixed(value: number, decimals: number): string {
  const digits = plain(value);
  const rounded = digits.includes('e')
    ? value
    : Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`);
  return rounded.toFixed(decimals);
}

/** A serial date as `2013/4/1`, a time as `9:30`; undefined for what is no date. */
function dateText(serial: number, tokens: readonly Token[]): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  const letters = tokens
    .filter(({ kind }) => kind === 'date')
    .map(({ text }) => text)
    .join('');
  const seconds = Math.round((serial % 1) * 86_400);
  const day = Math.floor(serial) + Math.floor(seconds / 86_400);
  const clock = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const [hours, ...rest] = letters.includes('s') ? clock : clock.slice(0, 2);
  const time = [String(hours), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
  const timed = /[hs]/.test(letters);
  if (timed && !/[ydgea]/.test(letters)) return time;
  return timed && seconds % 86_400 !== 0 ? `${dayText(day)} ${time}` : dayText(day);
}

/** Excel's calendar has a 29 February 1900 as its day 60. */
function dayText(day: number): string {
  if (day === 60) return '1900/2/29';
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000);
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
}
