// A box drawn on paper: everything it touches is chosen. Frames, and what is locked, only when it goes all around them.
import { type Box, boundsOf, contains, encloses, intersectsBox, type Point } from '@masa/shared/core';
import { isLocked, type PlacedObject, withGroups } from '@masa/shared/objects';
import type { Down, State, ToolHost } from './tool.ts';

export const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
});

export function touches(placed: PlacedObject, box: Box): boolean {
  if (placed.record.type === 'frame' || isLocked(placed.record)) return encloses(box, boundsOf([placed]) ?? placed.bounds);
  if (placed.route) return placed.route.points.some((point) => contains(box, point)) || contains(box, placed.route.middle);
  return intersectsBox(placed, box);
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((each) => b.has(each));

export function marquee(host: ToolHost, down: Down, to: () => State): State {
  const { editor } = host;
  const kept = down.modifiers.shift ? editor.selection.get().ids : new Set<string>();
  return {
    name: 'marquee',
    cursor: 'crosshair',
    on(input) {
      if (input.do === 'move') {
        const box = boxBetween(down.at, input.at);
        editor.gestures.own.set({ kind: 'marquee', box: [box.x, box.y, box.w, box.h] });
        const objects = editor.records
          .free()
          .within(box)
          .filter((placed) => touches(placed, box))
          .map(({ id }) => id);
        const ids = new Set([...kept, ...withGroups(editor.board(), objects), ...host.cardsIn(box).map((card) => card.id)]);
        if (!sameSet(ids, editor.selection.get().ids)) editor.selection.many(ids);
        return undefined;
      }
      return input.do === 'up' || input.do === 'cancel' ? to() : undefined;
    },
    leave: () => editor.gestures.own.set(null),
  };
}
