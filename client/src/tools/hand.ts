// The hand: every press moves the paper. For looking about without changing anything.
import { panning, pinching } from './panning.ts';
import { createMachine, type State, type Tool, type ToolHost } from './tool.ts';

export function createHandTool(host: ToolHost): Tool {
  const idle: State = {
    name: 'idle',
    on(input) {
      if (input.do === 'pinch') return pinching(host, () => idle, input);
      if (input.do !== 'down') return undefined;
      host.endWriting();
      return panning(host, input.screen, () => idle);
    },
  };
  return createMachine('hand', idle, 'grab');
}
