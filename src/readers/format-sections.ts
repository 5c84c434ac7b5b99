/** A number format taken apart: its sections, which of them shows a value, and what that one consists of. */
import { splitFormat } from '../office/sections.ts';
import { systemFormat } from './built-in-formats.ts';

export interface Sections {
  /** For numbers: by sign, or each under a condition. */
  readonly numbers: readonly string[];
  /** For texts; undefined where they stand as they are. */
  readonly text: string | undefined;
}

/** The sections of a format: the fourth, or else the last if it has an `@`, is that for texts. */
export function sectionsIn(format: string): Sections {
  const all = splitFormat(format);
  const last = all.at(-1) ?? '';
  const isForText = last.includes('@') && tokensOf(last).some(({ kind }) => kind === 'text');
  const at = all.length > 3 ? 3 : isForText ? all.length - 1 : all.length;
  return { numbers: all.slice(0, at), text: all[at] };
}

/** Which section a number is shown by; −1 where there is none for it. */
export function sectionFor(value: number, sections: readonly string[]): number {
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section));
  if (conditions.every((condition) => condition === null)) {
    return value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  }
  return conditions.findIndex((condition, i) =>
    // before one with a condition, one without is for what is above 0
    condition === null ? i > 0 || value > 0 : isMet(value, condition),
  );
}

function isMet(value: number, [, comparison = '', text = '']: RegExpExecArray): boolean {
  const bound = Number(text);
  if (comparison === '<>') return value !== bound;
  if (value === bound) return comparison.includes('=');
  return comparison.includes(value < bound ? '<' : '>');
}

export interface Token {
  /**
   * `percent`: shows hundredths; `text`: where a text goes; `half`: of the day; `elapsed`: hours and the like counted
   * on; `locale`: whose words the names of days are; `other`: nothing that is known.
   */
  readonly kind:
    | 'literal'
    | 'percent'
    | 'digits'
    | 'date'
    | 'half'
    | 'elapsed'
    | 'exponent'
    | 'general'
    | 'text'
    | 'locale'
    | 'other';
  readonly text: string;
}

/**
 * Quoted text, currency signs and languages, colours and conditions, widths to leave free or fill, places for digits (or a
 * denominator) and dates. An `e` before a sign begins an exponent behind digits only: `ge-m-d` is a date.
 */
const tokenPattern =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)-?([^\]]*)\]|\[([^\]]*)\]|[_*].|(%)|(\.?[#0?][#0?,.]*|\/[1-9]\d*|(?<=[#0?])\/(?=[#0?]))|(General|G\/標準)|(@)|(AM\/PM|A\/P)|(?<=[#0?.,])(E[+-])|(y+|m+|d+|h+|s+|g+|e+|a+)|(.)/giu;

/** What a section consists of; colours, conditions and widths are left out. */
export function tokensOf(section: string): Token[] {
  return [...systemFormat(section).matchAll(tokenPattern)].flatMap(
    ([
      ,
      quoted,
      escaped,
      currency,
      locale,
      bracket,
      percent,
      digits,
      general,
      text,
      half,
      exponent,
      date,
      rest,
    ]) => {
      const token = (kind: Token['kind'], text = ''): Token[] => (text === '' ? [] : [{ kind, text }]);
      if (percent !== undefined) return token('percent', percent);
      if (digits !== undefined) return token('digits', digits);
      if (general !== undefined) return token('general', general);
      if (text !== undefined) return token('text', text);
      if (half !== undefined) return token('half', half);
      if (exponent !== undefined) return token('exponent', exponent.toUpperCase());
      if (date !== undefined) return token('date', date.toLowerCase());
      if (currency !== undefined) return [...token('literal', currency), ...token('locale', locale)];
      if (bracket !== undefined) {
        if (/^(?:h+|m+|s+)$/i.test(bracket)) return token('elapsed', bracket.toLowerCase());
        return /^DBNum/i.test(bracket) ? token('other', bracket) : [];
      }
      return token('literal', quoted ?? escaped ?? rest);
    },
  );
}

/** The text of tokens, places for digits and the like as they are written. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'locale' ? '' : text)).join('');
}
