// Putting objects in order: in line, at equal distances, in a grid.
import { type Alignment, type Arranged, align, type Box, distribute, intersects, type Point, tidy, union } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const coordinate = fc.integer({ min: -1_000, max: 1_000 });
const size = fc.integer({ min: 1, max: 300 });
const boxes = fc
  .array(fc.record({ x: coordinate, y: coordinate, w: size, h: size }), { maxLength: 14 })
  .map((list) => list.map((box, at) => ({ id: `o${at}`, box })));
const some = boxes.filter((list) => list.length > 0);

const moved = (list: readonly Arranged[], moves: ReadonlyMap<string, Point>): readonly Arranged[] =>
  list.map(({ id, box }) => ({ id, box: { ...box, ...moves.get(id) } }));
const around = (list: readonly Arranged[]): Box => union(list.map(({ box }) => box)) as Box;
const near = (a: Box, b: Box): void => {
  for (const side of ['x', 'y', 'w', 'h'] as const) expect(a[side]).toBeCloseTo(b[side], 4);
};
const note = (id: string, x: number, y: number, w = 100, h = 100): Arranged => ({ id, box: { x, y, w, h } });

const LINES: Readonly<Record<Alignment, (box: Box) => number>> = {
  left: ({ x }) => x,
  centre: ({ x, w }) => x + w / 2,
  right: ({ x, w }) => x + w,
  top: ({ y }) => y,
  middle: ({ y, h }) => y + h / 2,
  bottom: ({ y, h }) => y + h,
};
const ALIGNMENTS = Object.keys(LINES) as Alignment[];

test('ARRANGE-1 aligned boxes share a line of the box around them', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...ALIGNMENTS), (list, to) => {
      const after = moved(list, align(list, to));
      const line = LINES[to](around(list));
      after.forEach(({ box }, at) => {
        expect(LINES[to](box)).toBeCloseTo(line, 6);
        const was = list[at]?.box;
        const other = ['left', 'centre', 'right'].includes(to) ? ('y' as const) : ('x' as const);
        expect(box[other]).toBe(was?.[other]);
      });
    }),
    fuzz(500),
  );
});

test('ARRANGE-2 distributed boxes have equal gaps', () => {
  expect([...distribute([note('a', 0, 0), note('b', 110, 5), note('c', 400, 0)], 'horizontal')]).toEqual([['b', { x: 200, y: 5 }]]);
  fc.assert(
    fc.property(boxes, fc.constantFrom('horizontal' as const, 'vertical' as const), (list, axis) => {
      fc.pre(list.length >= 3);
      const from = ({ box }: Arranged): number => (axis === 'horizontal' ? box.x : box.y);
      const long = ({ box }: Arranged): number => (axis === 'horizontal' ? box.w : box.h);
      const room = axis === 'horizontal' ? around(list).w : around(list).h;
      fc.pre(list.reduce((sum, each) => sum + long(each), 0) <= room);
      const after = [...moved(list, distribute(list, axis))].sort((a, b) => from(a) - from(b));
      near(around(after), around(list));
      const gaps = after.slice(1).map((each, at) => from(each) - from(after[at] as Arranged) - long(after[at] as Arranged));
      for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] as number, 4);
    }),
    fuzz(1_000),
  );
});

test('ARRANGE-3 boxes that overlap are distributed by their centres', () => {
  const after = moved(
    [note('a', 0, 0), note('b', 20, 0, 200), note('c', 30, 0), note('d', 150, 0)],
    distribute([note('a', 0, 0), note('b', 20, 0, 200), note('c', 30, 0), note('d', 150, 0)], 'horizontal'),
  );
  expect(after.map(({ id, box }) => [id, box.x + box.w / 2])).toEqual([
    ['a', 50],
    ['b', 150],
    ['c', 100],
    ['d', 200],
  ]);
});

test('ARRANGE-4 tidied boxes stand in columns and rows', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 40 }), (list, gap) => {
      const after = moved(list, tidy(list, gap));
      const [was, is] = [around(list), around(after)];
      expect([is.x, is.y]).toEqual([was.x, was.y]);
      const grown = after.map(({ box }) => ({ ...box, w: box.w + gap, h: box.h + gap }));
      grown.forEach((box, at) => {
        for (const other of grown.slice(at + 1)) expect(intersects(box, other)).toBe(false);
      });
      const columns = new Set(after.map(({ box }) => box.x)).size;
      const rows = new Set(after.map(({ box }) => box.y)).size;
      expect(columns * rows).toBeGreaterThanOrEqual(list.length);
      expect(columns * (rows - 1)).toBeLessThan(list.length);
    }),
    fuzz(1_000),
  );
});

test('ARRANGE-5 tidying keeps the reading order and the shape', () => {
  const rows = [note('a', 0, 10), note('b', 130, 0), note('c', 250, 20), note('d', 5, 150), note('e', 140, 160)];
  expect([...tidy(rows, 10)].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 110, y: 0 }],
    ['c', { x: 220, y: 0 }],
    ['d', { x: 0, y: 110 }],
    ['e', { x: 110, y: 110 }],
  ]);
  // A wide row stays a row, however far its boxes stand from each other.
  expect(new Set(moved(rows.slice(0, 3), tidy(rows.slice(0, 3), 10)).map(({ box }) => box.y)).size).toBe(1);
  // Cells are as wide and as high as the largest in their column and row.
  const sizes = [note('a', 0, 0, 50, 50), note('b', 200, 0, 100, 80), note('c', 0, 200, 120, 40), note('d', 200, 200, 60, 60)];
  expect(moved(sizes, tidy(sizes, 10)).map(({ box }) => [box.x, box.y])).toEqual([
    [0, 0],
    [130, 0],
    [0, 90],
    [130, 90],
  ]);
  // Steps in a row each: nine of a square shape become three by three.
  const stairs = Array.from({ length: 9 }, (_, at) => note(`s${at}`, at * 120, at * 120));
  const after = moved(stairs, tidy(stairs, 10));
  expect(new Set(after.map(({ box }) => box.x)).size).toBe(3);
  expect(after.map(({ id }) => id)).toEqual([...after].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x).map(({ id }) => id));
});

test('ARRANGE-6 what is in order does not move', () => {
  for (const none of [[], [note('a', 3, 4)]]) {
    expect(tidy(none, 10).size + align(none, 'left').size + distribute(none, 'vertical').size).toBe(0);
  }
  expect(distribute([note('a', 0, 0), note('b', 500, 0)], 'horizontal').size).toBe(0);
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...ALIGNMENTS), (list, gap, to) => {
      const tidied = moved(list, tidy(list, gap));
      expect(tidy(tidied, gap).size).toBe(0);
      expect(align(moved(list, align(list, to)), to).size).toBe(0);
      const apart = list.map(({ id, box }, at) => ({ id, box: { ...box, y: box.y / 10 + at * 600 } }));
      expect(distribute(moved(apart, distribute(apart, 'vertical')), 'vertical').size).toBe(0);
    }),
    fuzz(1_000),
  );
});

test('ARRANGE-7 the order given does not matter', () => {
  fc.assert(
    fc.property(
      boxes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      fc.constantFrom(...ALIGNMENTS),
      ([list, shuffled], to) => {
        const byId = (moves: ReadonlyMap<string, Point>): unknown => [...moves].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(byId(align(shuffled, to))).toEqual(byId(align(list, to)));
        expect(byId(tidy(shuffled, 8))).toEqual(byId(tidy(list, 8)));
        expect(byId(distribute(shuffled, 'horizontal'))).toEqual(byId(distribute(list, 'horizontal')));
      },
    ),
    fuzz(500),
  );
});
