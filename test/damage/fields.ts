/** Damage to fields: rows moved sideways, empty fields lost, columns put in. */
import type { Apply } from './labels.ts';
import { blank, type Field, type Line, type Paper } from './paper.ts';

const hasText = ({ text }: Field) => text !== '';
const withText = ({ lines }: Paper) => lines.filter(({ fields }) => fields.some(hasText));

/** A few rows, a run of rows or a whole block, moved by the same number of columns. */
export const rowsShifted: Apply = (paper, random) => {
  const all = withText(paper);
  const start = random.pick(all);
  const at = all.indexOf(start);
  const lines = random.pick([
    random.some(all, 1 + random.below(3)),
    all.slice(at, at + 2 + random.below(3)),
    all.filter(({ sheet, block }) => sheet === start.sheet && block === start.block),
  ]);
  const by = random.pick([-3, -2, -1, -1, -1, 1, 1, 2, 3, 5]);
  let moved = false;
  for (const line of lines) {
    const leading = line.fields.findIndex(hasText);
    const steps = Math.max(by, -leading);
    if (steps > 0) line.fields.unshift(...Array.from({ length: steps }, blank));
    else line.fields.splice(0, -steps);
    for (const field of line.fields) if (steps !== 0) field.rowSpan = 1;
    moved ||= steps !== 0;
  }
  return moved;
};

/** Drops fields without text; false where there were none. */
function dropped(paper: Paper, lines: readonly Line[], isLost: (field: Field) => boolean): boolean {
  let any = false;
  for (const line of lines) {
    const kept = line.fields.filter((field) => hasText(field) || !isLost(field));
    any ||= kept.length < line.fields.length;
    line.fields = kept;
  }
  return any && paper.lines.length > 0;
}

/** Without the fields that no box stands in, the boxes of a row stand side by side. */
export const spansDropped: Apply = (paper) => {
  const any = dropped(paper, paper.lines, ({ role }) => role === 'span');
  for (const line of paper.lines) {
    for (const [column, home] of line.homes.sort((a, b) => a.column - b.column).entries())
      home.column = column;
    line.width = line.homes.length;
  }
  return any;
};

export const emptyBoxesDropped: Apply = (paper) =>
  dropped(paper, paper.lines, ({ role }) => role === 'empty');

export const someEmptyBoxesDropped: Apply = (paper, random) => {
  const lines = withText(paper).filter(({ fields }) => fields.some(({ role }) => role === 'empty'));
  return dropped(paper, random.some(lines, 1 + random.below(3)), ({ role }) => role === 'empty');
};

export const allBlanksDropped: Apply = (paper) => dropped(paper, paper.lines, () => true);

export const trailingTabsLost: Apply = (paper) => {
  let any = false;
  for (const line of paper.lines) {
    const end = line.fields.findLastIndex(hasText) + 1;
    any ||= end < line.fields.length;
    line.fields.length = end;
  }
  return any;
};

/** Empty columns put in, in the whole sheet or beside one block only. */
export const columnsAdded: Apply = (paper, random) => {
  const { sheet, block } = random.pick(withText(paper));
  const whole = random.chance(0.5);
  const lines = paper.lines.filter((line) => whole || (line.sheet === sheet && line.block === block));
  for (let n = random.pick([1, 1, 2]); n > 0; n--) {
    const at = random.below(Math.max(...lines.map(({ width }) => width)));
    for (const line of lines) insertColumn(line, at);
  }
  return true;
};

function insertColumn(line: Line, at: number): void {
  for (const [column, field] of line.fields.entries()) {
    if (column < at && column + field.columnSpan > at) field.columnSpan++;
  }
  if (at <= line.fields.length) line.fields.splice(at, 0, blank());
  for (const home of line.homes) if (home.column >= at) home.column++;
  line.width++;
}

/** The columns of two years that stand side by side change places, their headings with them. */
export const yearsSwapped: Apply = (paper, random) => {
  const pairs = paper.lines.flatMap((line) => {
    const labels = line.fields.flatMap(({ role, text }, at) => (role === 'label' && text !== '' ? [at] : []));
    if (line.fields.some(({ role }) => role === 'value' || role === 'empty')) return [];
    const isYear = (at: number | undefined) => /年度$/.test(line.fields[at ?? -1]?.text ?? '');
    return labels.flatMap((at, l) => {
      const [next, end = line.width] = labels.slice(l + 1);
      return next !== undefined && isYear(at) && isYear(next) ? [{ line, at, next, end }] : [];
    });
  });
  if (pairs.length === 0) return false;
  const { line: heading, at, next, end } = random.pick(pairs);
  const first = paper.lines.indexOf(heading);
  const below = paper.lines.slice(first);
  const rest = below.findIndex(({ block }) => block !== heading.block);
  for (const { fields } of below.slice(0, rest < 0 ? below.length : rest)) {
    fields.splice(at, end - at, ...fields.slice(next, end), ...fields.slice(at, next));
    for (const [column, { home }] of fields.entries()) if (home !== undefined) home.column = column;
  }
  return true;
};

export const mergesSplit: Apply = (paper) => {
  for (const field of paper.lines.flatMap(({ fields }) => fields))
    Object.assign(field, { rowSpan: 1, columnSpan: 1 });
  return true;
};

/**
 * Takes back what nobody could see. A row without a field too many or too few, whose texts all stand in boxes of its
 * kind, is what another sheet looks like undamaged; where empty fields were lost at the ends of all rows, this holds
 * for rows of any length, as long as another row of the text shows that empty fields before its last text were kept.
 */
export function settle(paper: Paper): void {
  const trimmed = paper.lines.every(({ fields }) => fields.length === 0 || hasText(fields.at(-1) as Field));
  const keepsBlanks = paper.lines.some(({ fields }) => {
    const last = fields.findLastIndex(hasText);
    return fields.some(({ role }, i) => role === 'empty' && i < last);
  });
  for (const line of paper.lines) {
    const lengthTells = paper.medium !== 'worksheet' && !trimmed && line.fields.length !== line.width;
    const lackTells = paper.medium !== 'worksheet' && trimmed && !keepsBlanks;
    if (!lengthTells && !lackTells && isMoved(line) && looksRight(line)) putBack(line);
  }
}

function isMoved({ fields }: Line): boolean {
  return fields.some(({ role, home }, column) => role === 'value' && home?.column !== column);
}

function looksRight({ fields, homes }: Line): boolean {
  return fields.every((field, column) => {
    if (!hasText(field)) return true;
    if (field.role === 'label') return field.home?.column === column;
    if (field.role !== 'value' || field.home === undefined) return false;
    return homes.some((home) => home.column === column && !home.label);
  });
}

function putBack(line: Line): void {
  const fields = Array.from({ length: line.width }, blank);
  for (const field of line.fields) if (field.home !== undefined) fields[field.home.column] = field;
  line.fields = fields;
}
