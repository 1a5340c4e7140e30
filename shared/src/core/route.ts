// A connector's way between two objects or free points: its line, where heads and label stand, and how far a point is from it.
import { boundsOfCubic, type Cubic, distanceToCubic, middleOfCubic } from './cubic.ts';
import { elbow } from './elbow.ts';
import { type Box, clamp, type Point, union } from './geometry.ts';
import {
  aimOf,
  directionTo,
  type Exit,
  gapBetween,
  HEAD_GAP,
  isAttached,
  isFloating,
  nearestExit,
  OUT,
  outlineTowards,
  type RouteEnd,
  type Side,
  sideExit,
} from './routeEnds.ts';
import { centreOf } from './transform.ts';

export type { RouteEnd, Side } from './routeEnds.ts';

export type RouteShape = 'straight' | 'elbow' | 'curve';

export interface Route {
  /** The line's points, start and end included; of a curve only these two. */
  readonly points: readonly Point[];
  /** Only of a curve. */
  readonly curve?: Cubic;
  /** SVG path data in board units, rounded to hundredths. */
  readonly path: string;
  /** Half way along: where a label stands. */
  readonly middle: Point;
  /** The direction, in radians from +x clockwise, in which the line runs into its start, and into its end: that of their heads. */
  readonly startAngle: number;
  readonly endAngle: number;
  /** The smallest upright box around the line, without its stroke. */
  readonly bounds: Box;
}

/** No control point is further from its end: long curves stay flat. */
const REACH = 320;

const plain = (value: number): number => Math.round(value * 100) / 100 + 0;
const pair = ({ x, y }: Point): string => `${plain(x)} ${plain(y)}`;
const far = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
const along = (from: Point, direction: Point, by: number): Point => ({ x: from.x + direction.x * by, y: from.y + direction.y * by });
/** The direction of travel from one point to another; 0 where they are one. */
const angle = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);

/**
 * The way of a connector. An attached end whose place is in the middle of its object means the object as a whole: it stands where the
 * line leaves the outline (of an elbow or a curve: in the middle of a side that suits the way), a small gap away. Any other attached end
 * stands on the outline, nearest to its place, and leaves at right angles to that side.
 */
export function route(start: RouteEnd, end: RouteEnd, shape: RouteShape): Route {
  switch (shape) {
    case 'straight':
      return polyline(straight(start, end));
    case 'elbow':
      return polyline(elbow(start, end));
    case 'curve':
      return curved(curve(start, end));
  }
}

function polyline(points: readonly Point[]): Route {
  const [first, second, beforeLast, last] = [points[0], points[1], points.at(-2), points.at(-1)];
  if (!first || !second || !beforeLast || !last) throw new Error('A way has two ends.');
  return {
    points,
    path: `M ${points.map(pair).join(' L ')}`,
    middle: middleOf(points),
    startAngle: angle(second, first),
    endAngle: angle(beforeLast, last),
    bounds: union(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { ...first, w: 0, h: 0 },
  };
}

function curved(cubic: Cubic): Route {
  const [from, leaving, arriving, to] = cubic;
  return {
    points: [from, to],
    curve: cubic,
    path: `M ${pair(from)} C ${pair(leaving)} ${pair(arriving)} ${pair(to)}`,
    middle: middleOfCubic(cubic),
    startAngle: angle(leaving, from),
    endAngle: angle(arriving, to),
    bounds: boundsOfCubic(cubic),
  };
}

function middleOf(points: readonly Point[]): Point {
  const pieces = points.slice(1).map((to, at) => ({ from: points[at] ?? to, to }));
  let left = pieces.reduce((sum, { from, to }) => sum + far(from, to), 0) / 2;
  for (const { from, to } of pieces) {
    const length = far(from, to);
    if (length > 0 && left <= length) return along(from, directionTo(from, to), left);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

function straight(start: RouteEnd, end: RouteEnd): readonly Point[] {
  const [from, to] = [aimOf(start), aimOf(end)];
  const length = far(from, to);
  const there = directionTo(from, to);
  const back = { x: -there.x, y: -there.y };
  // An end is cut where the line leaves its object; a line that ends inside the object goes on to what it is for.
  const cutOf = (one: RouteEnd, direction: Point): number | null => {
    if (!isFloating(one) || one.side) return null;
    const { distance } = outlineTowards(one, direction);
    return distance < length ? distance : null;
  };
  const [atStart, atEnd] = [cutOf(start, there), cutOf(end, back)];
  const room = length - (atStart ?? 0) - (atEnd ?? 0);
  // Objects that lie over each other: nothing of the line is between them, so it is drawn over both.
  if (room <= 0) return [from, to];
  const gap = Math.min(HEAD_GAP, room / 4);
  return [along(from, there, atStart === null ? 0 : atStart + gap), along(to, back, atEnd === null ? 0 : atEnd + gap)];
}

/** Where a curve leaves an end, and how; the direction is null where the end leaves it open. */
function exitOf(end: RouteEnd, towards: Point, gap: number, loop: Side): Exit | { readonly at: Point; readonly out: null } {
  if (!isAttached(end)) return { at: end.at, out: end.side ? OUT[end.side] : null };
  if (!isFloating(end)) return nearestExit(end);
  const centre = centreOf(end.box);
  const isLoop = centre.x === towards.x && centre.y === towards.y;
  const side = end.side ?? (isLoop ? loop : outlineTowards(end, directionTo(centre, towards)).side);
  return sideExit(end, side, gap);
}

function curve(start: RouteEnd, end: RouteEnd): Cubic {
  const gap = gapBetween(start, end);
  const from = exitOf(start, aimOf(end), gap, 'right');
  const to = exitOf(end, aimOf(start), gap, 'top');
  // A loop at one object goes twice as far, around its corner.
  const isLoop = isFloating(start) && isFloating(end) && far(aimOf(start), aimOf(end)) === 0;
  const reach = Math.min(far(from.at, to.at) / (isLoop ? 1 : 2), REACH);
  const [dx, dy] = [to.at.x - from.at.x, to.at.y - from.at.y];
  if (!from.out && !to.out) {
    // Both ends are open: the curve leaves and arrives along the longer axis.
    const out = Math.abs(dx) >= Math.abs(dy) ? { x: Math.sign(dx), y: 0 } : { x: 0, y: Math.sign(dy) };
    return [from.at, along(from.at, out, reach), along(to.at, out, -reach), to.at];
  }
  // An open end is reached in the direction of the other end's control point: one sweep.
  const leaving = from.out && along(from.at, from.out, reach);
  const arriving = to.out && along(to.at, to.out, reach);
  const sweep = (open: Point, control: Point): Point => along(open, directionTo(open, control), Math.min(reach, far(open, control) / 2));
  return [from.at, leaving ?? sweep(from.at, arriving ?? to.at), arriving ?? sweep(to.at, leaving ?? from.at), to.at];
}

/** The distance of a point from a piece of a line. */
function distanceToPiece(point: Point, from: Point, to: Point): number {
  const length = far(from, to);
  const direction = directionTo(from, to);
  const passed = clamp((point.x - from.x) * direction.x + (point.y - from.y) * direction.y, 0, length);
  return far(point, along(from, direction, passed));
}

/** How far a point is from a connector's line, board units. */
export function distanceTo({ points, curve: cubic }: Route, point: Point): number {
  if (cubic) return distanceToCubic(cubic, point);
  return Math.min(...points.slice(1).map((to, at) => distanceToPiece(point, points[at] ?? to, to)));
}

/** A head as SVG path data: its tip at 0, 0, pointing to +x, `size` long and wide. `triangle` and `dot` are closed, to be filled. */
export function headPath(head: 'none' | 'arrow' | 'triangle' | 'dot' | 'bar', size: number): string {
  const [long, half] = [plain(size), plain(size / 2)];
  switch (head) {
    case 'none':
      return '';
    case 'arrow':
      return `M ${-long} ${-half} L 0 0 L ${-long} ${half}`;
    case 'triangle':
      return `M 0 0 L ${-long} ${-half} L ${-long} ${half} Z`;
    case 'dot':
      return `M 0 0 A ${half} ${half} 0 1 1 ${-long} 0 A ${half} ${half} 0 1 1 0 0 Z`;
    case 'bar':
      return `M 0 ${-half} L 0 ${half}`;
  }
}
