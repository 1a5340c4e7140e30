// All open boards of this process: opening once for everybody, keeping while needed, putting away afterwards. No global: two servers
// in one process have two of these. Longer than 250 lines because a board's way from being opened to being put away is told in one place.
import { createEmitter, LIMITS, type Unsubscribe } from '@masa/shared/core';
import type { TypeFacets } from '@masa/shared/document';
import type { SyncRight } from '@masa/shared/wire';
import type { BoardTerms } from '@masa/shared/workshop';
import * as Y from 'yjs';
import type { Bus } from '../cluster/bus.ts';
import { type RoomLog, SERVER_OWNER, UnknownBoard } from '../store/roomLog.ts';
import type { Connection } from './connection.ts';
import { createCrowds } from './crowds.ts';
import type { Planting } from './planting.ts';
import type { Person } from './presence.ts';
import { type Edits, type Note, Room, type RoomLeft } from './Room.ts';
import { type BoardRead, createReader, type Reader } from './reader.ts';

export interface RoomsOptions {
  readonly log: RoomLog;
  /** Carries changes of rights to the other nodes. */
  readonly bus: Bus;
  /** Facets of an object type; undefined for one this version does not know. */
  readonly typeOf: (type: string) => TypeFacets | undefined;
  readonly note?: Note;
  readonly now?: () => number;
  /** Longest time news on a board waits for company, ms. */
  readonly windowMs?: number;
  /** The same for presence: a frame of a screen. */
  readonly presenceWindowMs?: number;
  readonly quietMs?: number;
  readonly sleepMs?: number;
  /** How long an empty board stays open, ms. */
  readonly graceMs?: number;
  /** Refused updates in a minute after which a participant may only read for a while. */
  readonly strikes?: number;
  /** How often time is looked at, ms. */
  readonly tickMs?: number;
  /** What a document may hold. */
  readonly bytesOf?: (board: string) => number;
  /** Sockets one person has open at once; with one more the one that did nothing for longest is closed. Staff have as many as they want. */
  readonly socketsPerPerson?: number;
}

/** A board's durable document and what the log knows of it. Only for looking. */
export interface BoardView {
  readonly doc: Y.Doc;
  readonly seq: number;
  /** Which participant a Yjs client id belongs to; `SERVER_OWNER` for the server's own. */
  readonly owners: ReadonlyMap<number, string>;
  /** Part of what was stored cannot be read, and is not in the document. */
  readonly damaged: boolean;
  /** The whole state, V1. */
  state(): Uint8Array;
}

/** What somebody may do on a board now, and what it asks of them. */
export interface Standing {
  readonly right: SyncRight;
  readonly terms: BoardTerms;
}

/** A socket that has come in, and what it may do, to be asked again. */
interface Joined {
  readonly connection: Connection;
  /** The board whose rights it has: for a draft the one it lies beside. */
  readonly board: string;
  readonly may: () => Promise<Standing>;
}

export interface Rooms {
  /** Seeds a board, once: for a board that exists nothing happens. */
  create(board: string, seedUpdate: Uint8Array): Promise<void>;
  /** Whether there is such a board. */
  has(board: string): Promise<boolean>;
  /** The records of what is durable. Rejects with `UnknownBoard`. */
  read(board: string): Promise<BoardRead>;
  /** The durable document as one V1 update, for exports and copies. */
  encoded(board: string): Promise<Uint8Array>;
  /** Edits of the server itself, durable when this resolves, seen by everybody. */
  withBoard(board: string, edits: Edits): Promise<number>;
  /** Objects the server makes for other people, durable when this resolves. `make` gets the document as it stands then. */
  plant(board: string, make: (doc: Y.Doc, left: RoomLeft) => readonly Planting[]): Promise<number>;
  /** From now on only the server writes there; what was taken before stays. Returns what undoes it. */
  seal(board: string): () => void;
  /** Everybody's socket closes; they come back at once, as who they are by then. */
  reopen(board: string): void;
  /** Nobody writes there any more with a client id that presence has told: it would lead to who they were. */
  retire(board: string): Promise<void>;
  /** Runs `at` on what is durable; it must neither change nor keep the document. */
  look<T>(board: string, at: (view: BoardView) => T): Promise<T>;
  /** `author`: participant id, or `SERVER_OWNER`. */
  onChanged(listener: (board: string, seq: number, author: string) => void): Unsubscribe;
  /** The last person has left a board. */
  onEmpty(listener: (board: string) => void): Unsubscribe;
  /** Rights changed: asks again for every live socket, of one board or of all. */
  reconsider(board?: string): void;
  /** How often that was asked: somebody who was let in before the last time may no longer be who they were. */
  readonly reconsidered: number;
  /**
   * Who is connected to a board. Where names are not shown only how many: reactions stand under the ids of that board, and beside who has
   * just come in an id would tell whose they are.
   */
  members(board: string): readonly Person[];
  /** Boards in memory and sockets, for metrics. */
  readonly size: { readonly rooms: number; readonly connections: number };
  /** For the sync socket: runs `connect` on the open room. Rejects if the board cannot be opened. */
  join(board: string, connect: (room: Room) => Joined): Promise<void>;
  leave(connection: Connection): void;
  /** Erases a board for everybody. */
  remove(board: string): Promise<void>;
  /** Stops accepting, lets what is written become durable, closes sockets with 1001. */
  close(): Promise<void>;
}

const SETTLE_MS = 4_000;
/** Topic on the bus: the board whose rights changed, empty for all. */
const RIGHTS = 'rights';

export function createRooms(options: RoomsOptions): Rooms {
  const {
    log,
    bus,
    typeOf,
    note = () => {},
    now = Date.now,
    windowMs = 6,
    presenceWindowMs = 16,
    quietMs = 30_000,
    sleepMs = 60_000,
    graceMs = 30_000,
    tickMs = 5_000,
    strikes = 3,
    socketsPerPerson = LIMITS.socketsPerPerson,
    bytesOf = () => LIMITS.documentBytes,
  } = options;
  const rooms = new Map<string, Promise<Room>>();
  const opened = new Map<string, Room>();
  const projections = new WeakMap<Room, Reader>();
  const connections = new Map<Connection, Joined>();
  const sealed = new Set<string>();
  let reconsidered = 0;
  const changed = createEmitter<{ board: string; seq: number; author: string }>();
  const emptied = createEmitter<string>();
  const crowds = createCrowds(socketsPerPerson);
  let closed = false;

  const forget = (room: Room): void => {
    if (opened.get(room.board) !== room) return;
    opened.delete(room.board);
    rooms.delete(room.board);
    room.dispose();
  };

  const load = async (board: string): Promise<Room> => {
    const stored = await log.open(board);
    if (!stored) throw new UnknownBoard(board);
    if (stored.damage) note('room.damaged', { board, part: stored.damage.part, seq: stored.damage.seq });
    const room = new Room(board, stored, {
      log,
      note,
      now,
      windowMs,
      presenceWindowMs,
      quietMs,
      sleepMs,
      strikes,
      bytesMax: bytesOf(board),
      isSealed: () => sealed.has(board),
      onChanged: (of, seq, author) => changed.emit({ board: of, seq, author }),
      onBroken: (broken) => void abandon(broken),
    });
    opened.set(board, room);
    note('room.opened', { board, seq: stored.seq, rows: stored.rows.length });
    return room;
  };

  /** A room whose document cannot be trusted: everybody goes, what was taken becomes durable, the next one loads it anew. */
  const abandon = async (room: Room): Promise<void> => {
    room.closeMembers('unavailable');
    await room.settle(SETTLE_MS);
    forget(room);
  };

  /** Opens a board, once however many ask, and holds it open while `work` runs. A failed load leaves nothing behind. */
  const withRoom = async <T>(board: string, work: (room: Room) => T | Promise<T>): Promise<T> => {
    if (closed) throw new Error('the server is closing');
    let loading = rooms.get(board);
    if (!loading) {
      loading = load(board);
      rooms.set(board, loading);
      loading.catch(() => rooms.get(board) === loading && rooms.delete(board));
    }
    const room = await loading;
    if (opened.get(board) !== room) return withRoom(board, work);
    room.holds++;
    try {
      return await work(room);
    } finally {
      room.holds--;
      if (room.members.size === 0) room.emptySince = now();
    }
  };

  /** Puts an empty room away. Somebody may come at every await: then it stays. */
  const putAway = async (room: Room): Promise<void> => {
    if (room.worthCompacting) await room.compact();
    if (room.idle && now() - room.emptySince >= graceMs) {
      forget(room);
      note('room.closed', { board: room.board });
    }
  };

  let ticking = false;
  const tick = async (): Promise<void> => {
    if (ticking) return;
    ticking = true;
    const at = now();
    for (const connection of connections.keys()) connection.tick(at);
    for (const room of opened.values()) {
      if (room.idle && at - room.emptySince >= graceMs) await putAway(room);
      else await room.tick(at);
    }
    ticking = false;
  };
  const ticker = setInterval(() => void tick(), tickMs);
  ticker.unref();

  const reconsiderOne = async ({ connection, may }: Joined): Promise<void> => {
    try {
      const { right, terms } = await may();
      connection.changeRight(right, terms);
    } catch (failure) {
      note('member.right-unknown', { board: connection.room.board, failure: String(failure) });
      connection.changeRight('none', connection.terms);
    }
  };

  const stopListening = bus.subscribe(RIGHTS, (board) => {
    reconsidered++;
    for (const joined of connections.values()) {
      if (board === '' || joined.board === board || joined.connection.room.board === board) void reconsiderOne(joined);
    }
  });

  return {
    async create(board, seedUpdate) {
      const claims = [...new Set(Y.decodeUpdate(seedUpdate).structs.map((struct) => struct.id.client))];
      await log.create(board, { bytes: seedUpdate, at: now(), author: SERVER_OWNER, claims });
    },
    has: (board) => log.has(board),
    read: (board) =>
      withRoom(board, async (room) => {
        const copy = await room.committed();
        const reader = projections.get(room) ?? createReader(typeOf);
        projections.set(room, reader);
        return { seq: room.seq, ...reader.read(copy.wake()) };
      }),
    encoded: (board) => withRoom(board, async (room) => (await room.committed()).encoded()),
    withBoard: (board, edits) => withRoom(board, (room) => room.edit(edits)),
    plant: (board, make) => withRoom(board, (room) => room.plant(make)),
    seal(board) {
      sealed.add(board);
      opened.get(board)?.tellRights();
      return () => {
        sealed.delete(board);
        opened.get(board)?.tellRights();
      };
    },
    reopen(board) {
      // Whoever was let in as somebody else and is still on the way is asked again when they arrive.
      reconsidered++;
      opened.get(board)?.closeMembers('goingAway');
    },
    retire: (board) => withRoom(board, (room) => room.retire()),
    look: (board, at) =>
      withRoom(board, async (room) => {
        const copy = await room.committed();
        return at({ doc: copy.wake(), seq: room.seq, owners: room.owners, damaged: room.damaged, state: () => copy.encoded() });
      }),
    onChanged: (listener) => changed.on(({ board, seq, author }) => listener(board, seq, author)),
    onEmpty: (listener) => emptied.on(listener),
    reconsider: (board) => bus.publish(RIGHTS, board ?? ''),
    get reconsidered() {
      return reconsidered;
    },
    members(board) {
      const people = new Map<string, number>();
      return [...(opened.get(board)?.members ?? [])].map(({ person, terms }) => {
        if (terms.authorship === 'named') return person;
        const number = people.get(person.id) ?? people.size;
        people.set(person.id, number);
        return { ...person, id: String(number) };
      });
    },
    get size() {
      return { rooms: opened.size, connections: connections.size };
    },
    join: (board, connect) =>
      withRoom(board, (room) => {
        const joined = connect(room);
        connections.set(joined.connection, joined);
        crowds.enter(joined.connection);
      }),
    leave(connection) {
      connections.delete(connection);
      crowds.leave(connection);
      if (connection.room.members.size === 0) emptied.emit(connection.room.board);
    },
    async remove(board) {
      const room = opened.get(board);
      await log.remove(board);
      sealed.delete(board);
      room?.closeMembers('boardGone');
      if (room) forget(room);
    },
    async close() {
      closed = true;
      clearInterval(ticker);
      stopListening();
      await Promise.all([...opened.values()].map((room) => room.settle(SETTLE_MS)));
      for (const room of opened.values()) {
        room.closeMembers('goingAway');
        // What came in between: nobody is told any more, but it is kept.
        await room.settle(SETTLE_MS);
        if (room.worthCompacting) await room.compact();
        forget(room);
      }
    },
  };
}
