/** The look of a report: the tones of the proof, on screen and on A4 across. */
export const STYLE = `
@page { size: A4 landscape; margin: 10mm; }
* { box-sizing: border-box; }
html { font-size: 15px; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.6rem 1.8rem 3rem; max-width: 84rem; color: #1f2933; background: #fff;
  font-family: "BIZ UDPGothic", "BIZ UDPゴシック", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", sans-serif;
  line-height: 1.5;
}
h1 { margin: 0 0 1rem; font-size: 1.45rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; padding-left: .6rem; border-left: .3rem solid #3e4c59; overflow-wrap: anywhere; }
h1::first-letter, #divisions::first-letter, #files::first-letter, thead th::first-letter, caption::first-letter { text-transform: uppercase; }
p { margin: .3rem 0; font-size: .85rem; color: #52606d; }
a { color: inherit; }
table { width: 100%; border-collapse: collapse; font-size: .87rem; }
caption { padding: 0 0 .3rem; text-align: left; color: #52606d; }
th, td { padding: .25rem .5rem; border: 1px solid #b8c1cb; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
thead th { background: #3e4c59; color: #fff; font-size: .8rem; font-weight: 400; border-color: #3e4c59; }
tbody th { font-weight: 400; background: #f0f2f5; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #3e4c59; }
.number { text-align: right; font-variant-numeric: tabular-nums; width: 5.6rem; }
.bad { color: #7a1a12; background: #fdf0ee; font-weight: 700; }
.error th, .warning th { white-space: nowrap; }
.error th { color: #8f1c12; background: #fdf0ee; font-weight: 700; }
.warning th { color: #8a3d05; background: #fff6e6; font-weight: 700; }
.hint { margin: .1rem 0 0; }
code, small { font-family: inherit; font-size: .72rem; color: #616e7c; }

@media print {
  html { font-size: 10.5px; }
  body { padding: 0; max-width: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  h2, caption { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;
