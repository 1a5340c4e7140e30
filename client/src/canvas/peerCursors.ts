// Cursors of others: they arrive a few times a second and are drawn on their way, so that the eye can follow them.
import type { Point } from '@masa/shared/core';
import type { Peer } from '../editor/gestures.ts';

/** Share of the way a cursor goes in one frame. */
const STEP = 0.45;
/** Nearer than this on screen it has arrived, px. */
const ARRIVED_PX = 0.5;

export interface PeerCursors {
  /** Takes one step; true while some are on their way. */
  follow(peers: ReadonlyMap<number, Peer>, zoom: number, isStill: boolean): boolean;
  readonly of: (peer: Peer) => Point | null;
}

export function createPeerCursors(): PeerCursors {
  const drawn = new Map<number, Point>();
  return {
    follow(peers, zoom, isStill) {
      let isMoving = false;
      for (const client of drawn.keys()) if (!peers.get(client)?.cursor) drawn.delete(client);
      for (const { client, cursor } of peers.values()) {
        if (!cursor) continue;
        const at = drawn.get(client) ?? cursor;
        const [dx, dy] = [cursor.x - at.x, cursor.y - at.y];
        if (isStill || Math.hypot(dx, dy) * zoom < ARRIVED_PX) drawn.set(client, cursor);
        else {
          drawn.set(client, { x: at.x + dx * STEP, y: at.y + dy * STEP });
          isMoving = true;
        }
      }
      return isMoving;
    },
    of: (peer) => drawn.get(peer.client) ?? peer.cursor,
  };
}
