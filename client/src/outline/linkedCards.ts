// Which cards a card is joined with, whichever of the two holds the link. Worked out once for a board as it is.
import { type BoardReader, linksOf } from '@masa/shared/board';

const known = new WeakMap<BoardReader, ReadonlyMap<string, readonly string[]>>();
const NONE: readonly string[] = [];

export function linkedWith(board: BoardReader, id: string): readonly string[] {
  let byCard = known.get(board);
  if (!byCard) {
    const made = new Map<string, string[]>();
    const add = (one: string, other: string): void => {
      const list = made.get(one);
      if (!list) made.set(one, [other]);
      else if (!list.includes(other)) list.push(other);
    };
    for (const { from, to } of linksOf(board)) {
      add(from, to);
      add(to, from);
    }
    byCard = made;
    known.set(board, made);
  }
  return byCard.get(id) ?? NONE;
}
