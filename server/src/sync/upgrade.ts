// The door to boards: HTTP upgrades of /sync/<boardId>. Everything that can be refused is refused before the WebSocket opens, in
// this order: path, origin, ticket, right, board. An unknown board and a forbidden one get the same answer.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isId, LIMITS, type Result } from '@masa/shared/core';
import type { SyncRight } from '@masa/shared/wire';
import type { BoardTerms } from '@masa/shared/workshop';
import { WebSocketServer } from 'ws';
import { UnknownBoard } from '../store/roomLog.ts';
import { createConnection } from './connection.ts';
import { createDoorbell } from './doorbell.ts';
import { isStaff, type Person } from './presence.ts';
import type { Note } from './Room.ts';
import type { Rooms, Standing } from './rooms.ts';

export interface UpgradeRequest {
  /** The ticket from the query; empty if there is none. */
  readonly token: string;
  /** The raw Cookie header; empty if there is none. */
  readonly cookie: string;
  /** The board id, or `<boardId>/drafts/<participantId>`. */
  readonly board: string;
  readonly origin: string | undefined;
}

export interface Admitted {
  readonly participant: Person;
  readonly right: SyncRight;
  /** Absent: names are shown, and everybody changes everything. */
  readonly terms?: BoardTerms;
  /** The document behind the path; absent: the path itself. */
  readonly document?: string;
  /** What this participant may do with the board now. Asked again whenever rights change. */
  may(board: string): SyncRight | Standing | Promise<SyncRight | Standing>;
  /** False for those who watch unseen, e.g. a projector. Absent = true. */
  readonly visible?: boolean;
}

/** `status`: 401 without a valid ticket, 404 for what this ticket must not know of, 429, 503. */
export interface UpgradeRefusal {
  readonly status: number;
}

export interface SyncOptions {
  readonly rooms: Rooms;
  readonly authorise: (request: UpgradeRequest) => Promise<Result<Admitted, UpgradeRefusal>>;
  readonly isOurOrigin: (origin: string | undefined, request: IncomingMessage) => boolean;
  readonly note?: Note;
  readonly now?: () => number;
  /** One connection's writes before it is slowed. */
  readonly writesPerSecond?: number;
  /** Sockets one participant opens at once, and a second after that. */
  readonly socketsAtOnce?: number;
  readonly socketsPerSecond?: number;
  /** Upgrades under way at once, and how long one may take, ms. */
  readonly pendingMax?: number;
  readonly pendingMs?: number;
}

export interface Sync {
  /** False if the path is none of ours: the socket is untouched. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

function answer(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const FREE: BoardTerms = { authorship: 'named', edits: 'all' };

const standingOf = (said: SyncRight | Standing): Standing => (typeof said === 'string' ? { right: said, terms: FREE } : said);

/** The board in a path, undefined if it names none. */
export function boardOf(path: string): string | undefined {
  const [start, root, board, drafts, participant, ...rest] = path.split('/');
  if (start !== '' || root !== 'sync' || !isId(board) || rest.length > 0) return undefined;
  if (drafts === undefined) return board;
  return drafts === 'drafts' && isId(participant) ? `${board}/drafts/${participant}` : undefined;
}

export function createSync(options: SyncOptions): Sync {
  const {
    rooms,
    authorise,
    isOurOrigin,
    note = () => {},
    now = Date.now,
    writesPerSecond = LIMITS.writesPerSecond,
    socketsAtOnce = LIMITS.socketsAtOnce,
    socketsPerSecond = LIMITS.socketsPerSecond,
    pendingMax = 1_000,
    pendingMs = 10_000,
  } = options;
  const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: LIMITS.frameBytes });
  const doorbell = createDoorbell(socketsAtOnce, socketsPerSecond);
  let pending = 0;
  let closed = false;

  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer, board: string, query: URLSearchParams): Promise<number | undefined> => {
    const { reconsidered } = rooms;
    const admitted = await authorise({
      token: query.get('token') ?? '',
      cookie: request.headers.cookie ?? '',
      board,
      origin: request.headers.origin,
    });
    if (!admitted.ok) return admitted.error.status;
    const { participant, right, visible = true, terms = FREE, document = board } = admitted.value;
    if (right === 'none') return 404;
    if (!isStaff(participant) && !doorbell.ring(participant.id, now())) return 429;
    await rooms.join(document, (room) => {
      if (socket.destroyed || closed) throw new Error('the socket is gone');
      let made: ReturnType<typeof createConnection> | undefined;
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const epoch = query.get('epoch');
        made = createConnection({
          webSocket,
          socket,
          room,
          person: participant,
          right,
          terms,
          ack: query.get('ack') === '1',
          batched: query.get('batch') === '1',
          visible,
          now,
          writesPerSecond,
          writesBurst: (writesPerSecond * LIMITS.writesBurstMs) / 1000,
        });
        const connection = made;
        webSocket.on('close', () => rooms.leave(connection));
        if (epoch !== null && epoch !== String(room.epoch)) connection.close('otherEpoch');
      });
      // ws answers a request that is no proper WebSocket handshake itself, at once.
      if (!made) throw new Error('no WebSocket handshake');
      return { connection: made, board: board.split('/')[0] ?? board, may: async () => standingOf(await admitted.value.may(board)) };
    });
    // Rights, or names, changed between the door and the room.
    if (rooms.reconsidered !== reconsidered) rooms.reconsider(document);
    return undefined;
  };

  return {
    upgrade(request, socket, head) {
      let url: URL;
      try {
        url = new URL(request.url ?? '', 'http://board');
      } catch {
        return false;
      }
      if (url.pathname !== '/sync' && !url.pathname.startsWith('/sync/')) return false;
      socket.on('error', () => undefined);
      const board = boardOf(url.pathname);
      const refusal =
        closed || pending >= pendingMax ? 503 : board === undefined ? 404 : isOurOrigin(request.headers.origin, request) ? undefined : 403;
      if (refusal !== undefined || board === undefined) {
        answer(socket, refusal ?? 404);
        return true;
      }
      pending++;
      const timer = setTimeout(() => socket.destroy(), pendingMs);
      open(request, socket, head, board, url.searchParams)
        .then((status) => {
          if (status !== undefined) answer(socket, status);
        })
        .catch((failure: unknown) => {
          if (!(failure instanceof UnknownBoard)) note('upgrade.failed', { board, failure: failure instanceof Error ? failure.message : 'unknown' });
          if (!socket.destroyed && socket.writable) answer(socket, failure instanceof UnknownBoard ? 404 : 503);
        })
        .finally(() => {
          clearTimeout(timer);
          pending--;
        });
      return true;
    },
    close() {
      closed = true;
      server.close();
    },
  };
}
