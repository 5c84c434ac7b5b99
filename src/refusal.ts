/** Refusals: how what works on the bytes gives up on an input, so that one clear finding comes of it. */
import type { Finding } from './diagnostic.ts';

/** An error to be thrown where an input is refused; it carries the finding that is told. */
export function refusal(code: string, values: NonNullable<Finding['with']>): Error {
  const finding: Finding = { code, with: values };
  return new Error(`${code}: ${Object.values(values).join(' ')}`, { cause: finding });
}

/** The finding of a refusal; undefined for any other error. */
export function refusalIn(error: unknown): Finding | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? (cause as Finding) : undefined;
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
