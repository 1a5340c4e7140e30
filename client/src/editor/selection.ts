// The selection: which cards this person has chosen, and the place the keyboard is at. Both forget cards that leave the board.
import { createStore, type Store } from './store.ts';

export interface Selected {
  readonly ids: ReadonlySet<string>;
  /** The cell the keyboard is in, and the card in it; null = at the cell's end, where the next card goes. */
  readonly cell: string | null;
  readonly card: string | null;
  /** The group that was entered: presses inside it mean its parts. */
  readonly entered?: string | null;
  /** The command of the tool that has chosen it, as its last act; absent where the person chose. */
  readonly by?: string;
}

const NOTHING: Selected = { ids: new Set(), cell: null, card: null };

export interface Selection extends Store<Selected> {
  /** @param by the command of the tool that chooses it, see `Selected.by` */
  only(id: string, cell: string | null, by?: string): void;
  toggle(id: string, cell: string | null): void;
  many(ids: Iterable<string>): void;
  /** Goes into a group and chooses one of its parts. */
  enter(group: string, ids: Iterable<string>): void;
  /** Puts the keyboard at a cell's end with nothing selected. */
  at(cell: string): void;
  clear(): void;
  /** Forgets what `exists` does not know. */
  prune(exists: (id: string) => boolean): void;
}

export function createSelection(): Selection {
  const store = createStore<Selected>(NOTHING);
  return {
    ...store,
    only: (id, cell, by) => store.set({ ids: new Set([id]), cell, card: id, ...(by === undefined ? {} : { by }) }),
    toggle(id, cell) {
      const ids = new Set(store.get().ids);
      if (!ids.delete(id)) ids.add(id);
      store.set({ ids, cell, card: ids.has(id) ? id : ([...ids].at(-1) ?? null) });
    },
    many(ids) {
      const set = new Set(ids);
      store.set({ ...store.get(), ids: set, card: [...set].at(-1) ?? null });
    },
    enter(group, ids) {
      const set = new Set(ids);
      store.set({ ids: set, cell: null, card: [...set].at(-1) ?? null, entered: group });
    },
    at: (cell) => store.set({ ids: new Set(), cell, card: null }),
    clear: () => store.set(NOTHING),
    prune(exists) {
      const { ids, cell, card } = store.get();
      const kept = new Set([...ids].filter(exists));
      const still = card !== null && exists(card) ? card : ([...kept].at(-1) ?? null);
      if (kept.size !== ids.size || still !== card) store.set({ ids: kept, cell, card: still });
    },
  };
}
