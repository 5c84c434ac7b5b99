/** Randomness with a seed: the same seed gives the same numbers, on every machine. */

export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, but not including, the bound; 0 where the bound is 0. */
  readonly below: (bound: number) => number;
  /** True with a probability between 0 and 1. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** Some of a list, each once, in random order: the whole list shuffled where no count is given. */
  readonly some: <T>(list: readonly T[], count?: number) => T[];
}

/** Random numbers from a name and a number (mulberry32, seeded by FNV-1a). */
export function randomOf(name: string, seed: number): Random {
  let state = 2166136261;
  for (const character of `${name} ${seed}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    some: (list, count = list.length) => {
      const rest = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () =>
        rest.splice(below(rest.length), 1),
      ).flat();
    },
  };
}
