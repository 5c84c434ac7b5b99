/** The mark on the label of a text that goes on from an earlier page. */
import { blockOf, heightOf } from './block.ts';
import type { Fragment } from './fragments.ts';
import { measure } from './lines.ts';
import { SLACK } from './measures.ts';

/**
 * Puts the mark under the label that stands beside a text that goes on, else under its heading, where these are shown
 * again and have room for it.
 * @param mark `（続き）`, or what else the form says
 */
export function withMarks(fragments: readonly Fragment[], mark: string): readonly Fragment[] {
  if (mark === '') return fragments;
  const labels = fragments.filter(
    ({ again, sized }) => again && sized.piece.label && sized.piece.text !== '',
  );
  const marked = new Map<Fragment, Fragment>();
  for (const text of fragments.filter(goesOn)) {
    const label = labelsOf(text, labels)
      .map((label) => ({ label, made: marked.get(label) ?? withMark(label, mark) }))
      .find(({ made }) => made !== undefined);
    if (label?.made !== undefined) marked.set(label.label, label.made);
  }
  return fragments.map((fragment) => marked.get(fragment) ?? fragment);
}

function goesOn({ continued, again, sized, lines }: Fragment): boolean {
  return continued && !again && !sized.piece.label && lines[1] > lines[0];
}

/** The labels beside a text, then those above it, the nearest first. */
function labelsOf({ sized: { piece }, slices }: Fragment, labels: readonly Fragment[]): Fragment[] {
  const beside = labels.filter(({ sized: { piece: label } }) => {
    const isLeft = label.column < piece.column;
    return isLeft && label.row <= piece.row && piece.row < label.row + label.rowSpan;
  });
  const above = labels.filter(({ sized: { piece: label }, slices: own }) => {
    const covers = label.column <= piece.column && piece.column < label.column + label.columnSpan;
    return covers && own[1] < slices[0];
  });
  return [
    ...beside.sort((a, b) => b.sized.piece.column - a.sized.piece.column),
    ...above.sort((a, b) => b.slices[1] - a.slices[1]),
  ];
}

/** A label with the mark under it; undefined where it has no room for that. */
function withMark(label: Fragment, mark: string): Fragment | undefined {
  const { piece, limits } = label.sized;
  const text = `${piece.text}\n${mark}`;
  const marked = { ...piece, text, measured: measure(text, piece.measured.widthsOf) };
  const block = blockOf(marked, limits);
  if (heightOf(block) > label.height + SLACK) return undefined;
  return { ...label, sized: { ...label.sized, piece: marked, block }, lines: [0, block.lines.length] };
}
