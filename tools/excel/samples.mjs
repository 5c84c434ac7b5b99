/** The sheets that are printed both ways: every case, the real sheet where it is there, and some that are too long. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openForm, read } from '../../dist/index.js';

const at = (path) => new URL(`../../${path}`, import.meta.url);
const forms = await Promise.all(
  ['templates/niigata-2013.xlsx', 'fixtures/forms/aonami-2018.xlsx'].map(
    async (path) => (await openForm(readFileSync(at(path)), path)).form,
  ),
);

/** Each with the sheets that go into its one workbook, and their form. */
export async function samples() {
  const cases = [];
  for (const name of readdirSync(at('fixtures/cases'))) {
    const input = readdirSync(at(`fixtures/cases/${name}`)).find((file) => file.startsWith('input.'));
    cases.push({ name, ...(await understood(`fixtures/cases/${name}/${input}`)) });
  }
  const real = '../shared/seed/niigata-no49.txt';
  if (existsSync(at(real))) cases.push({ name: 'niigata-no49', ...(await understood(real)) });
  const [{ form, sheets }] = cases.filter(({ name }) => name === 'counter-hours');
  const [sheet] = sheets;
  const long = (count) =>
    Array.from({ length: count }, (_, i) => `${i + 1}番目の文では、窓口の混雑と待ち時間を述べる。`).join('');
  const report = (text) => ({ ...sheet.progress['2013'].firstHalf, report: text });
  const progress = (text) => ({
    ...sheet.progress,
    2013: { ...sheet.progress['2013'], firstHalf: report(text) },
  });
  return [
    ...cases,
    { name: '600-characters', form, sheets: [{ ...sheet, background: long(25) }] },
    { name: '3000-characters', form, sheets: [{ ...sheet, background: long(125) }] },
    { name: '4000-characters', form, sheets: [{ ...sheet, background: long(165) }] },
    { name: '3000-in-a-column', form, sheets: [{ ...sheet, progress: progress(long(125)) }] },
    { name: 'many-rows', form, sheets: [{ ...sheet, schedule: Array(50).fill(sheet.schedule[0]) }] },
    {
      name: 'all-in-one',
      form,
      sheets: cases.filter((one) => one.form === form).flatMap((one) => one.sheets),
    },
  ];
}

async function understood(path) {
  const [{ sheet, form }] = await read(readFileSync(at(path)), path, forms);
  return { form, sheets: [sheet] };
}
