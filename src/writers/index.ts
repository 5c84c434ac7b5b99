/** The table of output formats. */
import type { Finding } from '../diagnostic.ts';
import type { Filled } from '../grid.ts';
import type { Fonts } from '../layout/fonts.ts';
import type { Part } from '../layout/page.ts';
import type { Look } from '../look.ts';
import { writeJson } from './json.ts';
import { sheetNames } from './sheet-names.ts';
import type { Template } from './template.ts';
import { encodeText, type OutputEncoding, readable } from './text-encoding.ts';

export { OUTPUT_ENCODINGS, type OutputEncoding } from './text-encoding.ts';

/** A sheet ready to be written: the model, and the form filled with it. */
export interface Printed {
  readonly sheet: unknown;
  /** In the columns of the form's worksheet. */
  readonly filled: Filled;
  /** Each block in columns of its own, as people type it; only delimited text asks for it. */
  readonly plain: () => Filled;
  readonly title: string;
  readonly author: string;
}

/** The form workbook behind the sheets: its look, its bytes, its page policy. */
export interface Paper {
  readonly form: {
    readonly look: Look;
    readonly grid: { readonly sheet?: string };
    readonly settings: {
      readonly title: string;
      readonly pages?: number;
      readonly smallestFont?: number;
      readonly continued: string;
    };
  };
  readonly workbook: Uint8Array;
}

/** What writing needs besides the sheets. */
export interface Studio {
  readonly fonts: Fonts;
  /** Of delimited text; UTF-8 unless told, with a byte order mark where commas part the fields. */
  readonly encoding?: OutputEncoding | undefined;
}

interface Output {
  readonly bytes: Uint8Array;
  /** What has to be said of each of the sheets, in their order. */
  readonly told: readonly (readonly Finding[])[];
}

type Writer = (sheets: readonly Printed[], paper: Paper, studio: Studio) => Promise<Output>;

/** A format that sheets are written in: text with tabs, text with commas and the model are `tsv`, `csv` and `json`. */
export type Format = 'pdf' | 'xlsx' | 'tsv' | 'csv' | 'json';

/** Excel has other fonts, and shrinks by itself; that a box goes on is told of its row (`row-divided`). */
const PDF_ONLY: ReadonlySet<string> = new Set(['glyph-missing', 'box-shrunk', 'box-continued']);

/** The workbooks of forms made ready: it takes far longer than writing a sheet. */
const templates = new WeakMap<Uint8Array, Promise<Template>>();

/** Format → writer. Heavy packages are loaded when their format is first written. */
export const writers: Readonly<Record<Format, Writer>> = {
  json: async (sheets) => ({
    bytes: writeJson(sheets.map(({ sheet }) => sheet)),
    told: sheets.map(() => []),
  }),
  tsv: async (sheets, _, { encoding = 'utf-8' }) => delimited(sheets, '\t', encoding),
  // without a byte order mark, Excel takes UTF-8 for something else
  csv: async (sheets, _, { encoding = 'utf-8-bom' }) => delimited(sheets, ',', encoding),
  pdf: async (sheets, { form }, { fonts }) => {
    const [{ layOut }, { writePdf }] = await Promise.all([import('../layout/layout.ts'), import('./pdf.ts')]);
    const layouts = sheets.map(({ filled, title }) =>
      layOut(filled, form.look, fonts, { ...form.settings, title }),
    );
    const [first] = sheets;
    // a document is to have a title, whether its sheet has one or not
    const parts = layouts.map(({ pages }, i): Part => {
      return { id: `sheet-${i + 1}`, title: sheets[i]?.title || form.settings.title, level: 1, pages };
    });
    const about = { title: parts[0]?.title ?? '', author: first?.author ?? '', language: 'ja-JP' };
    const model = writeJson(sheets.map(({ sheet }) => sheet));
    const bytes = await writePdf({ parts, about, model }, fonts);
    return { bytes, told: layouts.map(({ findings }) => findings) };
  },
  xlsx: async (sheets, { form, workbook }, { fonts }) => {
    const [{ layOut }, { prepareTemplate }, { writeWorkbook }, { printout }] = await Promise.all([
      import('../layout/layout.ts'),
      import('./template.ts'),
      import('./workbook.ts'),
      import('./printout.ts'),
    ]);
    const template = templates.get(workbook) ?? prepareTemplate(workbook, form.grid.sheet ?? '');
    templates.set(workbook, template);
    const names = sheetNames(sheets.map(({ title }) => title));
    const printed = sheets.map(({ filled }, i) => {
      const layout = layOut(filled, form.look, fonts, form.settings);
      const { sheet, findings } = printout(
        names[i] ?? '',
        filled,
        layout,
        form.look.paper,
        form.settings.pages,
      );
      const shown = layout.findings.filter(({ code }) => !PDF_ONLY.has(code));
      return { sheet, findings: [...shown, ...findings] };
    });
    const [first] = sheets;
    const about = { title: first?.title ?? '', author: first?.author ?? '' };
    const { bytes, told } = writeWorkbook(
      await template,
      printed.map(({ sheet }) => sheet),
      about,
    );
    return { bytes, told: printed.map(({ findings }, i) => [...findings, ...(told[i] ?? [])]) };
  },
};

/** The names of the output formats. */
export const formats = Object.keys(writers) as readonly Format[];

async function delimited(
  sheets: readonly Printed[],
  delimiter: '\t' | ',',
  encoding: OutputEncoding,
): Promise<Output> {
  const { writeTsv } = await import('./tsv.ts');
  const texts = sheets.map(({ plain }) => readable(plain(), encoding));
  const written = texts.map(({ grid }) => writeTsv(grid, delimiter));
  let above = 0;
  const told = texts.map(({ findings }, i) => {
    const before = above;
    // its lines, and the empty one behind it
    above += written[i]?.split('\n').length ?? 0;
    return findings.map(({ place, ...finding }) =>
      place === undefined ? finding : { ...finding, place: { ...place, row: place.row + before } },
    );
  });
  return { bytes: encodeText(written.join('\n'), encoding), told };
}
