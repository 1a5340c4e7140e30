// What each seat is asked: which stalls it wants to work on, at most three and in order, and of which it wants to be kept informed.
import type { BoardReader, Round } from '../../board/index.ts';
import { fail, isRecord, issue, ok } from '../../core/index.ts';
import { localized as text } from '../fields/index.ts';
import { MARKET } from './model.ts';
import { originals, slotIdOf } from './stalls.ts';

export const INTEREST = 'interest';

/** "I want to work on this", 1 most of all; or "keep me informed", of as many stalls as one likes. */
export type Interest = { readonly rank: 1 | 2 | 3 } | { readonly informed: true };

export const RANKS_MAX = 3;

/** Behind every rank: only kept informed. */
const UNRANKED = RANKS_MAX + 1;

const isRank = (value: unknown): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3;

/** The rank in an answer; undefined where it only wants to be informed. */
export const rankOf = (value: unknown): 1 | 2 | 3 | undefined => (isRecord(value) && isRank(value.rank) ? value.rank : undefined);

/** What lies inside the stalls that stand, by id; what two of them hold, in the one that comes first. */
export function joinedInto(board: BoardReader): ReadonlyMap<string, string> {
  const into = new Map<string, string>();
  for (const { id } of board.inSlot(MARKET.stalls)) {
    for (const inner of originals(board, id)) if (slotIdOf(inner) === MARKET.merged && !into.has(inner.id)) into.set(inner.id, id);
  }
  return into;
}

export const interestRound: Round = {
  id: INTEREST,
  label: text('What I want to work on', 'По какво искам да работя', 'La ce vreau să lucrez', 'Над чим хочу працювати', 'Hva jeg vil jobbe med'),
  about: (board) =>
    board
      .inSlot(MARKET.stalls)
      .filter((stall) => !stall.inert && stall.text.trim() !== '')
      .map(({ id }) => id),
  joined: { into: joinedInto, of: (one, other) => ((rankOf(other) ?? UNRANKED) < (rankOf(one) ?? UNRANKED) ? other : one) },
  missing: (board) => (interestRound.about(board).length === 0 ? issue('stalls-missing') : null),
  parse(value) {
    if (!isRecord(value)) return fail(issue('not-an-interest'));
    const names = Object.keys(value);
    if (names.length !== 1) return fail(issue('not-an-interest'));
    if (isRank(value.rank)) return ok<Interest>({ rank: value.rank });
    return value.informed === true ? ok<Interest>({ informed: true }) : fail(issue('not-an-interest'));
  },
  /** `path`: the stalls one of which is to be dropped, with spaces between. */
  fault(answers) {
    const ranked = [...answers].flatMap(([stall, value]) => {
      const rank = rankOf(value);
      return rank === undefined ? [] : [{ stall, rank }];
    });
    const again = ranked.filter(({ rank }) => ranked.filter((other) => other.rank === rank).length > 1);
    const concerned = ranked.length > RANKS_MAX ? ranked : again;
    return concerned.length === 0 ? null : issue('interest-full', concerned.map(({ stall }) => stall).join(' '));
  },
  shownTo: 'staff',
};
