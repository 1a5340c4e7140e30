// Port: what stages need from the rooms that keep documents, beside what everybody needs (workshops/boardDocuments.ts).
import { createId } from '@masa/shared/core';
import type { BoardRecord, Edit } from '@masa/shared/document';

export type Made = Extract<Edit, { readonly do: 'create' }>;

/** What of a draft would come onto the board. */
export interface DraftContent {
  readonly records: readonly BoardRecord[];
  /** What makes its live objects anew, in the order they were made. */
  readonly made: readonly Made[];
}

/** Objects the server makes for somebody, as if they had. */
export interface Sowing {
  /** As the board's document knows them. */
  readonly owner: string;
  readonly edits: readonly Made[];
}

/** A board as it stands in the moment something is planted on it. */
export interface Bed {
  /** Whether there is, or ever was, an object of that id. */
  has(id: string): boolean;
  /** The largest order key in a slot; null where nothing lies in it. */
  lastIn(slot: string): string | null;
  /** How much more it takes at once. */
  readonly left: { readonly objects: number; readonly bytes: number };
}

export interface StageDocuments {
  /** Nothing of one that is erased, or was never made, because a crash came between it and its row. */
  draft(document: string): Promise<DraftContent>;
  /** Puts objects on a board in one step; durable when it resolves. */
  plant(board: string, make: (bed: Bed) => readonly Sowing[]): Promise<void>;
  /** From now on nobody writes there. Returns what undoes it. */
  seal(document: string): () => void;
  /** Erases a draft, its history included, and closes it for its writer. It has no versions and no answers beside it. */
  erase(document: string): Promise<void>;
  /** Takes away what is no draft any more, for whoever keeps the rest. */
  bin(document: string, ids: readonly string[], at: number): Promise<void>;
  /** Everybody comes in again, as who they are by now. */
  reopen(board: string): void;
  /** Nobody writes there any more with an id that presence has told beside a name. */
  retire(board: string): Promise<void>;
  /** How many objects there are, the bin included. */
  objects(board: string): Promise<number>;
  /** Live objects of one person. */
  own(board: string, owner: string): Promise<readonly string[]>;
  /** Somebody has changed a document; `author` as the document knows them, empty for the server. */
  onChange(listener: (document: string, author: string) => void): () => void;
}

const PREFIX = 'draft-';

/** An id for a draft's document. Boards' ids never look like it. */
export const createDraftId = (): string => `${PREFIX}${createId()}`;

/** Whether a document is somebody's draft: it has no versions, no pictures of its own, and stands on no wall. */
export const isDraft = (document: string): boolean => document.startsWith(PREFIX);
