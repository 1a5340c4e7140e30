// Where painted pictures and pixels meet: views and damaged regions brought onto whole device pixels, so that nothing blurs or seams.

import { type PlacedCell, type Placement, SHEET } from '@masa/shared/board';
import { type Box, inset, union } from '@masa/shared/core';
import type { View } from '../editor/camera.ts';
import { radius } from '../ui/tokens.ts';

/** How far outlines and shadows of a card reach beyond its box, board units. */
const RIM = 6;

/** The view as it can be painted without blur: its origin on a whole device pixel. */
export function snapped({ x, y, zoom }: View, ratio: number): View {
  const step = zoom * ratio;
  return { x: Math.round(x * step) / step, y: Math.round(y * step) / step, zoom };
}

/** One box around what is out of date, its sides on whole device pixels of a snapped view. */
export function damagedRegion(boxes: readonly Box[], { x, y, zoom }: View, ratio: number): Box | undefined {
  const all = union(boxes.map((box) => inset(box, -RIM)));
  if (!all) return undefined;
  const step = zoom * ratio;
  const left = x + Math.floor((all.x - x) * step) / step;
  const top = y + Math.floor((all.y - y) * step) / step;
  return { x: left, y: top, w: x + Math.ceil((all.x + all.w - x) * step) / step - left, h: y + Math.ceil((all.y + all.h - y) * step) / step - top };
}

/** Whether a cell is drawn alike before and after. Its cards are another matter. */
export const looksSame = (a: PlacedCell, b: PlacedCell): boolean =>
  a.cell === b.cell &&
  a.cards.length === b.cards.length &&
  (a.gap === null) === (b.gap === null) &&
  a.rect.y === b.rect.y &&
  a.rect.h === b.rect.h &&
  a.tail.x === b.tail.x &&
  a.tail.y === b.tail.y;

/** Height of "+ Add", which stands where the next card would go. */
const ADD = 50;
/** Height in which an empty cell that ends elsewhere shows more or less of its question. */
const QUESTION = 64;
/** How far the sheet's shadow falls. */
const SHADOW = 12;

/** The strip in which something ends that ended elsewhere before. */
const foot = ({ x, w }: Box, one: number, other: number, under: number, above: number = radius.large): Box => {
  const top = Math.min(one, other) - above - under;
  return { x: x - under, y: top, w: w + 2 * under, h: Math.max(one, other) + under - top };
};

/**
 * What of a cell is drawn in another way than before, its cards apart. One that only became higher or lower keeps its paper: what differs
 * is how many cards its header counts, where the next would go, and where it ends.
 */
export function cellDamage(was: PlacedCell, is: PlacedCell): readonly Box[] {
  const isAnother = was.cell !== is.cell || was.rect.y !== is.rect.y || (was.cards.length === 0) !== (is.cards.length === 0);
  // A band's letter stands in the lower corner and is the larger the further away one is.
  if (isAnother || is.cell.band) return [is.rect, was.rect];
  // An empty cell says as much of its question as there is room for.
  if (is.cards.length === 0) return [foot(is.rect, was.rect.y + was.rect.h, is.rect.y + is.rect.h, 0, QUESTION)];
  const add = ({ rect, tail }: PlacedCell): Box => ({ ...tail, y: Math.min(tail.y, rect.y + rect.h - ADD), h: ADD });
  return [{ ...is.rect, h: SHEET.cellHeader }, add(was), add(is), footOf(was, is)];
}

const footOf = (was: PlacedCell, is: PlacedCell): Box => foot(is.rect, was.rect.y + was.rect.h, is.rect.y + is.rect.h, 0);

/** Where one sees a cell on its way from one place to another: one that only grows is seen to at its foot. */
export const glideSeen = (was: PlacedCell, is: PlacedCell): Box => (was.rect.y === is.rect.y ? footOf(was, is) : was.rect);

/** Whether the cells of two placements lie at the same places. */
export const liesAlike = (a: Placement, b: Placement): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every(({ cell, rect }, at) => {
    const other = b.cells[at];
    return other?.cell === cell && other.rect.y === rect.y && other.rect.h === rect.h;
  });

/** What of the sheet's own paper is drawn in another way when it became higher or lower. */
export const sheetDamage = (was: Placement['size'], is: Placement['size']): readonly Box[] =>
  was.h === is.h ? [] : [foot({ x: 0, y: 0, w: is.w, h: 0 }, was.h, is.h, SHADOW)];
