/** A number as Excel shows it under its number format. */
import { dateText } from './date-format.ts';

/** Excel takes no longer one, and patterns take long on them. */
export const LONGEST_FORMAT = 255;

/** The formats that stand for those of the computer: of a date, of a date with a time. */
const OWN_DATES: ReadonlyMap<string, string> = new Map([
  ['mm-dd-yy', 'yyyy/m/d'],
  ['m/d/yy', 'yyyy/m/d'],
  ['m/d/yy h:mm', 'yyyy/m/d h:mm'],
  // SheetJS gives what it would be in Chinese
  ['"上午/下午 "hh"時"mm"分"ss"秒 "', 'm"月"d"日"'],
]);

/**
 * The text of a number; undefined where the format asks for something that is not known, as for numbers in kanji.
 * @param format an Excel number format, for example `#,##0;▲#,##0` or `0.0%`; the general one where missing
 * @param date1904 serial dates count from 1904
 */
export function formatNumber(value: number, format = 'General', date1904 = false): string | undefined {
  if (format.length > LONGEST_FORMAT) return undefined;
  const { section, by } = sectionFor(value, sectionsOf(OWN_DATES.get(format) ?? format));
  const tokens = tokensOf(section);
  const [first] = tokens.filter(({ kind }) => kind !== 'literal');
  if (first === undefined) {
    // "-" for nothing at all; but a section that hides its number shows it here
    return by !== 'default' && tokens.length > 0 ? textOf(tokens) : plainNumber(value);
  }
  if (first.kind === 'general') return tokens.length === 1 ? plainNumber(value) : withGeneral(value, tokens);
  if (first.kind === 'digits') return numberText(by === 'sign' ? Math.abs(value) : value, tokens);
  return dateText(date1904 ? value + 1462 : value, tokens);
}

/** As Excel keeps numbers: 15 digits, so that 75.599999999999994 is 75.6. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** The parts of a format between its `;`, those that are quoted or stand behind a mark that takes the next character aside. */
function sectionsOf(format: string): string[] {
  // most have one, and the numbers of a sheet are many
  if (!format.includes(';')) return [format];
  return [...`;${format}`.matchAll(/;((?:"[^"]*"|[\\_*].|[^;])*)/gu)].map(([, section = '']) => section);
}

/** The section that a number is shown by, and what it was chosen by; one for a sign says itself how that looks. */
function sectionFor(value: number, sections: readonly string[]) {
  const conditions = sections.slice(0, 3).map((section) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section));
  if (conditions.some((condition) => condition !== null)) {
    const at = conditions.findIndex((condition) => condition === null || isMet(value, condition));
    return { section: sections[Math.max(0, at)] ?? '', by: 'condition' } as const;
  }
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  return { section: own ?? sections[0] ?? '', by: own === undefined ? 'default' : 'sign' } as const;
}

function isMet(value: number, [, comparison = '', text = '']: RegExpExecArray): boolean {
  const bound = Number(text);
  if (comparison === '<>') return value !== bound;
  if (value === bound) return comparison.includes('=');
  return comparison.includes(value < bound ? '<' : '>');
}

export interface Token {
  /** `half`: of the day; `elapsed`: hours and the like counted on; `other`: nothing that is known. */
  readonly kind: 'literal' | 'digits' | 'date' | 'half' | 'elapsed' | 'exponent' | 'general' | 'other';
  readonly text: string;
}

/** Quoted text, colours and conditions, currency signs, widths to leave free or fill, places for digits (or a denominator) and dates. */
const tokenPattern =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|[_*].|([#0?][#0?,.]*|\/[1-9]\d*)|(General|@)|(AM\/PM|A\/P)|(E[+-])|(y+|m+|d+|h+|s+|g+|e+|a+)|(.)/giu;

function tokensOf(section: string): Token[] {
  return [...section.matchAll(tokenPattern)].flatMap(
    ([, quoted, escaped, currency, bracket, digits, general, half, exponent, date, literal]): Token[] => {
      const token = (kind: Token['kind'], text: string): Token[] => [{ kind, text }];
      if (digits !== undefined) return token('digits', digits);
      if (general !== undefined) return token('general', general);
      if (half !== undefined) return token('half', half);
      if (exponent !== undefined) return token('exponent', exponent.toUpperCase());
      if (date !== undefined) return token('date', date.toLowerCase());
      if (bracket !== undefined) {
        if (/^(?:h+|m+|s+)$/i.test(bracket)) return token('elapsed', bracket.toLowerCase());
        return /^DBNum/i.test(bracket) ? token('other', bracket) : [];
      }
      const text = quoted ?? escaped ?? currency ?? literal ?? '';
      return text === '' ? [] : token('literal', text);
    },
  );
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

function withGeneral(value: number, tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'general' ? plainNumber(value) : text)).join('');
}

/** Digits between literal texts: a number, one with an exponent, or a fraction. */
function numberText(value: number, tokens: readonly Token[]): string | undefined {
  const [first, last] = [tokens.findIndex(isNumeral), tokens.findLastIndex(isNumeral) + 1];
  const middle = tokens.slice(first, last);
  const percents = tokens.filter(({ kind, text }) => kind === 'literal' && text === '%').length;
  const number = numeral(value * 100 ** percents, middle);
  if (number === undefined) return undefined;
  const [before, after] = [textOf(tokens.slice(0, first)), textOf(tokens.slice(last))];
  // the sign stands before everything: -¥1,234
  return number.startsWith('-') ? `-${before}${number.slice(1)}${after}` : `${before}${number}${after}`;
}

function isNumeral({ kind }: Token): boolean {
  return kind !== 'literal';
}

function numeral(value: number, tokens: readonly Token[]): string | undefined {
  const [run, exponent, places] = tokens;
  if (run?.kind !== 'digits') return undefined;
  if (tokens.length === 1) return decimal(value, run.text);
  if (tokens.length === 3 && exponent?.kind === 'exponent' && places?.kind === 'digits') {
    return scientific(value, run.text, exponent.text, places.text);
  }
  const [, whole, above, below] = /^(?:([#0?]+) +)?([#0?]+)\/([#?]+|\d+)$/.exec(textOf(tokens)) ?? [];
  return above === undefined || below === undefined ? undefined : fraction(value, whole !== undefined, below);
}

function decimal(value: number, pattern: string): string | undefined {
  const [, integer, thousands = '', decimals = ''] = /^([#0?,]*?)(,*)(?:\.([#0?]*))?$/.exec(pattern) ?? [];
  if (integer === undefined) return undefined;
  const scaled = value / 1000 ** thousands.length;
  const written = fixed(Math.abs(scaled), decimals.length);
  const [whole = '0', rest = ''] = written.split('.');
  const least = integer.replace(/[^0]/g, '').length;
  const padded = (whole === '0' && least === 0 && decimals !== '' ? '' : whole).padStart(least, '0');
  const grouped = integer.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const optional = /[#?]*$/.exec(decimals)?.[0].length ?? 0;
  const kept = rest.replace(new RegExp(`0{0,${optional}}$`), '');
  const text = kept === '' && !/[0?]/.test(decimals) ? grouped : `${grouped}.${kept}`;
  return (scaled < 0 && /[1-9]/.test(written) ? '-' : '') + text;
}

/** `1.2E+06`; the exponent is a multiple of the places before the point. */
function scientific(value: number, pattern: string, mark: string, places: string): string | undefined {
  const [integer = '', decimals = ''] = pattern.split('.');
  const step = Math.max(1, integer.length);
  const digits = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  let power = Math.floor(digits / step) * step;
  // rounding may carry over: 9.99E+02 is 1.0E+03
  if (Number(fixed(Math.abs(value) / 10 ** power, decimals.length)) >= 10 ** step) power += step;
  const mantissa = decimal(value / 10 ** power, pattern);
  const sign = power < 0 ? '-' : mark === 'E+' ? '+' : '';
  return mantissa === undefined
    ? undefined
    : `${mantissa}E${sign}${String(Math.abs(power)).padStart(places.length, '0')}`;
}

/** `1 1/4`: over the denominator given, or the best of so many digits. */
function fraction(value: number, hasWhole: boolean, below: string): string {
  const size = Math.abs(value);
  const whole = hasWhole ? Math.floor(size) : 0;
  const given = /^\d+$/.test(below) ? Number(below) : 0;
  const most = Math.min(9999, 10 ** below.length - 1);
  let [denominator, numerator] = [given || 1, Math.round((size - whole) * (given || 1))];
  for (let candidate = 2; given === 0 && candidate <= most; candidate++) {
    const above = Math.round((size - whole) * candidate);
    const off = Math.abs(above / candidate - (size - whole));
    if (off < Math.abs(numerator / denominator - (size - whole)) - 1e-12) {
      [denominator, numerator] = [candidate, above];
    }
  }
  const sign = value < 0 ? '-' : '';
  if (hasWhole && numerator === denominator) return `${sign}${whole + 1}`;
  if (hasWhole && numerator === 0) return whole === 0 ? '0' : `${sign}${whole}`;
  return `${sign}${whole > 0 ? `${whole} ` : ''}${numerator}/${denominator}`;
}

/** Rounds half up by the digits that Excel sees, where 1.005 is not 1.00499999999999989. */
function fixed(value: number, decimals: number): string {
  const digits = plainNumber(value);
  const rounded = digits.includes('e')
    ? value
    : Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`);
  return rounded.toFixed(decimals);
}
