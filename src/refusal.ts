/** Refusals: how what works on the bytes gives up on an input, so that one clear finding comes of it. */
import type { Finding } from './diagnostic.ts';

/** Kept apart from the errors: those of packages bear causes and codes of their own. */
const findings = new WeakMap<object, Finding>();

/** An error to be thrown where an input is refused; `refusalIn` finds the finding that is told. */
export function refusal(code: string, values: NonNullable<Finding['with']>): Error {
  const error = new Error(`${code}: ${Object.values(values).join(' ')}`);
  findings.set(error, { code, with: values });
  return error;
}

/** The finding of a refusal; undefined for any other error. */
export function refusalIn(error: unknown): Finding | undefined {
  return typeof error === 'object' && error !== null ? findings.get(error) : undefined;
}

/** What a step makes of an input, or the finding of its refusal. Other errors are thrown on. */
export function attempt<T>(
  step: () => T,
): { readonly done: T; readonly refused?: undefined } | { readonly refused: Finding } {
  try {
    return { done: step() };
  } catch (error) {
    const refused = refusalIn(error);
    if (refused === undefined) throw error;
    return { refused };
  }
}
