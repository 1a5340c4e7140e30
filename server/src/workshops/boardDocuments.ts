// Port: what workshops, reports and the wall need from the rooms that keep documents. The rooms behind it know nothing of workshops.
import type { Reactions } from '@masa/shared/board';
import type { Unsubscribe } from '@masa/shared/core';
import type { BoardIdentity, BoardRecord, Edit } from '@masa/shared/document';

export interface BoardContent {
  readonly records: readonly BoardRecord[];
  /** How many people put which mark on which object. */
  readonly reactions: Readonly<Record<string, Reactions>>;
  /** Grows with every committed change of the board. */
  readonly seq: number;
}

export interface BoardDocuments {
  /** Makes the document of a new board, seeded and durable when it resolves. */
  create(board: string, identity: BoardIdentity): Promise<void>;
  read(board: string): Promise<BoardContent>;
  /** Applies what `make` returns for the present content in one step; durable when it resolves. Rejects with the storage's error. */
  edit(board: string, make: (content: BoardContent) => readonly Edit[]): Promise<void>;
  /** Erases the board, its history included, and closes it for everybody. */
  remove(board: string): Promise<void>;
  /** Rights on the board have changed: every open connection is asked anew. */
  reconsider(board: string): void;
  /** People with the board open now, each once. */
  people(board: string): readonly { readonly id: string; readonly name: string }[];
  /** Content or people of a board have changed. */
  onChange(listener: (board: string) => void): Unsubscribe;
}
