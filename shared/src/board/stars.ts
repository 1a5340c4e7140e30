// The star: "say this in plenary". A table has few minutes there, so it chooses few cards.
import { fail, type Issue, issue, ok, type Result } from '../core/index.ts';
import { type Edit, FACET } from '../document/index.ts';
import type { BoardReader } from './kind.ts';

/** What a table can say in the two minutes it has in plenary. */
export const STARS_MAX = 5;

export const starsOf = (board: BoardReader): number => board.live().filter((record) => record.starred).length;

/**
 * Stars a card or takes the star away again; nothing to do gives no edits.
 * @returns `stars-full` where as many as may be are starred, `locked` and `not-there` where the card cannot be changed
 */
export function star(board: BoardReader, id: string, on: boolean): Result<readonly Edit[], Issue> {
  const record = board.get(id);
  if (record?.gone !== null || record.inert) return fail(issue('not-there', id));
  if (record.starred === on) return ok([]);
  if (record.lock !== null) return fail(issue('locked', id));
  if (on && starsOf(board) >= STARS_MAX) return fail(issue('stars-full', id));
  return ok([{ do: 'set', id, facet: FACET.starred, value: on }]);
}
