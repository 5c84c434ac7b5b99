/** Marks: where a fixture expects its diagnostic, written into the input itself as ▶so◀. */

const MARK = /▶([^▶◀]*)◀/g;

/** A text without its marks, and for each the line and tab-separated field it stands in: `12:3`. */
export function takeMarks(text: string): { readonly text: string; readonly spots: readonly string[] } {
  const spots = [...text.matchAll(MARK)].map(({ index }) => {
    const lines = text.slice(0, index).split('\n');
    return `${lines.length}:${(lines.at(-1) as string).split('\t').length}`;
  });
  return { text: withoutMarks(text), spots };
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '$1');
}

/** Whether a mark stands in a text. */
export function isMarked(text: string): boolean {
  return text !== withoutMarks(text);
}
