/**
 * Reads back what our own PDFs carry: the model, as an attached file. Other PDFs are pictures of text, and refused.
 *
 * The attached file is found by its own words among the bytes. No package for PDF is let near them: these unpack
 * whatever a file holds, and one of 3 MB can hold 3 GB.
 */
import { bounds } from '../bounds.ts';
import { inflate } from '../office/inflate.ts';
import { MODEL_FILE, OWN_DOCUMENT } from '../office/model-file.ts';
import { refusal } from '../refusal.ts';

/** More attached files than this are not looked at. */
const MOST = bounds.jsonSheets;

/** What a PDF carries. */
export interface Attached {
  /** The models, as the JSON of one or of a list. */
  readonly json: string;
  /** Whether it is as it was written here: other programs join documents, and keep the data of one only. */
  readonly isOwn: boolean;
}

/** The attached models. Throws a refusal where there is none to be found, or where one is damaged. */
export function readAttached(bytes: Uint8Array): Attached {
  const text = new TextDecoder('latin1').decode(bytes);
  const marks = [...text.matchAll(/\/EmbeddedFile(?!\w)/g)].map(({ index }) => index);
  const models = new Set<string>();
  const documents: string[] = [];
  let left: number = bounds.textBytes;
  let end = 0;
  for (const index of marks.slice(0, MOST)) {
    // what stands in an attached file is none: however long they say they are, no byte is read twice
    const file = index < end ? undefined : fileAt(index, text, bytes, left);
    if (file === undefined) continue;
    end = file.end;
    const json = new TextDecoder().decode(file.content).trim();
    if (!/^[{[]/.test(json)) continue;
    left -= file.content.length;
    models.add(json);
    documents.push(file.document);
  }
  const [json] = models;
  if (json === undefined) throw refusal('pdf-foreign', {});
  if (marks.length > MOST) throw refusal('input-too-large', { reason: 'sheets', most: MOST });
  return { json: models.size === 1 ? json : listOf([...models]), isOwn: isOwn(text, documents) };
}

/** Models and lists of models as one list. */
function listOf(models: readonly string[]): string {
  const items = models.map((json) => /^\[([\s\S]*)\]$/.exec(json)?.[1]?.trim() ?? json);
  return `[${items.filter((item) => item !== '').join(',\n')}]`;
}

/** Whether a document has one identifier, unchanged, and that is the one of its only attached model. */
function isOwn(text: string, [own, ...others]: readonly string[]): boolean {
  const [identifier, ...later] = text.matchAll(/\/ID\s*\[\s*<([\da-f]{32})>\s*<([\da-f]{32})>/gi);
  if (identifier === undefined || later.length > 0 || others.length > 0) return false;
  return identifier[1] === own && identifier[2] === own;
}

/** The properties of an attached file are far shorter, in characters. */
const LONGEST = 1000;

interface File {
  readonly content: Uint8Array;
  /** Where its bytes end. */
  readonly end: number;
  /** Which document it says it is of. */
  readonly document: string;
}

/**
 * The attached file whose type stands at `index`, where it is packed as our writer does it.
 * @param most how many bytes it may unpack to
 */
function fileAt(index: number, text: string, bytes: Uint8Array, most: number): File | undefined {
  const [before, after] = [
    text.slice(Math.max(0, index - LONGEST), index),
    text.slice(index, index + LONGEST),
  ];
  const [opening] = /\bstream\r?\n/.exec(after) ?? [];
  if (opening === undefined) return undefined;
  const cut = after.indexOf(opening);
  const properties = before.slice(before.lastIndexOf(' obj')) + after.slice(0, cut);
  const isPacked = properties.includes('/Filter');
  if (isPacked && !/\/Filter\s*\[?\s*\/FlateDecode\s*[/>\]]/.test(properties)) return undefined;
  const [, length] = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(properties) ?? [];
  const [, document = ''] = documentPattern.exec(properties) ?? [];
  const start = index + cut + opening.length;
  const end = length === undefined ? endFrom(start, text) : start + Number(length);
  const content = bytes.subarray(start, end);
  if (!isPacked) return { content, end, document };
  // two bytes in front say how it was packed, four at the end whether it is still the same
  const unpacked = inflate(content.subarray(2), most);
  const sum = content.subarray(-4).reduce((number, byte) => number * 256 + byte, 0);
  if (typeof unpacked !== 'string' && adler32(unpacked) === sum) return { content: unpacked, end, document };
  throw refusal('archive-damaged', { reason: 'part', part: MODEL_FILE });
}

/** Where the stream that begins there ends; where the file does, if it is cut off. */
function endFrom(start: number, text: string): number {
  return start + text.slice(start).search(/\r?\n?endstream|$/);
}

const documentPattern = new RegExp(`/${OWN_DOCUMENT}\\s*<([\\da-f]+)>`, 'i');

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
