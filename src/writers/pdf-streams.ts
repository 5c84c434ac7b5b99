/** Streams of bytes, deflated: what stands in many documents is not deflated for each. */
import { deflateFramed, deflateFramedFast } from '../office/deflate.ts';

/** Of arrays that more than one document has, as the colours, what they were deflated to. */
const deflated = new WeakMap<Uint8Array, Uint8Array>();
/**
 * The arrays that were written, of which most never come again. Nothing is kept for these: until the whole heap is cleared,
 * V8 holds all that a WeakMap has, whether its key is alive or not.
 */
const written = new WeakSet<Uint8Array>();
/** Fonts. */
const quick = new WeakSet<Uint8Array>();

/** Has a stream of these bytes deflated quickly, since they shrink little. */
export function deflateAsOutlines(bytes: Uint8Array): void {
  quick.add(bytes);
}

/** Writes a stream. */
export function endStream(reference: PDFKit.PDFKitReference): void {
  const [whole, ...others] = reference.buffer;
  if (whole !== undefined && others.length === 0 && reference.compress) {
    reference.buffer = [deflatedOf(whole)];
    reference.compress = false;
  }
  Object.getPrototypeOf(reference).finalize.call(reference);
}

function deflatedOf(bytes: Uint8Array): Uint8Array {
  const known = deflated.get(bytes);
  if (known !== undefined) return known;
  const made = quick.has(bytes) ? deflateFramedFast(bytes) : deflateFramed(bytes);
  if (written.has(bytes)) deflated.set(bytes, made);
  written.add(bytes);
  return made;
}
