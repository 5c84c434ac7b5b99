import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/layout/figure.ts';
import { layOut } from '../../src/layout/layout.ts';
import type { Box, Page, Part } from '../../src/layout/page.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { fonts } from '../fonts.ts';
import { anySheet, filledOf, lookOf } from '../layout/sheets.ts';
import { readTags, type Tag, tagsOf, tagsText } from './pdf-tags.ts';
import { readPdf } from './pdf-text.ts';

const about = { title: '改革', language: 'ja-JP' };
const print = (...parts: readonly Part[]) => writePdf({ parts, about }, fonts);
const partOf = (pages: readonly Page[], more: Partial<Part> = {}): Part => {
  return { id: 'sheet', title: '', pages, ...more };
};

type Row = readonly string[];

/** Pages of a grid in which the cells that begin with `*` are the form's own words; `` is no cell. */
function pagesOf(rows: readonly Row[], headings: number[][] = [], height = 400): readonly Page[] {
  const filled = filledOf(rows, headings);
  const cells = filled.cells
    .filter(({ text }) => text !== '')
    .map((cell) => ({ ...cell, text: cell.text.replace('*', ''), label: cell.text.startsWith('*') }));
  const columns = rows[0]?.map(() => 80) ?? [];
  const look = lookOf(
    columns,
    rows.map(() => 20),
    { height },
    () => ({ border: {} }),
  );
  return layOut({ ...filled, cells }, look, fonts, {}).pages;
}
const withBoxes = (pages: readonly Page[], change: (box: Box) => Partial<Box>): readonly Page[] =>
  pages.map((page) => ({ ...page, boxes: page.boxes.map((box) => ({ ...box, ...change(box) })) }));
const structureOf = async (pages: readonly Page[]) => tagsText(readTags(await print(partOf(pages))));

describe('tables', () => {
  it('have headings for what stands beside them, below them, or both', async () => {
    const pages = pagesOf([
      ['*項目', '*計画', '*実績'],
      ['*回数', '1', '2'],
      ['*備考', 'なし', '*回'],
      ['*課', '市民課', ''],
      ['A', '', ''],
    ]);
    expect(await structureOf(pages)).toBe(`Document
  Sect
    Table
      TR
        TH Column 項目
        TH Column 計画
        TH Column 実績
      TR
        TH Row 回数
        TD 1
        TD 2
      TR
        TH Row 備考
        TD なし
        TD 回
      TR
        TH Both 課
        TD 市民課
        TD
      TR
        TD A
        TD
        TD
`);
  });

  it('are parted by blank rows, a text alone above another block is a heading, a last one is a paragraph', async () => {
    const pages = pagesOf([
      ['*改革シート', ''],
      ['', ''],
      ['*大項目', '協働'],
      ['', ''],
      ['*評価', ''],
      ['', ''],
      ['*年度', '*課題'],
      ['平成', '研修'],
      ['', ''],
      ['*注', ''],
    ]);
    expect(await structureOf(pages)).toBe(`Document
  Sect
    H1 改革シート
    Table
      TR
        TH Row 大項目
        TD 協働
    H2 評価
    Table
      TR
        TH Column 年度
        TH Column 課題
      TR
        TD 平成
        TD 研修
    P 注
`);
  });

  it('go on on further pages: a cell is read once and whole, headings are not read again', async () => {
    const long = '研修を行う。'.repeat(60);
    const rows = [
      ['*項目', '*内容'],
      ['*一', long],
      ['*二', '終わり'],
    ];
    const pages = pagesOf(rows, [[], [0], [0]], 200);
    expect(pages.length).toBeGreaterThan(2);
    const bytes = await print(partOf(pages));
    expect(tagsText(readTags(bytes))).toBe(`Document
  Sect
    Table
      TR
        TH Column 項目
        TH Column 内容
      TR
        TH Row 一
        TD ${long}
      TR
        TH Row 二
        TD 終わり
`);
    const { artifacts } = readPdf(bytes).pages[1] ?? { artifacts: [] };
    expect(artifacts).toEqual(expect.arrayContaining(['項目', '内容']));
  });

  it('are rectangular, and everything on any pages is read once or an artifact', async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, async ({ filled, look }) => {
        const { pages } = layOut(filled, look, fonts, {});
        const bytes = await print(partOf(pages));
        for (const table of tagsOf(readTags(bytes), 'Table')) expectRectangular(table);
        for (const { unmarked } of readPdf(bytes).pages)
          expect(unmarked).toMatch(/^[-\d. ]+ cm\n(BT\nET\n)?$/);
      }),
      { numRuns: 60 },
    );
  });
});

/** Each row of a table covers as many columns as the first, counting what reaches down into it. */
function expectRectangular(table: Tag): void {
  const covered = table.kids.map(() => 0);
  for (const [row, { kids }] of table.kids.entries()) {
    for (const { attributes } of kids) {
      for (let r = row; r < row + Number(attributes.RowSpan ?? 1); r++) {
        covered[r] = (covered[r] ?? 0) + Number(attributes.ColSpan ?? 1);
      }
    }
  }
  expect(covered).toEqual(table.kids.map(() => covered[0]));
}

describe('figures', () => {
  const line = pagesOf([['*数']])[0]?.boxes[0]?.lines[0];
  const figure: Figure = {
    x: 30,
    y: 100,
    width: 200,
    height: 50,
    alt: '達成 3件、遅れ 1件',
    shapes: [
      { kind: 'rectangle', x: 30, y: 100, width: 150, height: 20, fill: 'CCCCCC', stroke: { width: 0.5 } },
      { kind: 'rectangle', x: 180, y: 100, width: 50, height: 20, stroke: { width: 1, color: 'FF0000' } },
      { kind: 'rectangle', x: 30, y: 125, width: 50, height: 20, fill: '336699' },
      {
        kind: 'line',
        points: [
          [30, 150],
          [130, 120],
          [230, 150],
        ],
        stroke: { width: 2, dash: [3, 1] },
      },
    ],
    texts: line === undefined ? [] : [line],
  };
  const [page] = pagesOf([
    ['*上', '一'],
    ['', ''],
    ['', ''],
    ['', ''],
    ['', ''],
    ['', ''],
    ['*下', '二'],
  ]);
  const pages = page === undefined ? [] : [{ ...page, figures: [figure] }];

  it('are read by their words, where they begin among the tables', async () => {
    const sheet = readTags(await print(partOf(pages)));
    expect(sheet.kids[0]?.kids.map(({ type }) => type)).toEqual(['Table', 'Figure', 'Table']);
    const [found] = tagsOf(sheet, 'Figure');
    expect(found?.alt).toBe('達成 3件、遅れ 1件');
    expect(found?.attributes).toMatchObject({ O: 'Layout', BBox: [30, 250, 230, 300] });
    expect(found?.text).toBe('数');
  });

  it('are drawn as they are given', async () => {
    const { streams } = readPdf(await print(partOf(pages)));
    const content = [...streams.values()]
      .map((s) => Buffer.from(s).toString())
      .find((s) => s.includes('/Figure'));
    const drawn = /\/Figure <<\/MCID \d+>> BDC\n([\s\S]*?)BT/.exec(content ?? '')?.[1];
    expect(drawn).toBe(`q
0 G 0.5 w [] 0 d 0 J
0.8 0.8 0.8 rg
30 100 150 20 re B
1 0 0 RG 1 w [] 0 d 0 J
180 100 50 20 re S
0.2 0.4 0.6 rg
30 125 50 20 re f
0 G 2 w [3 1] 0 d 0 J
30 150 m 130 120 l 230 150 l S
`);
  });
});

describe('links and bookmarks', () => {
  const contents = withBoxes(
    pagesOf([
      ['一 協働', '3'],
      ['二 窓口', '4'],
    ]),
    ({ row, column }) => (column === 0 ? { link: row === 0 ? 'one' : 'two' } : {}),
  );
  const parts: readonly Part[] = [
    { id: 'contents', title: '目次', level: 1, pages: contents },
    { id: 'area', title: '重点', level: 1, pages: [] },
    { id: 'one', title: '一 協働', level: 2, pages: pagesOf([['一', '']]) },
    { id: 'two', title: '二 窓口', level: 2, pages: [...pagesOf([['二', '']]), ...pagesOf([['三', '']])] },
    { id: 'index', title: '索引', level: 1, pages: pagesOf([['索', '']]) },
    { id: 'back', title: '裏', pages: pagesOf([['裏', '']]) },
  ];

  it('lead to the parts they name, and say so', async () => {
    const bytes = await print(...parts);
    const sheet = readTags(bytes);
    expect(tagsText(sheet)).toContain(`Sect 目次
    Table
      TR
        TD
          Link 一協働 → 一 協働
        TD 3
      TR
        TD
          Link 二窓口 → 二 窓口
        TD 4
`);
    const pages = readPdf(bytes).pages.map(({ id }) => id);
    const links = tagsOf(sheet, 'Link').flatMap((tag) => tag.links);
    expect(links.map(({ A }) => (A as { D: { reference: number }[] }).D[0]?.reference)).toEqual([
      pages[1],
      pages[2],
    ]);
    expect(links[0]).toMatchObject({ Subtype: 'Link', F: 4, Rect: [70, 350, 150, 370] });
  });

  it('stand one below the other, each with the number of those below it', async () => {
    const { objects, pages } = readPdf(await print(...parts));
    const bookmarks = [...objects.values()].filter((o) => /\/Title/.test(o) && /\/Dest/.test(o));
    const leadTo = bookmarks.map((o) => pages.findIndex(({ id }) => o.includes(`/Dest [${id} 0 R`)));
    expect(leadTo.sort()).toEqual([0, 1, 1, 2, 4]);
    const counts = [...objects.values()].flatMap((o) =>
      /\/(?:Title|Type \/Outlines)/.test(o) && /\/Count/.test(o)
        ? [Number(/\/Count (-?\d+)/.exec(o)?.[1])]
        : [],
    );
    expect(counts.sort((a, b) => a - b)).toEqual([-2, 3]);
  });

  it('are refused where they lead nowhere, and where two parts have one name', async () => {
    await expect(print(...parts.slice(0, 3))).rejects.toThrow('no part has the id two');
    await expect(print(partOf(contents), partOf(contents))).rejects.toThrow('two parts have the id sheet');
  });

  it('may be headings', async () => {
    const pages = withBoxes(pagesOf([['一 協働', '3']]), ({ column }) =>
      column === 0 ? { heading: 3, link: 'sheet' } : {},
    );
    const bytes = await print(partOf(pages, { title: '協働' }));
    expect(tagsText(readTags(bytes))).toContain('    H3\n      Link 一協働 → 協働\n    P 3\n');
  });
});
