// Which cards lie where: answers hits and culling in logarithmic time. It follows the placement by difference, so that one changed card
// moves one entry.
import { cellAt, type PlacedCard, type PlacedCell, type Placement } from '@masa/shared/board';
import type { Box, Point } from '@masa/shared/core';
import RBush from 'rbush';

interface Entry {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  card: PlacedCard;
}

export interface SpatialIndex {
  /** Takes over a placement. Says which cards lie elsewhere than before, or nowhere any more, with the box they had. */
  follow(placement: Placement): ReadonlyMap<string, Box>;
  cardsIn(box: Box): readonly PlacedCard[];
  cardAt(at: Point): PlacedCard | undefined;
  cellAt(at: Point): PlacedCell | undefined;
  readonly placement: Placement;
  readonly size: number;
}

const EMPTY: Placement = { size: { w: 0, h: 0 }, cells: [], cards: new Map() };

/** Above this share of changed entries building anew is cheaper than moving each. */
const REBUILD_SHARE = 0.25;

const entryOf = (card: PlacedCard): Entry => {
  const { x, y, w, h } = card.box;
  return { minX: x, minY: y, maxX: x + w, maxY: y + h, card };
};

const liesAs = (entry: Entry, { x, y, w, h }: Box): boolean => entry.minX === x && entry.minY === y && entry.maxX === x + w && entry.maxY === y + h;

export function createSpatialIndex(): SpatialIndex {
  const tree = new RBush<Entry>(16);
  const entries = new Map<string, Entry>();
  let placement = EMPTY;

  return {
    follow(next) {
      if (next === placement) return new Map();
      const moved = new Map<string, Box>();
      const out: Entry[] = [];
      const into: Entry[] = [];
      const take = (card: PlacedCard): void => {
        const before = entries.get(card.id);
        if (before && liesAs(before, card.box)) {
          before.card = card;
          return;
        }
        if (before) {
          moved.set(card.id, before.card.box);
          out.push(before);
        }
        const entry = entryOf(card);
        entries.set(card.id, entry);
        into.push(entry);
      };
      // A cell that is the same object holds the same cards where they were.
      const before = new Set(placement.cells);
      const after = new Set(next.cells);
      for (const cell of placement.cells) {
        if (after.has(cell)) continue;
        for (const { id } of cell.cards) {
          const entry = next.cards.has(id) ? undefined : entries.get(id);
          if (!entry) continue;
          entries.delete(id);
          moved.set(id, entry.card.box);
          out.push(entry);
        }
      }
      for (const cell of next.cells) if (!before.has(cell)) for (const card of cell.cards) take(card);
      placement = next;
      if (out.length + into.length > entries.size * REBUILD_SHARE) {
        tree.clear();
        tree.load([...entries.values()]);
      } else {
        for (const entry of out) tree.remove(entry);
        for (const entry of into) tree.insert(entry);
      }
      return moved;
    },
    cardsIn: ({ x, y, w, h }) => tree.search({ minX: x, minY: y, maxX: x + w, maxY: y + h }).map((entry) => entry.card),
    cardAt: ({ x, y }) => tree.search({ minX: x, minY: y, maxX: x, maxY: y }).find((entry) => x < entry.maxX && y < entry.maxY)?.card,
    cellAt: (at) => cellAt(placement, at),
    get placement() {
      return placement;
    },
    get size() {
      return entries.size;
    },
  };
}
