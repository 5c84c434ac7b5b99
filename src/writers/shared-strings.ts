/** The shared strings of a workbook: each text once, in the order in which cells first use them. */
import { escapeXml } from '../office/xml.ts';

export interface SharedStrings {
  /** The number under which an `<si>` element stands; a new one where it is not there yet. */
  add(item: string): number;
  /** The part's XML. */
  xml(): string;
}

export function sharedStrings(): SharedStrings {
  const numbers = new Map<string, number>();
  let uses = 0;
  return {
    add(item) {
      uses += 1;
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    },
    xml() {
      const items = [...numbers.keys()].join('');
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${numbers.size}">${items}</sst>`;
    },
  };
}

/** A plain text as an `<si>` element. What looks like one of Excel's escapes (`_x0041_`) is escaped itself. */
export function stringItem(text: string): string {
  const escaped = escapeXml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `<si><t xml:space="preserve">${escaped}</t></si>`;
}
