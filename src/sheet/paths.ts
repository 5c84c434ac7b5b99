/** Paths: every box that the shape of a sheet knows, and the kind of text that belongs in it. */
import { itemIn } from '../item-path.ts';
import type { Kind, Vocabulary } from '../vocabulary.ts';
import { dueOf } from './phase.ts';
import { type Box, keyPatterns, type Shape, shape } from './shape.ts';

/**
 * Every box of a form with these years and periods, in the order of the model (`schedule[].years.2013.plan`), with the
 * kind of text that belongs in it and the phase from which it is due.
 */
export function leavesOf(
  vocabulary: Vocabulary,
): { readonly path: string; readonly kind: Kind; readonly due: number }[] {
  const keys = {
    year: vocabulary.years.map(({ year }) => String(year)),
    period: vocabulary.periods.map(({ key }) => key),
  };
  const walk = (part: Shape, path: string): { path: string; kind: Kind }[] => {
    const under = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (typeof part === 'string') return [{ path, kind: part }];
    if ('items' in part) return walk(part.items as Shape, `${path}[]`);
    if ('by' in part) return keys[part.by].flatMap((key) => walk(part.each as Shape, under(key)));
    return Object.entries<Box>(part.boxes).flatMap(([name, { holds }]) => walk(holds as Shape, under(name)));
  };
  return walk(shape, '').map((leaf) => ({ ...leaf, due: dueOf(leaf.path, vocabulary) }));
}

/** The kind of a box, in a list item (`schedule.0.target`) or in all of them (`schedule[].target`); undefined for no box. */
export function kindOf(path: string): Kind | undefined {
  return namedOf(path.replaceAll('[]', '.[]')).kind;
}

/** A path as its names, with the kind of its box. */
interface Named {
  readonly names: readonly string[];
  readonly kind: Kind | undefined;
}

/** The paths asked for so far: those of all sheets of a form are the same. A file can make up any number of others. */
const named = new Map<string, Named>();
const MOST_NAMED = 4096;

/** The names on a path, and the kind of its box; undefined for no box. All items of a list are `schedule.[].target` here. */
export function namedOf(path: string): Named {
  let found = named.get(path);
  if (found === undefined) {
    const names = path.split('.');
    found = { names, kind: kindAt(names) };
    if (named.size === MOST_NAMED) named.clear();
    named.set(path, found);
  }
  return found;
}

function kindAt(names: readonly string[]): Kind | undefined {
  let part: Shape | undefined = shape;
  for (const name of names) {
    if (part === undefined || typeof part === 'string') return undefined;
    if ('items' in part) part = isIndex.test(name) ? (part.items as Shape) : undefined;
    else if ('by' in part) part = keyPatterns[part.by].test(name) ? (part.each as Shape) : undefined;
    else part = Object.hasOwn(part.boxes, name) ? (part.boxes[name]?.holds as Shape) : undefined;
  }
  return typeof part === 'string' ? part : undefined;
}

const keys = Object.keys(shape.boxes) as (keyof typeof shape.boxes)[];

/** The keys of the model that are boxes by themselves: they are filled from the beginning, when the plan is made. */
export const singles = keys.filter((key) => typeof shape.boxes[key].holds === 'string');

/** The keys of the model whose values are lists. */
export const lists: readonly string[] = keys.filter((key) => 'items' in Object(shape.boxes[key].holds));

const isIndex = /^(?:\[\]|0|[1-9]\d*)$/;

/** The box that a path of one item stands in: `schedule.0.target` → `schedule[].target`. */
export function boxOf(path: string): string {
  const at = itemIn(path);
  return at !== undefined && lists.includes(at.list) ? at.hole : path;
}
