// What a room is given to live with, and what it takes: its bounds, its clock, whom it tells, edits of the server.
import type { Edit } from '@masa/shared/document';
import type * as Y from 'yjs';
import type { RoomLog } from '../store/roomLog.ts';

/** What happened, as an event with fields; never board content, names or tokens. */
export type Note = (event: string, fields: Readonly<Record<string, string | number | boolean>>) => void;

/** What fits on a board at once. */
export interface RoomLeft {
  readonly objects: number;
  readonly bytes: number;
}

export interface RoomConditions {
  readonly log: RoomLog;
  readonly note: Note;
  readonly now: () => number;
  /** Longest time news waits for company, ms. */
  readonly windowMs: number;
  /** The same for presence. */
  readonly presenceWindowMs: number;
  /** After so long without a change everybody is told the content hash, ms. */
  readonly quietMs: number;
  /** After so long without a change the document is kept as bytes, ms. */
  readonly sleepMs: number;
  /** Refused updates in a minute after which a participant may only read for a while. */
  readonly strikes: number;
  /** What its document may hold. */
  readonly bytesMax: number;
  /** While it is, nobody but the server writes. */
  readonly isSealed: () => boolean;
  readonly onChanged: (board: string, seq: number, author: string) => void;
}

/** Edits, or what makes them of the document as it stands when they are applied: nothing comes in between. It must not change the document. */
export type Edits = readonly Edit[] | ((doc: Y.Doc) => readonly Edit[]);

/** Edits of the server that would make a board larger than it may be; nothing of them was done. */
export class BoardFull extends Error {
  override readonly name = 'BoardFull';
}
