/**
 * Every folder of `fixtures/cases` as it is understood, checked, laid out and read aloud; every form as text; and the real sheet
 * beside the project, where it is there. A golden that is missing fails. `GOLDEN=park-upkeep npx vitest run
 * test/golden.test.ts` rewrites the goldens of that case, `GOLDEN=niigata-2013` those of that form; read the change.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReading, read, tell, write } from '../src/convert.ts';
import type { Diagnostic, Finding } from '../src/diagnostic.ts';
import { describe as describeForm } from '../src/form/describe.ts';
import { faultsOf } from '../src/form/faults.ts';
import { fill } from '../src/form/fill.ts';
import { drawPlace } from '../src/grid.ts';
import { type Layout, layOut } from '../src/layout/layout.ts';
import { textOf } from '../src/layout/page.ts';
import { bundledFonts } from '../src/load.ts';
import type { OpenForm } from '../src/open-form.ts';
import type { Reading } from '../src/reading.ts';
import { checkAlways } from '../src/sheet/checks/index.ts';
import { encode } from '../src/sheet/codec.ts';
import type { ReformSheet } from '../src/sheet/model.ts';
import type { Format } from '../src/writers/index.ts';
import { writeJson } from '../src/writers/json.ts';
import { forms, openFormFile, projectFile } from './forms.ts';
import { expectGolden } from './golden.ts';
import { layoutText } from './layout/text.ts';
import { readTags, tagsText } from './writers/pdf-tags.ts';

const CASES = 'fixtures/cases';
const SEED = '../shared/seed/niigata-no49';
const fonts = bundledFonts();

/** A reading that came to a sheet, as every case and the real sheet do. */
type Understood = Reading & { readonly sheet: ReformSheet; readonly form: OpenForm };

/** The one sheet that a file of the project holds. */
async function readCase(path: string): Promise<Understood> {
  const source = path.slice(path.lastIndexOf('/') + 1);
  const readings = await read(readFileSync(projectFile(path)), source, forms);
  const [{ sheet, form, ...reading }] = readings as [Reading];
  if (readings.length !== 1 || sheet === undefined || form === undefined) {
    throw new Error(`${path} holds ${readings.length} sheets, or none that can be read`);
  }
  return { ...reading, sheet, form };
}

/** The sheet in its form, on paper. */
function layOutSheet({ sheet, form: { form, vocabulary } }: Understood): Layout {
  const title = [sheet.number, sheet.title].join(' ');
  return layOut(fill(form, encode(sheet, vocabulary)), form.look, fonts, { ...form.settings, title });
}

/** `input.tsv:13:1 info row-shifted …`, a line for each. */
function diagnosticLine({ place, severity, code, message }: Diagnostic): string {
  return `${place === undefined ? '-' : drawPlace(place)} ${severity} ${code} ${message}\n`;
}

/** The texts of the cells of a layout, pages and lines put together and all white space left out. */
function textsOf({ pages }: Layout): string[] {
  const cells = new Map<string, string>();
  for (const box of pages.flatMap(({ boxes }) => boxes).filter(({ again }) => !again)) {
    const cell = `${box.row}.${box.column}`;
    cells.set(cell, (cells.get(cell) ?? '') + box.lines.map(textOf).join(''));
  }
  return [...cells.values()].map(withoutSpace);
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}

/** What every sheet that was read must stand: each format holds all of it. */
function holdsInEveryFormat(reading: Understood): void {
  test.each<Format>(['xlsx', 'tsv', 'csv', 'json'])('reads back the same from %s', async (format) => {
    const { sheet, form } = reading;
    const { bytes, findings } = await write(format, [sheet], form, { fonts });
    expect(tell(findings, 'ja', form).filter(({ severity }) => severity === 'error')).toEqual([]);
    const [again, ...others] = await read(bytes, `again.${format}`, forms);
    expect(others).toEqual([]);
    // What is wrong with the sheet itself, such as a word no list knows, is told again; nothing comes to it.
    const told = (all: readonly Finding[] = []) => all.map(({ code, path }) => [code, path]);
    expect(told(again?.findings)).toEqual(told(checkAlways(sheet, form.vocabulary)));
    expect(again?.sheet).toEqual(sheet);
  });

  test('reads back the same from pdf', async () => {
    const { bytes } = await write('pdf', [reading.sheet], reading.form, { fonts });
    const [again] = await read(bytes, 'again.pdf', forms);
    expect(again?.sheet).toEqual(reading.sheet);
  });

  test('is read aloud in full', async () => {
    const { bytes } = await write('pdf', [reading.sheet], reading.form, { fonts });
    const cells = tagsText(readTags(bytes)).split('\n');
    for (const value of encode(reading.sheet, reading.form.vocabulary).values()) {
      expect(cells.filter((cell) => cell.includes(withoutSpace(value)))).not.toEqual([]);
    }
  });

  test('stands on its pages in full', () => {
    const texts = textsOf(layOutSheet(reading));
    for (const value of encode(reading.sheet, reading.form.vocabulary).values()) {
      expect(texts.filter((text) => text.includes(withoutSpace(value)))).not.toEqual([]);
    }
  });
}

describe.each(readdirSync(projectFile(CASES)).sort())('the case %s', async (name) => {
  const folder = `${CASES}/${name}`;
  const files = readdirSync(projectFile(folder));
  const input = files.find((file) => file.startsWith('input.'));
  if (input === undefined) throw new Error(`${folder} has no input`);
  const asOf = files.includes('as-of.txt')
    ? readFileSync(projectFile(`${folder}/as-of.txt`), 'utf8').trim()
    : undefined;
  const reading = await readCase(`${folder}/${input}`);

  test('is understood', () => {
    expectGolden(name, `${folder}/sheet.json`, new TextDecoder().decode(writeJson([reading.sheet])));
  });

  test('is checked', () => {
    const diagnostics = tell(checkReading(reading, asOf), 'ja', reading.form);
    expectGolden(name, `${folder}/diagnostics.txt`, diagnostics.map(diagnosticLine).join(''));
  });

  test('is laid out', () => {
    expectGolden(name, `${folder}/pages.txt`, layoutText(layOutSheet(reading)));
  });

  test('is read aloud', async () => {
    const { bytes } = await write('pdf', [reading.sheet], reading.form, { fonts });
    expectGolden(name, `${folder}/tags.txt`, tagsText(readTags(bytes)));
  });

  holdsInEveryFormat(reading);
});

describe.each(['templates/niigata-2013', 'fixtures/forms/aonami-2018'])('the form %s', async (path) => {
  const { form, workbook } = await openFormFile(`${path}.xlsx`);
  const id = form.settings.form;

  test('says what it said', () => {
    expectGolden(id, `${path}.txt`, describeForm(form));
  });

  test('steers no terminal', () => {
    const settings = { ...form.settings, title: 'a\u202eb\u009b' };
    expect(describeForm({ ...form, settings })).toContain('a<U+202E>b␛');
  });

  test('has no fault', () => {
    expect(faultsOf(form)).toEqual([]);
  });

  test('is what its script makes', async () => {
    const tool = (name: string): Promise<unknown> => import(projectFile(`tools/forms/${name}.mjs`).href);
    const { bytesOf } = (await tool('draw')) as { bytesOf: (made: unknown) => Promise<Uint8Array> };
    const [make] = Object.values((await tool(id)) as Record<string, () => unknown>);
    const made = await bytesOf(make?.());
    expect(Buffer.compare(made, workbook), `node tools/forms/make.mjs, then read ${path}.txt`).toBe(0);
  });
});

if (existsSync(projectFile(`${SEED}.txt`))) {
  describe('the real sheet', async () => {
    const reading = await readCase(`${SEED}.txt`);

    test('is understood', () => {
      expect(reading.sheet).toEqual(JSON.parse(readFileSync(projectFile(`${SEED}.json`), 'utf8')));
    });

    test('says each repair at its line, and nothing worse', () => {
      const diagnostics = tell(checkReading(reading), 'ja', reading.form);
      expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
      const lines = new Map<string, (number | undefined)[]>();
      for (const { code, place } of diagnostics) lines.set(code, [...(lines.get(code) ?? []), place?.row]);
      expect(Object.fromEntries(lines)).toEqual({
        'era-missing': [11],
        'html-removed': [24, 25, 28, 29],
        'line-rebroken': [6, 8, 10, 20, 21, 24, 25, 28, 29],
        'row-shifted': [13, 14, 15, 16, 17],
        'word-rejoined': [20, 21],
      });
    });

    test('stands on one page at the size of the form', () => {
      const { pages, findings } = layOutSheet(reading);
      expect(pages).toHaveLength(1);
      expect(findings).toEqual([]);
    });

    holdsInEveryFormat(reading);
  });
} else {
  test('the real sheet is not beside the project, so it was not tested', () => {
    console.warn(`${SEED}.txt is not there: the real sheet was not tested`);
  });
}
