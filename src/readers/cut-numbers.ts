/** Numbers that their own commas have cut: `1,200` without quotes in a table of commas. */
import type { TextRow } from './fields.ts';

/** The rows with more fields than most have in which a number seems to go on in the next field, and such numbers. */
export function cutNumbers(rows: readonly TextRow[]): ReadonlyMap<TextRow, readonly string[]> {
  const usual = usualWidth(rows);
  return new Map(
    rows.flatMap((row): [TextRow, string[]][] => {
      const numbers = row.fields.length > usual ? numbersIn(row) : [];
      return numbers.length === 0 ? [] : [[row, numbers]];
    }),
  );
}

function numbersIn({ fields }: TextRow): string[] {
  return fields.flatMap((field, i) => {
    const next = fields[i + 1] ?? '';
    return /^\s*[-－▲△]?\d{1,3}$/.test(field) && /^\d{3}(?!\d)/.test(next) ? [`${field.trim()},${next}`] : [];
  });
}

/** The number of fields that most rows with a text have. */
function usualWidth(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) {
    if (fields.join('') !== '') counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
