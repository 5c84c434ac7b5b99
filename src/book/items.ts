/** Items in the tables of the book: how a row says which one it is about. */
import { type Cell, type Column, plain } from './table.ts';
import type { Item, Volume } from './volume.ts';
import { words } from './words.ts';

/** The columns for an item's number and title. */
export function itemColumns({ nameOf }: Volume, width: number): Column[] {
  return [
    { title: nameOf('number', words.number), width: 9, align: 'center', isOneLine: true },
    { title: nameOf('title', words.title), width, align: 'left' },
  ];
}

/** What stands in them. */
export function itemCells({ id, number, title }: Item): Cell[] {
  return [plain(number), { text: title, link: id }];
}
