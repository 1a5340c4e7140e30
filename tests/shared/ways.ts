// A slow, plain search for the way with the fewest bends around two boxes: what elbow connectors are compared with.
import type { Box, Point } from '@masa/shared/core';

interface Start {
  readonly at: Point;
  readonly out: Point;
  readonly box: Box;
}

const STEPS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

export const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by });
const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

/** Whether a straight piece runs through a box, rims apart. */
export const isIn = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a.x, b.x) > box.x + 1e-6 &&
  Math.min(a.x, b.x) < box.x + box.w - 1e-6 &&
  Math.max(a.y, b.y) > box.y + 1e-6 &&
  Math.min(a.y, b.y) < box.y + box.h - 1e-6;

/**
 * The fewest bends of an upright way that goes straight out of both ends for `clearance`, and keeps that far from both boxes;
 * null if there is none. Ways are searched on a grid through all corners of both boxes and lines around them.
 */
export function fewestBends(start: Start, end: Start, clearance: number): number | null {
  const boxes = [start, end].map(({ box }) => grown(box, clearance));
  const turn = ({ at, out }: Start): Point => ({ x: at.x + out.x * clearance, y: at.y + out.y * clearance });
  const [from, to] = [turn(start), turn(end)];
  const [wideA, wideB] = boxes as [Box, Box];
  if (isIn(start.at, from, wideB) || isIn(end.at, to, wideA)) return null;
  const xs = sorted([...boxes.flatMap(({ x, w }) => [x - 50, x, x + w, x + w + 50]), from.x, to.x, (from.x + to.x) / 2]);
  const ys = sorted([...boxes.flatMap(({ y, h }) => [y - 50, y, y + h, y + h + 50]), from.y, to.y, (from.y + to.y) / 2]);
  const index = (direction: Point): number => STEPS.findIndex(({ x, y }) => x === direction.x && y === direction.y);
  const bends = new Map<string, number>();
  let border: { readonly x: number; readonly y: number; readonly d: number }[] = [
    { x: xs.indexOf(from.x), y: ys.indexOf(from.y), d: index(start.out) },
  ];
  const key = (x: number, y: number, d: number): string => `${x} ${y} ${d}`;
  const arriving = (index(end.out) + 2) % 4;
  for (const { x, y, d } of border) bends.set(key(x, y, d), 0);
  for (let count = 0; border.length > 0 && count < 8; count += 1) {
    const reached = [...border];
    // Straight on costs nothing.
    for (const { x, y, d } of reached) {
      const step = STEPS[d] as Point;
      const [nextX, nextY] = [x + step.x, y + step.y];
      const here = { x: xs[x] as number, y: ys[y] as number };
      const there = { x: xs[nextX], y: ys[nextY] };
      if (there.x === undefined || there.y === undefined || bends.has(key(nextX, nextY, d))) continue;
      if (boxes.some((box) => isIn(here, { x: there.x as number, y: there.y as number }, box))) continue;
      bends.set(key(nextX, nextY, d), count);
      reached.push({ x: nextX, y: nextY, d });
    }
    const done = bends.get(key(xs.indexOf(to.x), ys.indexOf(to.y), arriving));
    if (done !== undefined) return done;
    border = [];
    for (const { x, y, d } of reached) {
      for (const turned of [(d + 1) % 4, (d + 3) % 4]) {
        if (bends.has(key(x, y, turned))) continue;
        bends.set(key(x, y, turned), count + 1);
        border.push({ x, y, d: turned });
      }
    }
  }
  return null;
}
