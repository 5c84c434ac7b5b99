/** Streams of bytes, deflated at most once: what stands in many documents is deflated for the first of them. */

/** What arrays of bytes were deflated to, for as long as they are there. */
const deflated = new WeakMap<Uint8Array, Uint8Array>();

/** Says what a stream's bytes are when deflated, where that is known; pdfkit deflates them the usual way otherwise. */
export function knowDeflated(bytes: Uint8Array, as: Uint8Array): void {
  deflated.set(bytes, as);
}

/** Writes a stream, and keeps what its bytes were deflated to, by which the same array is written again. */
export function endStream(reference: PDFKit.PDFKitReference, document: PDFKit.PDFDocument): void {
  const [whole, ...others] = reference.buffer;
  const write = document._write;
  if (whole !== undefined && others.length === 0 && reference.compress) {
    const known = deflated.get(whole);
    if (known === undefined) {
      document._write = (data) => {
        if (typeof data !== 'string') knowDeflated(whole, data);
        write.call(document, data);
      };
    } else {
      reference.buffer = [known];
      reference.compress = false;
    }
  }
  Object.getPrototypeOf(reference).finalize.call(reference);
  document._write = write;
}
