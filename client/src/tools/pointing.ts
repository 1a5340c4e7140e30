// Tools that mean one place: they act where they were pressed when the press ends as a click. A finger that wanders moves the paper.
import { panning, pinching } from './panning.ts';
import { begun, isDragged } from './pressing.ts';
import type { Down, State, ToolHost } from './tool.ts';

/** @param act what the click does. @param to the state afterwards. */
export const clicking = (host: ToolHost, down: Down, act: () => void, to: () => State): State => ({
  name: 'pressing',
  on(input) {
    if (input.do === 'pinch') return pinching(host, to, input);
    if (input.do === 'cancel') return to();
    if (input.do === 'move' && down.isTouch && isDragged(down, input)) return begun(panning(host, down.screen, to), input);
    if (input.do !== 'up') return undefined;
    act();
    return to();
  },
});
