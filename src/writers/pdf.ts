/** Pages of boxes to PDF bytes: pdfkit is the container, the layout has decided everything that is drawn. */
import PDFDocument from 'pdfkit';
import type { Fonts } from '../layout/fonts.ts';
import type { Part } from '../layout/page.ts';
import type { Marked } from './element.ts';
import { type About, escapeMetadata, identifierOf, infoOf } from './pdf-about.ts';
import { attachModel } from './pdf-attachment.ts';
import { contentOf } from './pdf-content.ts';
import { openEncoding } from './pdf-encoding.ts';
import { addLinks, destinationsOf, writeBookmarks } from './pdf-links.ts';
import { packObjects } from './pdf-packing.ts';
import { type Place, writeStructure } from './pdf-structure.ts';
import { structureOf } from './structure.ts';

export type { About } from './pdf-about.ts';

/** What is to be printed. */
export interface Publication {
  /** With at least one page among them. */
  readonly parts: readonly Part[];
  readonly about: About;
  /** JSON that is attached to the document, so that what is printed can be read back to the letter. */
  readonly model?: Uint8Array;
  /** `PDF/A-3a` unless told; `PDF/A-1b`, which can hold no attachment, is there because programs can check it. */
  readonly conformance?: 'PDF/A-3a' | 'PDF/A-1b';
}

/**
 * Writes a tagged document for the archive, with the fonts it uses embedded. The same input gives the same bytes.
 * @throws where two parts have one id, or a link leads to no part
 */
export async function writePdf(
  { parts, about, model, conformance = 'PDF/A-3a' }: Publication,
  fonts: Fonts,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    autoFirstPage: false,
    bufferPages: true, // links lead to pages that come later
    font: '', // otherwise pdfkit loads one of its own
    lang: about.language,
    displayTitle: true,
    info: infoOf(about),
  });
  escapeMetadata(document);
  if (conformance !== 'PDF/A-1b') packObjects(document);
  const bytes = collect(document);
  const { encode, characters } = openEncoding(document, fonts);
  const drawn = parts.flatMap((part) =>
    part.pages.map((page) => {
      document.addPage({ size: [page.width, page.height], margin: 0 });
      const { operators, marked } = contentOf(page, encode);
      document.addContent(operators);
      return { page: document.page, boxes: page.boxes, operators, marked };
    }),
  );
  const pages = drawn.map(({ page }) => page);
  const destinations = destinationsOf(parts, pages);
  const placeOf = new Map<Marked, Place>();
  const links: PDFKit.PDFKitReference[] = [];
  for (const [i, { page, boxes, marked }] of drawn.entries()) {
    const linkOf = addLinks(document, page, boxes, parts, destinations);
    for (const [number, item] of marked.entries()) {
      const link = 'lines' in item ? linkOf.get(item) : undefined;
      placeOf.set(item, { page: i, number, ...(link === undefined ? {} : { link }) });
    }
    links.push(...linkOf.values());
  }
  writeStructure(document, structureOf(parts), pages, placeOf);
  for (const link of links) link.end();
  writeBookmarks(document, parts, destinations);
  if (model !== undefined && conformance !== 'PDF/A-1b') attachModel(document, model);
  const words = JSON.stringify([about, parts.map(({ id, title, level }) => [id, title, level])]);
  // the operators name glyphs by their numbers; which characters these are is only with the fonts
  const contents = drawn.map(({ operators }) => operators);
  document._id = identifierOf([words, new TextDecoder().decode(model), ...characters(), ...contents]);
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
