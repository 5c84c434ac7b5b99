/** Who leads, where several divisions are in charge. */
import { expect, test } from 'vitest';
import { leadersOf } from '../../src/sheet/divisions.ts';

test.each([
  ['those that lead', ['市民課●', '人事課', '総務課●'], ['市民課', '総務課']],
  ['all, where none is said to', ['市民課', '人事課'], ['市民課', '人事課']],
  ['none of none', [], []],
])('%s', (_, names, leaders) => {
  const divisions = names.map((name) => ({ name: name.replace('●', ''), lead: name.endsWith('●') }));
  expect(leadersOf(divisions)).toEqual(leaders);
});
