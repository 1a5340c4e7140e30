// The plan as bars over weeks: when each activity begins and ends, what rests on what, and the edits that move or lengthen a bar. Pure.
import type { BoardReader } from '../../board/index.ts';
import type { BoardRecord, Edit } from '../../document/index.ts';
import { LAST_WEEK } from './model.ts';

export interface Bar {
  readonly id: string;
  readonly text: string;
  /** First and last week, both worked in; weeks count from 1. */
  readonly from: number;
  readonly to: number;
  readonly isMilestone: boolean;
  readonly who: string;
  /** Ids of dated activities that must be done before. */
  readonly after: readonly string[];
}

export interface Timeline {
  /** By first week, then as they lie on the board. */
  readonly bars: readonly Bar[];
  /** Activities nobody has given a week. */
  readonly undated: readonly BoardRecord[];
  /** Weeks to be shown: to the end of the last activity, at least eight. */
  readonly weeks: number;
}

const LEAST_WEEKS = 8;

/** When an activity is worked on; null = nobody has said. */
export function weeksOf(card: BoardRecord): { readonly from: number; readonly to: number } | null {
  const { fromWeek, weeks, step } = card.fields;
  if (typeof fromWeek !== 'number') return null;
  const from = Math.max(1, fromWeek);
  const length = step === 'milestone' || typeof weeks !== 'number' ? 1 : Math.max(1, weeks);
  return { from, to: Math.min(LAST_WEEK, from + length - 1) };
}

export const dependsOn = (card: BoardRecord): readonly string[] =>
  Array.isArray(card.fields.dependsOn) ? (card.fields.dependsOn as readonly string[]) : [];

export function timelineOf(board: BoardReader): Timeline {
  const cards = board.inSlot('activities').filter((record) => !record.inert);
  const dated = new Set(cards.filter((card) => weeksOf(card)).map(({ id }) => id));
  const bars = cards.flatMap((card): readonly Bar[] => {
    const weeks = weeksOf(card);
    if (!weeks) return [];
    return [
      {
        id: card.id,
        text: card.text,
        ...weeks,
        isMilestone: card.fields.step === 'milestone',
        who: typeof card.fields.who === 'string' ? card.fields.who : '',
        after: dependsOn(card).filter((id) => dated.has(id) && id !== card.id),
      },
    ];
  });
  return {
    bars: bars.toSorted((a, b) => a.from - b.from),
    undated: cards.filter(({ id }) => !dated.has(id)),
    weeks: bars.reduce((last, { to }) => Math.max(last, to), LEAST_WEEKS),
  };
}

/** Moves an activity by so many weeks. It stays within the plan; nothing where it cannot move or nobody has given it a week. */
export function moveWeeks(board: BoardReader, id: string, by: number): readonly Edit[] {
  const card = board.get(id);
  const weeks = card && weeksOf(card);
  if (!card || !weeks || card.lock !== null || !Number.isSafeInteger(by)) return [];
  const next = Math.min(Math.max(1, weeks.from + by), Math.max(1, LAST_WEEK - (weeks.to - weeks.from)));
  return next === weeks.from ? [] : [{ do: 'set', id, facet: 'fromWeek', value: next }];
}

/** Makes an activity so many weeks longer; it lasts at least one week. A milestone is a moment and has no length. */
export function lengthen(board: BoardReader, id: string, by: number): readonly Edit[] {
  const card = board.get(id);
  const weeks = card && weeksOf(card);
  if (!card || !weeks || card.lock !== null || card.fields.step === 'milestone' || !Number.isSafeInteger(by)) return [];
  const length = weeks.to - weeks.from + 1;
  const next = Math.min(Math.max(1, length + by), LAST_WEEK - weeks.from + 1);
  return next === length ? [] : [{ do: 'set', id, facet: 'weeks', value: next }];
}

/** Gives an activity its first week, where nobody has given it one. */
export function planStart(board: BoardReader, id: string, week: number): readonly Edit[] {
  const card = board.get(id);
  if (!card || weeksOf(card) || card.lock !== null || !Number.isSafeInteger(week) || week < 1 || week > LAST_WEEK) return [];
  return [{ do: 'set', id, facet: 'fromWeek', value: week }];
}
