/** XML that would grow, nest or go on without end. */
import { book, cell, laughs, MiB, main, sheet, strings, styles } from './parts.mjs';

export function xml() {
  const deep = '<a>'.repeat(1e5) + '</a>'.repeat(1e5);
  const bad = (name, codes, changes) => [
    name,
    codes,
    () => book(typeof changes === 'function' ? changes() : changes),
  ];
  const damaged = ['archive-damaged'];
  const unsafe = ['archive-unsafe'];
  return [
    bad('a billion laughs in strings', unsafe, {
      'xl/sharedStrings.xml': `${laughs}<sst><si><t>&c8;</t></si></sst>`,
    }),
    bad('a billion laughs in a sheet', unsafe, { 'xl/worksheets/sheet1.xml': laughs + sheet(cell) }),
    bad('a billion laughs in UTF-16', unsafe, {
      'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${laughs}${sheet(cell)}`, 'utf16le'),
    }),
    bad('an outer entity in styles', unsafe, {
      'xl/styles.xml': `<!DOCTYPE a SYSTEM "file:///etc/passwd"><styleSheet xmlns="${main}"/>`,
    }),
    bad('an entity in the relations', unsafe, { '_rels/.rels': `${laughs}<Relationships/>` }),
    bad('100,000 deep beside the rows', unsafe, { after: deep }),
    bad('100,000 deep in a row', unsafe, { rows: deep }),
    bad('100,000 deep in strings', unsafe, strings(`<si>${deep}</si>`)),
    bad('100,000 deep in the workbook', unsafe, { names: deep }),
    bad('5 MB of rows without end', unsafe, () => ({ rows: '<row>'.repeat(MiB) })),
    bad('5 MB of comments without end', damaged, () => ({ rows: '<!--'.repeat(MiB) })),
    bad('5 MB of strings by another name', ['form-unmatched'], () => strings('<si-x></si-x>'.repeat(4e5))),
    bad('5 MB of readings without text', ['form-unmatched'], () =>
      strings(`<si>${'<rPh/>'.repeat(8e5)}</si>`),
    ),
    bad('5 MB of values in a cell', ['form-unmatched'], () => ({
      rows: `<row><c>${'<v /><is />'.repeat(5e5)}</c></row>`,
    })),
    bad('5 MB of empty rows in a row', ['form-unmatched'], () => ({
      rows: `<row>${'<row/>'.repeat(8e5)}</row>`,
    })),
    bad('5 MB of blank style lists', ['form-unmatched', 'workbook-unreadable'], () =>
      styles('<cellXfs/><fonts/>'.repeat(3e5)),
    ),
    bad('5 MB of sheets of cells', ['form-unmatched', 'workbook-unreadable', 'archive-damaged'], () => ({
      after: '<sheetData></sheetData>'.repeat(2e5),
    })),
    bad('20 MB in an attribute', unsafe, () => ({
      rows: `<row a="${'>'.repeat(20 * MiB)}"/>${cell}`,
    })),
    bad('20 MB beside the rows', unsafe, () => ({ after: '<a b="c"/>'.repeat(2 * MiB) })),
    bad('4 MB beside the rows', ['form-unmatched'], () => ({ after: '<a b="c"/>'.repeat(39e4) })),
    bad('20 MB of rules for colours', ['form-unmatched'], () => ({
      after: '<conditionalFormatting sqref="A1"/>'.repeat(6e5),
    })),
    bad('a number format of 1 MB', ['form-unmatched'], () => ({
      ...styles(
        `<numFmts><numFmt numFmtId="200" formatCode="${'#,[$-'.repeat(2e5)}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`,
      ),
      rows: `<row>${'<c s="1"><v>1</v></c>'.repeat(90)}</row>`,
    })),
    bad('60,000 styles', ['form-unmatched'], () =>
      styles(`<cellXfs>${'<xf numFmtId="0" fontId="0"/>'.repeat(6e4)}</cellXfs>`),
    ),
  ];
}
