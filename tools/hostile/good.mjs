/** A sheet without faults, to be damaged: as the model, as text and as the city's own workbook. */
import { readFileSync } from 'node:fs';
import { bundledFonts, openForm, write } from '../../dist/index.js';

export async function goodSheet(formFile = 'templates/niigata-2013.xlsx') {
  const { form } = await openForm(readFileSync(new URL(`../../${formFile}`, import.meta.url)), formFile);
  const sheet = {
    form: form.form.settings.form,
    title: '窓口の案内を見直す',
    number: '12',
    background: '・案内が分かりにくい\n・待ち時間が長い',
    purpose: '市民が迷わず用を足せるようにする。',
    approach: '・表示を直す\n・職員を配る',
  };
  const as = async (format) => (await write(format, [sheet], form, { fonts: bundledFonts() })).bytes;
  const [text, workbook, json] = [await as('tsv'), await as('xlsx'), await as('json')];
  return { form, sheet, text: new TextDecoder().decode(text), workbook, json };
}
