/** What fontkit has and its published types leave out. */
import 'fontkit';

declare module 'fontkit' {
  /** It reads any bytes, in a browser too, not Node's only. */
  export function create(bytes: Uint8Array): Font | FontCollection;

  interface Font {
    readonly post: { readonly isFixedPitch: number };
    readonly head: { readonly macStyle: { readonly italic: boolean } };
  }

  interface Subset {
    readonly cff?: unknown;
    /** Takes a glyph's number and gives its number in the subset. */
    includeGlyph(glyph: number): number;
  }
}
