/** Forms ready for use: a form workbook with what the model needs to know of it, and a sheet filled into it. */
import type { Finding } from './diagnostic.ts';
import { fillAll } from './form/fill.ts';
import { type Form, pathsOf, readForm } from './form/form.ts';
import type { Filled } from './grid.ts';
import { readInput } from './readers/index.ts';
import type { Record } from './record.ts';
import { attempt } from './refusal.ts';
import { encode } from './sheet/codec.ts';
import type { ReformSheet } from './sheet/model.ts';
import { leavesOf } from './sheet/paths.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A form ready for use: what it says, and the workbook that is filled. */
export interface OpenForm {
  readonly form: Form;
  /** What the model needs to know of it. */
  readonly vocabulary: Vocabulary;
  readonly workbook: Uint8Array;
}

/**
 * Opens a form workbook. Without `form` the workbook is no form; the findings say why. Never throws, whatever the bytes.
 * @param workbook to be left as it is: sheets are written into it
 * @param source what the bytes are of, named in the places of the findings
 * @returns the form, which may have faults, such as a mark of no box: `faultsOf` tells them
 */
export async function openForm(
  workbook: Uint8Array,
  source: string,
): Promise<{ readonly form?: OpenForm; readonly findings: readonly Finding[] }> {
  const { sheets, findings: about } = await readInput(workbook, source);
  if (sheets.length === 0) {
    const place = { source, row: 1, column: 1 };
    // JSON, or a PDF: it may be read without a fault, but is no form
    const other = { code: 'workbook-unreadable', with: { reason: 'other' }, place };
    return { findings: about.length > 0 ? about : [other] };
  }
  const excess = sheets.flatMap((sheet) => sheet.excess ?? []);
  if (excess.length > 0) return { findings: excess };
  // the look of a worksheet is worked out here, and its styles may be damaged
  const read = attempt(() => readForm(sheets, leavesOf));
  if (read.refused !== undefined) return { findings: [read.refused] };
  const { form } = read.done;
  const findings = [...about, ...read.done.findings];
  if (form === undefined) return { findings };
  const vocabulary = { ...form.settings, boxes: form.slots.flatMap(pathsOf) };
  return { form: { form, vocabulary, workbook }, findings };
}

/**
 * Refuses sheets of another form, whose words and years this one does not have.
 * @throws a TypeError that names both forms
 */
export function refuseOthers({ vocabulary }: OpenForm, sheets: readonly ReformSheet[]): void {
  const other = sheets.find(({ form }) => form !== vocabulary.form);
  if (other === undefined) return;
  throw new TypeError(`a sheet of the form ${other.form} cannot be written in the form ${vocabulary.form}`);
}

/**
 * A sheet in its form, as it is printed.
 * @returns the form filled, the record that it is filled with, and what it has no box for: `box-missing`
 */
export function fillForm(
  { form, vocabulary }: OpenForm,
  sheet: ReformSheet,
): { readonly filled: Filled; readonly record: Record; readonly findings: readonly Finding[] } {
  const record = encode(sheet, vocabulary);
  const { filled, unplaced } = fillAll(form, record);
  const findings = unplaced.map((path): Finding => {
    return { code: 'box-missing', with: { text: record.get(path) ?? '', hole: path }, path };
  });
  return { filled, record, findings };
}
