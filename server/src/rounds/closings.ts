// When rounds closed: so that who comes too late hears since when, also after the server was started again. It watches the rounds somebody
// has seen open, and keeps nothing else.
import type { ClosingStore } from '../store/closingStore.ts';
import type { Changes } from '../workshops/changes.ts';

export interface Closings {
  /** Somebody has just found this round open. */
  opened(workshopId: string, boardId: string, round: string): void;
  /** Server time, ms; undefined for a round nobody has seen open. */
  closedAt(boardId: string, round: string): number | undefined;
  /** Everything is noted when it resolves. */
  close(): Promise<void>;
}

interface Parts {
  readonly store: ClosingStore;
  readonly changes: Pick<Changes, 'on'>;
  readonly isOpen: (boardId: string, round: string) => Promise<boolean>;
  readonly now: () => number;
  readonly note: (event: string, fields: Readonly<Record<string, string>>) => void;
}

interface Watched {
  readonly workshopId: string;
  readonly boardId: string;
  readonly round: string;
  /** Undefined while it is open. */
  closedAt: number | undefined;
}

/** Rounds of a country's workshops on one day; the oldest are forgotten. */
const MOST = 10_000;

const keyOf = (boardId: string, round: string): string => `${boardId} ${round}`;

/** Knows, when it resolves, what was noted before the server was started. */
export async function createClosings({ store, changes, isOpen, now, note }: Parts): Promise<Closings> {
  const rounds = new Map<string, Watched>();
  // The oldest first, as they are forgotten. What closed in the moment the server stopped has closed, and nobody knows when.
  for (const { closedAt, ...of } of (await store.list(MOST)).toReversed()) {
    const isKnown = closedAt !== null || (await isOpen(of.boardId, of.round));
    if (isKnown) rounds.set(keyOf(of.boardId, of.round), { ...of, closedAt: closedAt ?? undefined });
  }
  /** What is noted of a round is noted in the order it happened. */
  let noting: Promise<void> = Promise.resolve();

  const keep = ({ workshopId, boardId, round, closedAt }: Watched): void => {
    const of = { workshopId, boardId, round, closedAt: closedAt ?? null };
    noting = noting
      .then(() => store.note(of))
      .catch((failure: unknown) => note('round.not-noted', { board: boardId, failure: failure instanceof Error ? failure.name : 'unknown' }));
  };

  const looking = new Set<Promise<void>>();
  const look = async (watched: Watched, at: number): Promise<void> => {
    try {
      if (watched.closedAt !== undefined || (await isOpen(watched.boardId, watched.round)) || watched.closedAt !== undefined) return;
      watched.closedAt = at;
      keep(watched);
    } catch (failure) {
      note('round.not-looked-at', { board: watched.boardId, failure: failure instanceof Error ? failure.message : 'unknown' });
    }
  };

  const stop = changes.on(({ workshopId }) => {
    const at = now();
    for (const watched of rounds.values()) {
      if (watched.workshopId !== workshopId || watched.closedAt !== undefined) continue;
      const looked = look(watched, at).finally(() => looking.delete(looked));
      looking.add(looked);
    }
  });

  return {
    opened(workshopId, boardId, round) {
      const key = keyOf(boardId, round);
      const known = rounds.get(key);
      if (known && known.closedAt === undefined) return;
      const [oldest] = rounds.keys();
      if (!known && rounds.size >= MOST && oldest !== undefined) rounds.delete(oldest);
      const watched = known ?? { workshopId, boardId, round, closedAt: undefined };
      watched.closedAt = undefined;
      rounds.set(key, watched);
      keep(watched);
    },
    closedAt: (boardId, round) => rounds.get(keyOf(boardId, round))?.closedAt,
    async close() {
      stop();
      await Promise.all(looking);
      await noting;
    },
  };
}
