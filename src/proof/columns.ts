/** Columns: texts cut and broken to a number of terminal columns, where full-width characters take two. */
import { eastAsianWidth } from 'get-east-asian-width';
import { clustersOf, unbreakables } from '../layout/breaks.ts';

/** How many columns a text takes. Marks take none; characters of ambiguous width take one. */
export function widthOf(text: string): number {
  // each character is a cluster then, and to look for clusters takes long
  if (!JOINING.test(text)) return charactersWidth([...text]);
  return clustersOf(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0);
}

/** Marks, and what joins characters or is not seen. */
const JOINING = /[\p{M}\p{Cf}]/u;

/** Marks take no room of their own, but those of half-width kana do; what joiners join takes that of the first. */
function clusterWidth(cluster: string): number {
  const [first = '', ...others] = [...cluster].filter((character) => !JOINING.test(character));
  return charactersWidth(cluster.includes('\u200d') ? [first] : [first, ...others]);
}

function charactersWidth(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

/** The width of the widest of some texts. */
export function widestOf(texts: readonly string[], atLeast: number): number {
  return texts.reduce((widest, text) => Math.max(widest, widthOf(text)), atLeast);
}

/** A text filled up with spaces to a number of columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** As much of a text as takes no more than a number of columns. */
export function cutTo(text: string, width: number): string {
  let room = width;
  let end = 0;
  for (const cluster of clustersOf(text.slice(0, width * 2 + 1))) {
    room -= clusterWidth(cluster);
    if (room < 0) break;
    end += cluster.length;
  }
  return text.slice(0, end);
}

/** A text on lines of so many columns, broken where a Japanese line may break; its own line breaks are kept. */
export function brokenTo(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const part of unbreakables(paragraph)) {
      let rest = part;
      const last = lines.at(-1) ?? '';
      if (widthOf(last + rest.trimEnd()) <= width) {
        lines[lines.length - 1] = last + rest;
        continue;
      }
      if (last !== '') lines.push('');
      while (widthOf(rest.trimEnd()) > width) {
        const head = cutTo(rest, width);
        lines[lines.length - 1] = head;
        lines.push('');
        rest = rest.slice(head.length);
      }
      lines[lines.length - 1] = rest;
    }
    return lines.map((line) => line.trimEnd());
  });
}
