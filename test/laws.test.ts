/** The laws of the pipeline, over random sheets of every form. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, write } from '../src/convert.ts';
import { type Fitted, fit } from '../src/fit/fit.ts';
import { takeValues } from '../src/fit/mixed.ts';
import { fill } from '../src/form/fill.ts';
import { isHole, isLabel, wordsOf } from '../src/form/form.ts';
import { RULERS } from '../src/form/ruler.ts';
import { type Cell, type Grid, inReadingOrder } from '../src/grid.ts';
import { itemIn } from '../src/item-path.ts';
import { bundledFonts } from '../src/load.ts';
import type { OpenForm } from '../src/open-form.ts';
import { readInput } from '../src/readers/index.ts';
import { readTsv } from '../src/readers/tsv.ts';
import { decode, encode } from '../src/sheet/codec.ts';
import type { ReformSheet } from '../src/sheet/model.ts';
import { type Format, writers } from '../src/writers/index.ts';
import { writeTsv } from '../src/writers/tsv.ts';
import { sheetArbitrary } from './arbitrary.ts';
import { forms, projectFile } from './forms.ts';

const named = forms.map((form) => [form.form.settings.form, form] as const);
const fonts = bundledFonts();

/** Random sheets whose texts are now and then the form's own words. */
const sheetsOf = ({ form }: OpenForm) =>
  sheetArbitrary(form.settings, form.slots.filter(isLabel).map(wordsOf));

const recordsOf = (form: OpenForm) => sheetsOf(form).map((sheet) => encode(sheet, form.vocabulary));

/** What writing says of how a workbook prints; the texts are all there. */
const ABOUT_PRINT = new Set([
  'text-shrunk',
  'page-added',
  'row-too-tall',
  'row-divided',
  'heading-unrepeated',
]);

describe.each(named)('%s', (_, form) => {
  describe.each(RULERS)('law 1: fit(fill(record)) = record, by the ruler %s', (ruler) => {
    test('for records whose values may be the labels of the form', () => {
      fc.assert(
        fc.property(recordsOf(form), (record) => {
          const sheets = fit(form.form, fill(form.form, record, ruler));
          expect(sheets).toHaveLength(1);
          const { record: again, findings } = sheets[0] as Fitted;
          expect(findings).toEqual([]);
          expect(new Map([...again].sort())).toEqual(new Map([...record].sort()));
        }),
        { numRuns: 150 },
      );
    });
  });

  test('law 2: decode(encode(sheet)) = sheet', () => {
    fc.assert(
      fc.property(sheetsOf(form), (sheet) => {
        const { sheet: again, findings } = decode(encode(sheet, form.vocabulary), form.vocabulary);
        expect(findings).toEqual([]);
        expect(again).toEqual(sheet);
      }),
    );
  });

  test('law 3: read(write(grid)) = grid, as text', () => {
    fc.assert(
      fc.property(recordsOf(form), (record) => {
        const grid = fill(form.form, record, 'block');
        const { grid: again, findings } = readTsv(writeTsv(grid), 'x');
        expect(findings).toEqual([]);
        expect(textsOf(again)).toEqual(textsOf(grid));
        expect([again.rows, again.columns]).toEqual([grid.rows, grid.columns]);
      }),
    );
  });

  test('law 3: read(write(grid)) = grid, as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(sheetsOf(form), async (sheet) => {
        const { bytes, findings } = await write('xlsx', [sheet], form, { fonts });
        expect(findings.filter(({ code }) => !ABOUT_PRINT.has(code))).toEqual([]);
        const { sheets } = await readInput(bytes, 'x.xlsx');
        expect(sheets).toHaveLength(1);
        const filled = fill(form.form, encode(sheet, form.vocabulary));
        expect(visible(sheets[0]?.grid as Grid)).toEqual(visible(filled));
      }),
      { numRuns: 15 },
    );
  });

  test('law 3: a workbook whose rows go on on further pages, or are too tall for one row, reads back too', async () => {
    const long = fc.integer({ min: 200, max: 4000 }).map((count) => '長い文。'.repeat(count / 4));
    await fc.assert(
      fc.asyncProperty(sheetsOf(form), long, long, async (sheet, background, nextSteps) => {
        const [year = ''] = form.vocabulary.years.map((own) => String(own.year));
        const annualReview = { ...sheet.annualReview, [year]: { nextSteps } };
        const whole = { ...sheet, background, annualReview };
        const { bytes, findings } = await write('xlsx', [whole], form, { fonts });
        expect(findings.filter(({ code }) => !ABOUT_PRINT.has(code))).toEqual([]);
        const { sheets } = await readInput(bytes, 'x.xlsx');
        const [again] = fit(form.form, sheets[0]?.grid as Grid);
        expect(again?.findings).toEqual([]);
        expect(again?.record).toEqual(encode(whole, form.vocabulary));
      }),
      { numRuns: 15 },
    );
  });

  test('law 5: the same input gives the same bytes', async () => {
    const [sheet] = fc.sample(sheetsOf(form), { numRuns: 1, seed: 5 });
    for (const format of Object.keys(writers) as Format[]) {
      const [one, two] = await Promise.all(
        [0, 1].map(() => write(format, [sheet as never], form, { fonts })),
      );
      expect(one?.bytes.length).toBeGreaterThan(100);
      expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(two?.bytes ?? []))).toBe(true);
    }
  });

  test('law 6: each text of a damaged input stands in the record, or a finding tells of it', () => {
    const labels = new Set(form.form.slots.filter(isLabel).map((slot) => bare(wordsOf(slot))));
    fc.assert(
      fc.property(recordsOf(form), damageArbitrary, (record, damage) => {
        const grid = damaged(fill(form.form, record, 'block'), damage);
        const sheets = fit(form.form, grid);
        const again = new Map(
          sheets.flatMap((sheet, i) => [...sheet.record].map(([path, text]) => [`${i} ${path}`, text])),
        );
        const findings = sheets.flatMap((sheet) => sheet.findings);
        const values = new Set([...again.values()].map(bare));
        const told = new Set(
          findings.flatMap(({ with: said }) =>
            [String(said?.text ?? ''), ...String(said?.texts ?? '').split(' / ')].map(bare),
          ),
        );
        for (const { text } of grid.cells) {
          const found = [labels, values, told].some((texts) => texts.has(bare(text)));
          const inside = form.form.slots.some((slot) => {
            const taken = isHole(slot) ? takeValues(slot, text) : undefined;
            return taken !== undefined && [...taken.values()].every((v) => v === '' || values.has(bare(v)));
          });
          expect(found || inside, text).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a value that begins as a remark does', () => {
  const sheet = JSON.parse(
    readFileSync(projectFile('fixtures/cases/counter-hours/sheet.json'), 'utf8'),
  ) as ReformSheet;
  const form = forms.find(({ form }) => form.settings.form === sheet.form) as OpenForm;
  const record = encode(sheet, form.vocabulary);
  const kindAt = (path: string) => form.form.kinds.get(itemIn(path)?.hole ?? path) ?? '';
  const paths = [...record.keys()].filter((path) => ['text', 'line'].includes(kindAt(path)));

  test.each(['tsv', 'csv', 'xlsx'] as const)(
    'is the value of its box in what was written as %s',
    async (format) => {
      expect(paths.length).toBeGreaterThan(20);
      for (const path of paths) {
        for (const mark of ['※', '（＊']) {
          const marked = new Map([...record, [path, `${mark}${record.get(path)}`]]);
          const { sheet: given } = decode(marked, form.vocabulary);
          const { bytes } = await write(format, [given], form, { fonts });
          const [reading] = await read(bytes, `a.${format}`, forms);
          expect(reading?.sheet).toEqual(given);
        }
      }
    },
  );
});

describe('law 4: reading never throws and never hangs', () => {
  const check = async (bytes: Uint8Array) => {
    const readings = await read(bytes, 'x', forms);
    for (const { sheet, findings } of readings) {
      if (sheet === undefined) expect(findings.length).toBeGreaterThan(0);
    }
  };

  test('on random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), check));
  });

  test('on random text with tabs', async () => {
    const text = fc.string({
      unit: fc.constantFrom('\t', '\n', '"', 'あ', 'A', '{', '<ul>'),
      maxLength: 300,
    });
    await fc.assert(fc.asyncProperty(text, (given) => check(new TextEncoder().encode(given))));
  });

  test('on a workbook with bytes changed or cut off', async () => {
    const workbook = forms[0]?.workbook as Uint8Array;
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.nat(workbook.length),
        async (changes, length) => {
          const bytes = Uint8Array.from(workbook);
          for (const [at, value] of changes) bytes[at] = value;
          await check(changes.length === 0 ? bytes.subarray(0, length) : bytes);
        },
      ),
      { numRuns: 40 },
    );
  });
});

function textsOf(grid: Grid): [number, number, string][] {
  return grid.cells.filter(({ text }) => text !== '').map(({ row, column, text }) => [row, column, text]);
}

/** The cells that a reader can see: those with text, and merged ones. */
function visible(grid: Grid): Cell[] {
  return grid.cells
    .filter(({ text, rowSpan, columnSpan }) => text !== '' || rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text }));
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** What happens to a sheet on its way to us: rows move sideways, empty fields get lost, rows get lost. */
const damageArbitrary = fc.array(
  fc.record({
    row: fc.nat(60),
    kind: fc.constantFrom('shift', 'collapse', 'drop', 'note'),
    by: fc.integer({ min: -2, max: 2 }),
  }),
  { maxLength: 5 },
);

function damaged(
  grid: Grid,
  damage: readonly { readonly row: number; readonly kind: string; readonly by: number }[],
): Grid {
  let cells = grid.cells
    .filter(({ text }) => text !== '')
    .map((cell) => ({ ...cell, rowSpan: 1, columnSpan: 1 }));
  for (const { row, kind, by } of damage) {
    const inRow = cells.filter((cell) => cell.row === row);
    const shift = Math.max(by, -Math.min(...inRow.map((cell) => cell.column)));
    cells = cells
      .filter((cell) => kind !== 'drop' || cell.row !== row)
      .map((cell) => {
        if (cell.row !== row) return cell;
        if (kind === 'shift') return { ...cell, column: cell.column + shift };
        return kind === 'collapse' ? { ...cell, column: inRow.indexOf(cell) } : cell;
      });
    if (kind === 'note' && inRow.length === 0) {
      cells.push({ row, column: 0, rowSpan: 1, columnSpan: 1, text: '※ 欄外のメモ' });
    }
  }
  return { ...grid, cells: inReadingOrder(cells) };
}
