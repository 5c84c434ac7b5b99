/**
 * Objects packed together (PDF 1.5): what is no stream of bytes itself stands in streams of many objects, and the places
 * of all in one more. pdfkit writes each object by itself, as plain text: of a booklet, whose pages are all tagged, these
 * objects were three quarters of its bytes, 25 of 34 kB for a sheet; packed, they are 3 of 10 kB.
 */
import { endStream } from './pdf-streams.ts';

/** As many objects stand in one stream: a reader unpacks all of them for one. */
const MOST_OBJECTS = 200;

/** Where an object is: from the beginning of the document, in bytes; or in which stream, as the how-manieth. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/**
 * Has a document that has no pages yet pack its objects. Not for PDF/A-1, which knows no such streams.
 */
export function packObjects(document: PDFKit.PDFDocument): void {
  const packed = new Map<number, Place>();
  let waiting: { readonly id: number; readonly text: string }[] = [];
  const makeReference = document.ref;
  const flush = () => {
    if (waiting.length === 0) return;
    const objects = waiting;
    waiting = [];
    let [index, body] = ['', ''];
    for (const { id, text } of objects) {
      index += `${id} ${body.length} `;
      body += `${text}\n`;
    }
    const data = { Type: 'ObjStm', N: objects.length, First: index.length };
    const stream = makeReference.call(document, data);
    for (const [i, { id }] of objects.entries()) packed.set(id, { stream: stream.id, index: i });
    stream.end(bytesOf(index + body));
  };
  const pack = (reference: PDFKit.PDFKitReference) => {
    reference.finalize = () => {
      if (reference.buffer.length > 0) return endStream(reference, document);
      waiting.push({ id: reference.id, text: objectText(reference.data) });
      if (waiting.length === MOST_OBJECTS) flush();
      document._refEnd(reference);
    };
    return reference;
  };
  document.ref = (data) => pack(makeReference.call(document, data));
  // the catalog, and what it has from the beginning
  for (const value of [document._root, ...Object.values(document._root.data)]) {
    if (value?.finalize !== undefined) pack(value);
  }
  document._finalize = () => {
    document._ended = false;
    flush();
    const offset = document._offset;
    const size = document._offsets.length + 2;
    const places = document._offsets.map((own, i): Place | undefined => {
      return packed.get(i + 1) ?? (own == null ? undefined : { offset: own });
    });
    const list = makeReference.call(document, {
      Type: 'XRef',
      Size: size,
      W: WIDTHS,
      DecodeParms: { Predictor: 12, Columns: ENTRY },
      Root: document._root,
      Info: document._info,
      ID: [document._id, document._id],
    });
    list.end(placesText([...places, { offset }]));
    document._write(`startxref\n${offset}\n%%EOF`);
    document.push(null);
  };
}

/** Of a place, in bytes: its kind, where it is, and its number there. */
const WIDTHS = [1, 4, 2];
const ENTRY = 7;

/** The places of the objects from 1 on, each as the difference from the one before: these are nearly all alike. */
function placesText(places: readonly (Place | undefined)[]): Uint8Array {
  const entries = new DataView(new ArrayBuffer(ENTRY * (places.length + 1)));
  entries.setUint16(5, 0xffff); // the first of the objects that are free
  for (const [i, place] of places.entries()) {
    if (place === undefined) continue;
    const at = ENTRY * (i + 1);
    const isPacked = 'stream' in place;
    entries.setUint8(at, isPacked ? 2 : 1);
    entries.setUint32(at + 1, isPacked ? place.stream : place.offset);
    entries.setUint16(at + 5, isPacked ? place.index : 0);
  }
  const rows = new Uint8Array((ENTRY + 1) * (places.length + 1));
  for (let row = 0; row <= places.length; row++) {
    const at = (ENTRY + 1) * row;
    rows[at] = 2;
    for (let column = 0; column < ENTRY; column++) {
      const above = row === 0 ? 0 : entries.getUint8(ENTRY * (row - 1) + column);
      rows[at + 1 + column] = entries.getUint8(ENTRY * row + column) - above;
    }
  }
  return rows;
}

/** An object as PDF writes it. As in pdfkit, a text is a `String`, and a plain string a name. */
function objectText(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (value instanceof String) return textOf(value.valueOf());
  if (value instanceof Date) return `(D:${value.toISOString().replace(/[-:T]|\.\d+/g, '')})`;
  if (value instanceof Uint8Array) return `<${Array.from(value, hexadecimal).join('')}>`;
  if (Array.isArray(value)) return listText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  // references and name trees have a text of their own
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  let entries = '';
  for (const key in value) {
    const own = (value as Readonly<Record<string, unknown>>)[key];
    if (own !== undefined) entries += `/${key} ${objectText(own)}`;
  }
  return `<<${entries}>>`;
}

/** Arrays of pdfkit have holes, for what is not there. */
function listText(items: readonly unknown[]): string {
  let text = '';
  for (let i = 0; i < items.length; i++) text += (i === 0 ? '' : ' ') + objectText(items[i] ?? null);
  return `[${text}]`;
}

function textOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII is written in UTF-16
  const written = /^[\x00-\x7f]*$/.test(text) ? text : utf16(text);
  return `(${written.replace(/[\n\r\t\b\f()\\]/g, (character) => ESCAPES[character] ?? `\\${character}`)})`;
}

/** A text as the characters that stand for its bytes, with the mark of their order. */
function utf16(text: string): string {
  let bytes = 'þÿ';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

function hexadecimal(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** Of a text whose characters stand for bytes. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
