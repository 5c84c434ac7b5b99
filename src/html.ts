/** HTML: a text is escaped when it is put in, so that nothing a sheet holds is taken for markup. */
import type { Language } from './diagnostic.ts';
import { visible } from './visible.ts';

/** Markup that can be put into a page as it is. */
export interface Html {
  readonly html: string;
}

type Content = Html | string | number | false | undefined | readonly Content[];

/** A piece of a page: what stands between `${` and `}` is escaped, unless it is markup already. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: parts.map((part, i) => part + put(contents[i])).join('') };
}

/** No script, no network. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A page that needs nothing but itself, and says so to the browser.
 * @param style the page's style sheet, put in as it is
 */
export function pageOf(
  { language, title, style }: { readonly language: Language; readonly title: string; readonly style: string },
  body: Html,
): string {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}</body>
</html>
`.html;
}

function put(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(put).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
