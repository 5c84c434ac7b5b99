/** The measures that all of the layout shares: the air around a text, and which rule outweighs which. */
import type { Rule } from '../look.ts';

/** Between a box's edge and its text, in points: about 1.1 and 0.8 mm. */
export const PADDING = { x: 2.6, y: 2.1 } as const;

/** Which of two rules on one edge is seen. */
export const WEIGHTS: Readonly<Record<Rule, number>> = {
  hair: 1,
  dotted: 2,
  dashed: 3,
  thin: 4,
  medium: 5,
  double: 6,
  thick: 7,
};
