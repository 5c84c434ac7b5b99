/** ASCII, the characters of JIS X 0208 and half-width kana in ISO-2022-JP. */
export function jis(text: string): Uint8Array;
