// What is true only now about the free layer: what is on its way, what is being drawn, the frame and handles of the selection, guides,
// and what others do there. Strokes and handles keep their size on screen at any zoom.
import { type Box, corners, type Guide, type Placed, type Point, union } from '@masa/shared/core';
import { type BoardRecord, draftRecord } from '@masa/shared/document';
import { type PlacedObject, strokeObject } from '@masa/shared/objects';
import type { Gesture, LiveInk, Peer } from '../editor/gestures.ts';
import { handlesOf, type SelectionFrame } from '../editor/selectionFrame.ts';
import { color } from '../ui/tokens.ts';
import type { CarriedSheet } from './carriedSheet.ts';
import type { FreeScene } from './freeObjects.ts';
import { paintFree } from './freeObjects.ts';
import type { Led, Lifted } from './lifted.ts';
import type { Pen } from './pen.ts';

export interface LiveFreeScene {
  readonly zoom: number;
  readonly own: Gesture | null;
  readonly peers: readonly Peer[];
  readonly lifted: Lifted;
  /** Paints what this person carries. */
  readonly carry: CarriedSheet['paint'];
  /** Ids of what is selected. */
  readonly chosen: ReadonlySet<string>;
  /** Selected objects, as they lie or as they would lie, without those that are carried as they lie. */
  readonly selected: readonly PlacedObject[];
  readonly frame: SelectionFrame | undefined;
  readonly free: FreeScene;
  /** What an arrow in the hand would be attached to, and where. */
  readonly aim: { readonly at: Point; readonly box: Placed | undefined } | null;
  /** Pictures that are on their way. */
  readonly awaited: readonly BoardRecord[];
  readonly preview: (record: ReturnType<typeof draftRecord>) => PlacedObject;
  readonly placed: (id: string) => PlacedObject | undefined;
  readonly colourOf: (peer: Peer) => string;
  /** Writes a name on its colour at a box's upper edge. */
  readonly tag: (key: string, box: Box, text: string, fill: string) => void;
}

export function paintLiveFree(pen: Pen, scene: LiveFreeScene): void {
  const px = 1 / scene.zoom;
  for (const led of scene.lifted.led) {
    paintAlong(pen, led, scene, px);
    paintFree(pen, led.objects, scene.free);
    if (led.peer) paintLed(pen, led, led.peer, scene, px);
  }
  for (const peer of scene.peers) {
    const hue = scene.colourOf(peer);
    if (!peer.transform) {
      const chosen = peer.selected.flatMap((id) => scene.placed(id) ?? []);
      for (const each of chosen) outline(pen, each, hue, 1.5, 3, px);
      const [first] = chosen;
      if (first && peer.writing?.card !== first.id)
        scene.tag(`free ${first.id}`, first.route ? { ...first.route.middle, w: 0, h: 0 } : first.bounds, peer.person.name, hue);
    }
    if (peer.ink) paintFree(pen, [scene.preview(inkDraft(peer.ink))], scene.free);
  }
  const { own } = scene;
  paintFree(pen, scene.awaited.map(scene.preview), scene.free);
  if (own?.kind === 'ink') paintFree(pen, [scene.preview(inkDraft(own))], scene.free);
  if (own?.kind === 'preview') paintFree(pen, own.records.map(scene.preview), scene.free);
  if (own?.kind === 'transform') for (const guide of own.guides) paintGuide(pen, guide, px);
  if (scene.aim) {
    const { at, box } = scene.aim;
    if (box) frameLine(pen, box, color.focus, 2, 2, px);
    pen.circle(at.x, at.y, 5 * px, { fill: color.focus, stroke: color.paper, width: 1.5 * px });
  }
  paintSelection(pen, scene, px);
}

/** A stroke in progress as the object it will be. */
function inkDraft({ id, points, pen, colour, stroke }: LiveInk): ReturnType<typeof draftRecord> {
  const { place, looks } = strokeObject(points);
  return draftRecord(id, 'ink', place, { ...looks, pen, colour, stroke });
}

/** What moves as it lies: painted where it lies, and shown further along. This person's is outlined, as what is selected. */
function paintAlong(pen: Pen, { along, peer }: Led, scene: LiveFreeScene, px: number): void {
  if (!along) return;
  const { carried, dx, dy } = along;
  if (peer) {
    pen.at(dx, dy, () => paintFree(pen, carried.objects, scene.free));
    return;
  }
  scene.carry(pen, carried, dx, dy, (own) => {
    paintFree(own, carried.objects, scene.free);
    for (const each of carried.objects) if (scene.chosen.has(each.id)) outline(own, each, color.focus, 1, 0, px);
  });
}

function paintLed(pen: Pen, { along, objects }: Led, peer: Peer, scene: LiveFreeScene, px: number): void {
  const hue = scene.colourOf(peer);
  const { carried, dx, dy } = along ?? { carried: { objects: [] }, dx: 0, dy: 0 };
  pen.at(dx, dy, () => {
    for (const each of carried.objects) if (!each.route) outline(pen, each, hue, 1.5, 2, px);
  });
  for (const each of objects) if (!each.route) outline(pen, each, hue, 1.5, 2, px);
  const lying = union(carried.objects.map(({ bounds }) => bounds));
  const around = union([...(lying ? [{ ...lying, x: lying.x + dx, y: lying.y + dy }] : []), ...objects.map(({ bounds }) => bounds)]);
  if (around) scene.tag(`led ${peer.client}`, around, peer.person.name, hue);
}

function polygon(pen: Pen, points: readonly Point[], paint: Parameters<Pen['path']>[4]): void {
  const [first, ...rest] = points;
  if (first) pen.path(`M${first.x} ${first.y} ${rest.map(({ x, y }) => `L${x} ${y}`).join(' ')} Z`, 0, 0, 1, paint);
}

/** A line around an object as it lies, turned with it; along the way of a connector. */
function outline(pen: Pen, placed: PlacedObject, stroke: string, width: number, gap: number, px: number): void {
  if (placed.route) {
    pen.path(placed.route.path, 0, 0, 1, { stroke, width: (width + 3) * px, opacity: 0.35 });
    return;
  }
  frameLine(pen, placed, stroke, width, gap, px);
}

function frameLine(pen: Pen, { box, rot }: Placed, stroke: string, width: number, gap: number, px: number): void {
  const wide = { x: box.x - gap * px, y: box.y - gap * px, w: box.w + 2 * gap * px, h: box.h + 2 * gap * px };
  if (rot === 0) pen.rect(wide.x, wide.y, wide.w, wide.h, { stroke, width: width * px });
  else polygon(pen, corners({ box: wide, rot }), { stroke, width: width * px });
}

/** Sides of handles and their reach, px. */
const HANDLE_PX = 9;

function paintSelection(pen: Pen, scene: LiveFreeScene, px: number): void {
  const { selected, frame, own } = scene;
  const isLed = own?.kind === 'transform';
  if (selected.length > 1 || isLed) for (const each of selected) outline(pen, each, color.focus, 1, 0, px);
  if (!frame || isLed) {
    if (!isLed) for (const each of selected) outline(pen, each, each.record.lock ? color.inkSoft : color.focus, 1.5, 1.5, px);
    return;
  }
  if (!frame.ends) frameLine(pen, frame, color.focus, 1.5, 1.5, px);
  else for (const each of selected) outline(pen, each, color.focus, 1.5, 0, px);
  if (own) return;
  for (const { handle, at } of handlesOf(frame, scene.zoom)) {
    const side = HANDLE_PX * px;
    if (handle === 'rotate') pen.circle(at.x, at.y, (HANDLE_PX / 2 + 0.5) * px, { fill: color.paper, stroke: color.focus, width: 1.5 * px });
    else if (handle === 'start' || handle === 'end') pen.circle(at.x, at.y, 6 * px, { fill: color.paper, stroke: color.focus, width: 2 * px });
    else
      pen.turned(at.x, at.y, frame.rot, () =>
        pen.roundRect(at.x - side / 2, at.y - side / 2, side, side, 2 * px, { fill: color.paper, stroke: color.focus, width: 1.5 * px }),
      );
  }
}

function paintGuide(pen: Pen, { kind, x1, y1, x2, y2 }: Guide, px: number): void {
  const stroke = color.danger;
  pen.line(x1, y1, x2, y2, { stroke, width: px });
  if (kind !== 'gap') return;
  const isAcross = Math.abs(x2 - x1) > Math.abs(y2 - y1);
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const) {
    if (isAcross) pen.line(x, y - 5 * px, x, y + 5 * px, { stroke, width: px });
    else pen.line(x - 5 * px, y, x + 5 * px, y, { stroke, width: px });
  }
}
