// A cubic Bézier curve: its points, its length, the box around it, and how far a point is from it.
import { type Box, clamp, type Point, union } from './geometry.ts';

/** Start, two control points, end. */
export type Cubic = readonly [Point, Point, Point, Point];

/** In how many straight pieces a curve is measured: for curves of a few thousand units the error stays below a tenth of a unit. */
const PIECES = 48;

/** Steps of the search between two neighbouring samples: each leaves two thirds, after 24 less than a ten-thousandth. */
const REFINEMENTS = 24;

function cubicAt([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

const far = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

const samples = (curve: Cubic): Point[] => Array.from({ length: PIECES + 1 }, (_, at) => cubicAt(curve, at / PIECES));

/** The point at half of the curve's length. */
export function middleOfCubic(curve: Cubic): Point {
  const points = samples(curve);
  const lengths = points.slice(1).map((point, at) => far(points[at] ?? point, point));
  let left = lengths.reduce((sum, each) => sum + each, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    if (length > 0 && left <= length) return cubicAt(curve, (at + left / length) / PIECES);
    left -= length;
  }
  return curve[0];
}

/** Where one coordinate of the curve turns round: the zeros between 0 and 1 of its derivative. */
function turningPoints(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const root = Math.sqrt(b * b - 4 * a * c);
  // The stable form of the quadratic formula: it never subtracts what is nearly equal, and covers a = 0.
  const q = -(b + (b < 0 ? -root : root)) / 2;
  return [q / a, c / q].filter((t) => t > 0 && t < 1);
}

/** The smallest box around the curve. */
export function boundsOfCubic(curve: Cubic): Box {
  const [a, b, c, d] = curve;
  const turns = [...turningPoints(a.x, b.x, c.x, d.x), ...turningPoints(a.y, b.y, c.y, d.y)].map((t) => cubicAt(curve, t));
  return union([a, d, ...turns].map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: a.x, y: a.y, w: 0, h: 0 };
}

/** The distance of a point from the curve, board units. */
export function distanceToCubic(curve: Cubic, point: Point): number {
  const distances = samples(curve).map((each) => far(each, point));
  const nearest = distances.reduce((best, distance, at) => (distance < (distances[best] ?? distance) ? at : best), 0);
  let [low, high] = [clamp((nearest - 1) / PIECES, 0, 1), clamp((nearest + 1) / PIECES, 0, 1)];
  for (let step = 0; step < REFINEMENTS; step += 1) {
    const third = (high - low) / 3;
    if (far(cubicAt(curve, low + third), point) < far(cubicAt(curve, high - third), point)) high -= third;
    else low += third;
  }
  return Math.min(distances[nearest] ?? 0, far(cubicAt(curve, (low + high) / 2), point));
}
