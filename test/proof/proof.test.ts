/**
 * The proof that a person reads: goldens of the text for every case, and of the page for two; what every page must keep.
 * `GOLDEN=counter-hours npx vitest run test/proof/proof.test.ts` rewrites those of that case; read the change.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, tell } from '../../src/convert.ts';
import type { Language } from '../../src/diagnostic.ts';
import { widthOf } from '../../src/proof/columns.ts';
import { proofPage } from '../../src/proof/page.ts';
import { type Proof, proofOf } from '../../src/proof/proof.ts';
import { lostCells } from '../../src/proof/tally.ts';
import { proofText } from '../../src/proof/text.ts';
import { takeMarks } from '../errors/marks.ts';
import { forms, projectFile } from '../forms.ts';
import { expectGolden } from '../golden.ts';

const CASES = 'fixtures/cases';
/** The cases whose pages are kept as well: a damaged text, and a workbook with merged cells. */
const PAGES: Readonly<Record<string, Language>> = { 'counter-hours': 'ja', 'aonami-workbook': 'en' };

async function proofsOf(bytes: Uint8Array, source: string, language: Language = 'ja'): Promise<Proof[]> {
  const readings = await read(bytes, source, forms);
  return readings.map((reading) => proofOf(reading, tell(reading.findings, language, reading.form)));
}

/** The proof of the one sheet in a text. */
async function proofOfText(text: string): Promise<Proof> {
  const [proof, ...others] = await proofsOf(new TextEncoder().encode(text), 'input.txt');
  if (proof === undefined || others.length > 0) throw new Error('there is not one sheet in the text');
  return proof;
}

/** A text of fixtures/errors, without its marks. */
function fixture(code: string): string {
  return takeMarks(readFileSync(projectFile(`fixtures/errors/${code}/input.txt`), 'utf8')).text;
}

describe.each(readdirSync(projectFile(CASES)).sort())('the case %s', (name) => {
  const input = readdirSync(projectFile(`${CASES}/${name}`)).find((file) =>
    file.startsWith('input.'),
  ) as string;
  const bytes = readFileSync(projectFile(`${CASES}/${name}/${input}`));

  test('is shown', async () => {
    const [proof] = await proofsOf(bytes, input);
    const text = proofText(proof as Proof, 'ja', false);
    for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
    expectGolden(name, `${CASES}/${name}/show.txt`, text);
  });

  test('is shown as a page', async () => {
    const language = PAGES[name] ?? 'ja';
    const page = proofPage(await proofsOf(bytes, input, language), language);
    holds(page);
    if (name in PAGES) expectGolden(name, `${CASES}/${name}/show.html`, page);
  });
});

/** What a page must keep: it needs nothing else, runs nothing, its anchors lead somewhere and its tables are whole. */
function holds(page: string): void {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:/i);
  expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="(?:ja|en)">/);
  expect(page).toMatch(/<title>[^<]+<\/title>/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  for (const [heading] of page.matchAll(/<th[ >][^>]*/g)) expect(heading).toMatch(/scope="(?:col|row)"/);
  for (const [table] of page.matchAll(/<table class="sheet">[\s\S]*?<\/table>/g)) isWhole(table);
}

/** Each row of a table fills all columns once, with what reaches down from above. */
function isWhole(table: string): void {
  const rows = [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...(row as string).matchAll(/<t[hd]([^>]*)>/g)].map(([, attributes]) => {
      const span = (name: string) =>
        Number(new RegExp(`${name}="(\\d+)"`).exec(attributes as string)?.[1] ?? 1);
      return { rows: span('rowspan'), columns: span('colspan') };
    }),
  );
  const width = rows[0]?.length;
  const reach: number[] = [];
  for (const [r, cells] of rows.entries()) {
    const above = reach.filter((end) => end > r).length;
    expect(above + cells.reduce((sum, { columns }) => sum + columns, 0)).toBe(width);
    for (const cell of cells) {
      if (cell.rows > 1) for (let c = 0; c < cell.columns; c++) reach.push(r + cell.rows);
    }
  }
}

describe('a cell', () => {
  test('shows what was put right, before and after, with its reason', async () => {
    const proof = await proofOfText(fixture('html-removed'));
    const cells = proof.rows.flatMap((row) => row.cells).filter(({ notes }) => notes.length > 0);
    expect(cells.length).toBeGreaterThan(0);
    for (const { text, meanings, notes } of cells) {
      expect(text).toMatch(/<\w+/);
      expect(meanings[0]?.read).not.toMatch(/<\w+/);
      expect(notes.map(({ code }) => code)).toEqual(['html-removed']);
    }
  });

  test('that could belong to two boxes names both, and is in neither', async () => {
    const proof = await proofOfText(fixture('place-ambiguous'));
    const [lost, ...others] = lostCells(proof);
    expect(others).toEqual([]);
    expect(lost?.meanings).toEqual([
      {
        kind: 'doubtful',
        box: '年度評価 › 課題、今後の方針、改善事項など › 平成25年度',
        other: '年度評価 › 課題、今後の方針、改善事項など › 平成26年度',
      },
    ]);
    expect(proof.empty.map(({ box, isDoubtful }) => [box, isDoubtful])).toEqual([
      ['年度評価 › 課題、今後の方針、改善事項など › 平成25年度', true],
      ['年度評価 › 課題、今後の方針、改善事項など › 平成26年度', true],
    ]);
    holds(proofPage([proof], 'ja'));
  });

  test.each([
    ['heading-repeated', 'repeated'],
    ['remark-passed', 'remark'],
    ['text-unplaced', 'unplaced'],
    ['sheet-repeated', 'repeated'],
    ['label-split', 'label'],
    ['label-glued', 'value'],
  ])('of %s is taken for %s', async (code, kind) => {
    const proof = await proofOfText(fixture(code));
    const note = proof.notes.find((one) => one.code === code);
    const row = proof.rows.find(({ notes }) => notes.some((one) => one === note));
    expect(row?.cells.flatMap(({ meanings }) => meanings.map((meaning) => meaning.kind))).toContain(kind);
    holds(proofPage([proof], 'ja'));
  });
});

test('every box of the form is either filled or among the empty ones', async () => {
  const bytes = readFileSync(projectFile(`${CASES}/october-draft/input.tsv`));
  const [reading] = await read(bytes, 'input.tsv', forms);
  if (reading?.form === undefined) throw new Error('not read');
  const proof = proofOf(reading, []);
  const values = proof.rows.flatMap(({ cells }) => cells.flatMap(({ meanings }) => meanings));
  expect(values.filter(({ kind }) => kind === 'value').length).toBe(reading.record.size);
  const boxes = reading.form.vocabulary.boxes ?? [];
  const inLists = boxes.filter((path) => path.includes('[]')).length;
  expect(reading.record.size + proof.empty.length).toBe(boxes.length + inLists);
});

test('what a sheet holds steers neither page nor terminal', async () => {
  const evil = `<script>alert(1)</script>"' onmouseover=x \u001b[31m`;
  const proof = await proofOfText(fixture('remark-passed').replace('40分', evil));
  const page = proofPage([{ ...proof, source: evil }], 'ja');
  expect(page).not.toContain('<script');
  expect(page).not.toContain('\u001b');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onmouseover=x ␛[31m');
  expect(proofText({ ...proof, source: evil }, 'ja', true)).not.toContain('\u001b');
});

test('a model has no grid: its values are listed', async () => {
  const json = readFileSync(projectFile(`${CASES}/park-upkeep/sheet.json`));
  const [proof] = await proofsOf(json, 'sheet.json');
  if (proof === undefined) throw new Error('not read');
  expect(proof.grid).toBeUndefined();
  expect(proof.rows.length).toBeGreaterThan(20);
  expect(proofText(proof, 'en', false)).toContain('value   No.');
  holds(proofPage([proof], 'en'));
});

test('several sheets stand on one page, also one that could not be read', async () => {
  const proofs = await Promise.all(
    ['place-ambiguous', 'form-unmatched', 'html-removed'].map((code) => proofOfText(fixture(code))),
  );
  const page = proofPage(proofs, 'ja');
  holds(page);
  expect(page.match(/<section /g)).toHaveLength(3);
  expect(page).toContain('form-unmatched');
});

test('texts are cut with their length, or shown in full', async () => {
  const long = 'とても長い文です。'.repeat(30);
  const proof = await proofOfText(fixture('place-ambiguous').replace(/受付の手順.*/, long));
  expect(proofText(proof, 'ja', false)).toMatch(/とても長い.*\.\. \(270字\)/);
  const full = proofText(proof, 'ja', true);
  expect(full.match(/とても/g)?.length).toBeGreaterThanOrEqual(25);
  for (const line of full.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
});

describe('rows that are passed over', () => {
  const base = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');

  test('are told by their number where they are blank', async () => {
    const proof = await proofOfText(base.replace('\n\n', '\n'.repeat(50)));
    const page = proofPage([proof], 'ja');
    holds(page);
    expect(page).toContain('2～50 行は空です');
  });

  test('and as those of another sheet where they are', async () => {
    const other = base.replace('証明窓口', '税の窓口');
    const piece = base.split('\n').slice(15, 18).join('\n');
    const proofs = await proofsOf(new TextEncoder().encode(`${base}\n${other}\n${piece}\n`), 'input.txt');
    expect(proofs.map(({ item }) => item)).toEqual([
      '12 証明窓口の待ち時間の短縮',
      '12 税の窓口の待ち時間の短縮',
    ]);
    // all texts of the piece, its words of the form among them
    expect(proofs.map((proof) => lostCells(proof).length)).toEqual([15, 0]);
    const page = proofPage(proofs, 'ja');
    holds(page);
    expect(page.match(/\d+～\d+ 行は別のシートです/g)).toEqual(['27～54 行は別のシートです']);
  });
});
