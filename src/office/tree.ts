/** XML as a tree that is only read, walked by local names; what is to be changed is a document of `xml.ts`. */
import { bounds, MiB } from '../bounds.ts';
import { refusal } from '../refusal.ts';
import { attributeNamed, plainXml, unescaped } from './plain-xml.ts';

export interface Element {
  /** Without the prefix, which is the writer's own. */
  readonly localName: string;
  readonly parent?: Element;
  readonly children: readonly Element[];
  /** Its attributes, and what it holds, as plain XML. */
  readonly attributes: string;
  readonly inside: string;
}

type Growing = { -readonly [name in keyof Element]: Element[name] } & { readonly children: Element[] };

/**
 * The root element of a part's text.
 * @param part its name, for the refusal where it is no XML, too large for a tree, or unsafe (`plainXml`)
 */
export function rootOf(text: string, part = ''): Element {
  const tooMuch = (reason: string, most: number) => refusal('archive-unsafe', { reason, part, most });
  if (text.length > bounds.xmlTree) throw tooMuch('tree', bounds.xmlTree / MiB);
  const xml = plainXml(text, part);
  const open: { readonly element: Growing; readonly from: number }[] = [];
  let root: Element | undefined;
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    tags += 1;
    if (tags > bounds.xmlTags) throw tooMuch('tags', bounds.xmlTags);
    const end = xml.indexOf('>', at);
    if (xml[at + 1] === '/') {
      const closed = open.pop();
      if (closed !== undefined) closed.element.inside = xml.slice(closed.from, at);
    } else {
      const isEmpty = xml[end - 1] === '/';
      const parent = open.at(-1)?.element;
      const element = elementIn(xml.slice(at + 1, isEmpty ? end - 1 : end), parent);
      if (parent !== undefined) parent.children.push(element);
      else if (root === undefined) root = element;
      else throw refusal('archive-damaged', { reason: 'xml', part });
      if (!isEmpty) open.push({ element, from: end + 1 });
    }
    at = end + 1;
  }
  if (root === undefined) throw refusal('archive-damaged', { reason: 'xml', part });
  return root;
}

function elementIn(tag: string, parent: Element | undefined): Growing {
  const [name] = tag.split(/\s/, 1) as [string];
  return {
    localName: name.slice(name.indexOf(':') + 1),
    ...(parent === undefined ? {} : { parent }),
    children: [],
    attributes: tag.slice(name.length),
    inside: '',
  };
}

/** The child elements, or those of one local name, in order. */
export function childrenOf(element: Element | undefined, name?: string): readonly Element[] {
  const children = element?.children ?? [];
  return name === undefined ? children : children.filter(({ localName }) => localName === name);
}

/** The first child element of a local name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(({ localName }) => localName === name);
}

/** All elements below of one local name, in document order. */
export function descendantsOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** An attribute by its local name. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  const find = finders.get(name) ?? attributeNamed(`(?:[\\w.-]+:)?${name}`);
  finders.set(name, find);
  return element === undefined ? undefined : find(element.attributes);
}

/** The names that are asked for are those in the code. */
const finders = new Map<string, (attributes: string) => string | undefined>();

/** All text in an element; none where there is no element. */
export function textIn(element: Element | undefined): string {
  const inside = element?.inside ?? '';
  return unescaped(inside.includes('<') ? inside.replace(/<[^>]*>/g, '') : inside);
}
