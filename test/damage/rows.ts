/** Damage to rows: lost, added, repeated and moved ones, and remarks between them. */
import type { Apply } from './labels.ts';
import { blank, blankLine, type Line, type Paper, remark } from './paper.ts';
import type { Random } from './random.ts';

const isBlank = ({ fields }: Line) => fields.every(({ text }) => text === '');

/** Puts a line before another. A merged cell that reaches over the place grows, as in Excel. */
export function insertLine(paper: Paper, at: number, line: Line): void {
  for (const [row, { fields }] of paper.lines.slice(0, at).entries()) {
    for (const field of fields) if (row + field.rowSpan > at) field.rowSpan++;
  }
  paper.lines.splice(at, 0, line);
}

export const blankLinesLost: Apply = (paper) => {
  const kept = paper.lines.filter((line) => line.block !== undefined || !isBlank(line));
  const lost = kept.length < paper.lines.length;
  paper.lines = kept;
  return lost;
};

export const blankLinesAdded: Apply = (paper, random) => {
  for (let n = 1 + random.below(4); n > 0; n--) {
    const at = random.below(paper.lines.length);
    insertLine(paper, at, { ...blankLine(paper.lines[at] as Line) });
  }
  return true;
};

/** The lines of each sheet, cut where a block begins or ends. */
function segments({ lines }: Paper): Line[][] {
  const cut: Line[][] = [];
  for (const line of lines) {
    const last = cut.at(-1)?.at(-1);
    if (last !== undefined && last.sheet === line.sheet && last.block === line.block) cut.at(-1)?.push(line);
    else cut.push([line]);
  }
  return cut;
}

export const blocksReordered: Apply = (paper, random) => {
  const cut = segments(paper);
  const blocks = cut.filter(([line]) => line?.block !== undefined);
  const order = random.some(blocks);
  paper.lines = cut.flatMap((lines) => (lines[0]?.block === undefined ? lines : (order.shift() as Line[])));
  return blocks.length > 1;
};

export const blockMissing: Apply = (paper, random) => {
  const cut = segments(paper);
  const gone = random.pick(cut.filter(([line]) => line?.block !== undefined));
  paper.lines = cut.filter((lines) => lines !== gone).flat();
  return true;
};

/** The headings of a list stand once more between two of its items, as on a second page. */
export const headingsRepeated: Apply = (paper, random) => {
  const { lines } = paper;
  const starts = lines.filter((line, row) => {
    const before = lines[row - 1];
    const next = before?.list === line.list && before?.sheet === line.sheet && before?.item !== line.item;
    return line.list !== undefined && next && line.headings.length > 0;
  });
  if (starts.length === 0) return false;
  const start = random.pick(starts);
  const again = start.headings.map(
    (heading): Line => ({
      ...heading,
      fields: heading.fields.map((field) => ({ ...field, rowSpan: 1 })),
    }),
  );
  if (random.chance(0.3)) again.unshift(blankLine(start));
  for (const line of again) insertLine(paper, lines.indexOf(start), line);
  return true;
};

const REMARKS = [
  '欄外の注',
  '（記入例を参照のこと）',
  '4月に修正済み',
  '本様式は取りまとめ課で保管',
  '1/2ページ',
  '以下余白',
];

/** Remarks: with a mark in a row of their own or beside a row, without one where no box stands near. */
export const remarks: Apply = (paper, random) => {
  for (let n = 1 + random.below(3); n > 0; n--) {
    const text = random.pick(REMARKS);
    const at = random.below(paper.lines.length);
    const near = paper.lines[at] as Line;
    if (random.chance(0.3)) beside(near, `※${text}`, random);
    else {
      const line = blankLine(near);
      const marked = random.chance(0.5);
      const column = marked ? random.below(near.width) : columnWithoutBox(paper, at, random);
      while (line.fields.length <= column) line.fields.push(blank());
      line.fields[column] = remark(marked ? random.pick(['※', '※ ', '（※）']) + text : text);
      insertLine(paper, at, line);
    }
  }
  return true;
};

/** To the right of all that a row may hold. */
function beside(line: Line, text: string, random: Random): void {
  const column = Math.max(line.fields.length, line.width) + random.below(2);
  while (line.fields.length < column) line.fields.push(blank());
  line.fields.push(remark(text));
}

/** Notes without a mark, right of rows of which every box is filled: no value can have been pushed out there. */
export const notesBeside: Apply = (paper, random) => {
  const full = paper.lines.filter(
    ({ fields }) => fields.some(({ text }) => text !== '') && fields.every(({ role }) => role !== 'empty'),
  );
  for (const line of random.some(full, 1 + random.below(3))) beside(line, random.pick(REMARKS), random);
  return full.length > 0;
};

function columnWithoutBox({ lines }: Paper, at: number, random: Random): number {
  const blocks = [lines[at - 1], lines[at]].map((line) => line?.block);
  const near = lines.filter(({ block }) => block !== undefined && blocks.includes(block));
  const taken = new Set(
    near.flatMap(({ homes }) => homes.filter(({ label }) => !label).map(({ column }) => column)),
  );
  const width = lines[at]?.width ?? 0;
  const free = Array.from({ length: width }, (_, i) => i).filter((column) => !taken.has(column));
  return free.length === 0 ? width : random.pick(free);
}
