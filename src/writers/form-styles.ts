/** The styles of a form (`xl/styles.xml`), taken apart once, and variants of them as XML. */
import { splitFormat } from '../office/sections.ts';
import {
  added,
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  rootOf,
  serializeXml,
} from '../office/xml.ts';

/** The rule along one side of a cell. */
export interface Edge {
  /** How Excel names it: `thin`, `mediumDashed`. */
  readonly line: string;
  readonly color: Element | undefined;
}

/** The rules that a variant has instead of its style's. */
export interface Edges {
  readonly top?: Edge;
  readonly bottom?: Edge;
}

/** What a variant has instead of its style's. */
export interface Variant {
  /** Its rules. A side on which the style has no rule stays so. */
  readonly edges?: Edges;
  /** What the font's size is multiplied by. */
  readonly textScale?: number;
  /** True where the text stands at the top of its box. */
  readonly top?: boolean;
  /** True where the text takes as many lines as it needs. */
  readonly wrap?: boolean;
}

/** The lists of the part that variants add to: Excel calls what is in them by its number. */
export type List = 'fonts' | 'borders' | 'cellXfs';

/** A variant as XML: its border and font, where it may have others than its style, and the format that names both. */
export interface VariantXml {
  readonly border?: string;
  readonly font?: string;
  readonly format: (numbers: { readonly border?: number; readonly font?: number }) => string;
}

export interface FormStyles {
  /** True where the style shows a number as it is. */
  isGeneral(style: number): boolean;
  /** The style's rule on one side; undefined where it has none. */
  edge(style: number, side: keyof Edges): Edge | undefined;
  /** Undefined where the form has no such style. */
  variant(style: number, variant: Variant): VariantXml | undefined;
  /** The number of each text in a list. */
  readonly numbers: Readonly<Record<List, ReadonlyMap<string, number>>>;
  /** How many the form has of each. */
  readonly counts: Readonly<Record<List, number>>;
  /** The part's XML, with more at the ends of its lists. */
  xml(more: Readonly<Record<List, readonly string[]>>): string;
}

/**
 * Takes a styles part apart. What is asked for more than once is kept: every sheet of a form asks for the same.
 * @throws where the text is no XML
 */
export function formStyles(part: string): FormStyles {
  const root = rootOf(part);
  for (const format of descendantsOf(root, 'numFmt')) showTextsAsTheyAre(format);
  const text = serializeXml(root);
  const itemsOf = (list: List) => childrenOf(childOf(root, list));
  const [fonts, borders, formats] = [itemsOf('fonts'), itemsOf('borders'), itemsOf('cellXfs')];
  /** As it stands in the part, which declares the namespaces once at its top. */
  const textOf = (item: Element) =>
    [...root.attributes]
      .filter(({ name }) => name.startsWith('xmlns'))
      .reduce((xml, { name, value }) => xml.replaceAll(` ${name}="${value}"`, ''), serializeXml(item));
  const numbersOf = (items: readonly Element[]) =>
    new Map(items.map((item, i) => [textOf(item), i] as const).reverse());
  const copyOf = (items: readonly Element[], format: Element, attribute: string) =>
    items[Number(format.getAttribute(attribute) ?? 0)]?.cloneNode(true) as Element | undefined;

  const edgeOf = (style: number, side: keyof Edges): Edge | undefined => {
    const border = borders[Number(formats[style]?.getAttribute('borderId') ?? 0)];
    const element = childOf(border, side);
    const line = element?.getAttribute('style') ?? 'none';
    return line === 'none' ? undefined : { line, color: childOf(element, 'color') };
  };
  const variantOf = (style: number, { edges, textScale = 1, top, wrap }: Variant): VariantXml | undefined => {
    const format = formats[style]?.cloneNode(true) as Element | undefined;
    if (format === undefined) return undefined;
    const border = edges === undefined ? undefined : copyOf(borders, format, 'borderId');
    const font = textScale === 1 ? undefined : copyOf(fonts, format, 'fontId');
    if (border !== undefined && edges !== undefined) {
      setEdges(border, edges);
      format.setAttribute('borderId', '@border');
      format.setAttribute('applyBorder', '1');
    }
    if (font !== undefined) {
      scaleFont(font, textScale);
      format.setAttribute('fontId', '@font');
      format.setAttribute('applyFont', '1');
    }
    if (top === true) align(format, 'vertical', 'top');
    if (wrap === true) align(format, 'wrapText', '1').removeAttribute('shrinkToFit');
    const xml = textOf(format);
    return {
      ...(border === undefined ? {} : { border: textOf(border) }),
      ...(font === undefined ? {} : { font: textOf(font) }),
      format: (numbers) => xml.replace(/"@(border|font)"/g, (_, of: 'border' | 'font') => `"${numbers[of]}"`),
    };
  };

  const general = formats.map((format) => (format.getAttribute('numFmtId') ?? '0') === '0');
  const edges = new Map<string, Edge | undefined>();
  const variants = new Map<string, VariantXml | undefined>();
  const colors = new Map<Element, number>();
  const keyOf = (edge: Edge | undefined) => {
    if (edge?.color !== undefined && !colors.has(edge.color)) colors.set(edge.color, colors.size);
    return edge === undefined ? '' : `${edge.line} ${edge.color === undefined ? '' : colors.get(edge.color)}`;
  };
  return {
    isGeneral: (style) => general[style] === true,
    edge(style, side) {
      const key = `${style} ${side}`;
      if (!edges.has(key)) edges.set(key, edgeOf(style, side));
      return edges.get(key);
    },
    variant(style, variant) {
      const { edges, textScale, top, wrap } = variant;
      const key = [style, edges && `${keyOf(edges.top)}/${keyOf(edges.bottom)}`, textScale, top, wrap].join();
      if (!variants.has(key)) variants.set(key, variantOf(style, variant));
      return variants.get(key);
    },
    numbers: { fonts: numbersOf(fonts), borders: numbersOf(borders), cellXfs: numbersOf(formats) },
    counts: { fonts: fonts.length, borders: borders.length, cellXfs: formats.length },
    xml: (more) => (Object.keys(more) as List[]).reduce((xml, list) => extended(xml, list, more[list]), text),
  };
}

/** Takes the words out of what a format has for texts, as `"第"@`: they are in the texts of a form already, as those are read. */
function showTextsAsTheyAre(format: Element): void {
  const code = format.getAttribute('formatCode') ?? '';
  const section = splitFormat(code).at(-1) ?? '';
  const own = section.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|(\[[^\]]*\]|[_*].|@)|./gu, '$1');
  if (own.includes('@')) format.setAttribute('formatCode', code.slice(0, -section.length) + own);
}

/** Puts items at the end of a list, and counts them where the list does. */
function extended(xml: string, list: List, items: readonly string[]): string {
  if (items.length === 0) return xml;
  return xml
    .replace(
      new RegExp(`(<${list}\\b[^>]*?\\bcount=")(\\d+)`),
      (_, start: string, count: string) => start + (Number(count) + items.length),
    )
    .replace(`</${list}>`, () => `${items.join('')}</${list}>`);
}

function setEdges(border: Element, { top, bottom }: Edges): void {
  if (top !== undefined) setEdge(border, 'top', top);
  if (bottom !== undefined) setEdge(border, 'bottom', bottom);
}

/** A size that Excel's list of sizes can have, no larger than asked for, in points. */
export function fontSize(size: number): number {
  return Math.max(1, Math.floor(size * 2 + 1e-6) / 2);
}

function scaleFont(font: Element, scale: number): void {
  const size = childOf(font, 'sz');
  size?.setAttribute('val', String(fontSize(Number(size.getAttribute('val')) * scale)));
}

function align(format: Element, attribute: string, value: string): Element {
  const alignment = added(format, 'alignment', []);
  alignment.setAttribute(attribute, value);
  format.setAttribute('applyAlignment', '1');
  return alignment;
}

function setEdge(border: Element, side: keyof Edges, { line, color }: Edge): void {
  const element = childOf(border, side);
  if (element === undefined) return;
  element.setAttribute('style', line);
  while (element.firstChild) element.removeChild(element.firstChild);
  if (color !== undefined) element.appendChild(color.cloneNode(true));
}
