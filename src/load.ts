/** What ships with the package, read from its folder: the forms and the fonts. */

import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type FontFile, type Fonts, openFonts } from './layout/fonts.ts';

const TEMPLATES = new URL('../templates/', import.meta.url);

/** A workbook that may be a form, and its file's name. */
export interface FormFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The form workbooks of the package, by name. */
export async function bundledForms(): Promise<FormFile[]> {
  const names = (await readdir(TEMPLATES)).filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$'));
  return Promise.all(
    names.sort().map(async (name) => ({ name, bytes: await readFile(new URL(name, TEMPLATES)) })),
  );
}

/** The fonts of the package, first choice first: those for the form's Gothic and Mincho, then what fills their gaps. */
const FONTS: readonly { name: string; bold: boolean; serif?: boolean; file: string }[] = [
  { name: 'BIZ UDPGothic', bold: false, file: 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf' },
  { name: 'BIZ UDPGothic', bold: true, file: 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf' },
  {
    name: 'BIZ UDPMincho',
    bold: false,
    serif: true,
    file: 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf',
  },
  { name: 'BIZ UDPMincho', bold: true, serif: true, file: 'biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf' },
  { name: 'Noto Sans JP', bold: false, file: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf' },
  { name: 'Noto Sans JP', bold: true, file: 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf' },
  {
    name: 'Noto Sans Symbols 2',
    bold: false,
    file: 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
  },
];

/** The fonts of the package, each file read when it is first needed. */
export function bundledFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  return openFonts(
    FONTS.map(({ file, ...font }): FontFile => {
      return { ...font, bytes: () => readFileSync(resolve(`@expo-google-fonts/${file}`)) };
    }),
  );
}
