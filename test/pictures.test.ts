/**
 * A few pages as a reader sees them, drawn by another program than the one that wrote them. What stands where is tested
 * as text (`golden.test.ts`); this shows what text cannot: glyphs, turned lines, colours. `GOLDEN=<name> npx vitest run
 * test/pictures.test.ts` rewrites one picture: look at it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeBook } from '../src/book/book.ts';
import { read, write } from '../src/convert.ts';
import { layOut } from '../src/layout/layout.ts';
import type { Page } from '../src/layout/page.ts';
import { bundledFonts } from '../src/load.ts';
import type { Look, Style } from '../src/look.ts';
import type { OpenForm } from '../src/open-form.ts';
import { writePdf } from '../src/writers/pdf.ts';
import { bookletSheets } from './book/sheets.ts';
import { forms, projectFile } from './forms.ts';
import { filledOf, lookOf } from './layout/sheets.ts';
import { differenceFrom, picturesOf, textsOf } from './pictures.ts';
import { readPdf } from './writers/pdf-text.ts';

const fonts = bundledFonts();
const documentOf = (pages: readonly Page[]) => ({
  parts: [{ id: 'sheet', title: 'x', pages }],
  about: { title: 'x', language: 'ja-JP' },
});

async function pdfOf(path: string): Promise<Uint8Array> {
  const [reading] = await read(readFileSync(projectFile(path)), path, forms);
  if (reading?.sheet === undefined || reading.form === undefined) throw new Error(`no sheet in ${path}`);
  return (await write('pdf', [reading.sheet], reading.form, { fonts })).bytes;
}

test.each([
  { name: 'mincho', path: 'fixtures/cases/aonami-library/input.tsv', page: 0 },
  { name: 'gothic', path: 'fixtures/cases/counter-hours/input.txt', page: 0 },
  { name: 'continued', path: 'fixtures/cases/long-words/input.tsv', page: 1 },
])('the page $name looks as it did', async ({ name, path, page }) => {
  const picture = (await picturesOf(await pdfOf(path)))[page];
  expect(picture && differenceFrom(name, picture)).toBeUndefined();
});

describe('the booklet', async () => {
  const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
  const options = { title: '改革の記録', issuer: '行政経営課', binding: 30, duplex: false };
  const { files } = await writeBook('pdf', bookletSheets, open, { fonts }, options);
  const pages = await picturesOf(files[0]?.bytes as Uint8Array);

  test.each([
    { name: 'booklet-cover', page: 1 },
    { name: 'booklet-contents', page: 2 },
    { name: 'booklet-statuses', page: 5 },
    { name: 'booklet-map', page: 7 },
    { name: 'booklet-numbers', page: 9 },
    { name: 'booklet-sheet', page: 12 },
  ])('page $page looks as it did: $name', ({ name, page }) => {
    const picture = pages[page - 1];
    expect(picture && differenceFrom(name, picture)).toBeUndefined();
  });
});

/** A row of labels: upright in one and two columns, up, down; then Mincho, bold Mincho, a title to be shrunk. */
const labels: readonly (readonly [text: string, style: Partial<Style>])[] = [
  ['サービス向上（Ⅰ「窓口」）、ＤＸ―推進。', { direction: 'stacked', horizontal: 'center' }],
  ['進捗\n管理（案）', { direction: 'stacked', horizontal: 'center' }],
  ['担当課（主管）', { direction: 'up', wrap: false }],
  ['Service ユーザー〜', { direction: 'down', wrap: false }],
  ['朱書きの「明朝」𠮷', { font: fontOf({ serif: true, color: 'B03030' }), border: ruled('B03030') }],
  ['太い明朝', { font: fontOf({ serif: true, bold: true }), border: ruled('9A9A9A') }],
  ['一行に縮めて収める題名', { shrink: true, wrap: false, vertical: 'middle' }],
];

function fontOf(font: Partial<Style['font']>): Style['font'] {
  return { name: '', size: 12, bold: false, serif: false, ...font };
}

function ruled(color: string): Style['border'] {
  const edge = { rule: 'medium', color } as const;
  return { top: edge, right: edge, bottom: edge, left: edge };
}

test('labels of all kinds look as they did, and are found again as text', async () => {
  const look: Look = lookOf([20, 34, 20, 20, 60, 40, 50], [20], { height: 420 }, (_, column) => ({
    font: fontOf({}),
    ...labels[column]?.[1],
  }));
  const { pages } = layOut(filledOf([labels.map(([text]) => text)]), look, fonts, {});
  const pdf = await writePdf(documentOf(pages), fonts);
  const [picture] = await picturesOf(pdf);
  expect(picture && differenceFrom('labels', picture)).toBeUndefined();
  const [text = ''] = readPdf(pdf).texts;
  expect(text.replace(/\s/g, '')).toBe(labels.map(([label]) => label.replace(/\s/g, '')).join(''));
});

test('selectors and combining marks are found again in the order of the text', async () => {
  const text = '葛\u{E0100}城市のか\u3099き\u3099セ\u309Aと𠮷野';
  const { pages } = layOut(filledOf([[text]]), lookOf([200], [20]), fonts, {});
  const [found = ''] = await textsOf(await writePdf(documentOf(pages), fonts));
  expect(found.trim()).toBe(text);
});
