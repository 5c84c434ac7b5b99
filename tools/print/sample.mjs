/** The documents that are checked: every case of the tests, a booklet, and one in which everything occurs that a page can hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bind } from '../../dist/book/booklet.js';
import { volumeOf } from '../../dist/book/volume.js';
import { read } from '../../dist/convert.js';
import { fill } from '../../dist/form/fill.js';
import { layOut } from '../../dist/layout/layout.js';
import { bundledFonts } from '../../dist/load.js';
import { openForm } from '../../dist/open-form.js';
import { encode } from '../../dist/sheet/codec.js';
import { writeJson } from '../../dist/writers/json.js';

export const fonts = bundledFonts();

const root = new URL('../../', import.meta.url);
const FORMS = ['templates/niigata-2013.xlsx', 'fixtures/forms/aonami-2018.xlsx'];
const SEED = '../shared/seed/niigata-no49.txt';

/** The booklet of the fixtures, bound for printing on both sides. */
export async function bookletDocument() {
  const [name] = FORMS;
  const { form } = await openForm(readFileSync(new URL(name, root)), name);
  const sheets = JSON.parse(readFileSync(new URL('fixtures/booklet/sheets.json', root), 'utf8'));
  const volume = volumeOf(sheets, form.form, form.vocabulary);
  const title = '改革の記録';
  const options = { title, issuer: '行政経営課', binding: 30, duplex: true };
  const { parts } = bind(volume, form, fonts, options, {
    draw: (part) => ({ ...part, pages: [...part.pages] }),
    stamp: (part, page, running) => {
      part.pages[page] = { ...part.pages[page], running };
    },
  });
  const model = writeJson(volume.items.map(({ sheet }) => sheet));
  return { parts, model, about: { title, author: '行政経営課', language: 'ja-JP' } };
}

/** All sheets of the cases in one document, and the real sheet where it is beside the project. */
export async function casesDocument() {
  const forms = await Promise.all(
    FORMS.map(async (name) => (await openForm(readFileSync(new URL(name, root)), name)).form),
  );
  const inputs = readdirSync(new URL('fixtures/cases/', root)).flatMap((name) =>
    readdirSync(new URL(`fixtures/cases/${name}/`, root))
      .filter((file) => file.startsWith('input.'))
      .map((file) => `fixtures/cases/${name}/${file}`),
  );
  if (existsSync(new URL(SEED, root))) inputs.push(SEED);
  const readings = await Promise.all(
    inputs.map((name) => read(readFileSync(new URL(name, root)), name, forms)),
  );
  const sheets = readings.flat();
  const parts = sheets.map(({ sheet, form: { form, vocabulary } }, i) => {
    const { pages } = layOut(fill(form, encode(sheet, vocabulary)), form.look, fonts, form.settings);
    return { id: `sheet-${i + 1}`, title: sheet.title, level: 1, pages };
  });
  const model = writeJson(sheets.map(({ sheet }) => sheet));
  return { parts, model, about: { title: '改革シート', author: '市民課', language: 'ja-JP' } };
}

const style = (label) => ({
  font: { name: 'any', size: 9, bold: label, serif: false },
  ...(label ? { fill: 'DDE6EE' } : {}),
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  shrink: false,
  indent: 0,
  direction: 'across',
  border: {
    top: { rule: 'thin' },
    right: { rule: 'double', color: '7F7F7F' },
    bottom: { rule: 'dashed' },
    left: { rule: 'thin' },
  },
});

/** Pages of a table whose first row and column are its headings. */
function tablePages(rows) {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => {
      return { row, column, rowSpan: 1, columnSpan: 1, text, label: row === 0 || column === 0 };
    }),
  );
  const filled = {
    source: 'sample',
    rows: rows.length,
    columns: rows[0].length,
    cells,
    origins: [...rows.keys()],
    headings: rows.map((_, row) => (row === 0 ? [] : [0])),
  };
  const look = {
    columns: rows[0].map(() => 120),
    rows: rows.map(() => 18),
    paper: {
      width: 420,
      height: 595,
      margin: { top: 40, right: 30, bottom: 40, left: 30, header: 20, footer: 20 },
      header: '&L改革 && 協働',
      footer: '&C&P／&N',
      centered: true,
      area: { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 },
    },
    style: (row, column) => style(row === 0 || column === 0),
    choices: [],
  };
  return layOut(filled, look, fonts, {}).pages;
}

/** Links, bookmarks of three depths, figures, cells over several pages, fonts in turn, characters no font has. */
export function sampleDocument() {
  const contents = tablePages([
    ['項目', '頁'],
    ['① 協働 & 窓口', '2'],
    ['② <組織>', '5'],
  ]).map((page) => ({
    ...page,
    boxes: page.boxes.map((box) => ({
      ...box,
      ...(box.row === 0 && box.column === 0 ? { heading: 1 } : {}),
      ...(box.row > 0 && box.column === 0 ? { link: box.row === 1 ? 'long' : 'chart' } : {}),
    })),
  }));
  const long = tablePages([
    ['項目', '内容', '備考'],
    ['協働', '・実践的な研修を行う。𠮷野☑済 ⦅一⦆ 葛\u{E0100}飾 '.repeat(120), 'AVATAR (fi) ～〜'],
    ['窓口', '', '―'],
  ]);
  const [page] = tablePages([
    ['区分', '件数'],
    ['達成', '3'],
  ]);
  const figure = {
    x: 40,
    y: 200,
    width: 200,
    height: 60,
    alt: '達成 3件、遅れ 1件',
    shapes: [
      { kind: 'rectangle', x: 40, y: 200, width: 150, height: 20, fill: '777777', stroke: { width: 0.5 } },
      { kind: 'rectangle', x: 190, y: 200, width: 50, height: 20, stroke: { width: 1, color: '990000' } },
      {
        kind: 'line',
        points: [
          [40, 250],
          [140, 230],
          [240, 250],
        ],
        stroke: { width: 2, dash: [4, 2] },
      },
    ],
    texts: page.boxes[0].lines.map((line) => ({ ...line, y: 214 })),
  };
  const parts = [
    { id: 'contents', title: '目次', level: 1, pages: contents },
    { id: 'area', title: 'Ⅰ 市民 & 行政', level: 1, pages: [] },
    { id: 'long', title: '① 協働', level: 2, pages: long },
    { id: 'chart', title: '② (組織) \\', level: 3, pages: [{ ...page, figures: [figure] }] },
    {
      id: 'index',
      title: '索引',
      pages: tablePages([
        ['語', '頁'],
        ['協働', '2'],
      ]),
    },
  ];
  const about = {
    title: 'A & B <市民> "協働"',
    author: '市民課、人事課',
    subject: '& 点検',
    language: 'ja-JP',
  };
  return { parts, about, model: new TextEncoder().encode('[{"form":"sample"}]') };
}
