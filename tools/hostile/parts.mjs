/** What hostile files are made of: the parts of a workbook, bytes without order. */
import { crc32 } from 'node:zlib';
import { archive } from './zip.mjs';

export const KiB = 1024;
export const MiB = 1024 * KiB;

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

export const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** The parts of a workbook with one worksheet; any of them may be given instead. */
export function parts({ rows = cell, before = '', after = '', names = '', name = 'a', ...others } = {}) {
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return Object.entries({
    '[Content_Types].xml': `<Types xmlns="${types}"/>`,
    '_rels/.rels': `<Relationships xmlns="${relations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets>${names}</workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>x</t></si></sst>`,
    'xl/worksheets/sheet1.xml': sheet(rows, before, after),
    ...others,
    // packed badly, so that it is not refused for how well it packs
  }).map(([name, content]) => [
    name,
    content.length > 1e6 && content.data === undefined ? stored(content) : content,
  ]);
}

export const sheet = (rows, before = '', after = '') =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
export const book = (changes) => archive(parts(changes));
export const many = (count, of) => Array.from({ length: count }, (_, i) => of(i)).join('');
export const strings = (inner) => ({ 'xl/sharedStrings.xml': `<sst xmlns="${main}">${inner}</sst>` });
export const styles = (inner) => ({ 'xl/styles.xml': `<styleSheet xmlns="${main}">${inner}</styleSheet>` });
export const laughs = `<!DOCTYPE a [<!ENTITY b "x">${many(9, (i) => `<!ENTITY c${i} "${i === 0 ? '&b;' : `&c${i - 1};`.repeat(10)}">`)}]>`;
export const letters = (column) =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export function stored(text) {
  const data = Buffer.from(text);
  return { data, size: data.length, crc: crc32(data), method: 0 };
}

/** Bytes without any order, the same on every run. */
export function noise(length) {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[i] = state >>> 16;
  }
  return bytes;
}
