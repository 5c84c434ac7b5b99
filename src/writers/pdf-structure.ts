/** Writes a document's structure as PDF objects, and to which of them each piece of marked content belongs. */
import type { Figure } from '../layout/figure.ts';
import type { Page } from '../layout/page.ts';
import type { Element, Marked } from './element.ts';
import type { Link } from './pdf-links.ts';

/** Where something that is read stands in its part. */
export interface Place {
  /** Of the page, from 0. */
  readonly page: number;
  /** Of the marked content on its page, from 0. */
  readonly number: number;
  /** What a click on it goes by. */
  readonly link: Link | undefined;
}

/** What is kept of a part's structure once it is written. */
export interface Section {
  readonly element: PDFKit.PDFKitReference;
  readonly pages: readonly OwnedPage[];
  /** In the order in which they are read. */
  readonly links: readonly OwnedLink[];
}

interface OwnedPage {
  readonly dictionary: PDFKit.PDFKitReference;
  /** To which element each piece of its marked content belongs, as one object. */
  readonly owners: PDFKit.PDFKitReference;
}

interface OwnedLink extends Link {
  readonly owner: PDFKit.PDFKitReference;
}

/** The structure of a document that is being written. */
export interface Structure {
  /**
   * Writes a part's structure.
   * @param placeOf where its pages show what the structure is over
   */
  readonly add: (
    section: Element,
    pages: readonly Page[],
    dictionaries: readonly PDFKit.PDFKitReference[],
    placeOf: ReadonlyMap<Marked, Place>,
  ) => Section;
  /** Puts the sections in their order, and tells their pages and links by which number their owners are found. */
  readonly close: (sections: readonly Section[]) => void;
}

/** Opens the structure of a tagged document. pdfkit's own elements have no spans, and put links on wrong pages. */
export function openStructure(document: PDFKit.PDFDocument): Structure {
  const root = document.getStructTreeRoot();
  const top = document.ref({});
  return {
    add(section, pages, dictionaries, placeOf) {
      const part: Written = {
        document,
        pages,
        dictionaries,
        placeOf,
        owners: pages.map(() => []),
        links: [],
      };
      const element = write(section, top, part);
      return {
        element,
        pages: dictionaries.map((dictionary, i) => {
          const owners = part.owners[i] ?? [];
          return { dictionary, owners: ended(document.ref(owners), owners) };
        }),
        links: part.links,
      };
    },
    close(sections) {
      const pages = sections.flatMap(({ pages }) => pages);
      const links = sections.flatMap(({ links }) => links);
      for (const [key, { dictionary }] of pages.entries()) {
        Object.assign(dictionary.data, { StructParents: key });
      }
      for (const [i, { annotation }] of links.entries()) {
        Object.assign(annotation.data, { StructParent: pages.length + i });
      }
      const owners = [...pages.map(({ owners }) => owners), ...links.map(({ owner }) => owner)];
      Object.assign(top.data, { S: 'Document', P: root, K: sections.map(({ element }) => element) });
      top.end();
      Object.assign(root.data, {
        K: top,
        ParentTree: { Nums: owners.flatMap((owner, key) => [key, owner]) },
        ParentTreeNextKey: owners.length,
      });
    },
  };
}

/** A part whose structure is being written. */
interface Written {
  readonly document: PDFKit.PDFDocument;
  readonly pages: readonly Page[];
  readonly dictionaries: readonly PDFKit.PDFKitReference[];
  readonly placeOf: ReadonlyMap<Marked, Place>;
  /** By page and by the number of the marked content. */
  readonly owners: readonly PDFKit.PDFKitReference[][];
  readonly links: OwnedLink[];
}

function write(element: Element, parent: PDFKit.PDFKitReference, part: Written): PDFKit.PDFKitReference {
  const { document, pages, dictionaries, placeOf, owners, links } = part;
  const kids: unknown[] = [];
  const data: { [key: string]: unknown } = { S: element.type, P: parent, K: kids };
  describe(element, data);
  const reference = document.ref(data);
  for (const kid of element.kids) {
    if ('kids' in kid) {
      kids.push(write(kid, reference, part));
      continue;
    }
    const place = placeOf.get(kid);
    const page = pages[place?.page ?? -1];
    if (place === undefined || page === undefined) continue;
    const dictionary = dictionaries[place.page];
    data.Pg ??= dictionary;
    const isHere = data.Pg === dictionary;
    kids.push(isHere ? place.number : { Type: 'MCR', Pg: dictionary, MCID: place.number });
    (owners[place.page] ?? [])[place.number] = reference;
    if ('alt' in kid) Object.assign(data, figureAttributes(kid, page));
    if (place.link !== undefined) {
      kids.push({ Type: 'OBJR', Obj: place.link.annotation, Pg: dictionary });
      links.push({ ...place.link, owner: reference });
    }
  }
  return ended(reference, kids);
}

/** Ends an object that others still name, and lets go of what it listed: they need no more than its number. */
function ended(reference: PDFKit.PDFKitReference, listed: unknown[]): PDFKit.PDFKitReference {
  reference.end();
  listed.length = 0;
  return reference;
}

function describe(element: Element, data: { [key: string]: unknown }): void {
  const { title, scope, rowSpan, columnSpan } = element;
  if (title !== undefined) data.T = Object(title);
  if (scope === undefined && rowSpan === undefined && columnSpan === undefined) return;
  data.A = { O: 'Table', Scope: scope, RowSpan: rowSpan, ColSpan: columnSpan };
}

function figureAttributes({ alt, x, y, width, height }: Figure, page: Page): object {
  const left = x + (page.shift ?? 0);
  const bottom = page.height - y - height;
  return {
    Alt: Object(alt),
    A: { O: 'Layout', Placement: 'Block', BBox: [left, bottom, left + width, bottom + height] },
  };
}
