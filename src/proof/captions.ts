/** Captions: what is said of a sheet, a cell and an empty box wherever a proof is shown. */
import { TRAIL } from '../form/trail.ts';
import type { EmptyBox } from './boxes.ts';
import type { Proof, ProofMeaning } from './proof.ts';
import type { Say } from './words.ts';

/** What a cell was taken for. Where the first box of its row has been named, what the two share is left out. */
export function wordsOf(
  { kind, box, other, placed }: ProofMeaning,
  first: string | undefined,
  say: Say,
): string {
  if (box === undefined) return '';
  if (kind === 'label') return say('labelAs', { label: box });
  if (other !== undefined) return say('either', { one: box, other });
  return placed === undefined ? beside(first, box) : say('placed', { box: beside(first, box) });
}

function beside(first: string | undefined, name: string): string {
  if (first === undefined || first === name) return name;
  const [words, known] = [name.split(TRAIL), first.split(TRAIL)];
  const same = words.findIndex((word, i) => word !== known[i]);
  return same === 0 ? name : ['..', ...words.slice(same)].join(TRAIL);
}

/** Where an empty box stands, or why that cannot be said. */
export function placeWords({ address, isDoubtful }: EmptyBox, say: Say): string {
  return address ?? say(isDoubtful ? 'emptyDoubtful' : 'emptyNowhere');
}

/** A sheet by its file, its worksheet and what it is about. */
export function sheetName({ source, worksheet, item }: Proof, say: Say): string {
  const file = worksheet === undefined ? source : `${source} ${say('worksheet', { name: worksheet })}`;
  return item === undefined ? file : `${file}: ${item}`;
}
