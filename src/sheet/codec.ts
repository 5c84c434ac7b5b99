/** Record ↔ sheet: the codecs at the leaves, and the shape around them. */
import type { Finding } from '../diagnostic.ts';
import type { Record } from '../record.ts';
import type { Kind, Vocabulary } from '../vocabulary.ts';
import { type Division, decodeDivisions, encodeDivisions, namesIn } from './divisions.ts';
import { decodeMeasure, encodeMeasure, type Measure } from './measure.ts';
import type { ReformSheet } from './model.ts';
import { namedOf } from './paths.ts';
import { type List, type Shape, shape } from './shape.ts';
import { writable } from './unwritable.ts';
import { decodeWord, encodeWord } from './words.ts';

/**
 * Reads a record as a sheet of the form. Never throws. White space around a text is dropped, a blank text is an
 * absent key, and list items are numbered without gaps, in their order.
 * @returns the sheet, and what could not be taken over as it was: `path-unknown`, `line-joined`, `divisions-unread`, `control-dropped`
 */
export function decode(
  record: Record,
  vocabulary: Vocabulary,
): { readonly sheet: ReformSheet; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const texts: [readonly string[], string][] = [];
  for (const [path, raw] of record) {
    const { names, kind } = namedOf(path);
    const { text: clean, dropped } = writable(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
    if (dropped > 0) findings.push({ code: 'control-dropped', with: { count: dropped }, path });
    const text = clean.trim();
    if (text === '') continue;
    if (kind === undefined || names.includes('[]')) {
      findings.push({ code: 'path-unknown', with: { path, text }, path });
    } else if (kind === 'divisions' && namesIn(text).length === 0) {
      findings.push({ code: 'divisions-unread', with: { text }, path });
    } else if (kind === 'line' && text.includes('\n')) {
      findings.push({ code: 'line-joined', with: { text: onOneLine(text) }, path });
      texts.push([names, onOneLine(text)]);
    } else {
      texts.push([names, text]);
    }
  }
  const sheet = { form: vocabulary.form, ...Object(modelOf(shape, nest(texts), vocabulary)) };
  return { sheet, findings };
}

/**
 * Writes a sheet as a record, in the order of the model. `decode` gives the same sheet back, as long as its measures
 * say what their texts say and no division's name begins or ends with the lead mark.
 * @throws where the sheet has a key that the model does not have, or anything but a text at an end of it: what comes from outside goes through
 * `parseSheet` first
 */
export function encode({ form: _, ...sheet }: ReformSheet, vocabulary: Vocabulary): Record {
  const texts = new Map<string, string>();
  addTexts(shape, sheet, '', vocabulary, texts);
  return texts;
}

function decodeLeaf(kind: Kind, text: string, { statuses, grades, lead }: Vocabulary): unknown {
  switch (kind) {
    case 'measure':
      return decodeMeasure(text);
    case 'status':
      return decodeWord(statuses, text);
    case 'grade':
      return decodeWord(grades, text);
    case 'divisions':
      return decodeDivisions(text, lead);
    default:
      return text;
  }
}

function encodeLeaf(kind: Kind, value: unknown, { statuses, grades, lead }: Vocabulary): string {
  switch (kind) {
    case 'measure':
      return encodeMeasure(value as Measure);
    case 'status':
      return encodeWord(statuses, value as string);
    case 'grade':
      return encodeWord(grades, value as string);
    case 'divisions':
      return encodeDivisions(value as readonly Division[], lead);
    default:
      return value as string;
  }
}

/** A part of the model, its keys in the order of the shape. */
function modelOf(part: Shape, texts: Nested, vocabulary: Vocabulary): unknown {
  if (typeof part === 'string') return decodeLeaf(part, texts as string, vocabulary);
  const under = texts as { readonly [name: string]: Nested };
  if ('items' in part) {
    const numbers = Object.keys(under).sort((a, b) => Number(a) - Number(b));
    return numbers.map((number) => modelOf(part.items as Shape, under[number] as Nested, vocabulary));
  }
  const model: { [name: string]: unknown } = {};
  for (const name of namesOf(part, under, vocabulary)) {
    const inner = Object.hasOwn(under, name) ? under[name] : undefined;
    if (inner !== undefined) model[name] = modelOf(innerOf(part, name), inner, vocabulary);
  }
  return model;
}

/** The names in a part of the model in their order: that of the shape, or of the form's periods, whichever stands first on paper. */
function namesOf(part: Exclude<Shape, Kind | List>, under: object, { periods }: Vocabulary): string[] {
  if ('boxes' in part) return Object.keys(part.boxes);
  const names = Object.keys(under);
  if (part.by === 'year') return names;
  const own = periods.map(({ key }) => key);
  return [...own, ...names.filter((name) => !own.includes(name))];
}

/** Adds the texts of a part of the model, in the order of the shape. */
function addTexts(
  part: Shape,
  value: unknown,
  path: string,
  vocabulary: Vocabulary,
  texts: Map<string, string>,
) {
  if (typeof part === 'string') {
    const text = encodeLeaf(part, value, vocabulary);
    if (typeof text !== 'string') throw new TypeError(`${path} is no ${part}`);
    texts.set(path, text);
    return;
  }
  const inside = Object(value) as { readonly [name: string]: unknown };
  const given = Object.keys(inside);
  const boxes = 'boxes' in part ? part.boxes : undefined;
  const other = boxes && given.find((name) => !Object.hasOwn(boxes, name));
  if (other !== undefined) throw new TypeError(`${path} has a key ${other}`);
  for (const name in boxes ?? inside) {
    const inner = Object.hasOwn(inside, name) ? inside[name] : undefined;
    const at = path === '' ? name : `${path}.${name}`;
    if (inner !== undefined) addTexts(innerOf(part, name), inner, at, vocabulary, texts);
  }
}

function innerOf(part: Exclude<Shape, Kind>, name: string): Shape {
  if ('boxes' in part) return part.boxes[name]?.holds as Shape;
  return ('items' in part ? part.items : part.each) as Shape;
}

/** A heading broken to fit its box: between Japanese words the break goes, else a space is left. */
function onOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .reduce((left, right) => {
      const beside = (Array.from(left).at(-1) ?? '') + (Array.from(right).at(0) ?? '');
      return /[\p{Script=Latin}\p{N}]/u.test(beside) ? `${left} ${right}` : left + right;
    });
}

/** A text, or more texts under names; those of a list under the numbers of its items. */
type Nested = string | { [name: string]: Nested };

function nest(texts: readonly (readonly [names: readonly string[], text: string])[]): Nested {
  const root: { [name: string]: Nested } = {};
  for (const [names, text] of texts) {
    const last = names.length - 1;
    let under = root;
    for (let at = 0; at < last; at++) {
      const name = names[at] as string;
      if (!Object.hasOwn(under, name)) under[name] = {};
      under = under[name] as { [name: string]: Nested };
    }
    under[names[last] as string] = text;
  }
  return root;
}
