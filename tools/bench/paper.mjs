/** What every way gets: the forms opened, the sheets, and each of them as cells of the form for those that only draw. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fill } from '../../dist/form/fill.js';
import { bundledFonts, bundledForms, openForm } from '../../dist/index.js';
import { encode } from '../../dist/sheet/codec.js';

const { resolve } = createRequire(import.meta.url);

/** The fonts that a plain program would take for this form: those that ours takes, too. */
export const fontFiles = {
  regular: resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
};

const [file] = (await bundledForms()).filter(({ name }) => name.startsWith('niigata-2013'));
export const form = (await openForm(file.bytes, file.name)).form;
export const { look } = form.form;
export const fonts = bundledFonts();

/** A sheet as cells with all that is to be drawn of them. */
export function cellsOf(sheet) {
  const filled = fill(form.form, encode(sheet, form.vocabulary));
  const cells = filled.cells.map(({ row, column, rowSpan, columnSpan, text }) => {
    const { font, fill, horizontal, border } = look.style(filled.origins[row], column);
    const { size, bold } = font;
    const ruled = Object.keys(border).length > 0;
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      size,
      bold,
      fill,
      ruled,
      centered: horizontal === 'center',
    };
  });
  return { cells, columns: look.columns, rows: filled.origins.map((origin) => look.rows[origin]) };
}

/** A folder that is gone when the program ends. */
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export function folderOf(name) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Somewhere to write a way's files to, and how many bytes they were on the average of the last round. */
export function outbox(name, ending) {
  const path = folderOf(name);
  const sizes = new Map();
  return {
    put(own, bytes) {
      sizes.set(own, bytes.length);
      writeFileSync(join(path, `${own}.${ending}`), bytes);
    },
    size: () => [...sizes.values()].reduce((sum, size) => sum + size, 0) / sizes.size,
  };
}

/** A way that makes a file of each item and puts it away. */
export function each(items, { put, size }, make) {
  return {
    size,
    async run() {
      for (const [i, item] of items.entries()) {
        put(i + 1, await make(item));
        // as where files are written one after the other: what a document has left to the next turn is done
        await setImmediate();
      }
    },
  };
}
