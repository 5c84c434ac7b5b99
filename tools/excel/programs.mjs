/** The programs that look at workbooks and PDFs: LibreOffice, pdftotext, openpyxl. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A digit of Calibri at 11 points is 7 pixels wide in Excel, which measures columns by it; LibreOffice leaves it at the
 * 7.43 that it is. So LibreOffice gets the columns this much narrower, to print them as wide as Excel does.
 */
const DIGIT = 5.25 / (0.507 * 11);

/** The fonts of the package, under the names that forms call them by, and those of the system. */
const fontconfig = (cache) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url))}</dir><dir>/usr/share/fonts</dir>
<cachedir>${cache}</cachedir>
<match target="pattern"><test name="family"><string>BIZ UDPゴシック</string></test>
<edit name="family" mode="assign" binding="strong"><string>BIZ UDPGothic</string></edit></match>
<include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>`;

/**
 * Prints workbooks of a folder by LibreOffice, into its folder `printed`: without their running lines, for which
 * LibreOffice makes the body of the page smaller, as Excel does not.
 */
export function printed(folder, names) {
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, fontconfig(join(folder, 'fonts')));
  const copies = names.map((name) => {
    const parts = unzipSync(readFileSync(join(folder, `${name}.xlsx`)));
    for (const part of Object.keys(parts).filter((key) => key.startsWith('xl/worksheets/sheet'))) {
      const narrower = (_, start, width) => start + Number(width) * DIGIT;
      const xml = strFromU8(parts[part]).replace(/<headerFooter[\s\S]*?<\/headerFooter>/, '');
      parts[part] = strToU8(xml.replace(/(<col\b[^>]*?\bwidth=")([\d.]+)/g, narrower));
    }
    const copy = join(folder, 'printed', `${name}.xlsx`);
    writeFileSync(copy, zipSync(parts));
    return copy;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', join(folder, 'printed')];
  execFileSync('soffice', [...convert, ...copies], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
}

/** The words on each page of a PDF between its margins, and where they stand, in points. */
export function wordsOf(file, { height, margin }) {
  const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return text
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gs,
        ),
      ]
        .map(([, left, top, right, bottom, word]) => ({
          x: (Number(left) + Number(right)) / 2,
          y: (Number(top) + Number(bottom)) / 2,
          text: plain(word),
        }))
        .filter(({ y }) => y < height - margin.bottom),
    );
}

function plain(word) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return word.replace(/&(\w+);/g, (_, name) => entities[name]).replace(/\s/g, '');
}

/** What openpyxl reads: the worksheets of each workbook. */
export function readBack(files) {
  const program = fileURLToPath(new URL('read.py', import.meta.url));
  // Debian's own, which is the one that sees Debian's openpyxl
  return JSON.parse(
    execFileSync('/usr/bin/python3', [program, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
  );
}
