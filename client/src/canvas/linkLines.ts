// Lines between what belongs together: the template's own between cells, and those people draw between cards. A line runs below the
// cards and beside headings, so it crosses no words; its ends stand free beside the cards it joins.
import type { Link, Placement, Template } from '@masa/shared/board';
import { type Box, headPath, inset, intersects, type Route, route, type Side } from '@masa/shared/core';
import { color } from '../ui/tokens.ts';
import type { Pen } from './pen.ts';

/** Lengths in board units. */
const HEAD = { cells: 14, quiet: 7, strong: 8 } as const;
const WIDTH = { cells: 3, quiet: 1.4, strong: 2.6, halo: 6 } as const;
/** How far a line's stroke and head reach beyond its way. */
export const LINE_REACH = 12;

const middleOf = ({ x, y, w, h }: Box): { readonly x: number; readonly y: number } => ({ x: x + w / 2, y: y + h / 2 });

/** The sides two boxes turn to each other. Cells stand in rows, so a line goes up or down unless the boxes lie mostly beside each other. */
function facing(from: Box, to: Box): readonly [Side, Side] {
  const across = Math.max(to.x - from.x - from.w, from.x - to.x - to.w);
  const down = Math.max(to.y - from.y - from.h, from.y - to.y - to.h);
  if (across > 2 * down) return from.x <= to.x ? ['right', 'left'] : ['left', 'right'];
  return from.y <= to.y ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** The way between two cells: with corners where rows of cells leave room. */
function cellRoute(from: Box, to: Box): Route {
  // Cells one above the other are joined up and down, also where they are not in one column.
  const isBelow = from.y + from.h <= to.y;
  const isAbove = to.y + to.h <= from.y;
  const [start, end] = isBelow ? (['bottom', 'top'] as const) : isAbove ? (['top', 'bottom'] as const) : facing(from, to);
  const straightDown = isBelow && Math.max(from.x, to.x) < Math.min(from.x + from.w, to.x + to.w);
  if (straightDown) {
    // Where the cells lie above each other, the line falls straight: from the middle of the narrower one.
    const narrow = middleOf(from.w < to.w ? from : to).x;
    const x = Math.min(Math.max(narrow, Math.max(from.x, to.x) + HEAD.cells), Math.min(from.x + from.w, to.x + to.w) - HEAD.cells);
    return route({ at: { x, y: from.y + from.h + 1 }, box: null }, { at: { x, y: to.y - 2 }, box: null }, 'straight');
  }
  return route({ at: middleOf(from), box: from, side: start }, { at: middleOf(to), box: to, side: end }, 'elbow');
}

/** The template's lines, on the sheet between its cells. */
export function paintConnectors(
  pen: Pen,
  { connectors }: Pick<Template, 'connectors'>,
  scene: { readonly placement: Placement; readonly visible: Box; readonly rectOf?: ((cell: Placement['cells'][number]) => Box) | undefined },
): void {
  if (connectors.length === 0) return;
  const cells = new Map(scene.placement.cells.map((cell) => [cell.id, scene.rectOf?.(cell) ?? cell.rect]));
  for (const { from, to } of connectors) {
    const [one, two] = [cells.get(from), cells.get(to)];
    if (!one || !two) continue;
    const way = cellRoute(one, two);
    if (!intersects(inset(way.bounds, -LINE_REACH), scene.visible)) continue;
    pen.path(way.path, 0, 0, 1, { stroke: color.edge, width: WIDTH.cells });
    paintHead(pen, way, HEAD.cells, color.edge);
  }
}

/** Where the template's lines run in another way than before. */
export function connectorDamage({ connectors }: Pick<Template, 'connectors'>, was: Placement, is: Placement): readonly Box[] {
  if (connectors.length === 0) return [];
  const [before, after] = [was, is].map(({ cells }) => new Map(cells.map(({ id, rect }) => [id, rect])));
  return connectors.flatMap(({ from, to }) => {
    const [one, two, first, second] = [before?.get(from), before?.get(to), after?.get(from), after?.get(to)];
    if (!one || !two || !first || !second || (isSame(one, first) && isSame(two, second))) return [];
    return [cellRoute(one, two), cellRoute(first, second)].map(({ bounds }) => inset(bounds, -LINE_REACH));
  });
}

function paintHead(pen: Pen, way: Pick<Way, 'points' | 'endAngle'>, size: number, fill: string): void {
  const tip = way.points.at(-1);
  if (!tip) return;
  pen.turned(tip.x, tip.y, (way.endAngle * 180) / Math.PI, () => pen.path(headPath('triangle', size), tip.x, tip.y, 1, { fill }));
}

/** What is drawn of a way. */
export type Way = Pick<Route, 'points' | 'path' | 'endAngle' | 'bounds'>;

/** The ways links take over a sheet; the same for as long as no cell lies elsewhere. See linkWays.ts. */
export interface Ways {
  readonly cells: readonly Box[];
  between(from: Box, to: Box): Way;
}

/** A link as it is drawn. */
export interface DrawnLink {
  readonly link: Link;
  readonly from: Box;
  readonly to: Box;
  /** Undefined where it swings freely. */
  readonly ways: Ways | undefined;
  readonly way: Way;
}

export const linkKey = ({ from, to, field }: Link): string => `${from} ${to} ${field}`;

/**
 * A link between two boxes.
 * @param ways over its sheet; without them it swings from one to the other, as while an end is in the hand
 * @param before as it was drawn last: the same boxes and ways are the same line
 */
export function drawLink(link: Link, from: Box, to: Box, ways?: Ways, before?: DrawnLink): DrawnLink {
  if (before && before.ways === ways && isSame(before.from, from) && isSame(before.to, to)) return before;
  if (ways) return { link, from, to, ways, way: ways.between(from, to) };
  const [start, end] = facing(from, to);
  return { link, from, to, ways, way: route({ at: middleOf(from), box: from, side: start }, { at: middleOf(to), box: to, side: end }, 'curve') };
}

export const isSame = (a: Box, b: Box): boolean => a === b || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

/** @param strong ids of cards whose links stand out */
export function paintLinks(pen: Pen, links: Iterable<DrawnLink>, scene: { readonly visible: Box; readonly strong: ReadonlySet<string> }): void {
  const late: Way[] = [];
  for (const { link, way } of links) {
    if (!intersects(inset(way.bounds, -LINE_REACH), scene.visible)) continue;
    if (scene.strong.has(link.from) || scene.strong.has(link.to)) late.push(way);
    else {
      pen.path(way.path, 0, 0, 1, { stroke: color.edge, width: WIDTH.quiet, opacity: 0.75 });
      paintHead(pen, way, HEAD.quiet, color.edge);
    }
  }
  // Out of a bundle they stand by the paper around them.
  for (const { path } of late) pen.path(path, 0, 0, 1, { stroke: color.paper, width: WIDTH.halo });
  for (const way of late) {
    pen.path(way.path, 0, 0, 1, { stroke: color.accent, width: WIDTH.strong });
    paintHead(pen, way, HEAD.strong, color.accent);
  }
}

/** All links of a sheet that is drawn once, with the boxes of what they join. */
export const linksBetween = (links: readonly Link[], ways: Ways, boxOf: (id: string) => Box | undefined): readonly DrawnLink[] =>
  links.flatMap((link) => {
    const [from, to] = [boxOf(link.from), boxOf(link.to)];
    return from && to ? [drawLink(link, from, to, ways)] : [];
  });
