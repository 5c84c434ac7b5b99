/** The styles of a workbook's cells, read from its XML: under which format numbers are shown, and what cells look like. */
import { attributeNamed, elementPattern, isTrue, unescaped } from '../office/plain-xml.ts';
import { formatOf } from './built-in-formats.ts';
import type { ExcelColor } from './colors.ts';
import { LONGEST_FORMAT } from './number-format.ts';
import { isStruck } from './strings.ts';

export interface Font {
  readonly name?: string;
  readonly size?: number;
  readonly bold: boolean;
  /** 1 for fonts with serifs. */
  readonly family?: number;
  readonly color?: ExcelColor;
}

export interface Line {
  readonly style?: string;
  readonly color?: ExcelColor;
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** By Excel's own words. */
export interface Alignment {
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  /** Degrees: 0 to 90 upwards, 91 to 180 downwards from 90; 255 for letters one below the other. */
  readonly rotation: number;
}

export interface CellStyle {
  readonly font?: Font;
  /** The colour of a cell that is filled with one. */
  readonly fill?: ExcelColor;
  readonly border: { readonly [side in Side]?: Line };
  readonly alignment?: Alignment;
}

/** The styles of cells, by their numbers. */
export interface Styles {
  /** The number format, or only its number where nobody says what that stands for. */
  readonly formatOf: (style: number) => string | number;
  /** The font that widths are measured by. */
  readonly normal: () => Font | undefined;
  /** Whether it strikes text through. */
  readonly isStruck: (style: number) => boolean;
  /** What it looks like; undefined where the workbook has no such style. */
  readonly at: (style: number) => CellStyle | undefined;
}

/** Reads the styles of a workbook. What cells look like is worked out when it is first asked for. */
export function stylesIn(xml: string): Styles {
  // what is damaged is to be told now
  unescaped(xml);
  const list = elementsOf(xml, 'cellXfs', 'xf');
  const cells = list.length > 0 ? list : [{ attributes: ' fontId="0"', inside: '' }];
  const formats = cells.map(({ attributes }) => Number(numFmtIdOf(attributes) ?? 0));
  const own = new Map(elementsOf(xml, 'numFmts', 'numFmt').flatMap(({ attributes }) => formatIn(attributes)));
  let known: readonly CellStyle[] | undefined;
  const struckFonts = xml.includes('<strike')
    ? elementsOf(xml, 'fonts', 'font').map(({ inside }) => isStruck(inside))
    : [];
  const struck = cells.map(
    ({ attributes }) => struckFonts[Number(fontIdOf(attributes) ?? Number.NaN)] ?? false,
  );
  return {
    isStruck: (style) => struck[style] ?? false,
    formatOf: (style) => {
      const id = formats[style] ?? 0;
      return formatOf(id, own.get(id)) ?? id;
    },
    normal: () =>
      elementsOf(xml, 'fonts', 'font')
        .slice(0, 1)
        .map(({ inside }) => fontIn(inside))[0],
    at: (style) => {
      known ??= looksIn(xml, cells);
      return known[style];
    },
  };
}

interface Found {
  readonly attributes: string;
  readonly inside: string;
}

/** The elements of a name in the list that holds them. */
function elementsOf(xml: string, list: string, name: string): Found[] {
  const [, , inside = ''] = elementPattern(list).exec(xml) ?? [];
  return [...inside.matchAll(elementPattern(name, 'g'))].map(([, attributes = '', inside = '']) => ({
    attributes,
    inside,
  }));
}

/** The number of a format, and the format; a longer one than Excel knows is none. */
function formatIn(attributes: string): [number, string][] {
  const code = formatCodeOf(attributes) ?? '';
  return code.length > LONGEST_FORMAT ? [] : [[Number(numFmtIdOf(attributes) ?? 0), code]];
}

function looksIn(xml: string, cells: readonly Found[]): CellStyle[] {
  const fonts = elementsOf(xml, 'fonts', 'font').map(({ inside }) => fontIn(inside));
  const fills = elementsOf(xml, 'fills', 'fill').map(({ inside }) => fillIn(inside));
  const borders = elementsOf(xml, 'borders', 'border').map(({ inside }) => borderIn(inside));
  return cells.map(({ attributes, inside }) => {
    const at = <T>(all: readonly T[], number: string | undefined) => all[Number(number ?? Number.NaN)];
    const font = at(fonts, fontIdOf(attributes));
    const fill = at(fills, fillIdOf(attributes));
    const alignment = alignmentPattern.exec(inside)?.[1];
    return {
      border: at(borders, borderIdOf(attributes)) ?? {},
      ...(font === undefined ? {} : { font }),
      ...(fill === undefined ? {} : { fill }),
      ...(alignment === undefined ? {} : { alignment: alignmentIn(alignment) }),
    };
  });
}

function fontIn(xml: string): Font {
  const value = (pattern: RegExp) => valOf(pattern.exec(xml)?.[1] ?? '');
  const [name, size, family] = [value(namePattern), Number(value(sizePattern)), Number(value(familyPattern))];
  const bold = boldPattern.exec(xml);
  const color = colorIn(colorPattern.exec(xml)?.[1]);
  return {
    bold: bold !== null && isTrue(valOf(bold[1] ?? '') ?? '1'),
    ...(name === undefined || name === '' ? {} : { name }),
    // to a hundredth of a point: a half is common
    ...(size > 0 ? { size: Math.round(size * 100) / 100 } : {}),
    ...(Number.isNaN(family) ? {} : { family }),
    ...(color === undefined ? {} : { color }),
  };
}

function fillIn(xml: string): ExcelColor | undefined {
  const [, attributes = '', inside = ''] = patternFill.exec(xml) ?? [];
  return patternTypeOf(attributes) === 'solid' ? colorIn(foreground.exec(inside)?.[1]) : undefined;
}

function borderIn(xml: string): CellStyle['border'] {
  const border: { [side in Side]?: Line } = {};
  for (const side of SIDES) {
    const [found, attributes = '', inside = ''] = sidePatterns[side].exec(xml) ?? [];
    if (found === undefined) continue;
    const [style, color] = [lineStyleOf(attributes), colorIn(colorPattern.exec(inside)?.[1])];
    border[side] = { ...(style === undefined ? {} : { style }), ...(color === undefined ? {} : { color }) };
  }
  return border;
}

function alignmentIn(attributes: string): Alignment {
  const [horizontal, vertical] = [horizontalOf(attributes), verticalOf(attributes)];
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    wrap: isTrue(wrapTextOf(attributes)),
    shrink: isTrue(shrinkToFitOf(attributes)),
    indent: Number.parseInt(indentOf(attributes) ?? '0', 10) || 0,
    rotation: Number.parseInt(textRotationOf(attributes) ?? '0', 10) || 0,
  };
}

function colorIn(attributes: string | undefined): ExcelColor | undefined {
  if (attributes === undefined) return undefined;
  const [argb, theme, tint, indexed] = [rgbOf, themeOf, tintOf, indexedOf].map((of) => of(attributes));
  if (argb) return { argb };
  if (theme) return { theme: Number.parseInt(theme, 10), ...(tint ? { tint: Number.parseFloat(tint) } : {}) };
  return indexed ? { indexed: Number.parseInt(indexed, 10) } : undefined;
}

const namePattern = elementPattern('name');
const sizePattern = elementPattern('sz');
const familyPattern = elementPattern('family');
const boldPattern = elementPattern('b');
const alignmentPattern = elementPattern('alignment');
const patternFill = elementPattern('patternFill');
const foreground = elementPattern('fgColor');
const colorPattern = elementPattern('color');
const sidePatterns = {
  top: elementPattern('top'),
  right: elementPattern('right'),
  bottom: elementPattern('bottom'),
  left: elementPattern('left'),
};

const numFmtIdOf = attributeNamed('numFmtId');
const formatCodeOf = attributeNamed('formatCode');
const fontIdOf = attributeNamed('fontId');
const fillIdOf = attributeNamed('fillId');
const borderIdOf = attributeNamed('borderId');
const valOf = attributeNamed('val');
const patternTypeOf = attributeNamed('patternType');
const lineStyleOf = attributeNamed('style');
const horizontalOf = attributeNamed('horizontal');
const verticalOf = attributeNamed('vertical');
const wrapTextOf = attributeNamed('wrapText');
const shrinkToFitOf = attributeNamed('shrinkToFit');
const indentOf = attributeNamed('indent');
const textRotationOf = attributeNamed('textRotation');
const rgbOf = attributeNamed('rgb');
const themeOf = attributeNamed('theme');
const tintOf = attributeNamed('tint');
const indexedOf = attributeNamed('indexed');
