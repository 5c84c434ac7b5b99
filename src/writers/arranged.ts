/**
 * A workbook as xlsx-populate takes it for granted: worksheets' parts in the order of its sheets, no prefixes, no cell
 * without the text it announces.
 */
import { strFromU8, strToU8 } from 'fflate';
import {
  closeParts,
  isXmlPart,
  openParts,
  type Parts,
  pack,
  relationIn,
  relationsOf,
  relationsPartOf,
  textOfPart,
} from '../office/parts.ts';
import { unprefixed } from '../office/prefix.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  removeElement,
  rootOf,
  serializeXml,
} from '../office/xml.ts';
import { contentTypesPart, workbookPart } from './workbook-parts.ts';

/** Renames parts and elements where it must, and takes chart sheets out; throws where the bytes are no workbook. */
export function arranged(bytes: Uint8Array): Uint8Array {
  const parts = openParts(bytes);
  const isOther = simplify(parts);
  const workbook = partIn(parts, workbookPart);
  const relations = relationsOf(parts, workbookPart);
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').map((element) => ({
    element,
    relation: relations.find(({ id }) => id === relationIdOf(element)),
  }));
  const worksheets = sheets.flatMap(({ relation }) =>
    relation?.type === 'worksheet' ? [relation.target] : [],
  );
  const names = new Map(worksheets.map((name, i) => [name, `xl/worksheets/sheet${i + 1}.xml`]));
  const isInOrder = worksheets.length === sheets.length && [...names].every(([from, to]) => from === to);
  if (isInOrder && !isOther) return bytes;

  for (const { element, relation } of sheets) {
    if (relation?.type !== 'worksheet') removeElement(element);
  }
  const types = partIn(parts, contentTypesPart);
  for (const override of childrenOf(types, 'Override')) {
    const to = names.get(partNameOf(override));
    if (to !== undefined) override.setAttribute('PartName', `/${to}`);
  }
  const workbookRelations = partIn(parts, relationsPartOf(workbookPart));
  for (const element of descendantsOf(workbookRelations, 'Relationship')) {
    const to = names.get(relationIn(element, workbookPart).target);
    if (to !== undefined) element.setAttribute('Target', `/${to}`);
  }
  const renamed = new Map(
    [...parts].map(([name, part]): [string, Uint8Array] => {
      const own = worksheets.find((worksheet) => relationsPartOf(worksheet) === name);
      return [own === undefined ? (names.get(name) ?? name) : relationsPartOf(names.get(own) ?? own), part];
    }),
  );
  renamed.set(workbookPart, strToU8(serializeXml(workbook)));
  renamed.set(contentTypesPart, strToU8(serializeXml(types)));
  renamed.set(relationsPartOf(workbookPart), strToU8(serializeXml(workbookRelations)));
  return closeParts(new Map([...renamed].map(([name, part]) => [name, pack(part)])));
}

/** Takes the prefix from elements, and its type from a blank cell, in place; says whether there was any. */
function simplify(parts: Parts): boolean {
  let isOther = false;
  for (const [name, bytes] of parts) {
    if (!isXmlPart(name)) continue;
    const xml = strFromU8(bytes);
    const plain = unprefixed(xml).replace(typedBlank, '$1$2');
    if (plain === xml) continue;
    isOther = true;
    parts.set(name, strToU8(plain));
  }
  return isOther;
}

/** `<c r="A1" t="inlineStr"/>`: openpyxl writes an empty text so. */
const typedBlank = /(<c\s[^>]*?)\st="(?:inlineStr|b|e)"([^>]*(?:\/>|>\s*(?:<is\s*\/>\s*)?<\/c>))/g;

/** The root element of a part that must be there. */
export function partIn(parts: Parts, name: string): Element {
  const text = textOfPart(parts, name);
  if (text === undefined) throw new Error(`the workbook has no ${name}`);
  return rootOf(text);
}

/** `r:id`, whatever the prefix. */
export function relationIdOf(element: Element): string | undefined {
  return [...element.attributes].find(({ localName, prefix }) => localName === 'id' && prefix !== null)
    ?.value;
}

/** The part that an entry of the content types is about. */
export function partNameOf(override: Element): string {
  return (override.getAttribute('PartName') ?? '').replace(/^\//, '');
}
