/** Drawings: the charts of the book as plain shapes, for pages and web pages alike. */

/** Lengths are points; x runs right and y runs down from the drawing's upper left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Says in words what is drawn. */
  readonly alt: string;
  readonly bars: readonly Bar[];
  readonly strokes: readonly Stroke[];
  /** Drawn over the rest. */
  readonly letters: readonly Letter[];
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `RRGGBB`. */
  readonly fill: string;
}

export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

/** A short text, centred on x, with its baseline at y. */
export interface Letter {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** `RRGGBB`. */
  readonly color: string;
}

/** The five tones, paper first: far enough apart to be told on a grey print. */
export const TONES = ['FFFFFF', 'E3E7EC', 'BCC5CF', '8794A3', '4A5868'] as const;

/** The colour of text on a tone. */
export function inkOn(tone: number): string {
  return tone >= 4 ? 'FFFFFF' : '1B2430';
}

/** So that a drawing has room in the narrowest column for one. */
const SIZE = { width: 74, height: 13 } as const;
const LETTER = 6.5;
const RULE = 0.4;

/** One part of a bar of shares. */
export interface Share {
  /** What stands in the bar: a letter or two. */
  readonly letter: string;
  /** In full, for those who hear it. */
  readonly name: string;
  readonly count: number;
  readonly tone: number;
}

/** A bar as long as the whole, divided into its parts; a letter stands in each part that has room for it. */
export function shares(parts: readonly Share[]): Drawing | undefined {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return undefined;
  const [top, bottom] = [1.5, SIZE.height - 1.5];
  const bars: Bar[] = [];
  const letters: Letter[] = [];
  const strokes = [stroke(0, top, SIZE.width, top), stroke(0, bottom, SIZE.width, bottom)];
  let x = 0;
  for (const { letter, count, tone } of parts.filter((part) => part.count > 0)) {
    const width = (SIZE.width * count) / whole;
    bars.push({ x, y: top, width, height: bottom - top, fill: TONES[tone] ?? TONES[0] });
    strokes.push(stroke(x, top, x, bottom));
    if (width >= LETTER * [...letter].length + 0.5)
      letters.push(letterAt(x + width / 2, letter, inkOn(tone)));
    x += width;
  }
  strokes.push(stroke(SIZE.width, top, SIZE.width, bottom));
  const alt = parts.map(({ name, count }) => `${name} ${count}`).join('、');
  return { ...SIZE, alt, bars, strokes, letters };
}

/** Up to how many times what was planned a bar is drawn; a longer one ends in a sign that it goes on. */
const MOST = 1.5;

/** What was reached as a bar, against a stroke where the plan stands. */
export function against(ratio: number, alt: string): Drawing {
  const plan = SIZE.width / MOST;
  const width = Math.max(0, Math.min(ratio, MOST)) * plan;
  return {
    ...SIZE,
    alt,
    bars: [{ x: 0, y: 3.5, width, height: SIZE.height - 7, fill: TONES[2] }],
    strokes: [stroke(0, 1, 0, SIZE.height - 1), stroke(plan, 1, plan, SIZE.height - 1, 1)],
    letters: ratio > MOST ? [letterAt(SIZE.width - 4, '＞', inkOn(2))] : [],
  };
}

function stroke(x1: number, y1: number, x2: number, y2: number, width: number = RULE): Stroke {
  return { x1, y1, x2, y2, width };
}

function letterAt(x: number, text: string, color: string): Letter {
  return { x, y: SIZE.height / 2 + LETTER * 0.36, size: LETTER, text, color };
}
