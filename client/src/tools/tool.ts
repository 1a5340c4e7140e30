// A tool is a machine of named states. A state takes an input and says which state comes next; where the machine stands can be read as a
// path, e.g. `select.dragging`. Tools know the editor and this host, never the screen.
import type { PlacedCard, PlacedCell, Target } from '@masa/shared/board';
import type { Point } from '@masa/shared/core';
import type { Editor } from '../editor/Editor.ts';
import type { BoardInput } from '../editor/input.ts';

/** What lies under a point. */
export interface Hit {
  readonly card: PlacedCard | null;
  readonly cell: PlacedCell | null;
}

/** What tools ask of the board's surroundings. */
export interface ToolHost {
  readonly editor: Editor;
  hit(at: Point): Hit;
  cardsIn(box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): readonly PlacedCard[];
  /** Closes what is being written. False if it has to stay open. */
  endWriting(): boolean;
  write(id: string, typed?: string): void;
  writeNew(target: Target, typed?: string): void;
  hover(id: string | null): void;
}

export interface State {
  readonly name: string;
  /** The pointer's look in this state, as CSS names it. */
  readonly cursor?: string;
  /** The next state; undefined = stay. */
  on(input: BoardInput): State | undefined;
  leave?(): void;
}

export interface Tool {
  /** `tool.state` */
  readonly path: string;
  readonly cursor: string;
  handle(input: BoardInput): void;
}

export function createMachine(name: string, initial: State, cursor = 'default'): Tool {
  let state = initial;
  return {
    get path() {
      return `${name}.${state.name}`;
    },
    get cursor() {
      return state.cursor ?? cursor;
    },
    handle(input) {
      const next = state.on(input);
      if (!next || next === state) return;
      const before = state;
      state = next;
      before.leave?.();
    },
  };
}
