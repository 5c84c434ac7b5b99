/** Items: those of a list are numbered without gaps; rows in which nothing stands are no items. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';

/** A function from a path as the rows were counted to the path of the item; undefined where the row is no item. */
export function renumbering(form: Form, paths: Iterable<string>): (path: string) => string | undefined {
  const lists = new Map(form.groups.map(({ list }) => [list, new Set<number>()]));
  for (const path of paths) {
    const [list, item] = path.split('.');
    lists.get(list ?? '')?.add(Number(item));
  }
  const ranks = new Map([...lists].map(([list, items]) => [list, [...items].sort((a, b) => a - b)] as const));
  return (path) => {
    const [list = '', item, ...rest] = path.split('.');
    const items = ranks.get(list) ?? [];
    if (items.length === 0) return path;
    const rank = items.indexOf(Number(item));
    return rank < 0 ? undefined : [list, rank, ...rest].join('.');
  };
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
