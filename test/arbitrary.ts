/** Random sheets for property tests: any valid model of a form that reads back as it was written. */
import fc from 'fast-check';
import { decodeDivisions, isOneName } from '../src/sheet/divisions.ts';
import { decodeMeasure } from '../src/sheet/measure.ts';
import type { Division, ReformSheet } from '../src/sheet/model.ts';
import { decodeWord } from '../src/sheet/words.ts';
import type { Vocabulary, Word } from '../src/vocabulary.ts';

const characters = Array.from(
  '市民協働研修の実施ABCxyz0123456789０１２Ⅱ①㈱㎡𠮷・●○◎★、，,。／/（）()「」【】"\'<>&{}[]#＃%％-－―〜~▲△=+@:　 ',
);

const tidy = (text: string) => text.replace(/[ 　]+\n/g, '\n').trim();

/** Running text, perhaps over several lines; now and then one of the given words, whole. */
export function textArbitrary(words: readonly string[] = []): fc.Arbitrary<string> {
  const letters = fc.string({ unit: fc.constantFrom(...characters, '\n'), minLength: 1, maxLength: 40 });
  const samples = fc.constantFrom('・協働研修の開催\n・休暇の周知', '平成25年度', '同上', '1', ...words);
  return fc
    .oneof({ weight: 3, arbitrary: letters }, { weight: 1, arbitrary: samples })
    .map(tidy)
    .filter((text) => text !== '' && !TAG.test(text));
}

/** No text looks like HTML: what is left of a web page is repaired by the reader. */
const TAG = /<\/?[A-Za-z]/;

/** Text on one line. */
export function lineArbitrary(words: readonly string[] = []): fc.Arbitrary<string> {
  return textArbitrary(words)
    .map((text) => tidy(text.replaceAll('\n', '')))
    .filter((text) => text !== '');
}

/** The text of an indicator's value: a number, a dash, or words. */
export function measureTextArbitrary(words: readonly string[] = []): fc.Arbitrary<string> {
  const number = fc
    .tuple(
      fc.constantFrom('', '', '▲', '-', '△'),
      fc.oneof(fc.nat(99_999).map(String), fc.constantFrom('1,234', '２', '10.5', '29（4）')),
      fc.constantFrom('', '', '回', '％', '千円', 'か所', '年度', '回以上'),
    )
    .map((parts) => parts.join(''));
  return fc.oneof(number, fc.constantFrom('-', '－', '―', '‐', '−', 'ー'), textArbitrary(words));
}

/**
 * Any sheet of the form: every valid model but those that paper cannot hold (a measure whose value is not what its
 * text says, a name that looks as if it bore the lead mark).
 * @param vocabulary a form with at least one year and one period
 * @param words texts to be mixed in, for example the labels of the form
 */
export function sheetArbitrary(
  vocabulary: Vocabulary,
  words: readonly string[] = [],
): fc.Arbitrary<ReformSheet> {
  const text = textArbitrary(words);
  const line = lineArbitrary(words);
  const measure = measureTextArbitrary(words).map(decodeMeasure);
  const word = (list: readonly Word[]) =>
    fc.oneof(
      ...list.map(({ key }) => fc.constant(key)),
      text.filter((other) => decodeWord(list, other) === other && isShort(other)),
    );
  const division: fc.Arbitrary<Division> = fc.record(
    {
      name: line.filter(
        (name) => isOneName(name) && decodeDivisions(name, vocabulary.lead)[0]?.name === name,
      ),
      lead: vocabulary.lead === '' ? fc.constant(false) : fc.boolean(),
    },
    { noNullPrototype: true },
  );
  const dictionary = <T>(keys: readonly string[], value: fc.Arbitrary<T>) =>
    fc.dictionary(fc.constantFrom(...keys), value, {
      minKeys: 1,
      maxKeys: keys.length,
      noNullPrototype: true,
    });
  const byYear = <T>(value: fc.Arbitrary<T>) =>
    dictionary(
      vocabulary.years.map(({ year }) => String(year)),
      value,
    );
  const byPeriod = <T>(value: fc.Arbitrary<T>) =>
    dictionary(
      vocabulary.periods.map(({ key }) => key),
      value,
    );
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });

  return fc.record(
    {
      form: fc.constant(vocabulary.form),
      priorityArea: line,
      majorItem: line,
      middleItem: line,
      title: line,
      number: line,
      divisions: list(division),
      background: text,
      purpose: text,
      approach: text,
      schedule: list(
        some({ baseline: text, years: byYear(some({ plan: text, actual: text })), target: text }),
      ),
      indicators: list(
        some({ name: line, years: byYear(some({ plan: measure, actual: measure })), target: measure }),
      ),
      progress: byYear(byPeriod(some({ report: text, status: word(vocabulary.statuses) }))),
      annualReview: byYear(some({ assessment: text, nextSteps: text })),
      finalReview: some({
        assessment: text,
        nextSteps: text,
        grade: word(vocabulary.grades),
        outlook: text,
      }),
    },
    { requiredKeys: ['form'], noNullPrototype: true },
  );
}

/** A word that a closed list may have: the reader takes no sentence and no long text for one. */
function isShort(word: string): boolean {
  return word.length <= 12 && !/。|^\s*・/.test(word);
}

/** An object with some of these keys, at least one. */
function some<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc
    .record(model, { requiredKeys: [], noNullPrototype: true })
    .filter((value) => Object.keys(value).length > 0);
}
