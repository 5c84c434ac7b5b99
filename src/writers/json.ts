/** A model → JSON text, indented by two spaces, ending in a line break. */

/** Writes one sheet as an object; several as an array. */
export function writeJson(sheets: readonly unknown[]): Uint8Array {
  const content = sheets.length === 1 ? sheets[0] : sheets;
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
