/** What a PDF says is what the sheets say: its text, read back from the file cell by cell, against the models. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeBook } from '../src/book/book.ts';
import { read, write } from '../src/convert.ts';
import { fill } from '../src/form/fill.ts';
import { bundledFonts } from '../src/load.ts';
import type { OpenForm } from '../src/open-form.ts';
import { encode } from '../src/sheet/codec.ts';
import type { ReformSheet } from '../src/sheet/model.ts';
import { bookletSheets } from './book/sheets.ts';
import { forms, projectFile } from './forms.ts';
import { readTags, type Tag, tagsOf } from './writers/pdf-tags.ts';

const fonts = bundledFonts();
const SEED = '../shared/seed/niigata-no49.txt';
const inputs = readdirSync(projectFile('fixtures/cases/')).flatMap((name) =>
  readdirSync(projectFile(`fixtures/cases/${name}/`))
    .filter((file) => file.startsWith('input.'))
    .map((file) => `fixtures/cases/${name}/${file}`),
);
if (existsSync(projectFile(SEED))) inputs.push(SEED);

const bare = (text: string) => text.replace(/\s/gu, '');

/** The texts of all cells and headings, without the white space at which lines were broken. */
function textsIn(tag: Tag): string[] {
  const found = ['H1', 'H2', 'P', 'TH', 'TD'].flatMap((type) => tagsOf(tag, type));
  return found.map(({ text }) => bare(text)).filter((text) => text !== '');
}

/** The texts of the filled form: its own words and the values of the sheet. */
function textsOf(sheet: ReformSheet, { form, vocabulary }: OpenForm): string[] {
  const { cells } = fill(form, encode(sheet, vocabulary));
  return cells.map(({ text }) => bare(text)).filter((text) => text !== '');
}

function expectSaid(said: readonly string[], sheet: ReformSheet, open: OpenForm): void {
  expect([...said].sort()).toEqual(textsOf(sheet, open).sort());
  for (const [path, value] of encode(sheet, open.vocabulary)) {
    expect(
      said.some((text) => text.includes(bare(value))),
      `${path}: ${value}`,
    ).toBe(true);
  }
}

test.each(inputs)('the PDF of %s says each value once, and the words of the form', async (path) => {
  const readings = await read(readFileSync(projectFile(path)), path, forms);
  for (const { sheet, form } of readings) {
    if (sheet === undefined || form === undefined) throw new Error(`no sheet in ${path}`);
    const { bytes } = await write('pdf', [sheet], form, { fonts });
    expectSaid(textsIn(readTags(bytes)), sheet, form);
  }
});

describe('a booklet', async () => {
  const open = forms.find(({ form }) => form.settings.form === 'niigata-2013') as OpenForm;
  const options = { title: '改革の記録', binding: 30, duplex: false };
  const { files } = await writeBook('pdf', bookletSheets, open, { fonts }, options);
  const sections = tagsOf(readTags(files[0]?.bytes as Uint8Array), 'Sect');

  test.each(bookletSheets.map((sheet) => ({ sheet, title: `${sheet.number} ${sheet.title}` })))(
    'has a section for $title that says each of its values',
    ({ sheet, title }) => {
      const own = sections.filter((section) => section.title === title);
      expect(own).toHaveLength(1);
      expectSaid(own.flatMap(textsIn), sheet, open);
    },
  );
});
