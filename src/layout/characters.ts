/** What of a text is drawn: a base with its marks and selectors as one, and nothing for what is never seen. */

const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const UNIT = /.(?:(?!\t)[\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}])*/gsu;

/** Cuts a text into bases with what follows and stands on them. The parts put together are the text. */
export function unitsOf(text: string): string[] {
  return text.match(UNIT) ?? [];
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
