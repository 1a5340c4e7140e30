// The way of an elbow connector: across and along only, around its own two boxes, with as few bends as possible.
import { CLEARANCE, type Door, doorsOf, TOUCH } from './elbowDoors.ts';
import { type Box, inset, type Point } from './geometry.ts';
import { apartness, gapBetween, groundBox, isAttached, type RouteEnd } from './routeEnds.ts';
import { centreOf } from './transform.ts';

/** What a way of these ends must go around. Of a free end: the point. */
interface Ground {
  readonly box: Box;
  /** With the clearance around it; null where nothing is in the way. */
  readonly wide: Box | null;
}

interface Way {
  readonly points: readonly Point[];
  /** How often it crosses what it should go around. */
  readonly hits: number;
  readonly length: number;
}

/** Whether a piece of the way runs through the inside of a box. */
const crosses = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a.x, b.x) > box.x + TOUCH &&
  Math.min(a.x, b.x) < box.x + box.w - TOUCH &&
  Math.max(a.y, b.y) > box.y + TOUCH &&
  Math.min(a.y, b.y) < box.y + box.h - TOUCH;

/** The points at which the way bends, with its ends; null if it turns back on itself. */
function bendsOf(points: readonly Point[]): readonly Point[] | null {
  const bends: Point[] = [];
  for (const point of points) {
    const [last, before] = [bends.at(-1), bends.at(-2)];
    if (last && Math.abs(last.x - point.x) <= TOUCH && Math.abs(last.y - point.y) <= TOUCH) continue;
    if (last && before) {
      const isStraight = Math.abs(before.x - last.x) <= TOUCH ? Math.abs(last.x - point.x) <= TOUCH : Math.abs(last.y - point.y) <= TOUCH;
      if (isStraight && (last.x - before.x) * (point.x - last.x) + (last.y - before.y) * (point.y - last.y) < 0) return null;
      if (isStraight) bends.pop();
    }
    bends.push(point);
  }
  return bends;
}

/** Lines worth turning on, on one axis: between both boxes first, then along their rims. */
function linesOf(a: readonly [number, number], b: readonly [number, number], wide: readonly (readonly [number, number])[]): readonly number[] {
  const middle = a[1] <= b[0] ? (a[1] + b[0]) / 2 : b[1] <= a[0] ? (b[1] + a[0]) / 2 : (Math.max(a[0], b[0]) + Math.min(a[1], b[1])) / 2;
  return [...new Set([middle, ...wide.flat()])];
}

/** The bends between the first and the last turn of ways with so many of them. */
function* bendsBetween(p: Point, q: Point, xs: readonly number[], ys: readonly number[], bends: number): Generator<readonly Point[]> {
  if (bends === 0) {
    if (Math.abs(p.x - q.x) <= TOUCH || Math.abs(p.y - q.y) <= TOUCH) yield [];
  } else if (bends === 1) {
    yield [{ x: q.x, y: p.y }];
    yield [{ x: p.x, y: q.y }];
  } else if (bends === 2) {
    for (const x of xs)
      yield [
        { x, y: p.y },
        { x, y: q.y },
      ];
    for (const y of ys)
      yield [
        { x: p.x, y },
        { x: q.x, y },
      ];
  } else {
    for (const x of xs) {
      for (const y of ys) {
        yield [
          { x, y: p.y },
          { x, y },
          { x: q.x, y },
        ];
        yield [
          { x: p.x, y },
          { x, y },
          { x, y: q.y },
        ];
      }
    }
  }
}

/** The straight way between two doors that face each other, slid to the middle of what they share; null if they do not. */
function straightBetween(a: Door, b: Door): readonly Point[] | null {
  const out = a.out ?? (b.out && { x: -b.out.x, y: -b.out.y });
  if (!out || (a.out && b.out && (a.out.x !== -b.out.x || a.out.y !== -b.out.y))) return null;
  const isAcross = out.y === 0;
  const lane = (door: Door): readonly [number, number] => {
    const own = isAcross ? door.at.y : door.at.x;
    return door.out ? door.lane : [own, own];
  };
  const [low, high] = [Math.max(lane(a)[0], lane(b)[0]), Math.min(lane(a)[1], lane(b)[1])];
  const isAhead = (b.at.x - a.at.x) * out.x + (b.at.y - a.at.y) * out.y > 0;
  if (low > high + TOUCH || !isAhead) return null;
  const line = (low + high) / 2;
  return isAcross
    ? [
        { x: a.at.x, y: line },
        { x: b.at.x, y: line },
      ]
    : [
        { x: line, y: a.at.y },
        { x: line, y: b.at.y },
      ];
}

/** No way between these doors that is not straight has fewer bends. */
const fewestOf = (a: Door, b: Door): number => (a.out && b.out && a.out.x * b.out.x + a.out.y * b.out.y !== 0 ? 2 : 1);

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, { x, y }, at) => sum + Math.abs(x - (points[at]?.x ?? x)) + Math.abs(y - (points[at]?.y ?? y)), 0);

/** How much worse a crossing of a box is than coming nearer to it than one should. */
const CROSSING = 100;

const hitsOf = (p: Point, q: Point, { box, wide }: Ground): number =>
  wide === null ? 0 : (crosses(p, q, box) ? CROSSING : 0) + (crosses(p, q, wide) ? 1 : 0);

/** The better of a way and another one: that with fewer crossings, then bends, then the shorter, then the first. */
function better(best: Way | undefined, points: readonly Point[], hits: number): Way | undefined {
  if (best && hits > best.hits) return best;
  const bent = bendsOf(points);
  if (!bent || bent.length < 2) return best;
  const way = { points: bent, hits, length: lengthOf(bent) };
  if (!best || hits < best.hits) return way;
  if (bent.length !== best.points.length) return bent.length < best.points.length ? way : best;
  return way.length < best.length - TOUCH ? way : best;
}

/** Lines worth turning on, across and along. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function gridOf(from: Ground, to: Ground): Grid {
  const wides = [from, to].map(({ box, wide }) => wide ?? box);
  const spanX = ({ x, w }: Box): readonly [number, number] => [x, x + w];
  const spanY = ({ y, h }: Box): readonly [number, number] => [y, y + h];
  return {
    xs: linesOf(spanX(from.box), spanX(to.box), wides.map(spanX)),
    ys: linesOf(spanY(from.box), spanY(to.box), wides.map(spanY)),
  };
}

/** The best way between any two doors that is not straight. */
function wayAround(doors: readonly (readonly [Door, Door])[], from: Ground, to: Ground): Way | undefined {
  const { xs, ys } = gridOf(from, to);
  let best: Way | undefined;
  for (const bends of [0, 1, 2, 3]) {
    // Three bends on the way help only where fewer cross something.
    if (bends === 3 && best?.hits === 0) break;
    for (const [first, last] of doors) {
      const leaving = hitsOf(first.at, first.turn, to) + hitsOf(last.at, last.turn, from);
      if (best && (leaving > best.hits || (best.hits === 0 && fewestOf(first, last) > best.points.length - 2))) continue;
      for (const middle of bendsBetween(first.turn, last.turn, xs, ys, bends)) {
        const way = [first.turn, ...middle, last.turn];
        const hits = way.slice(1).reduce((sum, q, at) => sum + hitsOf(way[at] ?? q, q, from) + hitsOf(way[at] ?? q, q, to), leaving);
        best = better(best, [first.at, ...way, last.at], hits);
      }
    }
  }
  return best;
}

/** The points at which an elbow connector bends, with its ends: at least two. */
export function elbow(start: RouteEnd, end: RouteEnd): readonly Point[] {
  const apart = apartness(start, end);
  // Boxes nearer to each other than twice the clearance share what is between them.
  const clearance = apart > 0 ? Math.min(CLEARANCE, apart / 2) : CLEARANCE;
  const groundOf = (one: RouteEnd): Ground => {
    const box = groundBox(one);
    return { box, wide: isAttached(one) ? inset(box, -clearance) : null };
  };
  const [from, to] = [groundOf(start), groundOf(end)];
  const gap = gapBetween(start, end);
  const starts = doorsOf(start, from.wide ?? from.box, centreOf(to.box), gap);
  const ends = doorsOf(end, to.wide ?? to.box, centreOf(from.box), gap);
  const doors = starts.flatMap((first) => ends.map((last) => [first, last] as const));
  let straight: Way | undefined;
  for (const [first, last] of doors) {
    const points = straightBetween(first, last);
    if (points) straight = better(straight, points, 0);
  }
  return (straight ?? wayAround(doors, from, to))?.points ?? [start.at, end.at];
}
