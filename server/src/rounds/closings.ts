// When rounds closed: so that who comes too late hears since when. It watches the rounds somebody has seen open, and keeps nothing else.
import type { Changes } from '../workshops/changes.ts';

export interface Closings {
  /** Somebody has just found this round open. */
  opened(workshopId: string, boardId: string, round: string): void;
  /** Server time, ms; undefined for a round nobody has seen open since the server started. */
  closedAt(boardId: string, round: string): number | undefined;
  close(): void;
}

interface Parts {
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

export function createClosings({ changes, isOpen, now, note }: Parts): Closings {
  const rounds = new Map<string, Watched>();
  const keyOf = (boardId: string, round: string): string => `${boardId} ${round}`;

  const look = async (watched: Watched, at: number): Promise<void> => {
    try {
      if (!(await isOpen(watched.boardId, watched.round))) watched.closedAt ??= at;
    } catch (failure) {
      note('round.not-looked-at', { board: watched.boardId, failure: failure instanceof Error ? failure.message : 'unknown' });
    }
  };

  const stop = changes.on(({ workshopId }) => {
    const at = now();
    for (const watched of rounds.values()) {
      if (watched.workshopId === workshopId && watched.closedAt === undefined) void look(watched, at);
    }
  });

  return {
    opened(workshopId, boardId, round) {
      const key = keyOf(boardId, round);
      const known = rounds.get(key);
      if (known) {
        known.closedAt = undefined;
        return;
      }
      const [oldest] = rounds.keys();
      if (rounds.size >= MOST && oldest !== undefined) rounds.delete(oldest);
      rounds.set(key, { workshopId, boardId, round, closedAt: undefined });
    },
    closedAt: (boardId, round) => rounds.get(keyOf(boardId, round))?.closedAt,
    close: stop,
  };
}
