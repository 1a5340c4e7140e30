// Snapping to lines and gaps while objects are moved or resized.
import { type Box, createSnapper, type Guide, type Handle } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const coordinate = fc.integer({ min: -200, max: 200 });
const size = fc.integer({ min: 1, max: 80 });
const box = fc.record({ x: coordinate, y: coordinate, w: size, h: size });
const inRow = fc.record({ x: coordinate, y: fc.integer({ min: -20, max: 20 }), w: size, h: size });
const others = fc.array(fc.oneof(box, inRow), { maxLength: 12 });
const tolerance = fc.integer({ min: 0, max: 12 });
const HANDLES: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

const at = (x: number, y: number, w = 100, h = 100): Box => ({ x, y, w, h });
const gaps = (guides: readonly Guide[]): readonly Guide[] => guides.filter(({ kind }) => kind === 'gap');
const lines = (guides: readonly Guide[]): readonly Guide[] => guides.filter(({ kind }) => kind === 'line');
const shift = (of: Box, dx: number, dy: number): Box => ({ ...of, x: of.x + dx, y: of.y + dy });

test('SNAP-1 a moved box goes to the nearest line', () => {
  const snapper = createSnapper([at(0, 0), at(400, 500, 60, 60)]);
  expect(snapper.snapMove(at(3, 200), 8)).toMatchObject({ dx: -3, dy: 0 });
  // Centre to centre.
  expect(snapper.snapMove(at(30, 300, 46, 46), 8)).toMatchObject({ dx: -3, dy: 0 });
  // Right to left.
  expect(snapper.snapMove(at(-106, 300), 8).dx).toBe(6);
  expect(snapper.snapMove(at(250, 250), 8)).toEqual({ dx: 0, dy: 0, guides: [] });
  // Equally near: the lower.
  expect(createSnapper([at(0, 0), at(10, 900)]).snapMove(at(5, 300, 30, 30), 6).dx).toBe(-5);
  fc.assert(
    fc.property(box, others, tolerance, (moving, list, within) => {
      const { dx, dy } = createSnapper(list).snapMove(moving, within);
      expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(within);
      const steps = list.flatMap(({ x, w }) => [
        ...[x, x + w].flatMap((edge) => [edge - moving.x, edge - moving.x - moving.w]),
        x + w / 2 - moving.x - moving.w / 2,
      ]);
      const nearest = Math.min(...steps.map(Math.abs));
      expect(nearest <= within ? Math.abs(dx) : 0).toBeLessThanOrEqual(nearest + 1e-9);
    }),
    fuzz(1_000),
  );
});

test('SNAP-2 a line spans all boxes on it', () => {
  const { dx, guides } = createSnapper([at(0, 0, 40), at(0, 900, 70), at(500, 400, 30)]).snapMove(at(4, 400, 300, 50), 8);
  expect(dx).toBe(-4);
  expect(lines(guides).filter(({ x1, x2 }) => x1 === x2)).toEqual([{ kind: 'line', x1: 0, y1: 0, x2: 0, y2: 1_000 }]);
  expect(lines(guides).filter(({ y1, y2 }) => y1 === y2)).toEqual([{ kind: 'line', x1: 0, y1: 400, x2: 530, y2: 400 }]);
});

test('SNAP-3 a box between two neighbours snaps to equal gaps', () => {
  const { dx, dy, guides } = createSnapper([at(0, 0), at(400, 10)]).snapMove(at(195, 33, 110, 100), 8);
  expect([dx, dy]).toEqual([0, 0]);
  expect(gaps(guides)).toEqual([
    { kind: 'gap', x1: 100, y1: 66.5, x2: 195, y2: 66.5 },
    { kind: 'gap', x1: 305, y1: 71.5, x2: 400, y2: 71.5 },
  ]);
  expect(createSnapper([at(0, 0), at(400, 10)]).snapMove(at(199, 33, 110, 100), 8).dx).toBe(-4);
  // The same in a column.
  expect(createSnapper([at(0, 0), at(10, 400)]).snapMove(at(33, 199, 100, 110), 8).dy).toBe(-4);
  // No neighbour: what lies in another row.
  expect(createSnapper([at(0, 0), at(400, 700)]).snapMove(at(199, 33, 110, 100), 8)).toMatchObject({ dx: 0, guides: [] });
});

test('SNAP-4 a box beside neighbours snaps to their gap', () => {
  const row = createSnapper([at(0, 0), at(130, 10)]);
  const after = row.snapMove(at(257, 33, 64, 64), 8);
  expect(after.dx).toBe(3);
  expect(gaps(after.guides).map(({ x1, x2 }) => [x1, x2])).toEqual([
    [100, 130],
    [230, 260],
  ]);
  expect(row.snapMove(at(-91, 33, 64, 64), 8).dx).toBe(-3);
  const column = createSnapper([at(0, 0), at(10, 130)]);
  expect(column.snapMove(at(33, 257, 64, 64), 8).dy).toBe(3);
  expect(gaps(column.snapMove(at(33, 257, 64, 64), 8).guides).map(({ y1, y2 }) => [y1, y2])).toEqual([
    [100, 130],
    [230, 260],
  ]);
});

test('SNAP-5 a resized box snaps the sides its handle moves', () => {
  const snapper = createSnapper([at(0, 0), at(300, 200)]);
  const resized = snapper.snapResize(at(150, 110, 146, 50), 'e', 8);
  expect(resized.box).toEqual(at(150, 110, 150, 50));
  expect(lines(resized.guides)).toEqual([{ kind: 'line', x1: 300, y1: 110, x2: 300, y2: 300 }]);
  expect(snapper.snapResize(at(150, 150, 146, 47), 'se', 8).box).toEqual(at(150, 150, 150, 50));
  // A side at an equal gap.
  const even = createSnapper([at(0, 0), at(400, 0)]).snapResize(at(150, 20, 196, 50), 'e', 8);
  expect(even.box).toEqual(at(150, 20, 200, 50));
  expect(gaps(even.guides)).toHaveLength(2);
  fc.assert(
    fc.property(box, others, tolerance, fc.constantFrom(...HANDLES), (from, list, within, handle) => {
      const { box: to } = createSnapper(list).snapResize(from, handle, within);
      expect(Math.min(to.w, to.h)).toBeGreaterThan(0);
      const sides = ({ x, y, w, h }: Box): Readonly<Record<string, number>> => ({ w: x, e: x + w, n: y, s: y + h });
      for (const side of ['n', 'e', 's', 'w'].filter((each) => !handle.includes(each)))
        expect(sides(to)[side]).toBeCloseTo(sides(from)[side] ?? 0, 9);
    }),
    fuzz(1_000),
  );
});

/** Whether a line is an edge of a box, or its centre. */
const isOn = (line: Guide, { x, y, w, h }: Box): boolean => {
  const values = line.x1 === line.x2 ? [x, x + w / 2, x + w] : [y, y + h / 2, y + h];
  return values.some((value) => Math.abs(value - (line.x1 === line.x2 ? line.x1 : line.y1)) < 1e-5);
};

test('SNAP-6 every guide holds', () => {
  const near = (list: readonly number[], value: number): boolean => list.some((each) => Math.abs(each - value) < 1e-5);
  let [shownLines, shownGaps] = [0, 0];
  fc.assert(
    fc.property(fc.oneof(box, inRow), others, tolerance, fc.constantFrom(null, ...HANDLES), (moving, list, within, handle) => {
      const snapper = createSnapper(list);
      const move = snapper.snapMove(moving, within);
      const resize = handle && snapper.snapResize(moving, handle, within);
      const now = resize ? resize.box : shift(moving, move.dx, move.dy);
      const { guides } = resize ?? move;
      // What moves the box is shown.
      expect(guides.length > 0 || resize !== null || (move.dx === 0 && move.dy === 0)).toBe(true);
      for (const line of lines(guides)) {
        shownLines += 1;
        expect(isOn(line, now)).toBe(true);
        expect(list.some((each) => isOn(line, each))).toBe(true);
      }
      const all = [...list, now];
      for (const isAcross of [true, false]) {
        const shown = gaps(guides).filter(({ x1, x2 }) => (x1 !== x2) === isAcross);
        const long = shown.map(({ x1, y1, x2, y2 }) => Math.abs(x2 - x1) + Math.abs(y2 - y1));
        shownGaps += shown.length;
        expect(shown.length).not.toBe(1);
        for (const each of long) {
          expect(each).toBeGreaterThan(0);
          expect(each).toBeCloseTo(long[0] as number, 4);
        }
        for (const { x1, y1, x2, y2 } of shown) {
          expect(near(isAcross ? all.map(({ x, w }) => x + w) : all.map(({ y, h }) => y + h), isAcross ? x1 : y1)).toBe(true);
          expect(near(isAcross ? all.map(({ x }) => x) : all.map(({ y }) => y), isAcross ? x2 : y2)).toBe(true);
        }
      }
    }),
    fuzz(3_000),
  );
  expect(Math.min(shownLines, shownGaps)).toBeGreaterThan(40);
});

test('SNAP-7 the order of the others does not matter', () => {
  fc.assert(
    fc.property(
      others.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      box,
      tolerance,
      fc.constantFrom(...HANDLES),
      ([list, shuffled], moving, within, handle) => {
        expect(createSnapper(shuffled).snapMove(moving, within)).toEqual(createSnapper(list).snapMove(moving, within));
        expect(createSnapper(shuffled).snapResize(moving, handle, within)).toEqual(createSnapper(list).snapResize(moving, handle, within));
      },
    ),
    fuzz(1_000),
  );
});

test('SNAP-8 the others are read once', () => {
  let reads = 0;
  const counted = Array.from({ length: 2_000 }, (_, index): Box => {
    const own = at((index % 50) * 130, Math.floor(index / 50) * 130);
    const read = <T>(value: T): T => {
      reads += 1;
      return value;
    };
    return {
      get x() {
        return read(own.x);
      },
      get y() {
        return read(own.y);
      },
      get w() {
        return read(own.w);
      },
      get h() {
        return read(own.h);
      },
    };
  });
  const snapper = createSnapper(counted);
  const prepared = reads;
  expect(prepared).toBeLessThanOrEqual(2_000 * 8 * 2);
  for (let step = 0; step < 100; step += 1) snapper.snapMove(at(1_000 + step, 2_000 + step, 90, 70), 6);
  snapper.snapResize(at(1_000, 2_000), 'se', 6);
  expect(reads).toBe(prepared);
});
