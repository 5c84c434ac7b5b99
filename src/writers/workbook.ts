/** Writes filled forms as an Excel workbook: the form's own workbook, with a worksheet for each sheet. */
import { strFromU8, strToU8 } from 'fflate';
import type { Finding } from '../diagnostic.ts';
import { deflateFast } from '../office/deflate.ts';
import { closeParts, type Packed, pack, relationIn, relationsPartOf } from '../office/parts.ts';
import { lastColumn, mentionOf, quoted, rangeIn, rangeText, referencesIn } from '../office/range.ts';
import { childrenOf, escapeXml, rootOf, serializeXml } from '../office/xml.ts';
import { cellStyles } from './cell-styles.ts';
import { movedPlaces } from './moved.ts';
import { packedAlike } from './packed-alike.ts';
import type { PrintSetup } from './print-setup.ts';
import { movedWhole, type RowMap } from './row-map.ts';
import { sharedStrings } from './shared-strings.ts';
import type { Template, TemplateName } from './template.ts';
import {
  contentTypesPart,
  corePart,
  declaration,
  stringsPart,
  stylesPart,
  workbookPart,
} from './workbook-parts.ts';
import { rowMapOf, type SheetInput, worksheetXml } from './worksheet-xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes one workbook with a worksheet for each of `sheets`, in order. The same input gives the same bytes.
 * @param sheets each with its worksheet's name, as `sheetNames` gives them
 * @param about the document's properties
 * @returns the bytes, and of each sheet what did not fit: `text-too-long` (cut)
 */
export function writeWorkbook(
  template: Template,
  sheets: readonly SheetInput[],
  about: { readonly title: string; readonly author?: string },
): { readonly bytes: Uint8Array; readonly told: readonly (readonly Finding[])[] } {
  const [strings, styles] = [sharedStrings(), cellStyles(template.styles)];
  const written = sheets.map((sheet, i) => {
    const map = rowMapOf(template.form, sheet.filled);
    const findings: Finding[] = [];
    const xml = worksheetXml(template.form, sheet, map, i === 0, { strings, styles, findings });
    const { name, print } = sheet;
    return { name, print, map, part: sheetPart(i), xml, own: ownParts(template, i, map), findings };
  });
  const made: [string, string][] = [
    ...written.map(({ part, xml }): [string, string] => [part, xml]),
    [stringsPart, strings.xml()],
    [corePart, coreXml(about)],
    [workbookPart, workbookXml(template, written)],
  ];
  const listing: [string, string][] = [
    [relationsPartOf(workbookPart), workbookRelationsXml(template, written)],
    [contentTypesPart, contentTypesXml(template, written)],
  ];
  const parts = new Map<string, Packed>(template.parts);
  for (const { own } of written) for (const { name, bytes } of own) parts.set(name, pack(bytes));
  for (const [name, xml] of made) parts.set(name, pack(strToU8(xml), deflateFast));
  for (const [name, xml] of listing) parts.set(name, packedAlike(template, xml));
  parts.set(stylesPart, packedAlike(template, styles.added(), styles.xml));
  return { bytes: closeParts(parts), told: written.map(({ findings }) => findings) };
}

interface Written {
  readonly name: string;
  readonly print: PrintSetup;
  readonly map: RowMap;
  readonly part: string;
  readonly own: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly contentType: string | undefined;
  }[];
}

function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The drawings, comments and so on of one worksheet: its own copies, since no two worksheets may share them. */
function ownParts(template: Template, index: number, map: RowMap): Written['own'] {
  const renamed = new Map(template.own.map(({ name }) => [name, nameFor(name, index)]));
  return template.own.map(({ name, bytes, contentType }) => {
    const copy = { name: nameFor(name, index), contentType };
    if (name.endsWith('.rels'))
      return { ...copy, bytes: index === 0 ? bytes : retargeted(bytes, name, renamed) };
    const placed = /\.vml$|\/(?:drawing|comments)[^/]*\.xml$/i.test(name);
    return { ...copy, bytes: placed ? strToU8(movedPlaces(strFromU8(bytes), map)) : bytes };
  });
}

/** `xl/drawings/drawing1.xml` → `xl/drawings/drawing1-2.xml` for the second worksheet. */
function nameFor(name: string, index: number): string {
  if (index === 0) return name;
  if (name === relationsPartOf(sheetPart(0))) return relationsPartOf(sheetPart(index));
  return name.replace(/((?:\.[^./]+)(?:\.rels)?)$/, `-${index + 1}$1`);
}

function retargeted(bytes: Uint8Array, name: string, renamed: ReadonlyMap<string, string>): Uint8Array {
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  const root = rootOf(strFromU8(bytes));
  for (const element of childrenOf(root, 'Relationship')) {
    const to = renamed.get(relationIn(element, owner).target);
    if (to !== undefined) element.setAttribute('Target', `/${to}`);
  }
  return strToU8(declaration + serializeXml(root));
}

function workbookXml(template: Template, written: readonly Written[]): string {
  const sheets = written.map(
    ({ name }, i) =>
      `<sheet xmlns:r="${office}" name="${escapeXml(name)}" sheetId="${i + 1}" r:id="sheet${i + 1}"/>`,
  );
  const names = template.names.flatMap((name) =>
    (name.local ? written : written.slice(0, 1)).flatMap((sheet, i) =>
      isReplaced(name, sheet) ? [] : nameXml(name, template.form.name, sheet, i),
    ),
  );
  written.forEach(({ name, print }, i) => {
    if (print.titles === undefined) return;
    const rows = rangeText({ ...print.titles, left: 0, right: lastColumn }, '$');
    const attributes = `name="${printTitles}" localSheetId="${i}"`;
    names.push(`<definedName ${attributes}>${escapeXml(`${quoted(name)}!${rows}`)}</definedName>`);
  });
  const list = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  // names come after the sheets, and after what may stand between the two
  return template.workbook.replace(
    /<sheets\s*\/>(<functionGroups[\s\S]*?<\/functionGroups>)?(<externalReferences[\s\S]*?<\/externalReferences>)?/,
    (_, groups = '', references = '') => `<sheets>${sheets.join('')}</sheets>${groups}${references}${list}`,
  );
}

const printTitles = '_xlnm.Print_Titles';

/** Where a sheet takes several pages, those say which rows are repeated. */
function isReplaced({ attributes }: TemplateName, { print }: Written): boolean {
  return print.breaks.length > 0 && attributes.includes(`"${printTitles}"`);
}

/** A name of the form as it is for one worksheet of the output; none where the rows that it named are gone. */
function nameXml(name: TemplateName, form: string, { name: sheet, map }: Written, index: number): string[] {
  const references = referencesIn(name.refersTo);
  const ranges = references.map(({ sheet: of, reference }) => (of === form ? rangeIn(reference) : undefined));
  const refersTo = ranges.every((range) => range !== undefined)
    ? ranges
        .flatMap((range) => movedWhole(range, map) ?? [])
        .map((range) => `${quoted(sheet)}!${rangeText(range, '$')}`)
        .join(',')
    : name.refersTo.replace(mentionOf(form), () => `${quoted(sheet)}!`);
  if (refersTo === '') return [];
  const local = name.local ? ` localSheetId="${index}"` : '';
  return [`<definedName${name.attributes}${local}>${escapeXml(refersTo)}</definedName>`];
}

function workbookRelationsXml(template: Template, written: readonly Written[]): string {
  const added = [
    ...written.map(({ part }, i) => ({ id: `sheet${i + 1}`, type: 'worksheet', target: part })),
    { id: 'strings', type: 'sharedStrings', target: stringsPart },
  ];
  return inserted(
    template.workbookRelations,
    'Relationships',
    added.map(
      ({ id, type, target }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="/${target}"/>`,
    ),
  );
}

function contentTypesXml(template: Template, written: readonly Written[]): string {
  const added = [
    [corePart, 'application/vnd.openxmlformats-package.core-properties+xml'],
    [stringsPart, `${spreadsheet}.sharedStrings+xml`],
    ...written.map(({ part }) => [part, `${spreadsheet}.worksheet+xml`]),
    ...written.flatMap(({ own }) =>
      own.flatMap(({ name, contentType }) => (contentType === undefined ? [] : [[name, contentType]])),
    ),
  ];
  return inserted(
    template.contentTypes,
    'Types',
    added.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`),
  );
}

/** Puts elements at the end of the root element. */
function inserted(xml: string, root: string, elements: readonly string[]): string {
  const end = new RegExp(`(?:/>|</${root}>)$`);
  const open = xml.endsWith('/>') ? '>' : '';
  return (
    declaration +
    xml.replace(/^<\?xml[^>]*\?>\s*/, '').replace(end, () => `${open}${elements.join('')}</${root}>`)
  );
}

function coreXml({ title, author }: { readonly title: string; readonly author?: string }): string {
  const creator =
    author === undefined || author === '' ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>${creator}</cp:coreProperties>`;
}
