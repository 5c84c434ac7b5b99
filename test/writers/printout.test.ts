import { describe, expect, test } from 'vitest';
import type { Filled } from '../../src/grid.ts';
import { layOut } from '../../src/layout/layout.ts';
import type { Look, Style } from '../../src/look.ts';
import { printout } from '../../src/writers/printout.ts';
import { tallestRow } from '../../src/writers/strips.ts';
import { fonts } from '../fonts.ts';
import { filledOf, lookOf } from '../layout/sheets.ts';

/** The worksheet for a sheet; the paper of these has 340 points between its margins. */
function printed(filled: Filled, look: Look, policy: { readonly pages?: number } = {}) {
  const layout = layOut(filled, look, fonts, policy);
  return { layout, ...printout('一', filled, layout, look.paper, policy.pages) };
}

const sum = (heights: readonly number[]) => heights.reduce((all, height) => all + height, 0);
const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => [`${i}`, '文']);

describe('a worksheet that prints as its layout', () => {
  test('has the heights of the layout, down to a pixel', () => {
    const { sheet, layout, findings } = printed(filledOf([['a'], ['b'.repeat(40)]]), lookOf([60], [20, 20]));
    expect(sheet.heights[0]).toBe(19.5);
    expect(sum(sheet.heights)).toBeLessThanOrEqual(sum(layout.heights));
    expect(sum(layout.heights) - sum(sheet.heights)).toBeLessThan(0.75);
    expect(sheet.print).toEqual({ breaks: [], fit: 'width' });
    expect(findings).toEqual([]);
  });

  test('breaks where the layout does, and no page is fuller than the paper', () => {
    const { sheet, layout } = printed(filledOf(rowsOf(50)), lookOf([50, 50], Array(50).fill(17)));
    expect(layout.pages).toHaveLength(3);
    expect(sheet.print?.breaks).toEqual([20, 40]);
    expect(sum(sheet.heights.slice(0, 20))).toBeLessThanOrEqual(338);
    expect(sum(sheet.heights.slice(0, 20))).toBeGreaterThan(335);
  });

  test('breaks where the form does by hand, below the last copy of a repeated row', () => {
    const filled = { ...filledOf(rowsOf(4)), origins: [0, 1, 1, 2] };
    const { sheet } = printed(filled, lookOf([50, 50], [17, 17, 17], { breaks: [2] }));
    expect(sheet.print?.breaks).toEqual([3]);
  });

  test('leaves a blank row between two pages at the end of the first', () => {
    const texts = rowsOf(21).map((row, i) => (i === 20 ? [] : row));
    const blank = { border: {} };
    const look = lookOf([50, 50], Array(22).fill(17), {}, (row) => (row === 20 ? blank : {}));
    const { sheet } = printed(filledOf([...texts, ['末', '']]), look);
    expect(sheet.print?.breaks).toEqual([21]);
    expect(sheet.heights[20]).toBeLessThan(3);
  });

  test('repeats the headings where every later page has the same, and says where it cannot', () => {
    const headings = rowsOf(50).map((_, row) => (row === 0 ? [] : [0]));
    const look = lookOf([50, 50], Array(50).fill(17));
    const same = printed(filledOf(rowsOf(50), headings), look);
    expect(same.sheet.print?.titles).toEqual({ top: 0, bottom: 0 });
    expect(same.findings).toEqual([]);
    const other = printed(
      filledOf(
        rowsOf(50),
        headings.map((own, row) => (row > 30 ? [] : own)),
      ),
      look,
    );
    expect(other.sheet.print?.titles).toBeUndefined();
    expect(other.findings.map(({ code, place }) => [code, place?.sheet, place?.address])).toEqual([
      ['heading-unrepeated', '一', 'A21'],
    ]);
  });

  test('merges the boxes of a row that is too tall over several rows', () => {
    const filled = filledOf([['前'], ['字'.repeat(400), '右'], ['後']]);
    const { sheet, findings } = printed(filled, lookOf([60, 60], [20, 20, 20], { height: 1000 }));
    const [before, tall, right, after] = sheet.filled.cells;
    expect([before?.rowSpan, tall?.row, tall?.rowSpan, right?.rowSpan, after?.row]).toEqual([1, 1, 2, 2, 3]);
    expect(sheet.filled.origins).toEqual([0, 1, 1, 2]);
    expect(sheet.heights.every((height) => height <= tallestRow)).toBe(true);
    expect([...(sheet.continued ?? [])]).toEqual([2]);
    expect(findings.map(({ code, place }) => [code, place?.address])).toEqual([['row-too-tall', 'A2']]);
  });

  test('goes on on the next page with a row that the layout divides', () => {
    const { sheet, layout, findings } = printed(filledOf([['字'.repeat(600)]]), lookOf([60], [20]));
    expect(layout.pages.length).toBeGreaterThan(2);
    expect(sheet.filled.cells[0]?.rowSpan).toBe(layout.pages.length);
    expect(sheet.print?.breaks).toEqual(layout.pages.slice(1).map((_, i) => i + 1));
    expect(findings.map(({ code }) => code)).toEqual(['row-divided']);
  });

  test('wraps a value where the layout does, though Excel would have it on one line, and makes it no smaller', () => {
    const long = '字'.repeat(30);
    const wrappedIn = (style: Partial<Style>, text = long, label = false) => {
      const filled = filledOf([['題', text]]);
      const cells = filled.cells.map((cell) => (cell.column === 1 ? { ...cell, label } : cell));
      const look = lookOf([50, 80, 40], [20], {}, () => ({ wrap: false, ...style }));
      return printed({ ...filled, columns: 3, cells }, look, { pages: 1 }).sheet;
    };
    expect(wrappedIn({}).wrapped).toEqual([{ row: 0, column: 1, columnSpan: 1, textScale: 1 }]);
    expect(wrappedIn({ shrink: true }).wrapped).toMatchObject([{ column: 1, textScale: 6 / 8 }]);
    expect(wrappedIn({}, '短').wrapped).toEqual([]);
    expect(wrappedIn({}, long, true).wrapped).toEqual([]);
    expect(wrappedIn({ wrap: true }).wrapped).toEqual([]);
    expect(wrappedIn({ wrap: true }, '1'.repeat(30)).wrapped).toMatchObject([{ column: 1 }]);
    // over the empty place beside it
    expect(wrappedIn({ border: {} }).filled.cells.map(({ columnSpan }) => columnSpan)).toEqual([1, 2]);
  });

  test('is made to fit as the layout is', () => {
    const filled = filledOf([['字'.repeat(500), '右']]);
    const shrunk = printed(filled, lookOf([120, 60], [20]), { pages: 1 });
    expect(shrunk.layout.scale.text).toBeLessThan(1);
    expect(shrunk.sheet.textScale).toBe(shrunk.layout.scale.text);
    expect(shrunk.sheet.print?.fit).toBe('page');
    const byHand = (scale: number) =>
      printed(filledOf([['a']]), lookOf([400], [20], { scale })).sheet.print?.fit;
    expect([byHand(0.5), byHand(0.9)]).toEqual([undefined, 'width']);
  });
});
