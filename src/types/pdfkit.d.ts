/** What pdfkit 0.20.2 has and its published types leave out. The underscored names are not documented: pinned. */
declare namespace PDFKit {
  interface EmbeddedFont {
    /** The name under which a page's resources know it. */
    readonly id: string;
    /** Their widths, in thousandths of the font size. */
    readonly widths: number[];
    /** What its own units are multiplied by for that. */
    readonly scale: number;
    readonly subset: { includeGlyph(id: number): number };
    ref(): unknown;
    /** Writes the map from glyphs to characters. */
    toUnicodeCmap(): PDFKitReference;
  }

  interface PDFKitReference {
    readonly id: number;
    /** Of a stream that is not yet written; empty for any other object. */
    buffer: readonly Uint8Array[];
    compress: boolean;
    end(chunk?: Uint8Array | string): void;
    finalize(): void;
  }

  interface Catalog extends PDFKitReference {
    data: PDFKitReference['data'] & {
      /** The tree of pages. */
      readonly Pages: PDFKitReference;
    };
  }

  interface PDFDocument {
    readonly _font: EmbeddedFont;
    readonly _root: Catalog;
    /** The document's identifier. */
    _id: Uint8Array;
    _addInfo(): void;
    readonly _info: PDFKitReference;
    /** So many bytes are written. */
    readonly _offset: number;
    /** Where each object begins, by its number less one. */
    readonly _offsets: readonly (number | null | undefined)[];
    _ended: boolean;
    _write(data: string | Uint8Array): void;
    _refEnd(reference: PDFKitReference): void;
    _finalize(): void;
    push(chunk: Uint8Array | null): void;
  }

  namespace Mixins {
    interface PDFFont {
      /** Any object that lays text out as a fontkit font does. */
      font(font: { layout(text: string, features?: readonly string[]): unknown }): this;
    }
  }
}
