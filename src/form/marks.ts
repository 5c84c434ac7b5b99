/** Marks: `{path}` in the text of a form's cell is a hole, everything around it is printed as it stands. */

/** A piece of a cell's text: the form's own words, or a hole for the value at a path. */
export type Part = string | { readonly path: string };

const MARK = /\{([A-Za-z][\w.[\]]*)\}/g;

/** The names of the marks in a text. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(MARK)].map(([, name]) => name as string);
}

/**
 * Cuts a cell's text into words and holes: `Area {priorityArea}` → `'Area '`, `{ path: 'priorityArea' }`.
 * A mark named in `constants` is replaced by its value and becomes part of the words.
 */
export function parseMarks(text: string, constants: ReadonlyMap<string, string>): Part[] {
  const filled = text.replace(MARK, (mark, name: string) => constants.get(name) ?? mark);
  const parts: Part[] = [];
  let end = 0;
  for (const match of filled.matchAll(MARK)) {
    if (match.index > end) parts.push(filled.slice(end, match.index));
    parts.push({ path: match[1] as string });
    end = match.index + match[0].length;
  }
  if (end < filled.length) parts.push(filled.slice(end));
  return parts;
}
