/** What pdfkit 0.20.2 has and its published types leave out. The underscored names are not documented: pinned. */
declare namespace PDFKit {
  interface EmbeddedFont {
    /** The name under which a page's resources know it. */
    readonly id: string;
    /** The code points of each glyph of the subset. */
    readonly unicode: number[][];
    /** The characters as hexadecimal glyph numbers of the subset. */
    encode(text: string, features?: readonly string[]): [glyphs: string[], positions: unknown];
    ref(): unknown;
  }

  interface PDFKitReference {
    end(chunk?: Uint8Array): void;
  }

  interface PDFPage {
    readonly fonts: { [id: string]: unknown };
  }

  interface PDFDocument {
    readonly _font: EmbeddedFont;
    /** The catalog. */
    readonly _root: PDFKitReference;
    /** The document's identifier. */
    _id: Uint8Array;
    _addInfo(): void;
  }

  namespace Mixins {
    interface PDFFont {
      /** Any object that lays text out as a fontkit font does. */
      font(font: { layout(text: string, features?: readonly string[]): unknown }): this;
    }
  }
}
