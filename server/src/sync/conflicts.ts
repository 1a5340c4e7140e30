// How much work an update would make Yjs do to find places for its items. An item whose neighbours still lie side by side is placed at
// once; otherwise Yjs looks at everything between them (https://github.com/yjs/yjs/blob/main/INTERNALS.md), so a few kilobytes, made up
// for it, can hold the whole process for minutes. Here the walk is counted before anything is applied.
//
// The count is never below the work: what lies between two neighbours counts by its characters, and once an item had to look for its
// place, where it went is not known here, so each later item of the same list counts all new ones before it.
import { LIMITS } from '@masa/shared/core';
import * as Y from 'yjs';

type Type = Y.AbstractType<unknown>;

export interface Conflicts {
  /**
   * Counts what it takes to place an item. False = more than one update may ask for.
   * @param known how many of its characters are there already
   */
  place(item: Y.Item, type: Type, key: string | null, known: number): boolean;
  /** Counts other steps through a list. */
  spend(steps: number): boolean;
}

/** A text, or the values of one key of a map. */
interface List {
  readonly start: string;
  placed: number;
  isCrowded: boolean;
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`;
const isSame = (a: Y.ID | null, b: Y.ID | null): boolean => (a === null || b === null ? a === b : a.client === b.client && a.clock === b.clock);

export function createConflicts({ store }: Y.Doc): Conflicts {
  const lists = new Map<Type, Map<string | null, List>>();
  /** What follows a place now that this update has put something there. */
  const following = new Map<string, Y.ID | null>();
  let count = 0;
  let left: number = LIMITS.updateSteps;

  const listOf = (type: Type, key: string | null): List => {
    const ofType = lists.get(type) ?? new Map<string | null, List>();
    lists.set(type, ofType);
    const list = ofType.get(key) ?? { start: `start ${count++}`, placed: 0, isCrowded: false };
    ofType.set(key, list);
    return list;
  };

  const firstOf = (type: Type, key: string | null): Y.ID | null => {
    if (key === null) return type._start?.id ?? null;
    let first = type._map.get(key) ?? null;
    while (first?.left) first = first.left;
    return first?.id ?? null;
  };

  const stored = (id: Y.ID): Y.Item | undefined => {
    if (id.clock >= Y.getState(store, id.client)) return undefined;
    const struct = Y.getItem(store, id) as Y.Item | Y.GC;
    return struct instanceof Y.Item ? struct : undefined;
  };

  const after = (id: Y.ID): Y.ID | null => {
    const next = following.get(nameOf(id));
    if (next !== undefined) return next;
    const item = stored(id);
    if (!item) return id.clock < Y.getState(store, id.client) ? null : Y.createID(id.client, id.clock + 1);
    return id.clock < item.lastId.clock ? Y.createID(id.client, id.clock + 1) : (item.right?.id ?? null);
  };

  const spend = (steps: number): boolean => {
    left -= steps;
    return left >= 0;
  };

  return {
    spend,
    place(item, type, key, known) {
      const list = listOf(type, key);
      const { client, clock } = item.id;
      const origin = known > 0 ? Y.createID(client, clock + known - 1) : item.origin;
      const start = origin === null ? list.start : nameOf(origin);
      const set = following.get(start);
      const next = set !== undefined ? set : origin === null ? firstOf(type, key) : after(origin);
      let at = next;
      for (; at !== null && !isSame(at, item.rightOrigin); at = after(at)) {
        list.isCrowded = true;
        if (!spend(1)) return false;
      }
      following.set(start, Y.createID(client, clock + known));
      following.set(nameOf(item.lastId), next);
      list.placed += 1;
      return !list.isCrowded || spend(list.placed);
    },
  };
}
