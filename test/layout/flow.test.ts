/** When the text does not fit: what goes on on the next page, what stays together, and what is said of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filled } from '../../src/grid.ts';
import { lastLine } from '../../src/layout/cuts.ts';
import { layOut } from '../../src/layout/layout.ts';
import { fillLines, measure } from '../../src/layout/lines.ts';
import { type Page, textOf } from '../../src/layout/page.ts';
import { fonts } from '../fonts.ts';
import { filledOf, lookOf } from './sheets.ts';

const long = Array.from({ length: 40 }, (_, i) => `${i + 1}行目`).join('\n');
const boxText = (page: Page | undefined, row: number, column: number) =>
  page?.boxes
    .find((box) => box.row === row && box.column === column)
    ?.lines.map(textOf)
    .join('\n');

/** Gives each value the path that its place has. */
function withPaths(filled: Filled): Filled {
  const cells = filled.cells.map((cell) =>
    cell.label ? cell : { ...cell, path: `r${cell.row}c${cell.column}` },
  );
  return { ...filled, cells };
}

describe('a text that goes on', () => {
  const policy = { continued: '（続き）', title: '49 協働' };
  const look = lookOf([50, 90], [20], { height: 260 });

  it('says so under its label and above the page', () => {
    const { pages } = layOut(withPaths(filledOf([['内容', long]])), look, fonts, policy);
    expect(pages.map((page) => boxText(page, 0, 0))).toEqual([
      '内容',
      ...pages.slice(1).map(() => '内容\n（続き）'),
    ]);
    expect(pages.map(({ running }) => running.map(textOf))).toEqual([
      [],
      ...pages.slice(1).map(() => ['49 協働（続き）']),
    ]);
    for (const line of pages[1]?.running ?? []) expect(line.y).toBeLessThan(30);
  });

  it('says so in the heading above it where it has no label beside it', () => {
    const filled = filledOf([['内容'], [long]], [[], [0]]);
    const cells = filled.cells.map((cell) => ({ ...cell, label: cell.row === 0 }));
    const { pages } = layOut({ ...filled, cells }, lookOf([90], [20, 20], { height: 260 }), fonts, policy);
    expect(pages.map((page) => boxText(page, 0, 0)).slice(0, 2)).toEqual(['内容', '内容']);
    const high = lookOf([90], [30, 20], { height: 260 });
    expect(
      layOut({ ...filled, cells }, high, fonts, policy).pages.map((page) => boxText(page, 0, 0)),
    ).toEqual(['内容', '内容\n（続き）', '内容\n（続き）']);
  });

  it('leaves the margin to the form’s own header, and shortens a title in its middle', () => {
    const own = layOut(
      filledOf([['内容', long]]),
      lookOf([50, 90], [20], { height: 260, header: '&C様式' }),
      fonts,
      policy,
    );
    expect(own.pages[1]?.running.map(textOf)).toEqual(['様式']);
    const title = { continued: '（続き）', title: '協働'.repeat(40) };
    const [line] = layOut(filledOf([['内容', long]]), look, fonts, title).pages[1]?.running ?? [];
    expect(line && textOf(line)).toMatch(/^協働.*…協働協働（続き）$/);
    expect((line?.x ?? 0) + (line?.width ?? 0)).toBeLessThanOrEqual(275);
  });

  it('is told with its pages and its box, and so is what made more pages or a smaller size necessary', () => {
    const filled = withPaths(
      filledOf([
        ['目的', '短い'],
        ['内容', long],
      ]),
    );
    const flow = lookOf([50, 90], [20, 20], { height: 260 });
    const { pages, findings } = layOut(filled, flow, fonts, { pages: 1, smallestFont: 7 });
    expect(findings).toEqual([
      { code: 'page-added', with: { pages: pages.length, reason: 'box' }, path: 'r1c1' },
      { code: 'box-continued', with: { from: 1, to: pages.length }, path: 'r1c1' },
    ]);
    const small = layOut(filled, flow, fonts, { pages: 2, smallestFont: 4 });
    expect(small.findings).toMatchObject([{ code: 'text-shrunk', path: 'r1c1' }, { code: 'box-continued' }]);
  });
});

it('no box is blamed for what the rows of a list take, but one that takes more than these', () => {
  const rows = (text: string) => [
    ['前', '短い文'],
    ...Array.from({ length: 8 }, () => ['指標', '少し長い文の値です']),
    ['後', text],
  ];
  const look = lookOf(
    [50, 90],
    Array.from({ length: 10 }, () => 20),
    { height: 200 },
  );
  const saidOf = (text: string) => {
    const filled = withPaths(filledOf(rows(text)));
    const origins = filled.origins.map((row) => Math.max(0, row - 7));
    const { findings } = layOut({ ...filled, origins }, look, fonts, { pages: 1, smallestFont: 8 });
    return findings.filter(({ code }) => code === 'page-added');
  };
  expect(saidOf('短い')).toEqual([{ code: 'page-added', with: { pages: 2, reason: 'rows' } }]);
  expect(saidOf(long)).toMatchObject([{ with: { reason: 'box' }, path: 'r9c1' }]);
});

describe('a label', () => {
  it('is not divided, and waits for the page that has room for it', () => {
    const filled = filledOf([
      ['前', ''],
      ['進捗\n管理\nの\n状況', long],
    ]);
    const { pages } = layOut(filled, lookOf([30, 90], [155, 20], { height: 260 }), fonts, {});
    const shown = pages
      .map((page) => boxText(page, 1, 0))
      .filter((text) => text !== undefined && text !== '');
    expect(new Set(shown)).toEqual(new Set(['進捗\n管理\nの\n状況']));
  });
});

describe('a text to be shrunk', () => {
  it('stands on one line as far as it may get smaller, and wraps there', () => {
    const sheet = withPaths(filledOf([['題名', '一二三四五六七八九十一二']]));
    const look = lookOf([50, 90], [20], {}, (_, column) => ({ shrink: column === 1, wrap: false }));
    const { pages, findings } = layOut(sheet, look, fonts, {});
    expect(pages[0]?.boxes[1]?.lines).toHaveLength(1);
    expect(findings).toEqual([{ code: 'box-shrunk', with: { size: 7.07 }, path: 'r0c1' }]);
    const floor = layOut(sheet, look, fonts, { smallestFont: 7.5 });
    expect(floor.pages[0]?.boxes[1]?.lines.map(({ size }) => size)).toEqual([7.5, 7.5]);
  });
});

describe('where a page ends', () => {
  const widthsOf = (text: string) => ({ sums: Array.from({ length: text.length + 1 }, (_, i) => i) });
  const text = fc
    .array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 12 })
    .map((lengths) => lengths.map((length) => 'あ'.repeat(length)).join('\n'));

  it('leaves no single line of a paragraph behind or over, where few lines more would not do', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 20 }), fc.integer({ min: 1, max: 30 }), (given, start, capacity) => {
        const lines = fillLines(measure(given, widthsOf), 100, 10);
        const at = lastLine(lines, Math.min(start, lines.length), capacity);
        expect(at).toBeLessThanOrEqual(Math.min(lines.length, start + capacity));
        if (start < lines.length) expect(at).toBeGreaterThan(start);
        if (at === lines.length || capacity < 4 || start + capacity < 5) return;
        const [before, after] = [lines.slice(0, at), lines.slice(at)];
        const begun = before.length - 1 - before.slice(0, -1).findLastIndex(({ last }) => last);
        const left = after.findIndex(({ last }) => last) + 1;
        if (before.at(-1)?.last === true) expect(after.length).toBeGreaterThan(1);
        else if (at < start + capacity) expect([begun > 1, left > 1]).toEqual([true, true]);
      }),
      { numRuns: 2000 },
    );
  });
});
