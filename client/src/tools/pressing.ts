// What all making tools have in common: how they stand by, how far a press wanders before it is a drag, and what becomes of what was made.
import type { Point } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import type { BoardInput } from '../editor/input.ts';
import { commandOfTool } from '../editor/keymap.ts';
import { panning, pinching } from './panning.ts';
import type { Down, State, ToolHost } from './tool.ts';

/** A press that wanders less is a click, px. A finger wanders more. */
const DRAG_PX = 4;
const TOUCH_DRAG_PX = 8;

export const isDragged = (down: Down, { screen }: { readonly screen: Point }): boolean =>
  Math.hypot(screen.x - down.screen.x, screen.y - down.screen.y) > (down.isTouch ? TOUCH_DRAG_PX : DRAG_PX);

interface Standby {
  readonly cursor: string;
  /** Pressed with the primary button, a finger or a pen. Undefined = nothing begins. */
  readonly press: (down: Down) => State | undefined;
  /** The pointer passes over the board; null = it no longer does, or is pressed. */
  readonly hover?: (at: Point | null) => void;
  /** A pen's stroke or an eraser's: fingers and pens mean no menu here. */
  readonly isStroke?: boolean;
  /** The tool is of use on a board that is read only. */
  readonly onlyReads?: boolean;
}

/** The state a tool waits in: two fingers, the other buttons and the space bar move the paper, as with every tool. */
export function standby(host: ToolHost, { cursor, press, hover, isStroke = false, onlyReads = false }: Standby): State {
  let isSpaceDown = false;
  const toIdle = (): State => idle;
  const idle: State = {
    name: 'idle',
    get cursor() {
      return isSpaceDown ? 'grab' : cursor;
    },
    on(input) {
      if (input.do === 'space') isSpaceDown = input.isDown;
      if (input.do === 'move') hover?.(input.at);
      if (input.do === 'cancel') hover?.(null);
      if (input.do === 'pinch') return pinching(host, toIdle, input);
      if (input.do === 'menu' && !(isStroke && input.kind !== 'mouse')) host.menu(input.screen, input.at);
      if (input.do !== 'down') return undefined;
      hover?.(null);
      if (!host.endWriting()) return undefined;
      if (isSpaceDown || input.button === 1 || input.button === 2) return panning(host, input.screen, toIdle);
      return onlyReads || host.editor.readOnly.get() === null ? press(input) : undefined;
    },
  };
  return idle;
}

/** A state that has already seen the input that led to it. */
export const begun = (state: State, input: BoardInput): State => state.on(input) ?? state;

/** Makes one object as one step, chooses it and lays the tool down. Returns its id, or null where nothing came of it. */
export function make({ editor }: Pick<ToolHost, 'editor'>, edits: readonly Edit[]): string | null {
  const [made] = editor.perform(edits);
  if (!made) return null;
  const { toolbox } = editor;
  // A note is written in at once: what is typed on it later is its text.
  editor.selection.only(made.id, null, toolbox.tool.get() === 'note' ? undefined : commandOfTool(toolbox));
  toolbox.done();
  return made.id;
}
