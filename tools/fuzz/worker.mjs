/** Reads one damaged file after the other and says what came of each; the process that asked keeps the time. */
import { readFileSync } from 'node:fs';
import { bundledFonts, bundledForms, checkReading, openForm, read, tell, write } from '../../dist/index.js';
import { messages } from '../../dist/messages.js';
import { mutant } from './mutate.mjs';

const files = process.argv.slice(2).map((name) => ({ name, bytes: readFileSync(name) }));
const opened = await Promise.all((await bundledForms()).map(({ name, bytes }) => openForm(bytes, name)));
const forms = opened.flatMap(({ form }) => form ?? []);
const studio = { fonts: bundledFonts() };

process.on('message', async (seed) => {
  const { what, bytes } = mutant(files, seed);
  const codes = new Set();
  const faults = [];
  try {
    for (const reading of await read(bytes, 'x', forms)) await look(reading, codes, faults, seed);
    // some are tried as forms
    if (seed % 10 === 0) {
      const { form, findings } = await openForm(bytes, 'x');
      if (form === undefined && findings.length === 0) faults.push('no form and no word about it');
      tell(findings, 'ja', undefined);
    }
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if ({}.polluted !== undefined) faults.push('Object.prototype has changed');
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send({ what, codes: [...codes], faults, peak });
});

async function look(reading, codes, faults, seed) {
  const told = ['ja', 'en'].flatMap((language) => tell(checkReading(reading), language, reading.form));
  for (const { code, message, hint = '' } of told) {
    codes.add(code);
    const text = `${message} ${hint}`;
    // an input may have such words itself
    const unquoted = text.replace(/[「"][^」"]*[」"]/g, '');
    const names = JSON.stringify(messages[code]).match(/\{\w+\}/g) ?? [];
    if (names.some((name) => text.includes(name)) || /undefined|\[object/.test(unquoted)) {
      faults.push(`${code}: ${text}`);
    }
  }
  if (reading.sheet === undefined) {
    if (!told.some(({ severity }) => severity === 'error')) faults.push('not read, and no error told');
    return;
  }
  codes.add('(read)');
  for (const format of seed % 50 === 0 ? ['json', 'tsv', 'xlsx', 'pdf'] : ['json', 'tsv']) {
    const { bytes } = await write(format, [reading.sheet], reading.form, studio);
    if (bytes.length === 0) faults.push(`nothing written as ${format}`);
  }
}

process.send('ready');
