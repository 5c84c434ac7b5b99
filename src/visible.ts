/** Texts as they can be shown: what a sheet holds steers no terminal and no page. */

/** A character by its number: `U+2F64`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * A text with pictures in place of its control characters, and with the numbers of those that turn the direction of
 * writing, which have no pictures: `exe.<U+202E>txt`. Line breaks stay, tabs are spaces.
 */
export function visible(text: string): string {
  return text.replace(STEERING, (control) => {
    if (control === '\t') return ' ';
    if (control === '\x7f') return '\u2421';
    if (control > '\x9f') return `<${codePointOf(control)}>`;
    return String.fromCharCode(0x2400 + (control.charCodeAt(0) & 0x1f));
  });
}

const STEERING = /[^\P{Cc}\n]|\p{Bidi_Control}/gu;
