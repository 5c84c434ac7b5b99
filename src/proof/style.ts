/** The look of the page: quiet tones that stay apart in grey, on screen and on A4 across. */
export const STYLE = `
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
html { font-size: 15px; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.6rem 1.8rem 3rem; max-width: 96rem; color: #1f2933; background: #fff;
  font-family: "BIZ UDPGothic", "BIZ UDPゴシック", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", sans-serif;
  line-height: 1.5;
}
h1 { margin: 0 0 1rem; font-size: 1rem; font-weight: 700; letter-spacing: .08em; color: #52606d; }
h2 { margin: 0; font-size: 1.45rem; line-height: 1.3; overflow-wrap: anywhere; }
h3 { margin: 1.8rem 0 .5rem; font-size: 1rem; padding-left: .6rem; border-left: .3rem solid #3e4c59; }
h1::first-letter, h3::first-letter, caption::first-letter { text-transform: uppercase; }
p { margin: .3rem 0; }
a { color: inherit; }
section + section { margin-top: 3rem; padding-top: 2rem; border-top: 3px double #9aa5b1; }
.contents { margin: 0 0 1.6rem; padding: 0 0 0 1.4rem; }
.form { margin: .3rem 0 .8rem; color: #3e4c59; }
.tally { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.tally li { padding: .25rem .8rem; border: 1px solid #cbd2d9; border-radius: .3rem; color: #52606d; }
.tally b { margin-left: .4em; font-size: 1.15rem; color: #1f2933; }
.tally .told { border-color: #b42318; color: #7a1a12; background: #fdf0ee; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 .8rem; padding: 0; list-style: none; font-size: .85rem; color: #52606d; }
.legend .tone { display: inline-block; margin-right: .4em; padding: 0 .5em; border: 1px solid #9aa5b1; color: #1f2933; }

table { width: 100%; border-collapse: collapse; }
caption { padding: 0 0 .3rem; text-align: left; font-size: .85rem; color: #52606d; }
th, td { padding: .25rem .4rem; border: 1px solid #b8c1cb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #3e4c59; color: #fff; font-size: .75rem; font-weight: 400; text-align: center; border-color: #3e4c59; }
tbody th { background: #f0f2f5; color: #52606d; font-size: .75rem; font-weight: 400; text-align: right; }
.sheet { table-layout: fixed; font-size: .87rem; line-height: 1.45; }
.sheet thead th:last-child { text-align: left; }
.sheet .gap { background: #fff; }
.sheet .thin th, .sheet .thin td { padding-top: 0; padding-bottom: 0; line-height: 1.3; }
.break { color: #7a5c00; background: #ffe08a; padding: 0 .1em; }
.sheet .blank td { padding: .1rem .4rem; border-left: 0; border-right: 0; color: #616e7c; font-size: .75rem; text-align: center; }
.text, .read { margin: 0; white-space: pre-wrap; unicode-bidi: isolate; }
.what { display: block; margin: 0 0 .1rem; font-size: .72rem; line-height: 1.3; color: #52606d; }
.read { margin-top: .3rem; padding-top: .25rem; border-top: 1px dashed #b08900; }
.read b { display: block; font-size: .72rem; font-weight: 700; color: #7a5c00; }
.ref, .number {
  display: inline-block; min-width: 1.5em; padding: 0 .35em; border-radius: .8em; background: #7a5c00; color: #fff;
  font-size: .72rem; font-weight: 700; line-height: 1.5; text-align: center; text-decoration: none;
}

.label { background: #e3e8ef; }
.label .text { font-weight: 700; }
.value { background: #fff; }
.value .what b { color: #17663a; }
.mended { background: #fff6d8; }
.empty { background: repeating-linear-gradient(135deg, #fff 0 5px, #eceff2 5px 7px); }
.doubtful { background: #fde3bf; outline: 2px solid #b45309; outline-offset: -2px; }
.doubtful .what b { color: #8a3d05; }
.unplaced { background: #fbdad5; outline: 2px solid #b42318; outline-offset: -2px; }
.unplaced .what b { color: #8f1c12; }
.remark { background: #e9e1f5; outline: 1px solid #6b4fa0; outline-offset: -2px; }
.remark .what b { color: #4f3784; }
.repeated, .leftOut { background: #eceff2; }
.repeated .text, .leftOut .text { color: #52606d; font-style: italic; }

.notes { background: #fffdf6; font-size: .8rem; line-height: 1.45; }
.notes ul, .rest { margin: 0; padding: 0; list-style: none; }
.notes li + li, .rest li + li { margin-top: .4rem; padding-top: .4rem; border-top: 1px dotted #cbb26a; }
.note:target { background: #ffe9a8; }
.severity { font-weight: 700; }
.error .number { background: #b42318; }
.error .severity { color: #8f1c12; }
.warning .number { background: #b45309; }
.warning .severity { color: #8a3d05; }
.hint { margin: .1rem 0 0; color: #3e4c59; }
code { font-family: inherit; font-size: .72rem; color: #616e7c; }
.list { max-width: 60rem; font-size: .87rem; }
.list td:first-child, .list th:first-child { width: 9rem; }

@media print {
  html { font-size: 10.5px; }
  body { padding: 0; max-width: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  section + section { break-before: page; margin: 0; padding: 0; border: 0; }
  thead { display: table-header-group; }
  h2, h3, caption { break-after: avoid; }
  tr, .notes li { break-inside: avoid; }
}
`;
