/** The measures that all of the layout shares: the air around and between lines, and which rule outweighs which. */
import type { Edge, Rule } from '../look.ts';

/** Between a box's edge and its text, in points: about 1.1 and 0.8 mm. */
export const PADDING = { x: 2.6, y: 2.1 } as const;

/** From baseline to baseline, as a part of the font size. The fonts themselves leave no air between lines. */
export const PITCH = 1.32;
/** From one character to the one under it, where they are stacked. */
export const STACKED_PITCH = 1.12;

/** Sums of lengths are not exact, in points or parts of the font size: what is over by less than this fits. */
export const SLACK = 1e-6;

const WEIGHTS: Readonly<Record<Rule, number>> = {
  hair: 1,
  dotted: 2,
  dashed: 3,
  thin: 4,
  medium: 5,
  double: 6,
  thick: 7,
};

/** Whether one of two lines on an edge covers the other: it is heavier, or as heavy and darker. */
export function outweighs(a: Edge, b: Edge): boolean {
  const difference = WEIGHTS[a.rule] - WEIGHTS[b.rule];
  return difference > 0 || (difference === 0 && a.color !== b.color && lightness(a) < lightness(b));
}

function lightness({ color = '000000' }: Edge): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
