// A workshop whose table writes, with somebody nosy at it who keeps every byte the server ever sent them.
import type { FacilitationRequests } from '@masa/shared/wire';
import type * as Y from 'yjs';
import { byLink, join, openWorkshop, type StartOptions, setUp, startMasa, type TestMasa, type TestWorkshop } from './masa.ts';
import { openPeer, type Peer } from './peer.ts';
import { connect, type FacilitationSocket, facilitationSocket } from './sockets.ts';

export interface Seat {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly library: string;
}

export interface StageScene {
  readonly masa: TestMasa;
  readonly workshop: TestWorkshop;
  readonly board: string;
  /** Two at the board's table, one at another. */
  readonly maria: Seat;
  readonly ion: Seat;
  readonly stranger: Seat;
  readonly facilitator: string;
  /** On a board, or on a draft: `<board>/drafts/<participant>`. */
  peer(path: string, token: string, doc?: Y.Doc): Promise<Peer>;
  /** The same, without waiting: for a path that may be refused. */
  knock(path: string, token: string): Peer;
  stage(to: string, token?: string): Promise<number>;
  authorship(to: string, token?: string): Promise<number>;
  line(token: string): Promise<FacilitationSocket>;
  close(): Promise<void>;
}

export const draftOf = (board: string, { id }: Seat): string => `${board}/drafts/${id}`;

export interface SceneOptions extends StartOptions {
  readonly template?: string;
}

export async function openScene({ template = 'form-a', ...options }: SceneOptions = {}): Promise<StageScene> {
  const masa = await startMasa({ requests: 100_000, ...options });
  const organiser = await setUp(masa);
  const workshop = await openWorkshop(masa, organiser, 2);
  const [group = '', other = ''] = workshop.groups;
  const made = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template, groupId: group },
  });
  const board = made.body.id;
  const seat = async (name: string, library: string, groupId: string): Promise<Seat> => {
    const { token, participantId } = await join(masa, workshop.code, { name, library, groupId });
    return { id: participantId, token, name, library };
  };
  const peers: Peer[] = [];
  const lines: FacilitationSocket[] = [];
  const knock = (path: string, token: string, doc?: Y.Doc): Peer => {
    const opened = openPeer(`${masa.url.replace('http', 'ws')}/sync`, path, token, { ack: true, ...(doc ? { doc } : {}) });
    peers.push(opened);
    return opened;
  };
  return {
    masa,
    workshop,
    board,
    maria: await seat('Мария Стоянова', 'Читалище „Светлина“', group),
    ion: await seat('Ion Munteanu', 'Biblioteca Orhei', group),
    stranger: await seat('Kari Nordmann', 'Gratangen folkebibliotek', other),
    facilitator: (await byLink(masa, workshop, 'facilitator')).token,
    async peer(path, token, doc) {
      const opened = knock(path, token, doc);
      await opened.synced;
      return opened;
    },
    knock,
    stage: async (to, token = organiser) => (await masa.ask('POST', `/api/boards/${board}/stage`, { token, body: { stage: to } })).status,
    authorship: async (to, token = organiser) =>
      (await masa.ask('POST', `/api/boards/${board}/authorship`, { token, body: { authorship: to } })).status,
    async line(token) {
      const socket = facilitationSocket(masa.url, { token });
      lines.push(socket);
      await connect(socket);
      return socket;
    },
    async close() {
      for (const socket of lines) socket.close();
      for (const { socket } of peers) socket.terminate();
      await masa.close();
    },
  };
}

/** Says something to the facilitation line. */
export const command = (socket: FacilitationSocket, name: string, input: unknown) =>
  new Promise<Parameters<Parameters<FacilitationRequests['command']>[1]>[0]>(
    (resolve) => void socket.emit('command', { channel: 'workshop', command: name, input }, resolve),
  );

/** Everything that comes in on a peer's socket from now on, as it came. */
export function everyByte(peer: Peer): () => Buffer {
  const seen: Buffer[] = [];
  peer.socket.on('message', (data: Buffer) => void seen.push(data));
  return () => Buffer.concat(seen);
}
