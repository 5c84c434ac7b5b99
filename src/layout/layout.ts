/** A filled form with its look and fonts to boxes at fixed places on pages: text is measured and broken here, once. */
import './faces.ts';
import type { Finding } from '../diagnostic.ts';
import type { Filled } from '../grid.ts';
import type { Look } from '../look.ts';
import { boxOf } from './boxes.ts';
import { withMarks } from './continuations.ts';
import { rulesOf } from './edges.ts';
import { type Fitting, fitPages } from './fitting.ts';
import type { Fonts } from './fonts.ts';
import type { Fragment, Slice } from './fragments.ts';
import { type Page, textOf } from './page.ts';
import { piecesOf } from './pieces.ts';
import { continuedBoxes, missingGlyphs, shrunkBoxes, type WrappedBox, wrappedBoxes } from './remarks.ts';
import { runningLines } from './running.ts';
import { columnsWidth, extentOf, naturalHeights, type Scale, sizeSheet } from './sizes.ts';
import { withTitles } from './titles.ts';

/** How many pages a sheet may take, and what further pages say. */
export interface PagePolicy extends Fitting {
  /** Put under the label of a text that goes on from an earlier page, and behind the title; nothing where missing. */
  readonly continued?: string;
  /** Says on further pages which sheet it is, where the form has no header. */
  readonly title?: string;
}

export interface Layout {
  readonly pages: readonly Page[];
  /** What the form's own sizes were multiplied by. */
  readonly scale: Scale;
  /** For each page, the rows that it shows, and how much of each. */
  readonly slices: readonly (readonly Slice[])[];
  /**
   * The height each row of the grid needs where no page ends, in points of the worksheet: with the text made smaller,
   * but not with the columns. 0 for a hidden row.
   */
  readonly heights: readonly number[];
  /** The boxes of several lines that Excel would have on one. */
  readonly wrapped: readonly WrappedBox[];
  /** `glyph-missing`, `text-shrunk`, `page-added`, `box-shrunk`, `box-continued`. */
  readonly findings: readonly Finding[];
}

/** Lays a sheet out. No text is cut off or lost, however many pages it needs. */
export function layOut(filled: Filled, look: Look, fonts: Fonts, policy: PagePolicy): Layout {
  const pieces = withTitles(piecesOf(filled, look, fonts));
  const { paper } = look;
  const room = {
    width: paper.width - paper.margin.left - paper.margin.right,
    height: paper.height - paper.margin.top - paper.margin.bottom,
  };
  const extent = extentOf(filled, look, room.height, paper.area);
  const { division, findings } = fitPages({ filled, look, pieces, extent, room }, policy);
  const { sheet } = division.scale;
  const { continued = '' } = policy;
  const left = paper.margin.left + (paper.centered ? (room.width - columnsWidth(extent) * sheet) / 2 : 0);
  const title = policy.title ? { title: policy.title + continued } : {};
  const running = division.plans.map((_, i, { length }) => {
    const words = { page: i + 1, pages: length, sheet: filled.sheet ?? '', ...title };
    return runningLines(paper, words, left, fonts);
  });
  const told = {
    scale: division.scale,
    slices: division.plans.map(({ slices }) => slices),
    wrapped: wrappedBoxes(division),
    findings: [
      ...missingGlyphs([...pieces, ...(running[0] ?? []).map((line) => ({ text: textOf(line) }))], fonts),
      ...findings,
      ...shrunkBoxes(division),
      ...continuedBoxes(division),
    ],
  };
  const draw = () => {
    const body = { xs: division.sized.edges.map((x) => left + x), top: paper.margin.top };
    return division.plans.map((plan, i) => ({
      width: paper.width,
      height: paper.height,
      ...drawn(plan.slices, withMarks(plan.fragments(), continued), body, fonts),
      running: running[i] ?? [],
    }));
  };
  const measure = () => {
    const unbroken = extentOf(filled, look, Number.POSITIVE_INFINITY);
    return naturalHeights(sizeSheet(pieces, unbroken, { ...division.scale, sheet: 1 }));
  };
  return new Lazy(told, draw, measure);
}

/** @param body where the columns' edges and the first row stand on the paper, in points */
function drawn(
  slices: readonly Slice[],
  fragments: readonly Fragment[],
  { xs, top }: { readonly xs: readonly number[]; readonly top: number },
  fonts: Fonts,
): Pick<Page, 'boxes' | 'rules'> {
  const last = slices.at(-1);
  const ys = [...slices.map(({ y }) => top + y), top + (last === undefined ? 0 : last.y + last.height)];
  return {
    boxes: fragments.map((fragment) => boxOf(fragment, xs, top, fonts)),
    rules: rulesOf(fragments, xs, ys),
  };
}

/**
 * A workbook shows no pages, and asks for heights instead; both are as much work as a try to fit the pages, or more.
 * A class, since V8 makes a hidden class of its own for each object whose getters are written into it: that one holds
 * them, and with them the whole sheet, until all of the heap is collected.
 */
class Lazy implements Layout {
  readonly scale: Scale;
  readonly slices: Layout['slices'];
  readonly wrapped: Layout['wrapped'];
  readonly findings: readonly Finding[];
  readonly #draw: () => readonly Page[];
  readonly #measure: () => readonly number[];
  #pages: readonly Page[] | undefined;
  #heights: readonly number[] | undefined;

  constructor(
    { scale, slices, wrapped, findings }: Pick<Layout, 'scale' | 'slices' | 'wrapped' | 'findings'>,
    draw: () => readonly Page[],
    measure: () => readonly number[],
  ) {
    this.scale = scale;
    this.slices = slices;
    this.wrapped = wrapped;
    this.findings = findings;
    this.#draw = draw;
    this.#measure = measure;
  }

  get pages(): readonly Page[] {
    this.#pages ??= this.#draw();
    return this.#pages;
  }

  get heights(): readonly number[] {
    this.#heights ??= this.#measure();
    return this.#heights;
  }
}
