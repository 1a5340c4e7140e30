// What another template would leave without a cell. Nothing is ever dropped: such cards go to parking, where the new template has one.

import { orderKeys } from '../core/index.ts';
import { type BoardRecord, type Edit, FACET, isCellPlace, PARKING } from '../document/index.ts';
import type { BoardKind, BoardReader } from './kind.ts';
import { createReader } from './reader.ts';
import { orderOf } from './records.ts';
import type { Template } from './template.ts';

/** Live cards that `now` shows in a cell and `next` in none, in the order of `now`. */
export function orphansOf(now: BoardReader, next: Template): readonly BoardRecord[] {
  const after = createReader(now.kind, next, now.live());
  return now.live().filter((record) => isCellPlace(record.place) && now.cellOf(record) && !after.cellOf(record));
}

/** The edits that put cards to parking, behind what is there. None where the kind or the template has no parking: they stay hidden, and counted. */
export function parkEdits(board: BoardReader, kind: BoardKind, next: Template, orphans: readonly BoardRecord[]): readonly Edit[] {
  const hasParking = kind.slots.some(({ id }) => id === PARKING) && next.cells.some(({ slots }) => slots.some(({ slot }) => slot === PARKING));
  if (!hasParking || orphans.length === 0) return [];
  const last = board.inSlot(PARKING).at(-1);
  const keys = orderKeys(last ? orderOf(last) : null, null, orphans.length);
  return orphans.flatMap((record, at): Edit[] => {
    const order = keys[at];
    return order === undefined ? [] : [{ do: 'set', id: record.id, facet: FACET.place, value: { cell: PARKING, order } }];
  });
}
