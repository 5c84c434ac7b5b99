/** A report as one HTML file that needs nothing else: to be mailed, read on a screen, or printed on A4 across. */
import type { Language } from '../diagnostic.ts';
import { type Html, html, pageOf } from '../html.ts';
import { type Counts, countsOf, type OpenProblem, type Report, shownOf } from './report.ts';
import { STYLE } from './style.ts';
import { type Say, wordsIn } from './words.ts';

/** The report as a page: the counts by division, the open problems of each, the counts by file. */
export function reportPage(report: Report, language: Language): string {
  const say = wordsIn(language);
  const { asOf, counts, divisions, files } = report;
  const columns = shownOf(counts);
  const open = divisions
    .map(({ name, problems }, i) => ({ id: `d${i + 1}`, name: name ?? say('noDivision'), problems }))
    .filter(({ problems }) => problems.length > 0);
  const idOf = new Map(open.map(({ id, name }) => [name, id]));
  const body = html`<h1>${say('title')}</h1>
${asOf !== undefined && html`<p>${say('asOf')}: ${asOf}</p>\n`}<main>
<section aria-labelledby="divisions">
<h2 id="divisions">${say('byDivision')}</h2>
<table>
<thead><tr><th scope="col">${say('division')}</th>${headsOf(columns, say)}</tr></thead>
<tbody>
${divisions.map(({ name, counts }) => {
  const shown = name ?? say('noDivision');
  const id = idOf.get(shown);
  return html`<tr><th scope="row">${id === undefined ? shown : html`<a href="#${id}">${shown}</a>`}</th>${cellsOf(columns, counts)}</tr>\n`;
})}</tbody>
<tfoot><tr><th scope="row">${say('total')}</th>${cellsOf(columns, counts)}</tr></tfoot>
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
<thead><tr><th scope="col">${say('file')}</th><th scope="col">${say('item')}</th>${headsOf(columns, say)}</tr></thead>
<tbody>
${files.map((file) => {
  const items = file.sheets.map(({ number, title }) => itemName(number, title));
  return html`<tr><th scope="row">${file.file}${file.unchanged && html` <small>${say('unchanged')}</small>`}</th><td lang="ja">${items.filter((item) => item !== '').join('\n')}</td>${cellsOf(columns, countsOf([file]))}</tr>\n`;
})}</tbody>
</table>
</section>
</main>
`;
  return pageOf({ language, title: say('title'), style: STYLE }, body);
}

function headsOf(columns: readonly (keyof Counts)[], say: Say): Html[] {
  return columns.map((name) => html`<th scope="col">${say(name)}</th>`);
}

function cellsOf(columns: readonly (keyof Counts)[], counts: Counts): Html[] {
  return columns.map((name) => html`<td class="number${isBad(name, counts) && ' bad'}">${counts[name]}</td>`);
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
