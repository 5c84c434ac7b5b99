/**
 * Objects packed together (PDF 1.5): what is no stream of bytes itself stands in streams of many objects, and the places
 * of all in one more. pdfkit writes each object by itself, as plain text: of a booklet, whose pages are all tagged, these
 * objects were three quarters of its bytes, 25 of 34 kB for a sheet; packed, they are 3 of 10 kB.
 */
import { endStream } from './pdf-streams.ts';

/** As many objects stand in one stream: a reader unpacks all of them for one. */
const MOST_OBJECTS = 200;

/**
 * Has a document that has no pages yet pack its objects. Not for PDF/A-1, which knows no such streams.
 */
export function packObjects(document: PDFKit.PDFDocument): void {
  /** By the number of the object less one: in which stream it is, as the how-manieth, as one number. */
  const packed: (number | undefined)[] = [];
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
    for (const [i, { id }] of objects.entries()) packed[id - 1] = stream.id * MOST_OBJECTS + i;
    stream.end(bytesOf(index + body));
  };
  function finalize(this: PDFKit.PDFKitReference): void {
    if (this.buffer.length > 0) {
      endStream(this);
      return;
    }
    waiting.push({ id: this.id, text: objectText(this.data) });
    if (waiting.length === MOST_OBJECTS) flush();
    document._refEnd(this);
  }
  const pack = (reference: PDFKit.PDFKitReference) => {
    reference.finalize = finalize;
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
    const offsets = [...document._offsets, offset];
    const list = makeReference.call(document, {
      Type: 'XRef',
      Size: offsets.length + 1,
      W: WIDTHS,
      DecodeParms: { Predictor: 12, Columns: ENTRY },
      Root: document._root,
      Info: document._info,
      ID: [document._id, document._id],
    });
    list.end(placesText(offsets, packed));
    document._write(`startxref\n${offset}\n%%EOF`);
    document.push(null);
  };
}

/** Of a place, in bytes: its kind, where it is, and its number there. */
const WIDTHS = [1, 4, 2];
const ENTRY = 7;

/**
 * The places of the objects from 1 on, each as the difference from the one before: these are nearly all alike.
 * @param offsets from the beginning of the document, in bytes, of those that are not packed
 */
function placesText(
  offsets: readonly (number | null | undefined)[],
  packed: readonly (number | undefined)[],
): Uint8Array {
  const entries = new DataView(new ArrayBuffer(ENTRY * (offsets.length + 1)));
  entries.setUint16(5, 0xffff); // the first of the objects that are free
  for (let i = 0; i < offsets.length; i++) {
    const at = ENTRY * (i + 1);
    const [offset, place] = [offsets[i], packed[i]];
    if (place !== undefined) {
      entries.setUint8(at, 2);
      entries.setUint32(at + 1, Math.floor(place / MOST_OBJECTS));
      entries.setUint16(at + 5, place % MOST_OBJECTS);
    } else if (typeof offset === 'number') {
      entries.setUint8(at, 1);
      entries.setUint32(at + 1, offset);
    }
  }
  const rows = new Uint8Array((ENTRY + 1) * (offsets.length + 1));
  for (let row = 0; row <= offsets.length; row++) {
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
