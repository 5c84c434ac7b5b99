export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export function randomOf(seed: number): () => number;
export function mutant(
  files: readonly File[],
  seed: number,
): { readonly what: string; readonly bytes: Uint8Array };
