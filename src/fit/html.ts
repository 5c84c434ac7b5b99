/** HTML that was left in a text by the page or document it was copied from: taken away, its words kept. */

/** The elements of HTML, those that are out of use too. */
const ELEMENTS =
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl
dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
iframe img input ins isindex kbd label legend li link listing main map mark marquee menu meta meter nav nobr noframes
noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th
thead time title tr track tt u ul var video wbr xmp`.split(/\s+/);

/** Those that begin a line of their own, and those that end one too. */
const BEGINNING = ['br', 'hr', 'li', 'dt', 'dd'];
const BLOCKS =
  `address article aside blockquote center div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
header main nav p pre section tr`.split(/\s+/);

const ATTRIBUTES = `((?:\\s+[a-z][a-z0-9:-]*\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>]+))*)\\s*/?`;
const TAG = new RegExp(`<(/?)(${ELEMENTS.join('|')}|(?:o|v|w|m|st1):[a-z]+)${ATTRIBUTES}>`, 'giu');

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/** The text without tags, comments and entities; where there are none, as it is. What only looks like a tag stays. */
export function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const bare = withoutComments(text);
  const plain = bare
    .replace(TAG, (tag: string, slash: string, name: string, attributes: string) => {
      const element = name.toLowerCase();
      if (!isTag(bare, element, slash, attributes)) return tag;
      const breaks = BLOCKS.includes(element) || (slash === '' && BEGINNING.includes(element));
      return breaks ? '\n' : '';
    })
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,9}));/gi, (entity, decimal, hexadecimal, name) => {
      if (name !== undefined) return ENTITIES.get(name) ?? entity;
      return (
        characterOf(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)) ?? entity
      );
    });
  return plain === text ? text : plain.trim().replace(/\n{2,}/g, '\n');
}

/** One letter in brackets may be a mark, `<A>`: it is a tag where it has attributes, or is opened and closed. */
function isTag(text: string, element: string, slash: string, attributes: string): boolean {
  if (element.length > 1 || element === 'p' || attributes !== '') return true;
  return new RegExp(slash === '' ? `</${element}\\s*>` : `<${element}[\\s>]`, 'i').test(text);
}

function withoutComments(text: string): string {
  let plain = '';
  let kept = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', kept)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    plain += text.slice(kept, at);
    kept = end + 3;
  }
  return plain + text.slice(kept);
}

/** The character of a number; undefined for those that are none to be read. */
function characterOf(code: number): string | undefined {
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return /[\p{Cc}\p{Cs}]/u.test(character) && !/[\t\n]/.test(character) ? undefined : character;
}
