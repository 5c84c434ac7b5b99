/** The sizes that a worksheet's XML gives its columns, rows and paper, in points. */
import type { Paper } from '../look.ts';
import { isTrue } from '../office/plain-xml.ts';
import { type Range, rangeIn, referencesIn } from '../office/range.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, type Element, textIn } from '../office/tree.ts';
import type { Book, BookSheet } from './book.ts';
import type { Font } from './styles.ts';

/** What Excel measures widths and heights with: the font of the workbook's normal style. */
export interface NormalFont {
  /** The widest digit, in pixels of a 96 dpi screen. */
  readonly digit: number;
  /** The height of a row that says nothing about it, in points. */
  readonly rowHeight: number;
}

/** The widest digit and the row height at 11 points, as Excel has them on Windows. */
const fonts: readonly { readonly name: RegExp; readonly digit: number; readonly rowHeight: number }[] = [
  { name: /^(MS|ＭＳ) ?P?Ｐ?(Gothic|ゴシック|Mincho|明朝)$/i, digit: 8, rowHeight: 13.5 },
  { name: /^(Yu Gothic|游ゴシック)/i, digit: 8, rowHeight: 18.75 },
  { name: /^BIZ UD/i, digit: 8, rowHeight: 15 },
  { name: /^(Meiryo|メイリオ)/i, digit: 9, rowHeight: 18.75 },
];
const calibri = { digit: 7, rowHeight: 15 };

/** What a workbook's normal font measures; Calibri 11 where the workbook does not say. */
export function normalFontOf(font: Font | undefined): NormalFont {
  const name = (font?.name ?? '').replace(/\u3000/g, ' ');
  const size = font?.size ?? 11;
  const known = fonts.find((candidate) => candidate.name.test(name)) ?? calibri;
  return {
    digit: Math.max(1, Math.round((known.digit * size) / 11)),
    rowHeight: (known.rowHeight * size) / 11,
  };
}

/** The width of each of the first `count` columns; 0 for hidden ones. */
export function columnWidths(frame: Element, count: number, { digit }: NormalFont): number[] {
  const points = (characters: number) =>
    Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit) * 0.75;
  const format = childOf(frame, 'sheetFormatPr');
  const given = Number(attributeOf(format, 'defaultColWidth') ?? 0);
  const base = Number(attributeOf(format, 'baseColWidth') ?? 8);
  // Excel adds 5 pixels for padding and the grid line, then rounds up to a multiple of 8
  const usual = given > 0 ? points(given) : Math.ceil((base * digit + 5) / 8) * 8 * 0.75;
  const widths = new Array<number>(count).fill(usual);
  for (const column of descendantsOf(frame, 'col')) {
    const width = isOn(column, 'hidden') ? 0 : Number(attributeOf(column, 'width') ?? -1);
    const last = Math.min(count, Number(attributeOf(column, 'max') ?? 0));
    widths.fill(
      width < 0 ? usual : points(width),
      Math.max(1, Number(attributeOf(column, 'min') ?? 0)) - 1,
      last,
    );
  }
  return widths;
}

/**
 * The height of each of the first `count` rows; 0 for hidden ones.
 * @param own what a zero-based row says of itself, in points; undefined where it says nothing
 */
export function rowHeights(
  frame: Element,
  count: number,
  font: NormalFont,
  own: (row: number) => { readonly height: number | undefined; readonly hidden: boolean } | undefined,
): number[] {
  const format = childOf(frame, 'sheetFormatPr');
  const given = Number(attributeOf(format, 'defaultRowHeight') ?? 0);
  const usual = isOn(format, 'zeroHeight') ? 0 : given > 0 ? given : font.rowHeight;
  return Array.from({ length: count }, (_, row) => {
    const said = own(row);
    return said?.hidden ? 0 : (said?.height ?? usual);
  });
}

/** Width and height by Excel's number of the paper, in millimetres; A4 where the sheet leaves it to the printer. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  1: [215.9, 279.4],
  5: [215.9, 355.6],
  8: [297, 420],
  9: [210, 297],
  11: [148, 210],
  12: [257, 364],
  13: [182, 257],
};
const a4: readonly [number, number] = [210, 297];

/** The paper of a worksheet; `extent` is the range that has something to print, worked out where the sheet does not say. */
export function paperOf(sheet: BookSheet, book: Book, extent: () => Range): Paper {
  const setup = childOf(sheet.frame, 'pageSetup');
  const [short, long] = papers[attributeOf(setup, 'paperSize') ?? ''] ?? a4;
  const landscape = attributeOf(setup, 'orientation') === 'landscape';
  const margins = childOf(sheet.frame, 'pageMargins');
  const margin = (name: string, otherwise: number) => Number(attributeOf(margins, name) ?? otherwise) * 72;
  const headings = childOf(sheet.frame, 'headerFooter');
  const said = (name: string) => textIn(childOf(headings, name));
  const header = said('oddHeader');
  const footer = said('oddFooter');
  const breaks = childrenOf(childOf(sheet.frame, 'rowBreaks'), 'brk').filter((brk) => isOn(brk, 'man'));
  const fits = childrenOf(childOf(sheet.frame, 'sheetPr'), 'pageSetUpPr').some((el) => isOn(el, 'fitToPage'));
  const tall = Number(attributeOf(setup, 'fitToHeight') ?? 1);
  return {
    width: millimetres(landscape ? long : short),
    height: millimetres(landscape ? short : long),
    margin: {
      top: margin('top', 0.75),
      right: margin('right', 0.7),
      bottom: margin('bottom', 0.75),
      left: margin('left', 0.7),
      header: margin('header', 0.3),
      footer: margin('footer', 0.3),
    },
    ...(header === '' ? {} : { header }),
    ...(footer === '' ? {} : { footer }),
    centered: isOn(childOf(sheet.frame, 'printOptions'), 'horizontalCentered'),
    area: printedArea(sheet, book, extent),
    // a break stands below the row of its number
    ...(breaks.length === 0 ? {} : { breaks: breaks.map((brk) => Number(attributeOf(brk, 'id') ?? 0)) }),
    ...(!fits
      ? { scale: Number(attributeOf(setup, 'scale') ?? 100) / 100 }
      : tall > 0
        ? { pages: tall }
        : {}),
  };
}

/** A printed area may reach past the last cell, but not to the end of the world as a whole column does. */
const mostBlank = 1_000;

function printedArea(sheet: BookSheet, book: Book, extent: () => Range): Range {
  const given = book.names.find(({ name, sheet: of }) => name === '_xlnm.Print_Area' && of === sheet.index);
  const [first] = given === undefined ? [] : referencesIn(given.refersTo);
  const range = first === undefined ? undefined : rangeIn(first.reference);
  if (range === undefined) return extent();
  if (range.bottom <= mostBlank && range.right <= mostBlank) return range;
  const filled = extent();
  const [bottom, right] = [
    range.bottom > filled.bottom + mostBlank ? filled.bottom : range.bottom,
    range.right > filled.right + mostBlank ? filled.right : range.right,
  ];
  return range.top > bottom || range.left > right
    ? filled
    : { top: range.top, left: range.left, bottom, right };
}

function millimetres(length: number): number {
  return (length * 72) / 25.4;
}

function isOn(element: Element | undefined, name: string): boolean {
  return isTrue(attributeOf(element, name));
}
