// Tools that put something on the paper: note, text, shape, frame. A click makes one of the usual size, a drag draws it out.
import type { Box, Point } from '@masa/shared/core';
import { createObjects } from '@masa/shared/objects';
import type { Modifiers } from '../editor/input.ts';
import { boxAround, firstLineAt, newObject, type Placeable, recordOf, sizeOf } from './newObjects.ts';
import { pinching } from './panning.ts';
import { begun, isDragged, make, standby } from './pressing.ts';
import { createScroller } from './scrolling.ts';
import { createMachine, type Down, type State, type Tool, type ToolHost } from './tool.ts';

/** The smallest side of anything drawn out, board units. */
const SIDE_MIN = 24;

/** The box drawn from one point to another: with Shift its sides are equal, with Alt the first point is its centre. */
function drawnBox(from: Point, to: Point, { shift, alt }: Pick<Modifiers, 'shift' | 'alt'>): Box {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const both = Math.max(Math.abs(dx), Math.abs(dy));
  const [w, h] = [Math.max(SIDE_MIN, shift ? both : Math.abs(dx)), Math.max(SIDE_MIN, shift ? both : Math.abs(dy))];
  if (alt) return { x: from.x - w, y: from.y - h, w: 2 * w, h: 2 * h };
  return { x: dx < 0 ? from.x - w : from.x, y: dy < 0 ? from.y - h : from.y, w, h };
}

export function createPlaceTool(host: ToolHost, type: 'note' | 'text' | 'shape' | 'frame'): Tool {
  const { editor } = host;
  const { gestures, toolbox, camera } = editor;

  const idle = standby(host, { cursor: type === 'text' ? 'text' : 'crosshair', press: (down) => pressing(down) });

  const pressing = (down: Down): State => ({
    name: 'pressing',
    on(input) {
      if (input.do === 'pinch') return pinching(host, () => idle, input);
      if (input.do === 'cancel') return idle;
      if (input.do === 'move' && isDragged(down, input)) return begun(drawing(down), input);
      if (input.do !== 'up') return undefined;
      if (type === 'text') write(firstLineAt(down.at, toolbox.next.get()));
      else place(type, boxAround(down.at, sizeOf(type, toolbox.next.get())));
      return idle;
    },
  });

  const drawing = (down: Down): State => {
    const scroller = createScroller(camera, down.screen);
    let pointer: { readonly screen: Point; readonly modifiers: Modifiers } = down;
    const drawn = (): Box => drawnBox(down.at, camera.toBoard(pointer.screen), pointer.modifiers);
    return {
      name: 'drawing',
      on(input) {
        if (editor.readOnly.get() !== null) return idle;
        if (input.do === 'move' || input.do === 'up') pointer = input;
        if (input.do === 'move' || (input.do === 'tick' && scroller(pointer.screen, input.elapsedMs))) show(drawn());
        if (input.do === 'up') {
          const box = drawn();
          gestures.own.set(null);
          if (type === 'text') write(box, box.w);
          else place(type, box);
          return idle;
        }
        return input.do === 'cancel' ? idle : undefined;
      },
      leave: () => gestures.own.set(null),
    };
  };

  const show = (box: Box): void => {
    // A text without letters cannot be seen: its width can.
    if (type === 'text') gestures.own.set({ kind: 'marquee', box: [box.x, box.y, box.w, box.h] });
    else gestures.own.set({ kind: 'preview', records: [recordOf(editor, newObject(type, box, toolbox.next.get()))] });
  };

  const place = (of: Placeable, box: Box): void => {
    const id = make(host, createObjects(editor.board(), [newObject(of, box, toolbox.next.get())], editor.context()));
    if (id !== null && of === 'note') host.write(id);
  };

  const write = (at: Point, width?: number): void => {
    toolbox.done();
    host.writeText(at, width);
  };

  return createMachine(type, idle);
}
