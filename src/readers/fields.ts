/** Cutting delimited text into rows of fields, quoted ones as Excel quotes them. */

/** A row of a text as it was cut. */
export interface TextRow {
  readonly fields: readonly string[];
  /** The one-based line on which it starts: a quoted field may run over several. */
  readonly line: number;
  /** The fields that begin with a quote and have no end, counted from zero. */
  readonly open: readonly number[];
}

/**
 * A field is quoted where it begins with a quote and a separator, a line end or nothing follows the closing one; other
 * quotes are text. A quote that is closed nowhere holds what follows only where no separator follows.
 * @param text lines end in `\n`
 */
export function cutRows(text: string, separator: string): TextRow[] {
  const rows: TextRow[] = [];
  let [at, line, lineEnd] = [0, 1, -1];
  while (at < text.length) {
    const fields: string[] = [];
    const open: number[] = [];
    const start = line;
    for (let more = true; more; at++) {
      const quoted = text[at] === '"' ? quotedAt(text, at, separator) : undefined;
      if (lineEnd < at) lineEnd = endOf(text, '\n', at);
      const end = quoted?.end ?? Math.min(lineEnd, endOf(text, separator, at));
      const field = quoted?.field ?? text.slice(at, end);
      if (quoted?.closed === false || (quoted === undefined && isOpen(field))) open.push(fields.length);
      if (quoted !== undefined) line += field.split('\n').length - 1;
      fields.push(field);
      more = text[end] === separator;
      at = end;
    }
    line += 1;
    rows.push({ fields, line: start, open });
  }
  return rows;
}

/** The text without what stands between quotes, line by line: what its separators are to be told by. */
export function bareLines(text: string): string[] {
  const lines = text.replace(/"[^"]*"/g, 'q').split('\n');
  return lines.filter((line) => line.trim() !== '');
}

function quotedAt(text: string, start: number, separator: string) {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const closed = end >= 0;
  if (!closed) end = text.length;
  const next = text[end + 1];
  const isEnd = next === undefined || next === separator || next === '\n';
  if (closed ? !isEnd : text.includes(separator, start)) return undefined;
  const field = text.slice(start + 1, end).replaceAll('""', '"');
  return { field, end: Math.min(end + 1, text.length), closed };
}

/** Where a mark stands next, or the text ends. */
function endOf(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start);
  return at < 0 ? text.length : at;
}

/** Begins with a quote that nothing in the field closes. */
function isOpen(field: string): boolean {
  return field.startsWith('"') && field.split('"').length % 2 === 0;
}
