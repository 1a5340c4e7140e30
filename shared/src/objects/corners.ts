// The corners of shapes that are no rectangles: what is drawn, and where an arrow that leads to the shape stops.
import type { Point } from '../core/index.ts';
import type { ShapeName } from './looks.ts';

/** How far a star's inner corners are from its middle, as a part of its points' distance. */
const STAR_INNER = 0.52;
/** A round outline has so many corners: the error is below a hundredth of its size. */
const ROUND_CORNERS = 48;

function star(w: number, h: number): readonly Point[] {
  // A five-pointed star does not fill its circle: it is stretched to its box.
  const wide = Math.cos(Math.PI / 10);
  const low = Math.cos(Math.PI / 5);
  return Array.from({ length: 10 }, (_, at) => {
    const angle = -Math.PI / 2 + (at * Math.PI) / 5;
    const far = at % 2 === 0 ? 1 : STAR_INNER;
    return { x: w / 2 + ((far * Math.cos(angle)) / wide) * (w / 2), y: ((far * Math.sin(angle) + 1) / (1 + low)) * h };
  });
}

const ellipse = (w: number, h: number): readonly Point[] =>
  Array.from({ length: ROUND_CORNERS }, (_, at) => {
    const angle = (at * 2 * Math.PI) / ROUND_CORNERS;
    return { x: (w / 2) * (1 + Math.cos(angle)), y: (h / 2) * (1 + Math.sin(angle)) };
  });

/** Corners of a shape in a box of a size, in order around it; undefined for what fills its box. */
export function cornersOf(shape: ShapeName, w: number, h: number): readonly Point[] | undefined {
  switch (shape) {
    case 'ellipse':
      return ellipse(w, h);
    case 'diamond':
      return [
        { x: w / 2, y: 0 },
        { x: w, y: h / 2 },
        { x: w / 2, y: h },
        { x: 0, y: h / 2 },
      ];
    case 'triangle':
      return [
        { x: w / 2, y: 0 },
        { x: w, y: h },
        { x: 0, y: h },
      ];
    case 'hexagon': {
      const cut = Math.min(w * 0.14, h / 2);
      return [
        { x: cut, y: 0 },
        { x: w - cut, y: 0 },
        { x: w, y: h / 2 },
        { x: w - cut, y: h },
        { x: cut, y: h },
        { x: 0, y: h / 2 },
      ];
    }
    case 'star':
      return star(w, h);
    case 'rectangle':
    case 'rounded':
    case 'speech':
      return undefined;
  }
}
