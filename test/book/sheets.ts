/**
 * The sheets of the fixtures' booklet, in no order: sixty invented ones of one plan, with every status and grade, numbers
 * that reach the plan and that do not, gaps, and a few long texts.
 */
import { readFileSync } from 'node:fs';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { projectFile } from '../forms.ts';

export const bookletSheets: readonly ReformSheet[] = JSON.parse(
  readFileSync(projectFile('fixtures/booklet/sheets.json'), 'utf8'),
);
