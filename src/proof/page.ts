/** The page: proofs as one HTML file that needs nothing else, to be read on a screen or printed on A4 across. */
import type { Language } from '../diagnostic.ts';
import { formName } from '../form/form.ts';
import { type Html, html, pageOf } from '../html.ts';
import { placeWords, sheetName } from './captions.ts';
import { gridTable, noteItem } from './grid-table.ts';
import type { Proof } from './proof.ts';
import { STYLE } from './style.ts';
import { lostCells, tallyOf } from './tally.ts';
import { type Say, wordsIn } from './words.ts';

/** The proofs as a page, one section for each. */
export function proofPage(proofs: readonly Proof[], language: Language): string {
  const say = wordsIn(language);
  const names = proofs.map((proof) => sheetName(proof, say));
  const title = [...new Set(proofs.map(({ source }) => source))].slice(0, 3).join(', ');
  const body = html`<h1>${say('title')}</h1>
${
  proofs.length > 1 &&
  html`<nav aria-label="${say('sheets')}"><ol class="contents">${names.map(
    (name, i) => html`<li><a href="#s${i + 1}">${name}</a></li>`,
  )}</ol></nav>
`
}<main>
${proofs.map((proof, i) => sectionOf(proof, names[i] ?? '', `s${i + 1}`, say))}</main>
`;
  return pageOf({ language, title: `${say('title')}: ${title}`, style: STYLE }, body);
}

function sectionOf(proof: Proof, name: string, id: string, say: Say): Html {
  const { form, encoding, rows, rest } = proof;
  const likeness =
    form?.likeness === undefined ? '' : say('likeness', { share: Math.floor(form.likeness * 100) });
  return html`<section id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${name}</h2>
<p class="form">${form === undefined ? say('unread') : `${say('form')}: ${formName(form)}`} ${likeness}${encoding !== undefined && html`<br>${say('encoding')}: ${encoding}`}</p>
${rest.length > 0 && html`<h3>${say('rest')}</h3>\n<ul class="rest">${rest.map((note) => noteItem(note, id, say))}</ul>\n`}${
  form !== undefined &&
  html`${tallyList(proof, say)}${
    proof.grid === undefined
      ? valueTable(proof, id, say)
      : html`${legend(proof, say)}${gridTable(proof, id, say)}`
  }${rows.length > 0 && lostTable(proof, say)}${emptyTable(proof, say)}`
}</section>
`;
}

function tallyList(proof: Proof, say: Say): Html {
  return html`<ul class="tally">${tallyOf(proof).map(
    ({ word, count, isBad }) =>
      html`<li${isBad && count > 0 && html` class="told"`}>${say(word)} <b>${count}</b></li>`,
  )}</ul>
`;
}

const TONES = [
  'label',
  'value',
  'mended',
  'empty',
  'doubtful',
  'unplaced',
  'remark',
  'leftOut',
  'repeated',
] as const;

/** What the tones and words of the table mean, as far as they occur in it. */
function legend({ rows }: Proof, say: Say): Html {
  const meanings = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.meanings));
  const found = new Set<string>(
    meanings.flatMap(({ kind, read }) => (read === undefined ? kind : [kind, 'mended'])),
  );
  return html`<ul class="legend" aria-label="${say('legend')}">${TONES.filter((tone) => found.has(tone)).map(
    (tone) => html`<li><span class="tone ${tone}">${say(tone)}</span>${say(`${tone}Meaning`)}</li>`,
  )}</ul>
`;
}

/** The values of a model, which has no cells. */
function valueTable({ rows }: Proof, id: string, say: Say): Html {
  return html`<table class="list values">
<caption>${say('values')}</caption>
<thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('takenFor')}</th><th scope="col">${say('text')}</th><th scope="col">${say('notes')}</th></tr></thead>
<tbody>
${rows.flatMap(({ cells, notes }) =>
  cells.map(
    ({ address, text, meanings }) =>
      html`<tr><th scope="row">${address}</th><td>${meanings.map(({ box }) => box)}</td><td class="text" lang="ja">${text}</td><td>${
        notes.length > 0 && html`<ul class="rest">${notes.map((note) => noteItem(note, id, say))}</ul>`
      }</td></tr>
`,
  ),
)}</tbody>
</table>
`;
}

function lostTable(proof: Proof, say: Say): Html {
  const lost = lostCells(proof);
  if (lost.length === 0) return html`<h3>${say('lostTexts')}</h3>\n<p>${say('noLostTexts')}</p>\n`;
  return html`<h3>${say('lostTexts')}</h3>
<table class="list">
<thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('text')}</th></tr></thead>
<tbody>
${lost.map(({ address, text }) => html`<tr><th scope="row">${address}</th><td class="text" lang="ja">${text}</td></tr>\n`)}</tbody>
</table>
`;
}

function emptyTable({ empty }: Proof, say: Say): Html {
  if (empty.length === 0) return html`<h3>${say('emptyBoxes')}</h3>\n<p>${say('noEmptyBoxes')}</p>\n`;
  return html`<h3>${say('emptyBoxes')}</h3>
<table class="list">
<thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('box')}</th></tr></thead>
<tbody>
${empty.map(
  (one) => html`<tr><th scope="row">${placeWords(one, say)}</th><td>${one.box}</td></tr>\n`,
)}</tbody>
</table>
`;
}
