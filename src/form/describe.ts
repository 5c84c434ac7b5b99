/** A form as text that a person can review: settings, paper, columns, and each cell with its look. */
import { type Cell, columnLetters, rangeOf } from '../grid.ts';
import type { Edge, Look, Style } from '../look.ts';
import { visible } from '../visible.ts';
import { type Form, groupAt, isHole } from './form.ts';

const MM_PER_POINT = 25.4 / 72;

/** Everything a form says, one fact a line. Widths and heights are in mm, font sizes in points. */
export function describe(form: Form): string {
  const lines = [
    ...settingLines(form),
    '',
    ...paperLines(form.look),
    '',
    ...form.blocks.flatMap((block, i) => {
      const rows = range(block.first, block.last);
      return [
        `block ${i + 1}: rows ${block.first + 1}-${block.last + 1}`,
        ...rows.flatMap(rowLines(form)),
        '',
      ];
    }),
    ...form.look.choices.map(({ range: cells, words }) => `choice ${cells}: ${words.join(' | ')}`),
    '',
  ];
  return visible(lines.join('\n'));
}

function settingLines({ settings }: Form): string[] {
  const word = ({ key, printed, spellings, meaning }: (typeof settings.statuses)[number]) =>
    `${key} = ${[printed, ...spellings].join(' | ')}${meaning === undefined ? '' : ` (${meaning})`}`;
  const { finalReview, pages, smallestFont } = settings;
  return [
    `form ${settings.form}: ${settings.title}`,
    ...settings.years.map(({ year, label }) => `year ${year} = ${label}`),
    ...settings.periods.map((p) => `period ${p.key} = ${p.label} (months ${p.firstMonth}-${p.lastMonth})`),
    ...settings.statuses.map((status) => `status ${word(status)}`),
    ...settings.grades.map((grade) => `grade ${word(grade)}`),
    ...settings.labels.map(({ printed, spellings }) => `label ${printed} = ${spellings.join(' | ')}`),
    `lead ${settings.lead}`,
    ...(finalReview === undefined ? [] : [`finalReview ${Object.values(finalReview).join('.')}`]),
    ...(pages === undefined ? [] : [`pages ${pages}`]),
    ...(smallestFont === undefined ? [] : [`smallestFont ${smallestFont}`]),
    ...[...settings.constants].map(([key, value]) => `${key} = ${value}`),
  ];
}

function paperLines({ paper, columns }: Look): string[] {
  const { margin, area } = paper;
  return [
    `paper ${mm(paper.width)} x ${mm(paper.height)}`,
    `margins ${[margin.top, margin.right, margin.bottom, margin.left].map(mm).join(' ')} (top right bottom left)`,
    `area ${rangeOf(cellOf(area))}`,
    paper.scale === undefined
      ? `scale to ${paper.pages === 1 ? 'one page' : 'the page width'}`
      : `scale ${Math.round(paper.scale * 100)} %`,
    ...(paper.header === undefined ? [] : [`header ${paper.header}`]),
    ...(paper.footer === undefined ? [] : [`footer ${paper.footer}`]),
    `columns ${columns.map((width, i) => `${columnLetters(i)} ${mm(width)}`).join(', ')}`,
  ];
}

function rowLines(form: Form): (row: number) => string[] {
  return (row) => {
    const group = groupAt(form, row);
    const repeated = group === undefined ? '' : `, repeated for each of ${group.list}`;
    const cells = form.slots.filter((slot) => slot.row === row);
    return [
      `  row ${row + 1}: ${mm(form.look.rows[row] ?? 0)}${repeated}`,
      ...cells.map((slot) => {
        const name = isHole(slot) ? 'hole ' : slot.parts.length > 0 ? 'label' : 'empty';
        const text = slot.parts.map((part) => (typeof part === 'string' ? part : `{${part.path}}`)).join('');
        const grows = slot.grows ? ' grows' : '';
        return `    ${name} ${rangeOf(slot)}${grows} ${JSON.stringify(text)} [${styleWords(form.look.style(slot.row, slot.column))}]`;
      }),
    ];
  };
}

function styleWords(style: Style): string {
  const { font, border } = style;
  const rules = [border.top, border.right, border.bottom, border.left].map(edgeWords);
  return [
    `${font.name} ${font.size}${font.bold ? ' bold' : ''}${font.color === undefined ? '' : ` #${font.color}`}`,
    `${style.horizontal} ${style.vertical}${style.wrap ? '' : ' nowrap'}${style.direction === 'across' ? '' : ` ${style.direction}`}${style.shrink ? ' shrink' : ''}`,
    ...(style.fill === undefined ? [] : [`fill #${style.fill}`]),
    ...(style.indent === 0 ? [] : [`indent ${style.indent}`]),
    `rules ${rules.join(' ')}`,
  ].join('; ');
}

function edgeWords(edge: Edge | undefined): string {
  if (edge === undefined) return '-';
  return edge.color === undefined ? edge.rule : `${edge.rule} #${edge.color}`;
}

function cellOf(area: { top: number; left: number; bottom: number; right: number }): Omit<Cell, 'text'> {
  return {
    row: area.top,
    column: area.left,
    rowSpan: area.bottom - area.top + 1,
    columnSpan: area.right - area.left + 1,
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function mm(points: number): string {
  return `${(points * MM_PER_POINT).toFixed(1)} mm`;
}
