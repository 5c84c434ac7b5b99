/** The cell styles of an output: the form's own (`xl/styles.xml`), and variants of them with other rules. */
import { added, childOf, childrenOf, type Element, rootOf, serializeXml } from '../office/xml.ts';

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
}

/** Styles go by their number, as the cells have it. */
export interface CellStyles {
  /** True where the style shows a number as it is. */
  isGeneral(style: number): boolean;
  /** The style's rule on one side; undefined where it has none. */
  edge(style: number, side: keyof Edges): Edge | undefined;
  /** The number of a style that differs in these points only. */
  variant(style: number, variant: Variant): number;
  /** The part's XML, with the variants asked for so far. */
  xml(): string;
}

/**
 * Opens a styles part to take variants of its styles. Variants are numbered in the order they are asked for;
 * equal ones, and those that equal a style already there, are one.
 * @throws where the text is no XML
 */
export function cellStyles(xml: string): CellStyles {
  const root = rootOf(xml);
  const borders = numbered(childOf(root, 'borders'));
  const fonts = numbered(childOf(root, 'fonts'));
  const formats = numbered(childOf(root, 'cellXfs'));
  const borderOf = (format: Element | undefined) => borders.at(Number(format?.getAttribute('borderId') ?? 0));
  return {
    isGeneral(style) {
      const format = formats.at(style);
      return format !== undefined && (format.getAttribute('numFmtId') ?? '0') === '0';
    },
    edge(style, side) {
      const element = childOf(borderOf(formats.at(style)), side);
      const line = element?.getAttribute('style') ?? 'none';
      return line === 'none' ? undefined : { line, color: childOf(element, 'color') };
    },
    variant(style, { edges, textScale, top }) {
      const format = formats.at(style)?.cloneNode(true) as Element | undefined;
      if (format === undefined) return style;
      const take = (list: ReturnType<typeof numbered>, kind: string, change: (item: Element) => void) => {
        const item = list.at(Number(format.getAttribute(`${kind.toLowerCase()}Id`) ?? 0))?.cloneNode(true);
        if (item === undefined) return;
        change(item as Element);
        format.setAttribute(`${kind.toLowerCase()}Id`, String(list.add(item as Element)));
        format.setAttribute(`apply${kind}`, '1');
      };
      if (edges !== undefined) take(borders, 'Border', (border) => setEdges(border, edges));
      if (textScale !== undefined && textScale !== 1)
        take(fonts, 'Font', (font) => scaleFont(font, textScale));
      if (top === true) alignTop(format);
      return formats.add(format);
    },
    xml: () => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${serializeXml(root)}`,
  };
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

function alignTop(format: Element): void {
  added(format, 'alignment', []).setAttribute('vertical', 'top');
  format.setAttribute('applyAlignment', '1');
}

function setEdge(border: Element, side: keyof Edges, { line, color }: Edge): void {
  const element = childOf(border, side);
  if (element === undefined) return;
  element.setAttribute('style', line);
  while (element.firstChild) element.removeChild(element.firstChild);
  if (color !== undefined) element.appendChild(color.cloneNode(true));
}

/** The elements of a list, which Excel calls by their number in it. */
function numbered(list: Element | undefined) {
  const items = childrenOf(list);
  const numbers = new Map<string, number>();
  items.forEach((item, i) => {
    const text = serializeXml(item);
    if (!numbers.has(text)) numbers.set(text, i);
  });
  return {
    at: (number: number): Element | undefined => items[number],
    /** The number of an equal element; where there is none, this one is put at the end. */
    add(item: Element): number {
      const text = serializeXml(item);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, items.length);
      list?.appendChild(item);
      if (list?.hasAttribute('count')) list.setAttribute('count', String(items.length + 1));
      return items.push(item) - 1;
    },
  };
}
