// Whether a point touches an object: as people see it, not as its box is stored. Lines are thin, so a little beside still counts.
import { type Box, centreOf, contains, containsPoint, distanceTo, inset, type Placed, type Point, rotatePoint } from '../core/index.ts';
import { HIGHLIGHTER_WIDTHS, inkLooks, PEN_WIDTHS } from './looks.ts';
import { FRAME_TITLE, type PlacedObject } from './place.ts';

/** A board point in an object's own coordinates: from its unturned top left corner. */
export function toOwn({ box, rot }: Placed, at: Point): Point {
  const { x, y } = rotatePoint(at, centreOf(box), -rot);
  return { x: x - box.x, y: y - box.y };
}

/** Distance from a point to a line between two points. */
export function distanceToSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length));
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}

/** The points of a stroke in the object's own coordinates, at its present size. Pressure 0…1. */
export function strokePoints(placed: PlacedObject): readonly (readonly [x: number, y: number, pressure: number])[] {
  const { points, base } = inkLooks(placed.record);
  const [sx, sy] = [placed.box.w / base[0] / 10, placed.box.h / base[1] / 10];
  const found: [number, number, number][] = [];
  for (let at = 0; at + 2 < points.length; at += 3)
    found.push([(points[at] as number) * sx, (points[at + 1] as number) * sy, (points[at + 2] as number) / 100]);
  return found;
}

function hitsInk(placed: PlacedObject, at: Point, tolerance: number): boolean {
  const { pen, stroke } = inkLooks(placed.record);
  const reach = tolerance + (pen === 'pen' ? PEN_WIDTHS : HIGHLIGHTER_WIDTHS)[stroke] / 2;
  const own = toOwn(placed, at);
  const points = strokePoints(placed);
  return points.some(([x, y], index) => {
    const [bx, by] = points[index + 1] ?? [x, y];
    return distanceToSegment(own, { x, y }, { x: bx, y: by }) <= reach;
  });
}

/** A frame is taken by its title and its edge: what lies in it can be reached, and a box can be drawn inside. */
const hitsFrame = ({ box }: PlacedObject, at: Point, tolerance: number): boolean => {
  const title: Box = { x: box.x, y: box.y - FRAME_TITLE, w: box.w, h: FRAME_TITLE };
  return contains(title, at) || (contains(inset(box, -tolerance), at) && !contains(inset(box, tolerance + 2), at));
};

/** @param tolerance board units a thin line may be missed by. */
export function hits(placed: PlacedObject, at: Point, tolerance: number): boolean {
  if (!contains(inset(placed.bounds, -tolerance), at)) return false;
  const { route, text, box } = placed;
  if (route) {
    const label = text && { ...text.box, x: text.box.x + box.x, y: text.box.y + box.y };
    return distanceTo(route, at) <= tolerance + 3 || (label !== null && contains(label, at));
  }
  if (placed.record.inert) return containsPoint(placed, at);
  if (placed.record.type === 'ink') return hitsInk(placed, at, tolerance);
  if (placed.record.type === 'frame') return hitsFrame(placed, at, tolerance);
  return containsPoint(placed, at);
}
