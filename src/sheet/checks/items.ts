/** Checks of list items, whatever the phase: one that may be the rest of another. */
import { itemIn, pathOfItem } from '../../item-path.ts';
import { kindOf, lists } from '../paths.ts';
import { isSomething } from './cells.ts';
import type { Check } from './check.ts';

export const items: readonly Check[] = [
  {
    code: 'item-broken',
    why: 'Whoever breaks a long text over two rows makes an item of the rest: one text alone, or values without a name.',
    always: true,
    run: (_, { texts }) => {
      const record = texts();
      return lists.flatMap((list) => {
        const items = new Map<number, string[]>();
        for (const path of record.keys()) {
          const at = path.startsWith(list) ? itemIn(path) : undefined;
          if (at?.list !== list) continue;
          const paths = items.get(at.item);
          if (paths === undefined) items.set(at.item, [path]);
          else paths.push(path);
        }
        const hasLonger = [...items.values()].some(({ length }) => length > 1);
        return [...items].flatMap(([item, paths]) => {
          const [path = ''] = paths;
          const name = pathOfItem(`${list}[].name`, item);
          // the rest of a text says something
          if (!paths.some((path) => isSomething(record.get(path)))) return [];
          const isNameless = kindOf(name) !== undefined && !record.has(name);
          const reason = isNameless ? 'nameless' : paths.length === 1 && hasLonger ? 'alone' : undefined;
          return reason === undefined ? [] : [{ path, with: { reason, text: record.get(path) ?? '' } }];
        });
      });
    },
  },
];
