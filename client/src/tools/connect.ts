// The arrow. Pressed on an object its start is attached there, else it is free; the end where it is let go likewise. Two clicks do as well
// as a drag. Ends are attached to objects of the free layer and to cards in cells.
import { type Point, union } from '@masa/shared/core';
import { createObjects, type End, freePlace, type NewObject } from '@masa/shared/objects';
import { attachmentAt, endPoint } from './attaching.ts';
import { looksFor, recordOf } from './newObjects.ts';
import { pinching } from './panning.ts';
import { begun, isDragged, make, standby } from './pressing.ts';
import { createScroller } from './scrolling.ts';
import { createMachine, type Down, type State, type Tool, type ToolHost } from './tool.ts';

/** A free arrow shorter than this on screen is a slip of the hand, px. */
const SHORTEST_PX = 8;

/** An arrow between two ends, as it is made. Its box lies around them, for when what they are attached to is gone. */
export function newArrow(host: ToolHost, start: End, end: End): NewObject {
  const points = [start, end].flatMap((each) => endPoint(host, each) ?? []).map((point) => ({ ...point, w: 0, h: 0 }));
  const box = union(points) ?? { x: 0, y: 0, w: 0, h: 0 };
  return { type: 'connector', place: freePlace(box), looks: { ...looksFor('connector', host.editor.toolbox.next.get()), start, end } };
}

export function createConnectTool(host: ToolHost): Tool {
  const { editor } = host;
  const { gestures, camera } = editor;

  const idle = standby(host, {
    cursor: 'crosshair',
    press: (down) => pressing(down, attachmentAt(host, down.at).end),
    hover: (at) => host.aim(at && editor.readOnly.get() === null ? attachmentAt(host, at).aim : null),
  });

  const show = (start: End, at: Point): void => {
    const { end, aim } = attachmentAt(host, at, start.on);
    host.aim(aim);
    gestures.own.set({ kind: 'preview', records: [recordOf(editor, newArrow(host, start, end))] });
  };
  const clear = (): void => {
    host.aim(null);
    gestures.own.set(null);
  };

  const isLong = (start: End, end: End): boolean => {
    if (start.on !== '' || end.on !== '') return true;
    return Math.hypot(end.at[0] - start.at[0], end.at[1] - start.at[1]) * camera.view.get().zoom >= SHORTEST_PX;
  };

  const finish = (start: End, at: Point): State => {
    const { end } = attachmentAt(host, at, start.on);
    clear();
    if (isLong(start, end)) make(host, createObjects(editor.board(), [newArrow(host, start, end)], editor.context()));
    return idle;
  };

  /** The start is set; the pointer may be dragged on, or let go and clicked elsewhere. */
  const pressing = (down: Down, start: End): State => ({
    name: 'pressing',
    cursor: 'crosshair',
    on(input) {
      if (input.do === 'pinch') return pinching(host, () => idle, input);
      if (input.do === 'cancel') return idle;
      if (input.do === 'move' && isDragged(down, input)) return begun(leading('drawing', start, down), input);
      return input.do === 'up' ? begun(leading('waiting', start, down), input) : undefined;
    },
  });

  /** The end follows the pointer: while it is pressed (`drawing`), or until it is clicked (`waiting`). */
  const leading = (name: 'drawing' | 'waiting', start: End, down: Down): State => {
    const scroller = createScroller(camera, down.screen);
    let screen = down.screen;
    let isPressed = name === 'drawing';
    const again = (): State => leading(name, start, down);
    return {
      name,
      cursor: 'crosshair',
      on(input) {
        if (editor.readOnly.get() !== null || input.do === 'cancel') return idle;
        if (input.do === 'pinch') return pinching(host, name === 'waiting' ? again : () => idle, input);
        if (input.do === 'down' && input.button === 0) isPressed = true;
        if (input.do === 'move' || input.do === 'down') {
          screen = input.screen;
          show(start, camera.toBoard(screen));
        }
        if (input.do === 'tick' && isPressed && scroller(screen, input.elapsedMs)) show(start, camera.toBoard(screen));
        return input.do === 'up' && isPressed ? finish(start, input.at) : undefined;
      },
      leave: clear,
    };
  };

  return createMachine('connector', idle);
}
