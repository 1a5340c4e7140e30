// Where an elbow connector may begin: the places on an object's sides, and which way it goes on from them.
import type { Box, Point } from './geometry.ts';
import { type AttachedEnd, directionTo, isAttached, isFloating, nearestExit, OUT, outlineTowards, type RouteEnd, SIDES } from './routeEnds.ts';
import { bounds, centreOf, rotatePoint } from './transform.ts';

/** How far a way keeps from its own boxes, and goes straight on where it leaves them, board units. */
export const CLEARANCE = 20;

/** What lies nearer than this, in board units, lies together: ways run exactly along the rims they keep to. */
export const TOUCH = 1e-6;

/** A place where the way may begin. */
export interface Door {
  readonly at: Point;
  /** Its direction, along an axis; null: any. */
  readonly out: Point | null;
  /** Where the way turns first. */
  readonly turn: Point;
  /** How far it may slide along its side: from, to. */
  readonly lane: readonly [number, number];
}

/** The axis direction nearest to a direction; of two equally near ones the first in the order of SIDES. */
const alongAxis = (direction: Point): Point =>
  SIDES.map((side) => OUT[side]).reduce((best, each) =>
    each.x * direction.x + each.y * direction.y > best.x * direction.x + best.y * direction.y + TOUCH ? each : best,
  );

/** The point straight ahead of `at` on the rim of `wide`. */
const ahead = (at: Point, out: Point, wide: Box): Point => ({
  x: out.x === 0 ? at.x : out.x > 0 ? wide.x + wide.w : wide.x,
  y: out.y === 0 ? at.y : out.y > 0 ? wide.y + wide.h : wide.y,
});

/** A door of an end that means its object as a whole: in the middle of what it sees in a direction, free to slide on an unturned side. */
function floatingDoor(end: AttachedEnd, out: Point, wide: Box, gap: number): Door {
  const centre = centreOf(end.box);
  const reach = outlineTowards(end, out).distance + gap;
  const at = { x: centre.x + out.x * reach, y: centre.y + out.y * reach };
  const isUpright = (end.rot ?? 0) % 90 === 0;
  const rim = bounds({ box: end.box, rot: end.rot ?? 0 });
  const [from, size] = out.x === 0 ? [rim.x, rim.w] : [rim.y, rim.h];
  const spare = Math.min(CLEARANCE, size / 4);
  const fixed = out.x === 0 ? at.x : at.y;
  return { at, out, turn: ahead(at, out, wide), lane: isUpright ? [from + spare, from + size - spare] : [fixed, fixed] };
}

/** Where the way may begin at an end, those that face `towards` first. */
export function doorsOf(end: RouteEnd, wide: Box, towards: Point, gap: number): readonly Door[] {
  if (!isAttached(end)) {
    const out = end.side ? OUT[end.side] : null;
    const turn = out ? { x: end.at.x + out.x * CLEARANCE, y: end.at.y + out.y * CLEARANCE } : end.at;
    return [{ at: end.at, out, turn, lane: out?.x === 0 ? [end.at.x, end.at.x] : [end.at.y, end.at.y] }];
  }
  if (!isFloating(end)) {
    const { at, out: normal } = nearestExit(end);
    const out = alongAxis(normal);
    return [{ at, out, turn: ahead(at, out, wide), lane: out.x === 0 ? [at.x, at.x] : [at.y, at.y] }];
  }
  const facing = directionTo(centreOf(end.box), towards);
  const outs = end.side ? [alongAxis(rotatePoint(OUT[end.side], { x: 0, y: 0 }, end.rot ?? 0))] : SIDES.map((side) => OUT[side]);
  return outs.toSorted((a, b) => b.x * facing.x + b.y * facing.y - (a.x * facing.x + a.y * facing.y)).map((out) => floatingDoor(end, out, wide, gap));
}
