/** Damage to values: what web pages, narrow boxes and careless programs leave in a text. */
import type { Apply } from './labels.ts';
import type { Field, Paper } from './paper.ts';
import type { Random } from './random.ts';

/** Fields that hold one value and nothing else. */
const values = ({ lines, records }: Paper): Field[] =>
  lines.flatMap(({ sheet, fields }) =>
    fields.filter(({ text, paths: [path = ''] }) => text !== '' && records[sheet]?.get(path) === text),
  );

/** Remains of HTML in some values. */
export const htmlLeft: Apply = (paper, random) => {
  const some = values(paper).filter(() => random.chance(0.4));
  for (const field of some) field.text = asHtml(field.text, random);
  return some.length > 0;
};

function asHtml(text: string, random: Random): string {
  const lines = text.split('\n');
  return random.pick([
    () => `<ul style="list-style-type: none">${lines.join(' ')}`,
    () => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
    () => `<ul style="list-style-type: none"><li>${lines.join('</li><li>')}`,
    () => `${lines.join('<br>')}${random.pick(['', '<br>'])}`,
    () => lines.join('<br />'),
    () => `&nbsp;${lines.join('<br>&nbsp;')}`,
    () => `<p>${lines.join('</p><p>')}</p>`,
  ])();
}

/** Every line break of the file is a space now. */
export const breaksToSpaces: Apply = ({ lines }) => {
  const fields = lines.flatMap((line) => line.fields).filter(({ text }) => text.includes('\n'));
  for (const field of fields) field.text = field.text.replaceAll('\n', ' ');
  return fields.length > 0;
};

/** Words of closed lists wrapped in a narrow box. */
export const wordsWrapped: Apply = (paper, random) => {
  const words = values(paper).filter(
    ({ text, paths }) => /\.(?:status|grade)$/.test(paths[0] ?? '') && text.length > 1,
  );
  for (const field of words) {
    const at = 1 + random.below(field.text.length - 1);
    field.text = field.text.slice(0, at) + random.pick([' ', '\n', '　']) + field.text.slice(at);
  }
  return words.length > 0;
};
