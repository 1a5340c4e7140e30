// A pen's stroke on its way to an object: thinned while it is drawn, so that what was seen is what is kept. Points are flat
// [x, y, pressure, …] in board units, pressure 0…1.
import { LIMITS } from '@masa/shared/core';
import type { FreePlace } from '@masa/shared/document';
import type { PressedPoint } from '../editor/input.ts';

/** Points nearer than this to the last one say nothing, px; beyond the other distance a point is always kept. */
const NEAR_PX = 1.2;
const FAR_PX = 6;
/** Between the two a point is kept where the way bends by more than this, radians, or the pressure changes by more than that. */
const BEND = 0.14;
const PRESSURE_STEP = 0.04;

interface Stroke {
  /** What is kept so far and where the pen is now. */
  points(): readonly number[];
  add(points: readonly PressedPoint[]): void;
  /** From where the stroke stands now, straight to a point, until something else is added. */
  straightTo(point: PressedPoint): void;
  /** Another point would not fit into one object. */
  readonly isFull: boolean;
}

/** @param zoom px per board unit: what cannot be seen is not kept. */
export function createStroke(first: PressedPoint, zoom: number): Stroke {
  const kept: number[] = [first.x, first.y, first.pressure];
  /** Where the pen is, if that is not kept (yet). */
  let tip: PressedPoint | null = null;
  let isStraight = false;
  const keep = ({ x, y, pressure }: PressedPoint): void => void kept.push(x, y, pressure);
  const last = (back: number): PressedPoint | undefined => {
    const at = kept.length - 3 * back;
    return at < 0 ? undefined : { x: kept[at] ?? 0, y: kept[at + 1] ?? 0, pressure: kept[at + 2] ?? 0 };
  };
  const isWorth = (point: PressedPoint): boolean => {
    const [before, from] = [last(2), last(1) ?? first];
    const length = Math.hypot(point.x - from.x, point.y - from.y) * zoom;
    if (length < NEAR_PX) return false;
    if (length >= FAR_PX || !before) return true;
    const bend = Math.atan2(point.y - from.y, point.x - from.x) - Math.atan2(from.y - before.y, from.x - before.x);
    return Math.abs(Math.atan2(Math.sin(bend), Math.cos(bend))) > BEND || Math.abs(point.pressure - from.pressure) > PRESSURE_STEP;
  };
  return {
    points: () => (tip ? [...kept, tip.x, tip.y, tip.pressure] : [...kept]),
    add(points) {
      // The end of a straight piece stays.
      if (isStraight && tip) keep(tip);
      isStraight = false;
      for (const point of points) {
        if (isWorth(point)) {
          keep(point);
          tip = null;
        } else tip = point;
      }
    },
    straightTo(point) {
      // The piece begins where the pen was when it was asked for.
      if (!isStraight && tip) keep(tip);
      isStraight = true;
      tip = point;
    },
    get isFull() {
      return kept.length >= 3 * (LIMITS.inkPointsMax - 2);
    },
  };
}

const tenths = (value: number): number => Math.round(value * 10);

/** A stroke as an ink object has it: its box, and its points from there. */
export function inkOf(points: readonly number[]): {
  readonly place: FreePlace;
  readonly points: readonly number[];
  readonly base: readonly [number, number];
} {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at + 2 < points.length; at += 3) {
    const [x, y] = [tenths(points[at] as number), tenths(points[at + 1] as number)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  // A dot, or a line along an axis, still has a size, so that it can be resized.
  const [w, h] = [Math.max(1, right - left) / 10, Math.max(1, bottom - top) / 10];
  const own = points.map((value, at) => (at % 3 === 0 ? tenths(value) - left : at % 3 === 1 ? tenths(value) - top : Math.round(value * 100)));
  return { place: { box: [left / 10, top / 10, w, h], rot: 0 }, points: own, base: [w, h] };
}
