// One seat's rating of one plan, as it grows criterion by criterion.
import type { Rated } from '@masa/shared/board';
import { levelOf, type PlanRating } from '@masa/shared/kinds/plan-comparison';

/** The rating with one more criterion. What is said about criteria that are no longer on the board is dropped: they could crowd it out. */
export function ratedWith(before: unknown, criteria: readonly { readonly id: string }[], criterion: string, level: Rated): PlanRating {
  const kept = criteria.flatMap(({ id }): readonly (readonly [string, Rated])[] => {
    const said = id === criterion ? level : levelOf(before, id);
    return said === undefined ? [] : [[id, said]];
  });
  return Object.fromEntries(kept);
}
