/** What stands together on a sheet: cells without a blank row between them. */

/** Parts cells, given in reading order, where there is a row that none of them covers. */
export function blocksOf<T extends { readonly row: number; readonly rowSpan: number }>(
  cells: readonly T[],
): T[][] {
  const blocks: T[][] = [];
  let end = 0;
  for (const cell of cells) {
    const block = blocks.at(-1);
    if (block === undefined || cell.row > end) blocks.push([cell]);
    else block.push(cell);
    end = Math.max(end, cell.row + cell.rowSpan);
  }
  return blocks;
}
