/** A drawing on a page: rectangles, lines and texts at fixed places, and words for those who do not see it. */
import type { TextLine } from './page.ts';

/** All lengths are points; x runs right and y runs down from the paper's upper left corner. */
export interface Figure {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it shows, in words; nothing else of it is read aloud. */
  readonly alt: string;
  /** In the order in which they are drawn. */
  readonly shapes: readonly Shape[];
  /** Drawn over the shapes. */
  readonly texts: readonly TextLine[];
}

export type Shape = Rectangle | Polyline;

export interface Rectangle {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `RRGGBB`; not filled where missing. */
  readonly fill?: string;
  /** Around it, half of it inside; no line where missing. */
  readonly stroke?: Stroke;
}

/** Straight from point to point, at least two. */
export interface Polyline {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly stroke: Stroke;
}

export interface Stroke {
  readonly width: number;
  /** `RRGGBB`; black where missing. */
  readonly color?: string;
  /** How long it is drawn and left out in turn; unbroken where missing. */
  readonly dash?: readonly [on: number, off: number];
}
