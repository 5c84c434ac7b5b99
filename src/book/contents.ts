/** The ways into the book: its contents, and the index by division. */
import { fold } from '../fold.ts';
import { leadersOf } from '../sheet/divisions.ts';
import { encodeWord } from '../sheet/words.ts';
import { itemCells, itemColumns } from './items.ts';
import { type Cell, plain, type Row, type Table } from './table.ts';
import { areaName } from './tallies.ts';
import type { Item, Volume } from './volume.ts';
import { remarks, words } from './words.ts';

/** What a division is in charge of. */
interface Charge {
  /** Of the division, as it is spelled first. */
  readonly name: string;
  /** With each, whether the division leads. */
  readonly items: Map<Item, boolean>;
}

/**
 * Which items each division is in charge of; with the numbers of their pages, where they have pages. Spellings of a name that
 * differ in spaces and width only are one division, which has an item once.
 */
export function divisionIndex(volume: Volume, pageOf?: (id: string) => number | undefined): Table {
  const byKey = new Map<string, Charge>();
  for (const item of volume.items) {
    for (const { name, lead } of item.divisions) {
      const charge = byKey.get(fold(name)) ?? { name, items: new Map() };
      byKey.set(fold(name), charge);
      // an item names those that lead first
      if (!charge.items.has(item)) charge.items.set(item, lead);
    }
  }
  const without = volume.items.filter(({ divisions }) => divisions.length === 0);
  const charges = [...byKey.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (without.length > 0) {
    charges.push({ name: words.noDivision, items: new Map(without.map((item) => [item, false])) });
  }
  return {
    id: 'index',
    title: words.index,
    lead: [remarks.index],
    columns: [
      { title: volume.nameOf('divisions', words.division), width: 24, align: 'left' },
      { title: words.role, width: 7, align: 'center' },
      ...itemColumns(volume, 56),
      ...(pageOf === undefined ? [] : [{ title: words.page, width: 9, align: 'right' } as const]),
    ],
    rows: charges.flatMap(({ name, items }) =>
      [...items].map(
        ([item, lead], i): Row => ({
          cells: [
            ...(i === 0 ? [{ ...plain(name), rows: items.size }] : []),
            plain(lead ? words.lead : ''),
            ...itemCells(item),
            ...(pageOf === undefined ? [] : [pageCell(pageOf(item.id), item.id)]),
          ],
        }),
      ),
    ),
    notes: [],
  };
}

/** What stands where in the book: its chapters, and every item, under its part of the plan where these follow one another. */
export function contents(
  volume: Volume,
  chapters: readonly { readonly id: string; readonly title: string }[],
  pageOf: (id: string) => number | undefined,
): Table {
  const { grades } = volume.vocabulary;
  const rowOf = (item: Item): Row => ({
    cells: [
      ...itemCells(item),
      plain(leadersOf(item.divisions).join('、')),
      plain(encodeWord(grades, item.sheet.finalReview?.grade ?? '')),
      pageCell(pageOf(item.id), item.id),
    ],
  });
  return {
    id: 'contents',
    title: words.contents,
    lead: [],
    columns: [
      ...itemColumns(volume, 52),
      { title: volume.nameOf('divisions', words.division), width: 22, align: 'left' },
      { title: volume.nameOf('finalReview.grade', words.grades), width: 9, align: 'center' },
      { title: words.page, width: 9, align: 'right' },
    ],
    rows: [
      ...chapters.map(
        ({ id, title }): Row => ({
          cells: [plain(''), { text: title, link: id }, plain(''), plain(''), pageCell(pageOf(id), id)],
        }),
      ),
      ...(volume.isByArea
        ? volume.areas.flatMap(({ name, items }): Row[] => [
            { role: 'group', cells: [plain(`${areaName(volume)}　${name}`)] },
            ...items.map(rowOf),
          ])
        : volume.items.map(rowOf)),
    ],
    notes: [],
  };
}

function pageCell(page: number | undefined, link: string): Cell {
  return page === undefined ? plain('') : { text: String(page), value: page, link };
}
