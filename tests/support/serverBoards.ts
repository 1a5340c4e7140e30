// A sync server of its own for tests: the real door, rooms and log, with a list of tickets in place of the workshop's rights.

import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalBus } from '@masa/server/cluster/localBus';
import type { RoomLog } from '@masa/server/store/roomLog';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import { createRooms, type Rooms, type RoomsOptions } from '@masa/server/sync/rooms';
import { createSync, type SyncOptions } from '@masa/server/sync/upgrade';
import { typesOf } from '@masa/shared/board';
import { fail, ok } from '@masa/shared/core';
import { seed } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import type { SyncRight } from '@masa/shared/wire';
import * as Y from 'yjs';

const typeOf = typesOf(serviceCanvas);

export interface BoardServer {
  readonly url: string;
  readonly port: number;
  readonly rooms: Rooms;
  readonly log: RoomLog;
  /** Events noted, newest last. */
  readonly notes: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
  /** What a participant may do; `write` unless set here. */
  readonly rights: Map<string, SyncRight>;
  close(): Promise<void>;
}

export interface BoardServerOptions extends Partial<Omit<RoomsOptions, 'log' | 'bus'>> {
  readonly log?: RoomLog;
  readonly path?: string;
  readonly port?: number;
  readonly boards?: readonly string[];
  readonly sync?: Partial<SyncOptions>;
}

/** The state a board is seeded with. */
export function seedOf(): Uint8Array {
  const doc = new Y.Doc();
  seed(doc, { kind: 'service-canvas', template: 'form-a@1' });
  return Y.encodeStateAsUpdate(doc);
}

export const freshPath = (): string => join(mkdtempSync(join(tmpdir(), 'masa-')), 'boards.db');

/**
 * Tickets are `ticket-<participant>`; any other is none. A participant called `watcher…` is not seen by others; one called
 * `facilitator…` or `organiser…` is that.
 */
export async function openBoardServer(options: BoardServerOptions = {}): Promise<BoardServer> {
  const { log: given, path, port = 0, boards = ['b1'], sync: syncOptions, ...roomsOptions } = options;
  const database = given ? undefined : await openSqlite(path ?? ':memory:');
  const log = given ?? createRoomLogSqlite(database as NonNullable<typeof database>);
  const notes: BoardServer['notes'] = [];
  const note: RoomsOptions['note'] = (event, fields) => void notes.push({ event, fields });
  const rooms = createRooms({ log, bus: createLocalBus(), typeOf, note, ...roomsOptions });
  for (const board of boards) await rooms.create(board, seedOf());
  const rights: BoardServer['rights'] = new Map();
  const rightOf = (participant: string): SyncRight => rights.get(participant) ?? 'write';
  const sync = createSync({
    rooms,
    note,
    async authorise({ token }) {
      const id = /^ticket-([\w-]+)$/u.exec(token)?.[1];
      if (id === undefined) return fail({ status: 401 });
      const participant = {
        id,
        name: `Name of ${id}`,
        library: 'Library',
        colour: 'teal',
        role: /^(?:facilitator|organiser)/u.exec(id)?.[0] ?? 'participant',
      };
      return ok({ participant, right: rightOf(id), may: () => rightOf(id), visible: !id.startsWith('watcher') });
    },
    // Tests come and go more often than people.
    socketsAtOnce: 100_000,
    isOurOrigin: (origin) => origin === undefined || origin === 'http://127.0.0.1',
    ...(roomsOptions.now ? { now: roomsOptions.now } : {}),
    ...syncOptions,
  });
  const http = createServer((_, response) => response.writeHead(404).end());
  http.on('upgrade', (request, socket, head) => {
    if (!sync.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  let closed = false;
  const bound = (http.address() as AddressInfo).port;
  return {
    url: `ws://127.0.0.1:${bound}/sync`,
    port: bound,
    rooms,
    log,
    notes,
    rights,
    async close() {
      if (closed) return;
      closed = true;
      sync.close();
      await rooms.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await database?.close();
    },
  };
}
