// How answers on a scale of levels lie: where they are, how far apart, what many said. Levels have an order and no distances, so nothing
// is added up or divided: no mean, no score (S. S. Stevens, "On the Theory of Scales of Measurement", Science 103, 1946).

/** A level of a scale, or that somebody does not know. */
export type Rated = number | 'unknown';

export interface Spread {
  /** How many said each level of the scale, lowest level first. Levels nobody said are there with 0. */
  readonly counts: readonly { readonly level: number; readonly count: number }[];
  /** How many said a level. */
  readonly answered: number;
  /** How many said that they do not know; they are in no other figure. */
  readonly unknown: number;
  /** Null where nobody said a level. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** The answer in the middle; with an even number of answers both of the middle, where they differ. */
  readonly median: readonly number[];
  /** What most said; a tie is all of them. */
  readonly most: readonly number[];
  /** Two levels or more lie between the lowest and the highest: there is something to talk about. */
  readonly isWide: boolean;
}

/** Levels apart from which answers are worth talking about. */
const WIDE = 2;

/** @param scale the levels there are; answers beside it are not counted */
export function spreadOf(answers: Iterable<Rated>, scale: readonly number[]): Spread {
  const levels = [...new Set(scale)].sort((a, b) => a - b);
  const counted = new Map(levels.map((level) => [level, 0]));
  let unknown = 0;
  for (const answer of answers) {
    if (answer === 'unknown') unknown += 1;
    else if (counted.has(answer)) counted.set(answer, (counted.get(answer) ?? 0) + 1);
  }
  const counts = levels.map((level) => ({ level, count: counted.get(level) ?? 0 }));
  const said = counts.flatMap(({ level, count }) => Array.from({ length: count }, () => level));
  const [lowest = null] = said;
  const highest = said.at(-1) ?? null;
  const largest = Math.max(0, ...counts.map(({ count }) => count));
  return {
    counts,
    answered: said.length,
    unknown,
    lowest,
    highest,
    median: middleOf(said),
    most: largest === 0 ? [] : counts.filter(({ count }) => count === largest).map(({ level }) => level),
    isWide: lowest !== null && highest !== null && levels.indexOf(highest) - levels.indexOf(lowest) >= WIDE,
  };
}

function middleOf(sorted: readonly number[]): readonly number[] {
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return [];
  return low === high ? [low] : [low, high];
}

/** One side of an answer that is rated by itself, e.g. how likely. */
export interface Aspect {
  readonly id: string;
  readonly scale: readonly number[];
  /** Undefined: this answer says nothing about it. */
  readonly read: (value: unknown) => Rated | undefined;
}

/** Object → aspect → how the answers lie. Only objects somebody answered about are in it. */
export function spreadsOf(
  answers: Iterable<{ readonly object: string; readonly value: unknown }>,
  aspects: readonly Aspect[],
): ReadonlyMap<string, ReadonlyMap<string, Spread>> {
  const values = new Map<string, unknown[]>();
  for (const { object, value } of answers) values.set(object, [...(values.get(object) ?? []), value]);
  return new Map(
    [...values].map(([object, of]) => [
      object,
      new Map(
        aspects.map(({ id, scale, read }) => [
          id,
          spreadOf(
            of.map(read).filter((rated) => rated !== undefined),
            scale,
          ),
        ]),
      ),
    ]),
  );
}
