// Neighbourhood: which of several boxes the keyboard reaches next.
import type { Box } from './geometry.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** A span of a box along one axis. */
interface Span {
  readonly from: number;
  readonly size: number;
}

/** How far two spans are apart; 0 if they overlap. */
const apart = (a: Span, b: Span): number => Math.max(0, b.from - (a.from + a.size), a.from - (b.from + b.size));

/**
 * The box to go to from `from` in a direction, by its id: among those that lie wholly beyond its side and whose centre is ahead, the one
 * with the least way, where a step aside counts three times a step ahead. Of equal ones, the first; undefined if nothing lies there.
 */
export function nearestInDirection(
  from: Box,
  others: Iterable<{ readonly id: string; readonly box: Box }>,
  direction: Direction,
): string | undefined {
  const isVertical = direction === 'up' || direction === 'down';
  const isForward = direction === 'down' || direction === 'right';
  const ahead = (box: Box): Span => (isVertical ? { from: box.y, size: box.h } : { from: box.x, size: box.w });
  const aside = (box: Box): Span => (isVertical ? { from: box.x, size: box.w } : { from: box.y, size: box.h });
  const [a, beside] = [ahead(from), aside(from)];
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, box } of others) {
    const b = ahead(box);
    const isClear = isForward ? b.from >= a.from + a.size : b.from + b.size <= a.from;
    const step = b.from + b.size / 2 - a.from - a.size / 2;
    if (!isClear || (isForward ? step : -step) <= 0) continue;
    const other = aside(box);
    const way = apart(a, b) + 3 * apart(beside, other) + 0.1 * Math.abs(other.from - beside.from);
    if (way < least) [nearest, least] = [id, way];
  }
  return nearest;
}
