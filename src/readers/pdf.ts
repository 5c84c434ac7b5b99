/**
 * Reads back what our own PDFs carry: the model, as an attached file. Other PDFs are pictures of text, and refused.
 *
 * The attached file is found by its own words among the bytes. No package for PDF is let near them: these unpack
 * whatever a file holds, and one of 3 MB can hold 3 GB.
 */
import { bounds } from '../bounds.ts';
import { inflate } from '../office/inflate.ts';
import { MODEL_FILE } from '../office/model-file.ts';
import { refusal } from '../refusal.ts';

/** More attached files than this are not looked at. */
const MOST = 16;

/** The bytes of the attached model. Throws a refusal where there is none to be found, or where it is damaged. */
export function readAttached(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes);
  for (const { index } of [...text.matchAll(/\/EmbeddedFile(?!\w)/g)].slice(0, MOST)) {
    const content = contentAt(index, text, bytes);
    // a brace or a bracket: a model, or a list of them
    if (content?.[0] === 0x7b || content?.[0] === 0x5b) return content;
  }
  throw refusal('pdf-foreign', {});
}

/** The properties of an attached file are far shorter, in characters. */
const LONGEST = 1000;

/** The content of an attached file whose type stands at `index`, where it is packed as our writer does it. */
function contentAt(index: number, text: string, bytes: Uint8Array): Uint8Array | undefined {
  const [before, after] = [
    text.slice(Math.max(0, index - LONGEST), index),
    text.slice(index, index + LONGEST),
  ];
  const [opening] = /\bstream\r?\n/.exec(after) ?? [];
  if (opening === undefined) return undefined;
  const cut = after.indexOf(opening);
  const properties = before.slice(before.lastIndexOf(' obj')) + after.slice(0, cut);
  const [, length] = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(properties) ?? [];
  const start = index + cut + opening.length;
  const end = length === undefined ? text.slice(start).search(/\r?\n?endstream/) : Number(length);
  const content = bytes.subarray(start, start + end);
  if (!properties.includes('/Filter')) return content;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*[/>\]]/.test(properties)) return undefined;
  // two bytes in front say how it was packed, four at the end whether it is still the same
  const unpacked = inflate(content.subarray(2), bounds.textBytes);
  const sum = content.subarray(-4).reduce((number, byte) => number * 256 + byte, 0);
  if (typeof unpacked !== 'string' && adler32(unpacked) === sum) return unpacked;
  throw refusal('archive-damaged', { reason: 'part', part: MODEL_FILE });
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
