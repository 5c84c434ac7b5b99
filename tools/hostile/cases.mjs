/** Files that would fill the memory, take for ever or mislead a reader, made on the spot: none is stored. */
import { crc32 } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { archive, bomb } from './zip.mjs';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** The parts of a workbook with one worksheet; any of them may be given instead. */
function parts({ rows = cell, before = '', after = '', names = '', name = 'a', ...others } = {}) {
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

const sheet = (rows, before = '', after = '') =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const book = (changes) => archive(parts(changes));
const many = (count, of) => Array.from({ length: count }, (_, i) => of(i)).join('');
const strings = (inner) => ({ 'xl/sharedStrings.xml': `<sst xmlns="${main}">${inner}</sst>` });
const styles = (inner) => ({ 'xl/styles.xml': `<styleSheet xmlns="${main}">${inner}</styleSheet>` });
const laughs = `<!DOCTYPE a [<!ENTITY b "x">${many(9, (i) => `<!ENTITY c${i} "${i === 0 ? '&b;' : `&c${i - 1};`.repeat(10)}">`)}]>`;
const letters = (column) =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/**
 * The cases: a name, the codes one of which is told (`read` where it is read like any other), and how to make the file.
 * @param good a sheet without faults, as text and as a workbook
 */
export function cases(good) {
  const all = [...archives(good), ...xml(), ...worksheets(good), ...texts(good), ...others(good)];
  return all.map(([name, codes, make]) =>
    costly.has(name) ? [name, codes, make, 'costly'] : [name, codes, make],
  );
}

/** Those that take seconds even so; the unit tests leave them to `npm run hostile`. */
const costly = new Set([
  '15,000 zeros of formulas, one from the other',
  '450,000 numbers',
  '400,000 zeros of formulas',
  '400,000 cells in hidden rows',
  '450,000 blank cells in reach',
  'a million blank cells with a style',
  '20,000 words',
  '4 MB beside the rows',
  '15 MB of high bytes',
  '5,000 rows of noise',
  '5,000 rows of labels',
  '5,000 rows of four labels',
  '190 rows of 100 labels',
  'a sheet and 4,900 rows of labels',
  '80 sheets in a file',
  '.xls: 10,000 links on every cell',
  '.xls: 500,000 definitions of columns',
  '.xls: two million records',
  '.xls: 450,000 words in a cell',
]);

const KiB = 1024;
const MiB = 1024 * KiB;

function archives({ workbook }) {
  const swollen = (head, body, times, tail) => () =>
    archive(parts({ 'xl/sharedStrings.xml': bomb(head, body, times, tail) }));
  const lie = (size) => () => {
    const { data } = bomb('<sst>', '<si><t>x</t></si>'.repeat(6e4), 600, '</sst>');
    return archive(parts({ 'xl/sharedStrings.xml': { data, size } }));
  };
  const picture = bomb('', '\0'.repeat(MiB), 1500, '');
  const entries = (...extra) => archive([...parts(), ...extra]);
  return [
    ['600 kB that unpack to 630 MB', ['archive-unsafe'], swollen('<sst>', 'x'.repeat(MiB), 600, '</sst>')],
    ['300 MB of empty strings', ['archive-unsafe'], swollen('<sst>', '<si/>'.repeat(2e5), 300, '</sst>')],
    [
      '60 MB of empty strings, packed badly',
      ['input-too-large'],
      () => {
        const inner = '<si/>'.repeat(12 * MiB);
        return archive(parts({ 'xl/sharedStrings.xml': stored(`<sst xmlns="${main}">${inner}</sst>`) }));
      },
    ],
    ['a picture of 1.5 GB', ['form-unmatched'], () => entries(['xl/media/a.png', picture])],
    ['600 MB, declared as 1 kB', ['archive-unsafe'], lie(1000)],
    ['600 MB, declared as 30 MB', ['archive-unsafe'], lie(30 * MiB)],
    [
      'declared larger than it is',
      ['archive-unsafe'],
      () => entries(['a.xml', { ...stored('<a/>'), size: 99 }]),
    ],
    ['a wrong checksum', ['archive-damaged'], () => entries(['a.xml', { ...stored('<a/>'), crc: 1 }])],
    [
      '10,000 parts',
      ['archive-unsafe'],
      () => entries(...Array.from({ length: 1e4 }, (_, i) => [`a${i}`, ''])),
    ],
    ['an encrypted part', ['archive-unsafe'], () => entries(['a.xml', { ...stored('<a/>'), flags: 1 }])],
    ['an unknown packing', ['archive-unsafe'], () => entries(['a.xml', { ...stored('<a/>'), method: 12 }])],
    ['a part twice', ['archive-unsafe'], () => entries(['XL/workbook.xml', '<a/>'])],
    ['a part ../../a', ['archive-unsafe'], () => entries(['../../a.xml', '<a/>'])],
    ['a part ..\\a', ['archive-unsafe'], () => entries(['..\\a.xml', '<a/>'])],
    ['a part /etc/a', ['archive-unsafe'], () => entries(['/etc/a', 'x'])],
    ['a part C:\\a', ['archive-unsafe'], () => entries(['C:\\a', 'x'])],
    ['a part __proto__', ['form-unmatched'], () => entries(['__proto__', 'x'], ['constructor.xml', '<a/>'])],
    [
      'an office document of another kind',
      ['workbook-unreadable'],
      () => archive([['word/document.xml', '<a/>']]),
    ],
    ['an archive in an archive', ['workbook-unreadable'], () => archive([['a.xlsx', workbook]])],
    ...[0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999].map((share) => [
      `cut off after ${share * 100} %`,
      ['archive-damaged', 'format-unknown'],
      () => workbook.subarray(0, Math.max(3, Math.floor(workbook.length * share))),
    ]),
  ];
}

function xml() {
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

function worksheets() {
  const bad = (name, codes, changes) => [
    name,
    codes,
    () => book(typeof changes === 'function' ? changes() : changes),
  ];
  const far = (count) => many(count, (i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
  const grid = (rows, columns, of) =>
    many(rows, (r) => `<row r="${r + 1}">${many(columns, (c) => of(`${letters(c)}${r + 1}`))}</row>`);
  const merges = (count, of) =>
    `<mergeCells>${many(count, (i) => `<mergeCell ref="${of(i)}"/>`)}</mergeCells>`;
  const everywhere = 'A2:XFD1048576';
  const large = ['sheet-too-large'];
  return [
    bad('a dimension of a million rows', ['form-unmatched'], { before: '<dimension ref="A1:XFD1048576"/>' }),
    bad('a row 999999999', large, { rows: '<row r="999999999"><c r="A999999999"><v>1</v></c></row>' }),
    bad('a cell XFD1048576', large, { rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    bad('a cell ZZZ1', large, { rows: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }),
    bad('a cell XFD1', ['form-unmatched'], { rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }),
    bad('50,000 cells in column XFD', large, () => ({ rows: far(5e4) })),
    bad('200 cells in column XFD', ['form-unmatched'], () => ({ rows: far(200) })),
    bad('a merge of the whole sheet', ['form-unmatched'], { after: merges(1, () => everywhere) }),
    bad('a drop-down list on the whole sheet', ['form-unmatched'], {
      after: `<dataValidations><dataValidation type="list" sqref="${everywhere}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    }),
    bad('a name for the whole sheet', ['form-unmatched'], {
      names: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">a!$A$1:$XFD$1048576</definedName><definedName name="__proto__">a!$A$1:$XFD$1048576</definedName></definedNames>`,
    }),
    bad('60,000 merges', large, () => ({ after: merges(6e4, (i) => `A${i + 2}:B${i + 2}`) })),
    bad('10,000 merges on one another', ['form-unmatched'], () => ({ after: merges(1e4, () => 'A2:B9') })),
    bad('8,000 merges in a row', ['form-unmatched'], () => ({
      after: merges(8e3, (i) => `${letters(2 * i)}2:${letters(2 * i + 1)}11`),
    })),
    bad('a million blank cells with a style', ['form-unmatched', 'input-too-large'], () => ({
      rows: grid(5e4, 20, (at) => `<c r="${at}" s="0"/>`),
    })),
    bad('450,000 blank cells in reach', ['form-unmatched'], () => ({
      rows: grid(1800, 250, (at) => `<c r="${at}" s="0"/>`),
    })),
    bad('600,000 numbers', ['input-too-large', 'sheet-too-large'], () => ({
      rows: grid(6e3, 100, () => '<c><v>1</v></c>'),
    })),
    bad('450,000 numbers', large, () => ({ rows: grid(4500, 100, () => '<c><v>1</v></c>') })),
    bad('20,000 words', ['form-unmatched'], () => ({ rows: grid(1000, 20, () => '<c t="s"><v>0</v></c>') })),
    bad('15,000 zeros of formulas, one from the other', ['form-unmatched'], () => ({
      rows: grid(1000, 15, (at) => `<c r="${at}"><f>A${Number(at.replace(/\D+/, '')) + 1}</f><v>0</v></c>`),
    })),
    bad('400,000 zeros of formulas', large, () => ({
      rows: grid(4000, 100, (at) => `<c r="${at}"><f>CV4000</f><v>0</v></c>`),
    })),
    bad('400,000 cells in hidden rows', large, () => ({
      rows: many(
        80_000,
        (r) => `<row r="${r + 1}"${r % 2 === 0 ? ' hidden="1"' : ''}>${'<c><v>1</v></c>'.repeat(5)}</row>`,
      ),
    })),
    bad('a text of 1 MB in 10,000 cells', large, () => ({
      ...strings(`<si><t>${'あ'.repeat(MiB / 3)}</t></si>`),
      rows: grid(1000, 10, () => '<c t="s"><v>0</v></c>'),
    })),
    bad('a million column definitions', ['archive-unsafe'], () => ({
      before: `<cols>${'<col min="1" max="16384"/>'.repeat(1e6)}</cols>`,
    })),
    bad('a worksheet a thousand times', ['archive-unsafe'], () => ({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many(1000, (i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="r1"/>`)}</sheets></workbook>`,
      rows: grid(1000, 20, () => '<c><v>1</v></c>'),
    })),
    bad('10,000 worksheets listed', ['input-too-large'], () => ({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many(1e4, (i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="r1"/>`)}</sheets></workbook>`,
    })),
    bad('a sheet __proto__', ['form-unmatched'], {
      name: '__proto__',
      rows: '<row><c t="s"><v>__proto__</v></c></row>',
    }),
    [
      '500 worksheets',
      ['form-unmatched'],
      () => {
        const each = Array.from({ length: 500 }, (_, i) => i + 2);
        const extra = Object.fromEntries(each.map((i) => [`xl/worksheets/sheet${i}.xml`, sheet(cell)]));
        const all = Object.fromEntries(parts(extra));
        return archive(
          Object.entries({
            ...all,
            'xl/_rels/workbook.xml.rels': all['xl/_rels/workbook.xml.rels'].replace(
              '</Relationships>',
              `${many(500, (i) => `<Relationship Id="s${i}" Type="${office}/worksheet" Target="worksheets/sheet${i + 2}.xml"/>`)}</Relationships>`,
            ),
            'xl/workbook.xml': all['xl/workbook.xml'].replace(
              '</sheets>',
              `${many(500, (i) => `<sheet name="s${i}" sheetId="${i + 2}" r:id="s${i}"/>`)}</sheets>`,
            ),
          }),
        );
      },
    ],
  ];
}

function texts({ text }) {
  const lines = (count, line) => Buffer.from(many(count, line));
  const large = ['input-too-large'];
  const big = ['sheet-too-large'];
  const words = text.split(/[\t\n]+/).filter((word) => word !== '' && !word.includes('"'));
  return [
    ['200 MB of text', large, () => Buffer.alloc(200 * MiB, 'a\tb\n')],
    ['20 MB of text', large, () => Buffer.alloc(20 * MiB, 'a\tb\n')],
    ['15 MB without a line end', big, () => Buffer.alloc(15 * MiB, 'あ')],
    ['a line of a million fields', large, () => Buffer.alloc(MiB, '\t')],
    ['a line of 900,000 empty fields', ['form-unmatched'], () => Buffer.alloc(9e5, '\t')],
    ['900,000 empty lines', ['form-unmatched'], () => Buffer.alloc(9e5, '\n')],
    ['900,000 fields of one letter', big, () => Buffer.alloc(18e5, 'a\t')],
    ['15 MB of quotes', big, () => Buffer.alloc(15 * MiB, '"')],
    ['15 MB behind a quote', big, () => Buffer.concat([Buffer.from('"'), Buffer.alloc(15 * MiB, 'a')])],
    ['a quote at every field, none closed', big, () => Buffer.alloc(2 * MiB, '"a\t')],
    [
      '15 MB of high bytes',
      ['encoding-unknown', 'format-unknown', ...big],
      () => Buffer.alloc(15 * MiB, '\x81\xfe\xa4', 'latin1'),
    ],
    ['15 MB of noise', ['encoding-unknown', 'format-unknown', ...large, ...big], () => noise(15 * MiB)],
    [
      '15 MB of escapes',
      ['encoding-unknown', 'format-unknown', ...large, ...big],
      () => Buffer.alloc(15 * MiB, '\x1b$B!', 'latin1'),
    ],
    ['15 MB of tags', big, () => Buffer.alloc(15 * MiB, '<ul><li>')],
    ['5,000 rows of noise', ['form-unmatched'], () => lines(5000, (i) => `x${i}\ty\tz${i}\n`)],
    ['5,000 rows of labels', ['form-unmatched', 'read'], () => lines(5000, (i) => `${words[i % 20]}\t-\n`)],
    [
      'a sheet and 4,900 rows of labels',
      ['read'],
      () => Buffer.concat([Buffer.from(text), lines(4900, (i) => `${words[i % 20]}\t-\n`)]),
    ],
    [
      '5,000 rows of four labels',
      ['form-unmatched', 'read'],
      () => lines(5000, (i) => `${many(4, (c) => `${words[(i + c) % 20]}\t`)}\n`),
    ],
    [
      '190 rows of 100 labels',
      ['form-unmatched', 'read'],
      () => lines(190, () => `${many(100, (c) => `${words[c % 20]}\t`)}\n`),
    ],
    ['80 sheets in a file', ['read'], () => Buffer.from(`${text}\n`.repeat(80))],
    ['a row of 10,000 words', ['form-unmatched', ...big], () => lines(10000, (i) => `x${i}\t`)],
    [
      'a sheet and a cell of 32,000 letters',
      ['read'],
      () => Buffer.from(`${text}\n\t\t${'あ・ 1年度'.repeat(4000)}\n`),
    ],
    [
      'a sheet and a cell of 30,000 lines',
      ['read'],
      () => Buffer.from(`${text}\n\t\t"${'・\n'.repeat(15000)}"\n`),
    ],
    ['JSON nested 100,000 deep', large, () => Buffer.from('['.repeat(1e5) + ']'.repeat(1e5))],
    ['JSON objects nested 100,000 deep', large, () => Buffer.from('{"a":'.repeat(1e5))],
    ['JSON of a million values', large, () => Buffer.from(`[${'1,'.repeat(1e6)}1]`)],
    ['JSON of 199,000 sheets', large, () => Buffer.from(`[${'1,'.repeat(199e3)}1]`)],
    ['JSON of 2,000 sheets', ['model-invalid'], () => Buffer.from(`[${'1,'.repeat(1999)}1]`)],
    [
      'JSON of 199,000 faults',
      ['model-invalid'],
      () => Buffer.from(`{"form":"x","indicators":[${'1,'.repeat(199e3)}1]}`),
    ],
    [
      'JSON of 100,000 keys',
      ['key-unknown', 'form-unknown'],
      () => Buffer.from(`{"form":"x",${many(1e5, (i) => `"k${i}":1,`)}"z":1}`),
    ],
    [
      'JSON of 15 MB in one text',
      ['model-invalid', 'form-unknown'],
      () => Buffer.from(JSON.stringify({ form: 'x'.repeat(15e6) })),
    ],
    [
      'JSON with __proto__',
      ['model-invalid', 'form-unknown', 'key-unknown'],
      () => Buffer.from('{"__proto__":{"polluted":1},"form":"x","constructor":{"prototype":{"polluted":1}}}'),
    ],
    ['JSON cut off', ['json-invalid'], () => Buffer.from('{"form":"x","schedule":[{"ye')],
  ];
}

function others() {
  const ods = (content) =>
    archive([
      ['mimetype', stored('application/vnd.oasis.opendocument.spreadsheet')],
      [
        'content.xml',
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
      ],
      [
        'META-INF/manifest.xml',
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
      ],
    ]);
  const table = (rows) => `<table:table table:name="a">${rows}</table:table>`;
  const repeated = (rows, columns, text) =>
    table(
      `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="${columns}">${text}</table:table-cell></table:table-row>`,
    );
  const refused = [
    'sheet-too-large',
    'input-too-large',
    'archive-unsafe',
    'workbook-unreadable',
    'form-unmatched',
  ];
  const head = (text, length) => () => Buffer.concat([Buffer.from(text, 'latin1'), noise(length)]);
  return [
    [
      '.ods: a text repeated over the whole sheet',
      refused,
      () => ods(repeated(1048576, 16384, '<text:p>x</text:p>')),
    ],
    ['.ods: blanks repeated over the whole sheet', refused, () => ods(repeated(1048576, 16384, ''))],
    [
      '.ods: a text repeated in 4,000 × 1,000 cells',
      refused,
      () => ods(repeated(4000, 1000, '<text:p>x</text:p>')),
    ],
    [
      '.ods: rows repeated a million times, 1,000 times',
      refused,
      () =>
        ods(
          table(
            many(
              1000,
              () =>
                '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>',
            ),
          ),
        ),
    ],
    [
      '.ods: spaces repeated a billion times',
      refused,
      () =>
        ods(
          table(
            '<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="1000000000"/></text:p></table:table-cell></table:table-row>',
          ),
        ),
    ],
    [
      '.ods: a cell across everything',
      refused,
      () =>
        ods(
          table(
            `<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"><text:p>x</text:p></table:table-cell></table:table-row>`,
          ),
        ),
    ],
    [
      '.ods: spans and repeats that are no numbers',
      refused,
      () =>
        ods(
          table(
            `<table:table-row table:number-rows-repeated="-5"><table:table-cell table:number-columns-spanned="x" table:number-rows-spanned="-1" table:number-columns-repeated="1e99"><text:p>x</text:p></table:table-cell></table:table-row>`,
          ),
        ),
    ],
    [
      '.ods: 100,000 deep',
      ['archive-unsafe'],
      () => ods(table('<text:p>'.repeat(1e5) + '</text:p>'.repeat(1e5))),
    ],
    [
      '.ods: a billion laughs',
      ['archive-unsafe'],
      () =>
        archive([
          ['mimetype', stored('application/vnd.oasis.opendocument.spreadsheet')],
          ['content.xml', `${laughs}<a>&c8;</a>`],
        ]),
    ],
    [
      '.ods: 600 MB',
      ['archive-unsafe'],
      () =>
        archive([
          ['mimetype', stored('application/vnd.oasis.opendocument.spreadsheet')],
          ['content.xml', bomb('<a>', 'x'.repeat(MiB), 600, '</a>')],
        ]),
    ],
    ['.xlsb', ['workbook-unreadable'], () => archive([['xl/workbook.bin', 'x']])],
    ...oldBooks(),
    [
      '.xls: noise',
      ['workbook-unreadable', 'archive-damaged', 'format-unknown'],
      head('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 100_000),
    ],
    [
      'PDF: noise',
      ['pdf-unreadable', 'pdf-foreign', 'workbook-unreadable', 'format-unknown', 'model-missing'],
      head('%PDF-1.7\n', 100_000),
    ],
    ['PDF: 600 MB attached', ['archive-damaged'], () => pdf(bomb('{', ' '.repeat(MiB), 600, '}').data)],
    [
      'PDF: a million attached files',
      ['pdf-foreign'],
      () => Buffer.from(`%PDF-1.7\n${'/EmbeddedFile '.repeat(1e6)}`),
    ],
    ['PK and noise', ['archive-damaged'], head('PK\x03\x04', 100_000)],
    ['noise', ['format-unknown', 'encoding-unknown'], () => noise(100_000)],
    ['a PNG', ['format-unknown', 'encoding-unknown'], head('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 1000)],
    ['zero bytes', ['format-unknown', 'encoding-unknown'], () => Buffer.alloc(1000)],
  ];
}

/** Old workbooks: a worksheet with these records. */
function oldBooks() {
  const record = (type, ...parts) => {
    const content = Buffer.concat(
      parts.map((part) =>
        Array.isArray(part) ? Buffer.from(Uint16Array.from(part).buffer) : Buffer.from(part),
      ),
    );
    return Buffer.concat([Buffer.from(Uint16Array.from([type, content.length]).buffer), content]);
  };
  const beginning = (kind) => record(0x0809, [0x0600, kind, 0, 0, 0, 0, 0, 0]);
  const end = record(0x000a);
  const named = (at) => record(0x0085, [at, 0, 0], '\x01\0a');
  const bookOf = (times, ...records) => {
    const front = [beginning(5), named(0), ...(records[1] ?? []), end];
    const at = Buffer.concat(front).length;
    front[1] = named(at);
    const body = Array.from({ length: times }, () => records[0]).flat();
    const stream = Buffer.concat([...front, beginning(16), ...body, end]);
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/Workbook', stream);
    return CFB.write(container, { type: 'buffer' });
  };
  const word = record(0x0204, [0, 0, 0, 1], '\0a');
  const link = record(0x01b8, [0, 0xffff, 0, 0xffff], Buffer.alloc(40));
  const columns = record(0x007d, [0, 256, 0, 0, 0, 0]);
  const list = [0, 1, 2, 3].map((i) =>
    record(i === 0 ? 0x00fc : 0x003c, i === 0 ? [9, 0, 0xffff, 0xffff] : '', Buffer.alloc(8000)),
  );
  const continued = record(0x003c, 'x');
  return [
    ['.xls: 10,000 links on every cell', ['form-unmatched'], () => bookOf(1e4, [word, link])],
    ['.xls: 500,000 definitions of columns', ['form-unmatched'], () => bookOf(5e5, [columns])],
    [
      '.xls: two million records',
      ['input-too-large'],
      () => bookOf(2e6, [end.subarray(0, 0), record(0x001d)]),
    ],
    ['.xls: 450,000 words in a cell', ['form-unmatched'], () => bookOf(45e4, [word])],
    [
      '.xls: four billion texts promised',
      ['workbook-unreadable', 'form-unmatched'],
      () => bookOf(1, [word], list),
    ],
    [
      '.xls: a text in 100,000 pieces',
      ['input-too-large'],
      () => bookOf(1, [word], [list[0], ...Array.from({ length: 1e5 }, () => continued)]),
    ],
  ];
}

/** A document with an attached file of its own, packed already. */
function pdf(packed) {
  const content = Buffer.concat([Buffer.from('\x78\x9c', 'latin1'), packed, Buffer.alloc(4)]);
  const properties = `/Type /EmbeddedFile /Filter /FlateDecode /Length ${content.length}`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${properties} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

function stored(text) {
  const data = Buffer.from(text);
  return { data, size: data.length, crc: crc32(data), method: 0 };
}

/** Bytes without any order, the same on every run. */
function noise(length) {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[i] = state >>> 16;
  }
  return bytes;
}
