/** A report as one HTML file that needs nothing else: to be mailed, read on a screen, or printed on A4 across. */
import type { Language } from '../diagnostic.ts';
import { type Html, html } from '../html.ts';
import type { Counts, OpenProblem, Report } from './report.ts';
import { countsOf } from './report.ts';
import { STYLE } from './style.ts';
import { type Speak, wordsIn } from './words.ts';

/** No script, no network: the page says so to the browser itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const NUMBERS = ['files', 'sheets', 'outputs', 'failed', 'errors', 'warnings', 'infos'] as const;

/** The report as a page: the counts by division, the open problems of each, the counts by file. */
export function reportPage(report: Report, language: Language): string {
  const say = wordsIn(language);
  const { counts, divisions, files } = report;
  const open = divisions
    .map(({ name, problems }, i) => ({ id: `d${i + 1}`, name: name ?? say('noDivision'), problems }))
    .filter(({ problems }) => problems.length > 0);
  const idOf = new Map(open.map(({ id, name }) => [name, id]));
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${say('title')}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<h1>${say('title')}</h1>
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
  const items = file.sheets.map(({ number, title }) => [number, title].filter(Boolean).join(' '));
  return html`<tr><th scope="row">${file.file}${file.unchanged && html` <small>${say('unchanged')}</small>`}</th><td lang="ja">${items.filter((item) => item !== '').join('\n')}</td>${cellsOf(countsOf([file]))}</tr>\n`;
})}</tbody>
</table>
</section>
</main>
</body>
</html>
`.html;
}

function headsOf(say: Speak): Html[] {
  return NUMBERS.map((name) => html`<th scope="col">${say(name)}</th>`);
}

function cellsOf(counts: Counts): Html[] {
  return NUMBERS.map((name) => html`<td class="number${isBad(name, counts) && ' bad'}">${counts[name]}</td>`);
}

function isBad(name: (typeof NUMBERS)[number], counts: Counts): boolean {
  return (name === 'failed' || name === 'errors') && counts[name] > 0;
}

function problemTable(problems: readonly OpenProblem[], say: Speak): Html {
  return html`<table>
<caption>${say('open')}</caption>
<thead><tr><th scope="col">${say('severity')}</th><th scope="col">${say('item')}</th><th scope="col">${say('box')}</th><th scope="col">${say('message')}</th><th scope="col">${say('place')}</th></tr></thead>
<tbody>
${problems.map(
  ({ severity, number, title, box, message, hint, file, place, code }) =>
    html`<tr class="${severity}"><th scope="row">${say(severity)}</th><td lang="ja">${[number, title].filter(Boolean).join(' ')}</td><td lang="ja">${box}</td><td>${message}${hint !== undefined && html`<p class="hint">${say('hint')}: ${hint}</p>`}</td><td>${place ?? file}${code !== undefined && html`<br><code>${code}</code>`}</td></tr>
`,
)}</tbody>
</table>
`;
}
