/** XML reduced to tags and text, so that a pattern can be trusted to find an element and its end, and in linear time. */
import { bounds, MiB } from '../bounds.ts';
import { refusal } from '../refusal.ts';

/** What stands between tags and is none, by its first characters: where it ends. */
const asides: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * The same XML without comments and instructions, with the text of CDATA sections as plain text, every `>` of an
 * attribute escaped and every attribute written `name="value"`. Every tag has its end, and none stands inside another
 * tag's attributes: `elementPattern` holds, and ` name=` finds an attribute.
 * @param part the name of the part, for refusals
 * @throws a refusal where tags do not pair, nest too deep, or a document type is declared (its entities could grow
 * without end)
 */
export function plainXml(text: string, part: string): string {
  const damaged = () => refusal('archive-damaged', { reason: 'xml', part });
  const unsafe = (reason: string, most = 0) => refusal('archive-unsafe', { reason, part, most });
  const open: string[] = [];
  let plain = '';
  let kept = 0;
  // hardly any program writes so: looked for once, and only then in each tag
  const spaced = hasSpacedEquals(text);
  const put = (from: number, to: number, instead: string) => {
    plain += text.slice(kept, from) + instead;
    kept = to;
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text[at + 1];
    const aside =
      next === '!' || next === '?' ? asides.find(([start]) => text.startsWith(start, at)) : undefined;
    if (aside !== undefined) {
      const [start, stop] = aside;
      const end = text.indexOf(stop, at + start.length);
      if (end < 0) throw damaged();
      put(at, end + stop.length, start === '<![CDATA[' ? escaped(text.slice(at + start.length, end)) : '');
      at = end + stop.length;
      continue;
    }
    if (next === '!') throw unsafe('entities');
    const end = endOfTag(text, at);
    if (end < 0) throw damaged();
    if (end - at > bounds.xmlTag) throw unsafe('tag', bounds.xmlTag / MiB);
    if (next === '/') {
      const name = open.pop();
      if (name === undefined || !text.startsWith(name, at + 2)) throw damaged();
      if (at + 2 + name.length !== end) {
        if (text.slice(at + 2, end).trimEnd() !== name) throw damaged();
        put(at, end, `</${name}`);
      }
    } else {
      if (text[end - 1] !== '/') open.push(nameAt(text, at + 1));
      if (open.length > bounds.xmlDepth) throw unsafe('depth', bounds.xmlDepth);
      // found before the tag's own end, so it stands in quotes
      if (spaced || text.indexOf('>', at) < end) {
        const tag = text.slice(at, end).replaceAll('>', '&gt;');
        put(at, end, spaced ? withoutSpaces(tag) : tag);
      }
    }
    at = end + 1;
  }
  if (open.length > 0) throw damaged();
  return kept === 0 ? text : plain + text.slice(kept);
}

/** Finds elements of a name, which do not hold one another, in plain XML: their attributes, and what they hold. */
export function elementPattern(name: string, flags = ''): RegExp {
  return new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, flags);
}

/** Finds the value of an attribute among those of an element in plain XML. */
export function attributeNamed(name: string): (attributes: string) => string | undefined {
  const pattern = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`);
  return (attributes) => {
    const found = pattern.exec(attributes);
    return found === null ? undefined : unescaped(found[1] ?? found[2] ?? '');
  };
}

/** Whether the value of an attribute or element is XML's true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/** A text of plain XML as it was meant. Throws a refusal where it has what XML cannot hold. */
export function unescaped(xml: string): string {
  if (SUSPECT.test(xml) && FORBIDDEN.test(xml)) throw refusal('workbook-unreadable', { reason: 'damaged' });
  if (!xml.includes('&')) return xml;
  return xml.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));|&/gi,
    (_, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES.get(name ?? '');
      if (character === undefined || FORBIDDEN.test(character)) {
        throw refusal('workbook-unreadable', { reason: 'damaged' });
      }
      return character;
    },
  );
}

/** A text as a workbook means it: Excel spells out as `_x000D_` what XML cannot hold; line breaks become `\n`. */
export function spelledIn(text: string): string {
  const whole = text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, characterOf) : text;
  return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
}

function characterOf(_: string, code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** What XML forbids. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\p{Cs}\ufffe\uffff]/u;

/** The units of all that, and of characters that take two: in a third of the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

const [doubleQuote, singleQuote, less, greater, slash] = [...`"'<>/`].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];
const SPACE = 0x20;

/** Where the `>` of a tag stands, those in quotes aside; -1 where another tag begins before, or the text ends. */
function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === less) return -1;
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === greater) return at;
    else if (code === doubleQuote || code === singleQuote) quote = code;
  }
  return -1;
}

function nameAt(text: string, start: number): string {
  for (let end = start; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    // the white space of XML, before which there are only controls
    if (code <= SPACE || code === slash || code === greater) return text.slice(start, end);
  }
  return text.slice(start);
}

/** Whether white space stands beside an equals sign, be it in a text. */
function hasSpacedEquals(text: string): boolean {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    if (isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

const isSpace = (code: number) => code <= SPACE || (code > 0x7f && /\s/.test(String.fromCharCode(code)));

/** A tag without white space at its equals signs, those in quotes aside; in steps, so that no run is gone over again. */
function withoutSpaces(tag: string): string {
  return tag
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/("[^"]*"|'[^']*')| ?= ?/g, (_, quoted?: string) => quoted ?? '=');
}

/** A text as plain XML has it between its tags. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
