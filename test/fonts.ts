/** The fonts the tests measure and draw with. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import '../src/layout/faces.ts';
import { type FontFile, type Fonts, openFonts } from '../src/layout/fonts.ts';

const { resolve } = createRequire(import.meta.url);

const file = (name: string, bold: boolean, path: string, serif = false): FontFile => ({
  name,
  bold,
  serif,
  bytes: () => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/${path}`))),
});

export const fontFiles: readonly FontFile[] = [
  file('BIZ UDPGothic', false, 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  file('BIZ UDPGothic Bold', true, 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
  file('Noto Sans JP', false, 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  file('BIZ UDPMincho', false, 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf', true),
  file('Noto Sans Symbols 2', false, 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'),
];

/** Opened once for all tests of a file. */
export const fonts: Fonts = openFonts(fontFiles);
