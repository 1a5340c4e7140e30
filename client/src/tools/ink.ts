// Pen and highlighter. A stroke is a gesture while it is drawn and one object when the pen is lifted; they stay in the hand.
import { createId } from '@masa/shared/core';
import { createObjects, type NewObject } from '@masa/shared/objects';
import type { LiveInk } from '../editor/gestures.ts';
import type { PressedPoint } from '../editor/input.ts';
import { erasing } from './erase.ts';
import { pinching } from './panning.ts';
import { standby } from './pressing.ts';
import { createStroke, inkOf } from './stroke.ts';
import { createMachine, type Down, type State, type Tool, type ToolHost } from './tool.ts';

/** The button of a pen's other end (Pointer Events, "eraser"). */
const ERASER_BUTTON = 5;

export function createInkTool(host: ToolHost, pen: 'pen' | 'highlighter'): Tool {
  const { editor } = host;
  const { gestures, toolbox, camera } = editor;

  const idle = standby(host, {
    cursor: 'crosshair',
    isStroke: true,
    press: (down) => (down.button === ERASER_BUTTON ? erasing(host, down, () => idle) : drawing(down)),
  });

  const looks = (): Pick<LiveInk, 'pen' | 'colour' | 'stroke'> => {
    const { penColour, penStroke, highlighterColour } = toolbox.next.get();
    return { pen, colour: pen === 'pen' ? penColour : highlighterColour, stroke: penStroke };
  };

  const drawing = (down: Down): State => {
    const first = { ...down.at, pressure: down.pressure };
    let stroke = createStroke(first, camera.view.get().zoom);
    let id = createId();
    const show = (): void => gestures.own.set({ kind: 'ink', id, points: stroke.points(), ...looks() });
    const keep = (): void => {
      const { place, points, base } = inkOf(stroke.points());
      const object: NewObject = { id, type: 'ink', place, looks: { points, base, ...looks() } };
      editor.perform(createObjects(editor.board(), [object], editor.context()));
    };
    const add = (points: readonly PressedPoint[]): void => {
      for (const point of points) {
        stroke.add([point]);
        if (!stroke.isFull) continue;
        // As long as one object can be: the next goes on where it ends.
        keep();
        id = createId();
        stroke = createStroke(point, camera.view.get().zoom);
      }
    };
    show();
    return {
      name: 'drawing',
      on(input) {
        if (editor.readOnly.get() !== null || input.do === 'cancel') return idle;
        if (input.do === 'pinch') return pinching(host, () => idle, input);
        if (input.do === 'move') {
          const last = input.points.at(-1);
          if (input.modifiers.shift && last) stroke.straightTo(last);
          else add(input.points);
          show();
        }
        if (input.do !== 'up') return undefined;
        keep();
        return idle;
      },
      leave: () => gestures.own.set(null),
    };
  };

  return createMachine(pen, idle);
}
