// All objects of a board's free layer placed at once, for pictures of boards nobody edits: miniatures, versions, prints. The editor keeps
// its own layer, which follows changes (client/editor/freeLayer).
import type { BoardReader, Placement, Typesetting } from '../board/index.ts';
import { type Box, type Placed, union } from '../core/index.ts';
import { isCellPlace } from '../document/index.ts';
import { type PlacedObject, placeObject } from './place.ts';

/** Lowest first. What is attached to something is placed after it. */
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
  const place = (isWanted: (type: string) => boolean): void => {
    for (const record of free) if (isWanted(record.type)) placed.set(record.id, placeObject(record, around));
  };
  // A comment can be about an arrow, which leads to what lies by itself.
  place((type) => type !== 'connector' && type !== 'comment');
  place((type) => type === 'connector');
  place((type) => type === 'comment');
  return free.flatMap(({ id }) => placed.get(id) ?? []);
}

/** The part of the plane an empty board shows, board units. */
const NOWHERE: Box = { x: 0, y: 0, w: 1_200, h: 800 };

/** Nobody works further than this from where most lies, board units: at the smallest zoom a screen shows half of it. */
const REACH = 50_000;

/** Around all boxes, without those out of all reach of the sheet, or, where there is none, of the middle one of them. */
function boxAround(sheet: Box | null, boxes: readonly Box[]): Box | undefined {
  const middles = (axis: 'x' | 'y', size: 'w' | 'h'): number => {
    const sorted = boxes.map((box) => box[axis] + box[size] / 2).toSorted((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? 0;
  };
  const { x, y, w, h } = sheet ?? { x: middles('x', 'w'), y: middles('y', 'h'), w: 0, h: 0 };
  const isNear = (box: Box): boolean => box.x > x - REACH && box.y > y - REACH && box.x + box.w < x + w + REACH && box.y + box.h < y + h + REACH;
  const near = boxes.filter(isNear);
  return union([...(sheet ? [sheet] : []), ...(sheet || near.length > 0 ? near : boxes)]);
}

/** The sheet together with everything that lies beside it. */
export function contentBox(placement: Placement, objects: readonly PlacedObject[]): Box {
  const { w, h } = placement.size;
  const sheet = w > 0 && h > 0 ? { x: 0, y: 0, w, h } : null;
  return (
    boxAround(
      sheet,
      objects.map(({ bounds }) => bounds),
    ) ?? NOWHERE
  );
}
