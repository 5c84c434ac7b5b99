import { expect, test } from 'vitest';
import { unprefixed } from '../../src/office/prefix.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

test.each(['x', 'my-ns', 'a.b', '表'])('the prefix %s goes from elements, and from them only', (prefix) => {
  for (const space of [MAIN, STRICT]) {
    const xml = `<?xml version="1.0"?>\n<!-- 控え --><${prefix}:row xmlns:xr="urn:r" xmlns:${prefix}="${space}" xr:${prefix}="1"><${prefix}:c t="${prefix}:v"/><xr:c/><axb:c/></${prefix}:row>`;
    expect(unprefixed(xml)).toBe(
      `<?xml version="1.0"?>\n<!-- 控え --><row xmlns:xr="urn:r" xmlns="${space}" xr:${prefix}="1"><c t="${prefix}:v"/><xr:c/><axb:c/></row>`,
    );
  }
});

test.each([
  `<row xmlns="${MAIN}" xmlns:x="${MAIN}"><x:c/></row>`,
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:sp/></xdr:wsDr>',
  '',
])('of other XML nothing is changed: %j', (xml) => {
  expect(unprefixed(xml)).toBe(xml);
});
