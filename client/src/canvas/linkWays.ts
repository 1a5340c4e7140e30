// The ways links take over a sheet, as on a map of streets: along the lane above a card to the side of its cell, through the room between
// the cells, and in again. So a link crosses neither a heading nor a question, and links that go the same way lie on one another. A sheet
// without links does without this file.
import { type Box, contains, type Point } from '@masa/shared/core';
import { isSame, type Way, type Ways } from './linkLines.ts';

type Cells = readonly Box[];

/** A place on a way: across, down. */
type Stop = readonly [number, number];

/** Lengths in board units. A lane is in the middle between a row of cards and the row before, or a column and the column before. */
const LANE = 5;
const BESIDE_CELL = 10;
/** Within a cell's rim, where neither words nor cards stand, a way may pass. */
const RIM = 11;
/** Where ways leave and reach a card, from the corner they come by. */
const PORT = { out: 18, into: 34 } as const;
const BEND = 8;
/** What a bend, and a cell that is passed through, cost in length. */
const COST = { bend: 60, cell: 9_000 } as const;

const sidesOf = ({ x, w }: Box): readonly number[] => [x - BESIDE_CELL, x + w + BESIDE_CELL];
/** The corner of a card that is nearer to where its way goes. */
const port = ({ x, w }: Box, side: number, by: number): number => (side < x + w / 2 ? x + Math.min(by, w / 2) : x + w - Math.min(by, w / 2));

/** How many cells a way passes through. */
function crossed(stops: readonly Stop[], cells: Cells): number {
  let count = 0;
  let [x1, y1] = stops[0] ?? [0, 0];
  for (const [x2, y2] of stops) {
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    for (const { x, y, w, h } of cells) {
      if (right > x + RIM && left < x + w - RIM && bottom > y + RIM && top < y + h - RIM) count += 1;
    }
    [x1, y1] = [x2, y2];
  }
  return count;
}

/** Where a way turns: the street it takes, the side it leaves by, that it comes in by, and the level of each, see `levelsOf`. */
type Turns = readonly [street: number, out: number, into: number, up: number, down: number];

/** Beside a cell: at the card's own level, above the cell, below it. */
const levelsOf = (own: number, { y, h }: Box): readonly number[] => [own, y - BESIDE_CELL, y + h + BESIDE_CELL];

function stopsOf([street, out, into, up, down]: Turns, start: number, end: number, home: Box, goal: Box): readonly Stop[] {
  const [above = 0, below = 0] = [levelsOf(start, home)[up], levelsOf(end, goal)[down]];
  return [
    [out, start],
    [out, above],
    [street, above],
    [street, below],
    [into, below],
    [into, end],
  ];
}

const costOf = (by: number): number => (by === 0 ? 0 : Math.abs(by) + COST.bend);

/** The best way from one box to another, each in a cell or alone. */
function turnsBetween(from: Box, to: Box, home: Box, goal: Box, cells: Cells): Turns {
  const [start, end] = [from.y - LANE, to.y - LANE];
  const [ups, downs] = [levelsOf(start, home), levelsOf(end, goal)];
  let least = Number.POSITIVE_INFINITY;
  let best: Turns = [0, 0, 0, 0, 0];
  for (const street of new Set([home, goal, ...cells].flatMap(sidesOf))) {
    for (const out of sidesOf(home)) {
      for (const into of sidesOf(goal)) {
        const across =
          Math.abs(out - port(from, out, PORT.out)) + costOf(street - out) + costOf(into - street) + Math.abs(into - port(to, into, PORT.into));
        if (across + Math.abs(end - start) >= least) continue;
        for (const [up, above] of ups.entries()) {
          for (const [down, below] of downs.entries()) {
            // On one street all the way there is no other level to turn at.
            if ((up > 0 && out === street) || (down > 0 && into === street)) continue;
            const cost = across + costOf(above - start) + costOf(below - above) + costOf(end - below);
            if (cost >= least) continue;
            const turns = [street, out, into, up, down] as const;
            const all = cost + COST.cell * crossed(stopsOf(turns, start, end, home, goal), cells);
            if (all >= least) continue;
            least = all;
            best = turns;
          }
        }
      }
    }
  }
  return best;
}

/** Where the cards of a cell are on the whole. */
const halfDown = (cell: Box): Box => ({ ...cell, y: cell.y + cell.h / 2 });

/**
 * The ways over a sheet.
 * @param before those over it as it was: returned where no cell lies elsewhere
 */
export function waysOver(placed: readonly { readonly rect: Box }[], before?: Ways): Ways {
  if (before && placed.length === before.cells.length && placed.every(({ rect }, at) => isSame(rect, before.cells[at] ?? rect))) return before;
  const cells = placed.map(({ rect }) => rect);
  const cellOf = ({ x, y, w, h }: Box): Box | undefined => cells.find((cell) => contains(cell, { x: x + w / 2, y: y + h / 2 }));
  /** From cell to cell: the way their cards share. */
  const shared = new Map<Box, Map<Box, Turns>>();
  const sharedTurns = (home: Box, goal: Box): Turns => {
    const others = shared.get(home) ?? new Map<Box, Turns>();
    shared.set(home, others);
    const turns = others.get(goal) ?? turnsBetween(halfDown(home), halfDown(goal), home, goal, cells);
    others.set(goal, turns);
    return turns;
  };
  return {
    cells,
    between(from, to) {
      const [one, other] = [cellOf(from), cellOf(to)];
      const [home, goal] = [one ?? from, other ?? to];
      const stopsBy = (turns: Turns): readonly Stop[] => stopsOf(turns, from.y - LANE, to.y - LANE, home, goal);
      // Within one cell a column's lane is free all the way.
      const lane = Math.max(from.x, to.x) - LANE;
      let stops = home === goal ? stopsBy([lane, lane, lane, 0, 0]) : one && other ? stopsBy(sharedTurns(one, other)) : [];
      // What is free from the middle of a cell may be closed at the level of one of its cards.
      if (home !== goal && (stops.length === 0 || crossed(stops, cells) > 0)) stops = stopsBy(turnsBetween(from, to, home, goal, cells));
      const [exit, entry] = [port(from, stops[0]?.[0] ?? 0, PORT.out), port(to, stops.at(-1)?.[0] ?? 0, PORT.into)];
      return roundedWay([[exit, from.y - 1], [exit, from.y - LANE], ...stops, [entry, to.y - LANE], [entry, to.y - 1]]);
    },
  };
}

/** A line along and across through these points, its corners rounded. */
function roundedWay(stops: readonly Stop[]): Way {
  const points: Point[] = [];
  for (const [x, y] of stops) {
    const stop = { x: Math.round(x), y: Math.round(y) };
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && last.x === stop.x && last.y === stop.y) continue;
    if (before && last && ((before.x === last.x && last.x === stop.x) || (before.y === last.y && last.y === stop.y))) points.pop();
    points.push(stop);
  }
  let path = 'M';
  for (const [at, point] of points.entries()) {
    const [before, next] = [points[at - 1], points[at + 1]];
    // Whole numbers: writing fractions takes longer than finding the way.
    const towards = ({ x, y }: Point): string => {
      const [dx, dy] = [x - point.x, y - point.y];
      const by = Math.min(BEND, Math.floor(Math.abs(dx + dy) / 2));
      return `${point.x + Math.sign(dx) * by} ${point.y + Math.sign(dy) * by}`;
    };
    path += before && next ? ` L ${towards(before)} Q ${point.x} ${point.y} ${towards(next)}` : `${before ? ' L' : ''} ${point.x} ${point.y}`;
  }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { points, path, endAngle: Math.PI / 2, bounds: { x: left, y: top, w: Math.max(...xs) - left, h: Math.max(...ys) - top } };
}
