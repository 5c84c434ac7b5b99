/** The booklet: what stands on which page, and where its links lead. */
import { describe, expect, test } from 'vitest';
import { writeBook } from '../../src/book/book.ts';
import { type BookletOptions, bind } from '../../src/book/booklet.ts';
import { volumeOf } from '../../src/book/volume.ts';
import { type Page, type Part, type TextLine, textOf } from '../../src/layout/page.ts';
import { bundledFonts } from '../../src/load.ts';
import type { OpenForm } from '../../src/open-form.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { forms } from '../forms.ts';
import { keeping } from './press.ts';
import { bookletSheets } from './sheets.ts';

const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const fonts = bundledFonts();
const options: BookletOptions = { title: '改革の記録 A & B', issuer: '総務部', binding: 30, duplex: false };
const sheets = bookletSheets.slice(0, 9);
const volume = volumeOf(sheets, open.form, open.vocabulary);
const { parts } = bind(volume, open, fonts, options, keeping);
const pages = parts.flatMap((part) => part.pages);

const words = (page: Page | undefined) => page?.boxes.map(({ lines }) => lines.map(textOf).join('')) ?? [];
const partOf = (id: string) => parts.find((part) => part.id === id) as Part;
const numberOf = (id: string) => pages.indexOf(partOf(id).pages[0] as Page) + 1;

test('its parts stand in the order of a book', () => {
  const ids = parts.map(({ id }) => id.replace(/^area-.*/, 'area'));
  expect(ids).toEqual([
    'cover',
    'contents',
    'guide',
    'statuses',
    'grades',
    'map',
    'indicators',
    'delayed',
    ...volume.areas.flatMap(({ items }) => ['area', ...items.map(({ id }) => id)]),
    'index',
  ]);
});

test('the cover names the book', () => {
  expect(words(pages[0])).toEqual(expect.arrayContaining(['改革の記録 A & B', '総務部', '全9項目']));
});

test('every page says which of how many it is, but for the cover', () => {
  const footers = pages.map(({ running }) => running.map(textOf).filter((text) => /^\d+／\d+$/.test(text)));
  expect(footers).toEqual(pages.map((_, i) => (i === 0 ? [] : [`${i + 1}／${pages.length}`])));
});

describe.each(['contents', 'index'])('the numbers in %s', (id) => {
  const boxes = partOf(id).pages.flatMap((page) => page.boxes);
  const linked = boxes.filter(
    ({ link, lines }) => link !== undefined && /^\d+$/.test(lines.map(textOf).join('')),
  );

  test('are those of the pages they lead to', () => {
    expect(linked.length).toBeGreaterThanOrEqual(9);
    for (const { link = '', lines } of linked) {
      expect(lines.map(textOf).join('')).toBe(String(numberOf(link)));
    }
  });
});

test('sheets stand in the order of their numbers, also where parts of the plan take turns', () => {
  const turns = sheets.map((sheet, i) => ({
    ...sheet,
    number: `R${i + 1}-1`,
    priorityArea: i % 2 ? 'Ⅰ' : 'Ⅱ',
  }));
  const { parts } = bind(volumeOf(turns, open.form, open.vocabulary), open, fonts, options, keeping);
  const titles = parts.filter(({ id }) => id.startsWith('item-')).map(({ title }) => title);
  expect(titles).toEqual(turns.map(({ number, title }) => `${number} ${title}`));
  const listed = words(parts.find(({ id }) => id === 'contents')?.pages[0]).filter((text) =>
    /^R\d/.test(text),
  );
  expect(listed).toEqual(turns.map(({ number }) => number));
});

describe('a long title and a sheet of several pages', () => {
  const [first] = sheets as [ReformSheet];
  const long = { ...first, title: '手続'.repeat(30), background: `${'様子を見た。\n'.repeat(120)}以上。` };
  const named = { ...options, title: '改革の記録'.repeat(12) };
  const { parts } = bind(volumeOf([long], open.form, open.vocabulary), open, fonts, named, keeping);
  const heads = (parts.find(({ id }) => id === 'item-1') as Part).pages.map(({ running }) =>
    running.slice(0, 2),
  );

  test('share the head of the page', () => {
    expect(heads.length).toBeGreaterThan(1);
    for (const [left, right] of heads as [TextLine, TextLine][]) {
      expect(left.x + left.width).toBeLessThan(right.x);
      expect(right.x + right.width).toBeLessThanOrEqual(595.3 - 15);
    }
  });

  test('further pages say that they go on', () => {
    const ends = heads.map(([, right]) => textOf(right as TextLine).endsWith('（続き）'));
    expect(ends).toEqual(heads.map((_, i) => i > 0));
  });
});

test('without room for a binding, the pages of the book keep a margin', () => {
  const { parts } = bind(volume, open, fonts, { ...options, binding: 0 }, keeping);
  for (const { x } of parts[1]?.pages[0]?.boxes ?? []) expect(x).toBeGreaterThan(40);
});

test('the text of a sheet stands between the binding and the edge', () => {
  const left = (30 * 72) / 25.4;
  for (const page of pages) for (const { x } of page.boxes) expect(x).toBeGreaterThanOrEqual(left - 0.01);
});

test('printed on both sides, even pages are bound at the right', () => {
  const mirrored = bind(volume, open, fonts, { ...options, duplex: true }, keeping).parts.flatMap(
    (part) => part.pages,
  );
  for (const [i, page] of mirrored.entries()) {
    const { shift = 0 } = page;
    expect(page).toEqual({ ...pages[i], ...(shift === 0 ? {} : { shift }) });
    if (i % 2 === 0) expect(shift).toBe(0);
    else expect(shift).toBeLessThan(-10);
    const right = shift + Math.max(...page.boxes.map(({ x, width }) => x + width));
    if (i % 2 === 1) expect(page.width - right).toBeGreaterThanOrEqual((30 * 72) / 25.4 - 0.01);
  }
});

test('the same sheets give the same book, in whatever order they come', async () => {
  const studio = { fonts };
  const [one, two] = await Promise.all(
    [sheets, sheets.toReversed()].map((some) => writeBook('pdf', some, open, studio, options)),
  );
  expect(one?.files[0]?.bytes).toEqual(two?.files[0]?.bytes);
});

test('a value that its form has no box for is told with its sheet', () => {
  const [first] = sheets as [ReformSheet];
  const more = {
    ...first,
    annualReview: { ...first.annualReview, 2019: { assessment: '枠のない年度の評価' } },
  };
  const { told } = bind(volumeOf([more], open.form, open.vocabulary), open, fonts, options, keeping);
  const path = 'annualReview.2019.assessment';
  const missing = { code: 'box-missing', with: { text: '枠のない年度の評価', hole: path }, path };
  expect(told).toEqual([{ sheet: more, findings: [missing] }]);
});

test("a character that no font has is told, also on the book's own pages", () => {
  const { told } = bind(volume, open, fonts, { ...options, title: '改革\u{E000}' }, keeping);
  expect(told.flatMap(({ findings }) => findings)).toMatchObject([{ code: 'glyph-missing' }]);
});
