/** The ways into the book: its contents, and the index by division. */
import { encodeWord } from '../sheet/words.ts';
import { itemCells, itemColumns } from './items.ts';
import { type Cell, plain, type Row, type Table } from './table.ts';
import { areaName } from './tallies.ts';
import type { Item, Volume } from './volume.ts';
import { remarks, words } from './words.ts';

/** Which items each division is in charge of; with the numbers of their pages, where they have pages. */
export function divisionIndex(volume: Volume, pageOf?: (id: string) => number | undefined): Table {
  const byName = new Map<string, { item: Item; lead: boolean }[]>();
  for (const item of volume.items) {
    for (const { name, lead } of item.divisions) {
      byName.set(name, [...(byName.get(name) ?? []), { item, lead }]);
    }
  }
  const names = [...byName.keys()].sort();
  const without = volume.items.filter(({ divisions }) => divisions.length === 0);
  if (without.length > 0)
    byName.set(
      words.noDivision,
      without.map((item) => ({ item, lead: false })),
    );
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
    rows: [...names, ...(without.length > 0 ? [words.noDivision] : [])].flatMap((name) => {
      const own = byName.get(name) ?? [];
      return own.map(
        ({ item, lead }, i): Row => ({
          cells: [
            ...(i === 0 ? [{ ...plain(name), rows: own.length }] : []),
            plain(lead ? words.lead : ''),
            ...itemCells(item),
            ...(pageOf === undefined ? [] : [pageCell(pageOf(item.id), item.id)]),
          ],
        }),
      );
    }),
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
      plain(leadersOf(item)),
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

/** The divisions that lead; where none is said to, all. */
function leadersOf({ divisions }: Item): string {
  const leaders = divisions.filter(({ lead }) => lead);
  return (leaders.length > 0 ? leaders : divisions).map(({ name }) => name).join('、');
}

function pageCell(page: number | undefined, link: string): Cell {
  return page === undefined ? plain('') : { text: String(page), value: page, link };
}
