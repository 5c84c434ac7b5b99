/** A number, or a text, as Excel shows it under its number format. */
import { dateText } from './date-format.ts';
import { sectionFor, sectionsIn, type Token, textOf, tokensOf } from './format-sections.ts';
import { numeral } from './numeral.ts';

/** Excel takes no longer one, and patterns take long on them. */
export const LONGEST_FORMAT = 255;

/**
 * The text of a number, without a word where the format hides it; undefined where the format asks for something that is
 * not known, as for numbers in kanji.
 * @param format an Excel number format, for example `#,##0;▲#,##0` or `0.0%`; the general one where missing
 * @param date1904 serial dates count from 1904
 */
export function formatNumber(value: number, format?: string, date1904 = false): string | undefined {
  if (format !== undefined && format.length > LONGEST_FORMAT) return undefined;
  const { numbers } = sectionsIn(format || GENERAL);
  const at = sectionFor(value, numbers);
  const tokens = tokensOf(numbers[at] ?? GENERAL);
  const first = tokens.find(isNumeral);
  if (first === undefined) return textOf(tokens);
  if (!['digits', 'general', 'text'].includes(first.kind)) return dateText(value, tokens, date1904);
  const opposite = sectionFor(-value, numbers);
  const saysSign = value < 0 && at !== opposite && hasOwnSign(tokens, tokensOf(numbers[opposite] ?? GENERAL));
  return numberText(saysSign ? Math.abs(value) : value, tokens);
}

const GENERAL = 'General';

/** The text as its format shows it, without a word where that hides it; undefined as for numbers. */
export function formatText(text: string, format = GENERAL): string | undefined {
  // nearly all texts have one of these
  if (format === GENERAL || format === '@') return text;
  if (format.length > LONGEST_FORMAT) return undefined;
  const { text: section } = sectionsIn(format);
  if (section === undefined) return text;
  const tokens = tokensOf(section).filter(({ kind }) => kind !== 'locale');
  const parts = tokens.map(({ kind, text: words }) =>
    kind === 'text' ? text : kind === 'literal' || kind === 'percent' ? words : undefined,
  );
  if (parts.includes(undefined)) return undefined;
  // words that stand for whatever text there is do not say which
  return tokens.some(({ kind }) => kind === 'text') ? parts.join('') : '';
}

/** Digits between literal texts: a number, one with an exponent, or a fraction. */
function numberText(value: number, tokens: readonly Token[]): string | undefined {
  const [first, last] = [tokens.findIndex(isNumeral), tokens.findLastIndex(isNumeral) + 1];
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const number = numeral(value * 100 ** percents, tokens.slice(first, last));
  if (number === undefined) return undefined;
  const [before, after] = [textOf(tokens.slice(0, first)), textOf(tokens.slice(last))];
  // the sign stands before everything: -¥1,234
  return number.startsWith('-') ? `-${before}${number.slice(1)}${after}` : `${before}${number}${after}`;
}

function isNumeral({ kind }: Token): boolean {
  return kind !== 'literal' && kind !== 'percent' && kind !== 'locale';
}

/** What says on paper that a number is below zero. */
const signs = /[-−－‐–▲△▼▽()（）〔〕【】負減]|マイナス/g;

/** Whether a section has signs for numbers below zero that the section for those above has not; colour is none on paper. */
function hasOwnSign(tokens: readonly Token[], opposite: readonly Token[]): boolean {
  const [own, other] = [tokens, opposite].map((all) =>
    all.flatMap(({ kind, text }) => (kind === 'literal' ? (text.match(signs) ?? []) : [])).join(''),
  );
  return own !== '' && own !== other;
}
