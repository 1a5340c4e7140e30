// Where a connector's ends stand: on the outline of what they are attached to, and in which direction they leave it.
import type { Box, Point } from './geometry.ts';
import { bounds, centreOf, partAt, pointAt, rotatePoint } from './transform.ts';

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface RouteEnd {
  /** Where it is attached, or where it is free, in board units. */
  readonly at: Point;
  /** The box it is attached to; null: a free end. */
  readonly box: Box | null;
  /** How far the box is turned, degrees clockwise. */
  readonly rot?: number;
  /** The corners of what fills the box, from its top left corner before it is turned, if that is no rectangle: a straight line stops there. */
  readonly corners?: readonly Point[];
  /** The side, of the box before it is turned, by which it leaves, wherever it is attached; for a free end the direction it leaves in. */
  readonly side?: Side;
}

/** An end attached to a box. */
export interface AttachedEnd extends RouteEnd {
  readonly box: Box;
}

/** A place on an outline and the direction, of length 1, that leads away from it. */
export interface Exit {
  readonly at: Point;
  readonly out: Point;
}

/** Board units between an outline and the tip of a line that ends at the object as a whole. */
export const HEAD_GAP = 4;

/** How far from the middle of a box, in parts of its width and height, "the object as a whole" reaches. */
const MIDDLE_ZONE = 0.15;

export const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

export const OUT: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

export const isAttached = (end: RouteEnd): end is AttachedEnd => end.box !== null;

const placedOf = ({ box, rot = 0 }: AttachedEnd): { readonly box: Box; readonly rot: number } => ({ box, rot });

/** Whether the end means the object as a whole, so that it moves along the outline as suits the line. */
export function isFloating(end: RouteEnd): end is AttachedEnd {
  if (!isAttached(end)) return false;
  const part = partAt(placedOf(end), end.at);
  const isMiddle = (value: number): boolean => Math.abs(value - 0.5) <= MIDDLE_ZONE + 1e-9;
  return isMiddle(part.x) && isMiddle(part.y);
}

const along = (from: Point, direction: Point, by: number): Point => ({ x: from.x + direction.x * by, y: from.y + direction.y * by });

/** The middle of a side, `gap` away from it. */
export function sideExit(end: AttachedEnd, side: Side, gap: number): Exit {
  const placed = placedOf(end);
  const { x, y } = OUT[side];
  const out = rotatePoint(OUT[side], { x: 0, y: 0 }, placed.rot);
  return { at: along(pointAt(placed, { x: 0.5 + x / 2, y: 0.5 + y / 2 }), out, gap), out };
}

/** The outline's point nearest to where the end is attached, on the side asked for if one is; its side's direction. */
export function nearestExit(end: AttachedEnd): Exit {
  const placed = placedOf(end);
  const part = partAt(placed, end.at);
  const { w, h } = end.box;
  const depths: Readonly<Record<Side, number>> = { top: part.y * h, right: (1 - part.x) * w, bottom: (1 - part.y) * h, left: part.x * w };
  const side = end.side ?? SIDES.reduce((best, each) => (depths[each] < depths[best] ? each : best));
  const { x, y } = OUT[side];
  const on = { x: x === 0 ? part.x : (x + 1) / 2, y: y === 0 ? part.y : (y + 1) / 2 };
  return { at: pointAt(placed, on), out: rotatePoint(OUT[side], { x: 0, y: 0 }, placed.rot) };
}

/** How far the last side of a polygon is that a ray from `from` crosses; undefined where it crosses none. */
function farthestCrossing(corners: readonly Point[], from: Point, direction: Point): number | undefined {
  let farthest: number | undefined;
  for (const [at, a] of corners.entries()) {
    const b = corners[(at + 1) % corners.length] ?? a;
    const [ex, ey] = [b.x - a.x, b.y - a.y];
    const turn = direction.x * ey - direction.y * ex;
    if (turn === 0) continue;
    const [ax, ay] = [a.x - from.x, a.y - from.y];
    const far = (ax * ey - ay * ex) / turn;
    const part = (ax * direction.y - ay * direction.x) / turn;
    if (far >= 0 && part >= 0 && part <= 1 && (farthest === undefined || far > farthest)) farthest = far;
  }
  return farthest;
}

/** From the centre of the end's box, how far its outline is in a direction of length 1, and which side of the box lies there. */
export function outlineTowards(end: AttachedEnd, direction: Point): { readonly distance: number; readonly side: Side } {
  const { box, rot } = placedOf(end);
  const local = rotatePoint(direction, { x: 0, y: 0 }, -rot);
  const found = boxTowards(box, local);
  const crossing = end.corners && farthestCrossing(end.corners, { x: box.w / 2, y: box.h / 2 }, local);
  return crossing === undefined ? found : { ...found, distance: crossing };
}

function boxTowards(box: Box, local: Point): { readonly distance: number; readonly side: Side } {
  const toSide = local.x === 0 ? Number.POSITIVE_INFINITY : box.w / 2 / Math.abs(local.x);
  const toEdge = local.y === 0 ? Number.POSITIVE_INFINITY : box.h / 2 / Math.abs(local.y);
  if (toSide <= toEdge) return { distance: toSide, side: local.x < 0 ? 'left' : 'right' };
  return { distance: toEdge, side: local.y < 0 ? 'top' : 'bottom' };
}

/** Where a line that goes straight for this end points to. */
export function aimOf(end: RouteEnd): Point {
  if (!isAttached(end)) return end.at;
  if (!isFloating(end)) return nearestExit(end).at;
  return end.side ? sideExit(end, end.side, HEAD_GAP).at : centreOf(end.box);
}

/** What an end covers: the upright box around its object, or, of a free end, its point. */
export const groundBox = (end: RouteEnd): Box => (isAttached(end) ? bounds(placedOf(end)) : { ...end.at, w: 0, h: 0 });

/** How far what two ends cover is apart, on the axis where that is further; 0 if it touches. */
export function apartness(start: RouteEnd, end: RouteEnd): number {
  const [a, b] = [groundBox(start), groundBox(end)];
  return Math.max(0, b.x - a.x - a.w, a.x - b.x - b.w, b.y - a.y - a.h, a.y - b.y - b.h);
}

/** The gap an end keeps from its object: smaller where the ends are near each other, so that they never change places. */
export const gapBetween = (start: RouteEnd, end: RouteEnd): number => {
  const apart = apartness(start, end);
  return apart > 0 ? Math.min(HEAD_GAP, apart / 4) : HEAD_GAP;
};

/** The direction from one point to another, of length 1; to the right where they are one. */
export function directionTo(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return length === 0 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length };
}
