// "Look here": which places are being shown, by whom, and how often somebody may. Puts them into the editor's store and takes them out
// again; knows no canvas and no words.
import type { Point } from '@masa/shared/core';
import { type Peer, PING_KEPT_MS, type Ping } from '../editor/gestures.ts';
import type { Store } from '../editor/store.ts';

/** One person shows a place at most so often, ms. */
export const PING_GAP_MS = 2_000;
/** What the network may have shortened that by on the way, ms. */
const JITTER_MS = 500;

export interface Pings {
  /** This person shows a place. False = too soon after the last. */
  show(person: Peer['person'], at: Point): boolean;
  /** Finds new places in what others say. @param self this person's id: they may have another tab */
  hear(peers: ReadonlyMap<number, Peer>, self: string): void;
  dispose(): void;
}

export function createPings(shown: Store<readonly Ping[]>): Pings {
  /** The last number heard of each client. What somebody says when they are first heard is old. */
  const counts = new Map<number, number | null>();
  const lastAt = new Map<string, number>();
  let made = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const expire = (): void => {
    const now = performance.now();
    const rest = shown.get().filter(({ at }) => now - at < PING_KEPT_MS);
    if (rest.length < shown.get().length) shown.set(rest);
    wait();
  };
  const wait = (): void => {
    clearTimeout(timer);
    const [oldest] = shown.get();
    if (oldest) timer = setTimeout(expire, Math.max(1, oldest.at + PING_KEPT_MS - performance.now()));
  };
  const add = (person: Peer['person'], { x, y }: Point, isOwn: boolean, gapMs: number): boolean => {
    const at = performance.now();
    if (at - (lastAt.get(person.id) ?? Number.NEGATIVE_INFINITY) < gapMs) return false;
    lastAt.set(person.id, at);
    made += 1;
    const ping = { key: `${person.id} ${made}`, person, isOwn, x, y, at };
    shown.set([...shown.get().filter((each) => each.person.id !== person.id), ping]);
    wait();
    return true;
  };

  return {
    show: (person, at) => add(person, at, true, PING_GAP_MS),
    hear(peers, self) {
      for (const client of counts.keys()) if (!peers.has(client)) counts.delete(client);
      for (const { client, person, ping } of peers.values()) {
        const before = counts.get(client);
        counts.set(client, ping?.count ?? before ?? null);
        if (ping && before !== undefined && ping.count !== before) add(person, ping, person.id === self, PING_GAP_MS - JITTER_MS);
      }
    },
    dispose: () => clearTimeout(timer),
  };
}
