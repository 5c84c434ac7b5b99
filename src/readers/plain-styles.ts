/** The styles of a workbook as exceljs reads them right: its date formats, its literals, its sizes of fonts. */
import { elementPattern } from '../office/plain-xml.ts';
import { escapeXml } from '../office/xml.ts';
import { LONGEST_FORMAT } from './number-format.ts';

/** The namespace of a workbook's parts. */
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** exceljs cuts font sizes to whole points, and 10.5 is common: the copy holds them in hundredths. */
export const SIZE_SCALE = 100;

/** The date formats that Excel has in Japanese, by the numbers that a workbook calls them by. */
const japaneseFormats: readonly (readonly [format: string, ...ids: number[]])[] = [
  ['ge.m.d', 27, 36, 50, 57],
  ['ggge"年"m"月"d"日"', 28, 29, 51, 54, 58],
  ['m/d/yy', 30],
  ['yyyy"年"m"月"d"日"', 31],
  ['h"時"mm"分"', 32],
  ['h"時"mm"分"ss"秒"', 33],
  ['yyyy"年"m"月"', 34, 52, 55],
  ['m"月"d"日"', 35, 53, 56],
];

/** The format that a workbook means by a number, where it is one of those. */
export const japaneseFormat: ReadonlyMap<number, string> = new Map(
  japaneseFormats.flatMap(([format, ...ids]) => ids.map((id): [number, string] => [id, format])),
);

/** exceljs knows no such number: it is told them as formats of the workbook's own, of numbers that no workbook has. */
const OWN = 10_000;

/** What exceljs stumbles over where it is missing. */
const emptyStyles = {
  numFmts: '',
  fonts: '<fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  fills: '<fills><fill/></fills>',
  borders: '<borders><border/></borders>',
};

/** exceljs has no style for the number 0, so the default style is given a second number, the last. */
export function plainStyles(xml: string): { readonly xml: string; readonly defaultStyle: number } {
  const [, , cells = ''] = elementPattern('cellXfs').exec(xml) ?? [];
  const formats = cells.match(elementPattern('xf', 'g')) ?? ['<xf numFmtId="0" fontId="0"/>'];
  const known = [...formats, formats[0]]
    .join('')
    .replace(/\snumFmtId=["'](\d+)["']/g, (whole, id: string) =>
      japaneseFormat.has(Number(id)) ? ` numFmtId="${OWN + Number(id)}"` : whole,
    );
  const shared = Object.entries(emptyStyles).map(
    ([name, otherwise]) => elementPattern(name).exec(xml)?.[0] ?? otherwise,
  );
  // exceljs drops the backslash before a literal character but keeps quotes
  const kept = shared
    .join('')
    .replace(/\sformatCode="([^"]*)"/g, (_, code: string) => {
      const known = code.length > LONGEST_FORMAT ? 'General' : literalsQuoted(code);
      return ` formatCode="${known}"`;
    })
    .replace(
      /<sz val="([\d.]+)"/g,
      (_, size: string) => `<sz val="${Math.round(Number(size) * SIZE_SCALE)}"`,
    );
  const added = [...japaneseFormat].map(
    ([id, code]) => `<numFmt numFmtId="${OWN + id}" formatCode="${escapeXml(code)}"/>`,
  );
  const formatsKept = elementPattern('numFmts').exec(kept)?.[2] ?? '';
  return {
    xml: `<styleSheet ${MAIN}><numFmts>${formatsKept}${added.join('')}</numFmts>${kept.replace(elementPattern('numFmts'), '')}<cellXfs>${known}</cellXfs></styleSheet>`,
    defaultStyle: formats.length,
  };
}

function literalsQuoted(code: string): string {
  return code.replace(/\\(&\w+;|&#\w+;|.)/gu, (_, character: string) =>
    character === '&quot;' ? '' : `${escapeXml('"')}${character}${escapeXml('"')}`,
  );
}
