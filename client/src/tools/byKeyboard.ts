// Making things without a pointer: with a tool in the hand, Enter makes what it makes, where there is room in sight, or on what is chosen.
import { toggleLink, typeOf } from '@masa/shared/board';
import { type Box, boundsOf, centreOf, intersects, type Point } from '@masa/shared/core';
import { createObjects, toggleMark } from '@masa/shared/objects';
import { selectionFrame } from '../editor/selectionFrame.ts';
import type { ToolName } from '../editor/toolbox.ts';
import { newArrow } from './connect.ts';
import { boxAround, newObject, type Placeable, sizeOf } from './newObjects.ts';
import { make } from './pressing.ts';
import type { ToolHost } from './tool.ts';

/** From one place that is tried to the next, board units. */
const STEP = 40;
const TRIES = 24;

/** A box of this size in the middle of what is in sight, or below and right of it where something lies there. */
function roomFor({ editor }: ToolHost, size: { readonly w: number; readonly h: number }): Box {
  const middle = centreOf(editor.camera.visible());
  const layer = editor.records.free();
  for (let at = 0; at < TRIES; at += 1) {
    const box = boxAround({ x: middle.x + at * STEP, y: middle.y + at * STEP }, size);
    const isTaken = layer.within(box).some((placed) => placed.record.type !== 'frame' && intersects(boundsOf([placed]) ?? placed.bounds, box));
    if (!isTaken) return box;
  }
  return boxAround(middle, size);
}

/** Does with the tool what a press would do. False where it needs something that is not chosen. */
export function makeByKeyboard(host: ToolHost, tool: ToolName): boolean {
  const { editor } = host;
  const { toolbox, selection, camera } = editor;
  const next = toolbox.next.get();
  const chosen = [...selection.get().ids];
  const middle: Point = centreOf(camera.visible());
  const context = editor.context();
  if (editor.readOnly.get() !== null && tool !== 'comment') return false;
  const place = (type: Placeable): void => {
    const id = make(host, createObjects(editor.board(), [newObject(type, roomFor(host, sizeOf(type, next)), next)], context));
    if (id !== null && type === 'note') host.write(id);
  };
  switch (tool) {
    case 'note':
    case 'shape':
      place(tool);
      return true;
    case 'frame': {
      // Around what is chosen, if something is.
      const around = selectionFrame(editor)?.box;
      if (!around) place('frame');
      else {
        const box = { x: around.x - STEP, y: around.y - STEP, w: around.w + 2 * STEP, h: around.h + 2 * STEP };
        make(host, createObjects(editor.board(), [newObject('frame', box, next)], context));
      }
      return true;
    }
    case 'text':
      toolbox.done();
      host.writeText(roomFor(host, { w: 200, h: 40 }));
      return true;
    case 'stamp': {
      if (chosen.length === 0) {
        place('stamp');
        return true;
      }
      const { id } = context.author;
      editor.perform(chosen.flatMap((on) => toggleMark(id, on, next.sign, editor.records.marks.on(on).get(next.sign)?.has(id) ?? false)));
      toolbox.done();
      return true;
    }
    case 'comment':
      toolbox.done();
      host.openComment({ at: middle, on: chosen.length === 1 ? (chosen[0] ?? '') : '' });
      return true;
    case 'connector': {
      const [from, to] = chosen.filter((id) => typeOf(editor.kind, editor.records.projection.get(id)?.type ?? '')?.can.connect);
      if (from === undefined || to === undefined || chosen.length !== 2) return false;
      make(host, createObjects(editor.board(), [newArrow(host, { on: from, at: [0.5, 0.5] }, { on: to, at: [0.5, 0.5] })], context));
      return true;
    }
    case 'link': {
      const [from, to] = chosen;
      if (from === undefined || to === undefined || chosen.length !== 2) return false;
      if (editor.perform(toggleLink(editor.board(), from, to)).length === 0) return false;
      toolbox.done();
      return true;
    }
    case 'pen':
    case 'highlighter':
    case 'eraser':
    case 'select':
    case 'hand':
      return false;
  }
}
