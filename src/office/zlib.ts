/** The platform's zlib, of which a browser has none: asked for without an import, which that could not resolve. */

export const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');

/** What zlib gives as bytes and no more: `slice` of a Node buffer copies nothing. */
export function plainBytes({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
