// Lines between what belongs together: the template's own between cells, and those people draw between cards. A line runs below the
// cards, so it crosses no words; its ends stand free beside the cards it joins.
import type { Link, Placement, Template } from '@masa/shared/board';
import { type Box, headPath, inset, intersects, type Route, route, type Side } from '@masa/shared/core';
import { color } from '../ui/tokens.ts';
import type { Pen } from './pen.ts';

/** Lengths in board units. */
const HEAD = { cells: 14, quiet: 8, strong: 11 } as const;
const WIDTH = { cells: 3, quiet: 1.4, strong: 2.6 } as const;
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
    paintHead(pen, way, HEAD.cells, { fill: color.edge }, 'triangle');
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

function paintHead(pen: Pen, way: Route, size: number, paint: Parameters<Pen['path']>[4], shape: 'triangle' | 'arrow'): void {
  const tip = way.points.at(-1);
  if (!tip) return;
  pen.turned(tip.x, tip.y, (way.endAngle * 180) / Math.PI, () => pen.path(headPath(shape, size), tip.x, tip.y, 1, paint));
}

/** A link as it is drawn. */
export interface DrawnLink {
  readonly link: Link;
  readonly from: Box;
  readonly to: Box;
  readonly way: Route;
}

export const linkKey = ({ from, to, field }: Link): string => `${from} ${to} ${field}`;

/** A link between two boxes. @param before as it was drawn last: the same boxes are the same way */
export function drawLink(link: Link, from: Box, to: Box, before?: DrawnLink): DrawnLink {
  if (before && isSame(before.from, from) && isSame(before.to, to)) return before;
  const [start, end] = facing(from, to);
  return { link, from, to, way: route({ at: middleOf(from), box: from, side: start }, { at: middleOf(to), box: to, side: end }, 'curve') };
}

export const isSame = (a: Box, b: Box): boolean => a === b || (a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

/** @param strong ids of cards whose links stand out */
export function paintLinks(pen: Pen, links: Iterable<DrawnLink>, scene: { readonly visible: Box; readonly strong: ReadonlySet<string> }): void {
  const late: DrawnLink[] = [];
  for (const each of links) {
    if (!intersects(inset(each.way.bounds, -LINE_REACH), scene.visible)) continue;
    if (scene.strong.has(each.link.from) || scene.strong.has(each.link.to)) late.push(each);
    else paintLink(pen, each, false);
  }
  for (const each of late) paintLink(pen, each, true);
}

function paintLink(pen: Pen, { way }: DrawnLink, isStrong: boolean): void {
  const paint = isStrong ? { stroke: color.accent, width: WIDTH.strong } : { stroke: color.edge, width: WIDTH.quiet, opacity: 0.75 };
  pen.path(way.path, 0, 0, 1, paint);
  paintHead(pen, way, isStrong ? HEAD.strong : HEAD.quiet, paint, 'arrow');
}

/** All links of a sheet that is drawn once, with the boxes of what they join. */
export const linksBetween = (links: readonly Link[], boxOf: (id: string) => Box | undefined): readonly DrawnLink[] =>
  links.flatMap((link) => {
    const [from, to] = [boxOf(link.from), boxOf(link.to)];
    return from && to ? [drawLink(link, from, to)] : [];
  });
