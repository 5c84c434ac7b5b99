/** The form workbook made ready once, so that each output only needs its own worksheets written. */
import {
  openParts,
  type Packed,
  type Parts,
  pack,
  relationsOf,
  relationsPartOf,
  textOfPart,
} from '../office/parts.ts';
import { mentionOf } from '../office/range.ts';
import { childOf, childrenOf, descendantsOf, escapeXml, removeElement, serializeXml } from '../office/xml.ts';
import { arranged, partIn, partNameOf } from './arranged.ts';
import { cleanParts } from './cleaned.ts';
import { type FormSheet, formSheet } from './form-sheet.ts';
import { type FormStyles, formStyles } from './form-styles.ts';
import { contentTypesPart, corePart, stringsPart, stylesPart, workbookPart } from './workbook-parts.ts';

/** A name that the workbook gives to cells. */
export interface TemplateName {
  /** The element's attributes but for the sheet, as XML. */
  readonly attributes: string;
  readonly refersTo: string;
  /** True where it belongs to the form's worksheet, and so to each worksheet of an output. */
  readonly local: boolean;
}

/** A part that belongs to the form's worksheet: a drawing, comments. */
export interface SheetPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

export interface Template {
  readonly form: FormSheet;
  /** The parts that every output has as they are, already compressed. */
  readonly parts: ReadonlyMap<string, Packed>;
  /** The parts of the form's worksheet, and its own relations among them. */
  readonly own: readonly SheetPart[];
  /** XML of the parts that depend on the number of worksheets, without what is about worksheets. */
  readonly contentTypes: string;
  readonly workbook: string;
  readonly workbookRelations: string;
  readonly names: readonly TemplateName[];
  /** To which an output adds the variants that it needs. */
  readonly styles: FormStyles;
}

const sheetPart = 'xl/worksheets/sheet1.xml';
/** Written anew for each output, or not at all. */
const rewritten = new Set([
  contentTypesPart,
  workbookPart,
  relationsPartOf(workbookPart),
  stringsPart,
  corePart,
]);

/**
 * Makes a form workbook ready to be filled: all worksheets but one are taken out, and what names people.
 * Everything else is kept, whether it is understood or not.
 * @param keep the name of the form's worksheet
 * @throws (rejects) where the bytes are no workbook or it has no such worksheet
 */
export async function prepareTemplate(bytes: Uint8Array, keep: string): Promise<Template> {
  // not at the top: it takes long to load, and only Excel output needs it
  const { default: populate } = await import('xlsx-populate');
  const book = await populate.fromDataAsync(arranged(bytes));
  const kept = book.sheet(keep);
  if (kept === undefined) throw new Error(`the form workbook has no worksheet ${keep}`);
  book.activeSheet(kept.hidden(false));
  const others = book.sheets().filter((sheet) => sheet !== kept);
  for (const sheet of others) book.deleteSheet(sheet);
  const parts = openParts(await book.outputAsync({ type: 'uint8array' }));
  cleanParts(parts);

  const gone = others.map((sheet) => ({ sheet, mentions: mentionOf(sheet.name()) }));
  const names = namesOf(parts);
  const meaning = (formula: string) =>
    names.find(({ name }) => name === formula.trim().replace(/^=/, ''))?.refersTo ?? formula;
  const elsewhere = (formula: string) =>
    isExternal(meaning(formula)) || gone.some(({ mentions }) => meaning(formula).search(mentions) >= 0);
  const wordsOf = (formula: string) => {
    const target = meaning(formula);
    const found = gone.find(({ mentions }) => target.search(mentions) >= 0);
    const range = /!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(target.trim())?.[1]?.replaceAll('$', '');
    if (found === undefined || range === undefined) return undefined;
    const first = range.includes(':') ? range : `${range}:${range}`;
    return found.sheet
      .range(first)
      .value()
      .flat()
      .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));
  };
  const xml = textOfPart(parts, sheetPart) ?? '';
  const form = formSheet(keep, xml, textOfPart(parts, stringsPart), elsewhere, wordsOf);
  const own = ownParts(parts);
  const separate = new Set([...rewritten, sheetPart, ...own.map(({ name }) => name)]);
  return {
    form,
    own,
    parts: new Map(
      [...parts].filter(([name]) => !separate.has(name)).map(([name, part]) => [name, pack(part)]),
    ),
    ...sheetless(parts, separate),
    names: names.filter(({ refersTo }) => !elsewhere(refersTo) && !refersTo.includes('#REF!')),
    styles: formStyles(textOfPart(parts, stylesPart) ?? ''),
  };
}

/** Whether a formula refers to another workbook: `[1]Sheet1!A1`, `'[book.xlsx]Sheet 1'!A1`, `'file:///…'#$A1`. */
function isExternal(formula: string): boolean {
  return /\[(?:\d+|[^[\]]*\.\w+)\]|'file:/i.test(formula.replace(/"(?:[^"]|"")*"/g, ''));
}

function namesOf(parts: Parts): (TemplateName & { readonly name: string })[] {
  const elements = descendantsOf(partIn(parts, workbookPart), 'definedName');
  return elements.flatMap((element) => {
    const sheet = element.getAttribute('localSheetId');
    // -1 is what xlsx-populate makes of a sheet that is gone
    if (sheet !== null && sheet !== '0') return [];
    const attributes = [...element.attributes].filter(({ name }) => name !== 'localSheetId');
    return [
      {
        name: element.getAttribute('name') ?? '',
        attributes: attributes.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join(''),
        refersTo: element.textContent ?? '',
        local: sheet !== null,
      },
    ];
  });
}

/** The parts that the form's worksheet leads to, but pictures, which several drawings may share. */
function ownParts(parts: Parts): SheetPart[] {
  const types = new Map(
    childrenOf(partIn(parts, contentTypesPart), 'Override').map((override) => [
      partNameOf(override),
      override.getAttribute('ContentType') ?? undefined,
    ]),
  );
  const found = new Map<string, SheetPart>();
  const add = (name: string) => {
    const bytes = parts.get(name);
    if (bytes === undefined || found.has(name)) return;
    if (name !== sheetPart) found.set(name, { name, bytes, contentType: types.get(name) });
    const relations = relationsPartOf(name);
    const relationBytes = parts.get(relations);
    if (relationBytes !== undefined)
      found.set(relations, { name: relations, bytes: relationBytes, contentType: undefined });
    for (const { target, external, type } of relationsOf(parts, name)) {
      if (!external && type !== 'image') add(target);
    }
  };
  add(sheetPart);
  return [...found.values()];
}

/** The parts that list worksheets, without any. */
function sheetless(
  parts: Parts,
  separate: ReadonlySet<string>,
): Pick<Template, 'contentTypes' | 'workbook' | 'workbookRelations'> {
  const types = partIn(parts, contentTypesPart);
  for (const override of childrenOf(types, 'Override')) {
    const name = partNameOf(override);
    if (separate.has(name) && name !== workbookPart) removeElement(override);
  }
  const workbook = partIn(parts, workbookPart);
  for (const name of descendantsOf(workbook, 'definedNames')) removeElement(name);
  const sheets = childOf(workbook, 'sheets');
  while (sheets?.firstChild) sheets.removeChild(sheets.firstChild);
  const relations = partIn(parts, relationsPartOf(workbookPart));
  for (const element of childrenOf(relations, 'Relationship')) {
    if (/\/(worksheet|sharedStrings)$/.test(element.getAttribute('Type') ?? '')) removeElement(element);
  }
  return {
    contentTypes: serializeXml(types),
    workbook: serializeXml(workbook),
    workbookRelations: serializeXml(relations),
  };
}
