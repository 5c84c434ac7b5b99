/** The shared strings of a workbook: each text once, in the order in which cells first use them. */
import { escapeXml } from '../office/xml.ts';
import { declaration } from './workbook-parts.ts';

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
  const numberOf = (item: string): number => {
    const known = ofItems.get(item);
    if (known !== undefined) return known;
    const number = items.push(item) - 1;
    ofItems.set(item, number);
    return number;
  };
  return {
    add(text) {
      uses += 1;
      const number = ofTexts.get(text) ?? numberOf(stringItem(text));
      ofTexts.set(text, number);
      return number;
    },
    addItem(item) {
      uses += 1;
      return numberOf(item);
    },
    xml() {
      return `${declaration}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

/** A plain text as an `<si>` element. What looks like one of Excel's escapes (`_x0041_`) is escaped itself. */
function stringItem(text: string): string {
  const escaped = escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<si><t xml:space="preserve">${escaped}</t></si>`;
}
