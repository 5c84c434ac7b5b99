/** A table that people write beside their sheets, such as a list of corrections: text or a workbook → rows of fields. */
import type { Finding } from '../diagnostic.ts';
import { type Place, placeOf } from '../grid.ts';
import { readInput } from './index.ts';

/** A row of a table in which something stands. */
export interface TableRow {
  readonly fields: readonly string[];
  readonly place: Place;
}

/** The rows of the first sheet, without the empty ones and those that begin with `#`. Never throws. */
export async function readTable(
  bytes: Uint8Array,
  source: string,
): Promise<{ readonly rows: readonly TableRow[]; readonly findings: readonly Finding[] }> {
  const { sheets, findings } = await readInput(bytes, source);
  const [sheet] = sheets;
  if (sheet === undefined) return { rows: [], findings };
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of sheet.grid.cells) {
    const fields = rows.get(row) ?? [];
    fields[column] = text.trim();
    rows.set(row, fields);
  }
  return {
    rows: [...rows]
      .map(([row, fields]) => ({
        fields: Array.from(fields, (field: string | undefined) => field ?? ''),
        place: placeOf(sheet.grid, { row, column: 0 }),
      }))
      .filter(({ fields }) => fields.some((field) => field !== '') && !fields[0]?.startsWith('#')),
    findings: [...findings, ...sheet.findings],
  };
}
