/** Parts that most workbooks of a form have alike: packed once. */
import { strToU8 } from 'fflate';
import { type Packed, pack } from '../office/parts.ts';
import type { Template } from './template.ts';

/**
 * Parts without a text of a sheet, as outputs of a form have had them: few of them differ, and the styles are the largest
 * part of all. Kept for as many as one form needs; a few more are no reason to keep all.
 */
const alike = new WeakMap<Template, Map<string, Packed>>();
const mostAlike = 64;

/**
 * Packs a part, or takes it as it was packed before.
 * @param key the same for the same part only; the part itself, unless its XML is given
 */
export function packedAlike(template: Template, key: string, xml = () => key): Packed {
  const known = alike.get(template) ?? new Map<string, Packed>();
  alike.set(template, known);
  let packed = known.get(key);
  if (packed === undefined) {
    packed = pack(strToU8(xml()));
    if (known.size === mostAlike) known.clear();
    known.set(key, packed);
  }
  return packed;
}
