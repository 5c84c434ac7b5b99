/** Items: those of a list are numbered without gaps; rows in which nothing stands are no items. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { itemIn, pathOfItem } from '../item-path.ts';

/** A function from a path as the rows were counted to the path of the item; undefined where the row is no item. */
export function renumbering(form: Form, paths: () => Iterable<string>): (path: string) => string | undefined {
  let known: ReadonlyMap<string, readonly number[]> | undefined;
  return (path) => {
    const at = itemIn(path);
    if (at === undefined) return path;
    known ??= itemsOf(form, paths());
    const items = known.get(at.list) ?? [];
    if (items.length === 0) return path;
    const rank = items.indexOf(at.item);
    if (rank === at.item) return path;
    return rank < 0 ? undefined : pathOfItem(at.hole, rank);
  };
}

/** The items of each list, as the rows were counted. */
function itemsOf(form: Form, paths: Iterable<string>): Map<string, readonly number[]> {
  const lists = new Map(form.groups.map(({ list }) => [list, new Set<number>()]));
  for (const path of paths) {
    const at = itemIn(path);
    if (at !== undefined) lists.get(at.list)?.add(at.item);
  }
  return new Map([...lists].map(([list, items]) => [list, [...items].sort((a, b) => a - b)] as const));
}

/** A finding about boxes, with the paths of their items. */
export function renumbered(finding: Finding, itemOf: (path: string) => string | undefined): Finding {
  const { path, with: about } = finding;
  const renumber = (old: string) => itemOf(old) ?? old;
  const values = Object.entries(about ?? {}).map(([name, value]) => [
    name,
    typeof value === 'object' ? { path: renumber(value.path) } : value,
  ]);
  return {
    ...finding,
    ...(about === undefined ? {} : { with: Object.fromEntries(values) }),
    ...(path === undefined ? {} : { path: renumber(path) }),
  };
}
