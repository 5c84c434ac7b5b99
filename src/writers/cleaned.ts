/** What must not leave the town hall with a filled form: the names of people and printers, other sheets' words, macros. */
import { strToU8 } from 'fflate';
import { type Parts, relationIn, relationsOf, relationsPartOf } from '../office/parts.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  removeElement,
  serializeXml,
} from '../office/xml.ts';
import { partIn, partNameOf, relationIdOf } from './arranged.ts';
import { contentTypesPart, corePart, declaration, workbookPart } from './workbook-parts.ts';

/** Relations that are cut, and what they led to with them. */
const unwanted = new Set([
  // names of people
  'person',
  'threadedComment',
  'revisionHeaders',
  'usernames',
  'custom-properties',
  // names of printers and of the servers they hang on
  'printerSettings',
  // the form's old contents: a picture of its first page, the order of its formulas
  'thumbnail',
  'calcChain',
  // a table cannot grow with the rows of a form, and its name may not occur twice
  'table',
  // a workbook with macros must not be called .xlsx
  'vbaProject',
  'vbaProjectSignature',
  'attachedToolbars',
]);

const plainWorkbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Cleans the parts of a workbook in place; what nothing refers to any more is taken out. */
export function cleanParts(parts: Parts): void {
  for (const name of [...parts.keys()].filter((part) => part.endsWith('.rels'))) cutRelations(parts, name);
  const workbook = partIn(parts, workbookPart);
  cleanWorkbook(workbook);
  parts.set(workbookPart, strToU8(serializeXml(workbook)));
  parts.set('docProps/app.xml', strToU8(application));
  addCoreProperties(parts);
  for (const [name, bytes] of parts) {
    if (!/^xl\/comments/.test(name)) continue;
    const text = new TextDecoder().decode(bytes);
    parts.set(name, strToU8(text.replace(/(<(?:\w+:)?author>)[^<]*/g, '$1')));
  }
  const reached = new Set([contentTypesPart, ...reachable(parts, '')]);
  for (const name of parts.keys()) if (!reached.has(name)) parts.delete(name);
  const types = partIn(parts, contentTypesPart);
  for (const override of childrenOf(types, 'Override')) {
    if (!parts.has(partNameOf(override))) removeElement(override);
    else if (partNameOf(override) === workbookPart) override.setAttribute('ContentType', plainWorkbook);
  }
  parts.set(contentTypesPart, strToU8(serializeXml(types)));
}

const application = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`;

/** Outputs have a title, whether the form has one or not. */
function addCoreProperties(parts: Parts): void {
  if (relationsOf(parts, '').some(({ type }) => type === 'core-properties')) return;
  const name = relationsPartOf('');
  const root = partIn(parts, name);
  const element = root.ownerDocument?.createElementNS(root.namespaceURI, 'Relationship');
  element?.setAttribute('Id', 'core');
  element?.setAttribute('Type', coreProperties);
  element?.setAttribute('Target', corePart);
  if (element) root.appendChild(element);
  parts.set(name, strToU8(serializeXml(root)));
}

const coreProperties =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Which of a part's relations stay; those of the workbook to sheets that it no longer has go too. */
function cutRelations(parts: Parts, name: string): void {
  const root = partIn(parts, name);
  const owner = name.replace(/(^|\/)_rels\//, '$1').replace(/\.rels$/, '');
  const sheets =
    owner === workbookPart
      ? new Set(childrenOf(childOf(partIn(parts, workbookPart), 'sheets')).map(relationIdOf))
      : undefined;
  for (const element of childrenOf(root, 'Relationship')) {
    const { id, type, target, external } = relationIn(element, owner);
    const dangling = !external && !parts.has(target);
    if (unwanted.has(type) || dangling || (type === 'worksheet' && sheets?.has(id) === false)) {
      removeElement(element);
    }
  }
  parts.set(name, strToU8(serializeXml(root)));
}

/** The path on the author's disk, who has the file open, the places of windows. */
function cleanWorkbook(workbook: Element): void {
  for (const name of ['absPath', 'fileSharing', 'revisionPtr', 'customWorkbookViews']) {
    for (const element of descendantsOf(workbook, name)) {
      // compatible content stands as choice and alternative, of which only the whole can go
      const choice = element.parentNode?.parentNode as Element | null | undefined;
      removeElement(choice?.localName === 'AlternateContent' ? choice : element);
    }
  }
  for (const view of descendantsOf(workbook, 'workbookView')) {
    for (const name of ['activeTab', 'firstSheet']) view.removeAttribute(name);
  }
}

/** All parts that relations lead to, and the parts that hold the relations. */
function reachable(parts: Parts, from: string, seen = new Set<string>()): Set<string> {
  const relations = relationsPartOf(from);
  if (parts.has(relations)) seen.add(relations);
  for (const { target, external } of relationsOf(parts, from)) {
    if (external || seen.has(target) || !parts.has(target)) continue;
    seen.add(target);
    reachable(parts, target, seen);
  }
  return seen;
}
