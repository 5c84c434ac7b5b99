export interface Raw {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc?: number;
  readonly method?: number;
  readonly flags?: number;
}
export function archive(entries: readonly (readonly [string, string | Uint8Array | Raw])[]): Uint8Array;
export function bomb(head: string, body: string, times: number, tail: string): Raw;
