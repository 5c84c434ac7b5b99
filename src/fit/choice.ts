/** Which sheets of an input are read: those that are clearly of a form; and what is said of the others. */
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { isAlike, isRecognised, passedOver, type Recognised, unrecognised } from './recognise.ts';

/** A sheet of an input as it was recognised, with what its reader said of it. */
type Candidate<F> = Recognised<F> & {
  readonly sheet: {
    readonly findings: readonly Finding[];
    /** Why it is too large to be read. */
    readonly excess?: Finding;
    /** What may be the matter with it, told where it is like no form. */
    readonly suspicion?: Finding;
  };
};

/**
 * Chooses among the sheets of an input.
 * @returns those that are read, and what is said of the others, or why none is
 */
export function choose<F extends { readonly form: Form }, C extends Candidate<F>>(
  candidates: readonly C[],
): { readonly chosen: readonly C[]; readonly findings: readonly Finding[] } {
  const chosen = candidates.filter((one) => isRecognised(one) && one.sheet.excess === undefined);
  if (chosen.length === 0) return { chosen, findings: whyNone(candidates) };
  const isChosen = new Set(chosen);
  const others = candidates.filter((one) => !isChosen.has(one) && one.grid.cells.length > 0);
  // one that is too large to be read, and like the form, is one of those that are wanted
  const saidOf = (one: C) => (isRecognised(one) ? one.sheet.excess : undefined) ?? passedOver(one);
  return { chosen, findings: others.map(saidOf) };
}

function whyNone<F extends { readonly form: Form }>(candidates: readonly Candidate<F>[]): Finding[] {
  const found = candidates.flatMap(({ sheet }) => sheet.excess ?? sheet.findings);
  const within = candidates.filter(({ sheet }) => sheet.excess === undefined);
  const alike = within.filter(isAlike);
  if (alike.length > 0) return [...found, ...alike.map(unrecognised)];
  const nearest = within.toSorted((a, b) => b.likeness - a.likeness).slice(0, 1);
  return [...found, ...nearest.flatMap((one) => [one.sheet.suspicion ?? [], unrecognised(one)].flat())];
}
