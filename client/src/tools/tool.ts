// A tool is a machine of named states. A state takes an input and says which state comes next; where the machine stands can be read as a
// path, e.g. `select.dragging`. Tools know the editor and this host, never the screen.
import type { PlacedCard, PlacedCell, Target } from '@masa/shared/board';
import type { Box, Point } from '@masa/shared/core';
import type { PlacedObject } from '@masa/shared/objects';
import type { Editor } from '../editor/Editor.ts';
import type { BoardInput } from '../editor/input.ts';

export type Down = Extract<BoardInput, { readonly do: 'down' }>;

/** What lies under a point. */
export interface Hit {
  /** The topmost object of the free layer: it lies over the cards. */
  readonly free: PlacedObject | null;
  /** A reaction people put on a card or an object. */
  readonly mark: { readonly id: string; readonly mark: string } | null;
  readonly card: PlacedCard | null;
  readonly cell: PlacedCell | null;
}

/** What tools ask of the board's surroundings. */
export interface ToolHost {
  readonly editor: Editor;
  hit(at: Point): Hit;
  cardsIn(box: Box): readonly PlacedCard[];
  /** Closes what is being written. False if it has to stay open. */
  endWriting(): boolean;
  write(id: string, typed?: string): void;
  writeNew(target: Target, typed?: string): void;
  hover(id: string | null): void;
  /** Opens the menu about what is selected. `screen`: CSS pixels from the stage's top left corner. */
  menu(screen: Point, at: Point): void;
  /** Opens a conversation: one there is, or a new one about an object or (`on` empty) a place. */
  openComment(of: string | NewComment): void;
  /** Begins a text of its own with its top left corner there; given a width, its lines break at it. Nothing exists before its first letter. */
  writeText(at: Point, width?: number): void;
  /** Shows what an arrow would be attached to, and where; null = to nothing. */
  aim(at: Aim | null): void;
  /** Says something to the person: what could not be done. */
  said(sentence: string): void;
  /** Says why a link was neither made nor taken away. */
  refused(why: Refused): void;
}

/** Why two cards were not linked: keys of the `sheet` texts. */
export type Refused = 'linkRefused' | 'linkUnfit' | 'linkGone';

/** What a new conversation is about. */
export interface NewComment {
  readonly at: Point;
  /** Object id; empty = the place itself. */
  readonly on: string;
}

/** An object an arrow's end is over, and the board point of it the end is attached to. */
export interface Aim {
  readonly id: string;
  readonly at: Point;
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
