/** The booklet: all parts of the book, drawn one after the other, with the numbers of their pages. */

import type { Finding } from '../diagnostic.ts';
import type { Fonts } from '../layout/fonts.ts';
import { layOut } from '../layout/layout.ts';
import type { Page, Part, TextLine } from '../layout/page.ts';
import { runningLines, verbatim } from '../layout/running.ts';
import type { Look, Paper } from '../look.ts';
import { fillForm, type OpenForm } from '../open-form.ts';
import type { ReformSheet } from '../sheet/model.ts';
import { contents, divisionIndex } from './contents.ts';
import { cover as coverOf, guide, type Imprint } from './front.ts';
import { delayedTable, indicatorTable, progressMap } from './lists.ts';
import { type Matter, matterOf } from './matter.ts';
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

/**
 * What the pages are drawn on: a document that is being written, which gives for each part what it goes by there.
 * A part is drawn once, its running lines are stamped on it when the number of all pages is known.
 */
export interface Press<Drawn> {
  readonly draw: (part: Part) => Drawn;
  /** @param page of the part, from 0 */
  readonly stamp: (part: Drawn, page: number, lines: readonly TextLine[]) => void;
}

/** A part that is drawn: what is to be known of it further on, without its pages. */
interface Bound<Drawn> {
  readonly id: string;
  readonly title: string;
  readonly drawn: Drawn;
  /** The number of its first page, from 1. */
  readonly first: number;
  /** How many it has. */
  readonly pages: number;
  readonly margin: Paper['margin'];
}

/**
 * Lays out every part and draws it at once, so that there is never more than one. The parts are in the order of the
 * book; the findings tell what has no box, was shrunk, spilled or could not be drawn, sheet by sheet.
 */
export function bind<Drawn>(
  volume: Volume,
  open: OpenForm,
  fonts: Fonts,
  options: BookletOptions,
  press: Press<Drawn>,
): {
  readonly parts: readonly Drawn[];
  readonly told: readonly { readonly sheet?: ReformSheet; readonly findings: readonly Finding[] }[];
} {
  const { form } = open;
  const { title, duplex } = options;
  const paper = ownPaper(form.look.paper, options.binding);
  const sheetLook = boundLook(form.look, options.binding);
  // the book's running lines say which sheet a page is of
  const policy = { ...form.settings, title: '' };
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
    const { filled, findings: unplaced } = fillForm(open, item.sheet);
    const layout = layOut(filled, sheetLook, fonts, policy);
    const findings = [...unplaced, ...layout.findings];
    if (findings.length > 0) told.push({ sheet: item.sheet, findings });
    return { id: item.id, title: `${item.number} ${item.title}`, level, pages: layout.pages };
  };
  /** Draws a part that begins on a page, away from the side on which that page and those after it are bound. */
  const draw = (part: Part, first: number, margin: Paper['margin']): Bound<Drawn> => {
    const shift = margin.right - margin.left;
    const pages = part.pages.map((page, i): Page => {
      return duplex && (first + i) % 2 === 0 ? { ...page, shift } : page;
    });
    const drawn = press.draw({ ...part, pages });
    return { id: part.id, title: part.title, drawn, first, pages: pages.length, margin };
  };

  const bodyHeight = paper.height - paper.margin.top - paper.margin.bottom;
  const cover: Part = { id: 'cover', title, pages: set(coverOf(options, volume, bodyHeight)) };
  const front = draw(cover, 1, paper.margin);
  const tables = [guide(volume, form), ...tablesOf(volume)];
  const listed = [...tables, { id: 'index', title: words.index }];
  const listOf = (pageOf: (id: string) => number | undefined) => chapter(contents(volume, listed, pageOf));

  // the contents name pages that come after them, and their own length moves those: set first without, then with
  const listBegins = front.first + front.pages;
  const bound: Bound<Drawn>[] = [];
  let next = listBegins + listOf(() => 0).pages.length;
  const add = (part: Part, margin = paper.margin) => {
    const one = draw(part, next, margin);
    bound.push(one);
    next += one.pages;
  };
  for (const table of tables) add(chapter(table));
  if (volume.isByArea) {
    for (const { name, items } of volume.areas) {
      add({ id: `area-${name}`, title: name, level: 1, pages: [] });
      for (const item of items) add(sheetPart(item, 2), sheetLook.paper.margin);
    }
  } else {
    for (const item of volume.items) add(sheetPart(item, 1), sheetLook.paper.margin);
  }
  const numbers = new Map(bound.map(({ id, first }) => [id, first]));
  numbers.set('index', next);
  const pageOf = (id: string) => numbers.get(id);
  add(chapter(divisionIndex(volume, pageOf)));
  const list = draw(listOf(pageOf), listBegins, paper.margin);

  const parts = [front, list, ...bound];
  stampRunning([list, ...bound], next - 1, press, { paper, fonts, title, mark: form.settings.continued });
  const findings = [...missing.values()];
  if (findings.length > 0) told.push({ findings });
  return { parts: parts.map(({ drawn }) => drawn), told };
}

/** What the running lines depend on. */
interface Running {
  readonly paper: Paper;
  readonly fonts: Fonts;
  /** Of the book. */
  readonly title: string;
  /** Stands behind the title on the further pages of a part. */
  readonly mark: string;
}

/** Puts the running lines of the book on each page of the parts. */
function stampRunning<Drawn>(
  parts: readonly Bound<Drawn>[],
  all: number,
  press: Press<Drawn>,
  { paper, fonts, title, mark }: Running,
): void {
  for (const part of parts) {
    const { left, right } = part.margin;
    for (let i = 0; i < part.pages; i++) {
      const running: Paper = {
        ...paper,
        margin: { ...paper.margin, left, right },
        header: `&L${verbatim(title)}&R${verbatim(part.title + (i > 0 ? mark : ''))}`,
        footer: '&C&P／&N',
      };
      const lines = runningLines(running, { page: part.first + i, pages: all, sheet: '' }, left, fonts);
      press.stamp(part.drawn, i, lines);
    }
  }
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
