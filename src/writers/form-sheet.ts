/** The form's worksheet, taken apart once: its rows with their styles, and the frame around them. */
import { isTrue, spelledIn } from '../office/plain-xml.ts';
import { mentionOf, type Range, rangeIn } from '../office/range.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  escapeXml,
  parseXml,
  removeElement,
  rootOf,
  serializeXml,
} from '../office/xml.ts';

export interface FormRow {
  /** The row's attributes, but for its number and height, as XML. */
  readonly attributes: string;
  /** Its height as XML attributes, for a row that is not given another. */
  readonly height: string;
  readonly hidden: boolean;
  /** The number of each cell's style (`12`), by zero-based column, from the left; 0 is the default. */
  readonly styles: ReadonlyMap<number, number>;
  /** Texts with several fonts in one cell, by zero-based column: their plain text and their `<si>` element. */
  readonly rich: ReadonlyMap<number, { readonly text: string; readonly item: string }>;
}

export interface FormSheet {
  /** Its name in the form workbook. */
  readonly name: string;
  /** The worksheet's XML with an empty `<sheetData/>` and without merges. */
  readonly frame: string;
  /** By zero-based row; a row that says nothing of itself is not there. */
  readonly rows: ReadonlyMap<number, FormRow>;
  /** Rows down to the last one with text or a merge: as many as the form's grid has. */
  readonly gridRows: number;
  /** Rows down to the last one that says anything of itself. */
  readonly allRows: number;
}

/** Says what the words of a drop-down list are that stands on another sheet; undefined where that is not known. */
export type WordsOf = (formula: string) => readonly string[] | undefined;

/**
 * Takes a worksheet apart.
 * @param elsewhere whether a formula refers to a sheet that outputs do not have
 */
export function formSheet(
  name: string,
  xml: string,
  strings: string | undefined,
  elsewhere: (formula: string) => boolean,
  wordsOf: WordsOf,
): FormSheet {
  const root = rootOf(xml);
  const data = childOf(root, 'sheetData');
  const items = strings === undefined ? [] : childrenOf(rootOf(strings), 'si');
  const rows = new Map<number, FormRow>();
  const merges = descendantsOf(root, 'mergeCell').flatMap(
    (merge) => rangeIn(merge.getAttribute('ref') ?? '') ?? [],
  );
  let gridRows = merges.reduce((most, { bottom }: Range) => Math.max(most, bottom + 1), 0);
  for (const element of childrenOf(data, 'row')) {
    const row = Number(element.getAttribute('r')) - 1;
    const styles = new Map<number, number>();
    const rich = new Map<number, { text: string; item: string }>();
    for (const cell of childrenOf(element, 'c')) {
      const column = rangeIn(cell.getAttribute('r') ?? '')?.left ?? 0;
      styles.set(column, Number(cell.getAttribute('s') ?? 0));
      const item =
        cell.getAttribute('t') === 's' ? items[Number(childOf(cell, 'v')?.textContent)] : undefined;
      if (
        item === undefined
          ? (childOf(cell, 'v') ?? childOf(cell, 'is') ?? childOf(cell, 'f'))
          : plainText(item) !== ''
      ) {
        gridRows = Math.max(gridRows, row + 1);
      }
      if (item !== undefined && childOf(item, 'r') !== undefined) {
        rich.set(column, { text: plainText(item), item: serializeXml(item) });
      }
    }
    const fromLeft = new Map([...styles].sort(([a], [b]) => a - b));
    rows.set(row, { ...attributesOf(element), styles: fromLeft, rich });
  }
  while (data?.firstChild) data.removeChild(data.firstChild);
  cleanFrame(root, name, elsewhere, wordsOf);
  const allRows = [...rows.keys()].reduce((most, row) => Math.max(most, row + 1), gridRows);
  return { name, frame: serializeXml(root), rows, gridRows, allRows };
}

/** The text of a shared string as the reader has it. */
function plainText(item: Element): string {
  const runs = childrenOf(item).filter(({ localName }) => localName === 't' || localName === 'r');
  return runs
    .flatMap((run) => (run.localName === 't' ? [run] : childrenOf(run, 't')))
    .map((run) => spelledIn(run.textContent ?? ''))
    .join('');
}

function attributesOf(row: Element): Omit<FormRow, 'styles' | 'rich'> {
  const kept: string[] = [];
  const height: string[] = [];
  for (const { name, value } of row.attributes) {
    if (name === 'r' || name === 'spans' || name.startsWith('xmlns')) continue;
    (name === 'ht' || name === 'customHeight' ? height : kept).push(` ${name}="${escapeXml(value)}"`);
  }
  const hidden = isTrue(row.getAttribute('hidden') ?? '');
  return { attributes: kept.join(''), height: height.join(''), hidden };
}

/** What is written anew or of one window only, and what holds the names of people and of other workbooks. */
const unwanted = [
  'dimension',
  'mergeCells',
  'selection',
  'tableParts',
  'customSheetViews',
  'scenarios',
  'dataConsolidate',
  'webPublishItems',
];

/** Takes out of a worksheet what belongs to other sheets or to one sheet only. */
function cleanFrame(
  root: Element,
  name: string,
  elsewhere: (formula: string) => boolean,
  wordsOf: WordsOf,
): void {
  for (const gone of unwanted) {
    for (const element of descendantsOf(root, gone)) element.parentNode?.removeChild(element);
  }
  for (const range of descendantsOf(root, 'protectedRange')) range.removeAttribute('securityDescriptor');
  for (const link of descendantsOf(root, 'hyperlink')) {
    if (elsewhere(link.getAttribute('location') ?? '')) removeElement(link);
  }
  childOf(root, 'sheetPr')?.removeAttribute('codeName');
  for (const { name: attribute, localName } of [...root.attributes]) {
    if (localName === 'uid') root.removeAttribute(attribute);
  }
  for (const validation of descendantsOf(root, 'dataValidation')) {
    const formulas = [childOf(validation, 'formula1'), childOf(validation, 'formula2')];
    for (const formula of formulas) {
      const text = formula?.textContent ?? '';
      if (formula === undefined || !elsewhere(text)) continue;
      const list = inlineList(wordsOf(text));
      if (list === undefined) removeElement(validation);
      else replaceText(formula, list);
    }
  }
  for (const name of ['cfRule', 'sparkline']) {
    for (const element of descendantsOf(root, name)) {
      if (elsewhere(element.textContent ?? '')) removeElement(element);
    }
  }
  // the sheet will have another name, and its own cells need none
  const own = mentionOf(name);
  for (const local of ['formula', 'formula1', 'formula2', 'f']) {
    for (const element of descendantsOf(root, local)) {
      const text = element.textContent ?? '';
      if (childrenOf(element).length === 0) element.textContent = text.replace(own, '');
    }
  }
}

/** Excel's limit for a list that stands in the rule itself, in UTF-16 units. */
const longestList = 255;

function inlineList(words: readonly string[] | undefined): string | undefined {
  if (words === undefined || words.length === 0 || words.some((word) => word.includes(','))) return undefined;
  const list = words.join(',').replaceAll('"', '""');
  return list.length > longestList ? undefined : `"${list}"`;
}

/** Sets the text of a formula, which in newer rules stands one element deeper. */
function replaceText(formula: Element, text: string): void {
  (childrenOf(formula)[0] ?? formula).textContent = text;
}

/** Opens the frame again, for one sheet. */
export function openFrame(form: FormSheet): Element {
  return parseXml(form.frame).documentElement as Element;
}
