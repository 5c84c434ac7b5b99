/** The formulas of old workbooks: only those that repeat a cell are needed, and only such are left to be read. */

/** The first byte of a formula that refers to one cell, or is kept with another, and how long such a formula is. */
const plainLengths: ReadonlyMap<number, readonly number[]> = new Map([
  // kept with the first cell of those that share it
  [0x01, [5]],
  // a cell, in each of the ways that a value can be wanted of it; before 1997, and after
  ...[0x24, 0x44, 0x64].map((first): [number, number[]] => [first, [4, 5]]),
  // a cell so many rows and columns away
  ...[0x2c, 0x4c, 0x6c].map((first): [number, number[]] => [first, [4, 5]]),
  // a cell of another worksheet
  ...[0x3a, 0x5a, 0x7a].map((first): [number, number[]] => [first, [18, 7]]),
]);

/**
 * Makes a formula that does more than repeat a cell one of no length, in place.
 * @param at where its length stands, and behind it the formula
 */
export function tameFormula(record: DataView, at: number): void {
  const length = record.getUint16(at, true);
  const first = length > 0 && at + 2 < record.byteLength ? record.getUint8(at + 2) : 0;
  const isPlain = plainLengths.get(first)?.includes(length) === true && at + 2 + length <= record.byteLength;
  if (!isPlain) record.setUint16(at, 0, true);
}
