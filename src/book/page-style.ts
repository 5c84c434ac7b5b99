/** The look of the book's web page: large enough to read, apart in grey, and printable. */
import { inkOn, TONES } from './drawing.ts';

const tones = TONES.map((fill, tone) => `.tone${tone} { background: #${fill}; color: #${inkOn(tone)}; }`);

export const STYLE = `
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 64rem; color: #1b2430; background: #fff; line-height: 1.6;
  font-family: "BIZ UDPGothic", "BIZ UDPゴシック", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", sans-serif;
}
h1 { font-size: 1.8rem; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid #4a5868; }
header p { margin: 0; }
nav ul { columns: 20rem; padding-left: 1.2rem; }
a { color: #0b4a8f; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid #8794a3; padding: .25rem .45rem; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
thead th { background: #dce2e8; text-align: center; }
tbody th { background: #f4f6f8; font-weight: 400; text-align: left; }
.group th { background: #edf0f3; font-weight: 700; }
.total th, .total td { font-weight: 700; background: #f0f3f6; }
.sheet tbody th { width: 34%; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.note { margin: .2rem 0; font-size: .85rem; }
${tones.join('\n')}
[class*="tone"] a { color: inherit; }
@media print { section { break-before: page; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
