// Objects of the free layer that are on their way: led by this person or, through presence, by others. They are painted above the board
// as they would lie, with the arrows attached to them, and not where they lie.
import type { Placed } from '@masa/shared/core';
import type { PlacedObject } from '@masa/shared/objects';
import type { Carried } from '../editor/carrying.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Peer, type Transform, transformed } from '../editor/gestures.ts';

export interface Led {
  /** What moves as it lies, and how far: nothing of it is placed anew. */
  readonly along: { readonly carried: Carried; readonly dx: number; readonly dy: number } | null;
  /** Everything else of it, as it would lie. */
  readonly objects: readonly PlacedObject[];
  /** Who leads them; null = this person. */
  readonly peer: Peer | null;
  readonly transform: Transform;
}

export interface Lifted {
  readonly led: readonly Led[];
  /** What is not painted where it lies. */
  readonly ids: ReadonlySet<string>;
}

export const NOTHING_LIFTED: Lifted = { led: [], ids: new Set() };

function lead(editor: Editor, transform: Transform, peer: Peer | null): { readonly led: Led; readonly ids: ReadonlySet<string> } {
  if (transform.how === 'move') {
    const layer = editor.records.free();
    const { from, to, ids } = transform;
    const along = { carried: layer.carried(ids), dx: to.x - from.x, dy: to.y - from.y };
    return { led: { along, objects: layer.stretched(along.carried, along.dx, along.dy), peer, transform }, ids: along.carried.ids };
  }
  const objects = suppose(editor, transform);
  return { led: { along: null, objects, peer, transform }, ids: new Set(objects.map(({ id }) => id)) };
}

function suppose(editor: Editor, transform: Transform): readonly PlacedObject[] {
  const layer = editor.records.free();
  const moved = new Map<string, Placed>();
  for (const id of transform.ids) {
    const placed = layer.get(id);
    if (placed) moved.set(id, transformed(placed, transform));
  }
  return moved.size === 0 ? [] : layer.suppose(moved);
}

/** @param drawn what a peer does as it is drawn, on its way from one word to the next */
export function liftedNow(editor: Editor, drawn: (peer: Peer) => Transform | null = (peer) => peer.transform): Lifted {
  const own = editor.gestures.own.get();
  const led: Led[] = [];
  let ids: ReadonlySet<string> = new Set<string>();
  const take = (more: ReadonlySet<string>): void => {
    // The same set as long as the same is in the hand.
    ids = ids.size === 0 ? more : new Set([...ids, ...more]);
  };
  const lift = (transform: Transform, peer: Peer | null): void => {
    const lifted = lead(editor, transform, peer);
    led.push(lifted.led);
    if (!transform.isCopy) take(lifted.ids);
  };
  if (own?.kind === 'transform') lift(own, null);
  for (const peer of editor.gestures.peers.get().values()) {
    // Who holds an object here sees their own hand, not the other's.
    const transform = drawn(peer);
    if (transform) lift({ ...transform, ids: transform.ids.filter((id) => !ids.has(id)) }, peer);
  }
  // What is drawn anew, e.g. an arrow whose end is in the hand, is not seen a second time where it lies.
  if (own?.kind === 'preview') take(new Set(own.records.map(({ id }) => id)));
  return led.length === 0 && ids.size === 0 ? NOTHING_LIFTED : { led, ids };
}
