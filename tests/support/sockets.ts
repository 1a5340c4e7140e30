// Raw sockets for tests of access: what the wire answers, without a client library's own ideas.

import type { FacilitationEvents, FacilitationRequests } from '@masa/shared/wire';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';
import { WebSocket } from 'ws';

export interface UpgradeHeaders {
  readonly origin?: string;
  readonly cookie?: string;
}

/** Opens a board socket. Resolves with the open socket, or with the HTTP status that refused it. */
export const openBoardSocket = (url: string, board: string, query: string, headers: UpgradeHeaders = {}): Promise<WebSocket | number> =>
  new Promise((resolve, reject) => {
    const { origin, cookie } = headers;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${board}${query}`, {
      ...(origin === undefined ? {} : { origin }),
      ...(cookie === undefined ? {} : { headers: { cookie } }),
    });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });

/** 101 for a socket that opened (and is closed again), else the status that refused it. */
export async function boardSocketStatus(url: string, board: string, query: string, headers?: UpgradeHeaders): Promise<number> {
  const opened = await openBoardSocket(url, board, query, headers);
  if (typeof opened === 'number') return opened;
  opened.close();
  return 101;
}

/** The code a board socket is closed with. */
export const closeCode = (socket: WebSocket): Promise<number> => new Promise((resolve) => void socket.on('close', (code) => resolve(code)));

export type FacilitationSocket = Socket<FacilitationEvents, FacilitationRequests>;

/** A facilitation socket, not yet connected: add listeners, then `connect()`. */
export const facilitationSocket = (
  url: string,
  auth: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): FacilitationSocket =>
  io(url, {
    transports: ['websocket'],
    parser: msgpack,
    auth,
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...headers },
  });

/** Connects. Resolves with `connected`, or with the message of the refusal. */
export const connect = (socket: FacilitationSocket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', (error) => resolve(error.message));
    socket.connect();
  });

/** The next event of a name. */
export const next = <E extends keyof FacilitationEvents>(socket: FacilitationSocket, event: E): Promise<Parameters<FacilitationEvents[E]>[0]> =>
  new Promise((resolve) => {
    const listener = (value: Parameters<FacilitationEvents[E]>[0]): void => resolve(value);
    socket.once(event, listener as never);
  });
