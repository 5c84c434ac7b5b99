/** What stands before the tables: the cover, and how a sheet is to be read. */
import { type Form, pathsOf } from '../form/form.ts';
import { TRAIL } from '../form/trail.ts';
import type { Word } from '../vocabulary.ts';
import type { Matter, MatterRow } from './matter.ts';
import { plain, type Row, type Table } from './table.ts';
import { type Volume, yearLabel } from './volume.ts';
import { meanings, remarks, words } from './words.ts';

/** What stands on the cover. */
export interface Imprint {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Who publishes it. */
  readonly issuer?: string | undefined;
}

/** What the texts of a cover take of its height, in points, where the title takes two lines. */
const COVER_TEXT = 240;

/**
 * The cover: the title in the upper third, who publishes it at the foot.
 * @param height of a page's body, in points
 */
export function cover({ title, subtitle, issuer }: Imprint, volume: Volume, height: number): Matter {
  const { vocabulary } = volume;
  const { years } = vocabulary;
  const [first = '', last = ''] = [years[0], years.at(-1)].map((one) =>
    yearLabel(vocabulary, String(one?.year ?? '')),
  );
  const air = (share: number): MatterRow => ({ cells: [], height: (height - COVER_TEXT) * share });
  const line = (text: string): MatterRow => ({
    cells: text === '' ? [] : [{ text, column: 0, style: 'coverLine', align: 'center' }],
    height: 28,
  });
  return {
    columns: [1],
    rows: [
      air(0.36),
      {
        cells: [{ text: title, column: 0, style: 'coverTitle', align: 'center', heading: 1 }],
        height: 64,
      },
      air(0.03),
      line(subtitle ?? ''),
      line(words.span(first, last)),
      line(words.items(volume.items.length)),
      air(0.5),
      line(issuer ?? ''),
    ],
  };
}

/** What each box of the form holds, in the order of the form, with the words of its closed lists. */
export function guide({ vocabulary, trailOf }: Volume, form: Form): Table {
  const { periods, statuses, grades } = vocabulary;
  const said = new Set<string>();
  const rows = form.slots.flatMap(pathsOf).flatMap((path): Row[] => {
    const box = path.replace('[]', '').replace(/(?:\.years)?\.\d{4}/, '');
    const plainBox = periods.reduce((rest, { key }) => rest.replace(`.${key}.`, '.'), box);
    const meaning = meanings[plainBox];
    if (meaning === undefined || said.has(plainBox)) return [];
    said.add(plainBox);
    const list = plainBox.endsWith('.status') ? statuses : plainBox.endsWith('.grade') ? grades : [];
    return [{ cells: [plain(trailOf(path).join(TRAIL)), plain(meaning + listed(list))] }];
  });
  return {
    id: 'guide',
    title: words.guide,
    lead: [remarks.guide],
    columns: [
      { title: words.box, width: 42, align: 'left' },
      { title: words.meaning, width: 58, align: 'left' },
    ],
    rows,
    notes: [],
  };
}

function listed(list: readonly Word[]): string {
  return list.length === 0 ? '' : remarks.listed(list.map(({ printed }) => printed));
}
