// A tool that is in the hand and whose code is not here yet: what is pressed meanwhile is kept, and done by the tool as soon as it comes.
import type { BoardInput } from '../editor/input.ts';
import { pinching } from './panning.ts';
import { createMachine, type State, type Tool, type ToolHost } from './tool.ts';

/** More than this is no press somebody waits with: the rest of it is not kept. */
const KEPT_MAX = 2_000;

export interface WaitingTool extends Tool {
  /** Gives what was pressed to the tool that came. */
  hand(to: Tool): void;
}

export function createWaitingTool(host: Pick<ToolHost, 'editor'>): WaitingTool {
  let kept: BoardInput[] = [];
  const idle: State = {
    name: 'idle',
    on(input) {
      if (input.do === 'pinch') return pinching(host, () => idle, input);
      if (input.do !== 'down') return undefined;
      // Who presses again because nothing happened means one thing.
      kept = [input];
      return pressed;
    },
  };
  const pressed: State = {
    name: 'pressed',
    on(input) {
      if (input.do === 'pinch' || input.do === 'cancel') {
        kept = [];
        return input.do === 'pinch' ? pinching(host, () => idle, input) : idle;
      }
      if (kept.length < KEPT_MAX || input.do === 'up') kept.push(input);
      return input.do === 'up' ? idle : undefined;
    },
  };
  const machine = createMachine('waiting', idle, 'progress');
  return {
    get path() {
      return machine.path;
    },
    get cursor() {
      return machine.cursor;
    },
    handle: (input) => machine.handle(input),
    hand(to) {
      const inputs = kept;
      kept = [];
      for (const input of inputs) to.handle(input);
    },
  };
}
