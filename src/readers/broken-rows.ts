/** Rows that line breaks in cells have cut, because whatever wrote the text put no quotes around them. */
import type { TextRow } from './fields.ts';

/** Fewer fields than any sheet has: sums of so small numbers come out right by chance. */
const LEAST = 5;
/** How many lines one row may have been cut into. */
const MOST_LINES = 200;

/** The rows of a text, and what became of those that were cut. */
export interface Rejoined {
  readonly rows: readonly TextRow[];
  /** The first rows of those that were put together. */
  readonly joined: readonly TextRow[];
  /** The first row that looks cut and cannot be put together for sure. */
  readonly broken?: TextRow;
}

/**
 * Puts rows together where there is exactly one way to come to rows that all have the full number of fields, and one of
 * them proves that the text was cut: it consists of pieces of several fields each.
 */
export function rejoined(rows: readonly TextRow[]): Rejoined {
  const full = rows.reduce((most, { fields }) => Math.max(most, fields.length), 0);
  const isShort = ({ fields }: TextRow) => fields.length > 1 && fields.length < full;
  if (full < LEAST || !rows.some(isShort)) return { rows, joined: [] };
  const ends = onlyWay(rows, full);
  const pieces = ends?.map((end, i) => rows.slice(ends[i - 1] ?? 0, end)) ?? [];
  if (!pieces.some((row) => row.filter(isShort).length > 1)) {
    const broken = rows.find((row, i) => isShort(row) && completes(rows, i, full));
    return { rows, joined: [], ...(broken === undefined ? {} : { broken }) };
  }
  const cut = pieces.filter((row) => row.length > 1);
  return { rows: pieces.map(whole), joined: cut.flatMap(([first]) => first ?? []) };
}

/** After which rows each whole row ends, if there is one way only. */
function onlyWay(rows: readonly TextRow[], full: number): number[] | undefined {
  /** How many ways there are from each row on, two standing for more, and where the row that begins there ends. */
  const ways = new Array<number>(rows.length + 1).fill(0);
  const ends = new Array<number>(rows.length).fill(0);
  ways[rows.length] = 1;
  for (let first = rows.length - 1; first >= 0; first--) {
    for (const end of endsFrom(rows, first, full)) {
      const onwards = ways[end] ?? 0;
      if (onwards > 0) ends[first] = end;
      ways[first] = Math.min(2, (ways[first] ?? 0) + onwards);
    }
  }
  if (ways[0] !== 1) return undefined;
  const found: number[] = [];
  for (let at = 0; at < rows.length; found.push(at)) at = ends[at] as number;
  return found;
}

/** Where a whole row that begins here may end; an empty line is whole. */
function endsFrom(rows: readonly TextRow[], first: number, full: number): number[] {
  const found: number[] = [];
  let count = rows[first]?.fields.length ?? 0;
  if (rows[first]?.fields.join('') === '' && count === 1) return [first + 1];
  for (let next = first + 1; count <= full && next - first <= MOST_LINES; next++) {
    if (count === full) found.push(next);
    if (!isCut(rows[next - 1], rows[next])) break;
    count += (rows[next]?.fields.length ?? 0) - 1;
  }
  return found;
}

/** Whether one cell may go on from a row to the next: there is something in it on both. */
function isCut(row: TextRow | undefined, next: TextRow | undefined): boolean {
  return (row?.fields.at(-1) ?? '') !== '' && (next?.fields[0] ?? '') !== '';
}

function completes(rows: readonly TextRow[], first: number, full: number): boolean {
  return endsFrom(rows, first, full).some((end) => end > first + 1);
}

function whole(pieces: readonly TextRow[]): TextRow {
  const fields: string[] = [];
  const open: number[] = [];
  pieces.forEach((piece, i) => {
    const first = i === 0 ? 0 : fields.length - 1;
    open.push(...piece.open.map((column) => first + column));
    if (i === 0) fields.push(...piece.fields);
    else fields.splice(first, 1, `${fields[first]}\n${piece.fields[0]}`, ...piece.fields.slice(1));
  });
  return { fields, line: pieces[0]?.line ?? 1, open };
}
