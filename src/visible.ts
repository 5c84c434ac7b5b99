/** Texts as they can be shown: what a sheet holds steers no terminal and no page. */

/** A text with pictures in place of its control characters; line breaks stay, tabs are spaces. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, (control) =>
    control === '\t' ? ' ' : String.fromCharCode(0x2400 + (control.charCodeAt(0) & 0x1f)),
  );
}
