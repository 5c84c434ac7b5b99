/** Items: those of a list are numbered without gaps; rows in which nothing stands are no items. */
import type { Finding } from '../diagnostic.ts';
import { type Form, pathsOf } from '../form/form.ts';
import { pathOfItem } from '../form/marks.ts';
import type { Record } from '../record.ts';

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

/**
 * Items that may be the rest of another: one text alone, where other items have more, or values without the name that
 * the items of the list begin with. Whoever breaks a long text over two rows makes such items.
 */
export function brokenItems(form: Form, record: Record): Finding[] {
  return form.groups.flatMap(({ list, first, last }) => {
    const [lead = ''] = form.slots
      .filter(({ row }) => first <= row && row <= last)
      .flatMap(pathsOf)
      .filter((path) => path.startsWith(`${list}[]`));
    const items = new Map<string, string[]>();
    for (const path of record.keys()) {
      const [own, item = ''] = path.split('.');
      if (own === list) items.set(item, [...(items.get(item) ?? []), path]);
    }
    const most = Math.max(0, ...[...items.values()].map(({ length }) => length));
    return [...items].flatMap(([item, paths]): Finding[] => {
      const [path = ''] = paths;
      const isNameless = form.kinds.get(lead) === 'line' && !record.has(pathOfItem(lead, Number(item)));
      const reason = isNameless ? 'nameless' : paths.length === 1 && most > 1 ? 'alone' : undefined;
      return reason === undefined
        ? []
        : [{ code: 'item-broken', with: { reason, text: record.get(path) ?? '' }, path }];
    });
  });
}
