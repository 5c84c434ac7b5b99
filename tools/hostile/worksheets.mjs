/** Worksheets that reach too far or hold too much. */
import { book, cell, letters, MiB, main, many, office, parts, sheet, strings } from './parts.mjs';
import { archive } from './zip.mjs';

export function worksheets({ text }) {
  const bad = (name, codes, changes) => [
    name,
    codes,
    () => book(typeof changes === 'function' ? changes() : changes),
  ];
  const far = (count) => many(count, (i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
  const grid = (rows, columns, of) =>
    many(
      rows,
      (r) => `<row r="${r + 1}">${many(columns, (c) => of(`${letters(c)}${r + 1}`, r * columns + c))}</row>`,
    );
  const merges = (count, of) =>
    `<mergeCells>${many(count, (i) => `<mergeCell ref="${of(i)}"/>`)}</mergeCells>`;
  const everywhere = 'A2:XFD1048576';
  const large = ['sheet-too-large'];
  return [
    bad('a dimension of a million rows', ['form-unmatched'], { before: '<dimension ref="A1:XFD1048576"/>' }),
    bad('a row 999999999', large, { rows: '<row r="999999999"><c r="A999999999"><v>1</v></c></row>' }),
    bad('a cell XFD1048576', large, { rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    bad('a cell ZZZ1', large, { rows: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }),
    bad('a cell XFD1', ['form-unmatched'], { rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }),
    bad('50,000 cells in column XFD', large, () => ({ rows: far(5e4) })),
    bad('200 cells in column XFD', ['form-unmatched'], () => ({ rows: far(200) })),
    bad('a merge of the whole sheet', ['form-unmatched'], { after: merges(1, () => everywhere) }),
    bad('a drop-down list on the whole sheet', ['form-unmatched'], {
      after: `<dataValidations><dataValidation type="list" sqref="${everywhere}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    }),
    bad('a name for the whole sheet', ['form-unmatched'], {
      names: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">a!$A$1:$XFD$1048576</definedName><definedName name="__proto__">a!$A$1:$XFD$1048576</definedName></definedNames>`,
    }),
    bad('60,000 merges', large, () => ({ after: merges(6e4, (i) => `A${i + 2}:B${i + 2}`) })),
    bad('10,000 merges on one another', ['form-unmatched'], () => ({ after: merges(1e4, () => 'A2:B9') })),
    bad('8,000 merges in a row', ['form-unmatched'], () => ({
      after: merges(8e3, (i) => `${letters(2 * i)}2:${letters(2 * i + 1)}11`),
    })),
    bad('a million blank cells with a style', ['form-unmatched', 'input-too-large'], () => ({
      rows: grid(5e4, 20, (at) => `<c r="${at}" s="0"/>`),
    })),
    bad('450,000 blank cells in reach', ['form-unmatched'], () => ({
      rows: grid(1800, 250, (at) => `<c r="${at}" s="0"/>`),
    })),
    bad('600,000 numbers', ['input-too-large', 'sheet-too-large'], () => ({
      rows: grid(6e3, 100, () => '<c><v>1</v></c>'),
    })),
    bad('450,000 numbers', large, () => ({ rows: grid(4500, 100, () => '<c><v>1</v></c>') })),
    bad('20,000 words', ['form-unmatched'], () => ({ rows: grid(1000, 20, () => '<c t="s"><v>0</v></c>') })),
    bad('15,000 zeros of formulas, one from the other', ['form-unmatched'], () => ({
      rows: grid(1000, 15, (at) => `<c r="${at}"><f>A${Number(at.replace(/\D+/, '')) + 1}</f><v>0</v></c>`),
    })),
    bad('400,000 zeros of formulas', large, () => ({
      rows: grid(4000, 100, (at) => `<c r="${at}"><f>CV4000</f><v>0</v></c>`),
    })),
    bad('400,000 cells in hidden rows', large, () => ({
      rows: many(
        80_000,
        (r) => `<row r="${r + 1}"${r % 2 === 0 ? ' hidden="1"' : ''}>${'<c><v>1</v></c>'.repeat(5)}</row>`,
      ),
    })),
    bad('a text of 1 MB in 10,000 cells', large, () => ({
      ...strings(`<si><t>${'あ'.repeat(MiB / 3)}</t></si>`),
      rows: grid(1000, 10, () => '<c t="s"><v>0</v></c>'),
    })),
    bad('a million column definitions', ['archive-unsafe'], () => ({
      before: `<cols>${'<col min="1" max="16384"/>'.repeat(1e6)}</cols>`,
    })),
    bad('a worksheet a thousand times', ['archive-unsafe'], () => ({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many(1000, (i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="r1"/>`)}</sheets></workbook>`,
      rows: grid(1000, 20, () => '<c><v>1</v></c>'),
    })),
    bad('10,000 worksheets listed', ['input-too-large'], () => ({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many(1e4, (i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="r1"/>`)}</sheets></workbook>`,
    })),
    bad('a sheet __proto__', ['archive-damaged'], {
      name: '__proto__',
      rows: '<row><c t="s"><v>__proto__</v></c></row>',
    }),
    [
      '25 worksheets of 4,900 rows of four labels',
      ['input-too-large'],
      () => {
        const words = [...new Set(text.split(/[\t\n"]+/))].filter((word) => word !== '').slice(0, 60);
        const rows = (n) =>
          grid(4900, 4, (at, i) => `<c r="${at}" t="s"><v>${(i * 37 + (i >> 6) + n) % words.length}</v></c>`);
        return severalSheets(
          25,
          (n) => sheet(rows(n)),
          strings(many(words.length, (i) => `<si><t>${words[i]}</t></si>`)),
        );
      },
    ],
    ['500 worksheets', ['form-unmatched'], () => severalSheets(500, () => sheet(cell))],
  ];
}

/** A workbook with so many worksheets, and one more before them. */
function severalSheets(count, of, others = {}) {
  const extra = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`xl/worksheets/sheet${i + 2}.xml`, of(i)]),
  );
  const all = Object.fromEntries(parts({ ...extra, ...others }));
  return archive(
    Object.entries({
      ...all,
      'xl/_rels/workbook.xml.rels': all['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>',
        `${many(count, (i) => `<Relationship Id="s${i}" Type="${office}/worksheet" Target="worksheets/sheet${i + 2}.xml"/>`)}</Relationships>`,
      ),
      'xl/workbook.xml': all['xl/workbook.xml'].replace(
        '</sheets>',
        `${many(count, (i) => `<sheet name="s${i}" sheetId="${i + 2}" r:id="s${i}"/>`)}</sheets>`,
      ),
    }),
  );
}
