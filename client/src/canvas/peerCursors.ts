// What others do with their hands, drawn on its way: it arrives some twenty times a second and would jump. Cursors, cards and objects they
// lead go from where they are drawn to where they were said to be in the time until the next word is due: evenly, at any frame rate.
import { LIMITS, type Point } from '@masa/shared/core';
import type { Drag, Peer, Transform } from '../editor/gestures.ts';

/** How long a way takes, ms: a little longer than until the next word, so that a late one finds the hand still going. */
const WAY_MS = LIMITS.presenceIntervalMs * 1.3;
/** A way goes on from the last picture where that is no longer ago, ms: turning costs no picture. */
const FRAME_MS = 40;
/** Nearer than this on screen it has arrived, px; of a turn, degrees. */
const ARRIVED = 0.5;

/** Numbers on their way together. */
interface Way {
  /** Whose they are: another hand, or other things in it, begin at once where they are. */
  readonly key: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly startAt: number;
  readonly drawn: readonly number[];
}

export interface PeerCursors {
  /** Takes one step; true while some are on their way. @param now a clock that runs forward, ms */
  readonly follow: (peers: ReadonlyMap<number, Peer>, zoom: number, isStill: boolean, now?: number) => boolean;
  readonly of: (peer: Peer) => Point | null;
  readonly dragOf: (peer: Peer) => Drag | null;
  readonly transformOf: (peer: Peer) => Transform | null;
}

type Moving = readonly (readonly [key: string, to: readonly number[]])[];

const keyOf = (kind: string, client: number, ids: readonly string[] = []): string => `${kind} ${client} ${ids.join(' ')}`;

const cursorKey = ({ client }: Peer): string => keyOf('cursor', client);
const dragKey = ({ client }: Peer, { ids }: Drag): string => keyOf('drag', client, ids);
const transformKey = ({ client }: Peer, { how, ids, from }: Transform): string => keyOf(`${how} ${from.x} ${from.y}`, client, ids);

function movingOf(peer: Peer): Moving {
  const { cursor, drag, transform } = peer;
  const all: (readonly [string, readonly number[]])[] = [];
  if (cursor) all.push([cursorKey(peer), [cursor.x, cursor.y]]);
  if (drag) all.push([dragKey(peer, drag), [drag.dx, drag.dy]]);
  if (transform) all.push([transformKey(peer, transform), [transform.to.x, transform.to.y, transform.to.w, transform.to.h, transform.turn]]);
  return all;
}

export function createPeerCursors(): PeerCursors {
  let ways = new Map<string, Way>();
  let lastAt = Number.NEGATIVE_INFINITY;

  const step = (key: string, to: readonly number[], zoom: number, isStill: boolean, now: number): Way => {
    const before = ways.get(key);
    if (!before || isStill) return { key, from: to, to, startAt: now, drawn: to };
    const isSame = before.to.every((each, at) => each === to[at]);
    const way = isSame ? before : { key, from: before.drawn, to, startAt: now - lastAt <= FRAME_MS ? lastAt : now, drawn: before.drawn };
    const part = Math.min(1, (now - way.startAt) / WAY_MS);
    const next = way.to.map((end, at) => (way.from[at] ?? end) + (end - (way.from[at] ?? end)) * part);
    const isThere = part === 1 || next.every((each, at) => Math.abs((to[at] ?? each) - each) * zoom < ARRIVED);
    return { ...way, drawn: isThere ? way.to : next };
  };

  return {
    follow(peers, zoom, isStill, now = performance.now()) {
      const next = new Map<string, Way>();
      for (const peer of peers.values()) for (const [key, to] of movingOf(peer)) next.set(key, step(key, to, zoom, isStill, now));
      ways = next;
      lastAt = now;
      return [...ways.values()].some(({ drawn, to }) => drawn !== to);
    },
    of(peer) {
      const [x, y] = ways.get(cursorKey(peer))?.drawn ?? [];
      return peer.cursor && x !== undefined && y !== undefined ? { x, y } : peer.cursor;
    },
    dragOf(peer) {
      const { drag } = peer;
      const [dx, dy] = (drag && ways.get(dragKey(peer, drag))?.drawn) ?? [];
      return drag && dx !== undefined && dy !== undefined ? { ...drag, dx, dy } : drag;
    },
    transformOf(peer) {
      const { transform } = peer;
      const [x, y, w, h, turn] = (transform && ways.get(transformKey(peer, transform))?.drawn) ?? [];
      if (!transform || x === undefined || y === undefined || w === undefined || h === undefined || turn === undefined) return transform;
      return { ...transform, to: { x, y, w, h }, turn };
    },
  };
}
