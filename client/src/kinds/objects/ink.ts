// Strokes of pen and highlighter. A pen's line swells with pressure and thins with speed; a highlighter's is wide, even, and seen through.
import type { BoardRecord } from '@masa/shared/document';
import { HIGHLIGHTER_WIDTHS, inkLooks, PEN_WIDTHS, type PlacedObject, strokePoints } from '@masa/shared/objects';
import { getStroke } from 'perfect-freehand';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { markerOf } from './inks.ts';
import { HAIR_PX } from './lines.ts';

type StrokePoint = readonly [x: number, y: number, pressure: number];

/** A line thinner than this on screen, px, shows nothing of its swelling. */
const SWELLING_PX = 1.6;
/** How much of the paper a highlighter covers. */
const HIGHLIGHT = 0.42;

const n = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0');

/** A polygon as a closed smooth curve through the middles of its sides. */
function outlinePath(points: readonly (readonly number[])[]): string {
  const [first] = points;
  if (!first || points.length < 3) return '';
  const parts = points.map(([x = 0, y = 0], at) => {
    const [nx = 0, ny = 0] = points[(at + 1) % points.length] ?? first;
    return `${n(x)} ${n(y)} ${n((x + nx) / 2)} ${n((y + ny) / 2)}`;
  });
  const [x0 = 0, y0 = 0] = first;
  const [xl = 0, yl = 0] = points.at(-1) ?? first;
  return `M ${n((x0 + xl) / 2)} ${n((y0 + yl) / 2)} Q ${parts.join(' ')} Z`;
}

/** The outline of a pen's stroke, to be filled. Devices without pressure report one value for all points: then it is made from the speed. */
function penPath(points: readonly StrokePoint[], width: number): string {
  const isEven = points.every(([, , pressure]) => pressure === points[0]?.[2]);
  const outline = getStroke(points as unknown as number[][], {
    size: width,
    thinning: 0.55,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: isEven,
    last: true,
  });
  return outlinePath(outline);
}

/** A line through the points, smoothed, to be stroked. A single point is a dot. */
function linePath(points: readonly StrokePoint[]): string {
  const [first] = points;
  if (!first) return '';
  const last = points.at(-1) ?? first;
  if (points.length < 3) return `M ${n(first[0])} ${n(first[1])} L ${n(last[0] + (points.length === 1 ? 0.01 : 0))} ${n(last[1])}`;
  const middles = points.slice(1, -1).map(([x, y], at) => {
    const [nx, ny] = points[at + 2] ?? last;
    return `${n(x)} ${n(y)} ${n((x + nx) / 2)} ${n((y + ny) / 2)}`;
  });
  return `M ${n(first[0])} ${n(first[1])} Q ${middles.join(' ')} L ${n(last[0])} ${n(last[1])}`;
}

interface Paths {
  /** Of the whole stroke; computed when it is first seen from near. */
  outline?: string;
  line?: string;
}

/** A stroke that is moved keeps its points' identity but not its record: paths are kept as long as the record is. */
const known = new WeakMap<BoardRecord, Paths>();

function pathsOf(placed: PlacedObject): Paths {
  const paths = known.get(placed.record) ?? {};
  known.set(placed.record, paths);
  return paths;
}

export const paintInk: ObjectPainter = (pen, placed, { detail }) => {
  const { pen: nib, colour, stroke } = inkLooks(placed.record);
  const isMarker = nib === 'highlighter';
  const width = (isMarker ? HIGHLIGHTER_WIDTHS : PEN_WIDTHS)[stroke];
  const paths = pathsOf(placed);
  if (!isMarker && width * detail.zoom >= SWELLING_PX) {
    paths.outline ??= penPath(strokePoints(placed), width);
    pen.path(paths.outline, 0, 0, 1, { fill: objectColorOf(colour).edge });
    return;
  }
  paths.line ??= linePath(strokePoints(placed));
  if (paths.line === '') return;
  const seen = Math.max(isMarker ? width : width * 0.75, HAIR_PX / detail.zoom);
  pen.path(
    paths.line,
    0,
    0,
    1,
    isMarker ? { stroke: markerOf(colour), width: seen, opacity: HIGHLIGHT } : { stroke: objectColorOf(colour).edge, width: seen },
  );
};
