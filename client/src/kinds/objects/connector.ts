// A connector: a line between two places, its heads, and a word on a slip of paper that lies over the line.
import { headPath, type Point, type Route } from '@masa/shared/core';
import { connectorLooks, type Head, type PlacedObject, STROKES } from '@masa/shared/objects';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import type { Pen } from '../../canvas/pen.ts';
import { paintSlip } from '../../canvas/slip.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { paintLetters } from './letters.ts';
import { dashOf, widthAt } from './lines.ts';

/** Corners of an elbow are rounded by this much, board units. */
const BEND = 10;
/** Heads smaller than this on screen, px, are not drawn. */
const HEAD_PX = 2.5;

const headSize = (head: Head, width: number): number => (head === 'dot' ? 5 + 1.8 * width : 7 + 2.6 * width);

/** How much of the line a filled head covers: the line ends inside of it, so that its tip stays sharp. */
function coverOf(head: Head, width: number): number {
  const size = headSize(head, width);
  return head === 'triangle' ? size * 0.7 : head === 'dot' ? size / 2 : head === 'arrow' ? width / 2 : 0;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
const pair = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;
const back = ({ x, y }: Point, angle: number, by: number): Point => ({ x: x - by * Math.cos(angle), y: y - by * Math.sin(angle) });
/** A point on the way from one to another, at most half of it. */
function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(0.5, by / length);
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}

/** The line from the origin of the box, shortened at its ends, elbows rounded. */
function linePath({ points, curve, startAngle, endAngle }: Route, origin: Point, atStart: number, atEnd: number): string {
  const own = points.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return '';
  const room = Math.hypot(last.x - first.x, last.y - first.y) / 2;
  const [from, to] = [back(first, startAngle, Math.min(atStart, room)), back(last, endAngle, Math.min(atEnd, room))];
  if (curve) {
    const [, leaving, arriving] = curve.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
    return leaving && arriving ? `M ${pair(from)} C ${pair(leaving)} ${pair(arriving)} ${pair(to)}` : '';
  }
  const way = [from, ...own.slice(1, -1), to];
  const corners = way.slice(1, -1).map((corner, at) => {
    const [before, after] = [towards(corner, way[at] ?? corner, BEND), towards(corner, way[at + 2] ?? corner, BEND)];
    return `L ${pair(before)} Q ${pair(corner)} ${pair(after)}`;
  });
  return ['M', pair(from), ...corners, 'L', pair(to)].join(' ');
}

const lines = new WeakMap<PlacedObject, string>();

function paintHead(pen: Pen, head: Head, at: Point, angle: number, width: number, ink: string): void {
  const data = headPath(head, headSize(head, width));
  if (data === '') return;
  const isFilled = head === 'triangle' || head === 'dot';
  const tip = head === 'arrow' ? back(at, angle, width / 2) : at;
  pen.turned(tip.x, tip.y, (angle * 180) / Math.PI, () => pen.path(data, tip.x, tip.y, 1, isFilled ? { fill: ink } : { stroke: ink, width }));
}

export const paintConnector: ObjectPainter = (pen, placed, { detail, hideText }) => {
  const { route, box, text, record } = placed;
  if (!route) return;
  const { startHead, endHead, colour, stroke, dash } = connectorLooks(record);
  const ink = objectColorOf(colour).edge;
  const own = STROKES[stroke];
  const width = widthAt(stroke, detail);
  const hasHeads = headSize('arrow', own) * detail.zoom >= HEAD_PX;
  const line = lines.get(placed) ?? linePath(route, box, coverOf(startHead, own), coverOf(endHead, own));
  lines.set(placed, line);
  pen.path(line, 0, 0, 1, { stroke: ink, width, ...dashOf(dash, stroke, detail) });
  const [first, last] = [route.points[0], route.points.at(-1)];
  if (hasHeads && first && last) {
    paintHead(pen, startHead, { x: first.x - box.x, y: first.y - box.y }, route.startAngle, width, ink);
    paintHead(pen, endHead, { x: last.x - box.x, y: last.y - box.y }, route.endAngle, width, ink);
  }
  if (!text || hideText) return;
  paintSlip(pen, text.box, detail);
  paintLetters(pen, text, ink, detail);
};
