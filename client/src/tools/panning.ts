// Moving the paper itself: with the hand, the middle or right button, the space bar, one finger; and zooming with two.
import type { Point } from '@masa/shared/core';
import type { BoardInput } from '../editor/input.ts';
import type { State, ToolHost } from './tool.ts';

/** @param to the state after the pointer is let go. */
export function panning({ editor }: ToolHost, from: Point, to: () => State): State {
  let last = from;
  return {
    name: 'panning',
    cursor: 'grabbing',
    on(input) {
      if (input.do === 'move') {
        editor.camera.panBy(last.x - input.screen.x, last.y - input.screen.y);
        last = input.screen;
        return undefined;
      }
      if (input.do === 'pinch') return pinching({ editor }, to, input);
      return input.do === 'up' || input.do === 'cancel' ? to() : undefined;
    },
  };
}

export function pinching({ editor }: Pick<ToolHost, 'editor'>, to: () => State, first?: BoardInput): State {
  const { camera } = editor;
  const on = (input: BoardInput): State | undefined => {
    if (input.do === 'pinch') {
      camera.panBy(-input.dx, -input.dy);
      camera.zoomAt(input.screen, input.factor);
      return undefined;
    }
    return input.do === 'up' || input.do === 'cancel' ? to() : undefined;
  };
  if (first) on(first);
  return { name: 'pinching', cursor: 'grabbing', on };
}
