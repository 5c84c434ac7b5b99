/** Has the PDFs checked by other people's programs: qpdf, poppler's, xmllint, and PDFBox Preflight for PDF/A-1b. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../../dist/layout/page.js';
import { openPdf } from '../../dist/writers/pdf.js';
import { sectionOf } from '../../dist/writers/structure.js';
import { bookletDocument, casesDocument, fonts, sampleDocument } from './sample.mjs';

const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'jaxb-api',
  'javax.activation',
];

/** Parts of the booklet that lead nowhere, with a page of words and with charts in tables of several heads. */
const FRONT = ['cover', 'guide', 'statuses', 'grades'];

const folder = mkdtempSync(join(tmpdir(), 'print-'));
const faults = [];

/** What a program prints. One that fails is a fault, with its words. */
function run(program, args, input) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    faults.push(`${program} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
    return '';
  }
}

function expect(holds, what) {
  if (!holds) faults.push(what);
}

const withoutSpace = (text) => text.replace(/\s/gu, '');
const inAnyOrder = (text) => [...withoutSpace(text)].sort().join('');

/** All that is to be read aloud, in order. */
function textsOf(element) {
  if ('kids' in element) return element.kids.map(textsOf).join('');
  return (element.texts ?? element.lines).map(textOf).join('');
}

/** All that stands on the pages. */
function drawnTexts(parts) {
  const pages = parts.flatMap((part) => part.pages);
  return pages
    .flatMap(({ boxes, figures = [], running }) => [
      ...boxes.flatMap((box) => box.lines),
      ...figures.flatMap((figure) => figure.texts),
      ...running,
    ])
    .map(textOf)
    .join('');
}

/** Writes a document as a booklet is written: the running lines are put on its pages when all of them are there. */
function written({ parts, about, model }, conformance) {
  const pdf = openPdf(about, fonts, conformance);
  const drawn = parts.map((part) => {
    return pdf.draw({ ...part, pages: part.pages.map((page) => ({ ...page, running: [] })) });
  });
  for (const [i, { pages }] of parts.entries()) {
    for (const [page, { running }] of pages.entries()) pdf.stamp(drawn[i], page, running);
  }
  return pdf.close(drawn, model);
}

function check(name, publication) {
  const { parts, about, model } = publication;
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, written(publication));

  expect(/No syntax or stream encoding errors/.test(run('qpdf', ['--check', file])), `${name}: qpdf`);
  const info = run('pdfinfo', ['-enc', 'UTF-8', file]);
  expect(/^Tagged: +yes$/m.test(info), `${name}: not tagged`);
  expect(info.includes(about.title), `${name}: no title\n${info}`);
  run('xmllint', ['--noout', '-'], run('pdfinfo', ['-meta', file]));
  const fontLines = run('pdffonts', [file]).trim().split('\n').slice(2);
  expect(
    fontLines.length > 0 && fontLines.every((line) => / yes yes yes /.test(line)),
    `${name}: ${fontLines}`,
  );

  const copied = run('pdftotext', ['-enc', 'UTF-8', file, '-']);
  expect(inAnyOrder(copied) === inAnyOrder(drawnTexts(parts)), `${name}: pdftotext finds other characters`);
  run('pdfdetach', ['-save', '1', '-o', `${file}.json`, file]);
  expect(readFileSync(`${file}.json`).equals(Buffer.from(model)), `${name}: another model is attached`);

  const older = join(folder, `${name}-1b.pdf`);
  writeFileSync(older, written(publication, 'PDF/A-1b'));
  const jars = JARS.map((jar) => `/usr/share/java/${jar}.jar`).join(':');
  const verdict = run('java', ['-cp', jars, 'org.apache.pdfbox.preflight.Validator_A1b', older]);
  expect(/is a valid PDF\/A-1b file/.test(verdict), `${name}: Preflight\n${verdict}`);
}

/** Whether another program reads the structure as we meant it. It takes its time over each cell: for few pages only. */
function checkAloud(name, publication) {
  const file = join(folder, `${name}-aloud.pdf`);
  writeFileSync(file, written(publication));
  const texts = run('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file]).matchAll(/^ +"(.*)"$/gm);
  const read = withoutSpace([...texts].map(([, text]) => text).join(''));
  const meant = withoutSpace(publication.parts.map((part) => textsOf(sectionOf(part))).join(''));
  expect(read === meant, `${name}: read aloud otherwise than meant\n${read}\n${meant}`);
}

try {
  const [cases, booklet, sample] = [await casesDocument(), await bookletDocument(), sampleDocument()];
  check('cases', cases);
  check('booklet', booklet);
  check('sample', sample);
  checkAloud('case', { ...cases, parts: cases.parts.slice(0, 1) });
  checkAloud('front', { ...booklet, parts: booklet.parts.filter(({ id }) => FRONT.includes(id)) });
  checkAloud('sample', sample);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'the PDFs stand all checks' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
