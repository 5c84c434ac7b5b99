/** Filling a form: as many rows as a list that is read has items. */
import { expect, test } from 'vitest';
import { fillAll } from '../../src/form/fill.ts';
import { forms } from '../forms.ts';

test('a list may have more boxes than a call takes arguments', () => {
  const [open] = forms;
  const { list } = open?.form.groups[0] ?? {};
  if (open === undefined || list === undefined) throw new Error('no form with a list');
  const count = 50_000;
  const texts = Array.from({ length: count }, (_, i): [string, string] => [`${list}.${i}.target`, 'a']);
  const { filled, unplaced } = fillAll(open.form, new Map(texts));
  expect(unplaced).toEqual([]);
  expect(filled.rows).toBeGreaterThan(count);
});
