/** Writes a document's structure as PDF objects, and to which of them each piece of marked content belongs. */
import type { Figure } from '../layout/figure.ts';
import type { Element, Marked } from './element.ts';

/** Where something that is read stands in the document. */
export interface Place {
  /** Of the page, from 0. */
  readonly page: number;
  /** Of the marked content on its page, from 0. */
  readonly number: number;
  /** What a click on it goes by. */
  readonly link?: PDFKit.PDFKitReference;
}

/**
 * Writes the structure into a tagged document. pdfkit's own elements have no spans, and put links on wrong pages.
 * @param placeOf where the document shows what the structure is over
 */
export function writeStructure(
  document: PDFKit.PDFDocument,
  structure: Element,
  pages: readonly PDFKit.PDFPage[],
  placeOf: ReadonlyMap<Marked, Place>,
): void {
  const root = document.getStructTreeRoot();
  const owners = pages.map((): PDFKit.PDFKitReference[] => []);
  const linkOwners: PDFKit.PDFKitReference[] = [];

  const write = (element: Element, parent: PDFKit.PDFKitReference): PDFKit.PDFKitReference => {
    const kids: unknown[] = [];
    const data: { [key: string]: unknown } = {
      S: element.type,
      P: parent,
      ...attributesOf(element),
      K: kids,
    };
    const reference = document.ref(data);
    for (const kid of element.kids) {
      if ('kids' in kid) {
        kids.push(write(kid, reference));
        continue;
      }
      const place = placeOf.get(kid);
      const page = pages[place?.page ?? -1];
      if (place === undefined || page === undefined) continue;
      data.Pg ??= page.dictionary;
      const isHere = data.Pg === page.dictionary;
      kids.push(isHere ? place.number : { Type: 'MCR', Pg: page.dictionary, MCID: place.number });
      (owners[place.page] ?? [])[place.number] = reference;
      if ('alt' in kid) Object.assign(data, figureAttributes(kid, page.height));
      if (place.link !== undefined) {
        kids.push({ Type: 'OBJR', Obj: place.link, Pg: page.dictionary });
        Object.assign(place.link.data, { StructParent: pages.length + linkOwners.length });
        linkOwners.push(reference);
      }
    }
    reference.end();
    return reference;
  };

  for (const [i, { dictionary }] of pages.entries()) Object.assign(dictionary.data, { StructParents: i });
  const top = write(structure, root);
  const numbered = [...owners, ...linkOwners];
  Object.assign(root.data, {
    K: top,
    ParentTree: { Nums: numbered.flatMap((owner, key) => [key, owner]) },
    ParentTreeNextKey: numbered.length,
  });
}

function attributesOf({ title, scope, rowSpan, columnSpan }: Element): object {
  const isPlain = scope === undefined && rowSpan === undefined && columnSpan === undefined;
  return {
    T: title === undefined ? undefined : Object(title),
    A: isPlain ? undefined : { O: 'Table', Scope: scope, RowSpan: rowSpan, ColSpan: columnSpan },
  };
}

function figureAttributes({ alt, x, y, width, height }: Figure, pageHeight: number): object {
  const bottom = pageHeight - y - height;
  return {
    Alt: Object(alt),
    A: { O: 'Layout', Placement: 'Block', BBox: [x, bottom, x + width, bottom + height] },
  };
}
