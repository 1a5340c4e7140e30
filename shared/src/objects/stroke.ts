// From the points of a pen to what a document keeps of them: a box, and whole numbers in it.
import { union } from '../core/index.ts';
import type { FreePlace } from '../document/index.ts';
import { freePlace } from './commands.ts';

/** @param points flat x, y, pressure in board units, pressure 0…1; at least one point. */
export function strokeObject(points: readonly number[]): {
  readonly place: FreePlace;
  readonly looks: { readonly points: readonly number[]; readonly base: readonly [number, number] };
} {
  const dots = [];
  for (let at = 0; at + 2 < points.length; at += 3) dots.push({ x: points[at] as number, y: points[at + 1] as number, w: 0, h: 0 });
  const around = union(dots) ?? { x: 0, y: 0, w: 0, h: 0 };
  // A dot has no extent, and a box must have one.
  const place = freePlace({ ...around, w: Math.max(around.w, 1), h: Math.max(around.h, 1) });
  const [x, y, w, h] = place.box;
  const kept: number[] = [];
  for (let at = 0; at + 2 < points.length; at += 3) {
    kept.push(
      Math.round(((points[at] as number) - x) * 10),
      Math.round(((points[at + 1] as number) - y) * 10),
      Math.round(Math.min(1, Math.max(0, points[at + 2] as number)) * 100),
    );
  }
  return { place, looks: { points: kept, base: [w, h] } };
}
