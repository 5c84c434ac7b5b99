/** A page moved sideways as a whole, for the side on which it is bound. */
import type { Figure } from '../layout/figure.ts';
import type { Page, TextLine } from '../layout/page.ts';

/** @param by to the right, in points; negative to the left */
export function shifted(page: Page, by: number): Page {
  if (by === 0) return page;
  const line = (one: TextLine): TextLine => ({
    ...one,
    x: one.x + by,
    runs: one.runs.map((run) => ({ ...run, x: run.x + by })),
  });
  const figure = (one: Figure): Figure => ({
    ...one,
    x: one.x + by,
    shapes: one.shapes.map((shape) =>
      shape.kind === 'rectangle'
        ? { ...shape, x: shape.x + by }
        : { ...shape, points: shape.points.map(([x, y]) => [x + by, y] as const) },
    ),
    texts: one.texts.map(line),
  });
  return {
    ...page,
    boxes: page.boxes.map((box) => ({ ...box, x: box.x + by, lines: box.lines.map(line) })),
    rules: page.rules.map((rule) => ({ ...rule, x1: rule.x1 + by, x2: rule.x2 + by })),
    running: page.running.map(line),
    ...(page.figures === undefined ? {} : { figures: page.figures.map(figure) }),
  };
}
