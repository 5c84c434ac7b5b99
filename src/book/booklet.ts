/** The booklet: all parts of the book in their order, with the numbers of their pages. */
import type { OpenForm } from '../convert.ts';
import type { Finding } from '../diagnostic.ts';
import { fill } from '../form/fill.ts';
import type { Fonts } from '../layout/fonts.ts';
import { layOut } from '../layout/layout.ts';
import type { Page, Part } from '../layout/page.ts';
import { runningLines, verbatim } from '../layout/running.ts';
import type { Look, Paper } from '../look.ts';
import { encode } from '../sheet/codec.ts';
import type { ReformSheet } from '../sheet/model.ts';
import { contents, divisionIndex } from './contents.ts';
import { cover, guide, type Imprint } from './front.ts';
import { delayedTable, indicatorTable, progressMap } from './lists.ts';
import { type Matter, matterOf } from './matter.ts';
import { shifted } from './shift.ts';
import type { Table } from './table.ts';
import { gradeTable, statusTable } from './tallies.ts';
import { typeset } from './typeset.ts';
import type { Item, Volume } from './volume.ts';
import { words } from './words.ts';

const MM = 72 / 25.4;

/** How the booklet is bound, and what stands on its cover. */
export interface BookletOptions extends Imprint {
  /** Left free for the binding, in millimetres. */
  readonly binding: number;
  /** Printed on both sides: the binding is at the right edge of even pages. */
  readonly duplex: boolean;
}

/** The tables of the book, which its pages, its workbook and its web page share. */
export function tablesOf(volume: Volume): readonly Table[] {
  return [
    statusTable(volume),
    gradeTable(volume),
    progressMap(volume),
    indicatorTable(volume),
    delayedTable(volume),
  ];
}

/** Lays out every part. The findings tell what was shrunk, spilled or could not be drawn, sheet by sheet. */
export function bind(
  volume: Volume,
  open: OpenForm,
  fonts: Fonts,
  options: BookletOptions,
): {
  readonly parts: readonly Part[];
  readonly told: readonly { readonly sheet?: ReformSheet; readonly findings: readonly Finding[] }[];
} {
  const { form } = open;
  const paper = ownPaper(form.look.paper, options.binding);
  const sheetLook = boundLook(form.look, options.binding);
  const told: { sheet?: ReformSheet; findings: readonly Finding[] }[] = [];
  /** Each character that no font has is told once, in whatever part of the book's own pages it stands. */
  const missing = new Map<string, Finding>();
  const set = (matter: Matter) => {
    const { pages, findings } = typeset(matter, paper, fonts);
    for (const finding of findings) missing.set(JSON.stringify(finding.with), finding);
    return pages;
  };
  const chapter = (table: Table): Part => ({
    id: table.id,
    title: table.title,
    level: 1,
    pages: set(matterOf(table)),
  });
  const sheetPart = (item: Item, level: 1 | 2): Part => {
    const filled = fill(form, encode(item.sheet, open.vocabulary));
    const layout = layOut(filled, sheetLook, fonts, form.settings);
    if (layout.findings.length > 0) told.push({ sheet: item.sheet, findings: layout.findings });
    return { id: item.id, title: `${item.number} ${item.title}`, level, pages: layout.pages };
  };
  const bodyHeight = paper.height - paper.margin.top - paper.margin.bottom;
  const front: Part = { id: 'cover', title: options.title, pages: set(cover(options, volume, bodyHeight)) };
  const chapters = [guide(volume, form), ...tablesOf(volume)].map((table) => chapter(table));
  const sheets = volume.isByArea
    ? volume.areas.flatMap(({ name, items }): Part[] => [
        { id: `area-${name}`, title: name, level: 1, pages: [] },
        ...items.map((item) => sheetPart(item, 2)),
      ])
    : volume.items.map((item) => sheetPart(item, 1));
  const listed = [...chapters, { id: 'index', title: words.index }];

  /** The parts before and after the sheets name pages, and their own length moves them: set first without, then with. */
  const around = (pageOf: (id: string) => number | undefined): Part[] => {
    const list = chapter(contents(volume, listed, pageOf));
    return [front, list, ...chapters, ...sheets, chapter(divisionIndex(volume, pageOf))];
  };
  const parts = around(numbersOf(around(() => 0)));
  const ids = new Set(volume.items.map(({ id }) => id));
  const marginOf = ({ id }: Part) => (ids.has(id) ? sheetLook.paper.margin : paper.margin);
  const findings = [...missing.values()];
  if (findings.length > 0) told.push({ findings });
  return { parts: numbered(parts, { paper, fonts, options, marginOf, mark: form.settings.continued }), told };
}

/** The number of the page that each part begins with, from 1. */
function numbersOf(parts: readonly Part[]): (id: string) => number | undefined {
  const numbers = new Map<string, number>();
  let next = 1;
  for (const { id, pages } of parts) {
    numbers.set(id, next);
    next += pages.length;
  }
  return (id) => numbers.get(id);
}

/** What the running lines depend on. */
interface Running {
  readonly paper: Paper;
  readonly fonts: Fonts;
  readonly options: BookletOptions;
  readonly marginOf: (part: Part) => Paper['margin'];
  /** Stands behind the title on the further pages of a part. */
  readonly mark: string;
}

/** Puts the running lines of the book on each page in place of its own, and moves it away from the binding. */
function numbered(parts: readonly Part[], { paper, fonts, options, marginOf, mark }: Running): Part[] {
  const { title, duplex } = options;
  const all = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  let number = 0;
  return parts.map((part) => ({
    ...part,
    pages: part.pages.map((page, i): Page => {
      number += 1;
      const isCover = part.id === 'cover';
      const { left, right } = marginOf(part);
      const running: Paper = {
        ...paper,
        margin: { ...paper.margin, left, right },
        width: page.width,
        height: page.height,
        header: `&L${verbatim(title)}&R${verbatim(part.title + (i > 0 ? mark : ''))}`,
        footer: '&C&P／&N',
      };
      const lines = isCover
        ? []
        : runningLines(running, { page: number, pages: all, sheet: '' }, left, fonts);
      return shifted({ ...page, running: lines }, duplex && number % 2 === 0 ? right - left : 0);
    }),
  }));
}

/** The paper of the book's own pages: that of the form, with margins of its own. */
function ownPaper({ width, height }: Paper, binding: number): Paper {
  return {
    width,
    height,
    margin: {
      left: Math.max(binding * MM, 15 * MM),
      right: 15 * MM,
      top: 20 * MM,
      bottom: 18 * MM,
      header: 8 * MM,
      footer: 8 * MM,
    },
    centered: false,
    area: { top: 0, left: 0, bottom: Number.POSITIVE_INFINITY, right: Number.POSITIVE_INFINITY },
  };
}

/** The form on paper that is bound: moved away from the binding, with room for the running lines. */
function boundLook(look: Look, binding: number): Look {
  const { paper } = look;
  const { margin } = paper;
  return {
    ...look,
    paper: {
      ...withoutRunning(paper),
      margin: {
        ...margin,
        left: Math.max(margin.left, binding * MM),
        top: Math.max(margin.top, 14 * MM),
        bottom: Math.max(margin.bottom, 14 * MM),
      },
    },
  };
}

function withoutRunning({ header: _, footer: __, ...paper }: Paper): Paper {
  return paper;
}
