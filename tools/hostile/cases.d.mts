/** A name, the codes one of which is told of the file (or `read`), the file, and whether it takes a while. */
export type Case = readonly [
  name: string,
  codes: readonly string[],
  make: () => Uint8Array,
  costly?: 'costly',
];
export function cases(good: { readonly text: string; readonly workbook: Uint8Array }): readonly Case[];
