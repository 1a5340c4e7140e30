// Connectors: where their ends stand, which way they go, and what is read from the way.
import {
  type Box,
  bounds,
  corners,
  distanceTo,
  headPath,
  type Point,
  partAt,
  type Route,
  type RouteEnd,
  type RouteShape,
  route,
} from '@masa/shared/core';
import { cornersOf, SHAPES as SHAPE_NAMES } from '@masa/shared/objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';
import { fewestBends, grown, isIn } from './ways.ts';

const SHAPES: readonly RouteShape[] = ['straight', 'elbow', 'curve'];

const coordinate = fc.integer({ min: -600, max: 600 });
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc.record({ x: coordinate, y: coordinate, w: fc.integer({ min: 1, max: 300 }), h: fc.integer({ min: 1, max: 300 }) });
const angles = fc.constantFrom(0, 0, 90, 180, 30, 45, 211);

const centre = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const whole = (of: Box, rot = 0): RouteEnd => ({ at: centre(of), box: of, rot });
const free = fc.record({ at: point, box: fc.constant(null) });
const attached = fc.record({ at: point, box, rot: angles });
const wholes = fc.tuple(box, angles).map(([of, rot]) => whole(of, rot));
const ends: fc.Arbitrary<RouteEnd> = fc.oneof(free, attached, wholes);

const numbers = (text: string): number[] => (text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gu) ?? []).map(Number);

/** Points along path data, close together. */
function walk(path: string): readonly Point[] {
  const walked: Point[] = [];
  for (const piece of path.match(/[MLC][^MLC]*/gu) ?? []) {
    const values = numbers(piece.slice(1));
    const from = walked.at(-1);
    const at = (index: number): Point => ({ x: values[index * 2] ?? Number.NaN, y: values[index * 2 + 1] ?? Number.NaN });
    if (!from) walked.push(at(0));
    else {
      const curve = piece.startsWith('C') ? [from, at(0), at(1), at(2)] : [from, from, at(0), at(0)];
      for (let step = 1; step <= 400; step += 1) {
        const [t, u] = [step / 400, 1 - step / 400];
        const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        const sum = (of: (each: Point) => number): number => curve.reduce((all, each, index) => all + of(each) * (weights[index] ?? 0), 0);
        walked.push({ x: sum(({ x }) => x), y: sum(({ y }) => y) });
      }
    }
  }
  return walked;
}

const first = ({ points }: Route): Point => points[0] ?? { x: Number.NaN, y: Number.NaN };
const last = ({ points }: Route): Point => points.at(-1) ?? { x: Number.NaN, y: Number.NaN };

/** How far a point is from the outline of a turned box, by the outline's four sides. */
function fromOutline(of: Box, rot: number, at: Point): number {
  const around = corners({ box: of, rot });
  return Math.min(
    ...around.map((from, index) => distanceTo(route({ at: from, box: null }, { at: around[(index + 1) % 4] ?? from, box: null }, 'straight'), at)),
  );
}

test('ROUTE-1 a straight connector between whole objects is cut at both outlines', () => {
  const way = route(whole({ x: 0, y: 0, w: 100, h: 100 }), whole({ x: 300, y: 0, w: 100, h: 100 }), 'straight');
  expect(way.points).toEqual([
    { x: 104, y: 50 },
    { x: 296, y: 50 },
  ]);
  expect(way.path).toBe('M 104 50 L 296 50');
  const diamond = route(whole({ x: 0, y: 0, w: 100, h: 100 }, 45), { at: { x: 300, y: 50 }, box: null }, 'straight');
  expect(first(diamond).x).toBeCloseTo(50 + Math.hypot(50, 50) + 4);
  fc.assert(
    fc.property(box, angles, box, angles, (a, turnA, b, turnB) => {
      const [start, end] = [whole(a, turnA), whole(b, turnB)];
      const { points } = route(start, end, 'straight');
      const [from, to] = [points[0] as Point, points[1] as Point];
      const [rimA, rimB] = [bounds({ box: a, rot: turnA }), bounds({ box: b, rot: turnB })];
      fc.pre(rimA.x + rimA.w < rimB.x);
      // In order on the line from centre to centre.
      const total = far(centre(a), centre(b));
      expect(far(centre(a), from) + far(from, to) + far(to, centre(b))).toBeCloseTo(total, 6);
      const room = far(from, to);
      const gap = Math.min(4, room / 2);
      expect(fromOutline(a, turnA, from)).toBeLessThanOrEqual(gap + 1e-6);
      expect(fromOutline(b, turnB, to)).toBeLessThanOrEqual(gap + 1e-6);
      expect(fromOutline(a, turnA, from)).toBeGreaterThan(0);
    }),
    fuzz(1_000),
  );
});

test('ROUTE-2 an attached end stands on the outline, nearest to where it is attached', () => {
  const near = { x: 0, y: 0, w: 100, h: 60 };
  const target = { at: { x: 400, y: 400 }, box: null };
  for (const shape of SHAPES) {
    expect(first(route({ at: { x: 90, y: 30 }, box: near }, target, shape))).toEqual({ x: 100, y: 30 });
    expect(first(route({ at: { x: 20, y: 12 }, box: near }, target, shape))).toEqual({ x: 20, y: 0 });
    expect(first(route({ at: { x: 20, y: 12 }, box: near, side: 'bottom' }, target, shape))).toEqual({ x: 20, y: 60 });
    // Asked for a side, the object as a whole is left in the middle of that side.
    expect(first(route({ at: { x: 50, y: 30 }, box: near, side: 'bottom' }, target, shape))).toEqual({ x: 50, y: 64 });
  }
  fc.assert(
    fc.property(attached, ends, fc.constantFrom(...SHAPES), (start, end, shape) => {
      const part = partAt(start, start.at);
      fc.pre(Math.abs(part.x - 0.5) > 0.16 || Math.abs(part.y - 0.5) > 0.16);
      const stands = first(route(start, end, shape));
      expect(fromOutline(start.box, start.rot, stands)).toBeLessThan(1e-6);
      const isInside = part.x > 0 && part.x < 1 && part.y > 0 && part.y < 1;
      const nearest = fromOutline(start.box, start.rot, start.at);
      expect(far(stands, start.at)).toBeCloseTo(isInside ? nearest : far(stands, start.at), 6);
    }),
    fuzz(1_000),
  );
});

test('ROUTE-3 a straight connector of objects that lie over each other is drawn over both', () => {
  const [a, b] = [
    { x: 0, y: 0, w: 100, h: 100 },
    { x: 60, y: 0, w: 100, h: 100 },
  ];
  expect(route(whole(a), whole(b), 'straight').points).toEqual([centre(a), centre(b)]);
  // A note in a frame: the line leaves the note, not the frame.
  const frame = { x: -500, y: -500, w: 1_000, h: 1_000 };
  expect(route(whole({ x: 100, y: -50, w: 100, h: 100 }), whole(frame), 'straight').points).toEqual([
    { x: 96, y: 0 },
    { x: 0, y: 0 },
  ]);
});

/** A place on one of the four sides of a box, and the direction that leads away. */
const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const OUT = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } } as const;
const sided = fc.tuple(box, fc.constantFrom(...SIDES), fc.integer({ min: 0, max: 10 })).map(([of, side, tenth]) => {
  const { x, y } = OUT[side];
  const at = { x: of.x + (x === 0 ? tenth / 10 : (x + 1) / 2) * of.w, y: of.y + (y === 0 ? tenth / 10 : (y + 1) / 2) * of.h };
  return { at, box: of, side };
});

/** Room between two boxes on the axis where they are further apart. */
const between = (a: Box, b: Box): number => Math.max(0, b.x - a.x - a.w, a.x - b.x - b.w, b.y - a.y - a.h, a.y - b.y - b.h);
const clearance = (a: Box, b: Box): number => (between(a, b) > 0 ? Math.min(20, between(a, b) / 2) : 20);

test('ROUTE-4 an elbow connector is upright and leaves at right angles', () => {
  fc.assert(
    fc.property(sided, sided, (start, end) => {
      const { points } = route(start, end, 'elbow');
      fc.pre(far(start.at, end.at) > 1);
      points.slice(1).forEach((to, at) => {
        const from = points[at] as Point;
        expect(Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y))).toBeLessThan(1e-6);
        expect(far(from, to)).toBeGreaterThan(0);
      });
      expect(far(points[0] as Point, start.at)).toBeLessThan(1e-6);
      expect(far(points.at(-1) as Point, end.at)).toBeLessThan(1e-6);
      const least = clearance(start.box, end.box) - 1e-6;
      for (const [from, to, side] of [
        [points[0], points[1], start.side],
        [points.at(-1), points.at(-2), end.side],
      ] as const) {
        const out = OUT[side];
        const step = ((to?.x ?? 0) - (from?.x ?? 0)) * out.x + ((to?.y ?? 0) - (from?.y ?? 0)) * out.y;
        expect(step).toBeGreaterThanOrEqual(least);
      }
    }),
    fuzz(2_000),
  );
});

test('ROUTE-5 an elbow connector goes around its objects with as few bends as possible', () => {
  let clean = 0;
  fc.assert(
    fc.property(sided, sided, (start, end) => {
      const keeps = clearance(start.box, end.box);
      const fewest = fewestBends({ ...start, out: OUT[start.side] }, { ...end, out: OUT[end.side] }, keeps);
      // Only boxes that touch leave no way.
      expect(fewest === null && between(start.box, end.box) > 0).toBe(false);
      fc.pre(fewest !== null);
      clean += 1;
      const { points } = route(start, end, 'elbow');
      expect(points.length - 2, JSON.stringify(points)).toBe(fewest);
      const crossed = points.slice(1).filter((to, at) => {
        const from = points[at] as Point;
        // The first and the last piece lead through the room around their own object.
        const isNear = (of: Box, isOwn: boolean): boolean => isIn(from, to, isOwn ? of : grown(of, keeps));
        return isNear(start.box, at === 0) || isNear(end.box, at === points.length - 2);
      });
      expect(crossed, JSON.stringify(points)).toEqual([]);
    }),
    fuzz(1_500),
  );
  expect(clean).toBeGreaterThan(500);
});

test('ROUTE-6 an elbow connector of whole objects takes the sides that suit', () => {
  const note = { x: 0, y: 0, w: 100, h: 100 };
  // A little lower, but facing: straight, in the middle of what both share.
  expect(route(whole(note), whole({ x: 300, y: 10, w: 100, h: 100 }), 'elbow').points).toEqual([
    { x: 104, y: 55 },
    { x: 296, y: 55 },
  ]);
  // Beside and below: one bend.
  expect(route(whole(note), whole({ x: 400, y: 300, w: 100, h: 100 }), 'elbow').points).toEqual([
    { x: 104, y: 50 },
    { x: 450, y: 50 },
    { x: 450, y: 296 },
  ]);
  // To a free point straight ahead, and to one aside.
  expect(route(whole(note), { at: { x: 300, y: 60 }, box: null }, 'elbow').points).toEqual([
    { x: 104, y: 60 },
    { x: 300, y: 60 },
  ]);
  expect(route(whole(note), { at: { x: 300, y: 250 }, box: null }, 'elbow').points).toHaveLength(3);
  fc.assert(
    fc.property(box, box, (a, b) => {
      fc.pre(between(a, b) > 40);
      const bends = route(whole(a), whole(b), 'elbow').points.length - 2;
      for (const from of SIDES) {
        for (const to of SIDES) {
          expect(bends).toBeLessThanOrEqual(route({ ...whole(a), side: from }, { ...whole(b), side: to }, 'elbow').points.length - 2);
        }
      }
    }),
    fuzz(300),
  );
});

test('ROUTE-7 a curve leaves at right angles', () => {
  const way = route(whole({ x: 0, y: 0, w: 100, h: 100 }), whole({ x: 500, y: 100, w: 100, h: 100 }), 'curve');
  expect(way.startAngle).toBeCloseTo(Math.PI);
  expect(way.endAngle).toBeCloseTo(0);
  const sweep = route(whole({ x: 0, y: 0, w: 100, h: 100 }), { at: { x: 404, y: 350 }, box: null }, 'curve');
  expect(sweep.startAngle).toBeCloseTo(Math.PI);
  expect(sweep.endAngle).toBeGreaterThan(Math.PI / 8);
  expect(sweep.endAngle).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
  fc.assert(
    fc.property(sided, ends, (start, end) => {
      const { curve } = route(start, end, 'curve');
      fc.pre(curve !== undefined && far(curve[0], curve[3]) > 1);
      const [from, control] = curve ?? [];
      const out = OUT[start.side];
      expect(((control?.x ?? 0) - (from?.x ?? 0)) * out.x + ((control?.y ?? 0) - (from?.y ?? 0)) * out.y).toBeCloseTo(
        far(from as Point, control as Point),
        6,
      );
    }),
    fuzz(500),
  );
});

test('ROUTE-8 a label stands half way', () => {
  fc.assert(
    fc.property(ends, ends, fc.constantFrom(...SHAPES), (start, end, shape) => {
      const way = route(start, end, shape);
      const walked = walk(way.path);
      const total = walked.slice(1).reduce((sum, to, at) => sum + far(walked[at] as Point, to), 0);
      let [half, at] = [0, 0];
      while (at + 1 < walked.length && half < total / 2) {
        half += far(walked[at] as Point, walked[at + 1] as Point);
        at += 1;
      }
      expect(far(walked[at] as Point, way.middle)).toBeLessThan(1 + total / 200);
    }),
    fuzz(500),
  );
});

test('ROUTE-9 the bounds are the smallest box around the line', () => {
  fc.assert(
    fc.property(ends, ends, fc.constantFrom(...SHAPES), (start, end, shape) => {
      const way = route(start, end, shape);
      const walked = walk(way.path);
      const [xs, ys] = [walked.map(({ x }) => x), walked.map(({ y }) => y)];
      expect(Math.abs(way.bounds.x - Math.min(...xs))).toBeLessThan(0.05);
      expect(Math.abs(way.bounds.y - Math.min(...ys))).toBeLessThan(0.05);
      expect(Math.abs(way.bounds.x + way.bounds.w - Math.max(...xs))).toBeLessThan(0.05);
      expect(Math.abs(way.bounds.y + way.bounds.h - Math.max(...ys))).toBeLessThan(0.05);
    }),
    fuzz(500),
  );
});

test('ROUTE-10 the distance of a point is that from the nearest point of the line', () => {
  fc.assert(
    fc.property(ends, ends, fc.constantFrom(...SHAPES), point, (start, end, shape, at) => {
      const way = route(start, end, shape);
      const walked = walk(way.path);
      const nearest = Math.min(...walked.map((each) => far(each, at)));
      const spacing = Math.max(...walked.slice(1).map((to, index) => far(walked[index] as Point, to)), 0);
      expect(distanceTo(way, at)).toBeLessThanOrEqual(nearest + 0.02);
      expect(distanceTo(way, at)).toBeGreaterThanOrEqual(nearest - spacing / 2 - 0.02);
    }),
    fuzz(1_000),
  );
});

test('ROUTE-11 heads point the way the line runs', () => {
  fc.assert(
    fc.property(ends, ends, fc.constantFrom(...SHAPES), (start, end, shape) => {
      const way = route(start, end, shape);
      const walked = walk(way.path);
      const [from, to] = [walked.at(-2) as Point, walked.at(-1) as Point];
      const [second, begin] = [walked[1] as Point, walked[0] as Point];
      fc.pre(far(from, to) > 0.1 && far(second, begin) > 0.1 && far(first(way), last(way)) > 10);
      const off = (angle: number, a: Point, b: Point): number =>
        Math.cos(angle) * ((b.x - a.x) / far(a, b)) + Math.sin(angle) * ((b.y - a.y) / far(a, b));
      expect(off(way.endAngle, from, to)).toBeGreaterThan(0.97);
      expect(off(way.startAngle, second, begin)).toBeGreaterThan(0.97);
    }),
    fuzz(500),
  );
  expect(headPath('none', 12)).toBe('');
  expect(headPath('arrow', 12)).toBe('M -12 -6 L 0 0 L -12 6');
  expect(headPath('triangle', 12)).toBe('M 0 0 L -12 -6 L -12 6 Z');
  expect(headPath('dot', 12)).toBe('M 0 0 A 6 6 0 1 1 -12 0 A 6 6 0 1 1 0 0 Z');
  expect(headPath('bar', 12)).toBe('M 0 -6 L 0 6');
});

test('ROUTE-12 any two ends have a way', () => {
  const wild = fc.oneof(
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0, 5e-324, 1e-9, -1e7, 1e7),
  );
  const size = wild.map(Math.abs);
  const places = fc.record({ x: wild, y: wild });
  const any: fc.Arbitrary<RouteEnd> = fc
    .record({
      at: places,
      box: fc.option(fc.record({ x: wild, y: wild, w: size, h: size })),
      rot: fc.oneof(fc.constant(0), wild),
      side: fc.option(fc.constantFrom(...SIDES), { nil: undefined }),
    })
    .map(({ side, ...rest }) => (side ? { ...rest, side } : rest));
  const finite = (way: Route): void => {
    const { points, middle, startAngle, endAngle, path } = way;
    const values = [...points, ...(way.curve ?? []), middle, way.bounds].flatMap(({ x, y }) => [x, y]);
    expect([...values, way.bounds.w, way.bounds.h, startAngle, endAngle, distanceTo(way, { x: 0, y: 0 })].every(Number.isFinite)).toBe(true);
    expect(path).toMatch(/^M -?[\d.e+-]+ -?[\d.e+-]+( [LC]( -?[\d.e+-]+ -?[\d.e+-]+)+)+$/u);
    expect(points.length).toBeGreaterThanOrEqual(2);
  };
  fc.assert(
    fc.property(any, any, fc.constantFrom(...SHAPES), (start, end, shape) => {
      const way = route(start, end, shape);
      finite(way);
      expect(route(start, end, shape)).toEqual(way);
      finite(route(start, start, shape));
    }),
    fuzz(2_000),
  );
  const note = whole({ x: 0, y: 0, w: 100, h: 100 });
  for (const shape of SHAPES) finite(route(note, note, shape));
  // Both ends on one object: a loop outside it.
  expect(route(note, note, 'elbow').points.length).toBeGreaterThan(3);
  expect(distanceTo(route(note, note, 'curve'), { x: 50, y: 50 })).toBeGreaterThan(50);
});

test('ROUTE-13 a straight line to a shape that does not fill its box stops at the shape', () => {
  const box = { x: 0, y: 0, w: 200, h: 100 };
  const diamond = cornersOf('diamond', box.w, box.h);
  const way = route({ at: { x: 500, y: 250 }, box: null }, { at: { x: 100, y: 50 }, box, ...(diamond ? { corners: diamond } : {}) }, 'straight');
  const last = way.points.at(-1) ?? { x: 0, y: 0 };
  // On the line from the middle to the free end, |x - 100| / 100 + |y - 50| / 50 = 1 is the diamond; the gap lies outside of it.
  const reach = Math.abs(last.x - 100) / 100 + Math.abs(last.y - 50) / 50;
  expect(reach).toBeGreaterThan(1);
  expect(reach).toBeLessThan(1.15);
  for (const shape of SHAPE_NAMES)
    for (const { x, y } of cornersOf(shape, 200, 100) ?? []) expect(x >= -1e-9 && x <= 200 + 1e-9 && y >= -1e-9 && y <= 100 + 1e-9, shape).toBe(true);
});
