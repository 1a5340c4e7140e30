// What crosses the facilitation socket (Socket.IO with the MessagePack parser, websocket transport). The server is the one authority:
// on connect and on every change a client gets a channel's whole, small state with its version; there is nothing to replay.
//
// Connect with `auth: { token }`, a session token or a ticket. A refused connection gets `connect_error` with an error code as message.
import { z } from 'zod';
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import { AUTHORSHIPS, type Authorship } from '../workshop/index.ts';

/** Server time. Offset = ((t1 - t0) + (t1 - now)) / 2 with `now` when the answer arrived. All ms. */
export interface ClockAnswer {
  readonly t0: number;
  readonly t1: number;
}

export interface GroupState {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly targetGroup: string;
  readonly colour: number;
  /** Participants (devices) that joined, seats they bring, and participants with a socket open now. */
  readonly participants: number;
  readonly seats: number;
  readonly online: number;
}

export interface BoardState {
  readonly id: string;
  readonly kind: string;
  readonly template: string;
  readonly title: string;
  readonly groupId: string | null;
  readonly state: 'open' | 'frozen';
  /** Id of a stage of its kind; empty: the first. */
  readonly stage: string;
  readonly authorship: Authorship;
  /** Its table says that it is ready. */
  readonly isReady: boolean;
  /** What the receiver may do on it. */
  readonly right: 'read' | 'write';
  /** Grows when what the server keeps of it beside its document changes: answers, drafts, places. A page then asks for that again. */
  readonly pulse: number;
}

/** The `workshop` channel. Everybody sees counts; names come with a board's presence, the list of people over HTTP for facilitators. */
export interface WorkshopState {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly state: 'open' | 'frozen' | 'closed';
  readonly doorLocked: boolean;
  readonly groups: readonly GroupState[];
  /** Boards the receiver may read. */
  readonly boards: readonly BoardState[];
  /** Participants without a group. */
  readonly ungrouped: { readonly participants: number; readonly seats: number; readonly online: number };
  /** Facilitators only: what waits for a decision. */
  readonly late: number;
  readonly claims: number;
  /** The receiver's own group, which a facilitator may change. */
  readonly myGroupId: string | null;
}

export interface WallPerson {
  readonly id: string;
  readonly name: string;
}

/** A board as the wall shows it. A `seq` not above the last one seen of that board is stale. */
export interface WallBoard {
  readonly boardId: string;
  readonly seq: number;
  readonly records: readonly BoardRecord[];
  /** How many people put which mark on which object. */
  readonly reactions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly people: readonly WallPerson[];
}

export interface ChannelState {
  readonly channel: 'workshop';
  readonly version: number;
  readonly state: WorkshopState;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export const clockRequest = z.object({ t0: z.number() });
export const workshopRef = z.object({ workshopId: z.string().max(64) });

/** Commands by channel and name. `version` = the state the sender saw; with it, a command against an older state is refused. */
export const commandRequest = z.object({
  channel: z.literal('workshop'),
  command: z.string().max(40),
  /** Absent: the workshop the session belongs to. */
  workshopId: z.string().max(64).optional(),
  input: z.unknown(),
  version: z.number().int().optional(),
});

export const WORKSHOP_COMMANDS = {
  setBoardState: z.object({ boardId: z.string().max(64), state: z.enum(['open', 'frozen']) }),
  setWorkshopState: z.object({ state: z.enum(['open', 'frozen']) }),
  setDoor: z.object({ locked: z.boolean() }),
  setStage: z.object({ boardId: z.string().max(64), stage: z.string().max(64) }),
  setAuthorship: z.object({ boardId: z.string().max(64), authorship: z.enum(AUTHORSHIPS) }),
  /** Also by whoever sits at the board's table. */
  setReady: z.object({ boardId: z.string().max(64), isReady: z.boolean() }),
} as const;

/** Client → server. `enter` follows a workshop (participants, observers and link facilitators are in theirs from the start). */
export interface FacilitationRequests {
  clock(request: { t0: number }, answer: (clock: ClockAnswer) => void): void;
  enter(request: { workshopId: string }, answer: (result: Answer<ChannelState>) => void): void;
  command(request: z.input<typeof commandRequest>, answer: (result: Answer<{ version: number }>) => void): void;
  /** Facilitators and observers: all boards now, then `wall` for each change, at most 5 a second per board. One wall at a time. */
  watchWall(request: { workshopId: string }, answer: (result: Answer<{ boards: readonly WallBoard[] }>) => void): void;
  leaveWall(request: { workshopId: string }, answer: (result: Answer<null>) => void): void;
}

/** Server → client. */
export interface FacilitationEvents {
  state(state: ChannelState): void;
  wall(board: WallBoard): void;
  /** The session ended (signed out, link revoked, shown out): the socket closes next. */
  ended(reason: { readonly code: string; readonly message: string }): void;
}
