/** What must not leave the town hall with a filled form: names of people, printers and servers, other sheets' words, macros. */
import { strToU8 } from 'fflate';
import { isXmlPart, type Parts, relationIn, relationsOf, relationsPartOf } from '../office/parts.ts';
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

/**
 * Relations that stay, with what they lead to: what a form shows. All others are cut, since new kinds of them come with
 * every Excel: they hold the names of people, printers, servers and other workbooks, what was copied from these, macros,
 * tables, which cannot grow with the rows of a form, and the form's old contents.
 */
const wanted = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'worksheet',
  'styles',
  'theme',
  'sharedStrings',
  'hyperlink',
  'comments',
  'drawing',
  'vmlDrawing',
  'ctrlProp',
  'image',
  'chart',
  'chartEx',
  'chartStyle',
  'chartColorStyle',
  'chartUserShapes',
  'themeOverride',
  'diagramData',
  'diagramLayout',
  'diagramQuickStyle',
  'diagramColors',
  'diagramDrawing',
]);

/** What a link may lead to: nothing else outside of the file is anything but the name of a server or a folder. */
const publicAddress = /^(?:https?|mailto):/i;

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
    if (!/^xl\/(?:comments|drawings)/.test(name) || !/\.(?:xml|vml)$/.test(name)) continue;
    const text = new TextDecoder().decode(bytes);
    parts.set(name, strToU8(text.replace(author, '$1').replace(path, '')));
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

const author = /(<(?:\w+:)?author>)[^<]*/g;
/** Where a picture was taken from: old versions of Excel describe it so. */
const path = /\s(?:descr|title|o:title)="(?:[a-z]:[\\/]|\\\\|file:)[^"]*"/gi;

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
  const cut = new Set<string>();
  for (const element of childrenOf(root, 'Relationship')) {
    const { id, type, target, external } = relationIn(element, owner);
    const leads = external ? type === 'hyperlink' && publicAddress.test(target) : parts.has(target);
    if (wanted.has(type) && leads && (type !== 'worksheet' || sheets?.has(id) !== false)) continue;
    cut.add(id);
    removeElement(element);
  }
  parts.set(name, strToU8(serializeXml(root)));
  if (cut.size > 0 && isXmlPart(owner) && parts.has(owner)) detach(parts, owner, cut);
}

/** Takes out of a part what says no more than where a relation leads that was cut. */
function detach(parts: Parts, owner: string, cut: ReadonlySet<string>): void {
  const root = partIn(parts, owner);
  for (const element of descendantsOf(root)) {
    const relations = [...element.attributes].filter(({ namespaceURI }) =>
      namespaceURI?.endsWith('/relationships'),
    );
    const gone = relations.filter(({ value }) => cut.has(value));
    if (gone.length === 0) continue;
    // the size of the paper stands there, too
    if (gone.length === relations.length && element.localName !== 'pageSetup') removeWhole(element);
    for (const { name } of gone) element.removeAttribute(name);
  }
  parts.set(owner, strToU8(serializeXml(root)));
}

/** Takes an element out, and what only stood there to hold it: that has nothing to say of itself. */
function removeWhole(element: Element): void {
  const parent = element.parentNode as Element | null;
  const around = parent?.parentNode as Element | null | undefined;
  // compatible content stands as choice and alternative, of which only the whole can go
  if (around?.localName === 'AlternateContent') {
    removeWhole(around);
    return;
  }
  parent?.removeChild(element);
  if (around?.nodeType !== 1 || parent === null || childrenOf(parent).length > 0) return;
  const saysNothing = [...parent.attributes].every(({ name }) => name.startsWith('xmlns'));
  if (saysNothing || parent.localName === 'ext') removeWhole(parent);
}

/** The path on the author's disk, where it is published, who has the file open, the places of windows, data models. */
function cleanWorkbook(workbook: Element): void {
  for (const name of unwanted) {
    for (const element of descendantsOf(workbook, name)) removeWhole(element);
  }
  for (const view of descendantsOf(workbook, 'workbookView')) {
    for (const name of ['activeTab', 'firstSheet']) view.removeAttribute(name);
  }
}

const unwanted = [
  'absPath',
  'fileSharing',
  'revisionPtr',
  'customWorkbookViews',
  'webPublishing',
  'webPublishObjects',
  'extLst',
];

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
