/** Parts of pages to PDF bytes: pdfkit is the container, the layout has decided everything that is drawn. */
import PDFDocument from 'pdfkit';
import { joinedBytes } from '../bytes.ts';
import type { Fonts } from '../layout/fonts.ts';
import type { Page, Part, TextLine } from '../layout/page.ts';
import type { Marked } from './element.ts';
import { type About, escapeMetadata, infoOf, openIdentifier } from './pdf-about.ts';
import { attachModel } from './pdf-attachment.ts';
import { contentOf, stampOf } from './pdf-content.ts';
import { openEncoding } from './pdf-encoding.ts';
import { destinationsOf, endLinks, linksOf, writeBookmarks } from './pdf-links.ts';
import { packObjects } from './pdf-packing.ts';
import { openStructure, type Place, type Section } from './pdf-structure.ts';
import { sectionOf } from './structure.ts';

export type { About } from './pdf-about.ts';

/** `PDF/A-1b`, which can hold no attachment, is there because programs can check it. */
export type Conformance = 'PDF/A-3a' | 'PDF/A-1b';

/** What is to be printed. */
export interface Publication {
  /** With at least one page among them. */
  readonly parts: readonly Part[];
  readonly about: About;
  /** JSON that is attached to the document, so that what is printed can be read back to the letter. */
  readonly model?: Uint8Array;
  /** `PDF/A-3a` unless told. */
  readonly conformance?: Conformance;
}

/** A document that is being written. Of what is drawn, it keeps the numbers of the objects, and no text or box. */
export interface Pdf {
  /** Writes the pages of a part, and how they are read aloud; parts may come in any order. */
  readonly draw: (part: Part) => Drawn;
  /**
   * Writes lines that stand on many pages over a page that is drawn: for what is known only later.
   * @param page of the part, from 0
   */
  readonly stamp: (part: Drawn, page: number, lines: readonly TextLine[]) => void;
  /**
   * Puts the parts in their order, and ends the document.
   * @param parts all that were drawn, with at least one page among them
   * @throws where two parts have one id, a link leads to no part, or a part that was drawn is missing
   */
  readonly close: (parts: readonly Drawn[], model?: Uint8Array) => Uint8Array;
}

/** What is kept of a part that is drawn. */
export interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly level: Part['level'];
  readonly pages: readonly DrawnPage[];
  /** None where it has no pages. */
  readonly section: Section | undefined;
}

/** A page that is not ended yet: lines may be stamped on it, and its place is not known. */
export interface DrawnPage {
  readonly dictionary: PDFKit.PDFKitReference;
  /** Of the paper, in points. */
  readonly height: number;
  /** The streams of its operators, one after the other. */
  readonly contents: PDFKit.PDFKitReference[];
}

/**
 * Writes a tagged document for the archive, with the fonts it uses embedded. The same input gives the same bytes.
 * @throws where two parts have one id, or a link leads to no part
 */
export async function writePdf(publication: Publication, fonts: Fonts): Promise<Uint8Array> {
  const { parts, about, model, conformance } = publication;
  const pdf = openPdf(about, fonts, conformance);
  return pdf.close(parts.map(pdf.draw), model);
}

/** Opens a tagged document for the archive. The same calls give the same bytes. */
export function openPdf(about: About, fonts: Fonts, conformance: Conformance = 'PDF/A-3a'): Pdf {
  const document = openDocument(about, conformance);
  const bytes = collect(document);
  const { encode, resources, characters } = openEncoding(document, fonts);
  const structure = openStructure(document);
  const identifier = openIdentifier();
  const tree = document._root.data.Pages;

  const write = (operators: string, compress = true): PDFKit.PDFKitReference => {
    // the operators name glyphs by their numbers; which characters these are is only with the fonts
    identifier.add(operators);
    const content = document.ref({});
    content.compress = compress;
    content.end(operators);
    return content;
  };
  const drawPage = (page: Page, number: number, placeOf: Map<Marked, Place>): DrawnPage => {
    const { width, height } = page;
    const { operators, marked } = contentOf(page, encode);
    const contents = [write(operators)];
    const links = linksOf(document, page);
    for (let i = 0; i < marked.length; i++) {
      const item = marked[i];
      if (item === undefined) continue;
      placeOf.set(item, { page: number, number: i, link: 'lines' in item ? links.get(item) : undefined });
    }
    const dictionary = document.ref({
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, width, height],
      Contents: contents,
      Resources: resources,
      Tabs: 'S',
      ...(links.size > 0 ? { Annots: [...links.values()].map(({ annotation }) => annotation) } : {}),
    });
    return { dictionary, height, contents };
  };

  let drawn = 0;
  return {
    draw(part) {
      drawn += 1;
      const { id, title, level } = part;
      const placeOf = new Map<Marked, Place>();
      const pages = part.pages.map((page, i) => drawPage(page, i, placeOf));
      const dictionaries = pages.map(({ dictionary }) => dictionary);
      const section =
        pages.length === 0 ? undefined : structure.add(sectionOf(part), part.pages, dictionaries, placeOf);
      return { id, title, level, pages, section };
    },
    stamp(part, page, lines) {
      // so few bytes are hardly fewer when they are deflated
      const operators = stampOf(lines, encode);
      if (operators !== '') part.pages[page]?.contents.push(write(operators, false));
    },
    close(parts, model) {
      if (parts.length !== drawn)
        throw new Error(`of ${drawn} parts that were drawn, ${parts.length} are given`);
      const destinations = destinationsOf(parts);
      structure.close(parts.flatMap(({ section }) => section ?? []));
      endLinks(parts, destinations);
      writeBookmarks(document, parts, destinations);
      const pages = parts.flatMap(({ pages }) => pages.map(({ dictionary }) => dictionary));
      for (const page of pages) page.end();
      Object.assign(tree.data, { Kids: pages, Count: pages.length });
      resources.end();
      identifier.add(JSON.stringify([about, parts.map(({ id, title, level }) => [id, title, level])]));
      identifier.add(new TextDecoder().decode(model));
      for (const own of characters()) identifier.add(own);
      document._id = identifier.bytes();
      if (model !== undefined && conformance !== 'PDF/A-1b') attachModel(document, model);
      document.end();
      return bytes();
    },
  };
}

function openDocument(about: About, conformance: Conformance): PDFKit.PDFDocument {
  const document = new PDFDocument({
    pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    autoFirstPage: false,
    font: '', // otherwise pdfkit loads one of its own
    lang: about.language,
    displayTitle: true,
    info: infoOf(about),
  });
  escapeMetadata(document);
  if (conformance !== 'PDF/A-1b') packObjects(document);
  return document;
}

/** So many bytes stand in one array, at least. */
const BLOCK = 1 << 16;

/**
 * Takes what a document writes, as it is written: what it has written so far, and all that comes. It is copied together,
 * since what is written are countless small arrays, and deflated ones within others that are far larger.
 */
function collect(document: PDFKit.PDFDocument): () => Uint8Array {
  const full: Uint8Array[] = [];
  let block = new Uint8Array(BLOCK);
  let end = 0;
  const take = (chunk: Uint8Array | null) => {
    if (chunk === null) return;
    if (end + chunk.length > block.length) {
      full.push(block.subarray(0, end));
      block = new Uint8Array(Math.max(BLOCK, chunk.length));
      end = 0;
    }
    block.set(chunk, end);
    end += chunk.length;
  };
  take(document.read());
  document.push = take;
  return () => joinedBytes([...full, block.subarray(0, end)]);
}
