/** Reads the objects of a PDF of ours: dictionaries, arrays, names, texts, numbers and references. */

/** A reference to another object, by its number. */
export interface Reference {
  readonly reference: number;
}

export type PdfValue = null | boolean | number | string | Reference | readonly PdfValue[] | Dictionary;
export interface Dictionary {
  readonly [key: string]: PdfValue | undefined;
}

const TOKEN =
  /\s*(?:(\d+) 0 R\b|(<<)|(>>)|(\[)|(\])|\/([^\s/<>[\]()]*)|\(((?:\\[\s\S]|[^\\)])*)\)|<([0-9a-f]*)>|(true|false|null)|([-+.\d]+))/y;

/** The value of an object; names and texts are both strings. */
export function parseObject(source: string): PdfValue {
  let at = 0;
  const next = (): PdfValue | '>>' | ']' => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`no PDF object at ${source.slice(at, at + 40)}`);
    at = TOKEN.lastIndex;
    const [, reference, open, close, list, end, name, text, hex, word, number] = match;
    if (reference !== undefined) return { reference: Number(reference) };
    if (open !== undefined) return dictionary();
    if (close !== undefined) return '>>';
    if (end !== undefined) return ']';
    if (list !== undefined) {
      const items: PdfValue[] = [];
      for (let item = next(); item !== ']'; item = next()) items.push(item);
      return items;
    }
    if (name !== undefined) return name;
    if (text !== undefined) return textOf(text);
    if (hex !== undefined) return hex;
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    return Number(number);
  };
  const dictionary = (): Dictionary => {
    const entries: [string, PdfValue][] = [];
    for (let key = next(); key !== '>>'; key = next()) entries.push([String(key), next()]);
    return Object.fromEntries(entries);
  };
  return next();
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A text as it is written: in UTF-16 where it begins with the mark for it. */
function textOf(written: string): string {
  const bytes = written.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character);
  return bytes.startsWith('þÿ')
    ? new TextDecoder('utf-16be').decode(Buffer.from(bytes.slice(2), 'latin1'))
    : bytes;
}
