/** How findings are put into words. */
import { expect, test } from 'vitest';
import { explain } from '../src/explain.ts';

test('two boxes to which the same words lead are told apart by their paths', () => {
  const boxes = { one: { path: 'schedule.0.target' }, other: { path: 'indicators.0.target' } };
  const finding = { code: 'place-ambiguous', with: { ...boxes, texts: '20件' } };
  const said = (trailOf: (path: string) => string) => explain([finding], 'en', trailOf)[0]?.message;
  expect(said(() => 'plan › target')).toBe(
    '"20件" may begin at "plan › target [schedule.0.target]" or at "plan › target [indicators.0.target]"; it was put nowhere',
  );
  expect(said((path) => path.slice(0, 4))).toBe(
    '"20件" may begin at "sche" or at "indi"; it was put nowhere',
  );
});
