// Moving about with the keyboard: among the cards and the places for the next card, as they lie on the sheet.
import type { Placement } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where the keyboard can be: on a card, or (card null) at a cell's end. */
export interface Stop {
  readonly cell: string;
  readonly card: string | null;
  readonly box: Box;
}

export const cellsInReadingOrder = (placement: Placement): Placement['cells'] => [...placement.cells].sort((a, b) => a.cell.order - b.cell.order);

export const stopsOf = (placement: Placement): readonly Stop[] =>
  cellsInReadingOrder(placement).flatMap((cell) => [
    ...cell.cards.map((card) => ({ cell: cell.id, card: card.id, box: card.box })),
    { cell: cell.id, card: null, box: cell.tail },
  ]);

export const stopAt = (placement: Placement, cell: string | null, card: string | null): Stop | undefined =>
  stopsOf(placement).find((stop) => (card === null ? stop.cell === cell && stop.card === null : stop.card === card));

/** How far two spans are apart; 0 if they overlap. */
const apart = (a: number, aSize: number, b: number, bSize: number): number => Math.max(0, b - (a + aSize), a - (b + bSize));

/** The nearest stop in a direction: straight ahead counts less than aside. */
export function neighbour(placement: Placement, from: Stop, direction: Direction): Stop | undefined {
  const isVertical = direction === 'up' || direction === 'down';
  const sign = direction === 'down' || direction === 'right' ? 1 : -1;
  let best: { readonly stop: Stop; readonly cost: number } | undefined;
  for (const stop of stopsOf(placement)) {
    if (stop.cell === from.cell && stop.card === from.card) continue;
    const [a, b] = [from.box, stop.box];
    const ahead = isVertical ? (b.y + b.h / 2 - a.y - a.h / 2) * sign : (b.x + b.w / 2 - a.x - a.w / 2) * sign;
    const clear = isVertical ? (sign > 0 ? b.y >= a.y + a.h : b.y + b.h <= a.y) : sign > 0 ? b.x >= a.x + a.w : b.x + b.w <= a.x;
    if (ahead <= 0 || !clear) continue;
    const gap = isVertical ? apart(a.y, a.h, b.y, b.h) : apart(a.x, a.w, b.x, b.w);
    const aside = isVertical ? apart(a.x, a.w, b.x, b.w) : apart(a.y, a.h, b.y, b.h);
    const centres = isVertical ? Math.abs(b.x - a.x) : Math.abs(b.y - a.y);
    const cost = gap + 3 * aside + 0.1 * centres;
    if (!best || cost < best.cost) best = { stop, cost };
  }
  return best?.stop;
}
