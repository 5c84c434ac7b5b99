/** The book as one web page: the same tables and every sheet, for those who read no PDF. Needs nothing but itself. */

import { TRAIL, trailsOf } from '../form/trail.ts';
import { type Html, html, pageOf } from '../html.ts';
import type { OpenForm } from '../open-form.ts';
import { encode } from '../sheet/codec.ts';
import type { Drawing } from './drawing.ts';
import type { Imprint } from './front.ts';
import { STYLE } from './page-style.ts';
import { type Column, type Head, headsOf, type Placed, type PlacedRow, placed, type Table } from './table.ts';
import type { Item, Volume } from './volume.ts';
import { words } from './words.ts';

/** @param tables what stands before the sheets, in order */
export function bookPage(
  volume: Volume,
  open: OpenForm,
  tables: readonly Table[],
  { title, subtitle, issuer }: Imprint,
): string {
  const trailOf = trailsOf(open.form);
  const heads = volume.items.map(({ id, number, title }) => ({ id, title: `${number} ${title}` }));
  const body = html`<header>
<h1>${title}</h1>
${[subtitle, issuer, words.items(volume.items.length)].map(
  (line) => line !== undefined && html`<p>${line}</p>\n`,
)}</header>
<nav aria-label="${words.contents}">
<h2>${words.contents}</h2>
<ul>${[...tables, ...heads].map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>
<main>
${tables.map(tableSection)}${volume.items.map((item) => sheetSection(item, open, trailOf))}</main>
`;
  return pageOf({ language: 'ja', title, style: STYLE }, body);
}

function tableSection({ id, title, lead, columns, rows, notes, legend = [] }: Table): Html {
  return html`<section id="${id}">
<h2>${title}</h2>
${lead.map((text) => html`<p>${text}</p>\n`)}<div class="wide"><table>
<thead>
${headsOf(columns).map((heads) => html`<tr>${heads.map(headCell)}</tr>\n`)}</thead>
${groupsOf(placed(columns, rows)).map((group) => html`<tbody>\n${group.map((row) => bodyRow(row, columns))}</tbody>\n`)}</table></div>
${[...notes, ...legend].map((text) => html`<p class="note">${text}</p>\n`)}</section>
`;
}

/** Rows cut where one begins that heads those after it: what it says is for them only. */
function groupsOf(rows: readonly PlacedRow[]): PlacedRow[][] {
  const groups: PlacedRow[][] = [];
  for (const row of rows) {
    const [first] = row.cells;
    const heads = row.role === 'group' || (first?.column === 0 && first.rows !== undefined);
    if (heads || groups.length === 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  return groups;
}

function headCell({ text, columns, rows }: Head): Html {
  const scope = columns > 1 ? 'colgroup' : 'col';
  const spans = [columns > 1 && html` colspan="${columns}"`, rows > 1 && html` rowspan="${rows}"`];
  return html`<th scope="${scope}"${spans}>${text}</th>`;
}

function bodyRow({ cells, role }: PlacedRow, columns: readonly Column[]): Html {
  if (role === 'group') {
    return html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${cells[0]?.text}</th></tr>\n`;
  }
  return html`<tr${role === 'total' && html` class="total"`}>${cells.map((cell) =>
    cellOf(cell, columns[cell.column]),
  )}</tr>\n`;
}

function cellOf(cell: Placed, column: Column | undefined): Html {
  const { text, tone, link, drawing, rows } = cell;
  const look = [column?.align ?? 'left', ...(tone === undefined ? [] : [`tone${tone}`])].join(' ');
  const content = [
    link === undefined || text === '' ? html`${text}` : html`<a href="#${link}">${text}</a>`,
    drawing !== undefined && svg(drawing),
  ];
  const span = rows !== undefined && rows > 1 && html` rowspan="${rows}"`;
  return cell.column === 0
    ? html`<th scope="${rows === undefined ? 'row' : 'rowgroup'}" class="${look}"${span}>${content}</th>`
    : html`<td class="${look}"${span}>${content}</td>`;
}

function svg({ width, height, alt, bars, strokes, letters }: Drawing): Html {
  return html`<svg role="img" aria-label="${alt}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${bars.map(
    ({ x, y, width, height, fill }) =>
      html`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#${fill}"/>`,
  )}${strokes.map(
    ({ x1, y1, x2, y2, width }) =>
      html`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#000" stroke-width="${width}"/>`,
  )}${letters.map(
    ({ x, y, size, text, color }) =>
      html`<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="middle" fill="#${color}">${text}</text>`,
  )}</svg>`;
}

/** A sheet as a table of its boxes and what stands in them, in the order of the form. */
function sheetSection(
  { id, sheet, number, title }: Item,
  { vocabulary }: OpenForm,
  trailOf: ReturnType<typeof trailsOf>,
): Html {
  const boxes = [...encode(sheet, vocabulary)].map(([path, text]) => ({
    trail: trailOf(path) ?? path,
    text,
  }));
  return html`<section id="${id}">
<h2>${number} ${title}</h2>
<table class="sheet">
<thead><tr><th scope="col">${words.box}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>
${boxes.map(({ trail, text }) => html`<tr><th scope="row">${trail.split(TRAIL).join(' / ')}</th><td>${text}</td></tr>\n`)}</tbody>
</table>
</section>
`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
