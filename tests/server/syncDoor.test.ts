import { createDoorbell } from '@masa/server/sync/doorbell';
import { contentHash, objectsOf } from '@masa/shared/document';
import { SYNC_CLOSE } from '@masa/shared/wire';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { openPeer } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';
import { boardSocketStatus } from '../support/sockets.ts';

let server: BoardServer;
const providers: WebsocketProvider[] = [];

afterEach(async () => {
  for (const provider of providers.splice(0)) {
    provider.awareness.destroy();
    provider.destroy();
  }
  await server.close();
});

/** A client as y-websocket ships it. */
function stock(token: string, doc = new Y.Doc(), board = 'b1'): { doc: Y.Doc; provider: WebsocketProvider } {
  const provider = new WebsocketProvider(server.url, board, doc, {
    params: token === '' ? {} : { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  });
  providers.push(provider);
  return { doc, provider };
}

/** Status of an upgrade by hand. */
const statusOf = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
  });

test('SYNC-1 two stock providers write to each other, offline edits included', async () => {
  server = await openBoardServer();
  const ana = stock('ticket-ana');
  const bob = stock('ticket-bob');
  await expect.poll(() => ana.provider.synced && bob.provider.synced).toBe(true);
  objectsOf(ana.doc).set('c1', new Y.Map([['type', 'card']]));
  await expect.poll(() => objectsOf(bob.doc).has('c1')).toBe(true);
  ana.provider.disconnect();
  objectsOf(ana.doc).set('c2', new Y.Map([['type', 'card']]));
  objectsOf(bob.doc).set('c3', new Y.Map([['type', 'card']]));
  ana.provider.connect();
  await expect.poll(() => objectsOf(bob.doc).size === 3 && objectsOf(ana.doc).size === 3).toBe(true);
  expect(contentHash(ana.doc)).toBe(contentHash(bob.doc));
});

test('SYNC-2 a stock provider that may only read sees everything and changes nothing', async () => {
  server = await openBoardServer();
  server.rights.set('eva', 'read');
  const ana = stock('ticket-ana');
  const eva = stock('ticket-eva');
  await expect.poll(() => ana.provider.synced && eva.provider.synced).toBe(true);
  objectsOf(eva.doc).set('bad', new Y.Map([['type', 'card']]));
  objectsOf(ana.doc).set('c1', new Y.Map([['type', 'card']]));
  await expect.poll(() => objectsOf(eva.doc).has('c1')).toBe(true);
  expect((await server.rooms.read('b1')).records.map((record) => record.id)).toEqual(['c1']);
  expect(objectsOf(ana.doc).has('bad')).toBe(false);
  expect(eva.provider.wsconnected).toBe(true);
});

test('SYNC-3 without a valid ticket, or for a board that is unknown or forbidden, the WebSocket never opens', async () => {
  server = await openBoardServer();
  server.rights.set('out', 'none');
  expect(await statusOf('/sync/b1')).toBe(401);
  expect(await statusOf('/sync/b1?token=wrong')).toBe(401);
  expect(await statusOf('/sync/b1?token=ticket-out')).toBe(404);
  expect(await statusOf('/sync/unknown?token=ticket-ana')).toBe(404);
  expect(await statusOf('/sync/..%2Fb1?token=ticket-ana')).toBe(404);
  expect(await statusOf('/sync/b1/drafts/a/b?token=ticket-ana')).toBe(404);
  expect(await statusOf('/sync/__proto__?token=ticket-ana')).toBe(404);
  expect(await statusOf('/sync/?token=ticket-ana')).toBe(404);
  expect(await server.log.has('unknown')).toBe(false);
  expect(await statusOf('/sync/b1?token=ticket-ana')).toBe(101);
  const { provider } = stock('');
  const errors: unknown[] = [];
  provider.on('connection-error', (event) => errors.push(event));
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  expect(provider.synced).toBe(false);
});

test('SYNC-4 only our own pages may open a board', async () => {
  server = await openBoardServer();
  const from = (origin: string) => statusOf('/sync/b1?token=ticket-ana', { origin });
  for (const foreign of ['http://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:81', 'https://127.0.0.1', 'file://']) {
    expect(await from(foreign), foreign).toBe(403);
  }
  expect(await from('http://127.0.0.1')).toBe(101);
});

test('SYNC-5 the server asks every newcomer for what it has, and answers it with everything that is durable', async () => {
  server = await openBoardServer();
  const ana = openPeer(server.url, 'b1', 'ticket-ana');
  await ana.synced;
  expect(ana.steps.slice(0, 2)).toEqual([0, 1]);
  ana.edit(createEdit({ id: 'c1' }));
  await expect.poll(async () => (await server.rooms.read('b1')).records.length).toBe(1);
  const late = openPeer(server.url, 'b1', 'ticket-bob');
  await late.synced;
  expect(contentHash(late.doc)).toBe(contentHash(ana.doc));
});

test('SYNC-6 several messages share a frame only for a client that asked for it', async () => {
  server = await openBoardServer({ windowMs: 40 });
  const writer = openPeer(server.url, 'b1', 'ticket-ana');
  const plain = openPeer(server.url, 'b1', 'ticket-bob');
  const batched = openPeer(server.url, 'b1', 'ticket-eva', { batch: true });
  await Promise.all([writer.synced, plain.synced, batched.synced]);
  const [plainBefore, batchedBefore] = [plain.frames, batched.frames];
  for (let n = 0; n < 30; n++) writer.edit(createEdit({ id: `c${n}` }));
  await expect.poll(() => objectsOf(plain.doc).size + objectsOf(batched.doc).size).toBe(60);
  expect(plain.frames - plainBefore).toBe(30);
  expect(batched.frames - batchedBefore).toBeLessThan(10);
});

test('SYNC-7 a draft is a document of its own under its board', async () => {
  server = await openBoardServer({ boards: ['b1', 'b1/drafts/ana'] });
  const draft = openPeer(server.url, 'b1/drafts/ana', 'ticket-ana');
  await draft.synced;
  draft.edit(createEdit({ id: 'd1' }));
  await expect.poll(async () => (await server.rooms.read('b1/drafts/ana')).records.length).toBe(1);
  expect((await server.rooms.read('b1')).records).toEqual([]);
});

test('SYNC-8 a copy of another epoch is turned away before anything is merged', async () => {
  server = await openBoardServer();
  const old = openPeer(server.url, 'b1', 'ticket-ana', { epoch: 7, ack: true });
  old.edit(createEdit({ id: 'from-before' }));
  expect(await old.closed).toBe('otherEpoch');
  expect((await server.rooms.read('b1')).records).toEqual([]);
  const same = openPeer(server.url, 'b1', 'ticket-ana', { epoch: 1, ack: true });
  await same.synced;
  expect(same.receipts).toContainEqual({ kind: 'epoch', epoch: 1, hash: '' });
});

test('SYNC-9 with one socket too many the newest opens, and the one that brought no change for longest goes and stays away', async () => {
  let at = 1_000_000;
  server = await openBoardServer({ boards: ['b1', 'b2'], socketsPerPerson: 3, now: () => at });
  const join = async (who: string, board = 'b1') => {
    at += 1_000;
    const peer = openPeer(server.url, board, `ticket-${who}`, { ack: true });
    await peer.synced;
    return peer;
  };
  const [first, second, third] = [await join('ana'), await join('ana', 'b2'), await join('ana')];
  await join('bob');
  // The first one works, the second only says where its pointer is, as a forgotten tab does.
  at += 1_000;
  first.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => first.durable).toBe(first.sent);
  second.say({ cursor: null }, 1);
  await join('ana');
  expect(await second.closed).toBe('tooManyWindows');
  expect(SYNC_CLOSE.tooManyWindows.retry).toBe(false);
  expect([first, third].map(({ socket }) => socket.readyState)).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
  await join('ana');
  expect(await third.closed).toBe('tooManyWindows');
  // A place that became free is free.
  await first.close();
  const last = await join('ana');
  await expect.poll(() => server.rooms.size.connections).toBe(4);
  expect(last.socket.readyState).toBe(WebSocket.OPEN);
});

test('SYNC-11 whoever opens sockets without end waits between them, nobody else does, staff never', async () => {
  let at = 1_000_000;
  server = await openBoardServer({ now: () => at, sync: { socketsAtOnce: 5, socketsPerSecond: 1 } });
  const status = (who: string) => boardSocketStatus(server.url.replace('/sync', '').replace('ws', 'http'), 'b1', `?token=ticket-${who}`);
  const times = async (who: string, count: number): Promise<number[]> => {
    const all: number[] = [];
    for (let each = 0; each < count; each++) all.push(await status(who));
    return all;
  };
  expect(await times('ana', 7)).toEqual([101, 101, 101, 101, 101, 429, 429]);
  expect(await times('bob', 1)).toEqual([101]);
  expect(new Set(await times('facilitator1', 9))).toEqual(new Set([101]));
  at += 2_000;
  expect(await times('ana', 3)).toEqual([101, 101, 429]);
  const doorbell = createDoorbell(5, 1);
  for (let person = 0; person < 10_000; person++) expect(doorbell.ring(`p${person}`, person)).toBe(true);
  for (let each = 0; each < 4; each++) doorbell.ring('p9999', 9_999);
  expect(doorbell.ring('p9999', 9_999)).toBe(false);
});

test('SYNC-10 a facilitator’s boards all stay open', async () => {
  server = await openBoardServer({ socketsPerPerson: 2 });
  const peers = [1, 2, 3, 4].map(() => openPeer(server.url, 'b1', 'ticket-facilitator1'));
  await Promise.all(peers.map(({ synced }) => synced));
  peers[0]?.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => peers.every(({ doc }) => objectsOf(doc).has('c1'))).toBe(true);
});
