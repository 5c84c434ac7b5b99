/** A workbook's own account of itself: its worksheets, names and shared parts, before any cell is read. */
import { bounds } from '../bounds.ts';
import { isXmlPart, openParts, type Parts, relationsOf, textOfPart } from '../office/parts.ts';
import { elementPattern, isTrue, plainXml } from '../office/plain-xml.ts';
import { unprefixed } from '../office/prefix.ts';
import { attributeOf, childOf, childrenOf, type Element, rootOf, textIn } from '../office/tree.ts';
import { refusal } from '../refusal.ts';
import { type Aside, asidesOf } from './asides.ts';

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Everything of the worksheet's XML but its rows. */
  readonly frame: Element;
  /** The rows, as XML text. */
  readonly rows: string;
  /** What it says outside of its cells. */
  readonly asides: readonly Aside[];
  /** Its position among all sheets of the workbook, charts included: what a local name refers to. */
  readonly index: number;
}

export interface DefinedName {
  readonly name: string;
  /** The position of the sheet that the name belongs to; all sheets where missing. */
  readonly sheet?: number;
  /** What the name stands for: `'Sheet 1'!$A$1:$C$9`. */
  readonly refersTo: string;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly names: readonly DefinedName[];
  /** Serial dates count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** Whether it says that its formulas are to be worked out anew when it is opened: Excel takes that out as it saves. */
  readonly isStale: boolean;
  /** The XML texts of the shared parts, where the workbook has them. */
  readonly styles?: string;
  readonly strings?: string;
  readonly theme?: string;
}

/** Opens a workbook. Throws where the bytes are none. */
export function openBook(bytes: Uint8Array): Book {
  const parts = openParts(bytes, isXmlPart);
  const main = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const text = main === undefined ? undefined : textOfPart(parts, main);
  if (main === undefined || text === undefined) throw refusal('workbook-unreadable', { reason: 'other' });
  const workbook = rootOf(text, main);
  if (workbook.localName !== 'workbook') throw refusal('workbook-unreadable', { reason: 'other' });

  const relations = relationsOf(parts, main);
  const shared = (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target;
    const xml = target === undefined ? undefined : textOfPart(parts, target);
    return xml === undefined ? undefined : unprefixed(plainXml(xml, target as string));
  };
  const [styles, strings, theme] = [shared('styles'), shared('sharedStrings'), shared('theme')];
  // without the formats that it says it has, a date would be a mere number
  if (styles === undefined && relations.some(({ type }) => type === 'styles')) {
    throw refusal('workbook-unreadable', { reason: 'damaged' });
  }
  const listed = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  if (listed.length > bounds.bookSheets) {
    throw refusal('input-too-large', { reason: 'sheets', most: bounds.bookSheets });
  }
  const used = new Set<string>();
  const sheets = listed.flatMap((sheet, index) => {
    const id = attributeOf(sheet, 'id');
    // a module of old macros is in the list, and is no part
    if (!id) return [];
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation === undefined) throw refusal('workbook-unreadable', { reason: 'damaged' });
    const { type, target: part } = relation;
    // a sheet that is one chart
    if (type !== 'worksheet') return [];
    // a small file could have the same large worksheet a thousand times
    if (used.has(part)) throw refusal('archive-unsafe', { reason: 'shared', part });
    used.add(part);
    return [sheetOf(sheet, index, part, parts)];
  });
  if (sheets.length === 0) throw refusal('workbook-unreadable', { reason: 'empty' });
  return {
    sheets,
    names: childrenOf(childOf(workbook, 'definedNames'), 'definedName').map(nameOf),
    date1904: isTrue(attributeOf(childOf(workbook, 'workbookPr'), 'date1904')),
    isStale: isTrue(attributeOf(childOf(workbook, 'calcPr'), 'fullCalcOnLoad')),
    ...(styles === undefined ? {} : { styles }),
    ...(strings === undefined ? {} : { strings }),
    ...(theme === undefined ? {} : { theme }),
  };
}

function sheetOf(sheet: Element, index: number, part: string, parts: Parts): BookSheet {
  const text = textOfPart(parts, part);
  if (text === undefined) throw refusal('workbook-unreadable', { reason: 'damaged' });
  const xml = unprefixed(plainXml(text, part));
  const [, before, rows = '', after] =
    /^([\s\S]*?)<sheetData\s*(?:\/>|>([\s\S]*)<\/sheetData>)([\s\S]*)$/.exec(xml) ?? [];
  if (before === undefined) throw refusal('workbook-unreadable', { reason: 'damaged' });
  // rules for colours pile up by the thousand where rows are copied, and are of no use here
  const frame = `${before}<sheetData/>${after}`.replace(elementPattern('conditionalFormatting', 'g'), '');
  return {
    name: attributeOf(sheet, 'name') ?? '',
    hidden: (attributeOf(sheet, 'state') ?? 'visible') !== 'visible',
    frame: rootOf(frame, part),
    rows,
    asides: asidesOf(parts, part),
    index,
  };
}

function nameOf(element: Element): DefinedName {
  const sheet = attributeOf(element, 'localSheetId');
  const named = { name: attributeOf(element, 'name') ?? '', refersTo: textIn(element) };
  return sheet === undefined ? named : { ...named, sheet: Number(sheet) };
}
