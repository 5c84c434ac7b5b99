/** Reads back how a PDF of ours is read aloud: its structure, with the texts it is over. */
import { type Dictionary, type PdfValue, parseObject } from './pdf-object.ts';
import { readPdf } from './pdf-text.ts';

/** An element of the structure as it was found. */
export interface Tag {
  readonly type: string;
  readonly title: string;
  readonly alt: string;
  /** Its attributes, as PDF names them. */
  readonly attributes: Dictionary;
  readonly kids: readonly Tag[];
  /** Of its own content, without that of its kids. */
  readonly text: string;
  /** The annotations it holds. */
  readonly links: readonly Dictionary[];
}

/** The structure of a document. Throws where page, structure and the tree of parents do not agree with one another. */
export function readTags(bytes: Uint8Array): Tag {
  const { objects, pages } = readPdf(bytes);
  const known = new Map<number, Dictionary>();
  const at = (value: PdfValue | undefined): Dictionary => {
    const { reference } = value as { reference: number };
    const object = known.get(reference) ?? (parseObject(objects.get(reference) ?? '') as Dictionary);
    known.set(reference, object);
    return object;
  };
  const number = (value: PdfValue | undefined) => (value as { reference: number }).reference;
  const listAt = (value: PdfValue | undefined) =>
    parseObject(objects.get(number(value)) ?? '') as readonly PdfValue[];
  const catalog = parseObject([...objects.values()].find((o) => o.includes('/Catalog')) ?? '') as Dictionary;
  const root = at(catalog.StructTreeRoot);
  const nums = (root.ParentTree as Dictionary).Nums as readonly PdfValue[];
  const parents = new Map(
    nums.flatMap((value, i) => (i % 2 ? [[nums[i - 1] as number, value] as const] : [])),
  );
  const unread = new Set(pages.flatMap(({ id, marked }) => marked.map((_, i) => `${id} ${i}`)));

  const read = (reference: PdfValue, parent: PdfValue): Tag => {
    const element = at(reference);
    expectSame(number(element.P), number(parent), 'the parent of an element');
    const texts: string[] = [];
    const kids: Tag[] = [];
    const links: Dictionary[] = [];
    for (const kid of element.K as readonly PdfValue[]) {
      const { MCID = kid, Pg = element.Pg, Obj } = kid as Dictionary;
      if (typeof MCID === 'number') {
        const page = pages.find(({ id }) => id === number(Pg));
        const owners = listAt(parents.get(at(Pg).StructParents as number));
        expectSame(number(owners[MCID]), number(reference), 'the owner of marked content');
        if (!unread.delete(`${page?.id} ${MCID}`)) throw new Error('marked content is read twice');
        texts.push(page?.marked[MCID] ?? '');
      } else if (Obj !== undefined) {
        const link = at(Obj);
        expectSame(
          number(parents.get(link.StructParent as number)),
          number(reference),
          'the owner of a link',
        );
        if (!(at(Pg).Annots as readonly PdfValue[]).some((annotation) => number(annotation) === number(Obj)))
          throw new Error('a link is not on the page of its element');
        links.push(link);
      } else kids.push(read(kid, reference));
    }
    return {
      type: String(element.S),
      title: String(element.T ?? ''),
      alt: String(element.Alt ?? ''),
      attributes: (element.A ?? {}) as Dictionary,
      kids,
      text: texts.join('\n'),
      links,
    };
  };
  const document = read(root.K as PdfValue, catalog.StructTreeRoot as PdfValue);
  if (unread.size > 0) throw new Error(`in no element: ${[...unread].join(', ')}`);
  return document;
}

function expectSame(found: number, wanted: number, what: string): void {
  if (found !== wanted) throw new Error(`${what}: object ${found}, not ${wanted}`);
}

/** The structure as text, a line for each element: `TH Row 2r 3c text`; white space within texts is left out. */
export function tagsText(tag: Tag, depth = 0): string {
  const { Scope, RowSpan, ColSpan } = tag.attributes;
  const words = [
    tag.type,
    Scope,
    RowSpan === undefined ? undefined : `${RowSpan}r`,
    ColSpan === undefined ? undefined : `${ColSpan}c`,
    tag.title,
    tag.alt,
    tag.text.replace(/\s/gu, ''),
    ...tag.links.map(({ Contents }) => `→ ${Contents}`),
  ];
  const line = `${'  '.repeat(depth)}${words.filter((word) => word !== undefined && word !== '').join(' ')}\n`;
  return line + tag.kids.map((kid) => tagsText(kid, depth + 1)).join('');
}

/** All elements of a type, in reading order. */
export function tagsOf(tag: Tag, type: string): Tag[] {
  return [...(tag.type === type ? [tag] : []), ...tag.kids.flatMap((kid) => tagsOf(kid, type))];
}
