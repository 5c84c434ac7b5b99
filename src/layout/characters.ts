/** What of a text is drawn: a base with its marks and selectors as one, and nothing for what is never seen. */

const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
/** What stays with the character before it. */
const FOLLOWS = /^(?!\t)[\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** What `FOLLOWS` says of each UTF-16 unit asked so far, which is asked again for every text: 1 no, 2 yes. */
const known = new Uint8Array(0x10000);

/** Where the base that begins at `start` ends, with what follows and stands on it. */
export function unitEnd(text: string, start: number): number {
  let end = start + lengthAt(text, start);
  while (end < text.length && follows(text, end)) end += lengthAt(text, end);
  return end;
}

/** Is this UTF-16 unit a character by itself, which neither goes on nor follows and stands on another? */
export function standsAlone(code: number): boolean {
  return !isHigh(code) && !isLow(code) && !follows(String.fromCharCode(code), 0);
}

function lengthAt(text: string, at: number): number {
  return isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
}

function follows(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isHigh(code)) return FOLLOWS.test(text.slice(at, at + 2));
  let answer = known[code];
  if (answer === 0) {
    answer = FOLLOWS.test(text.charAt(at)) ? 2 : 1;
    known[code] = answer;
  }
  return answer === 2;
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

const SUBSCRIPT = /^[\u2080-\u209c]$/;

/** What says the same as a unit that no font has: a subscript on the line, as the 2 of CO₂. Not so an exponent. */
export function standInFor(unit: string): string | undefined {
  return SUBSCRIPT.test(unit) ? unit.normalize('NFKC') : undefined;
}

/**
 * The characters whose glyphs show a unit: a space for a tab, nothing for controls, selectors and other characters
 * that are never seen (fonts draw boxes for them).
 */
export function drawnOf(unit: string): string {
  if (unit.length === 1 && unit >= ' ' && unit < '\x7f') return unit;
  return [...unit]
    .map((character) => (character === '\t' ? ' ' : INVISIBLE.test(character) ? '' : character))
    .join('');
}
