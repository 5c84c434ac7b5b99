/** The tally of a proof: what was not taken in, and how much of everything there is. */
import type { Diagnostic } from '../diagnostic.ts';
import type { Proof, ProofCell, ProofMeaning } from './proof.ts';

/** The cells whose texts were not taken in. */
export function lostCells({ rows }: Proof): ProofCell[] {
  const isLost = ({ kind }: ProofMeaning) => kind === 'unplaced' || kind === 'doubtful' || kind === 'remark';
  return rows.flatMap(({ cells }) => cells.filter(({ meanings }) => meanings.some(isLost)));
}

/** What is counted of a proof, and whether any of it is bad news. */
export function tallyOf(proof: Proof) {
  const meanings = proof.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.meanings));
  const values = meanings.filter(({ kind }) => kind === 'value').length;
  const told = (severity: Diagnostic['severity']) =>
    proof.notes.filter((note) => note.severity === severity).length;
  return [
    { word: 'values', count: values, isBad: false },
    { word: 'emptyBoxes', count: proof.empty.length, isBad: false },
    { word: 'lostTexts', count: lostCells(proof).length, isBad: true },
    { word: 'errors', count: told('error'), isBad: true },
    { word: 'warnings', count: told('warning'), isBad: false },
    { word: 'infos', count: told('info'), isBad: false },
  ] as const;
}
