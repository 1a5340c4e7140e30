// The outlines of shapes as SVG path data for a box of a size. Total for any size: a box too small for its rounding is rounded less.
import type { ShapeName } from '@masa/shared/objects';

const n = (value: number): string => String(Math.round(value * 100) / 100);
const through = (points: readonly (readonly [number, number])[]): string => `M ${points.map(([x, y]) => `${n(x)} ${n(y)}`).join(' L ')} Z`;

/** Of the rounded rectangle, board units. */
const ROUND = 24;
/** Of the speech bubble. */
const BUBBLE_ROUND = 18;
/** How much of a speech bubble's height is bubble; its text stands in it. */
const BUBBLE = 0.82;
/** How far a star's inner corners are from its middle, as a part of its points' distance. */
const STAR_INNER = 0.52;

function rounded(x: number, y: number, w: number, h: number, wanted: number): string {
  const r = Math.min(wanted, w / 2, h / 2);
  const arc = (dx: number, dy: number): string => `a ${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M ${n(x + r)} ${n(y)} h ${n(w - 2 * r)} ${arc(r, r)} v ${n(h - 2 * r)} ${arc(-r, r)} h ${n(2 * r - w)} ${arc(-r, -r)} v ${n(2 * r - h)} ${arc(r, -r)} Z`;
}

function star(w: number, h: number): string {
  const points = Array.from({ length: 10 }, (_, at): readonly [number, number] => {
    const angle = -Math.PI / 2 + (at * Math.PI) / 5;
    const far = at % 2 === 0 ? 1 : STAR_INNER;
    return [far * Math.cos(angle), far * Math.sin(angle)];
  });
  // A five-pointed star does not fill its circle: it is stretched to its box.
  const wide = Math.cos(Math.PI / 10);
  const low = Math.cos(Math.PI / 5);
  return through(points.map(([x, y]) => [w / 2 + (x / wide) * (w / 2), ((y + 1) / (1 + low)) * h]));
}

function speech(w: number, h: number): string {
  const body = h * BUBBLE;
  const r = Math.min(BUBBLE_ROUND, w / 2, body / 2);
  const [from, to] = [Math.min(w * 0.34, r + 40), Math.min(w * 0.14, r)];
  const arc = (dx: number, dy: number): string => `a ${n(r)} ${n(r)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M ${n(r)} 0 h ${n(w - 2 * r)} ${arc(r, r)} v ${n(body - 2 * r)} ${arc(-r, r)} H ${n(Math.max(from, r))} L ${n(to)} ${n(h)} L ${n(Math.max(r, to))} ${n(body)} ${arc(-r, -r)} v ${n(2 * r - body)} ${arc(r, -r)} Z`;
}

/** The outline of a shape that fills a box at the origin. */
export function outlinePath(shape: ShapeName, w: number, h: number): string {
  switch (shape) {
    case 'rectangle':
      return through([
        [0, 0],
        [w, 0],
        [w, h],
        [0, h],
      ]);
    case 'rounded':
      return rounded(0, 0, w, h, Math.min(ROUND, Math.min(w, h) * 0.3));
    case 'ellipse':
      return `M 0 ${n(h / 2)} a ${n(w / 2)} ${n(h / 2)} 0 1 1 ${n(w)} 0 a ${n(w / 2)} ${n(h / 2)} 0 1 1 ${n(-w)} 0 Z`;
    case 'diamond':
      return through([
        [w / 2, 0],
        [w, h / 2],
        [w / 2, h],
        [0, h / 2],
      ]);
    case 'triangle':
      return through([
        [w / 2, 0],
        [w, h],
        [0, h],
      ]);
    case 'hexagon': {
      const cut = Math.min(w * 0.14, h / 2);
      return through([
        [cut, 0],
        [w - cut, 0],
        [w, h / 2],
        [w - cut, h],
        [cut, h],
        [0, h / 2],
      ]);
    }
    case 'star':
      return star(w, h);
    case 'speech':
      return speech(w, h);
  }
}
