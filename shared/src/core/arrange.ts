// Putting chosen objects in order: in line, at equal distances, in a grid. Answers hold the new top left corners of what moves.
import { type Box, type Point, union } from './geometry.ts';

export interface Arranged {
  readonly id: string;
  readonly box: Box;
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';

type Moves = ReadonlyMap<string, Point>;

/** What moves less than this, in board units, stays: sums of fractions are never exact. */
const STILL = 1e-6;

function movesOf(boxes: readonly Arranged[], corner: (box: Box, at: number) => Point): Moves {
  const moves = new Map<string, Point>();
  boxes.forEach(({ id, box }, at) => {
    const { x, y } = corner(box, at);
    if (Math.abs(x - box.x) > STILL || Math.abs(y - box.y) > STILL) moves.set(id, { x, y });
  });
  return moves;
}

const byId = (a: Arranged, b: Arranged): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Puts one side, or the centres, of all boxes on the line of the box around them. */
export function align(boxes: readonly Arranged[], to: Alignment): Moves {
  const all = union(boxes.map(({ box }) => box));
  if (!all) return new Map();
  const corners: Readonly<Record<Alignment, (box: Box) => Point>> = {
    left: ({ y }) => ({ x: all.x, y }),
    centre: ({ y, w }) => ({ x: all.x + (all.w - w) / 2, y }),
    right: ({ y, w }) => ({ x: all.x + all.w - w, y }),
    top: ({ x }) => ({ x, y: all.y }),
    middle: ({ x, h }) => ({ x, y: all.y + (all.h - h) / 2 }),
    bottom: ({ x, h }) => ({ x, y: all.y + all.h - h }),
  };
  return movesOf(boxes, corners[to]);
}

/**
 * Makes the gaps between neighbours equal, within the box around all. Where the boxes need more room than that, their centres become
 * equally distant instead, from the first to the last. Fewer than three boxes have nothing between them.
 */
export function distribute(boxes: readonly Arranged[], axis: Axis): Moves {
  const all = union(boxes.map(({ box }) => box));
  if (boxes.length < 3 || !all) return new Map();
  const isAcross = axis === 'horizontal';
  const from = (box: Box): number => (isAcross ? box.x : box.y);
  const size = (box: Box): number => (isAcross ? box.w : box.h);
  const centre = (box: Box): number => from(box) + size(box) / 2;
  const sorted = [...boxes].sort((a, b) => centre(a.box) - centre(b.box) || from(a.box) - from(b.box) || byId(a, b));
  const sizes = sorted.map(({ box }) => size(box));
  const gap = (size(all) - sizes.reduce((sum, each) => sum + each, 0)) / (sorted.length - 1);
  const centres = sorted.map(({ box }) => centre(box));
  const [first = 0, last = 0] = [centres[0], centres.at(-1)];
  let next = from(all);
  const starts = sizes.map((each, at) => {
    if (gap < 0) return first + ((last - first) * at) / (sorted.length - 1) - each / 2;
    const start = next;
    next += each + gap;
    return start;
  });
  return movesOf(sorted, (box, at) => (isAcross ? { x: starts[at] ?? box.x, y: box.y } : { x: box.x, y: starts[at] ?? box.y }));
}

/** Boxes as they are read: in rows from the top, each from the left. A row takes what shares half of its height with the row's highest box. */
function rowsOf(boxes: readonly Arranged[]): Arranged[][] {
  const rows: { readonly top: number; readonly bottom: number; readonly boxes: Arranged[] }[] = [];
  for (const each of [...boxes].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || byId(a, b))) {
    const [top, bottom] = [each.box.y, each.box.y + each.box.h];
    const row = rows.at(-1);
    const shared = row ? Math.min(bottom, row.bottom) - top : -1;
    if (row && shared >= 0 && shared >= Math.min(each.box.h, row.bottom - row.top) / 2) row.boxes.push(each);
    else rows.push({ top, bottom, boxes: [each] });
  }
  return rows.map((row) => row.boxes.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y || byId(a, b)));
}

interface Grid {
  /** Where each column begins, and where it would begin after the last one; the same for rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function startsOf(sizes: readonly number[], gap: number): number[] {
  const starts = [0];
  let next = 0;
  for (const size of sizes) {
    next += size + gap;
    starts.push(next);
  }
  return starts;
}

/** A grid of so many columns from 0, 0, filled in order: columns as wide, rows as high as the largest box in them. */
function gridOf(order: readonly Arranged[], columns: number, gap: number): Grid {
  const widths = Array.from({ length: columns }, () => 0);
  const heights = Array.from({ length: Math.ceil(order.length / columns) }, () => 0);
  order.forEach(({ box }, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    widths[column] = Math.max(widths[column] ?? 0, box.w);
    heights[row] = Math.max(heights[row] ?? 0, box.h);
  });
  return { xs: startsOf(widths, gap), ys: startsOf(heights, gap) };
}

/** Boxes with across and along exchanged: their rows are columns. */
const turned = (boxes: readonly Arranged[]): readonly Arranged[] =>
  boxes.map(({ id, box: { x, y, w, h } }) => ({ id, box: { x: y, y: x, w: h, h: w } }));

/** How many columns keep the shape: those of the present rows if they are rows, else those that come nearest to width by height. */
function columnsOf(rows: readonly (readonly Arranged[])[], order: readonly Arranged[], gap: number): number {
  const longest = Math.max(...rows.map((row) => row.length));
  // One box in each row: a column, or steps.
  const areRows = longest > 1 ? Math.ceil(order.length / longest) === rows.length : rowsOf(turned(order)).length === 1;
  if (areRows) return longest;
  const all = union(order.map(({ box }) => box)) ?? { x: 0, y: 0, w: 1, h: 1 };
  const shape = Math.log(Math.max(all.w, 1) / Math.max(all.h, 1));
  const shapeOf = (columns: number): number => {
    const { xs, ys } = gridOf(order, columns, gap);
    return Math.log(Math.max((xs.at(-1) ?? 0) - gap, 1) / Math.max((ys.at(-1) ?? 0) - gap, 1));
  };
  // More columns make a grid wider and lower.
  let [low, high] = [1, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shapeOf(middle) < shape) low = middle + 1;
    else high = middle;
  }
  return low > 1 && Math.abs(shapeOf(low - 1) - shape) <= Math.abs(shapeOf(low) - shape) ? low - 1 : low;
}

/** Lays boxes in a grid, `gap` board units apart, in reading order and from the top left corner they have now. */
export function tidy(boxes: readonly Arranged[], gap: number): Moves {
  const all = union(boxes.map(({ box }) => box));
  if (!all) return new Map();
  const space = Math.max(0, gap);
  const rows = rowsOf(boxes);
  const order = rows.flat();
  const columns = columnsOf(rows, order, space);
  const { xs, ys } = gridOf(order, columns, space);
  return movesOf(order, (_, at) => ({ x: all.x + (xs[at % columns] ?? 0), y: all.y + (ys[Math.floor(at / columns)] ?? 0) }));
}
