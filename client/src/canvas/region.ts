// Where painted pictures and pixels meet: views and damaged regions brought onto whole device pixels, so that nothing blurs or seams.

import type { PlacedCell } from '@masa/shared/board';
import { type Box, inset, union } from '@masa/shared/core';
import type { View } from '../editor/camera.ts';

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
