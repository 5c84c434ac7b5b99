/** Pins: the cells of a grid that a person has placed, and what is said of placements that no cell can obey. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { addressOf, type Cell, type Grid, isAt, type Place, placeOf, type Spot, spotKey } from '../grid.ts';
import { type Box, boxAt, NO_BOX, type Placement } from './placement.ts';

/** The cells of a grid that were placed by hand, by `spotKey`; null where the text belongs in no box. */
export type Pins = ReadonlyMap<string, Box | null>;

/**
 * Which placements are about which of the grids that are read. Those of another input are left aside; those about no
 * grid, or about any of several, cannot be obeyed.
 */
export function placementsFor(
  source: string,
  grids: readonly Grid[],
  placements: readonly Placement[],
): { readonly of: (grid: Grid) => readonly Placement[]; readonly findings: readonly Finding[] } {
  const own = placements.filter((placement) => (placement.source ?? source) === source);
  const meant = own.map((placement) => ({
    placement,
    grids: grids.filter(({ sheet }) => placement.sheet === undefined || isSameName(placement.sheet, sheet)),
  }));
  return {
    of: (grid) =>
      meant.flatMap((one) => (one.grids.length === 1 && one.grids[0] === grid ? [one.placement] : [])),
    findings: meant
      .filter((one) => one.grids.length !== 1)
      .map(({ placement, grids: { length } }) =>
        unmet(
          placement,
          placeMeant(source, placement),
          grids.length === 0 ? 'inputUnread' : length === 0 ? 'sheetMissing' : 'sheetsSeveral',
        ),
      ),
  };
}

/** The cells of a grid that placements are about, and those that are about none or contradict each other. */
export function pinsIn(
  form: Form,
  grid: Grid,
  placements: readonly Placement[],
): { readonly pins: Pins; readonly findings: readonly Finding[] } {
  const pins = new Map<string, Box | null>();
  const findings: Finding[] = [];
  const asked = new Map<string, Map<string, Placement>>();
  for (const placement of placements) {
    const { path, row, column, words } = placement;
    const cell = cellAt(grid, row, column);
    if (cell === undefined) {
      findings.push(
        unmet(placement, placeMeant(grid.source, { sheet: grid.sheet, row, column }), 'textMissing'),
      );
      continue;
    }
    const box = path === NO_BOX ? null : boxAt(form, path);
    if (box === undefined) {
      findings.push(unmet(placement, placeOf(grid, cell), 'boxUnknown', { text: cell.text }));
      continue;
    }
    pins.set(spotKey(cell), box === null || words === undefined ? box : { ...box, words });
    asked.set(spotKey(cell), (asked.get(spotKey(cell)) ?? new Map()).set(path, placement));
  }
  for (const cell of grid.cells) {
    const several = [...(asked.get(spotKey(cell))?.values() ?? [])];
    if (several.length < 2) continue;
    pins.delete(spotKey(cell));
    findings.push(
      ...several.map((one) => unmet(one, placeOf(grid, cell), 'boxesSeveral', { text: cell.text })),
    );
  }
  return { pins, findings };
}

/** The cell with a text at a place, counted from one, or else the merged one that covers it. */
function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  const at = { row: grid.lines === undefined ? row - 1 : grid.lines.indexOf(row), column: column - 1 };
  const covering = grid.cells.filter(
    (cell) =>
      cell.text.trim() !== '' &&
      cell.row <= at.row &&
      at.row < cell.row + cell.rowSpan &&
      cell.column <= at.column &&
      at.column < cell.column + cell.columnSpan,
  );
  return covering.find((cell) => isAt(cell, at)) ?? covering[0];
}

/** The place that a placement names, whether anything stands there or not. */
function placeMeant(
  source: string,
  { sheet, row, column }: Spot & { readonly sheet?: string | undefined },
): Place {
  const place = { source, row, column };
  return sheet === undefined ? place : { ...place, sheet, address: addressOf(row - 1, column - 1) };
}

/** Excel holds names of worksheets apart by their letters, not by their case. */
function isSameName(name: string, sheet: string | undefined): boolean {
  return name.toLowerCase() === sheet?.toLowerCase();
}

/** A placement that cannot be obeyed, and why. */
export function unmet(
  { path, words }: Pick<Placement, 'path' | 'words'>,
  place: Place,
  reason: string,
  about: NonNullable<Finding['with']> = {},
): Finding {
  return {
    code: 'placement-unmet',
    with: { asked: words ?? `${path}=${place.address ?? `${place.row}:${place.column}`}`, reason, ...about },
    ...(path === NO_BOX ? {} : { path }),
    place,
  };
}
