// What every part of the board page can reach: the open board, where it stands, and what the page does for its parts.
import type { Target } from '@masa/shared/board';
import type { Currency, Language, Point } from '@masa/shared/core';
import { createContext, use } from 'react';
import type { CommandHost, PanelName } from '../commands/command.ts';
import type { OpenBoard } from '../openBoard.ts';
import type { WorkshopSession } from '../session/WorkshopSession.ts';
import type { Place } from './place.ts';
import type { ToldLink } from './useTold.ts';

/** What a conversation is, or will be, about: a comment's id, or a place and the object there (empty = none). */
export type Conversation = string | { readonly at: Point; readonly on: string };

/** The right drawer shows one of these at a time. */
export type Panel =
  | { readonly of: 'card'; readonly id: string }
  | { readonly of: 'comments'; readonly about?: Conversation }
  /** A panel of the board's kind. */
  | { readonly of: 'kind'; readonly id: string }
  | { readonly of: Exclude<PanelName, 'comments'> };

export interface BoardContext {
  readonly open: OpenBoard;
  readonly place: Place;
  readonly workshop: WorkshopSession;
  readonly language: Language;
  readonly currency: Currency;
  readonly panel: Panel | null;
  /** Phones: the outline is the board. */
  readonly isSmall: boolean;
  readonly show: (panel: Panel | null) => void;
  /** Puts cards into the bin; more than a few only after a question. */
  readonly bin: (ids: readonly string[]) => void;
  /**
   * A text pasted where a card would go: asks what it is and makes cards. True = taken care of; false = it is a plain text.
   * `keepAsOne` puts it where it was pasted; without it one card is made of it.
   */
  readonly paste: (text: string, target: Target, keepAsOne?: (text: string) => void) => boolean;
  readonly pasteSheet: () => void;
  readonly help: () => void;
  /** Says something to screen readers. */
  readonly say: (sentence: string) => void;
  /** Says something to everybody at this screen, for a few seconds. */
  readonly tell: (sentence: string, link?: ToldLink) => void;
  /** What commands are done with, as things stand. */
  readonly host: CommandHost;
  /** Does a command, or tells why it cannot be done. */
  readonly run: (id: string) => void;
  /** Opens the menu of what is chosen. (x, y): CSS pixels in the window. */
  readonly openMenu: (at: Point) => void;
}

const Context = createContext<BoardContext | null>(null);

export const BoardProvider = Context.Provider;

export function useBoard(): BoardContext {
  const board = use(Context);
  if (!board) throw new Error('outside of a board page');
  return board;
}
