/** Paper: a filled form as rows of fields that can be damaged, and that remember what they held. */
import ExcelJS from 'exceljs';
import { fill } from '../../src/form/fill.ts';
import { blockAt, groupAt } from '../../src/form/form.ts';
import type { Cell, Grid } from '../../src/grid.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { readTsv } from '../../src/readers/tsv.ts';
import type { Record } from '../../src/record.ts';
import type { Random } from './random.ts';

/** `block` and `sheet`: text by that ruler; `worksheet`: a worksheet with its merged cells. */
export type Medium = 'block' | 'sheet' | 'worksheet';
export const MEDIA: readonly Medium[] = ['block', 'sheet', 'worksheet'];

/** A column at which the form has a box or a label in a row. Columns put in before it push it on. */
export interface Home {
  column: number;
  readonly label: boolean;
}

/**
 * `label` the form's words, `value` a filled box, `empty` an empty box, `span` a place that a merged cell covers or that
 * nothing stands in, `remark` a text that is none of the form's.
 */
export type Role = 'label' | 'value' | 'empty' | 'span' | 'remark';

export interface Field {
  text: string;
  role: Role;
  /** The paths whose values stand in it. */
  paths: readonly string[];
  home?: Home;
  rowSpan: number;
  columnSpan: number;
}

export interface Line {
  /** Which of the sheets on the paper it belongs to. */
  readonly sheet: number;
  /** The first row of its block; undefined between blocks. */
  readonly block?: number;
  /** The list whose item the row shows, and which item. */
  readonly list?: string;
  readonly item: number;
  /** How many of the lines just above, or further up, head its columns. */
  readonly headings: readonly Line[];
  /** How many fields it had before anything happened to it, columns put in since included. */
  width: number;
  homes: Home[];
  fields: Field[];
}

export interface Paper {
  readonly medium: Medium;
  lines: Line[];
  /** What the sheets on the paper say. */
  readonly records: Record[];
  /** Whether fields with quotes inside are written as they are. */
  readonly bareQuotes: boolean;
}

export const blank = (): Field => ({ text: '', role: 'span', paths: [], rowSpan: 1, columnSpan: 1 });
export const remark = (text: string): Field => ({ ...blank(), role: 'remark', text });

/** A line without text, as wide as another, standing between its neighbours. */
export function blankLine(like: Line): Line {
  const fields = Array.from({ length: like.width }, blank);
  const { sheet, block, width } = like;
  return {
    sheet,
    ...(block === undefined ? {} : { block }),
    item: 0,
    headings: [],
    width,
    homes: [],
    fields,
  };
}

/** A path in the place of its value, between brackets that no text has. */
const MARKED = /⟦([^⟧]+)⟧/g;

/** The lines of one filled form. */
export function linesOf({ form }: OpenForm, record: Record, medium: Medium, sheet: number): Line[] {
  const marked = new Map([...record.keys()].map((path) => [path, `⟦${path}⟧`]));
  const filled = fill(form, marked, medium === 'block' ? 'block' : 'sheet');
  const lines: Line[] = [];
  const items = new Map<string, number>();
  filled.origins.forEach((origin, row) => {
    const block = blockAt(form, origin)?.first;
    const group = groupAt(form, origin);
    const item = group === undefined ? 0 : (items.get(group.list) ?? -1) + (origin === group.first ? 1 : 0);
    if (group !== undefined) items.set(group.list, item);
    const fields = Array.from({ length: filled.columns }, blank);
    const homes: Home[] = [];
    for (const cell of filled.cells.filter((c) => c.row === row)) {
      const paths = [...cell.text.matchAll(MARKED)].map(([, path]) => path as string);
      const text = cell.text.replace(MARKED, (_, path: string) => record.get(path) ?? '');
      const label = cell.label || (paths.length === 0 && text !== '');
      const home = { column: cell.column, label: cell.label };
      homes.push(home);
      const role = label ? 'label' : text === '' ? 'empty' : 'value';
      const { rowSpan, columnSpan } = medium === 'worksheet' ? cell : { rowSpan: 1, columnSpan: 1 };
      fields[cell.column] = { text, role, paths, home, rowSpan, columnSpan };
    }
    const headings = (filled.headings[row] ?? []).flatMap((heading) => lines[heading] ?? []);
    lines.push({
      sheet,
      ...(block === undefined ? {} : { block }),
      ...(group === undefined ? {} : { list: group.list }),
      item,
      headings,
      width: filled.columns,
      homes,
      fields,
    });
  });
  return lines;
}

/** One or more filled forms, one below the other with an empty line between. */
export function paperOf(form: OpenForm, records: readonly Record[], medium: Medium, random: Random): Paper {
  const lines = records.flatMap((record, sheet) => {
    const own = linesOf(form, record, medium, sheet);
    return sheet === 0
      ? own
      : [blankLine({ ...(own[0] as Line), block: undefined } as Line & { block: never }), ...own];
  });
  return { medium, lines, records: [...records], bareQuotes: random.chance(0.5) };
}

/** The paper as tab-delimited text, fields quoted as Excel quotes them. */
export function textOf({ lines, bareQuotes }: Paper): string {
  const quoted = (text: string) => {
    const bare = bareQuotes && !text.startsWith('"') ? /[\t\n]/ : /[\t\n"]/;
    return bare.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return lines.map(({ fields }) => `${fields.map(({ text }) => quoted(text)).join('\t')}\n`).join('');
}

/** The paper's cells, by the rows and columns in which the program is to find them. */
export function gridOf(paper: Paper): Grid {
  if (paper.medium !== 'worksheet') return readTsv(textOf(paper), fileOf(paper)).grid;
  const cells = paper.lines.flatMap(({ fields }, row) =>
    fields.flatMap(({ text, rowSpan, columnSpan }, column): Cell[] =>
      text === '' && rowSpan === 1 && columnSpan === 1 ? [] : [{ row, column, rowSpan, columnSpan, text }],
    ),
  );
  const columns = Math.max(0, ...paper.lines.map(({ fields }) => fields.length));
  return { source: fileOf(paper), sheet: SHEET, rows: paper.lines.length, columns, cells };
}

const SHEET = 'Sheet1';

export function fileOf({ medium }: Paper): string {
  return medium === 'worksheet' ? 'damaged.xlsx' : 'damaged.txt';
}

/** The paper as a file. */
export async function bytesOf(paper: Paper): Promise<Uint8Array> {
  if (paper.medium !== 'worksheet') return new TextEncoder().encode(textOf(paper));
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  const { cells } = gridOf(paper);
  /** How many cells claim a place: where it is more than one, none of them can be a merged cell of a worksheet. */
  const claims = new Map<string, number>();
  const spotsOf = ({ row, column, rowSpan, columnSpan }: Cell) =>
    Array.from(
      { length: rowSpan * columnSpan },
      (_, i) => `${row + Math.floor(i / columnSpan)}.${column + (i % columnSpan)}`,
    );
  for (const spot of cells.flatMap(spotsOf)) claims.set(spot, (claims.get(spot) ?? 0) + 1);
  for (const cell of cells) {
    const { row, column, rowSpan, columnSpan, text } = cell;
    const spots = spotsOf(cell);
    if (spots.length > 1 && spots.every((spot) => claims.get(spot) === 1)) {
      sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan);
    }
    if (text !== '') sheet.getCell(row + 1, column + 1).value = text;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
