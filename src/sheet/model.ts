/** The model: a reform sheet as plain, typed JSON (public contract). */
import { z } from 'zod';
import type { Finding } from '../diagnostic.ts';
import type { Kind } from '../vocabulary.ts';
import { type Division, isOneName } from './divisions.ts';
import type { Measure } from './measure.ts';
import { type Box, type Boxes, keyPatterns, type ModelOf, type Shape, shape } from './shape.ts';
import { UNWRITABLE } from './unwritable.ts';

export type { Division } from './divisions.ts';
export type { Measure } from './measure.ts';

/** What the leaves of the shape are in the model. */
interface Leaves {
  readonly line: string;
  readonly text: string;
  readonly measure: Measure;
  readonly status: string;
  readonly grade: string;
  readonly divisions: Division[];
}

/** One reform sheet. An empty box is an absent key, never `""`. */
export type ReformSheet = { form: string } & ModelOf<typeof shape, Leaves>;

const NO_CONTROLS = 'no control characters';
const ONE_NAME = 'one name';

/** Text without characters that a workbook or a page cannot hold. */
const writable = z.string().refine((given) => !UNWRITABLE.test(given), { params: { expected: NO_CONTROLS } });

/** Text on one line without white space around it; never empty. */
const LINE = /^\S(?:[^\r\n]*\S)?$/;
const line = writable.regex(LINE);
/** Text with `\n` for line breaks, without white space around it; never empty. */
const TEXT = /^\S(?:[^\r]*\S)?$/;
const text = writable.regex(TEXT);

const measure = z.strictObject({
  text: text.describe('As on the sheet. 紙面のとおりの文字。'),
  value: z.exactOptional(z.number().describe('The number, where it is one. 数値。')),
  unit: z.exactOptional(line.describe('The unit, where one is written. 単位。')),
  notApplicable: z.exactOptional(z.literal(true).describe('A dash alone: neither blank nor 0. 該当なし。')),
});

const division = z.strictObject({
  name: line
    .refine(isOneName, { params: { expected: ONE_NAME } })
    .describe('One name, without separators. ひとつの部署名。'),
  lead: z.boolean().describe('Whether it leads the others. 取りまとめ役か。'),
});

/** The schemas of the leaves. */
const leaves: { readonly [kind in Kind]: z.ZodType } = {
  line,
  text,
  measure,
  status: text,
  grade: text,
  divisions: z.array(division).min(1),
};

/** Of an object that says something: one without any value is left out instead. */
function filled(schema: z.ZodType): z.ZodType {
  return schema
    .refine((value) => Object.keys(Object(value)).length > 0, { params: { expected: 'minProperties 1' } })
    .meta({ minProperties: 1 });
}

function schemaOf(part: Shape): z.ZodType {
  if (typeof part === 'string') return leaves[part];
  if ('items' in part) return z.array(schemaOf(part.items as Shape)).min(1);
  if ('boxes' in part) return filled(z.strictObject(boxesOf(part)));
  return filled(z.record(z.string().regex(keyPatterns[part.by]), schemaOf(part.each as Shape)));
}

function boxesOf({ boxes }: Boxes): { [name: string]: z.ZodType } {
  const schemas = Object.entries<Box>(boxes).map(([name, { holds, meaning }]) => [
    name,
    z.exactOptional(schemaOf(holds as Shape).describe(meaning)),
  ]);
  return Object.fromEntries(schemas);
}

/** The schema of the model. */
export const reformSheet = z.strictObject({
  form: z.string().min(1).describe('The id of the form. 様式のID。'),
  ...boxesOf(shape),
}) as unknown as z.ZodType<ReformSheet>;

/** The model as JSON Schema (draft 2020-12), described in English and Japanese. */
export function jsonSchema(): object {
  return z.toJSONSchema(reformSheet);
}

/**
 * Takes JSON as a sheet.
 * @returns the sheet, or what is wrong with it: `key-unknown`, `model-invalid`
 */
export function parseSheet(json: unknown): {
  readonly sheet?: ReformSheet;
  readonly findings: readonly Finding[];
} {
  const parsed = reformSheet.safeParse(json);
  if (parsed.success) return { sheet: parsed.data, findings: [] };
  return { findings: parsed.error.issues.flatMap(findingsOf) };
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue): Finding[] {
  const path = issue.path.map(String);
  const at = (segments: readonly string[]) => (segments.length === 0 ? {} : { path: segments.join('.') });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'key-unknown', with: { key }, ...at([...path, key]) }));
  }
  const expected = expectedBy(issue);
  return [
    { code: 'model-invalid', with: { expected, reason: SPOKEN.get(expected) ?? 'other' }, ...at(path) },
  ];
}

/** What is told in words. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  [String(LINE), 'line'],
  [String(TEXT), 'text'],
  [ONE_NAME, 'name'],
  [NO_CONTROLS, 'plain'],
]);

/** What the schema wanted, in the words of JSON Schema, which are the same in every language. */
function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'invalid_key':
      return issue.issues.map(expectedBy).join(', ');
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return issue.origin === 'array' ? `minItems ${issue.minimum}` : `minLength ${issue.minimum}`;
    case 'custom':
      return String(issue.params?.expected);
    default:
      return issue.code;
  }
}
