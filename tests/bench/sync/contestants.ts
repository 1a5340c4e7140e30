// The servers that are compared, each started as a process of its own.
import { join } from 'node:path';
import { type Server, startServer } from '../support/machine.ts';
import { startMasa } from './masa.ts';
import type { Dialect } from './wire.ts';

export interface Running {
  readonly server: Server;
  readonly dialect: Dialect;
  /** A new room for `members` clients: its name and an address for each. */
  room(members: number): Promise<{ readonly name: string; readonly urls: readonly string[] }>;
  /** Addresses of a room there is, for after a restart. */
  addresses(room: string, members: number): Promise<readonly string[]>;
}

export interface Contestant {
  readonly name: string;
  /** Whether a board outlives the process. */
  readonly stores: boolean;
  /** Whether it can hold documents at all. */
  readonly holds: boolean;
  /** @param dataDir where it keeps its boards; empty, or as an earlier run left it. */
  start(dataDir: string): Promise<Running>;
}

const PEERS = join(import.meta.dirname, '..', 'peers');

function peer(name: string, program: string, dialect: Dialect, keeps: { readonly holds: boolean; readonly stores: boolean }): Contestant {
  return {
    name,
    ...keeps,
    async start(dataDir) {
      const server = await startServer([join('servers', program)], {
        cwd: PEERS,
        env: { ...process.env, ...(keeps.stores ? { DATA_DIR: dataDir } : {}), NODE_ENV: 'production' },
        port: (line) => Number(/^listening (\d+)$/u.exec(line)?.[1] ?? Number.NaN) || undefined,
      });
      let rooms = 0;
      const addresses = (room: string, members: number): Promise<readonly string[]> =>
        Promise.resolve(Array.from({ length: members }, () => `ws://127.0.0.1:${server.port}/${room}`));
      return {
        server,
        dialect,
        addresses,
        async room(members) {
          rooms += 1;
          const name = `room-${rooms}`;
          return { name, urls: await addresses(name, members) };
        },
      };
    },
  };
}

export const RELAY = peer('ws relay', 'relay.js', 'bare', { holds: false, stores: false });
export const HOCUSPOCUS = peer('hocuspocus', 'hocuspocus.js', 'hocuspocus', { holds: true, stores: false });
export const HOCUSPOCUS_SQLITE = peer('hocuspocus + SQLite', 'hocuspocus.js', 'hocuspocus', { holds: true, stores: true });
export const STOCK = peer('stock y-websocket', 'yWebsocket.js', 'y-websocket', { holds: true, stores: false });
export const MASA: Contestant = { name: 'Masa', holds: true, stores: true, start: startMasa };

/** A failure with who it was and what the server last said. */
export const withContext = (failure: unknown, contestant: Contestant, { server }: Running): Error =>
  new Error(`${contestant.name}: ${failure instanceof Error ? failure.message : String(failure)}\n${server.said.slice(-8).join('\n')}`, {
    cause: failure,
  });
