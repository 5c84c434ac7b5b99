/** The texts of a workbook as its XML has them: those that cells share, and those in a cell itself. */
import { bounds } from '../bounds.ts';
import { attributeNamed, elementPattern, isTrue, spelledIn, unescaped } from '../office/plain-xml.ts';
import { refusal } from '../refusal.ts';

/** The texts that cells refer to by their numbers. */
export interface SharedStrings {
  /** The text of a number; undefined where the workbook has none. */
  readonly at: (number: number) => string | undefined;
  /** What of it is struck through, in a cell whose own font is so or not. */
  readonly struckAt: (number: number, isCellStruck: boolean) => string;
  /** How long it is as XML. */
  readonly lengthOf: (number: number) => number;
}

/** The shared texts of a workbook; each is read when it is first asked for. */
export function sharedStrings(xml: string): SharedStrings {
  const inside: string[] = [];
  for (const [, , inner = ''] of xml.matchAll(stringPattern)) {
    inside.push(inner);
    if (inside.length > bounds.bookStrings) {
      throw refusal('input-too-large', { reason: 'strings', most: bounds.bookStrings });
    }
  }
  const texts: string[] = [];
  return {
    at: (number) => {
      const inner = inside[number];
      if (inner === undefined) return undefined;
      texts[number] ??= textOf(inner);
      return texts[number];
    },
    struckAt: (number, isCellStruck) => struckIn(inside[number] ?? '', isCellStruck),
    lengthOf: (number) => inside[number]?.length ?? 0,
  };
}

/** The text in an element, its runs joined, without the readings of Japanese words. */
export function textOf(xml: string): string {
  const bare = xml.includes('<rPh') ? xml.replace(readingPattern, '') : xml;
  let text = '';
  for (const [, , inner = ''] of bare.matchAll(runPattern)) text += plainText(inner);
  return text;
}

/** Of the text in an element, what is struck through: runs without a font of their own have that of the cell. */
export function struckIn(xml: string, isCellStruck: boolean): string {
  if (!isCellStruck && !xml.includes('<strike')) return '';
  const runs = [...xml.matchAll(richPattern)].map(([, , inner = '']) => inner);
  if (runs.length === 0) return isCellStruck ? textOf(xml) : '';
  const struck = runs.filter((run) => (run.includes('<rPr') ? isStruck(run) : isCellStruck));
  const texts = struck.map((run) => textOf(run).trim());
  return texts.filter((text) => text !== '').join(' / ');
}

/** Whether a font, of a run or of a style, strikes its text through. */
export function isStruck(xml: string): boolean {
  const strike = strikePattern.exec(xml);
  return strike !== null && isTrue(valOf(strike[1] ?? '') ?? '1');
}

/** A text of plain XML as it was written. */
export function plainText(xml: string): string {
  return spelledIn(unescaped(xml));
}

const stringPattern = elementPattern('si', 'g');
const readingPattern = elementPattern('rPh', 'g');
const richPattern = elementPattern('r', 'g');
const runPattern = elementPattern('t', 'g');
const strikePattern = elementPattern('strike');
const valOf = attributeNamed('val');
