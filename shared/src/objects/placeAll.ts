// All objects of a board's free layer placed at once, for pictures of boards nobody edits: miniatures, versions, prints. The editor keeps
// its own layer, which follows changes (client/editor/freeLayer).
import type { BoardReader, Placement, Typesetting } from '../board/index.ts';
import { type Box, type Placed, union } from '../core/index.ts';
import { isCellPlace } from '../document/index.ts';
import { type PlacedObject, placeObject } from './place.ts';

/** Lowest first. What is attached to something is placed after it; to something that is itself attached, where that was last. */
export function placeFree(board: BoardReader, placement: Placement, measure: Typesetting): readonly PlacedObject[] {
  const placed = new Map<string, PlacedObject>();
  const at = (id: string): Placed | undefined => {
    const known = placed.get(id);
    if (known) return known;
    const card = placement.cards.get(id);
    if (card) return { box: card.box, rot: 0 };
    // In the bin it still has the place it had: what points at it stays where it is.
    const record = board.get(id);
    return record && !isCellPlace(record.place) ? placeObject(record, { measure, placed: () => undefined }) : undefined;
  };
  const around = { measure, placed: at };
  const free = board.free();
  const isAttached = (type: string): boolean => type === 'connector' || type === 'comment';
  for (const record of free) if (!isAttached(record.type)) placed.set(record.id, placeObject(record, around));
  for (const record of free) if (isAttached(record.type)) placed.set(record.id, placeObject(record, around));
  return free.flatMap(({ id }) => placed.get(id) ?? []);
}

/** The part of the plane an empty board shows, board units. */
const NOWHERE: Box = { x: 0, y: 0, w: 1_200, h: 800 };

/** The sheet together with everything that lies beside it. */
export function contentBox(placement: Placement, objects: readonly PlacedObject[]): Box {
  const { w, h } = placement.size;
  return union([...(w > 0 && h > 0 ? [{ x: 0, y: 0, w, h }] : []), ...objects.map(({ bounds }) => bounds)]) ?? NOWHERE;
}
