/** Pages of boxes to PDF bytes: pdfkit is the container, the layout has decided everything that is drawn. */
import PDFDocument from 'pdfkit';
import type { Fonts } from '../layout/fonts.ts';
import type { Page } from '../layout/page.ts';
import { contentOf, type Encode } from './pdf-content.ts';
import { pdfFont } from './pdf-font.ts';

/** What a document says of itself. */
export interface About {
  /** Shown in the title bar of the window. */
  readonly title: string;
  readonly author?: string;
  /** As in BCP 47: `ja-JP`. */
  readonly language: string;
  readonly subject?: string;
}

/** The same sheet is to give the same bytes on any day. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** The name of the attached model, by which `readers/pdf.ts` finds it. */
const MODEL_FILE = 'sheet.json';

/**
 * Writes pages, at least one, as a PDF 1.7 document with the fonts they use embedded.
 * @param model JSON that is attached to the document, so that the printed sheet can be read back to the letter
 */
export async function writePdf(
  pages: readonly Page[],
  fonts: Fonts,
  about: About,
  model?: Uint8Array,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    autoFirstPage: false,
    font: '', // otherwise pdfkit loads one of its own
    lang: about.language,
    displayTitle: true,
    info: infoOf(about),
  });
  escapeMetadata(document);
  const bytes = collect(document);
  const encode = encoder(document, fonts);
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    document.addContent(contentOf(page, encode));
  }
  if (model !== undefined) attach(document, model);
  document.end();
  return bytes;
}

function attach(document: PDFKit.PDFDocument, model: Uint8Array): void {
  document.file(model.slice().buffer, {
    name: MODEL_FILE,
    type: 'application/json',
    description: 'The contents of this document as data',
    relationship: 'Source',
    creationDate: CREATED,
    modifiedDate: CREATED,
  });
}

/** Puts runs into the document's fonts, and those fonts into the page's resources. */
function encoder(document: PDFKit.PDFDocument, fonts: Fonts): Encode {
  const embedded = new Map<number, PDFKit.EmbeddedFont>();
  return ({ font, text }) => {
    const opened = embedded.get(font) ?? document.font(pdfFont(fonts.face(font), font))._font;
    embedded.set(font, opened);
    document.page.fonts[opened.id] ??= opened.ref();
    return { font: opened.id, glyphs: opened.encode(text)[0].join('') };
  };
}

function infoOf({ title, author, subject }: About): PDFKit.DocumentInfo {
  return {
    Title: oneLine(title),
    ...(author === undefined || author === '' ? {} : { Author: oneLine(author) }),
    ...(subject === undefined || subject === '' ? {} : { Subject: oneLine(subject) }),
    Creator: 'reform-sheet',
    Producer: 'pdfkit',
    CreationDate: CREATED,
  };
}

/** Controls and lone surrogates cannot stand in XML. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ').trim();
}

/** pdfkit writes the title and the author into the document's XML as they are; `A & B` would break it. */
function escapeMetadata(document: PDFKit.PDFDocument): void {
  const add = document._addInfo;
  document._addInfo = () => {
    const { info } = document;
    document.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escaped(value) : value]),
    );
    add.call(document);
    document.info = info;
  };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
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
