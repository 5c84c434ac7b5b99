/** The house: who may import whom, what the core must not touch, and which words must not stand in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as offered from '../src/cli/arguments.ts';
import { isLabel, wordsOf } from '../src/form/form.ts';
import { bookFormats, ENCODINGS, formats, OUTPUT_ENCODINGS } from '../src/index.ts';
import { forms, projectFile } from './forms.ts';

const SRC = projectFile('src/').pathname;
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'));
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

/** What lies at the bottom and may be imported by every room. */
const GROUND = [
  'grid',
  'record',
  'item-path',
  'look',
  'diagnostic',
  'fiscal-year',
  'fold',
  'item-number',
  'vocabulary',
  'bounds',
  'refusal',
  'html',
  'speech',
  'visible',
  'excerpt',
  'bytes',
];

/** Room → the rooms it may import from, itself and the ground aside. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  cli: ['index', 'schema', 'show', 'summary'],
  schema: ['sheet'],
  show: ['proof'],
  summary: ['report'],
  index: [
    'convert',
    'open-form',
    'reading',
    'explain',
    'repeats',
    'gaps',
    'report',
    'batch',
    'book',
    'readers',
    'fit',
    'form',
    'proof',
    'sheet',
    'layout',
    'writers',
    'load',
  ],
  convert: ['open-form', 'reading', 'explain', 'readers', 'form', 'sheet', 'writers'],
  'open-form': ['readers', 'form', 'sheet'],
  reading: ['open-form', 'readers', 'fit', 'sheet'],
  repeats: ['reading', 'sheet'],
  gaps: ['reading', 'repeats'],
  report: ['proof', 'writers'],
  proof: ['reading', 'open-form', 'fit', 'form', 'layout'],
  book: ['open-form', 'form', 'sheet', 'layout', 'writers', 'office'],
  load: ['layout'],
  batch: ['convert', 'open-form', 'reading', 'repeats', 'load', 'sheet', 'readers', 'writers'],
  office: [],
  readers: ['office'],
  fit: ['form'],
  form: [],
  sheet: [],
  layout: [],
  writers: ['office', 'layout'],
  explain: ['messages'],
  messages: [],
};

/** The only rooms that may speak to Node: everything else also runs in a browser. */
const NODE_ROOMS = ['cli', 'batch', 'load'];
/** Asks whether there is a Node, and does without. */
const ASKING = 'office/zlib.ts';

const roomOf = (file: string) =>
  (file.includes('/') ? file.split('/')[0] : file.replace(/\.ts$/, '')) as string;
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name as string);

describe.each(files)('%s', (file) => {
  test('imports only where its arrows lead', () => {
    const room = roomOf(file);
    const own = importsOf(file).filter((name) => name.startsWith('.'));
    for (const name of own) {
      const target = roomOf(posix.join(posix.dirname(file), name));
      const allowed = [room, ...(GROUND.includes(room) ? GROUND : [...GROUND, ...(ARROWS[room] ?? [])])];
      expect(allowed, `${file} imports ${name}`).toContain(target);
    }
    expect([...GROUND, ...Object.keys(ARROWS)]).toContain(room);
  });

  test('keeps to the core, free of Node', () => {
    const node = importsOf(file).filter((name) => name.startsWith('node:'));
    if (NODE_ROOMS.includes(roomOf(file))) return;
    expect(node).toEqual([]);
    if (file !== ASKING) expect(textOf(file)).not.toMatch(/\b(?:Buffer|process)\??\./);
  });

  test('begins with one sentence that says what it is', () => {
    expect(textOf(file).replace(/^#!.*\n/, '')).toMatch(/^\/\*\*\s/);
  });

  test('holds no word of a form: neither a label nor one of its closed lists', () => {
    for (const literal of literalsOf(textOf(file))) {
      for (const word of [...labels, ...listed]) {
        const found = word.length > 2 ? literal.includes(word) : literal === word;
        expect(found, `${file}: ${word} in ${literal}`).toBe(false);
      }
    }
  });
});

test('what takes long to load is not loaded with the public API', () => {
  const reached = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    // neither types nor what is imported where it is used
    const values = textOf(file).matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm);
    for (const [, name = ''] of values) {
      if (name.startsWith('.')) follow(posix.join(posix.dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  };
  follow('index.ts');
  expect(reached).toContain('convert.ts');
  const heavy = [
    'zod',
    'fontkit',
    'linebreak',
    'pdfkit',
    'exceljs',
    'xlsx-populate',
    '@e965/xlsx',
    'piscina',
  ];
  expect([...packages].filter((name) => heavy.includes(name))).toEqual([]);
});

test('whatever the public API offers says what it is', () => {
  let count = 0;
  for (const file of ['index.ts', 'schema.ts', 'show.ts', 'summary.ts']) {
    for (const [, names = '', from = ''] of textOf(file).matchAll(
      /^export (?:type )?\{([^}]*)\} from '([^']*)'/gm,
    )) {
      for (const name of names.split(',').map((one) => one.trim().replace(/^type /, ''))) {
        if (name === '') continue;
        const said = new RegExp(`\\*/\\nexport .*\\b${name}\\b`).test(declaring(from, name));
        expect(said, `${name} in ${from}`).toBe(true);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(100);

  /** The text of the file that declares a name, which may be handed on on the way. */
  function declaring(file: string, name: string): string {
    const text = textOf(file);
    const [, next] = new RegExp(`^export [^;]*\\b${name}\\b[^;]* from '([^']*)'`, 'm').exec(text) ?? [];
    return next === undefined ? text : declaring(posix.join(posix.dirname(file), next), name);
  }
});

test('the tools import what there is', async () => {
  const TOOLS = projectFile('tools/').pathname;
  const tools = readdirSync(TOOLS, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.mjs') && !name.includes('node_modules'),
  );
  let count = 0;
  for (const tool of tools) {
    const code = readFileSync(join(TOOLS, tool), 'utf8');
    for (const [, names = '', file] of code.matchAll(/import \{([^}]*)\} from '[./]*\/dist\/([^']*)\.js'/g)) {
      const offered: object = await import(/* @vite-ignore */ join(SRC, `${file}.ts`));
      for (const name of names.split(',').map((name) => name.trim())) {
        if (name === '') continue;
        expect(offered, `${tool}: ${name}`).toHaveProperty(name.replace(/ as .*/, ''));
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(20);
});

test('no municipality is named', () => {
  for (const file of files) expect(textOf(file)).not.toMatch(/新潟|niigata|青波|aonami/i);
});

test('the command line offers the formats that can be written', () => {
  expect([...offered.FORMATS].sort()).toEqual([...formats].sort());
  expect(offered.BOOK_FORMATS).toEqual(bookFormats);
});

test('the command line offers the encodings that can be read and written', () => {
  expect([...offered.ENCODINGS].sort()).toEqual([...ENCODINGS, 'cp932'].sort());
  expect([...offered.OUT_ENCODINGS].sort()).toEqual([...OUTPUT_ENCODINGS, 'cp932'].sort());
});

/**
 * Every label of every form. Fiscal years belong to the calendar, not to a form; and a label of two characters may be
 * a common word of Japanese, so it is one only when it stands alone.
 */
const labels = [...new Set(forms.flatMap(({ form }) => form.slots.filter(isLabel).map(wordsOf)))]
  .flatMap((label) => label.split(/\s+/))
  .filter((label) => label.length > 1 && !/年度/.test(label));

/** The words of the closed lists, in every spelling; a letter or a sign alone is no word. */
const listed = new Set(
  forms
    .flatMap(({ form: { settings } }) => [...settings.statuses, ...settings.grades])
    .flatMap(({ printed, spellings }) => [printed, ...spellings])
    .filter((word) => word.length > 1),
);

/** The texts in some code, and the words in its regular expressions. */
function literalsOf(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const texts = [...bare.matchAll(/'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`]*)`/g)].map(
    ([, single, double, back]) => single ?? double ?? back ?? '',
  );
  const patterns = bare.matchAll(
    /(?<=[(,=:[!&|?{};]\s*|return\s+)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\//g,
  );
  const words = [...patterns].flatMap(([, pattern = '']) => {
    const parts: string[] = pattern.match(/[\p{L}\p{N}]+/gu) ?? [];
    // beside others, a short one is as common as in a sentence
    return parts.length === 1 ? parts : parts.filter((part) => part.length > 2);
  });
  return [...texts, ...words];
}

test('the page on forms names the same marks, settings and codes in both languages', () => {
  const [en, ja] = ['forms.md', 'forms.ja.md'].map((name) => {
    const text = readFileSync(projectFile(`docs/${name}`), 'utf8');
    return [...new Set(text.match(/```.*?```|`[^`]+`/gs))].sort();
  });
  expect(ja).toEqual(en);
});

test('regular expressions are looked into', () => {
  const code = "const a = /^(?:[年月]|改革の目的)$/u;\nreturn /^目的$/;\nconst b = c / d / e + 'f';";
  expect(literalsOf(code)).toEqual(['f', '改革の目的', '目的']);
});
