/** Texts as they can be shown: what a sheet holds steers no terminal and no page. */

/** A character by its number: `U+2F64`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text with pictures in place of its control characters; line breaks stay, tabs are spaces. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, (control) =>
    control === '\t'
      ? ' '
      : control === '\x7f'
        ? '\u2421'
        : String.fromCharCode(0x2400 + (control.charCodeAt(0) & 0x1f)),
  );
}
