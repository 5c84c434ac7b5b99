/** The ways through a document: links from boxes to parts, and bookmarks. */
import { type Box, isRead, type Page } from '../layout/page.ts';
import type { Drawn } from './pdf.ts';

/** Where a part begins, as PDF names a place to go to. */
export type Destination = readonly unknown[];

/** A link on a page that is drawn; it is ended when it is known where the part that it leads to begins. */
export interface Link {
  readonly annotation: PDFKit.PDFKitReference;
  /** The id of that part. */
  readonly to: string;
}

/**
 * The beginning of each part, by its id. A part without pages begins where the next one does.
 * @param parts in their order, with at least one page among them
 * @throws where two parts have the same id
 */
export function destinationsOf(parts: readonly Drawn[]): ReadonlyMap<string, Destination> {
  const pages = parts.flatMap(({ pages }) => pages);
  const destinations = new Map<string, Destination>();
  let first = 0;
  for (const part of parts) {
    if (destinations.has(part.id)) throw new Error(`two parts have the id ${part.id}`);
    const page = pages[Math.min(first, pages.length - 1)];
    if (page !== undefined) destinations.set(part.id, [page.dictionary, 'XYZ', 0, page.height, null]);
    first += part.pages.length;
  }
  return destinations;
}

/** A link over each box of a page that leads to a part. */
export function linksOf(document: PDFKit.PDFDocument, page: Page): ReadonlyMap<Box, Link> {
  const links = new Map<Box, Link>();
  for (const box of page.boxes) {
    if (box.link === undefined || !isRead(box)) continue;
    const left = box.x + (page.shift ?? 0);
    const bottom = page.height - box.y - box.height;
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [left, bottom, left + box.width, bottom + box.height],
      Border: [0, 0, 0],
      F: PRINTED,
    });
    links.set(box, { annotation, to: box.link });
  }
  return links;
}

/**
 * Ends all links.
 * @throws where no part has the id that one leads to
 */
export function endLinks(parts: readonly Drawn[], destinations: ReadonlyMap<string, Destination>): void {
  const titles = new Map(parts.map(({ id, title }) => [id, title]));
  for (const { annotation, to } of parts.flatMap(({ section }) => section?.links ?? [])) {
    const destination = destinations.get(to);
    if (destination === undefined) throw new Error(`no part has the id ${to}`);
    Object.assign(annotation.data, {
      Contents: Object(titles.get(to) ?? ''),
      A: { S: 'GoTo', D: destination },
    });
    annotation.end();
  }
}

/** The flag of an annotation that is there on paper too. */
const PRINTED = 4;

/** A bookmark with those below it. */
interface Bookmark {
  readonly part: Drawn;
  readonly kids: Bookmark[];
}

/** Writes the bookmarks, closed but for the topmost ones; a window opens with them where they lead to several places. */
export function writeBookmarks(
  document: PDFKit.PDFDocument,
  parts: readonly Drawn[],
  destinations: ReadonlyMap<string, Destination>,
): void {
  const marked = parts.filter(({ level }) => level !== undefined);
  const top: Bookmark[] = [];
  const path: Bookmark[] = [];
  for (const part of marked) {
    while ((path.at(-1)?.part.level ?? 0) >= (part.level ?? 1)) path.pop();
    const bookmark = { part, kids: [] };
    (path.at(-1)?.kids ?? top).push(bookmark);
    path.push(bookmark);
  }
  if (top.length === 0) return;

  const write = (bookmarks: readonly Bookmark[], parent: PDFKit.PDFKitReference): object => {
    const items = bookmarks.map(({ part }) => {
      const data = { Title: Object(part.title), Parent: parent, Dest: destinations.get(part.id) };
      return { data, reference: document.ref(data) };
    });
    for (const [i, { data, reference }] of items.entries()) {
      const kids = bookmarks[i]?.kids ?? [];
      Object.assign(data, { Prev: items[i - 1]?.reference, Next: items[i + 1]?.reference });
      // a negative number: so many are shown once it is opened
      if (kids.length > 0) Object.assign(data, write(kids, reference), { Count: -kids.length });
      reference.end();
    }
    return { First: items[0]?.reference, Last: items.at(-1)?.reference, Count: items.length };
  };

  const data = { Type: 'Outlines' };
  const outlines = document.ref(data);
  Object.assign(data, write(top, outlines));
  outlines.end();
  Object.assign(document._root.data, {
    Outlines: outlines,
    ...(marked.length > 1 ? { PageMode: 'UseOutlines' } : {}),
  });
}
