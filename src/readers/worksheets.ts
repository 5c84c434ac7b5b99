/** Worksheets as a file has them → sheets as they were meant, with what the paper does not show told. */
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, type Place, placeOf, type Spot, spotKey } from '../grid.ts';
import type { Look } from '../look.ts';
import { rangeIn, rangeText, referencesIn } from '../office/range.ts';
import { type Aside, asidesToTell } from './asides.ts';
import { oversize } from './bounded.ts';
import { mendCharacters } from './characters.ts';
import type { Sheet } from './index.ts';
import type { Covered } from './merges.ts';

/** The cells whose text is the last result of a formula. */
export interface Formulas {
  readonly cells: readonly Spot[];
  /** Whether the workbook says that they are to be worked out anew: the results may be none. */
  readonly isStale: boolean;
}

/** What a workbook says of a worksheet beside its texts; rows and columns count from zero. */
export interface Traces {
  /** By `spotKey`: the cells that show the 0 of a plain formula such as `=B2`, and what they refer to. */
  readonly zeros: ReadonlyMap<string, string>;
  /** The cells whose formula was never worked out, row by row: what they would show is not in the file. */
  readonly uncalculated: readonly Spot[];
  /** By `spotKey`: the cells that show that their formula has failed; not every kind of file says so. */
  readonly failed?: ReadonlySet<string>;
  /** Not every kind of file says so. */
  readonly formulas?: Formulas;
  /** The texts that stand under a merged cell, which shows that of its upper left corner only. */
  readonly covered: readonly Covered[];
  /** The cells whose number format is not known, and that format. */
  readonly unread: readonly (Spot & { readonly format: string })[];
  /** The cells that show nothing under their format, or that of the worksheet for every 0; their texts are what they hold. */
  readonly unshown: readonly Spot[];
  /** The cells with words that are struck through, and these words; not every kind of file says so. */
  readonly struck: readonly (Spot & { readonly text: string })[];
  /** What it says outside of its cells, as far as it is in the file in a way that is known. */
  readonly asides: readonly Aside[];
  readonly isHiddenRow: (row: number) => boolean;
  readonly isHiddenColumn: (column: number) => boolean;
}

/** A worksheet as a reader of workbooks gives it. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly grid: Grid;
  readonly traces: Traces;
  /** Why it was not read. */
  readonly refused?: Finding;
  readonly look?: () => Look;
}

/** The worksheets of a workbook: cells that only repeat a blank one are blank, characters are mended. */
export function settle(raw: readonly RawSheet[]): Sheet[] {
  const readable = raw.filter(({ refused }) => refused === undefined);
  const known = knownOf(raw);
  return readable.map((sheet) => {
    const { name, grid } = sheet;
    // it will be refused, and would take long
    if (oversize(grid) !== undefined) return { name, grid, findings: [] };
    const zeros = grid.cells.filter((cell) => isBlank(sheet, cell, known));
    const { zeros: hiddenZeros, others } = unshownIn(sheet.traces, grid, new Set(zeros));
    const blanks = new Set([...zeros, ...hiddenZeros]);
    const { hidden, traces } = sheet;
    const { grid: mended, findings } = mendCharacters(
      { ...grid, cells: grid.cells.flatMap(blanked) },
      traces.failed,
    );
    const told = [
      ...findings,
      ...zeros.map((cell) => ({ code: 'zero-dropped', place: placeOf(grid, cell) })),
      ...byRow('zero-hidden', hiddenZeros, grid),
      ...others.map((cell) => ({
        code: 'cell-hidden',
        with: { text: cell.text },
        place: placeOf(grid, cell),
      })),
      ...byRow('formula-uncalculated', traces.uncalculated, grid),
      ...coveredIn(sheet, known),
      ...hiddenIn({ name, hidden, grid: mended, traces }),
      ...asidesToTell(traces.asides, grid),
      ...unreadIn(traces, grid),
      ...struckIn(traces, grid),
    ];
    const { look } = sheet;
    const { formulas } = traces;
    return { name, grid: mended, findings: told, ...(look && { look }), ...(formulas && { formulas }) };

    function blanked(cell: Cell): Cell[] {
      if (!blanks.has(cell)) return [cell];
      return cell.rowSpan === 1 && cell.columnSpan === 1 ? [] : [{ ...cell, text: '' }];
    }
  });
}

/** Why some worksheets were not read, each told at its first cell. */
export function refusalsOf(raw: readonly RawSheet[]): Finding[] {
  return raw.flatMap(({ refused, grid }) =>
    refused === undefined ? [] : [{ ...refused, place: placeOf(grid, { row: 0, column: 0 }) }],
  );
}

/** How far a reference is followed from cell to cell. */
const LONGEST_CHAIN = 16;

/** Worksheets by name, each with its cells by `spotKey`. */
type Known = ReadonlyMap<string, { readonly sheet: RawSheet; readonly cells: ReadonlyMap<string, Cell> }>;

function knownOf(raw: readonly RawSheet[]): Known {
  return new Map(
    raw.map((sheet) => {
      const cells = sheet.grid.cells.map((cell): [string, Cell] => [spotKey(cell), cell]);
      return [sheet.name, { sheet, cells: new Map(cells) }];
    }),
  );
}

/** Whether a cell shows 0 only because the cell that it repeats is blank. */
function isBlank({ name, traces }: RawSheet, spot: Spot, known: Known, steps = 0): boolean {
  const reference = traces.zeros.get(spotKey(spot));
  const [target] = reference === undefined ? [] : referencesIn(reference);
  const range = target === undefined ? undefined : rangeIn(target.reference);
  const found = known.get(target?.sheet ?? name);
  if (range === undefined || found === undefined || found.sheet.refused !== undefined) return false;
  if (steps > LONGEST_CHAIN) return false;
  const cell = found.cells.get(spotKey({ row: range.top, column: range.left }));
  return cell === undefined || cell.text === '' || isBlank(found.sheet, cell, known, steps + 1);
}

/** The cells that show nothing of what they hold, by whether that is a 0; but for those that are blank anyway. */
function unshownIn({ unshown }: Traces, grid: Grid, blanks: ReadonlySet<Cell>) {
  if (unshown.length === 0) return { zeros: [], others: [] };
  const places = new Set(unshown.map(spotKey));
  const cells = grid.cells.filter(
    (cell) => cell.text !== '' && places.has(spotKey(cell)) && !blanks.has(cell),
  );
  return {
    zeros: cells.filter(({ text }) => text === '0'),
    others: cells.filter(({ text }) => text !== '0'),
  };
}

/** What is told of cells once for a row, at the first. */
function byRow(code: string, cells: Traces['uncalculated'], grid: Grid): Finding[] {
  const counts = new Map<number, number>();
  for (const { row } of cells) counts.set(row, (counts.get(row) ?? 0) + 1);
  return cells.flatMap((cell, i): Finding[] => {
    if (cell.row === cells[i - 1]?.row) return [];
    return [{ code, with: { cells: counts.get(cell.row) ?? 1 }, place: placeOf(grid, cell) }];
  });
}

function unreadIn({ unread }: Traces, grid: Grid): Finding[] {
  const texts = new Map(grid.cells.map((cell) => [spotKey(cell), cell.text]));
  return unread.flatMap(({ format, ...spot }) => {
    const text = texts.get(spotKey(spot));
    const place = placeOf(grid, spot);
    return text === undefined ? [] : [{ code: 'format-unread', with: { format, text }, place }];
  });
}

function struckIn({ struck }: Traces, grid: Grid): Finding[] {
  return struck.map((cell) => ({
    code: 'text-struck',
    with: { text: cell.text },
    place: placeOf(grid, cell),
  }));
}

/** What merged cells cover, told once for a merged cell, at the first text; but for what that cell shows as well. */
function coveredIn(sheet: RawSheet, known: Known): Finding[] {
  const { name, grid, traces } = sheet;
  const shown = known.get(name)?.cells;
  const byRange = new Map<string, Covered[]>();
  for (const covered of traces.covered) {
    const { text, under } = covered;
    if (
      text === shown?.get(spotKey({ row: under.top, column: under.left }))?.text ||
      isBlank(sheet, covered, known)
    )
      continue;
    const range = rangeText(under);
    const others = byRange.get(range);
    if (others === undefined) byRange.set(range, [covered]);
    else others.push(covered);
  }
  return [...byRange].map(([range, all]) => {
    const texts = all.map(({ text }) => text).join(' / ');
    return { code: 'text-covered', with: { texts, range }, place: placeOf(grid, all[0] as Covered) };
  });
}

/** Hidden worksheets, rows and columns are read; where they hold text, a run of them is told once. */
function hiddenIn({ hidden, grid, traces }: RawSheet): Finding[] {
  const filled = grid.cells.filter(({ text }) => text !== '');
  const [first] = filled;
  if (hidden && first !== undefined) {
    return [{ code: 'worksheet-hidden', with: { sheet: grid.sheet ?? '' }, place: placeOf(grid, first) }];
  }
  const told = (code: string, cells: readonly Cell[], at: (cell: Cell) => number): Finding[] => {
    const firsts = new Map<number, Cell>();
    for (const cell of cells) if (!firsts.has(at(cell))) firsts.set(at(cell), cell);
    return runsOf([...firsts.keys()]).map(([from, to]) => {
      const cell = firsts.get(from) as Cell;
      const place = placeOf(grid, cell);
      const name = (i: number) => lineName(placeOf(grid, { row: i, column: i }), code);
      return { code, with: { range: from === to ? name(from) : `${name(from)}–${name(to)}` }, place };
    });
  };
  return [
    ...told(
      'row-hidden',
      filled.filter(({ row }) => traces.isHiddenRow(row)),
      ({ row }) => row,
    ),
    ...told(
      'column-hidden',
      filled.filter(({ column }) => traces.isHiddenColumn(column)),
      ({ column }) => column,
    ),
  ];
}

/** The number of a row, the letters of a column. */
function lineName({ row, address }: Place, code: string): string {
  return code === 'row-hidden' ? String(row) : (address?.replace(/\d+$/, '') ?? '');
}

/** Numbers that follow one another, as first and last. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
