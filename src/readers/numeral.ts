/** The digits of a number under the places that a format has for them: plain, with an exponent, or as a fraction. */
import { type Token, textOf } from './format-sections.ts';

/** As Excel keeps numbers: 15 digits, so that 75.599999999999994 is 75.6; the smallest and largest as `1E-07`. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.replace(/e([+-]\d+)$/, (_, power: string) => `E${power.replace(/^.(?=.$)/, '$&0')}`);
}

/** The digits, a `-` before them where they are below zero; none where there is no place for a 0; undefined as formats are. */
export function numeral(value: number, tokens: readonly Token[]): string | undefined {
  const [run, exponent, places] = tokens;
  if (tokens.length === 1 && (run?.kind === 'general' || run?.kind === 'text')) return plainNumber(value);
  if (run?.kind !== 'digits') return undefined;
  if (tokens.length === 1) return decimal(value, run.text);
  if (tokens.length === 3 && exponent?.kind === 'exponent' && places?.kind === 'digits') {
    return scientific(value, run.text, exponent.text, places.text);
  }
  // a stroke among words is one of them: 0"/"0
  if (!tokens.some(({ kind, text }) => kind === 'digits' && text.startsWith('/'))) return undefined;
  const [, whole, above, below] = /^(?:([#0?]+) +)?([#0?]+)\/([#?]+|\d+)$/.exec(textOf(tokens)) ?? [];
  return above === undefined || below === undefined ? undefined : fraction(value, whole !== undefined, below);
}

function decimal(value: number, pattern: string): string | undefined {
  const [, integer, thousands = '', decimals = '', more = ''] =
    /^([#0?,]*?)(,*)(?:\.(?:([#0?]+)(,*))?)?$/.exec(pattern) ?? [];
  if (integer === undefined) return undefined;
  const scaled = value / 1000 ** (thousands.length + more.length);
  const written = fixed(Math.abs(scaled), decimals.length);
  const [whole = '0', rest = ''] = written.split('.');
  const least = integer.replace(/[^0]/g, '').length;
  const padded = (whole === '0' && least === 0 ? '' : whole).padStart(least, '0');
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
    : `${mantissa || '0'}E${sign}${String(Math.abs(power)).padStart(places.length, '0')}`;
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

/** Rounds half up by the digits that Excel sees, where 1.005 is not 1.00499999999999989; behind them it has zeros. */
function fixed(value: number, decimals: number): string {
  const [digits = '', power] = value.toExponential(14).split('e');
  const all = digits.replace('.', '');
  const shift = Number(power) - 14 + decimals;
  const rounded = shift < 0 ? String(Math.round(Number(all) / 10 ** -shift)) : all + '0'.repeat(shift);
  const padded = rounded.padStart(decimals + 1, '0');
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}
