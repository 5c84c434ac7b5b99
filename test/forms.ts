/** The forms that tests work with: every one of the package, and the invented city's of the fixtures. */
import { readFileSync } from 'node:fs';
import { type OpenForm, openForm } from '../src/open-form.ts';

const FILES = ['templates/niigata-2013.xlsx', 'fixtures/forms/aonami-2018.xlsx'];

/** A file of the project, by its path from the project's folder. */
export function projectFile(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}

export async function openFormFile(path: string): Promise<OpenForm> {
  const { form, findings } = await openForm(readFileSync(projectFile(path)), path);
  if (form === undefined) throw new Error(`${path} is no form: ${JSON.stringify(findings)}`);
  return form;
}

export const forms: readonly OpenForm[] = await Promise.all(FILES.map(openFormFile));
