/** What a document says of itself: its properties, the same ones as XML, and its identifier. */
import { escaped } from '../office/plain-xml.ts';

/** The same sheet is to give the same bytes on any day. */
export const CREATED = new Date(Date.UTC(2000, 0, 1));

/** What a document says of itself. */
export interface About {
  /** Shown in the title bar of the window. */
  readonly title: string;
  readonly author?: string;
  /** As in BCP 47: `ja-JP`. */
  readonly language: string;
  readonly subject?: string;
}

export function infoOf({ title, author, subject }: About): PDFKit.DocumentInfo {
  return {
    Title: printable(title),
    ...(author === undefined || author === '' ? {} : { Author: printable(author) }),
    ...(subject === undefined || subject === '' ? {} : { Subject: printable(subject) }),
    Creator: 'reform-sheet',
    Producer: 'pdfkit',
    CreationDate: CREATED,
  };
}

/** Controls and lone surrogates cannot stand in XML. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ').trim();
}

/** pdfkit writes the title and the author into the document's XML as they are; `A & B` would break it. */
export function escapeMetadata(document: PDFKit.PDFDocument): void {
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

/**
 * An identifier of 16 bytes for a document with the contents that are added. pdfkit's own is the same for all documents
 * with the same title. Four sums in the manner of FNV-1a, each from another start: it tells documents apart, and proves
 * nothing.
 */
export function openIdentifier(): {
  readonly add: (content: string) => void;
  readonly bytes: () => Uint8Array;
} {
  const sums = new Uint32Array([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]);
  return {
    add(content) {
      let [a = 0, b = 0, c = 0, d = 0] = sums;
      for (let i = 0; i < content.length; i++) {
        const unit = content.charCodeAt(i);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b ^ unit, 0x5bd1e995);
        c = Math.imul(c ^ unit, 0x1b873593);
        d = Math.imul(d ^ unit, 0x27d4eb2f);
      }
      sums.set([a, b, c, d].map((sum) => sum ^ (sum >>> 15) ^ content.length));
    },
    bytes: () => new Uint8Array(sums.buffer),
  };
}
