/** The cell styles of an output: the form's own, and variants of them that are numbered as they are asked for. */
import type { Edge, Edges, FormStyles, List, Variant, VariantXml } from './form-styles.ts';
import { declaration } from './workbook-parts.ts';

export type { Edge, Edges } from './form-styles.ts';

/** Styles go by their number, as the cells have it. */
export interface CellStyles {
  /** True where the style shows a number as it is. */
  isGeneral(style: number): boolean;
  /** The form's rule on one side of a style; undefined where it has none. */
  edge(style: number, side: keyof Edges): Edge | undefined;
  /** The number of a style that differs from one of the form's in these points only. */
  variant(style: number, variant: Variant): number;
  /** The variants asked for so far, as XML: where it is the same, so is the part. */
  added(): string;
  /** The part's XML, with them. */
  xml(): string;
}

/** The styles of one output. Equal variants, and those that equal a style of the form, are one. */
export function cellStyles(form: FormStyles): CellStyles {
  const more: Record<List, string[]> = { fonts: [], borders: [], cellXfs: [] };
  const added = new Map<string, number>();
  /** What was asked for before. */
  const numbered = new Map<VariantXml, number>();
  /** The style of the form behind each variant. */
  const origins = new Map<number, number>();
  const numberOf = (list: List, item: string): number => {
    const key = `${list} ${item}`;
    const known = form.numbers[list].get(item) ?? added.get(key);
    if (known !== undefined) return known;
    const number = form.counts[list] + more[list].push(item) - 1;
    added.set(key, number);
    return number;
  };
  return {
    isGeneral: (style) => form.isGeneral(origins.get(style) ?? style),
    edge: form.edge,
    variant(style, variant) {
      const made = form.variant(style, variant);
      if (made === undefined) return style;
      const known = numbered.get(made);
      if (known !== undefined) return known;
      const { border, font } = made;
      const number = numberOf(
        'cellXfs',
        made.format({
          ...(border === undefined ? {} : { border: numberOf('borders', border) }),
          ...(font === undefined ? {} : { font: numberOf('fonts', font) }),
        }),
      );
      if (number >= form.counts.cellXfs) origins.set(number, style);
      numbered.set(made, number);
      return number;
    },
    added: () =>
      Object.values(more)
        .map((items) => items.join(''))
        .join('\n'),
    xml: () => declaration + form.xml(more),
  };
}
