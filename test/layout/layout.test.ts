import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/layout/layout.ts';
import { PADDING } from '../../src/layout/measures.ts';
import { type Box, type Page, type TextLine, textOf } from '../../src/layout/page.ts';
import { fonts } from '../fonts.ts';
import { anySheet, filledOf, lookOf } from './sheets.ts';
import { layoutText } from './text.ts';

const EPS = 1e-3;
const ink = (text: string) => text.replace(/\s/gu, '');
const boxText = (box: Box | undefined) => (box?.lines ?? []).map(textOf).join('\n');
const boxAt = (page: Page | undefined, row: number, column: number) =>
  page?.boxes.find((box) => box.row === row && box.column === column);

/** What a line covers, turned or not. */
function extentOf({ x, y, width, size, turned }: TextLine) {
  const [above, below] = [size * 0.88, size * 0.12];
  if (turned === 'up') return { left: x - above, right: x + below, top: y - width, bottom: y };
  if (turned === 'down') return { left: x - below, right: x + above, top: y, bottom: y + width };
  return { left: x, right: x + width, top: y - above, bottom: y + below };
}

describe('layOut', () => {
  it('gives every cell its box, in rows as high as the text needs', () => {
    const filled = filledOf([
      ['項目', '内容'],
      ['目的', '協働を実践できる職員の育成と庁内体制の整備'],
    ]);
    const layout = layOut(filled, lookOf([50, 90], [20, 20]), fonts, {});
    expect(layoutText(layout)).toBe(
      [
        'page 1 300.0 400.0',
        '80.0 30.0 50.0 20.0 8.0 項目',
        '130.0 30.0 90.0 20.0 8.0 内容',
        '80.0 50.0 50.0 33.3 8.0 目的',
        '130.0 50.0 90.0 33.3 8.0 協働を実践できる職員⏎の育成と庁内体制の⏎整備',
        '',
      ].join('\n'),
    );
    expect(layout.heights.map((height) => Math.round(height * 10) / 10)).toEqual([20, 33.3]);
    expect(layout.findings).toEqual([]);
  });

  it('makes the last row of a merged cell higher where the text needs more than its rows give', () => {
    const filled = filledOf([
      ['一', '上'],
      ['二', '下'],
    ]);
    const tall = '実践'.repeat(20);
    const merged = { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: tall, label: true };
    const cells = [merged, ...filled.cells.filter((cell) => cell.column === 1)];
    const { heights } = layOut({ ...filled, cells }, lookOf([50, 50], [15, 15]), fonts, {});
    expect(heights[0]).toBe(15);
    expect(heights[1]).toBeGreaterThan(60);
  });

  it('scales columns wider than the paper down, text and all, and never up', () => {
    const filled = filledOf([['項目', '内容']]);
    const wide = layOut(filled, lookOf([200, 300], [20]), fonts, {}).pages[0];
    expect(boxAt(wide, 0, 1)).toMatchObject({ x: 125, width: 150, lines: [{ size: 4 }] });
    const narrow = layOut(filled, lookOf([20, 30], [20], { scale: 2 }), fonts, {}).pages[0];
    expect(boxAt(narrow, 0, 1)).toMatchObject({ width: 60, lines: [{ size: 16 }] });
  });

  it('scales a form taller than the one page that its print setup gives it down, and a longer text further', () => {
    const rows = Array.from({ length: 20 }, () => 34);
    const filled = filledOf(rows.map(() => ['項目', '内容']));
    const look = lookOf([50, 90], rows, { pages: 1 });
    expect(layOut(filled, lookOf([50, 90], rows), fonts, {}).pages).toHaveLength(2);
    const own = layOut(filled, look, fonts, { pages: 1 });
    expect([own.pages.length, own.scale.sheet, own.findings]).toEqual([1, 0.5, []]);
    expect(boxAt(own.pages[0], 0, 1)).toMatchObject({ width: 45, lines: [{ size: 4 }] });
    const long = filledOf(rows.map(() => ['項目', '内容'.repeat(30)]));
    const shrunk = layOut(long, look, fonts, { pages: 1, smallestFont: 1 });
    expect(shrunk.pages).toHaveLength(1);
    expect(shrunk.findings).toMatchObject([{ code: 'text-shrunk' }]);
    // the settings may allow more pages than the print setup
    expect(layOut(filled, look, fonts, { pages: 2 }).scale.sheet).toBe(1);
  });

  it('scales the air around texts with such a form, so that low rows of one line fit the page blank', () => {
    const rows = Array.from({ length: 60 }, () => 11);
    const filled = filledOf(rows.map(() => ['項目', '内容']));
    const { pages, scale, findings } = layOut(filled, lookOf([25, 90], rows, { pages: 1 }), fonts, {
      pages: 1,
    });
    expect([pages.length, scale.text, findings]).toEqual([1, 1, []]);
    expect(scale.sheet).toBeCloseTo(340 / 660);
  });

  it('passes over page breaks of such a form, as Excel does, and makes it no smaller where one page is not enough', () => {
    const rows = Array.from({ length: 20 }, () => 34);
    const look = lookOf([50, 90], rows, { pages: 1, breaks: [2] });
    expect(layOut(filledOf(rows.map(() => ['項目', '内容'])), look, fonts, { pages: 1 }).pages).toHaveLength(
      1,
    );
    const long = filledOf(rows.map(() => ['項目', '内容'.repeat(60)]));
    const { pages, scale, findings } = layOut(long, look, fonts, { pages: 1 });
    expect(findings.map(({ code }) => code)).toContain('page-added');
    expect(scale.sheet).toBe(1);
    expect(pages[0]?.boxes.filter(({ column }) => column === 0)).toHaveLength(2);
  });

  it('draws an edge that two boxes share once, as the heavier rule', () => {
    const filled = filledOf([['一'], ['二']]);
    const look = lookOf([50], [20, 20], {}, (row) =>
      row === 0
        ? { border: { bottom: { rule: 'medium' } } }
        : { border: { top: { rule: 'hair' }, bottom: { rule: 'thin' } } },
    );
    const rules = layOut(filled, look, fonts, {}).pages[0]?.rules ?? [];
    expect(rules.map(({ y1, rule }) => [y1, rule])).toEqual([
      [50, 'medium'],
      [70, 'thin'],
    ]);
  });

  it('draws an edge in its colour, the darker of two that are as heavy', () => {
    const look = lookOf([50], [20, 20], {}, (row) =>
      row === 0
        ? { border: { top: { rule: 'thin', color: '9A9A9A' }, bottom: { rule: 'thin', color: '9A9A9A' } } }
        : { border: { top: { rule: 'thin', color: '404040' }, bottom: { rule: 'thin' } } },
    );
    const rules = layOut(filledOf([['一'], ['二']]), look, fonts, {}).pages[0]?.rules ?? [];
    expect(rules.map(({ color }) => color)).toEqual(['9A9A9A', '404040', undefined]);
  });

  it('closes copies of a row with the inner rule, the last one with the outline', () => {
    const filled = { ...filledOf([['一'], ['二'], ['三']]), origins: [0, 0, 0] };
    const look = lookOf([50], [20], {}, () => ({
      border: { top: { rule: 'thin' }, bottom: { rule: 'medium' } },
    }));
    const rules = layOut(filled, look, fonts, {}).pages[0]?.rules ?? [];
    expect(rules.map(({ rule }) => rule)).toEqual(['thin', 'thin', 'thin', 'medium']);
  });

  it('lets text that does not wrap run on over empty places, and wraps it where they end', () => {
    const filled = { ...filledOf([['長い見出しの文字列']]), columns: 3 };
    const look = lookOf([20, 30, 40], [20], {}, () => ({ wrap: false, border: {} }));
    expect(boxAt(layOut(filled, look, fonts, {}).pages[0], 0, 0)?.lines).toHaveLength(1);
    const bordered = lookOf([20, 30, 40], [20], {}, () => ({ wrap: false }));
    expect(boxAt(layOut(filled, bordered, fonts, {}).pages[0], 0, 0)?.lines.length).toBeGreaterThan(3);
  });

  it('aligns text in its box', () => {
    const filled = filledOf([['中']]);
    const box = (style: object) =>
      boxAt(
        layOut(
          filled,
          lookOf([50], [40], {}, () => style),
          fonts,
          {},
        ).pages[0],
        0,
        0,
      );
    expect(box({ horizontal: 'center' })?.lines[0]?.x).toBeCloseTo(125 + 21, 3);
    expect(box({ horizontal: 'right' })?.lines[0]?.x).toBeCloseTo(125 + 50 - PADDING.x - 8, 3);
    const ascent = 8 * 0.88;
    expect(box({ vertical: 'middle' })?.lines[0]?.y).toBeCloseTo(30 + 16 + ascent, 1);
    expect(box({ vertical: 'bottom' })?.lines[0]?.y).toBeCloseTo(30 + 40 - PADDING.y - 8 + ascent, 1);
  });

  it('stacks the characters of a label, and spreads a distributed one', () => {
    const filled = filledOf([['取組の状況']]);
    const stacked = layOut(
      filled,
      lookOf([16], [20], {}, () => ({ direction: 'stacked' })),
      fonts,
      {},
    );
    expect(stacked.pages[0]?.boxes[0]?.lines.map(textOf)).toEqual(['取', '組', 'の', '状', '況']);
    const spread = layOut(
      filled,
      lookOf([100], [20], {}, () => ({ horizontal: 'distributed' })),
      fonts,
      {},
    );
    const [line] = spread.pages[0]?.boxes[0]?.lines ?? [];
    expect(line?.width).toBeCloseTo(100 - 2 * PADDING.x, 3);
  });

  it('shrinks the text to fit the pages it may take, and says so', () => {
    const filled = filledOf([['目的', '協働を実践できる職員の育成。'.repeat(30)]]);
    const look = lookOf([40, 160], [20]);
    expect(layOut(filled, look, fonts, {}).pages).toHaveLength(1);
    const small = { ...look, paper: { ...look.paper, height: 250 } };
    expect(layOut(filled, small, fonts, {}).pages).toHaveLength(2);
    const fitted = layOut(filled, small, fonts, { pages: 1, smallestFont: 5 });
    expect(fitted.pages).toHaveLength(1);
    expect(fitted.findings).toEqual([{ code: 'text-shrunk', with: { size: 7, reason: 'rows' } }]);
    expect(fitted.pages[0]?.boxes[1]?.lines[0]?.size).toBe(7);
  });

  it('keeps the form’s size and adds pages where smaller text is not enough', () => {
    const filled = filledOf([['目的', '協働を実践できる職員の育成。'.repeat(90)]]);
    const look = lookOf([40, 160], [20], { height: 250 });
    const layout = layOut(filled, look, fonts, { pages: 1, smallestFont: 7 });
    expect(layout.pages.length).toBeGreaterThan(2);
    expect(layout.pages[1]?.boxes[1]?.lines[0]?.size).toBe(8);
    expect(layout.findings).toMatchObject([
      { code: 'page-added', with: { pages: layout.pages.length, reason: 'rows' } },
      {},
    ]);
  });

  it('moves a row to the next page and shows its headings again above it', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`第${i + 1}行`, '内容']);
    const filled = filledOf([['年度', '計画'], ...rows], [[], ...rows.map(() => [0])]);
    const look = lookOf([50, 90], [20, ...rows.map(() => 40)], { height: 260 });
    const { pages } = layOut(filled, look, fonts, {});
    expect(pages.map((page) => page.boxes.filter((box) => box.column === 0).map(boxText))).toEqual([
      ['年度', '第1行', '第2行', '第3行', '第4行'],
      ['年度', '第5行', '第6行', '第7行', '第8行'],
      ['年度', '第9行'],
    ]);
    expect(boxAt(pages[1], 0, 0)).toMatchObject({ again: true, y: 30 });
    expect(boxAt(pages[1], 5, 0)).toMatchObject({ again: false, continued: false });
  });

  it('does not part a heading from the first row under it', () => {
    const filled = filledOf([['前'], ['見出し'], ['内容']], [[], [], [1]]);
    const { pages } = layOut(filled, lookOf([90], [150, 40, 40], { height: 260 }), fonts, {});
    expect(pages.map((page) => page.boxes.map(boxText))).toEqual([['前'], ['見出し', '内容']]);
    const higher = layOut(filled, lookOf([90], [100, 20, 90], { height: 260 }), fonts, {});
    expect(higher.pages.map((page) => page.boxes.map(boxText))).toEqual([['前'], ['見出し', '内容']]);
  });

  it('does not part rows that the box of a value joins, unless they fill more than half a page', () => {
    const filled = filledOf(
      [
        ['見出し', ''],
        ['前', ''],
        ['名', '計画'],
        ['', '実績'],
      ],
      [[], [0], [0], [0]],
    );
    const isUnder = (cell: { row: number; column: number }) => cell.row === 3 && cell.column === 0;
    const cells = filled.cells
      .filter((cell) => !isUnder(cell))
      .map((cell) => (cell.text === '名' ? { ...cell, rowSpan: 2, label: false } : cell));
    const pagesOf = (heights: readonly number[], label = false) => {
      const own = cells.map((cell) => (label ? { ...cell, label } : cell));
      const look = lookOf([50, 90], heights, { height: 260 });
      return layOut({ ...filled, cells: own }, look, fonts, {}).slices.map((slices) =>
        slices.map(({ row }) => row),
      );
    };
    expect(pagesOf([20, 120, 40, 40])).toEqual([
      [0, 1],
      [0, 2, 3],
    ]);
    expect(pagesOf([20, 120, 40, 40], true)).toEqual([
      [0, 1, 2],
      [0, 3],
    ]);
    expect(pagesOf([20, 80, 80, 80])).toEqual([
      [0, 1, 2],
      [0, 3],
    ]);
  });

  it('divides a long row between its lines, with its label on every page', () => {
    const long = Array.from({ length: 40 }, (_, i) => `${i + 1}行目`).join('\n');
    const { pages } = layOut(filledOf([['内容', long]]), lookOf([50, 90], [20], { height: 260 }), fonts, {});
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => boxText(page.boxes[1])).join('\n')).toBe(long);
    expect(pages.map((page) => boxText(page.boxes[0]))).toEqual(pages.map(() => '内容'));
    expect(pages.map((page) => page.boxes[1]?.continued)).toEqual(pages.map((_, i) => i > 0));
  });

  it('writes the page’s number into the footer', () => {
    const look = lookOf([50], [300, 300], {
      footer: '&L&"ＭＳ 明朝,標準"&9様式&R&P／&N',
      header: '&A && &D',
    });
    const { pages } = layOut({ ...filledOf([['一'], ['二']]), sheet: '様式1' }, look, fonts, {});
    expect(pages.map((page) => page.running.map(textOf))).toEqual([
      ['様式1 & ', '様式', '1／2'],
      ['様式1 & ', '様式', '2／2'],
    ]);
    const [head, left, right] = pages[0]?.running ?? [];
    expect(head?.y).toBeLessThan(30);
    expect(left).toMatchObject({ x: 25, y: 385 });
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeCloseTo(275, 3);
  });

  it('names each character that no font has, once', () => {
    const { findings, pages } = layOut(filledOf([['⦅一⦆⦅']]), lookOf([50], [20]), fonts, {});
    expect(findings).toEqual([
      { code: 'glyph-missing', with: { character: '⦅', code: 'U+2985' } },
      { code: 'glyph-missing', with: { character: '⦆', code: 'U+2986' } },
    ]);
    expect(pages[0]?.boxes.map(boxText)).toEqual(['⦅一⦆⦅']);
  });

  it('leaves out what is hidden or outside the printed area', () => {
    const filled = filledOf([
      ['一', '二', '三'],
      ['四', '五', '六'],
      ['七', '八', '九'],
    ]);
    const look = lookOf([20, 0, 20], [20, 0, 20], { area: { top: 0, left: 0, bottom: 1, right: 2 } });
    const layout = layOut(filled, look, fonts, {});
    expect(layout.pages[0]?.boxes.map(boxText)).toEqual(['一', '三']);
    expect(layout.heights).toEqual([20, 0, 20]);
  });
});

describe('any sheet', () => {
  const check = (property: (pages: readonly Page[], sheet: { cells: readonly { text: string }[] }) => void) =>
    fc.assert(
      fc.property(
        anySheet,
        fc.constantFrom({}, { pages: 1, smallestFont: 4 }),
        ({ filled, look }, policy) => {
          property(layOut(filled, look, fonts, policy).pages, filled);
        },
      ),
      { numRuns: 150 },
    );

  it('keeps every character of every cell, in its order', () => {
    fc.assert(
      fc.property(anySheet, ({ filled, look }) => {
        const { pages } = layOut(filled, look, fonts, {});
        for (const cell of filled.cells) {
          const parts = pages.flatMap((page) => {
            const box = boxAt(page, cell.row, cell.column);
            return box === undefined || box.again ? [] : [boxText(box)];
          });
          expect(ink(parts.join(''))).toBe(ink(cell.text));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('stays within the margins', () => {
    check((pages) => {
      for (const { boxes, width, height } of pages) {
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(25 - EPS);
          expect(box.y).toBeGreaterThanOrEqual(30 - EPS);
          expect(box.x + box.width).toBeLessThanOrEqual(width - 25 + EPS);
          expect(box.y + box.height).toBeLessThanOrEqual(height - 30 + EPS);
        }
      }
    });
  });

  it('keeps lines inside their boxes', () => {
    check((pages) => {
      for (const box of pages.flatMap((page) => page.boxes)) {
        for (const line of box.lines) {
          const { left, right, top, bottom } = extentOf(line);
          expect(left).toBeGreaterThanOrEqual(box.x - EPS);
          expect(right).toBeLessThanOrEqual(box.x + box.width + EPS);
          expect(top).toBeGreaterThanOrEqual(box.y - EPS);
          expect(bottom).toBeLessThanOrEqual(box.y + box.height + EPS);
        }
      }
    });
  });

  it('has no boxes that overlap', () => {
    check((pages) => {
      for (const { boxes } of pages) {
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            expect(Math.min(across, down)).toBeLessThanOrEqual(EPS);
          }
        }
      }
    });
  });
});
