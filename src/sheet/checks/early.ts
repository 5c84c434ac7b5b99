/** The check of what came too early. */
import { atBox, type Check } from './check.ts';

export const early: readonly Check[] = [
  {
    code: 'value-early',
    why: 'A box is filled whose time has not come; often last round’s file was reused, or a column slipped.',
    run: (_, { phase, dues }) =>
      dues()
        .filter(({ due }) => due > phase)
        .map(({ path }) => atBox(path)),
  },
];
