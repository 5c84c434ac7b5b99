/** Writes the form workbooks: `node tools/forms/make.mjs`. The scripts beside it are their source. */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aonami2018 } from './aonami-2018.mjs';
import { bytesOf } from './draw.mjs';
import { niigata2013 } from './niigata-2013.mjs';

const forms = {
  'templates/niigata-2013.xlsx': niigata2013,
  'fixtures/forms/aonami-2018.xlsx': aonami2018,
};

for (const [path, form] of Object.entries(forms)) {
  const target = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await bytesOf(form()));
  console.log(path);
}
