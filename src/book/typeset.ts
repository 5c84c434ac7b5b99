/** Matter to pages: as a filled form of its own, laid out like any other; drawings and links are put into its boxes. */
import type { Finding } from '../diagnostic.ts';
import type { Filled, FilledCell } from '../grid.ts';
import type { Figure } from '../layout/figure.ts';
import { type Cut, type Fonts, widthIn } from '../layout/fonts.ts';
import { layOut } from '../layout/layout.ts';
import type { Box, Page } from '../layout/page.ts';
import { runsOf } from '../layout/runs.ts';
import type { Look, Paper, Style } from '../look.ts';
import type { Drawing } from './drawing.ts';
import type { Matter, MatterCell } from './matter.ts';
import { styleOf } from './styles.ts';

/** Lays matter out on as many pages as it needs. The findings tell of characters that no font has. */
export function typeset(
  matter: Matter,
  paper: Paper,
  fonts: Fonts,
): { readonly pages: readonly Page[]; readonly findings: readonly Finding[] } {
  const filled = filledOf(matter);
  const cells = new Map<string, MatterCell>();
  matter.rows.forEach((row, r) => {
    for (const cell of row.cells) cells.set(`${r}.${cell.column}`, cell);
  });
  const layout = layOut(filled, lookOf(matter, paper, cells), fonts, {});
  const pages = layout.pages.map((page): Page => {
    const figures: Figure[] = [];
    const boxes = page.boxes.map((box): Box => {
      const { drawing, heading, link } = cells.get(`${box.row}.${box.column}`) ?? {};
      if (drawing !== undefined && !box.again) figures.push(figureOf(drawing, box, fonts));
      return {
        ...box,
        ...(heading === undefined ? {} : { heading }),
        ...(link === undefined ? {} : { link }),
      };
    });
    return { ...page, boxes, ...(figures.length > 0 ? { figures } : {}) };
  });
  // shares that were made smaller to stand on one line are nobody's concern
  return { pages, findings: layout.findings.filter(({ code }) => code === 'glyph-missing') };
}

function filledOf({ columns, rows }: Matter): Filled {
  return {
    source: '',
    rows: rows.length,
    columns: columns.length,
    cells: rows.flatMap(({ cells }, row) =>
      cells.map(
        (cell): FilledCell => ({
          row,
          column: cell.column,
          rowSpan: cell.rows ?? 1,
          columnSpan: cell.columns ?? 1,
          text: cell.text,
          label: cell.label ?? false,
        }),
      ),
    ),
    origins: rows.map((_, r) => r),
    headings: headingsOf(rows),
  };
}

/** For each row, the rows over it that are shown again where a page begins with it. An empty row ends a table. */
function headingsOf(rows: Matter['rows']): number[][] {
  let table: number[] = [];
  let group: number[] = [];
  return rows.map(({ heads, cells }, r) => {
    const above = [...table, ...group];
    if (cells.length === 0) [table, group] = [[], []];
    if (heads === 'table') table = [...table, r];
    if (heads !== 'group') return heads === undefined ? above : [];
    group = [r];
    return [...table];
  });
}

/** In points, of a row that says no other. */
const ROW = 16;

function lookOf({ columns, rows }: Matter, paper: Paper, cells: ReadonlyMap<string, MatterCell>): Look {
  const { width, margin } = paper;
  const whole = columns.reduce((sum, column) => sum + column, 0);
  const body = width - margin.left - margin.right;
  const none: Style = styleOf({ text: '', column: 0, style: 'lead' });
  return {
    columns: columns.map((column) => (column * body) / whole),
    rows: rows.map(({ height }) => height ?? ROW),
    paper,
    style: (row, column) => {
      const cell = cells.get(`${row}.${column}`);
      return cell === undefined ? none : styleOf(cell);
    },
    choices: [],
  };
}

const CUT: Cut = { bold: false, serif: false };

function figureOf({ width, height, alt, bars, strokes, letters }: Drawing, box: Box, fonts: Fonts): Figure {
  const x = box.x + (box.width - width) / 2;
  const y = box.y + (box.height - height) / 2;
  return {
    x,
    y,
    width,
    height,
    alt,
    shapes: [
      ...bars.map((bar) => ({ ...bar, kind: 'rectangle', x: x + bar.x, y: y + bar.y }) as const),
      ...strokes.map(
        (line) =>
          ({
            kind: 'line',
            points: [
              [x + line.x1, y + line.y1],
              [x + line.x2, y + line.y2],
            ],
            stroke: { width: line.width },
          }) as const,
      ),
    ],
    texts: letters.map(({ text, size, color, ...at }) => {
      const own = widthIn(fonts, CUT)(text) * size;
      const left = x + at.x - own / 2;
      return {
        x: left,
        y: y + at.y,
        width: own,
        size,
        color,
        runs: runsOf({ text }, left, size, CUT, fonts),
      };
    }),
  };
}
