/** Small sheets made by hand or at random, for laying out. */
import fc from 'fast-check';
import type { Filled, FilledCell } from '../../src/grid.ts';
import type { Look, Paper, Style } from '../../src/look.ts';

const thin = { rule: 'thin' } as const;

export const plainStyle: Style = {
  font: { name: 'any', size: 8, bold: false, serif: false },
  horizontal: 'general',
  vertical: 'top',
  wrap: true,
  shrink: false,
  indent: 0,
  direction: 'across',
  border: { top: thin, right: thin, bottom: thin, left: thin },
};

export function paperOf(width: number, height: number, rows: number, columns: number): Paper {
  return {
    width,
    height,
    margin: { top: 30, right: 25, bottom: 30, left: 25, header: 15, footer: 15 },
    centered: true,
    area: { top: 0, left: 0, bottom: rows - 1, right: columns - 1 },
  };
}

/** A grid of single cells, one text for each place; all of them values but the first column. */
export function filledOf(texts: readonly (readonly string[])[], headings: Filled['headings'] = []): Filled {
  const cells = texts.flatMap((row, r) =>
    row.map(
      (text, c): FilledCell => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text, label: c === 0 }),
    ),
  );
  return {
    source: 'test',
    rows: texts.length,
    columns: Math.max(...texts.map((row) => row.length)),
    cells,
    origins: texts.map((_, row) => row),
    headings: texts.map((_, row) => headings[row] ?? []),
  };
}

/** A look that gives every place one style, unless told otherwise. */
export function lookOf(
  columns: readonly number[],
  rows: readonly number[],
  paper: Partial<Paper> = {},
  style: (row: number, column: number) => Partial<Style> = () => ({}),
): Look {
  return {
    columns,
    rows,
    paper: { ...paperOf(300, 400, rows.length, columns.length), ...paper },
    style: (row, column) => ({ ...plainStyle, ...style(row, column) }),
    choices: [],
  };
}

export interface Sheet {
  readonly filled: Filled;
  readonly look: Look;
}

const text = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'協働研修ーァ、。「」・①～％㎡年A1２Ｚ\n　 🙂☑𠮷'),
      maxLength: 30,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'実践的な研修を行う。・\n'),
      minLength: 150,
      maxLength: 600,
    }),
  },
);

const style: fc.Arbitrary<Style> = fc.record({
  font: fc.record({
    name: fc.constant('any'),
    size: fc.integer({ min: 5, max: 14 }),
    bold: fc.boolean(),
    serif: fc.boolean(),
  }),
  horizontal: fc.constantFrom('general', 'left', 'center', 'right', 'justify', 'distributed'),
  vertical: fc.constantFrom('top', 'middle', 'bottom', 'distributed'),
  wrap: fc.boolean(),
  indent: fc.nat({ max: 2 }),
  shrink: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  direction: fc.oneof(
    { weight: 4, arbitrary: fc.constant('across' as const) },
    { weight: 1, arbitrary: fc.constantFrom('stacked' as const, 'up' as const, 'down' as const) },
  ),
  border: fc.constantFrom<Style['border']>(
    plainStyle.border,
    {},
    { top: { rule: 'medium', color: '7F7F7F' }, bottom: { rule: 'hair' } },
  ),
});

/** Any sheet: merged cells, some rows headed by others, on paper that may be far too small. */
export const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    rows: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 9 }),
    columns: fc.array(fc.integer({ min: 12, max: 120 }), { minLength: 1, maxLength: 5 }),
    cells: fc.array(
      fc.record({
        rowSpan: fc.integer({ min: 1, max: 4 }),
        columnSpan: fc.integer({ min: 1, max: 3 }),
        text,
        style,
        label: fc.boolean(),
      }),
      { minLength: 45, maxLength: 45 },
    ),
    height: fc.integer({ min: 120, max: 500 }),
    headed: fc.nat({ max: 2 }),
  })
  .map(({ rows, columns, cells, height, headed }): Sheet => {
    const owner = rows.map(() => columns.map(() => -1));
    const placed: FilledCell[] = [];
    for (const row of rows.keys()) {
      for (const column of columns.keys()) {
        if (owner[row]?.[column] !== -1) continue;
        const wanted = cells[row * columns.length + column];
        if (wanted === undefined) continue;
        const isFree = (rowSpan: number, columnSpan: number) =>
          row + rowSpan <= rows.length &&
          column + columnSpan <= columns.length &&
          owner
            .slice(row, row + rowSpan)
            .every((line) => line.slice(column, column + columnSpan).every((o) => o === -1));
        const [rowSpan, columnSpan] = isFree(wanted.rowSpan, wanted.columnSpan)
          ? [wanted.rowSpan, wanted.columnSpan]
          : [1, 1];
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) (owner[r] ?? [])[c] = placed.length;
        }
        placed.push({ row, column, rowSpan, columnSpan, text: wanted.text, label: wanted.label });
      }
    }
    const filled: Filled = {
      source: 'test',
      rows: rows.length,
      columns: columns.length,
      cells: placed,
      origins: [...rows.keys()],
      headings: rows.map((_, row) => (row < headed ? [] : [...Array(headed).keys()])),
    };
    const styleAt = (row: number, column: number) =>
      cells[row * columns.length + column]?.style ?? plainStyle;
    const look: Look = {
      rows,
      columns,
      paper: { ...paperOf(300, height, rows.length, columns.length), footer: '&C&P／&N' },
      style: styleAt,
      choices: [],
    };
    return { filled, look };
  });
