/** Pages as pictures: rendered from the PDF, small, and compared with those that a person has looked at. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { projectFile } from './forms.ts';

/** Of the longer side, in pixels. */
const LONGEST = 640;
/** From 0 to 1: a pixel that differs by less is the same. */
const TOLERANCE = 0.2;
/** What part of a picture may differ. */
const MOST_DIFFERENT = 0.002;

const library = await PDFiumLibrary.init();

/** Renders the pages of a PDF in grey, white behind them. */
export async function picturesOf(pdf: Uint8Array): Promise<PNG[]> {
  const document = await library.loadDocument(pdf);
  const pictures: PNG[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = LONGEST / Math.max(originalWidth, originalHeight);
    const { data, width, height } = await page.render({ scale, colorSpace: 'Gray' });
    const picture = new PNG({ width, height });
    for (const [i, grey] of data.entries()) picture.data.set([grey, grey, grey, 255], 4 * i);
    pictures.push(picture);
  }
  document.destroy();
  return pictures;
}

/** What another program takes for the text of each page. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await library.loadDocument(pdf);
  const texts = [...document.pages()].map((page) => page.getText());
  document.destroy();
  return texts;
}

/**
 * Compares a page with its picture under `fixtures/pictures`; `GOLDEN=name` rewrites that one. A picture that is
 * missing fails. Where a page differs, what it is now is left in `out/pictures` beside what differs.
 * @returns undefined where they are the same, else what is wrong
 */
export function differenceFrom(name: string, page: PNG): string | undefined {
  const file = projectFile(`fixtures/pictures/${name}.png`);
  if (process.env.GOLDEN === name) writeFileSync(file, smallest(page));
  if (!existsSync(file)) return `fixtures/pictures/${name}.png is missing: GOLDEN=${name} writes it`;
  const known = PNG.sync.read(readFileSync(file));
  if (known.width !== page.width || known.height !== page.height) return `${name} has another size`;
  const difference = new PNG({ width: page.width, height: page.height });
  const count = pixelmatch(known.data, page.data, difference.data, page.width, page.height, {
    threshold: TOLERANCE,
  });
  if (count <= page.width * page.height * MOST_DIFFERENT) return undefined;
  mkdirSync(projectFile('out/pictures'), { recursive: true });
  writeFileSync(projectFile(`out/pictures/${name}.png`), PNG.sync.write(page));
  writeFileSync(projectFile(`out/pictures/${name}-difference.png`), PNG.sync.write(difference));
  return `${name} differs in ${count} pixels: see out/pictures`;
}

/** A picture as a small file: in grey, one byte for a pixel. */
function smallest(page: PNG): Buffer {
  return PNG.sync.write(page, { colorType: 0, inputColorType: 6, deflateLevel: 9 });
}
