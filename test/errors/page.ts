/** The page docs/diagnostics.md: every code with its words and its fixture, in the order of the catalogue. */
import type { Severity } from '../../src/diagnostic.ts';
import { messages } from '../../src/messages.ts';
import { checks } from '../../src/sheet/checks/index.ts';

type Entry = (typeof messages)[string];

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'エラー / error',
  warning: '警告 / warning',
  info: '参考 / info',
};

const HEAD = `# 診断 / Diagnostics

この一覧は \`src/messages.ts\` から作られています。‹…› には、そのときの値が入ります。「例」は、その診断が出るいちばん小さな入力です。
*This page is made from \`src/messages.ts\`. ‹…› stands for a value of the case. Each example is the smallest input
that shows the code, and what is printed for it.*
`;

export function diagnosticsPage(): string {
  const codes = Object.keys(messages);
  const index = codes.map((code) => `[\`${code}\`](#${code})`).join(' · ');
  return [HEAD, `${index}\n`, ...Object.entries(messages).map(section)].join('\n');
}

function section([code, { severity, ja, en }]: [string, Entry]): string {
  const fixture = `../fixtures/errors/${code}/`;
  const check = checks.find((one) => one.code === code);
  return [
    `## ${code}`,
    '',
    `${SEVERITIES[severity]} — [例 / example](${fixture}), [表示 / output](${fixture}expected.txt)`,
    '',
    `- ${sentence(ja)}`,
    `- *${sentence(en)}*`,
    ...(check === undefined ? [] : ['', `> ${check.why}`]),
    '',
  ].join('\n');
}

function sentence({ message, hint }: Entry['ja']): string {
  const words = hint === undefined ? message : `${message} → ${hint}`;
  return words.replace(/\{(\w+)\}/g, '‹$1›').replace(/[*<_|]/g, '\\$&');
}
