/** The ways through a document: links from boxes to parts, and bookmarks. */
import { type Box, isRead, type Part } from '../layout/page.ts';

/** Where a part begins, as PDF names a place to go to. */
export type Destination = readonly unknown[];

/**
 * The beginning of each part, by its id. A part without pages begins where the next one does.
 * @param pages of all parts, at least one
 * @throws where two parts have the same id
 */
export function destinationsOf(
  parts: readonly Part[],
  pages: readonly PDFKit.PDFPage[],
): ReadonlyMap<string, Destination> {
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

/**
 * Puts a link over each box of a page that leads to a part. The links are to be ended once they have their structure.
 * @throws where no part has the id
 */
export function addLinks(
  document: PDFKit.PDFDocument,
  page: PDFKit.PDFPage,
  boxes: readonly Box[],
  parts: readonly Part[],
  destinations: ReadonlyMap<string, Destination>,
): Map<Box, PDFKit.PDFKitReference> {
  const links = new Map<Box, PDFKit.PDFKitReference>();
  for (const box of boxes) {
    if (box.link === undefined || !isRead(box)) continue;
    const destination = destinations.get(box.link);
    if (destination === undefined) throw new Error(`no part has the id ${box.link}`);
    const bottom = page.height - box.y - box.height;
    const link = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [box.x, bottom, box.x + box.width, bottom + box.height],
      Border: [0, 0, 0],
      F: PRINTED,
      Contents: Object(parts.find(({ id }) => id === box.link)?.title ?? ''),
      A: { S: 'GoTo', D: destination },
    });
    page.annotations.push(link);
    links.set(box, link);
  }
  return links;
}

/** The flag of an annotation that is there on paper too. */
const PRINTED = 4;

/** A bookmark with those below it. */
interface Bookmark {
  readonly part: Part;
  readonly kids: Bookmark[];
}

/** Writes the bookmarks, closed but for the topmost ones; a window opens with them where they lead to several places. */
export function writeBookmarks(
  document: PDFKit.PDFDocument,
  parts: readonly Part[],
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
