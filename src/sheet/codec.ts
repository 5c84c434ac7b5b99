/** Record ↔ sheet: the codecs at the leaves, and the shape around them. */
import { z } from 'zod';
import type { Finding } from '../diagnostic.ts';
import type { Record } from '../record.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { decodeDivisions, encodeDivisions, namesIn } from './divisions.ts';
import { decodeMeasure, encodeMeasure } from './measure.ts';
import { plain, type ReformSheet } from './model.ts';
import { kindOf, lists } from './paths.ts';
import { shape } from './shape.ts';
import { writable } from './unwritable.ts';
import { decodeWord, encodeWord } from './words.ts';

/** Building a schema takes longer than using it, and all sheets of a form share one. */
const codecs = new WeakMap<Vocabulary, ReturnType<typeof buildCodec>>();

function codecOf(vocabulary: Vocabulary) {
  const codec = codecs.get(vocabulary) ?? buildCodec(vocabulary);
  codecs.set(vocabulary, codec);
  return codec;
}

function buildCodec({ statuses, grades, lead }: Vocabulary) {
  return shape({
    line: plain.line,
    text: plain.text,
    measure: z.codec(z.string(), plain.measure, { decode: decodeMeasure, encode: encodeMeasure }),
    status: z.codec(z.string(), plain.status, {
      decode: (text) => decodeWord(statuses, text),
      encode: (key) => encodeWord(statuses, key),
    }),
    grade: z.codec(z.string(), plain.grade, {
      decode: (text) => decodeWord(grades, text),
      encode: (key) => encodeWord(grades, key),
    }),
    divisions: z.codec(z.string(), plain.divisions, {
      decode: (text) => decodeDivisions(text, lead),
      encode: (divisions) => encodeDivisions(divisions, lead),
    }),
  });
}

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
  const texts = new Map<string, string>();
  for (const [path, raw] of record) {
    const kind = kindOf(path);
    const { text: clean, dropped } = writable(raw.replace(/\r\n?/g, '\n'));
    if (dropped > 0) findings.push({ code: 'control-dropped', with: { count: dropped }, path });
    const text = clean.trim();
    if (text === '') continue;
    if (kind === undefined || path.includes('[]')) {
      findings.push({ code: 'path-unknown', with: { path, text }, path });
    } else if (kind === 'divisions' && namesIn(text).length === 0) {
      findings.push({ code: 'divisions-unread', with: { text }, path });
    } else if (kind === 'line' && text.includes('\n')) {
      findings.push({ code: 'line-joined', with: { text: onOneLine(text) }, path });
      texts.set(path, onOneLine(text));
    } else {
      texts.set(path, text);
    }
  }
  const nested = { ...nest(texts), form: vocabulary.form };
  return { sheet: codecOf(vocabulary).parse(nested), findings };
}

/**
 * Writes a sheet as a record, in the order of the model. `decode` gives the same sheet back, as long as its measures
 * say what their texts say and no division's name begins or ends with the lead mark.
 * @throws where the sheet is not a valid model: what comes from outside goes through `parseSheet` first
 */
export function encode(sheet: ReformSheet, vocabulary: Vocabulary): Record {
  const { form: _, ...nested } = z.encode(codecOf(vocabulary), sheet) as { form: string };
  return new Map(flatten(nested, ''));
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

/** A text, or more texts under names. Items of a list are an array. */
type Nested = string | Nested[] | { [name: string]: Nested };

function nest(texts: ReadonlyMap<string, string>): { [name: string]: Nested } {
  const items = new Map<string, Map<string, string>>();
  const root: { [name: string]: Nested } = {};
  for (const [path, text] of texts) {
    const [head = '', rest] = splitOnce(path);
    if (rest === undefined) root[head] = text;
    else items.set(head, (items.get(head) ?? new Map<string, string>()).set(rest, text));
  }
  for (const [head, inner] of items) {
    root[head] = lists.includes(head) ? listOf(inner) : nest(inner);
  }
  return root;
}

function listOf(texts: ReadonlyMap<string, string>): Nested[] {
  const byIndex = Object.entries(nest(texts));
  return byIndex.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
}

function splitOnce(path: string): [string, string?] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    flatten(inner, path === '' ? name : `${path}.${name}`),
  );
}
