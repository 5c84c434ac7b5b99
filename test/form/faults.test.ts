/** Faults of a form that are of its worksheets as such: what of them is not printed, or is no text of a form. */
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/form/faults.ts';
import { type Form, pathsOf } from '../../src/form/form.ts';
import { openForm } from '../../src/open-form.ts';
import { forms, projectFile } from '../forms.ts';

/** The faults of the form after a change that a person may make in Excel, and the form. */
async function changed(change: (sheet: exceljs.Worksheet, settings: exceljs.Worksheet) => void) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(readFileSync(projectFile('templates/niigata-2013.xlsx'))).buffer);
  change(...(book.worksheets as [exceljs.Worksheet, exceljs.Worksheet]));
  const { form, findings } = await openForm(new Uint8Array(await book.xlsx.writeBuffer()), 'form.xlsx');
  if (form === undefined) throw new Error('no form');
  return { form: form.form, findings, faults: faultsOf(form.form) };
}

const holesFrom = (
  form: Form,
  isIn: (slot: { row: number; column: number; columnSpan: number }) => boolean,
) => form.slots.filter(isIn).flatMap(pathsOf);

describe('a box that is not printed is a fault', () => {
  test('outside the print area', async () => {
    const { form, faults } = await changed((sheet) => {
      sheet.pageSetup.printArea = 'A1:L18';
    });
    expect(faults.map(({ code, with: about }) => [code, about?.hole])).toEqual(
      holesFrom(form, ({ row }) => row >= 18).map((path) => ['hole-unprinted', path]),
    );
    expect(faults).toHaveLength(8);
  });

  test('in a hidden column, but not where a merged cell reaches beyond it', async () => {
    const { form, faults } = await changed((sheet) => {
      sheet.getColumn('J').hidden = true;
    });
    expect(faults.map(({ code, with: about }) => [code, about?.hole])).toEqual(
      holesFrom(form, ({ column, columnSpan }) => column === 9 && columnSpan === 1).map((path) => [
        'hole-unprinted',
        path,
      ]),
    );
    expect(faults).toHaveLength(2);
  });
});

test('a mark on another worksheet is a fault, where the form has no other for its value', async () => {
  const { findings } = await changed((sheet) => {
    const back = sheet.workbook.addWorksheet('裏面');
    back.getCell('B2').value = '{title}';
    back.getCell('B3').value = '{finalReview.outlook}';
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === '{finalReview.outlook}') cell.value = null;
      }),
    );
  });
  expect(findings).toMatchObject([
    {
      code: 'hole-unprinted',
      with: { hole: 'finalReview.outlook' },
      place: { sheet: '裏面', address: 'B3' },
    },
  ]);
});

test('what is found while the worksheets are read is told', async () => {
  const error = { formula: '1/0', result: { error: '#DIV/0!' } } as const;
  const { findings } = await changed((sheet, settings) => {
    sheet.getCell('A18').value = error;
    settings.getCell('F2').value = { formula: '1+1' };
    settings.getCell('F3').note = '控え';
  });
  expect(findings.filter(({ code }) => code !== 'formula-fixed')).toMatchObject([
    { code: 'value-error', place: { address: 'A18' } },
    { code: 'formula-uncalculated', place: { address: 'F2' } },
    { code: 'comment-passed', place: { address: 'F3' } },
  ]);
});

describe('settings as people write them', () => {
  test.each([
    ['a meaning that is none', ['status', 'stopped', '中止', 'Late'], 'setting-invalid', 'D40'],
    ['a meaning of the other list', ['grade', 'E', '対象外', 'late'], 'setting-invalid', 'D40'],
    ['a key without words that is a word of another', ['grade', 'Ｂ', '', ''], 'setting-invalid', 'C40'],
    ['a name that is none', ['Grade', 'E', '対象外', ''], 'setting-unused', 'A40'],
    ['a constant that no mark has the name of', ['beforeYear', '平成24', '', ''], 'setting-unused', 'A40'],
  ])('%s is told', async (_, row, code, address) => {
    const { findings } = await changed((_, settings) => {
      settings.getRow(40).values = row;
    });
    expect(findings).toMatchObject([{ code, place: { address } }]);
  });

  test('nothing is told of those of the package', () => {
    expect(forms.map(({ form }) => faultsOf(form))).toEqual([[], []]);
  });

  test('without a row of headings, the first row is a setting', async () => {
    const { form } = await changed((_, settings) => {
      settings.spliceRows(1, 1);
    });
    const [own] = forms;
    expect(form.settings.form).toBe(own?.form.settings.form);
    expect(form.settings).toMatchObject({ years: own?.form.settings.years, title: own?.form.settings.title });
  });

  test.each(['4-9', '４－９', '4～9月', '4月〜9月', '04-09', new Date(Date.UTC(2026, 3, 9))])(
    'months are taken as Excel and people write them: %s',
    async (months) => {
      const { form, findings } = await changed((_, settings) => {
        const row = settings.getRow(40);
        row.values = ['period', 'third', '第三期', months];
        if (months instanceof Date) row.getCell(4).numFmt = 'm"月"d"日"';
      });
      expect(findings).toEqual([]);
      expect(form.settings.periods.at(-1)).toMatchObject({ firstMonth: 4, lastMonth: 9 });
    },
  );

  test('years may stand in any order', async () => {
    const { form } = await changed((_, settings) => {
      const rows = [...Array(40).keys()].map((i) => settings.getRow(i + 1));
      const [first, second] = rows.filter((row) => row.getCell(1).value === 'year');
      const [before, after] = [first?.values, second?.values];
      if (first && second && before && after) [first.values, second.values] = [after, before];
    });
    expect(form.settings.years.map(({ year }) => year)).toEqual([2013, 2014]);
  });

  test('words may be parted as a Japanese keyboard parts them', async () => {
    const { form } = await changed((_, settings) => {
      settings.addRow(['status', 'stopped', '中止｜取りやめ', '']);
    });
    expect(form.settings.statuses.at(-1)).toEqual({
      key: 'stopped',
      printed: '中止',
      spellings: ['取りやめ'],
    });
  });
});
