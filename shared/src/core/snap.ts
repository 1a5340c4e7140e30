// Snapping while objects are moved or resized: to the lines others stand on, and to the gaps others keep. Prepared once a gesture.
import type { Box } from './geometry.ts';
import { acrossBar, after, alongBar, type Bar, before, below, middleOf, type Row, type Ruler, rulerOf, SAME, stepTo } from './ruler.ts';
import type { Handle } from './transform.ts';

/** What is shown while something snaps, board units: the line boxes share, or one of several equal gaps. */
export interface Guide {
  readonly kind: 'line' | 'gap';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Snapper {
  /** How far to move on, at most `tolerance` on each axis, so that the box stands in line or keeps an equal gap. 0 where nothing is near. */
  snapMove(moving: Box, tolerance: number): { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] };
  /**
   * The box with the sides its handle moves put in line or at an equal gap. A proportion is not kept: what must keep it takes one axis.
   * @param box as the gesture would make it.
   */
  snapResize(box: Box, handle: Handle, tolerance: number): { readonly box: Box; readonly guides: readonly Guide[] };
}

/** What of a bar moves: all of it, or one end when it is resized. */
type Moves = 'both' | 'from' | 'to';

/** Two bars with a gap between them, from the first's end to the second's beginning. */
type Gap = readonly [Bar, Bar];

/** The gaps that become equal if the bar, or its side, moves by so much. */
interface Fit {
  readonly by: number;
  readonly gapsOf: (moved: Bar) => readonly Gap[];
}

const moved = (bar: Bar, moves: Moves, by: number): Bar => ({
  ...bar,
  from: bar.from + (moves === 'to' ? 0 : by),
  to: bar.to + (moves === 'from' ? 0 : by),
});

/** The moves that make gaps equal: the same on both sides, or as the neighbours on one side keep it among themselves. */
function fitsOf(ruler: Ruler, bar: Bar, moves: Moves, tolerance: number): readonly Fit[] {
  const middle = middleOf(bar);
  const left = before(ruler, bar, Math.min(bar.from + (moves === 'to' ? 0 : tolerance), middle));
  const right = after(ruler, bar, Math.max(bar.to - (moves === 'from' ? 0 : tolerance), middle));
  const first = left && before(ruler, bar, left.from);
  const last = right && after(ruler, bar, right.to);
  const fits: Fit[] = [];
  if (left && right) {
    const off = right.from - bar.to - (bar.from - left.to);
    const gapsOf: Fit['gapsOf'] = (now) => [
      [left, now],
      [now, right],
    ];
    fits.push({ by: moves === 'both' ? off / 2 : off, gapsOf });
  }
  if (left && first && moves !== 'to') {
    const gapsOf: Fit['gapsOf'] = (now) => [
      [first, left],
      [left, now],
    ];
    fits.push({ by: left.to + (left.from - first.to) - bar.from, gapsOf });
  }
  if (right && last && moves !== 'from') {
    const gapsOf: Fit['gapsOf'] = (now) => [
      [now, right],
      [right, last],
    ];
    fits.push({ by: right.from - (last.from - right.to) - bar.to, gapsOf });
  }
  return fits.filter(({ by, gapsOf }) => gapsOf(moved(bar, moves, by)).every(([a, b]) => b.from - a.to > SAME));
}

/** What a bar can stand in line with, and its own values that can: edges with edges, and, when all of it moves, centre with centre. */
function linesOf(ruler: Ruler, bar: Bar, moves: Moves): readonly (readonly [Row, number])[] {
  const edges = moves === 'both' ? [bar.from, bar.to] : [bar[moves]];
  const lines = edges.flatMap((edge): (readonly [Row, number])[] => [
    [ruler.byFrom, edge],
    [ruler.byTo, edge],
  ]);
  return moves === 'both' ? [...lines, [ruler.byMiddle, middleOf(bar)]] : lines;
}

interface Snap {
  readonly by: number;
  readonly fits: readonly Fit[];
}

/** The smallest step that puts the bar in line or at equal gaps; of two equally small ones the one to a lower value. */
function snap(ruler: Ruler, bar: Bar, moves: Moves, tolerance: number): Snap {
  const fits = fitsOf(ruler, bar, moves, tolerance);
  const isPossible = (by: number): boolean =>
    Math.abs(by) <= tolerance && (moves === 'both' || bar.to - bar.from + (moves === 'to' ? by : -by) > SAME);
  const steps = [...linesOf(ruler, bar, moves).map(([row, value]) => stepTo(row, value)), ...fits.map(({ by }) => by)].filter(isPossible);
  if (steps.length === 0) return { by: 0, fits: [] };
  const by = steps.reduce((best, step) => (Math.abs(step) < Math.abs(best) || (Math.abs(step) === Math.abs(best) && step < best) ? step : best));
  return { by, fits: fits.filter((fit) => Math.abs(fit.by - by) <= SAME) };
}

/** Lines and gaps that hold for a bar that has snapped; `to` says how they lie on the board. */
function guidesOf(
  ruler: Ruler,
  now: Bar,
  moves: Moves,
  fits: readonly Fit[],
  to: (kind: Guide['kind'], from: Corner, till: Corner) => Guide,
): Guide[] {
  const lines = new Map<number, { low: number; high: number }>();
  for (const [row, value] of linesOf(ruler, now, moves)) {
    for (let at = below(row, value - SAME); at < row.bars.length; at += 1) {
      const bar = row.bars[at];
      if (!bar || row.valueIn(bar) > value + SAME) break;
      const key = [...lines.keys()].find((each) => Math.abs(each - value) <= SAME) ?? value;
      const span = lines.get(key) ?? { low: now.low, high: now.high };
      lines.set(key, { low: Math.min(span.low, bar.low), high: Math.max(span.high, bar.high) });
    }
  }
  const guides = [...lines].map(([at, { low, high }]) => to('line', [at, low], [at, high]));
  const gaps = new Map<string, Guide>();
  for (const [a, b] of fits.flatMap(({ gapsOf }) => gapsOf(now))) {
    const height = (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2;
    gaps.set(`${a.to} ${b.from} ${height}`, to('gap', [a.to, height], [b.from, height]));
  }
  return [...guides, ...gaps.values()];
}

/** A point by its place along the axis that snaps, and on the other. */
type Corner = readonly [number, number];

const onX = (kind: Guide['kind'], [x1, y1]: Corner, [x2, y2]: Corner): Guide => ({ kind, x1, y1, x2, y2 });
const onY = (kind: Guide['kind'], [y1, x1]: Corner, [y2, x2]: Corner): Guide => ({ kind, x1, y1, x2, y2 });

const NONE: Snap = { by: 0, fits: [] };

/** Prepares snapping to `others`: what does not move in the gesture, best only what can be seen. Turned objects go by the box around them. */
export function createSnapper(others: Iterable<Box>): Snapper {
  const boxes = [...others];
  const [xs, ys] = [rulerOf(boxes.map(acrossBar)), rulerOf(boxes.map(alongBar))];

  const snapBox = (box: Box, movesX: Moves | null, movesY: Moves | null, tolerance: number) => {
    const x = movesX ? snap(xs, acrossBar(box), movesX, tolerance) : NONE;
    const y = movesY ? snap(ys, alongBar(box), movesY, tolerance) : NONE;
    const [across, along] = [moved(acrossBar(box), movesX ?? 'both', x.by), moved(alongBar(box), movesY ?? 'both', y.by)];
    const [barX, barY] = [
      { ...across, low: along.from, high: along.to },
      { ...along, low: across.from, high: across.to },
    ];
    const guides = [...(movesX ? guidesOf(xs, barX, movesX, x.fits, onX) : []), ...(movesY ? guidesOf(ys, barY, movesY, y.fits, onY) : [])];
    return { x: x.by, y: y.by, guides };
  };

  return {
    snapMove(moving, tolerance) {
      const { x, y, guides } = snapBox(moving, 'both', 'both', tolerance);
      return { dx: x, dy: y, guides };
    },
    snapResize(box, handle, tolerance) {
      const movesX = handle.endsWith('w') ? 'from' : handle.endsWith('e') ? 'to' : null;
      const movesY = handle.startsWith('n') ? 'from' : handle.startsWith('s') ? 'to' : null;
      const { x, y, guides } = snapBox(box, movesX, movesY, tolerance);
      return {
        box: {
          x: box.x + (movesX === 'from' ? x : 0),
          y: box.y + (movesY === 'from' ? y : 0),
          w: box.w + (movesX === 'to' ? x : movesX === 'from' ? -x : 0),
          h: box.h + (movesY === 'to' ? y : movesY === 'from' ? -y : 0),
        },
        guides,
      };
    },
  };
}
