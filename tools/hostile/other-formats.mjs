/** OpenDocument, PDF, and bytes of no format. */
import { laughs, MiB, many, noise, stored } from './parts.mjs';
import { archive, bomb } from './zip.mjs';

export function otherFormats() {
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
