import { DOMParser } from '@xmldom/xmldom';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { write } from '../../src/convert.ts';
import { openFonts } from '../../src/layout/fonts.ts';
import { layOut } from '../../src/layout/layout.ts';
import { type Page, textOf } from '../../src/layout/page.ts';
import { type About, writePdf } from '../../src/writers/pdf.ts';
import { pdfFont } from '../../src/writers/pdf-font.ts';
import { fontFiles, fonts } from '../fonts.ts';
import { forms } from '../forms.ts';
import { filledOf, lookOf } from '../layout/sheets.ts';
import { type Dictionary, parseObject } from './pdf-object.ts';
import { readPdf } from './pdf-text.ts';

const about = { title: '市民協働', language: 'ja-JP' };
const pagesOf = (...rows: readonly string[][]) =>
  layOut(
    filledOf(rows),
    lookOf(
      [60, 150],
      rows.map(() => 20),
    ),
    fonts,
    {},
  ).pages;
/** A document of one part. */
const print = (pages: readonly Page[], by = fonts, says: About = about) =>
  writePdf({ parts: [{ id: 'sheet', title: says.title, pages }], about: says }, by);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('writePdf', () => {
  it('gives every character back, from whatever font of the chain it is drawn', async () => {
    const text = '協働・研修（案）～〜 ①㈱㎡ ﾊﾝｶｸ AVATAR fi é 𠮷野 ☑済 ≒';
    const { texts } = readPdf(await print(pagesOf(['項目', text])));
    expect(texts.join('').replace(/\s/g, '')).toBe(`項目${text}`.replace(/\s/g, ''));
  });

  it('keeps two characters apart that a font draws alike, and a base with its selector together', async () => {
    const noto = openFonts(fontFiles.slice(2, 3));
    const { pages } = layOut(filledOf([['～〜', '葛\u{E0100}飾']]), lookOf([60, 150], [20]), noto, {});
    const { texts } = readPdf(await print(pages, noto));
    expect(texts).toEqual(['～〜\n葛\u{E0100}飾']);
  });

  it('draws a subscript as the digit that it is, and gives both back', async () => {
    const { texts } = readPdf(await print(pagesOf(['CO₂を2割減', ''])));
    expect(texts.join('').replace(/\n/g, '')).toBe('CO₂を2割減');
  });

  it('draws 〓 where no font has the character, which is found in the text nevertheless', async () => {
    const { texts } = readPdf(await print(pagesOf(['⦅一⦆', ''])));
    expect(texts.join('').replace(/\n/g, '')).toBe('⦅一⦆');
  });

  it('draws no box for characters that are never seen', async () => {
    const { texts } = readPdf(await print(pagesOf(['協\u200b働\u2060\ufeff', 'あ\u0007い'])));
    expect(texts).toEqual(['協働\nあい']);
  });

  it('draws lines exactly as wide as they were measured', () => {
    const text = 'AVATAR Tokyo (To) ･ｶﾞ「かぎ」、。 平成25年度末 fi ffl 協働ーッ';
    const document = new PDFDocument({ autoFirstPage: false, font: '' });
    const lines = pagesOf(['項目', text], ['☑ 𠮷', text.repeat(3)]).flatMap((page) =>
      page.boxes.flatMap((box) => box.lines),
    );
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const widths = line.runs.map((run) =>
        document
          .font(pdfFont(fonts.face(run.font), run.font))
          .fontSize(line.size)
          .widthOfString(run.text),
      );
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(line.width, 3);
    }
  });

  it('embeds fonts whose widths and outlines are those of the whole font', async () => {
    const text = '協働éÅ１㎡①';
    const { objects, streams } = readPdf(await print(pagesOf([text, text])));
    const file = [...objects].find(([, object]) => object.includes('/FontFile2'))?.[1];
    const subset = fontkit.create(
      streams.get(Number(/FontFile2 (\d+)/.exec(file ?? '')?.[1])) ?? new Uint8Array(),
    );
    if ('fonts' in subset) throw new Error('not one font');
    const whole = fonts.face(0).parsed as unknown as typeof subset;
    expect(subset.numGlyphs).toBeGreaterThan([...text].length);
    for (const [i, character] of [...text].entries()) {
      const glyph = whole.glyphForCodePoint(character.codePointAt(0) ?? 0);
      const copy = subset.getGlyph(i + 1);
      expect(copy.advanceWidth).toBe(glyph.advanceWidth);
      expect(copy.path.toSVG()).toBe(glyph.path.toSVG());
    }
  });

  it('moves all of a page that is bound, its links and what is said of its figures with it', async () => {
    const [page] = pagesOf(['項目', '一']);
    if (page === undefined) throw new Error('no page');
    const boxes = page.boxes.map((box) => ({ ...box, link: 'sheet' }));
    const figure = { x: 100, y: 200, width: 30, height: 20, alt: '図', shapes: [], texts: [] };
    const placesOf = async (shift: number) => {
      const { objects, streams } = readPdf(await print([{ ...page, boxes, figures: [figure], shift }]));
      const found = [...objects.values()].flatMap((object) => [
        ...object.matchAll(/\/(?:Rect|BBox) ?\[([\d.]+) [\d.]+ ([\d.]+)/g),
      ]);
      const [, drawn] = /1 0 0 -1 (-?\d+) [\d.]+ cm/.exec([...streams.values()].map(latin1).join('')) ?? [];
      return [drawn, ...found.flatMap(([, left, right]) => [left, right])].map(Number);
    };
    const places = await placesOf(0);
    expect(places).toContain(100);
    expect(places.length).toBeGreaterThan(4);
    expect(await placesOf(-40)).toEqual(places.map((place) => place - 40));
  });

  it('says what the document is, with a title that XML would trip over', async () => {
    const bytes = await print(pagesOf(['項目', '']), fonts, {
      title: 'A & B <市民>\n協働',
      author: '市民協働課',
      language: 'ja-JP',
    });
    const { objects, streams } = readPdf(bytes);
    const xmp = [...streams.values()]
      .map((stream) => Buffer.from(stream).toString('utf8'))
      .find((s) => s.includes('xpacket'));
    expect(xmp).toContain('>A &amp; B &lt;市民&gt; 協働<');
    const catalog = [...objects.values()].find((object) => object.includes('/Catalog'));
    expect(catalog).toContain('/Lang (ja-JP)');
    expect([...readPdf(bytes).objects.values()].join('\n')).toContain('/DisplayDocTitle true');
    expect(latin1(bytes).startsWith('%PDF-1.7')).toBe(true);
  });

  it('has the title of the form where its sheet has none', async () => {
    const [form] = forms;
    if (form === undefined) throw new Error('no form');
    const { settings } = form.form;
    const { bytes } = await write('pdf', [{ form: settings.form }], form, { fonts });
    const { objects, streams } = readPdf(bytes);
    const texts = [...streams.values()].map((stream) => Buffer.from(stream).toString('utf8'));
    expect(texts.some((text) => text.includes(`>${settings.title}<`))).toBe(true);
    const bookmark = [...objects.values()].find((object) => object.includes('/Dest '));
    expect((parseObject(bookmark ?? '') as Dictionary).Title).toBe(settings.title);
  });

  it('is by all divisions where none is said to lead', async () => {
    const [open] = forms;
    if (open === undefined) throw new Error('no form');
    const divisions = ['市民課', '人事課'].map((name) => ({ name, lead: false }));
    const { bytes } = await write('pdf', [{ form: open.form.settings.form, divisions }], open, { fonts });
    const texts = [...readPdf(bytes).streams.values()].map((stream) => Buffer.from(stream).toString('utf8'));
    expect(texts.find((text) => text.includes('xpacket'))).toContain('>市民課、人事課<');
  });

  it('is made for the archive', async () => {
    const model = new TextEncoder().encode('[{}]');
    const parts = [{ id: 'sheet', title: '', pages: pagesOf(['項目', '\ud800協']) }];
    const bytes = await writePdf({ parts, about, model }, fonts);
    const { objects, streams } = readPdf(bytes);
    const texts = [...streams.values()].map((stream) => Buffer.from(stream).toString('utf8'));
    const xmp = texts.find((text) => text.includes('xpacket')) ?? '';
    expect(new DOMParser().parseFromString(xmp, 'text/xml').documentElement?.localName).toBe('xmpmeta');
    expect(xmp).toMatch(/<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</);
    const catalog = [...objects.values()].find((object) => object.includes('/Catalog'));
    for (const key of ['MarkInfo', 'OutputIntents', 'Metadata', 'AF', 'Lang'])
      expect(catalog).toContain(`/${key} `);
    const attached = [...objects.values()].find((object) => object.includes('/Filespec'));
    expect(attached).toContain('/AFRelationship /Source');
    // no character is told that is none, as the archive asks
    const maps = texts.filter((text) => text.includes('begincmap'));
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps)
      expect(map.split('beginbfrange')[1]).not.toMatch(/[<[ ](?:0000|feff|fffe|d800)>(?! <)/);
    expect(texts.some((text) => text.includes('(\0\0'))).toBe(false);
  });

  it('has an identifier that other contents do not have', async () => {
    const idOf = async (...row: string[]) =>
      /\/ID \[<(\w{32})> <\1>\]/.exec(latin1(await print(pagesOf(row))))?.[1];
    const ids = await Promise.all([idOf('一', '二'), idOf('一', '三'), idOf('二', '一'), idOf('一', '二')]);
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  it('writes the same pages as the same bytes, whatever was written before', async () => {
    const pages = pagesOf(['項目', '協働・研修～〜'], ['内容', '実践']);
    const first = await print(pages, openFonts(fontFiles));
    await print(pagesOf(['別', '践実習研〜～']));
    const second = await print(pages);
    expect(latin1(second)).toBe(latin1(first));
  });

  it('packs the objects of a document that is no PDF/A-1, each once and at the place that is told', async () => {
    const parts = [{ id: 'sheet', title: '協働', level: 1 as const, pages: pagesOf(['項目', '協働']) }];
    const about = { title: '(協働) \\ A', language: 'ja-JP' };
    const packed = await writePdf({ parts, about }, fonts);
    const plain = await writePdf({ parts, about, conformance: 'PDF/A-1b' }, fonts);
    expect(packed.length).toBeLessThan(plain.length);
    expect(latin1(plain)).not.toContain('/ObjStm');
    expect(latin1(plain)).toContain('trailer');
    expect(latin1(packed)).not.toContain('/StructElem');
    expect(readPdf(packed).texts).toEqual(readPdf(plain).texts);
    expectPlaced(packed);
  });

  it('writes many pages into one document, in order', async () => {
    const pages = [...pagesOf(['一', '']), ...pagesOf(['二', '']), ...pagesOf(['三', ''])];
    const { texts } = readPdf(await print(pages));
    expect(texts).toEqual(['一', '二', '三']);
    expect(pages.flatMap((page) => page.boxes.flatMap((box) => box.lines.map(textOf)))).toEqual(texts);
  });
});

/** Follows the list of places to each object of a packed document. */
function expectPlaced(bytes: Uint8Array): void {
  const file = latin1(bytes);
  const { objects, streams } = readPdf(bytes);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const list = Number(/^(\d+) 0 obj\n/.exec(file.slice(start))?.[1]);
  expect(objects.get(list)).toContain('/Type /XRef');
  const rows = streams.get(list) ?? new Uint8Array();
  let entry = [0, 0, 0, 0, 0, 0, 0];
  const seen = new Map<number, number>();
  for (let id = 0; id < rows.length / 8; id++) {
    // each row says how it differs from the one above
    expect(rows[8 * id]).toBe(2);
    entry = entry.map((above, i) => (above + (rows[8 * id + 1 + i] ?? 0)) & 0xff);
    const [kind, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = entry;
    const where = ((a * 256 + b) * 256 + c) * 256 + d;
    if (id === 0) expect(entry).toEqual([0, 0, 0, 0, 0, 255, 255]);
    else if (kind === 1) expect(file.slice(where).startsWith(`${id} 0 obj\n`)).toBe(true);
    else {
      expect(kind).toBe(2);
      const text = Buffer.from(streams.get(where) ?? []).toString('latin1');
      expect(Number(text.split(' ')[2 * (e * 256 + f)])).toBe(id);
    }
    seen.set(id, where);
  }
  expect([...objects.keys()].every((id) => seen.has(id))).toBe(true);
}
