// One socket: frames in, in order and at a bearable pace; bytes out, never more than the reader takes. What a frame means is the
// room's matter.
import type { Duplex } from 'node:stream';
import { LIMITS } from '@masa/shared/core';
import { encodeReceipt, SYNC, SYNC_CLOSE, type SyncCloseName, type SyncRight } from '@masa/shared/wire';
import type { BoardTerms } from '@masa/shared/workshop';
import type { WebSocket } from 'ws';
import { type Frame, frameHeader, NOTHING_NEW, parseFrame, syncMessage } from './frames.ts';
import type { Member } from './member.ts';
import { createPace } from './pace.ts';
import type { Person } from './presence.ts';
import type { Room } from './Room.ts';
import { createReceipts } from './receipts.ts';

export interface ConnectionOptions {
  readonly webSocket: WebSocket;
  /** The socket under it. Finished frames are written to it directly, so that one encoding serves everybody. */
  readonly socket: Duplex;
  readonly room: Room;
  readonly person: Person;
  readonly right: SyncRight;
  readonly terms: BoardTerms;
  readonly ack: boolean;
  readonly batched: boolean;
  readonly visible: boolean;
  readonly now: () => number;
  readonly writesPerSecond: number;
  readonly writesBurst: number;
}

export interface Connection extends Member {
  readonly room: Room;
  /** When it opened or last brought a change; presence, which also comes by itself from a forgotten tab, does not count. */
  readonly activeAt: number;
  /** Asks whether the other side is there, and keeps a silent line from looking dead. */
  tick(now: number): void;
}

/** A connection that heard nothing for so long says "nothing new": y-websocket gives up after 30 s of silence. */
const SILENT_MS = 20_000;
/** A socket that answers no ping for so long is gone. */
const DEAD_MS = 60_000;
/** How long a closing handshake may take before the socket is cut. */
const CLOSING_MS = 5_000;
/** SyncStep1 after a gap goes out at most this often, ms. */
const ASK_MS = 200;

/** What frames cost against the pace; an ordinary update is 1. */
function costOf(frame: Frame): number {
  switch (frame.kind) {
    case 'update':
      return 1 + frame.bytes.length / 16_384;
    case 'step1':
      return 20;
    case 'query-awareness':
      return 5;
    case 'awareness':
      return 0.2 + frame.bytes.length / 8_192;
  }
}

export function createConnection(options: ConnectionOptions): Connection {
  const { webSocket, socket, room, person, ack, batched, visible, now } = options;
  const receipts = createReceipts();
  const pace = createPace(options.writesPerSecond, options.writesBurst, now());
  let { right, terms } = options;
  let listening = false;
  let closing = false;
  let held: Uint8Array[] | undefined;
  let asked: { at: number; again: NodeJS.Timeout | undefined } | undefined;
  let wroteAt = now();
  let heardAt = now();
  let activeAt = now();

  const put = (bytes: Uint8Array): void => {
    socket.write(bytes);
    wroteAt = now();
    if (socket.writableLength > LIMITS.bufferedBytes) close('slowReader');
  };

  function close(why: SyncCloseName): void {
    if (closing) return;
    closing = true;
    room.leave(connection);
    webSocket.close(SYNC_CLOSE[why].code, why);
    setTimeout(() => webSocket.terminate(), CLOSING_MS).unref();
  }

  const ask = (): void => {
    if (closing) return;
    const waitMs = asked ? asked.at + ASK_MS - now() : 0;
    if (asked && waitMs > 0) {
      asked.again ??= setTimeout(() => {
        asked = undefined;
        ask();
      }, waitMs);
      return;
    }
    asked = { at: now(), again: undefined };
    connection.send(syncMessage(SYNC.step1, room.vector));
  };

  const handle = (data: Uint8Array) => {
    if (closing) return;
    const frame = parseFrame(data);
    if (!frame.ok) return close('malformed');
    const { value } = frame;
    switch (value.kind) {
      case 'step1':
        room.answer(connection, value.vector);
        break;
      case 'update':
        activeAt = now();
        room.receive(connection, value.bytes, value.answers);
        break;
      case 'awareness':
        room.hear(connection, value.bytes);
        break;
      case 'query-awareness':
        room.introduce(connection);
        break;
    }
    const waitMs = pace.spend(costOf(value), now());
    if (waitMs === 0 || closing) return;
    // Too fast: read nothing more for a while. What was read already waits in order.
    held = [];
    webSocket.pause();
    setTimeout(release, waitMs);
  };

  const release = (): void => {
    const waiting = held ?? [];
    held = undefined;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      handle(next);
      if (held) {
        held = waiting;
        return;
      }
    }
    webSocket.resume();
  };

  const connection: Connection = {
    room,
    person,
    ack,
    batched,
    visible,
    receipts,
    get right() {
      return right;
    },
    get terms() {
      return terms;
    },
    get listening() {
      return listening;
    },
    get activeAt() {
      return activeAt;
    },
    listen() {
      listening = true;
    },
    takeOwn: () => {
      const receipt = receipts.take();
      return ack ? receipt : undefined;
    },
    write(shared, own) {
      if (closing) return;
      if (shared && own) {
        socket.cork();
        socket.write(shared);
        put(own);
        socket.uncork();
        return;
      }
      const bytes = shared ?? own;
      if (bytes) put(bytes);
    },
    send(...messages) {
      if (closing) return;
      // Head and message are written one after the other: a whole board's state is shared by everybody who joins, not copied for each.
      socket.cork();
      for (const message of messages) {
        if (closing) break;
        socket.write(frameHeader(message.length));
        put(message);
      }
      socket.uncork();
    },
    ask,
    changeRight(next, asked) {
      // Under other names they are somebody else here: they come in again.
      if (asked.authorship !== terms.authorship) return close('goingAway');
      terms = asked;
      if (next === right) return;
      right = next;
      if (next === 'none') return close('forbidden');
      if (ack) connection.send(encodeReceipt({ kind: 'right', right: room.rightOf(connection) }));
      // What was written while it might not is asked for again.
      if (next === 'write') ask();
    },
    close,
    tick(at) {
      if (closing) return;
      if (at - heardAt > DEAD_MS) return webSocket.terminate();
      if (at - heardAt > SILENT_MS) webSocket.ping();
      if (at - wroteAt > SILENT_MS) connection.send(NOTHING_NEW);
    },
  };

  webSocket.on('message', (data, isBinary) => {
    heardAt = now();
    if (!isBinary || !(data instanceof Uint8Array)) return close('malformed');
    if (held) held.push(data);
    else handle(data);
  });
  webSocket.on('pong', () => {
    heardAt = now();
  });
  webSocket.on('close', () => {
    closing = true;
    clearTimeout(asked?.again);
    room.leave(connection);
  });
  // A socket that breaks, or a frame that is too large: `close` follows.
  webSocket.on('error', () => undefined);
  room.enter(connection);
  return connection;
}
