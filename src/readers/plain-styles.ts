/** The styles of a workbook as exceljs reads them right: its date formats, its literals, its sizes of fonts. */
import { elementPattern } from '../office/plain-xml.ts';
import { escapeXml } from '../office/xml.ts';
import { LONGEST_FORMAT } from './number-format.ts';

/** The namespace of a workbook's parts. */
export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** exceljs cuts font sizes to whole points, and 10.5 is common: the copy holds them in hundredths. */
export const SIZE_SCALE = 100;

/** Excel's Japanese built-in date formats, which exceljs does not know, by ones that it does: a date, a time. */
const japaneseFormats: ReadonlyMap<number, number> = new Map([
  ...[27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, number] => [
    id,
    14,
  ]),
  [32, 20],
  [33, 21],
]);

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
    .replace(
      /\snumFmtId=["'](\d+)["']/g,
      (_, id: string) => ` numFmtId="${japaneseFormats.get(Number(id)) ?? id}"`,
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
  return {
    xml: `<styleSheet ${MAIN}>${kept}<cellXfs>${known}</cellXfs></styleSheet>`,
    defaultStyle: formats.length,
  };
}

function literalsQuoted(code: string): string {
  return code.replace(/\\(&\w+;|&#\w+;|.)/gu, (_, character: string) =>
    character === '&quot;' ? '' : `${escapeXml('"')}${character}${escapeXml('"')}`,
  );
}
