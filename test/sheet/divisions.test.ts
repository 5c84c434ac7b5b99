/** Who leads, where several divisions are in charge, and what of a name stands outside brackets. */
import { expect, test } from 'vitest';
import { leadersOf, outsideBrackets } from '../../src/sheet/divisions.ts';

test.each([
  ['those that lead', ['市民課●', '人事課', '総務課●'], ['市民課', '総務課']],
  ['all, where none is said to', ['市民課', '人事課'], ['市民課', '人事課']],
  ['none of none', [], []],
])('%s', (_, names, leaders) => {
  const divisions = names.map((name) => ({ name: name.replace('●', ''), lead: name.endsWith('●') }));
  expect(leadersOf(divisions)).toEqual(leaders);
});

test.each([
  ['総務課（企画係、庶務係）', '総務課 ', false],
  ['（新）総務課', ' 総務課', false],
  ['（総務課', '（総務課', true],
  ['総務課）', '総務課）', true],
])('%s outside its brackets', (name, text, isBroken) => {
  expect(outsideBrackets(name)).toEqual({ text, isBroken });
});
