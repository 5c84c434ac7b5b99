/** What a PDF page draws, as PDF operators: backgrounds, rules, figures, and text at explicit baselines. */
import type { Figure, Shape, Stroke } from '../layout/figure.ts';
import { isRead, type Page, type RuleLine, type Run, type TextLine } from '../layout/page.ts';
import type { Rule } from '../look.ts';
import type { Marked } from './element.ts';

/** A run's font as the page's resources know it, and its characters as a PDF string. */
export type Encode = (run: Run) => { readonly font: string; readonly glyphs: string };

/** How a rule is drawn: its width, in points, and its dashes. A double rule is two lines with a gap between. */
const STROKES: Readonly<
  Record<Rule, { readonly width: number; readonly dash?: string; readonly gap?: number }>
> = {
  hair: { width: 0.25 },
  thin: { width: 0.5 },
  medium: { width: 1 },
  thick: { width: 1.75 },
  double: { width: 0.5, gap: 0.75 },
  dotted: { width: 0.5, dash: '0.5 1.5' },
  dashed: { width: 0.5, dash: '3 2' },
};

/** A page's operators, and what of it is to be read: the place in `marked` is the number of its marked content. */
export interface Content {
  readonly operators: string;
  readonly marked: readonly Marked[];
}

/**
 * The content of a page, which turns the paper's coordinates into the layout's: y runs downwards. All it draws is marked:
 * with a number what is to be read, as an artifact what only repeats or decorates.
 */
export function contentOf(page: Page, encode: Encode): Content {
  const marked: Marked[] = [];
  const read = (tag: string, item: Marked, operators: string) =>
    joined([`/${tag} <</MCID ${marked.push(item) - 1}>> BDC`, operators, 'EMC']);
  const pen = openPen(encode);
  const texts = page.boxes.map((box) => {
    const text = pen(box.lines);
    return isRead(box) ? read('Span', box, text) : enclosed(REPEATED, text);
  });
  const operators = [
    `1 0 0 -1 ${numbers(page.shift ?? 0, page.height)} cm`,
    enclosed('/Artifact <</Type /Layout>>', joined([fills(page), rules(page)])),
    textObject(joined(texts)),
    ...(page.figures ?? []).map((figure) => read('Figure', figure, drawing(figure, encode))),
    stampOf(page.running, encode),
  ];
  return { operators: joined(operators), marked };
}

/** Running lines, for a page whose content stands before them. */
export function stampOf(lines: readonly TextLine[], encode: Encode): string {
  return enclosed(REPEATED, textObject(openPen(encode)(lines)));
}

/** What stands on many pages: running lines, and headings shown again. */
const REPEATED = '/Artifact <</Type /Pagination>>';

function enclosed(mark: string, operators: string): string {
  return operators === '' ? '' : `${mark} BDC\n${operators}\nEMC`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function fills({ boxes }: Page): string {
  let last: string | undefined;
  return boxes
    .flatMap(({ fill, x, y, width, height }) => {
      if (fill === undefined) return [];
      const ink = fill === last ? [] : [`${rgb(fill)} rg`];
      last = fill;
      return [...ink, `${numbers(x, y, width, height)} re f`];
    })
    .join('\n');
}

function rules({ rules }: Page): string {
  const lines = new Map<string, RuleLine[]>();
  for (const line of rules) {
    const { color = '000000', rule } = line;
    const pen = `${color} ${rule}`;
    const own = lines.get(pen);
    if (own === undefined) lines.set(pen, [line]);
    else own.push(line);
  }
  // Black lies over grey where rules cross.
  const colors = [...new Set(rules.map(({ color = '000000' }) => color))].sort().reverse();
  const pens = colors.flatMap((color) => (Object.keys(STROKES) as Rule[]).map((rule) => ({ color, rule })));
  return pens
    .flatMap(({ color, rule }) => {
      const { width, dash, gap = 0 } = STROKES[rule];
      const own = lines.get(`${color} ${rule}`);
      if (own === undefined) return [];
      // Square ends close the corners; dashes would run together with them.
      const stroke = dash === undefined ? `[] 0 d 2 J` : `[${dash}] 0 d 0 J`;
      const paths = own.flatMap((line) =>
        gap === 0 ? [path(line, 0)] : [path(line, gap), path(line, -gap)],
      );
      return [`${rgb(color)} RG ${numbers(width)} w ${stroke}`, ...paths, 'S'];
    })
    .join('\n');
}

/** @param aside how far beside the line's place it is drawn */
function path({ x1, y1, x2, y2 }: RuleLine, aside: number): string {
  const [dx, dy] = y1 === y2 ? [0, aside] : [aside, 0];
  return `${numbers(x1 + dx, y1 + dy)} m ${numbers(x2 + dx, y2 + dy)} l`;
}

function textObject(operators: string): string {
  return operators === '' ? '' : `BT\n${operators}\nET`;
}

/**
 * Says how lines are drawn, one after the other within one text object. What is as it was for the line before is not
 * said again: nothing else that a page says repeats so much.
 */
function openPen(encode: Encode): (lines: readonly TextLine[]) => string {
  let [ink, gap, face]: string[] = [];
  /** Where the run before began, as far as the next can go on from it. */
  let from: readonly [x: number, y: number] | undefined;
  const place = (line: TextLine, at: number): string => {
    if (line.turned !== undefined) {
      from = undefined;
      return `${turnedMatrix(line, at)} Tm`;
    }
    const [x, y] = [rounded(at), rounded(line.y)];
    const way = from === undefined ? `1 0 0 -1 ${x} ${y} Tm` : `${numbers(x - from[0], from[1] - y)} Td`;
    from = [x, y];
    return way;
  };
  return (lines) => {
    const drawn: string[] = [];
    for (const line of lines) {
      const { runs, size, color = '000000', spacing = 0 } = line;
      if (runs.length === 0) continue;
      if (color !== ink) drawn.push(color === '000000' ? '0 g' : `${rgb(color)} rg`);
      const newGap = numbers(spacing);
      if (newGap !== gap) drawn.push(`${newGap} Tc`);
      [ink, gap] = [color, newGap];
      for (const run of runs) {
        const { font, glyphs } = encode(run);
        const newFace = `/${font} ${numbers(size)} Tf`;
        if (newFace !== face) drawn.push(newFace);
        face = newFace;
        drawn.push(`${place(line, run.x)} ${glyphs} Tj`);
      }
    }
    return drawn.join('\n');
  };
}

function drawing({ shapes, texts }: Figure, encode: Encode): string {
  return joined(['q', ...shapes.map(shapeOf), textObject(openPen(encode)(texts)), 'Q']);
}

function shapeOf(shape: Shape): string {
  const { stroke } = shape;
  const pen = stroke === undefined ? '' : penOf(stroke);
  if (shape.kind === 'line') {
    const [start, ...rest] = shape.points.map((point) => numbers(...point));
    return joined([pen, [`${start} m`, ...rest.map((point) => `${point} l`), 'S'].join(' ')]);
  }
  const { fill, x, y, width, height } = shape;
  const painted = fill === undefined ? (stroke === undefined ? 'n' : 'S') : stroke === undefined ? 'f' : 'B';
  const ink = fill === undefined ? '' : `${rgb(fill)} rg`;
  return joined([pen, ink, `${numbers(x, y, width, height)} re ${painted}`]);
}

function penOf({ width, color, dash }: Stroke): string {
  return `${color === undefined ? '0 G' : `${rgb(color)} RG`} ${numbers(width)} w [${numbers(...(dash ?? []))}] 0 d 0 J`;
}

/** Where a run of a turned line begins and which way it goes, y downwards. */
function turnedMatrix({ x, y, turned }: TextLine, at: number): string {
  return turned === 'up' ? `0 -1 -1 0 ${numbers(x, y - (at - x))}` : `0 1 1 0 ${numbers(x, y + (at - x))}`;
}

function rgb(color: string): string {
  return numbers(...[0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255));
}

function numbers(...values: readonly number[]): string {
  let text = '';
  for (const value of values) text += text === '' ? rounded(value) : ` ${rounded(value)}`;
  return text;
}

/** To a thousandth of a point. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
