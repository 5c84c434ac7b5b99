/** Characters that no workbook, page or text file can hold: controls but tab and line break, and halves of pairs. */

/** Finds one. Word's and Excel's own line breaks (VT, FF) are among them: they are made line breaks first. */
export const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** One of them, or a control that is kept: most texts have neither. */
const STRANGE = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/u;

/** A text without them, and how many there were. Vertical tabs and form feeds become line breaks. */
export function writable(text: string): { readonly text: string; readonly dropped: number } {
  if (!STRANGE.test(text)) return { text, dropped: 0 };
  const broken = text.replace(/[\v\f]/g, '\n');
  const all = new RegExp(UNWRITABLE, 'g');
  return { text: broken.replace(all, ''), dropped: broken.match(all)?.length ?? 0 };
}
