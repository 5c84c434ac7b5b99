/** The table of a page: the input as it was found, each cell toned by what it was taken for, its notes at its right. */
import { columnLetters } from '../grid.ts';
import { type Html, html } from '../html.ts';
import { wordsOf } from './captions.ts';
import { columnsOf, type Field, type Line, linesOf } from './places.ts';
import type { Note, Proof, ProofCell, ProofMeaning } from './proof.ts';
import type { Say } from './words.ts';

/** The room of a column in which nothing stands alone, in characters. */
const NARROWEST = 4;
/** The least room that a text gets. */
const FEWEST = 10;
/** As much of a text that runs on over blank fields stands in its own column. */
const SHORT = 10;

/** The share of the table's width that the notes have. */
const NOTES = 22;

/** The table of a proof. `id` keeps its anchors apart from those of other sheets on the page. */
export function gridTable(proof: Proof, id: string, say: Say): Html {
  const columns = columnsOf(proof.rows);
  const letters = (column: number) =>
    proof.worksheet === undefined ? String(column + 1) : columnLetters(column);
  const lines = linesOf(proof.rows, proof.grid);
  return html`<table class="sheet">
<caption>${say('grid')}</caption>
<colgroup><col style="width:3.2em">${widthsOf(lines, columns).map(
    (width) => html`<col style="width:${width}%">`,
  )}<col style="width:${NOTES}%"></colgroup>
<thead><tr><th scope="col">${say('row')}</th>${[...Array(columns).keys()].map(
    (column) => html`<th scope="col">${letters(column)}</th>`,
  )}<th scope="col">${say('notes')}</th></tr></thead>
<tbody>
${lines.map((line) => lineRow(proof, line, columns, id, say))}</tbody>
</table>
`;
}

/** A note, at the place where it is explained. */
export function noteItem(note: Note, id: string, say: Say): Html {
  const { number, severity, code, message, hint } = note;
  return html`<li class="note ${severity}" id="${id}-${number}"><span class="number">${number}</span> <span class="severity">${say(severity)}</span> ${message} <code>${code}</code>${
    hint !== undefined && html`<p class="hint">${say('hint')}: ${hint}</p>`
  }</li>`;
}

/** The columns' widths in percent, by the longest text that is not merged over several. */
function widthsOf(lines: readonly Line[], columns: number): string[] {
  const room = Array.from({ length: columns }, () => NARROWEST);
  for (const { fields } of lines.flatMap((line) => ('fields' in line ? [line] : []))) {
    for (const { column, columnSpan, cell } of fields) {
      if (cell === undefined || cell.columnSpan > 1) continue;
      const length = columnSpan > 1 ? Math.min(cell.text.length, SHORT) : cell.text.length;
      room[column] = Math.max(room[column] ?? 0, roomFor(length));
    }
  }
  const sum = room.reduce((a, b) => a + b, 0);
  return room.map((width) => ((width / sum) * (96 - NOTES)).toFixed(2));
}

/** Long texts run over several lines: the room they get grows ever more slowly. */
function roomFor(length: number): number {
  return Math.max(FEWEST, Math.min(length, FEWEST + 2 * Math.sqrt(length)));
}

function lineRow(proof: Proof, line: Line, columns: number, id: string, say: Say): Html {
  const name = (row: number) => proof.grid?.lines?.[row] ?? row + 1;
  if ('passed' in line) {
    const [from, to] = [name(line.row), name(line.row + line.passed - 1)];
    const words = say(line.isBlank ? 'blankRows' : 'otherRows', { from, to });
    return html`<tr class="blank"><td colspan="${columns + 2}">${words}</td></tr>
`;
  }
  const notes = line.source?.notes ?? [];
  const first = line.source?.cells
    .flatMap(({ meanings }) => meanings)
    .find(({ kind }) => kind === 'value')?.box;
  return html`<tr${line.source === undefined && html` class="thin"`}><th scope="row">${line.source?.name ?? name(line.row)}</th>${line.fields.map(
    (field) => fieldCell(field, first, id, say),
  )}<td class="${notes.length > 0 ? 'notes' : 'gap'}">${
    notes.length > 0 && html`<ul>${notes.map((note) => noteItem(note, id, say))}</ul>`
  }</td></tr>
`;
}

function fieldCell(
  { cell, rowSpan, columnSpan }: Field,
  firstBox: string | undefined,
  id: string,
  say: Say,
): Html {
  const spans = html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${columnSpan > 1 && html` colspan="${columnSpan}"`}`;
  if (cell === undefined) return html`<td class="gap"${spans}></td>`;
  const [first, ...others] = cell.meanings;
  const references = cell.notes.map(
    ({ number }) => html` <a class="ref" href="#${id}-${number}">${number}</a>`,
  );
  const what = (meaning: ProofMeaning, notes: readonly Html[]) =>
    html`<span class="what"><b>${say(meaning.kind)}</b>${notes} ${wordsOf(meaning, firstBox, say)}</span>`;
  return html`<td class="${toneOf(cell)}"${spans}>${first && what(first, references)}${others.map((one) => what(one, []))}${textsOf(cell, say)}</td>`;
}

/** The text, Japanese whatever the page is in, as it was found and as it was read; line breaks that were put back are shown in the text itself. */
function textsOf({ text, meanings }: ProofCell, say: Say): Html {
  const reads = meanings.flatMap(({ read }) => read ?? []);
  const [read, ...others] = reads;
  if (read !== undefined && others.length === 0 && isRebroken(text, read)) {
    const lines = read.split('\n').map((line, i) => html`${i > 0 && html`<b class="break">↵</b>\n`}${line}`);
    return html`<p class="text" lang="ja">${lines}</p>`;
  }
  return html`${text !== '' && html`<p class="text" lang="ja">${text}</p>`}${reads.map(
    (one) => html`<p class="read" lang="ja"><b>${say('readAs')}</b>${one}</p>`,
  )}`;
}

/** Whether nothing was done to a text but that line breaks were put back for spaces. */
function isRebroken(text: string, read: string): boolean {
  const plain = (all: string) => all.trim().replace(/\s+/gu, ' ');
  return read.includes('\n') && !text.trim().includes('\n') && plain(text) === plain(read);
}

/** The tone of a cell: the gravest of what it was taken for. */
function toneOf({ meanings }: ProofCell): string {
  const kinds = meanings.map(({ kind }) => kind);
  const gravest = (
    ['unplaced', 'doubtful', 'remark', 'leftOut', 'repeated', 'value', 'label', 'empty'] as const
  ).find((kind) => kinds.includes(kind));
  return `${gravest ?? 'gap'}${meanings.some(({ read }) => read !== undefined) ? ' mended' : ''}`;
}
