/** The shared strings of a workbook: each text once, in the order in which cells first use them. */
import { escapeXml } from '../office/xml.ts';

export interface SharedStrings {
  /** The number under which a text stands; a new one where it is not there yet. */
  add(text: string): number;
  /** The same for an `<si>` element, as of a text with several fonts. */
  addItem(item: string): number;
  /** The part's XML. */
  xml(): string;
}

export function sharedStrings(): SharedStrings {
  const items: string[] = [];
  const [ofTexts, ofItems] = [new Map<string, number>(), new Map<string, number>()];
  let uses = 0;
  const numberIn = (numbers: Map<string, number>, key: string, itemOf: (key: string) => string): number => {
    uses += 1;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = items.push(itemOf(key)) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    add: (text) => numberIn(ofTexts, text, stringItem),
    addItem: (item) => numberIn(ofItems, item, (own) => own),
    xml() {
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

/** A plain text as an `<si>` element. What looks like one of Excel's escapes (`_x0041_`) is escaped itself. */
function stringItem(text: string): string {
  const escaped = escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<si><t xml:space="preserve">${escaped}</t></si>`;
}
