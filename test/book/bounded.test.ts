/** A booklet is written as it is laid out: of a sheet that is drawn, nothing is needed any more. */
import { expect, test, vi } from 'vitest';
import { writeBook } from '../../src/book/book.ts';
import { type BookletOptions, bind } from '../../src/book/booklet.ts';
import { volumeOf } from '../../src/book/volume.ts';
import type { Part } from '../../src/layout/page.ts';
import { bundledFonts } from '../../src/load.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { writeJson } from '../../src/writers/json.ts';
import { openPdf } from '../../src/writers/pdf.ts';
import { forms } from '../forms.ts';
import { bookletSheets } from './sheets.ts';

/** What was done, in order. */
const steps = vi.hoisted((): string[] => []);

vi.mock('../../src/layout/layout.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/layout/layout.ts')>();
  return {
    ...original,
    layOut(...input: Parameters<typeof original.layOut>) {
      steps.push('layOut');
      return original.layOut(...input);
    },
  };
});

const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
const fonts = bundledFonts();
const options: BookletOptions = { title: '改革の記録', issuer: '総務部', binding: 30, duplex: true };
const sheets = bookletSheets.slice(0, 12);
const volume = volumeOf(sheets, open.form, open.vocabulary);

/** Takes everything out of a list, at whatever depth. */
function empty(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) empty(inner);
  if (Array.isArray(value)) value.length = 0;
}

test('each part is drawn before the next one is laid out, and may be emptied then', async () => {
  const pdf = openPdf({ title: options.title, author: '総務部', language: 'ja-JP' }, fonts);
  const draw = (part: Part) => {
    steps.push(part.id);
    const drawn = pdf.draw(part);
    for (const { boxes, figures, rules } of part.pages) empty([boxes, figures, rules]);
    return drawn;
  };
  const { parts } = bind(volume, open, fonts, options, { ...pdf, draw });
  // the contents are laid out twice, to know their length before and the numbers of the pages after
  const own = ['guide', 'statuses', 'grades', 'map', 'indicators', 'delayed'];
  const each = (ids: readonly string[]) => ids.flatMap((id) => ['layOut', id]);
  expect(steps).toEqual([
    ...each(['cover']),
    'layOut',
    ...each(own),
    ...volume.areas.flatMap(({ name, items }) => [`area-${name}`, ...each(items.map(({ id }) => id))]),
    ...each(['index', 'contents']),
  ]);
  const model = writeJson(volume.items.map(({ sheet }) => sheet));
  const { files } = await writeBook('pdf', sheets, open, { fonts }, options);
  expect(pdf.close(parts, model)).toEqual(files[0]?.bytes);
});

test('what is kept of a part does not grow with what stands on its pages', () => {
  const pdf = openPdf({ title: options.title, language: 'ja-JP' }, fonts);
  const sizes: { readonly pages: number; readonly kept: number }[] = [];
  const draw = (part: Part) => {
    const drawn = pdf.draw(part);
    const links = drawn.section?.links.length ?? 0;
    sizes.push({ pages: part.pages.length, kept: valuesIn(drawn) - links * MOST_PER_LINK });
    return drawn;
  };
  bind(volume, open, fonts, options, { ...pdf, draw });
  expect(sizes.length).toBeGreaterThan(12);
  for (const { pages, kept } of sizes) expect(kept).toBeLessThan(10 + pages * MOST_PER_PAGE);
});

/** How many values may be kept; a page has some thousands. */
const [MOST_PER_PAGE, MOST_PER_LINK] = [200, 60];

/**
 * How many values a value holds at any depth, each once, and in place of a text its characters by tens; without the
 * document, which has the fonts.
 */
function valuesIn(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value === 'string') return Math.ceil(value.length / 10);
  if (typeof value !== 'object' || value === null || seen.has(value)) return 1;
  seen.add(value);
  const inner =
    value instanceof Map || value instanceof Set
      ? [...value].flat()
      : Object.entries(value).flatMap(([key, own]) => (key === 'document' ? [] : [own]));
  return inner.reduce<number>((sum, own) => sum + valuesIn(own, seen), 1);
}
