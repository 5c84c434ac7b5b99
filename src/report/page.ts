/** A report as one HTML file that needs nothing else: to be mailed, read on a screen, or printed on A4 across. */
import type { Language } from '../diagnostic.ts';
import { type Html, html, pageOf } from '../html.ts';
import { COUNTED, type Counts, countsOf, type OpenProblem, type Report } from './report.ts';
import { STYLE } from './style.ts';
import { type Say, wordsIn } from './words.ts';

/** The report as a page: the counts by division, the open problems of each, the counts by file. */
export function reportPage(report: Report, language: Language): string {
  const say = wordsIn(language);
  const { counts, divisions, files } = report;
  const open = divisions
    .map(({ name, problems }, i) => ({ id: `d${i + 1}`, name: name ?? say('noDivision'), problems }))
    .filter(({ problems }) => problems.length > 0);
  const idOf = new Map(open.map(({ id, name }) => [name, id]));
  const body = html`<h1>${say('title')}</h1>
<main>
<section aria-labelledby="divisions">
<h2 id="divisions">${say('byDivision')}</h2>
<table>
<thead><tr><th scope="col">${say('division')}</th>${headsOf(say)}</tr></thead>
<tbody>
${divisions.map(({ name, counts }) => {
  const shown = name ?? say('noDivision');
  const id = idOf.get(shown);
  return html`<tr><th scope="row">${id === undefined ? shown : html`<a href="#${id}">${shown}</a>`}</th>${cellsOf(counts)}</tr>\n`;
})}</tbody>
<tfoot><tr><th scope="row">${say('total')}</th>${cellsOf(counts)}</tr></tfoot>
</table>
<p>${say('shared')}</p>
</section>
${open.length === 0 && html`<p>${say('none')}</p>\n`}${open.map(
  ({ id, name, problems }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${problemTable(problems, say)}</section>
`,
)}<section aria-labelledby="files">
<h2 id="files">${say('byFile')}</h2>
<table>
<thead><tr><th scope="col">${say('file')}</th><th scope="col">${say('item')}</th>${headsOf(say)}</tr></thead>
<tbody>
${files.map((file) => {
  const items = file.sheets.map(({ number, title }) => itemName(number, title));
  return html`<tr><th scope="row">${file.file}${file.unchanged && html` <small>${say('unchanged')}</small>`}</th><td lang="ja">${items.filter((item) => item !== '').join('\n')}</td>${cellsOf(countsOf([file]))}</tr>\n`;
})}</tbody>
</table>
</section>
</main>
`;
  return pageOf({ language, title: say('title'), style: STYLE }, body);
}

function headsOf(say: Say): Html[] {
  return COUNTED.map((name) => html`<th scope="col">${say(name)}</th>`);
}

function cellsOf(counts: Counts): Html[] {
  return COUNTED.map((name) => html`<td class="number${isBad(name, counts) && ' bad'}">${counts[name]}</td>`);
}

function isBad(name: keyof Counts, counts: Counts): boolean {
  return (name === 'failed' || name === 'errors') && counts[name] > 0;
}

function itemName(number = '', title = ''): string {
  return [number, title].filter((part) => part !== '').join(' ');
}

function problemTable(problems: readonly OpenProblem[], say: Say): Html {
  return html`<table>
<caption>${say('open')}</caption>
<thead><tr><th scope="col">${say('severity')}</th><th scope="col">${say('item')}</th><th scope="col">${say('box')}</th><th scope="col">${say('message')}</th><th scope="col">${say('place')}</th></tr></thead>
<tbody>
${problems.map(
  ({ severity, number, title, box, message, hint, file, place, code }) =>
    html`<tr class="${severity}"><th scope="row">${say(severity)}</th><td lang="ja">${itemName(number, title)}</td><td lang="ja">${box}</td><td>${message}${hint !== undefined && html`<p class="hint">${say('hint')}: ${hint}</p>`}</td><td>${place ?? file}${code !== undefined && html`<br><code>${code}</code>`}</td></tr>
`,
)}</tbody>
</table>
`;
}
