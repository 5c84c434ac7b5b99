/** Checks of list items, whatever the phase: one that may be the rest of another. */
import { kindOf, lists } from '../paths.ts';
import type { Check } from './check.ts';

export const items: readonly Check[] = [
  {
    code: 'item-broken',
    why: 'Whoever breaks a long text over two rows makes an item of the rest: one text alone, or values without a name.',
    always: true,
    run: (_, { texts }) => {
      const record = texts();
      return lists.flatMap((list) => {
        const prefix = `${list}.`;
        const items = new Map<string, string[]>();
        for (const path of record.keys()) {
          if (!path.startsWith(prefix)) continue;
          const item = path.slice(prefix.length, path.indexOf('.', prefix.length));
          const paths = items.get(item);
          if (paths === undefined) items.set(item, [path]);
          else paths.push(path);
        }
        const most = Math.max(0, ...[...items.values()].map(({ length }) => length));
        return [...items].flatMap(([item, paths]) => {
          const [path = ''] = paths;
          const name = `${list}.${item}.name`;
          const isNameless = kindOf(name) !== undefined && !record.has(name);
          const reason = isNameless ? 'nameless' : paths.length === 1 && most > 1 ? 'alone' : undefined;
          return reason === undefined ? [] : [{ path, with: { reason, text: record.get(path) ?? '' } }];
        });
      });
    },
  },
];
