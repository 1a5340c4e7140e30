// The frame around what is selected in the free layer, and its handles: what can be done to the selection by hand.
import { typeOf } from '@masa/shared/board';
import { type Box, boundsOf, centreOf, contains, type Handle, inset, type Point, pointAt, rotatePoint } from '@masa/shared/core';
import { isLocked, type PlacedObject } from '@masa/shared/objects';
import type { Editor } from './Editor.ts';

export interface SelectionFrame {
  /** Selected objects of the free layer that are not locked. */
  readonly objects: readonly PlacedObject[];
  /** Of one object its own box, of several the box around them. */
  readonly box: Box;
  readonly rot: number;
  readonly canResize: boolean;
  readonly canRotate: boolean;
  /** Resizing keeps the proportion unless Shift is held: pictures and drawings. */
  readonly keepsRatio: boolean;
  /** The ends of the one connector that is selected. */
  readonly ends: { readonly start: Point; readonly end: Point } | null;
}

export type FrameHandle = Handle | 'rotate' | 'start' | 'end';

/** Undefined where nothing of the free layer is selected that could be changed. */
export function selectionFrame(editor: Editor): SelectionFrame | undefined {
  const layer = editor.records.free();
  const objects = [...editor.selection.get().ids].flatMap((id) => layer.get(id) ?? []).filter(({ record }) => !isLocked(record));
  const [only] = objects;
  if (!only) return undefined;
  const can = (what: 'resize' | 'rotate'): boolean =>
    objects.every(({ record }) => !record.inert && (typeOf(editor.kind, record.type)?.can[what] ?? false));
  const isOne = objects.length === 1;
  const route = isOne ? only.route : null;
  const around = isOne ? { box: only.box, rot: only.rot } : { box: boundsOf(objects) ?? only.box, rot: 0 };
  const [start, end] = [route?.points[0], route?.points.at(-1)];
  return {
    objects,
    ...around,
    canResize: can('resize'),
    canRotate: can('rotate'),
    keepsRatio: objects.every(({ record }) => record.type === 'image' || record.type === 'ink'),
    ends: start && end ? { start, end } : null,
  };
}

/** Handles are taken this near, px; a finger needs more. */
const REACH_PX = 9;
const REACH_TOUCH_PX = 22;
/** The handle for turning stands so far above the frame, px. */
export const TURN_PX = 30;
/** Below this size on screen, px, only the lower right corner stands for all of them. */
const SMALL_PX = 34;

const CORNERS: readonly (readonly [Handle, number, number])[] = [
  ['nw', 0, 0],
  ['ne', 1, 0],
  ['se', 1, 1],
  ['sw', 0, 1],
];

/** The handles that are drawn, in board units. */
export function handlesOf(frame: SelectionFrame, zoom: number): readonly { readonly handle: FrameHandle; readonly at: Point }[] {
  if (frame.ends) {
    return [
      { handle: 'start', at: frame.ends.start },
      { handle: 'end', at: frame.ends.end },
    ];
  }
  const found: { readonly handle: FrameHandle; readonly at: Point }[] = [];
  const isSmall = Math.max(frame.box.w, frame.box.h) * zoom < SMALL_PX;
  if (frame.canResize) {
    for (const [handle, x, y] of CORNERS) if (!isSmall || handle === 'se') found.push({ handle, at: pointAt(frame, { x, y }) });
  }
  if (frame.canRotate) {
    const above = { x: frame.box.x + frame.box.w / 2, y: frame.box.y - TURN_PX / zoom };
    found.push({ handle: 'rotate', at: rotatePoint(above, centreOf(frame.box), frame.rot) });
  }
  return found;
}

/** The handle at a point: one that is drawn, or a side of the frame. */
export function handleAt(frame: SelectionFrame, at: Point, zoom: number, isTouch: boolean): FrameHandle | undefined {
  const reach = (isTouch ? REACH_TOUCH_PX : REACH_PX) / zoom;
  const near = handlesOf(frame, zoom)
    .map(({ handle, at: place }) => ({ handle, far: Math.hypot(place.x - at.x, place.y - at.y) }))
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far)[0];
  if (near) return near.handle;
  if (!frame.canResize || frame.ends) return undefined;
  const { box } = frame;
  if (Math.min(box.w, box.h) * zoom < SMALL_PX) return undefined;
  const own = rotatePoint(at, centreOf(box), -frame.rot);
  const side = Math.min(reach, 6 / zoom);
  if (!contains(inset(box, -side), own) || contains(inset(box, side / 2), own)) return undefined;
  if (Math.abs(own.y - box.y) <= side) return 'n';
  if (Math.abs(own.y - box.y - box.h) <= side) return 's';
  return own.x < box.x + box.w / 2 ? 'w' : 'e';
}

/** The pointer's look over a handle, turned with the frame. */
export function cursorOf(handle: FrameHandle, rot: number): string {
  if (handle === 'rotate') return 'grab';
  if (handle === 'start' || handle === 'end') return 'move';
  const eighth = (['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'].indexOf(handle) + Math.round(rot / 45) + 8) % 4;
  return ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'][eighth] ?? 'default';
}
