/** XML as Office files use it: parsed strictly, walked by local names, so that a writer's prefixes do not matter. */
import { DOMParser, type Document, type Element, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
import { bounds, MiB } from '../bounds.ts';
import { refusal } from '../refusal.ts';
import { plainXml } from './plain-xml.ts';

export type { Document, Element };

/**
 * Parses a part.
 * @param part its name, for the refusal where it is not well-formed, too large for a tree, or unsafe (`plainXml`)
 */
export function parseXml(text: string, part = ''): Document {
  if (text.length > bounds.xmlTree) {
    throw refusal('archive-unsafe', { reason: 'tree', part, most: bounds.xmlTree / MiB });
  }
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags += 1;
  if (tags > bounds.xmlTags) {
    throw refusal('archive-unsafe', { reason: 'tags', part, most: bounds.xmlTags });
  }
  plainXml(text, part);
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    throw refusal('archive-damaged', { reason: 'xml', part });
  }
}

/** The root element of a part's text. Throws as `parseXml` does. */
export function rootOf(text: string, part = ''): Element {
  const root = parseXml(text, part).documentElement;
  if (root === null) throw refusal('archive-damaged', { reason: 'xml', part });
  return root;
}

export function serializeXml(node: Document | Element): string {
  return new XMLSerializer().serializeToString(node);
}

/** The child elements, or those of one local name, in order. */
export function childrenOf(element: Element | undefined, name?: string): Element[] {
  const children: Element[] = [];
  for (let node = element?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (name === undefined || child.localName === name) children.push(child);
  }
  return children;
}

/** The first child element of a local name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return childrenOf(element, name)[0];
}

/** All elements below, or those of one local name, in document order. */
export function descendantsOf(element: Element, name?: string): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(name === undefined || child.localName === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** An attribute by its local name: the prefixes are the program's own. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element === undefined
    ? undefined
    : [...element.attributes].find(({ localName }) => localName === name)?.value;
}

/** Takes an element out, and what only stood there to hold it. */
export function removeElement(element: Element): void {
  const parent = element.parentNode;
  parent?.removeChild(element);
  if (parent?.nodeType === 1 && childrenOf(parent as Element).length === 0) {
    if (parent.parentNode?.nodeType === 1) removeElement(parent as Element);
  }
}

/** What most texts are: nothing in them is to be escaped or left out. */
const PLAIN = /^[\t\n !#-%'-;=?-\ufffd]*$/;

/** Text for an element's content or a double-quoted attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** The child of that name; where there is none, a new one after all that must stand `before` it. */
export function added(parent: Element, name: string, before: readonly string[]): Element {
  const known = childOf(parent, name);
  if (known !== undefined) return known;
  const document = parent.ownerDocument;
  if (document === null) throw new Error('an element without a document');
  const element = document.createElementNS(parent.namespaceURI, name);
  const previous = childrenOf(parent).findLast((child) => before.includes(child.localName ?? ''));
  parent.insertBefore(element, previous === undefined ? parent.firstChild : previous.nextSibling);
  return element;
}
