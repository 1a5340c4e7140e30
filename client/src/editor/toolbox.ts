// Which tool is in the hand, and how what it makes will look: the looks chosen last. Toolbar, keys, palette and tools share it.
import type { FontSize, ShapeName, Sign, Stroke } from '@masa/shared/objects';
import { createStore, type Store } from './store.ts';

export const TOOL_NAMES = [
  'select',
  'hand',
  'note',
  'text',
  'shape',
  'connector',
  'pen',
  'highlighter',
  'eraser',
  'frame',
  'stamp',
  'comment',
  'link',
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** How the next object will look. */
export interface NextLooks {
  readonly noteColour: string;
  readonly shape: ShapeName;
  readonly colour: string;
  /** Of arrows. */
  readonly lineColour: string;
  readonly fill: 'none' | 'soft' | 'solid';
  readonly stroke: Stroke;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly route: 'straight' | 'elbow' | 'curve';
  readonly startHead: string;
  readonly endHead: string;
  readonly penColour: string;
  readonly penStroke: Stroke;
  readonly highlighterColour: string;
  readonly fontSize: FontSize;
  readonly sign: Sign;
}

const FIRST: NextLooks = {
  noteColour: 'yellow',
  shape: 'rectangle',
  colour: 'blue',
  lineColour: 'ink',
  fill: 'soft',
  stroke: 'medium',
  dash: 'solid',
  route: 'straight',
  startHead: 'none',
  endHead: 'arrow',
  penColour: 'ink',
  penStroke: 'thin',
  highlighterColour: 'yellow',
  fontSize: 'm',
  sign: 'like',
};

export interface Toolbox {
  readonly tool: Store<ToolName>;
  /** The tool stays in the hand after it has made something. */
  readonly isKept: Store<boolean>;
  readonly next: Store<NextLooks>;
  take(tool: ToolName, isKept?: boolean): void;
  /** What a tool calls when it has made something: back to select, unless it is kept. Pens are kept by nature and do not call it. */
  done(): void;
  /** Chooses looks for what is made next. */
  choose(looks: Partial<NextLooks>): void;
}

export function createToolbox(): Toolbox {
  const tool = createStore<ToolName>('select');
  const isKept = createStore(false);
  const next = createStore<NextLooks>(FIRST);
  return {
    tool,
    isKept,
    next,
    take(name, kept = false) {
      isKept.set(kept);
      tool.set(name);
    },
    done() {
      if (!isKept.get()) tool.set('select');
    },
    choose: (looks) => next.set({ ...next.get(), ...looks }),
  };
}
