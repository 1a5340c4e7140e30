// Boxes that are turned: where they reach, and what resizing, scaling and turning make of them.
import { type Box, clamp, type Point, union } from './geometry.ts';

/** A box turned about its centre, by degrees clockwise. */
export interface Placed {
  readonly box: Box;
  readonly rot: number;
}

/** A side shorter than this, board units, is no length to keep a proportion of. */
const THIN = 1e-3;

export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

export interface ResizeOptions {
  /** Width and height stay in proportion; without effect on a box that has no width or no height. */
  readonly keepRatio?: boolean;
  /** The centre stays where it is, instead of the opposite side. */
  readonly fromCentre?: boolean;
  /** The smallest width and height, board units; 0 unless given. */
  readonly min?: number;
}

/** Cosine and sine of an angle in degrees; exact for quarter turns, so that those keep whole numbers whole. */
function turnOf(degrees: number): { readonly cos: number; readonly sin: number } {
  switch (normalAngle(degrees)) {
    case 0:
      return { cos: 1, sin: 0 };
    case 90:
      return { cos: 0, sin: 1 };
    case 180:
      return { cos: -1, sin: 0 };
    case 270:
      return { cos: 0, sin: -1 };
    default:
      return { cos: Math.cos((degrees * Math.PI) / 180), sin: Math.sin((degrees * Math.PI) / 180) };
  }
}

/** The same direction between 0 (included) and 360. */
export const normalAngle = (degrees: number): number => {
  const rest = degrees % 360;
  // A tiny negative rest would be rounded up to 360 itself; adding 0 makes -0 a plain 0.
  return rest < 0 ? (rest + 360) % 360 : rest + 0;
};

export const centreOf = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** The box of a size around a centre. */
const around = (centre: Point, w: number, h: number): Box => ({ x: centre.x - w / 2, y: centre.y - h / 2, w, h });

/** A point turned about `centre` by degrees clockwise. */
export function rotatePoint(point: Point, centre: Point, degrees: number): Point {
  const { cos, sin } = turnOf(degrees);
  const [dx, dy] = [point.x - centre.x, point.y - centre.y];
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos };
}

/** The four corners on the board: those that are top left, top right, bottom right and bottom left before the box is turned. */
export function corners({ box, rot }: Placed): readonly [Point, Point, Point, Point] {
  const centre = centreOf(box);
  const [right, bottom] = [box.x + box.w, box.y + box.h];
  const corner = (x: number, y: number): Point => (rot === 0 ? { x, y } : rotatePoint({ x, y }, centre, rot));
  return [corner(box.x, box.y), corner(right, box.y), corner(right, bottom), corner(box.x, bottom)];
}

/** The smallest upright box around a turned one. */
export function bounds(placed: Placed): Box {
  const { box, rot } = placed;
  if (rot === 0) return box;
  const { cos, sin } = turnOf(rot);
  return around(centreOf(box), box.w * Math.abs(cos) + box.h * Math.abs(sin), box.w * Math.abs(sin) + box.h * Math.abs(cos));
}

/** The smallest upright box around several turned ones; undefined for none. */
export const boundsOf = (placed: Iterable<Placed>): Box | undefined => union(Array.from(placed, bounds));

/** Where a point given in parts of the box (0, 0 its top left, 1, 1 its bottom right) lies on the board. */
export const pointAt = ({ box, rot }: Placed, part: Point): Point =>
  rotatePoint({ x: box.x + part.x * box.w, y: box.y + part.y * box.h }, centreOf(box), rot);

/** The parts of the box at which a point of the board lies, between 0 and 1; the middle where the box has no width or height. */
export function partAt({ box, rot }: Placed, point: Point): Point {
  const local = rotatePoint(point, centreOf(box), -rot);
  const part = (at: number, from: number, size: number): number => (size > 0 ? clamp((at - from) / size, 0, 1) : 0.5);
  return { x: part(local.x, box.x, box.w), y: part(local.y, box.y, box.h) };
}

export function containsPoint({ box, rot }: Placed, point: Point): boolean {
  const { x, y } = rot === 0 ? point : rotatePoint(point, centreOf(box), -rot);
  return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

/** Whether a turned box and an upright one share more than a rim: no line along a side of either stands between them. */
export function intersectsBox(placed: Placed, box: Box): boolean {
  const { cos, sin } = turnOf(placed.rot);
  const [mine, other] = [centreOf(placed.box), centreOf(box)];
  const [dx, dy] = [other.x - mine.x, other.y - mine.y];
  const [w, h] = [placed.box.w / 2, placed.box.h / 2];
  const [c, s] = [Math.abs(cos), Math.abs(sin)];
  return (
    Math.abs(dx) < w * c + h * s + box.w / 2 &&
    Math.abs(dy) < w * s + h * c + box.h / 2 &&
    Math.abs(dx * cos + dy * sin) < w + (box.w / 2) * c + (box.h / 2) * s &&
    Math.abs(dy * cos - dx * sin) < h + (box.w / 2) * s + (box.h / 2) * c
  );
}

/** Where a handle stands on an axis: -1 at the box's beginning, 1 at its end, 0 beside it. */
type Reach = -1 | 0 | 1;

const across = (handle: Handle): Reach => (handle.endsWith('w') ? -1 : handle.endsWith('e') ? 1 : 0);
const along = (handle: Handle): Reach => (handle.startsWith('n') ? -1 : handle.startsWith('s') ? 1 : 0);

/** The size a drag gives on one axis; negative beyond the side that stays. */
function dragged(size: number, reach: Reach, by: number, { fromCentre = false, min = 0 }: ResizeOptions): number {
  if (reach === 0) return size;
  const wanted = size + reach * by * (fromCentre ? 2 : 1);
  return Math.max(Math.abs(wanted), min) * (wanted < 0 ? -1 : 1);
}

/** One axis of the new box: from where it begins, and how long it is. `size` may be negative. */
function laid(from: number, old: number, reach: Reach, size: number, fromCentre: boolean): readonly [number, number] {
  // What is not resized keeps its numbers to the last bit.
  if (size === old) return [from, old];
  const long = Math.abs(size);
  if (fromCentre || reach === 0) return [from + old / 2 - long / 2, long];
  const stays = reach === 1 ? from : from + old;
  return [reach * size >= 0 ? stays : stays - long, long];
}

/**
 * The box a drag of a handle makes of an upright selection. Dragged over the side that stays, it lies mirrored beyond it, with a
 * positive size. A handle on a side leaves the other axis alone, or, in proportion, scales it about its middle.
 */
export function resizeFrom(selection: Box, handle: Handle, by: Point, options: ResizeOptions = {}): Box {
  const [rx, ry] = [across(handle), along(handle)];
  const { keepRatio = false, fromCentre = false, min = 0 } = options;
  let w = dragged(selection.w, rx, by.x, options);
  let h = dragged(selection.h, ry, by.y, options);
  if (keepRatio && selection.w > THIN && selection.h > THIN) {
    const least = Math.max(min / selection.w, min / selection.h);
    const factor = Math.max(rx === 0 ? 0 : Math.abs(w) / selection.w, ry === 0 ? 0 : Math.abs(h) / selection.h, least);
    w = selection.w * factor * (w < 0 ? -1 : 1);
    h = selection.h * factor * (h < 0 ? -1 : 1);
  }
  const [x, width] = laid(selection.x, selection.w, rx, w, fromCentre);
  const [y, height] = laid(selection.y, selection.h, ry, h, fromCentre);
  return { x, y, w: width, h: height };
}

/** The box a drag of a handle, given in board units, makes of one turned object: the opposite corner stays where it is on the board. */
export function resizePlaced({ box, rot }: Placed, handle: Handle, by: Point, options: ResizeOptions = {}): Placed {
  const local = rotatePoint(by, { x: 0, y: 0 }, -rot);
  const resized = resizeFrom(box, handle, local, options);
  if (rot === 0) return { box: resized, rot };
  return { box: around(rotatePoint(centreOf(resized), centreOf(box), rot), resized.w, resized.h), rot };
}

/**
 * An object after its selection became `to` where it was `from`: its centre keeps its part of the selection, and each of its sides
 * becomes as much longer as the selection stretches along that side. So quarter turns are exact, and nothing is skewed.
 */
export function mapBox(from: Box, to: Box, { box, rot }: Placed): Placed {
  const sx = from.w > THIN ? to.w / from.w : 1;
  const sy = from.h > THIN ? to.h / from.h : 1;
  const { cos, sin } = turnOf(rot);
  const [was, before, after] = [centreOf(box), centreOf(from), centreOf(to)];
  const centre = { x: after.x + (was.x - before.x) * sx, y: after.y + (was.y - before.y) * sy };
  return { box: around(centre, box.w * Math.hypot(cos * sx, sin * sy), box.h * Math.hypot(sin * sx, cos * sy)), rot };
}

/** An object turned about a point of the board, by degrees clockwise. */
export const rotateAbout = ({ box, rot }: Placed, centre: Point, degrees: number): Placed => ({
  box: around(rotatePoint(centreOf(box), centre, degrees), box.w, box.h),
  rot: normalAngle(rot + degrees),
});

/** How far the direction from `centre` turns between two points: degrees clockwise, above -180 and at most 180. */
export function angleTo(centre: Point, from: Point, to: Point): number {
  const [ax, ay] = [from.x - centre.x, from.y - centre.y];
  const [bx, by] = [to.x - centre.x, to.y - centre.y];
  const degrees = ((Math.atan2(by, bx) - Math.atan2(ay, ax)) * 180) / Math.PI;
  return degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees;
}

/** The nearest multiple of `step` degrees; the angle itself where the step is not positive. */
export const snapAngle = (degrees: number, step = 15): number => (step > 0 ? Math.round(degrees / step) * step + 0 : degrees);
