// Turned boxes: bounds, hit tests, resizing, scaling with a selection, turning.
import {
  angleTo,
  type Box,
  bounds,
  boundsOf,
  contains,
  containsPoint,
  corners,
  type Handle,
  intersects,
  intersectsBox,
  mapBox,
  normalAngle,
  type Placed,
  type Point,
  partAt,
  pointAt,
  resizeFrom,
  resizePlaced,
  rotateAbout,
  rotatePoint,
  snapAngle,
} from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const coordinate = fc.integer({ min: -1_000, max: 1_000 });
const size = fc.integer({ min: 1, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc.record({ x: coordinate, y: coordinate, w: size, h: size });
const placed = fc.record({ box, rot: fc.oneof(fc.constantFrom(0, 90, 180, 270, 45), fc.integer({ min: -720, max: 720 })) });
const HANDLES: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];
const handles = fc.constantFrom(...HANDLES);
const part = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }).map(({ x, y }) => ({ x: x / 100, y: y / 100 }));

const centre = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const near = (a: Point, b: Point): void => expect(far(a, b), JSON.stringify([a, b])).toBeLessThan(1e-6);
const nearBox = (a: Box, b: Box): void => {
  near(a, b);
  near({ x: a.w, y: a.h }, { x: b.w, y: b.h });
};
/** Where a handle stands, in parts of its box. */
const partOf = (handle: Handle): Point => ({
  x: handle.endsWith('w') ? 0 : handle.endsWith('e') ? 1 : 0.5,
  y: handle.startsWith('n') ? 0 : handle.startsWith('s') ? 1 : 0.5,
});
const opposite = ({ x, y }: Point): Point => ({ x: 1 - x, y: 1 - y });
const upright = (of: Box): Placed => ({ box: of, rot: 0 });

test('TRANSFORM-1 bounds are the smallest box around the corners', () => {
  expect(bounds({ box: { x: 0, y: 0, w: 100, h: 50 }, rot: 90 })).toEqual({ x: 25, y: -25, w: 50, h: 100 });
  expect(bounds({ box: { x: 3, y: 7, w: 100, h: 50 }, rot: -180 })).toEqual({ x: 3, y: 7, w: 100, h: 50 });
  expect(corners({ box: { x: 0, y: 0, w: 100, h: 50 }, rot: 90 })[0]).toEqual({ x: 75, y: -25 });
  expect(boundsOf([])).toBeUndefined();
  fc.assert(
    fc.property(placed, placed, (one, other) => {
      const around = corners(one);
      const [xs, ys] = [around.map(({ x }) => x), around.map(({ y }) => y)];
      const least = { x: Math.min(...xs), y: Math.min(...ys), w: Math.max(...xs) - Math.min(...xs), h: Math.max(...ys) - Math.min(...ys) };
      nearBox(bounds(one), least);
      const both = boundsOf([one, other]) as Box;
      for (const { x, y } of [...around, ...corners(other)]) {
        expect(x >= both.x - 1e-6 && x <= both.x + both.w + 1e-6 && y >= both.y - 1e-6 && y <= both.y + both.h + 1e-6).toBe(true);
      }
    }),
    fuzz(500),
  );
});

test('TRANSFORM-2 a place in parts of a box survives turning', () => {
  fc.assert(
    fc.property(placed, part, point, (of, at, anywhere) => {
      near(partAt(of, pointAt(of, at)), at);
      const isRim = [at.x, at.y].some((each) => each === 0 || each === 1);
      expect(isRim || containsPoint(of, pointAt(of, at))).toBe(true);
      expect(containsPoint(of, pointAt(of, { x: at.x, y: 1.01 }))).toBe(false);
      expect(containsPoint(upright(of.box), anywhere)).toBe(contains(of.box, anywhere));
    }),
    fuzz(1_000),
  );
  // Beside the box: the nearest part of it; without a size: its middle.
  expect(partAt(upright({ x: 0, y: 0, w: 10, h: 10 }), { x: 50, y: 5 })).toEqual({ x: 1, y: 0.5 });
  expect(partAt(upright({ x: 0, y: 0, w: 0, h: 0 }), { x: 50, y: 5 })).toEqual({ x: 0.5, y: 0.5 });
});

/** The area a polygon shares with an upright box: cut off side by side. */
function sharedArea(polygon: readonly Point[], { x, y, w, h }: Box): number {
  const cuts: readonly ((at: Point) => number)[] = [(at) => at.x - x, (at) => x + w - at.x, (at) => at.y - y, (at) => y + h - at.y];
  const left = cuts.reduce<readonly Point[]>(
    (points, inside) =>
      points.flatMap((from, index) => {
        const to = points[(index + 1) % points.length] as Point;
        const [a, b] = [inside(from), inside(to)];
        const kept = a >= 0 ? [from] : [];
        if (a >= 0 === b >= 0) return kept;
        return [...kept, { x: from.x + ((to.x - from.x) * a) / (a - b), y: from.y + ((to.y - from.y) * a) / (a - b) }];
      }),
    polygon,
  );
  const twice = left.reduce((sum, from, index) => {
    const to = left[(index + 1) % left.length] as Point;
    return sum + from.x * to.y - to.x * from.y;
  }, 0);
  return Math.abs(twice) / 2;
}

test('TRANSFORM-3 a turned box meets another where they share some area', () => {
  // Their bounds overlap, they do not.
  expect(intersectsBox({ box: { x: 0, y: 0, w: 100, h: 100 }, rot: 45 }, { x: -20, y: -20, w: 30, h: 30 })).toBe(false);
  let [meeting, apart] = [0, 0];
  fc.assert(
    fc.property(placed, box, (one, other) => {
      expect(intersectsBox(upright(one.box), other)).toBe(intersects(one.box, other));
      const area = sharedArea(corners(one), other);
      fc.pre(area === 0 || area > 0.01);
      if (area > 0) meeting += 1;
      else apart += 1;
      expect(intersectsBox(one, other)).toBe(area > 0);
    }),
    fuzz(2_000),
  );
  expect(Math.min(meeting, apart)).toBeGreaterThan(50);
});

test('TRANSFORM-4 a handle follows the drag and the opposite side stays', () => {
  const selection = { x: 10, y: 10, w: 100, h: 50 };
  expect(resizeFrom(selection, 'se', { x: 20, y: 5 })).toEqual({ x: 10, y: 10, w: 120, h: 55 });
  expect(resizeFrom(selection, 'w', { x: 20, y: 999 })).toEqual({ x: 30, y: 10, w: 80, h: 50 });
  // Over the opposite side.
  expect(resizeFrom(selection, 'e', { x: -130, y: 0 })).toEqual({ x: -20, y: 10, w: 30, h: 50 });
  expect(resizeFrom(selection, 'nw', { x: 130, y: 80 })).toEqual({ x: 110, y: 60, w: 30, h: 30 });
  fc.assert(
    fc.property(box, handles, point, (of, handle, by) => {
      const resized = resizeFrom(of, handle, by);
      const at = partOf(handle);
      const [dragged, stays] = [pointAt(upright(of), at), pointAt(upright(of), opposite(at))];
      const to = { x: dragged.x + (at.x === 0.5 ? 0 : by.x), y: dragged.y + (at.y === 0.5 ? 0 : by.y) };
      expect(resized.x).toBe(at.x === 0.5 ? of.x : Math.min(to.x, stays.x));
      expect(resized.y).toBe(at.y === 0.5 ? of.y : Math.min(to.y, stays.y));
      expect(resized.w).toBe(at.x === 0.5 ? of.w : Math.abs(to.x - stays.x));
      expect(resized.h).toBe(at.y === 0.5 ? of.h : Math.abs(to.y - stays.y));
    }),
    fuzz(1_000),
  );
});

test('TRANSFORM-5 proportion, centre and least size', () => {
  const selection = { x: 0, y: 0, w: 100, h: 50 };
  expect(resizeFrom(selection, 'se', { x: 100, y: 0 }, { keepRatio: true })).toEqual({ x: 0, y: 0, w: 200, h: 100 });
  // A side in proportion scales the other axis about its middle.
  expect(resizeFrom(selection, 'e', { x: 100, y: 0 }, { keepRatio: true })).toEqual({ x: 0, y: -25, w: 200, h: 100 });
  expect(resizeFrom(selection, 'e', { x: 10, y: 0 }, { fromCentre: true })).toEqual({ x: -10, y: 0, w: 120, h: 50 });
  expect(resizeFrom(selection, 'se', { x: -95, y: -48 }, { min: 20 })).toEqual({ x: 0, y: 0, w: 20, h: 20 });
  expect(resizeFrom({ x: 0, y: 0, w: 100, h: 0 }, 'se', { x: 10, y: 10 }, { keepRatio: true })).toEqual({ x: 0, y: 0, w: 110, h: 10 });
  const options = fc.record({ keepRatio: fc.boolean(), fromCentre: fc.boolean(), min: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(box, handles, point, options, (of, handle, by, how) => {
      const resized = resizeFrom(of, handle, by, how);
      const at = partOf(handle);
      expect(how.keepRatio ? resized.w / of.w : 1).toBeCloseTo(how.keepRatio ? resized.h / of.h : 1, 6);
      // What stays: the centre, or what is opposite to the handle, on this side of the box or on that.
      const stays = how.fromCentre ? centre(of) : pointAt(upright(of), opposite(at));
      const axes = [
        { from: resized.x, size: resized.w, stays: stays.x, isDragged: at.x !== 0.5 },
        { from: resized.y, size: resized.h, stays: stays.y, isDragged: at.y !== 0.5 },
      ].filter(({ isDragged }) => isDragged);
      for (const { from, size: long, stays: still } of axes) {
        const places = how.fromCentre ? [from + long / 2] : [from, from + long];
        expect(Math.min(...places.map((each) => Math.abs(each - still)))).toBeLessThan(1e-6);
        expect(long).toBeGreaterThanOrEqual(how.min - 1e-6);
      }
      expect(how.keepRatio ? Math.min(resized.w, resized.h) : how.min).toBeGreaterThanOrEqual(how.min - 1e-6);
    }),
    fuzz(2_000),
  );
});

test('TRANSFORM-6 the opposite corner of a turned object stays on the board', () => {
  fc.assert(
    fc.property(placed, handles, point, (of, handle, by) => {
      const at = partOf(handle);
      const resized = resizePlaced(of, handle, by);
      expect(resized.rot).toBe(of.rot);
      const stays = pointAt(of, opposite(at));
      const all = [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y) => pointAt(resized, { x, y })));
      expect(Math.min(...all.map((each) => far(each, stays)))).toBeLessThan(1e-6);
      if (handle.length < 2) return;
      // A corner goes where it is dragged to.
      const from = pointAt(of, at);
      const to = { x: from.x + by.x, y: from.y + by.y };
      expect(Math.min(...all.map((each) => far(each, to)))).toBeLessThan(1e-6);
    }),
    fuzz(1_000),
  );
});

test('TRANSFORM-7 objects scale with their selection', () => {
  const from = { x: 0, y: 0, w: 100, h: 100 };
  const to = { x: 100, y: 0, w: 200, h: 50 };
  expect(mapBox(from, to, upright({ x: 10, y: 20, w: 30, h: 40 }))).toEqual(upright({ x: 120, y: 10, w: 60, h: 20 }));
  // Lying on its side: its width is what is seen as height.
  expect(bounds(mapBox(from, to, { box: { x: 0, y: 25, w: 100, h: 50 }, rot: 90 }))).toEqual({ x: 150, y: 0, w: 100, h: 50 });
  fc.assert(
    fc.property(box, box, placed, part, (before, after, of, at) => {
      nearBox(mapBox(before, before, of).box, of.box);
      const mapped = mapBox(before, after, of);
      expect(mapped.rot).toBe(of.rot);
      near(
        { x: (centre(mapped.box).x - after.x) / after.w, y: (centre(mapped.box).y - after.y) / after.h },
        { x: (centre(of.box).x - before.x) / before.w, y: (centre(of.box).y - before.y) / before.h },
      );
      if (of.rot % 90 !== 0) return;
      const seen = pointAt(upright(bounds(of)), at);
      const wanted = { x: after.x + ((seen.x - before.x) * after.w) / before.w, y: after.y + ((seen.y - before.y) * after.h) / before.h };
      near(pointAt(upright(bounds(mapped)), at), wanted);
      nearBox(mapBox(after, before, mapped).box, of.box);
    }),
    fuzz(1_000),
  );
});

test('TRANSFORM-8 turning about a point keeps size and distance', () => {
  expect(rotateAbout(upright({ x: 90, y: -10, w: 20, h: 20 }), { x: 0, y: 0 }, 90)).toEqual({ box: { x: -10, y: 90, w: 20, h: 20 }, rot: 90 });
  fc.assert(
    fc.property(placed, point, fc.integer({ min: -720, max: 720 }), part, (of, about, degrees, at) => {
      const turned = rotateAbout(of, about, degrees);
      expect([turned.box.w, turned.box.h]).toEqual([of.box.w, of.box.h]);
      expect(turned.rot).toBeGreaterThanOrEqual(0);
      expect(turned.rot).toBeLessThan(360);
      near(pointAt(turned, at), rotatePoint(pointAt(of, at), about, degrees));
      expect(far(centre(turned.box), about)).toBeCloseTo(far(centre(of.box), about), 6);
      nearBox(rotateAbout(of, about, 360).box, of.box);
    }),
    fuzz(1_000),
  );
});

test('TRANSFORM-9 angles between directions', () => {
  const about = { x: 10, y: 10 };
  expect(angleTo(about, { x: 20, y: 10 }, { x: 10, y: 20 })).toBe(90);
  expect(angleTo(about, { x: 20, y: 10 }, { x: 10, y: 0 })).toBe(-90);
  expect(angleTo(about, { x: 20, y: 10 }, { x: 0, y: 10 })).toBe(180);
  expect(angleTo(about, about, about)).toBe(0);
  expect([snapAngle(7), snapAngle(8), snapAngle(-8), snapAngle(100, 45), snapAngle(33, 0)]).toEqual([0, 15, -15, 90, 33]);
  expect([normalAngle(-90), normalAngle(720), normalAngle(-1e-20)]).toEqual([270, 0, 0]);
  fc.assert(
    fc.property(point, point, fc.integer({ min: -179, max: 179 }), (centred, from, degrees) => {
      fc.pre(far(centred, from) > 1);
      expect(angleTo(centred, from, rotatePoint(from, centred, degrees))).toBeCloseTo(degrees, 6);
    }),
    fuzz(1_000),
  );
});

test('TRANSFORM-10 any board coordinates give finite numbers', () => {
  const wild = fc.oneof(fc.double({ min: -1e7, max: 1e7, noNaN: true }), fc.constantFrom(0, 5e-324, 1e-9, -1e7, 1e7));
  const any = fc.record({ x: wild, y: wild, w: wild.map(Math.abs), h: wild.map(Math.abs) });
  const wilds = fc.record({ x: wild, y: wild });
  const how = fc.record({ keepRatio: fc.boolean(), fromCentre: fc.boolean(), min: fc.constantFrom(0, 8, 1e7) });
  const sound = ({ x, y, w, h }: Box): void => {
    expect([x, y, w, h].every(Number.isFinite), JSON.stringify([x, y, w, h])).toBe(true);
    expect(Math.min(w, h)).toBeGreaterThanOrEqual(0);
  };
  fc.assert(
    fc.property(any, wild, handles, wilds, how, any, (of, rot, handle, by, options, other) => {
      const one = { box: of, rot };
      sound(resizeFrom(of, handle, by, options));
      sound(resizePlaced(one, handle, by, options).box);
      sound(rotateAbout(one, by, rot).box);
      sound(bounds(one));
      expect(typeof intersectsBox(one, other)).toBe('boolean');
      const { x, y } = partAt(one, by);
      expect(Math.min(x, y) >= 0 && Math.max(x, y) <= 1).toBe(true);
      expect(Math.abs(angleTo(by, one.box, other))).toBeLessThanOrEqual(180);
      sound(mapBox(of, other, { box: other, rot }).box);
    }),
    fuzz(2_000),
  );
});
