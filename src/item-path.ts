/** Item paths: `schedule[].target` is the box that each item of a list has, `schedule.2.target` that of its third item. */

/** The list that a hole repeats over: `schedule[].target` → `schedule`; undefined for a single box. */
export function listOf(path: string): string | undefined {
  const at = path.indexOf('[]');
  return at < 0 ? undefined : path.slice(0, at);
}

/** The path of one item's box: `schedule[].target`, 2 → `schedule.2.target`. */
export function pathOfItem(path: string, item: number): string {
  const at = path.indexOf('[]');
  return at < 0 ? path : `${path.slice(0, at)}.${item}${path.slice(at + 2)}`;
}

/** Whether a path is the one given, or that of a part of it: `schedule[].target` of `schedule`, `progress.2013` of `progress`. */
export function isWithin(path: string, whole: string): boolean {
  return path.startsWith(whole) && /^(?:$|[.[])/.test(path.slice(whole.length));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const ITEM = /^(\w+)\.(0|[1-9]\d*)(?=\.|$)/;

/**
 * The way back: `schedule.2.target` → `schedule`, 2, `schedule[].target`. Whether there is such a list is not known here: a
 * year in a path (`progress.2013`) looks like an item.
 */
export function itemIn(
  path: string,
): { readonly list: string; readonly item: number; readonly hole: string } | undefined {
  // most paths have no number behind their first name, which is soon seen
  if (!isDigit(path.charCodeAt(path.indexOf('.') + 1))) return undefined;
  const [start, list, item] = ITEM.exec(path) ?? [];
  if (start === undefined) return undefined;
  return { list: list as string, item: Number(item), hole: `${list}[]${path.slice(start.length)}` };
}
