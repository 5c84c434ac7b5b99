/** Which characters a font's glyphs stand for, as a PDF says it (ISO 32000-1, 9.10.3): by this, text is found and copied. */

/** As many numbers, those with the same first byte, may stand in one range. */
const RANGE = 0x100;

/** The code points that one glyph stands for, as they stand in such a map. */
export function unicodeOf(codePoints: readonly number[]): string {
  let units = '';
  for (const unit of String.fromCodePoint(...codePoints).split('')) {
    units += unit.charCodeAt(0).toString(16).padStart(4, '0');
  }
  return `<${units}>`;
}

/**
 * The map of a font, as a program in PostScript.
 * @param glyphs what each stands for, by `unicodeOf`, in the order of their numbers
 */
export function unicodeMap(glyphs: readonly string[]): string {
  const ranges: string[] = [];
  for (let first = 0; first < glyphs.length; first += RANGE) {
    const last = Math.min(first + RANGE, glyphs.length) - 1;
    ranges.push(`<${numbered(first)}> <${numbered(last)}> [${glyphs.slice(first, last + 1).join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function numbered(glyph: number): string {
  return glyph.toString(16).padStart(4, '0');
}
