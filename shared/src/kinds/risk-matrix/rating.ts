// A rating: how likely a risk is and how bad it would be, each a level of an ordinal scale or "don't know". ONE value, so that two people
// who drag the same card never give a pair nobody chose. Levels are names in an order: nothing here or elsewhere calculates with them
// (Cox, "What's wrong with risk matrices?", Risk Analysis 28, 2008: products of ordinal levels rank risks wrongly).
import { fail, isRecord, issue, type Localized, ok, type Result } from '../../core/index.ts';
import type { Facet } from '../../document/index.ts';
import { localized as text } from '../fields/index.ts';

/** Most levels a scale can have. */
export const LEVELS_MAX = 5;
/** Fewest. */
export const LEVELS_MIN = 3;

/** A whole number from 1 (lowest) on, "don't know", or null: nobody said. */
export type Said = number | 'unknown' | null;

export interface Rating {
  readonly likelihood: Said;
  readonly consequence: Said;
  /** Ratings are read as any `levels` field is. */
  readonly [part: string]: Said;
}

/** A rating with a level on both scales: it has a place in the grid. */
export interface Placed extends Rating {
  readonly likelihood: number;
  readonly consequence: number;
}

export const AXES = ['likelihood', 'consequence'] as const;
export type Axis = (typeof AXES)[number];

export const AXIS_LABELS: Readonly<Record<Axis, Localized>> = {
  likelihood: text('Likelihood', 'Вероятност', 'Probabilitate', 'Імовірність', 'Sannsynlighet'),
  consequence: text('Consequence', 'Последица', 'Consecință', 'Наслідок', 'Konsekvens'),
};

export const UNKNOWN = text('don’t know', 'не знаем', 'nu știm', 'не знаємо', 'vet ikke');

/** One axis. Errors: `not-a-level` for 0, 2.5, "3" and whatever lies above `size`. */
function said(value: unknown, axis: Axis, size: number): Result<Said> {
  if (value === undefined || value === null) return ok(null);
  if (value === 'unknown') return ok('unknown');
  return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= size ? ok(value as number) : fail(issue('not-a-level', axis));
}

/** Reads a rating on scales of `size` levels. Errors: `not-a-rating` for what is no pair, `not-a-level` with the axis. */
export function parseRating(value: unknown, size: number): Result<Rating> {
  if (!isRecord(value)) return fail(issue('not-a-rating'));
  const own = (axis: Axis): unknown => (Object.hasOwn(value, axis) ? value[axis] : undefined);
  const likelihood = said(own('likelihood'), 'likelihood', size);
  if (!likelihood.ok) return likelihood;
  const consequence = said(own('consequence'), 'consequence', size);
  return consequence.ok ? ok({ likelihood: likelihood.value, consequence: consequence.value }) : consequence;
}

export const ratingFacet: Facet<Rating> = {
  fallback: { likelihood: null, consequence: null },
  parse: (value) => parseRating(value, LEVELS_MAX),
};

/** A level on both scales. */
export const isPlaced = (rating: Rating | null): rating is Placed =>
  rating !== null && typeof rating.likelihood === 'number' && typeof rating.consequence === 'number';

/** Something is said on one scale and nothing on the other. "Don't know" is said. */
export const isHalfRated = (rating: Rating | null): boolean => rating !== null && (rating.likelihood === null) !== (rating.consequence === null);

/** "Don't know" on at least one scale, and nothing left unsaid. */
export const isUnknown = (rating: Rating | null): boolean =>
  rating !== null && !isHalfRated(rating) && (rating.likelihood === 'unknown' || rating.consequence === 'unknown');

/** Whether a card's value of `before` or `after` says anything. */
export const saysSomething = (rating: Rating | null): boolean => rating !== null && (rating.likelihood !== null || rating.consequence !== null);
