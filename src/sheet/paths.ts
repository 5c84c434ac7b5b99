/** Paths: every box that the shape of a sheet knows, and the kind of text that belongs in it. */
import { z } from 'zod';
import type { Kind, Vocabulary } from '../vocabulary.ts';
import { dueOf } from './phase.ts';
import { periodKey, shape, yearKey } from './shape.ts';

/** The shape with the names of the kinds at its ends. */
const kinds = shape({
  line: z.literal('line'),
  text: z.literal('text'),
  measure: z.literal('measure'),
  status: z.literal('status'),
  grade: z.literal('grade'),
  divisions: z.literal('divisions'),
});

/**
 * Every box of a form with these years and periods, in the order of the model (`schedule[].years.2013.plan`), with the
 * kind of text that belongs in it and the phase from which it is due.
 */
export function leavesOf(
  vocabulary: Vocabulary,
): { readonly path: string; readonly kind: Kind; readonly due: number }[] {
  const years = vocabulary.years.map(({ year }) => String(year));
  const periods = vocabulary.periods.map(({ key }) => key);

  const walk = (schema: z.core.$ZodType, path: string): { path: string; kind: Kind }[] => {
    const under = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (schema instanceof z.ZodExactOptional) return walk(schema.unwrap(), path);
    if (schema instanceof z.ZodLiteral) return [{ path, kind: schema.value as Kind }];
    if (schema instanceof z.ZodArray) return walk(schema.element, `${path}[]`);
    if (schema instanceof z.ZodObject) {
      return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) =>
        walk(inner, under(name)),
      );
    }
    if (schema instanceof z.ZodRecord) {
      const names = schema.keyType === yearKey ? years : schema.keyType === periodKey ? periods : [];
      return names.flatMap((name) => walk(schema.valueType, under(name)));
    }
    return [];
  };
  return walk(kinds, '').map((leaf) => ({ ...leaf, due: dueOf(leaf.path, vocabulary) }));
}

/** The kind of a box, in a list item (`schedule.0.target`) or in all of them (`schedule[].target`); undefined for no box. */
export function kindOf(path: string): Kind | undefined {
  const step = (schema: z.core.$ZodType, [name, ...rest]: readonly string[]): Kind | undefined => {
    if (schema instanceof z.ZodExactOptional)
      return step(schema.unwrap(), name === undefined ? [] : [name, ...rest]);
    if (schema instanceof z.ZodLiteral) return name === undefined ? (schema.value as Kind) : undefined;
    if (name === undefined) return undefined;
    if (schema instanceof z.ZodArray) return isIndex.test(name) ? step(schema.element, rest) : undefined;
    if (schema instanceof z.ZodObject) {
      const inner: z.core.$ZodType | undefined = Object.hasOwn(schema.shape, name)
        ? schema.shape[name]
        : undefined;
      return inner === undefined ? undefined : step(inner, rest);
    }
    if (schema instanceof z.ZodRecord) {
      return z.safeParse(schema.keyType, name).success ? step(schema.valueType, rest) : undefined;
    }
    return undefined;
  };
  return step(kinds, path.replaceAll('[]', '.[]').split('.'));
}

/** The keys of the model whose values are lists. */
export const lists: readonly string[] = Object.entries(kinds.shape)
  .filter(([, schema]) => schema instanceof z.ZodExactOptional && schema.unwrap() instanceof z.ZodArray)
  .map(([name]) => name);

const isIndex = /^(?:\[\]|0|[1-9]\d*)$/;

/** The box that a path of one item stands in: `schedule.0.target` → `schedule[].target`. */
export function boxOf(path: string): string {
  const [list = '', index, ...rest] = path.split('.');
  if (!lists.includes(list) || index === undefined) return path;
  return [`${list}[]`, ...rest].join('.');
}
