// People of a workshop without a page: they join, write drafts, answer and read as a page would, over HTTP and sync sockets.
import { origin } from '@masa/shared/board';
import { createId } from '@masa/shared/core';
import { FACET } from '@masa/shared/document';
import { expect } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { person } from './masa.ts';
import { openPeer, type Peer } from './peer.ts';

interface Asked {
  readonly token?: string;
  readonly body?: unknown;
}

/** A request to a server of its own process, read to its end. */
interface Heard<T> {
  readonly status: number;
  readonly text: string;
  readonly body: T;
}

export type Ask = <T>(method: string, path: string, asked?: Asked) => Promise<Heard<T>>;

const askAt =
  (url: string): Ask =>
  async <T>(method: string, path: string, { token, body }: Asked = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as T };
  };

/** Asks, and insists on being answered. */
export async function mustAsk<T>(ask: Ask, method: string, path: string, asked?: Asked): Promise<T> {
  const { status, text, body } = await ask<T>(method, path, asked);
  expect([200, 201], `${method} ${path}: ${text.slice(0, 300)}`).toContain(status);
  return body;
}

export interface Simulated {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly library: string;
  readonly region: string;
}

/** What somebody writes on a draft of their own. */
interface Written {
  readonly slot: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface Crowd {
  readonly ask: Ask;
  join(code: string, who: { readonly name: string; readonly library: string; readonly region: string }): Promise<Simulated>;
  /** A socket on a board or a draft, synced, as a page has it: what is shown at once comes in one frame. */
  sit(path: string, token: string): Promise<Peer>;
  /** Writes one card on one's own draft of a board and waits until it is durable. Returns the card's id. */
  draft(board: string, by: Simulated, written: Written): Promise<string>;
  answer(board: string, round: string, by: Simulated, object: string, value: unknown): Promise<void>;
  close(): void;
}

export function createCrowd(url: string): Crowd {
  const ask = askAt(url);
  const peers: Peer[] = [];
  const crowd: Crowd = {
    ask,
    async join(code, who) {
      const { token, participantId } = await mustAsk<{ token: string; participantId: string }>(ask, 'POST', '/api/join', {
        body: person({ code, ...who }),
      });
      return { id: participantId, token, ...who };
    },
    async sit(path, token) {
      const peer = openPeer(`${url.replace('http', 'ws')}/sync`, path, token, { ack: true, batch: true });
      peers.push(peer);
      await peer.synced;
      return peer;
    },
    async draft(board, by, { slot, text, fields = {} }) {
      const peer = await crowd.sit(`${board}/drafts/${by.id}`, by.token);
      const { id: _, token: __, ...about } = by;
      const card = createId();
      const facets = { [FACET.author]: { id: by.id, ...about }, [FACET.created]: Date.now(), [FACET.origin]: origin('typed'), ...fields };
      peer.edit(createEdit({ id: card, cell: slot, text, facets }));
      await expect.poll(() => peer.durable).toBe(peer.sent);
      expect(peer.receipts.filter(({ kind }) => kind === 'refused')).toEqual([]);
      return card;
    },
    async answer(board, round, by, object, value) {
      await mustAsk(ask, 'POST', `/api/boards/${board}/rounds/${round}/answers`, { token: by.token, body: { object, seat: 1, value } });
    },
    close() {
      for (const { socket } of peers) socket.terminate();
    },
  };
  return crowd;
}
