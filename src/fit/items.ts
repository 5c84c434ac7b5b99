/** Items: those of a list are numbered without gaps; rows in which nothing stands are no items. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';

/** A function from a path as the rows were counted to the path of the item; undefined where the row is no item. */
export function renumbering(form: Form, paths: () => Iterable<string>): (path: string) => string | undefined {
  let known: ReadonlyMap<string, readonly number[]> | undefined;
  return (path) => {
    if (!form.groups.some(({ list }) => path.startsWith(list))) return path;
    const [list, item, rest] = cut(path);
    if (item === undefined) return path;
    known ??= itemsOf(form, paths());
    const items = known.get(list) ?? [];
    if (items.length === 0) return path;
    const rank = items.indexOf(Number(item));
    if (rank === Number(item)) return path;
    return rank < 0 ? undefined : `${list}.${rank}${rest}`;
  };
}

/** The items of each list, as the rows were counted. */
function itemsOf(form: Form, paths: Iterable<string>): Map<string, readonly number[]> {
  const lists = new Map(form.groups.map(({ list }) => [list, new Set<number>()]));
  for (const path of paths) {
    if (!form.groups.some(({ list }) => path.startsWith(list))) continue;
    const [list, item] = cut(path);
    if (item !== undefined) lists.get(list)?.add(Number(item));
  }
  return new Map([...lists].map(([list, items]) => [list, [...items].sort((a, b) => a - b)] as const));
}

/** `schedule.2.years.2013` → `schedule`, `2`, `.years.2013`; without a number the path is of no item. */
function cut(path: string): readonly [string, string | undefined, string] {
  const dot = path.indexOf('.');
  const end = path.indexOf('.', dot + 1);
  const item = dot < 0 ? '' : path.slice(dot + 1, end < 0 ? undefined : end);
  return [
    path.slice(0, Math.max(0, dot)),
    /^\d+$/.test(item) ? item : undefined,
    end < 0 ? '' : path.slice(end),
  ];
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
