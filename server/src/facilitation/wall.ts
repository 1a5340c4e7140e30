// The wall: all boards of a workshop for whoever may watch them. Everything once, then only boards that changed, each at most five
// times a second however busy its table is.
import type { Unsubscribe } from '@masa/shared/core';
import type { WallBoard } from '@masa/shared/wire';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';

const INTERVAL_MS = 200;
/** How often people's coming and going is looked at: it changes nothing on the board itself. */
const PEOPLE_MS = 1_000;

export interface Watcher {
  /** Whether it may see who is at the boards. */
  readonly seesNames: boolean;
  show(board: WallBoard): void;
}

export interface Wall {
  /** Shows these boards to the watcher from now on, beside those it watches already. Resolves with what the new ones hold now. */
  watch(watcher: Watcher, boards: readonly string[]): Promise<readonly WallBoard[]>;
  leave(watcher: Watcher): void;
  close(): void;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  timer: NodeJS.Timeout | undefined;
  shownAt: number;
  people: string;
}

/** @param onFailure a board could not be read; the wall goes on with the others. */
export function createWall(documents: BoardDocuments, now: () => number, onFailure: (boardId: string, failure: unknown) => void): Wall {
  const watched = new Map<string, Watched>();

  const read = async (boardId: string): Promise<WallBoard> => ({ boardId, ...(await documents.read(boardId)), people: documents.people(boardId) });

  const forWatcher = (board: WallBoard, { seesNames }: Watcher): WallBoard =>
    seesNames ? board : { ...board, people: board.people.map(({ id }) => ({ id, name: '' })) };

  const show = async (boardId: string, of: Watched): Promise<void> => {
    of.timer = undefined;
    of.shownAt = now();
    of.people = peopleAt(boardId);
    try {
      const board = await read(boardId);
      for (const watcher of of.watchers) watcher.show(forWatcher(board, watcher));
    } catch (failure) {
      onFailure(boardId, failure);
    }
  };

  const showSoon = (boardId: string): void => {
    const of = watched.get(boardId);
    if (!of || of.timer) return;
    of.timer = setTimeout(() => void show(boardId, of), Math.max(0, Math.min(INTERVAL_MS, of.shownAt + INTERVAL_MS - now())));
  };

  const stop: Unsubscribe = documents.onChange(showSoon);

  const peopleAt = (boardId: string): string =>
    documents
      .people(boardId)
      .map(({ id }) => id)
      .sort()
      .join(' ');

  const looking = setInterval(() => {
    for (const [boardId, of] of watched) if (peopleAt(boardId) !== of.people) showSoon(boardId);
  }, PEOPLE_MS);
  looking.unref();

  return {
    async watch(watcher, boards) {
      // First listen, then read: a change in between is shown twice rather than never.
      const added = boards.filter((boardId) => !watched.get(boardId)?.watchers.has(watcher));
      for (const boardId of added) {
        const of = watched.get(boardId) ?? { watchers: new Set(), timer: undefined, shownAt: 0, people: peopleAt(boardId) };
        of.watchers.add(watcher);
        watched.set(boardId, of);
      }
      return Promise.all(added.map(async (boardId) => forWatcher(await read(boardId), watcher)));
    },
    leave(watcher) {
      for (const [boardId, of] of watched) {
        of.watchers.delete(watcher);
        if (of.watchers.size > 0) continue;
        clearTimeout(of.timer);
        watched.delete(boardId);
      }
    },
    close() {
      stop();
      clearInterval(looking);
      for (const of of watched.values()) clearTimeout(of.timer);
      watched.clear();
    },
  };
}
