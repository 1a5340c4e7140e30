// What two pictures of one board show together: the same part at the same scale, so that what lies still lies at the same place in both.
import { type Box, inset, union } from '@masa/shared/core';
import type { RecordStore } from '../editor/RecordStore.ts';

/** Room around what is shown, board units. */
const MARGIN = 8;

export function viewOfBoth(then: RecordStore, now: RecordStore): Box {
  const boxes = [then, now].flatMap((records): Box[] => [
    { x: 0, y: 0, ...records.placement().size },
    ...records
      .free()
      .all()
      .map(({ bounds }) => bounds),
  ]);
  return inset(union(boxes) ?? { x: 0, y: 0, w: 1, h: 1 }, -MARGIN);
}
