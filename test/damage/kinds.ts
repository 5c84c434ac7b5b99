/** Every kind of damage, in the order in which a combination of them is done. */
import * as fields from './fields.ts';
import type { Apply } from './labels.ts';
import * as labels from './labels.ts';
import type { Medium } from './paper.ts';
import * as rows from './rows.ts';
import * as texts from './texts.ts';

export interface Kind {
  readonly name: string;
  /** `text` and `worksheet` where it can only happen to one of them. */
  readonly only?: 'text' | 'worksheet';
  /**
   * Whether, done alone, it leaves the information in place: whoever has the blank form beside the damaged sheet can
   * still say of each value which box it is from. So it is where the words of a label are changed but recognisable,
   * where rows move but keep their empty fields, where empty fields are lost that stand for no box, and where something
   * is added. It is not so where empty boxes, labels or text are lost.
   */
  readonly inPlace: boolean;
  /** Whether it touches line breaks and spaces in values, so that these need not come back as they were. */
  readonly loose?: boolean;
  /** How many sheets it puts on the paper. */
  readonly sheets?: 'same' | 'different';
  /** Whether it needs a list with several items. */
  readonly items?: boolean;
  /** Whether it is not combined: together with others, nobody might be able to see it. */
  readonly alone?: boolean;
  readonly apply: Apply;
}

const done: Apply = () => true;

export const KINDS: readonly Kind[] = [
  { name: 'none', inPlace: true, apply: done },
  { name: 'sheet-repeated', inPlace: true, sheets: 'same', apply: done },
  { name: 'several-sheets', inPlace: true, sheets: 'different', apply: done },
  { name: 'breaks-to-spaces', inPlace: true, loose: true, apply: texts.breaksToSpaces },
  { name: 'words-wrapped', inPlace: true, loose: true, apply: texts.wordsWrapped },
  { name: 'html-left', inPlace: true, loose: true, apply: texts.htmlLeft },
  { name: 'label-width', inPlace: true, apply: labels.otherWidth },
  { name: 'label-spaces', inPlace: true, apply: labels.spaced },
  { name: 'label-breaks', inPlace: true, apply: labels.otherBreaks },
  { name: 'label-reworded', inPlace: true, apply: labels.reworded },
  { name: 'label-misspelled', inPlace: true, apply: labels.misspelled },
  { name: 'era-lost', inPlace: true, apply: labels.eraLost },
  { name: 'headings-repeated', inPlace: true, items: true, apply: rows.headingsRepeated },
  { name: 'blocks-reordered', inPlace: true, apply: rows.blocksReordered },
  { name: 'block-missing', inPlace: false, apply: rows.blockMissing },
  { name: 'blank-lines-lost', inPlace: true, apply: rows.blankLinesLost },
  { name: 'blank-lines-added', inPlace: true, apply: rows.blankLinesAdded },
  { name: 'merges-split', only: 'worksheet', inPlace: true, apply: fields.mergesSplit },
  { name: 'columns-added', inPlace: true, apply: fields.columnsAdded },
  { name: 'label-split-down', inPlace: true, apply: labels.splitDown },
  { name: 'label-split-across', inPlace: true, apply: labels.splitAcross },
  { name: 'label-glued', inPlace: true, loose: true, apply: labels.glued },
  { name: 'label-lost', inPlace: false, apply: labels.lost },
  { name: 'remarks', inPlace: true, apply: rows.remarks },
  { name: 'rows-shifted', inPlace: true, apply: fields.rowsShifted },
  { name: 'years-swapped', inPlace: false, alone: true, apply: fields.yearsSwapped },
  { name: 'notes-beside', inPlace: true, alone: true, apply: rows.notesBeside },
  { name: 'spans-dropped', only: 'text', inPlace: true, apply: fields.spansDropped },
  { name: 'some-empty-boxes-dropped', only: 'text', inPlace: false, apply: fields.someEmptyBoxesDropped },
  { name: 'empty-boxes-dropped', only: 'text', inPlace: false, apply: fields.emptyBoxesDropped },
  { name: 'all-blanks-dropped', only: 'text', inPlace: false, apply: fields.allBlanksDropped },
  { name: 'trailing-tabs-lost', only: 'text', inPlace: true, apply: fields.trailingTabsLost },
];

export function kindNamed(name: string): Kind | undefined {
  return KINDS.find((kind) => kind.name === name);
}

export function happensTo(kind: Kind, medium: Medium): boolean {
  return kind.only === undefined || (kind.only === 'worksheet') === (medium === 'worksheet');
}

/** Damages that cannot happen together: nobody could say whose block it is where several sheets lost their order. */
export function goTogether(kinds: readonly Kind[]): boolean {
  const names = kinds.map(({ name }) => name);
  const several = kinds.filter(({ sheets }) => sheets !== undefined).length;
  return (
    several === 0 ||
    (several === 1 && !names.includes('blocks-reordered') && !names.includes('block-missing'))
  );
}
