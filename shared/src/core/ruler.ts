// What stands on one axis, sorted: the lines boxes begin, end and have their middle on, and which box comes next in a row.
import type { Box } from './geometry.ts';

/** A box seen along one axis: `from`…`to` on it, `low`…`high` on the other. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Bars, sorted by one of their values. */
export interface Row {
  readonly bars: readonly Bar[];
  readonly valueIn: (bar: Bar) => number;
}

/** One axis, prepared: all bars by their beginnings, centres and ends. */
export interface Ruler {
  readonly byFrom: Row;
  readonly byMiddle: Row;
  readonly byTo: Row;
}

/** What is nearer than this, in board units, is at the same place. */
export const SAME = 1e-6;

export const acrossBar = ({ x, y, w, h }: Box): Bar => ({ from: x, to: x + w, low: y, high: y + h });
export const alongBar = ({ x, y, w, h }: Box): Bar => ({ from: y, to: y + h, low: x, high: x + w });
export const middleOf = ({ from, to }: Bar): number => (from + to) / 2;

/** Sorted by values alone, so that no answer depends on the order in which boxes are given. */
const rowBy = (bars: readonly Bar[], valueIn: Row['valueIn']): Row => ({
  bars: bars.toSorted((a, b) => valueIn(a) - valueIn(b) || a.from - b.from || a.to - b.to || a.low - b.low || a.high - b.high),
  valueIn,
});

export const rulerOf = (bars: readonly Bar[]): Ruler => ({
  byFrom: rowBy(bars, ({ from }) => from),
  byMiddle: rowBy(bars, middleOf),
  byTo: rowBy(bars, ({ to }) => to),
});

/** How many bars of a row have a value below a bound. */
export function below({ bars, valueIn }: Row, bound: number): number {
  let [low, high] = [0, bars.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const bar = bars[middle];
    if (bar && valueIn(bar) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The step from a value to the nearest one in a row; of two equally near ones to the lower; endless in an empty row. */
export function stepTo(row: Row, value: number): number {
  const next = below(row, value);
  const [lower, upper] = [row.bars[next - 1], row.bars[next]];
  const down = lower ? row.valueIn(lower) - value : Number.NEGATIVE_INFINITY;
  const up = upper ? row.valueIn(upper) - value : Number.POSITIVE_INFINITY;
  return -down <= up ? down : up;
}

const overlaps = (a: Bar, b: Bar): boolean => a.low < b.high && b.low < a.high;

/** The last bar that ends by `bound` beside `bar`. */
export function before({ byTo }: Ruler, bar: Bar, bound: number): Bar | undefined {
  for (let at = below(byTo, bound + SAME) - 1; at >= 0; at -= 1) {
    const each = byTo.bars[at];
    if (each && overlaps(each, bar)) return each;
  }
  return undefined;
}

/** The first bar that begins from `bound` on beside `bar`. */
export function after({ byFrom }: Ruler, bar: Bar, bound: number): Bar | undefined {
  for (let at = below(byFrom, bound - SAME); at < byFrom.bars.length; at += 1) {
    const each = byFrom.bars[at];
    if (each && overlaps(each, bar)) return each;
  }
  return undefined;
}
