/** Damage to labels: other widths, spaces and words; split, glued and lost labels. */

import { fold } from '../../src/fold.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { blankLine, type Field, type Line, type Paper } from './paper.ts';
import type { Random } from './random.ts';
import { insertLine } from './rows.ts';

/** Does something to a paper; false where there was nothing to do it to. */
export type Apply = (paper: Paper, random: Random, form: OpenForm) => boolean;

interface Spot {
  readonly line: Line;
  readonly field: Field;
}

const spots = ({ lines }: Paper, fits: (field: Field, line: Line) => boolean): Spot[] =>
  lines.flatMap((line) => line.fields.filter((field) => fits(field, line)).map((field) => ({ line, field })));

const isLabel = ({ role, text }: Field) => role === 'label' && text !== '';
const isLong = (field: Field) => isLabel(field) && fold(field.text).length >= 3;

/** Rewrites all labels of a paper or a few of them. */
function rewritten(change: (text: string, random: Random) => string): Apply {
  return (paper, random) => {
    const changeable = spots(paper, isLabel).flatMap(({ field }) => {
      const text = change(field.text, random);
      return text === field.text ? [] : [{ field, text }];
    });
    for (const { field, text } of few(changeable, random, 0.3)) field.text = text;
    return changeable.length > 0;
  };
}

/** One to three of a list, or sometimes all. */
export function few<T>(list: readonly T[], random: Random, all = 0): readonly T[] {
  return random.chance(all) ? list : random.some(list, 1 + random.below(3));
}

export const otherWidth = rewritten((text, random) =>
  random.chance(0.5)
    ? text.normalize('NFKC')
    : text.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
);

export const spaced = rewritten((text, random) => {
  const space = random.pick([' ', '　']);
  if (random.chance(0.2)) return text + space;
  if (random.chance(0.5)) return Array.from(text).join(space).replaceAll(`${space}\n${space}`, '\n');
  const at = 1 + random.below(Math.max(1, text.length - 1));
  return text.slice(0, at) + space + text.slice(at);
});

export const otherBreaks = rewritten((text, random) => {
  if (text.includes('\n') && random.chance(0.5)) return text.replaceAll('\n', '');
  const at = 1 + random.below(Math.max(1, text.length - 1));
  return text.length < 2 ? text : `${text.slice(0, at)}\n${text.slice(at)}`;
});

export const eraLost = rewritten((text) => text.replace(/平成|令和/g, ''));

/** The other words that the form's settings list for a label. */
export const reworded: Apply = (paper, random, { form }) => {
  const listed = spots(paper, isLabel).flatMap(({ field }) => {
    const words = form.settings.labels.find(({ printed }) => fold(printed) === fold(field.text));
    return words === undefined || words.spellings.length === 0 ? [] : [{ field, words: words.spellings }];
  });
  for (const { field, words } of few(listed, random, 0.3)) field.text = random.pick(words);
  return listed.length > 0;
};

/** One character changed, dropped or put in, in a way that the settings do not list. Digits stay: they mean years. */
export const misspelled: Apply = (paper, random) => {
  const long = spots(paper, isLong);
  for (const { field } of few(long, random)) {
    const at = random.pick(Array.from(field.text).flatMap((c, i) => (/[\d\s]/.test(c) ? [] : [i])));
    const other = random.pick(['之', '用', '々', '欄', 'の']);
    const put = random.pick([other, '', other + field.text[at]]);
    field.text = field.text.slice(0, at) + put + field.text.slice(at + 1);
  }
  return long.length > 0;
};

export const lost: Apply = (paper, random) => {
  const all = spots(paper, isLabel);
  for (const { field } of few(all, random)) Object.assign(field, { text: '', role: 'span' });
  return all.length > 0;
};

/** The two parts of a label, cut anywhere inside. */
function cut(text: string, random: Random): [string, string] {
  const at = 1 + random.below(text.length - 1);
  return [text.slice(0, at).trim(), text.slice(at).trim()];
}

const half = (text: string): Field => ({ text, role: 'label', paths: [], rowSpan: 1, columnSpan: 1 });

/** The second part stands in the next field, or pushes the rest of the row on. */
export const splitAcross: Apply = (paper, random) => {
  const long = spots(paper, isLong);
  for (const { line, field } of random.some(long, 1 + random.below(2))) {
    const [first, second] = cut(field.text, random);
    if (first === '' || second === '') return false;
    const at = line.fields.indexOf(field);
    const next = line.fields[at + 1];
    const free = next?.role === 'span' && next.text === '' && random.chance(0.6);
    Object.assign(field, { text: first, columnSpan: 1 });
    line.fields.splice(at + 1, free ? 1 : 0, half(second));
  }
  return long.length > 0;
};

/** The second part stands below: in the field under the first, or in a row of its own. */
export const splitDown: Apply = (paper, random) => {
  const long = spots(paper, isLong);
  for (const { line, field } of random.some(long, 1)) {
    const [first, second] = cut(field.text, random);
    if (first === '' || second === '') return false;
    const at = line.fields.indexOf(field);
    const row = paper.lines.indexOf(line);
    const below = paper.lines[row + 1];
    const under = below?.fields[at];
    Object.assign(field, { text: first, rowSpan: 1 });
    if (below !== undefined && under?.role === 'span' && under.text === '' && below.block === line.block) {
      below.fields[at] = half(second);
    } else {
      const own = blankLine(line);
      own.fields[at] = half(second);
      insertLine(paper, row + 1, own);
    }
  }
  return long.length > 0;
};

/** The label of a box and the value in it stand in one field; the box's own field is left empty or gone. */
export const glued: Apply = (paper, random) => {
  const boxed = spots(paper, isLong).flatMap(({ line, field }) => {
    const at = line.fields.indexOf(field);
    const next = line.fields.findIndex((other, i) => i > at && (other.role !== 'span' || other.text !== ''));
    return line.fields[next]?.role === 'value' ? [{ line, at, next }] : [];
  });
  for (const { line, at, next } of random.some(boxed, 1)) {
    const [label, value] = [line.fields[at] as Field, line.fields[next] as Field];
    const text = label.text + random.pick(['', ' ', '　', '：', ':', '\n']) + value.text;
    const { home: _, ...rest } = label;
    line.fields[at] = { ...rest, text, role: 'value', paths: value.paths, columnSpan: 1 };
    const gone = random.chance(0.5);
    if (gone) line.fields.splice(at + 1, next - at);
    else line.fields[next] = { text: '', role: 'span', paths: [], rowSpan: 1, columnSpan: 1 };
  }
  return boxed.length > 0;
};
