// Pictures nothing leads to any more, over real rooms and real peers, with a clock that is moved.
import { type Caretaker, createCaretaker } from '@masa/server/pictures/caretaker';
import type { BlobStore } from '@masa/server/store/blobStore';
import { createBlobStoreMemory } from '@masa/server/store/blobStoreMemory';
import { createRoomLogMemory } from '@masa/server/store/roomLogMemory';
import { createVersionStoreMemory } from '@masa/server/store/versionStoreMemory';
import { createRecorder } from '@masa/server/versions/recorder';
import { typesOf } from '@masa/shared/board';
import { createId, LIMITS } from '@masa/shared/core';
import { type Edit, FACET } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { createTestClock } from '../support/masa.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

const DAY = 24 * 3_600_000;

let server: BoardServer;
let blobs: BlobStore;
let caretaker: Caretaker;
const versions = createVersionStoreMemory();
const clock = createTestClock();
const notes: string[] = [];

const start = (boards: Parameters<typeof createCaretaker>[0]['boards']): Caretaker =>
  createCaretaker({ boards, blobs, versions, note: (event) => void notes.push(event), now: clock.now });

beforeEach(async () => {
  const log = createRoomLogMemory();
  server = await openBoardServer({ log });
  blobs = createBlobStoreMemory(log);
  notes.length = 0;
  caretaker = start(server.rooms);
});
afterEach(async () => {
  await caretaker.close();
  await server.close();
});

const put = async (): Promise<string> => {
  const id = createId();
  await blobs.put('b1', id, { full: new Uint8Array(9), thumbnail: new Uint8Array(3), type: 'image/webp', width: 3, height: 2 }, clock.now());
  return id;
};
const ids = async (): Promise<readonly string[]> => (await blobs.list('b1')).map(({ id }) => id);
const join = async (): Promise<Peer> => {
  const peer = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await peer.synced;
  return peer;
};
async function saved(peer: Peer, ...edits: readonly Edit[]): Promise<void> {
  peer.edit(...edits);
  await expect.poll(() => peer.durable).toBe(peer.sent);
}
const image = (id: string, picture: string): Edit =>
  createEdit({ id, type: 'image', place: { box: [0, 0, 3, 2], rot: 0 }, facets: { image: { id: picture, w: 3, h: 2 } } });
const bin = (id: string): Edit => ({ do: 'set', id, facet: FACET.gone, value: { by: 'ana', name: 'Ana', at: clock.now() } });
const left = async (peer: Peer): Promise<void> => {
  await peer.close();
  await expect.poll(() => server.rooms.members('b1').length).toBe(0);
};

test('PICTURE-26 what nothing names goes; what stands on the board, is in the bin or in a version stays', async () => {
  const [shown, binned, past, kept] = [await put(), await put(), await put(), await put()];
  await put();
  const peer = await join();
  await saved(peer, image('i1', shown), image('i2', binned), image('i3', past), image('i4', kept));
  await saved(peer, bin('i3'), bin('i4'));
  // A version that knows the fourth as it stood on the board, and only that one.
  const then = new Y.Doc();
  then.getMap('objects').set('i4', new Y.Map([['image', { id: kept, w: 3, h: 2 }]]));
  const version = { id: 'v', board: 'b1', at: 1, seq: 1, title: 'x', how: 'named', by: null, ofAt: null, changes: [] } as const;
  await versions.add(version, { state: Y.encodeStateAsUpdate(then), snapshot: Y.encodeSnapshot(Y.snapshot(then)) });

  clock.advance((LIMITS.binDays - 1) * DAY);
  await saved(peer, bin('i2'));
  clock.advance(DAY);
  const fresh = await put();
  await left(peer);
  await expect.poll(ids).toEqual([shown, binned, kept, fresh]);
  expect(notes).toEqual(['pictures.swept']);
  // Not again on the same day; asked for, there is nothing left to do.
  await left(await join());
  expect(await caretaker.sweep('b1')).toBe(0);
  await versions.remove('b1');
  expect(await caretaker.sweep('b1')).toBe(1);
  expect(await ids()).toEqual([shown, binned, fresh]);
});

test('PICTURE-26 what a recorder kept by itself counts, too', async () => {
  const recorder = createRecorder({
    boards: server.rooms,
    store: versions,
    typeOf: typesOf(serviceCanvas),
    nameOf: async () => undefined,
    now: clock.now,
  });
  const picture = await put();
  const peer = await join();
  await saved(peer, image('i1', picture));
  await recorder.name('b1', 'x', { id: 'ana', name: 'Ana' });
  await saved(peer, bin('i1'));
  clock.advance(LIMITS.binDays * DAY);
  await left(peer);
  expect([await caretaker.sweep('b1'), await ids()]).toEqual([0, [picture]]);
  await versions.remove('b1');
  expect(await caretaker.sweep('b1')).toBe(1);
  await recorder.close();
});

test('PICTURE-27 nothing goes from a board that cannot be read whole, nor while somebody is on it', async () => {
  const picture = await put();
  clock.advance(2 * DAY);
  const damaged = start({
    members: () => [],
    onEmpty: () => () => undefined,
    look: (board, at) => server.rooms.look(board, (view) => at({ ...view, damaged: true })),
  });
  expect([await damaged.sweep('b1'), await ids()]).toEqual([0, [picture]]);
  const peer = await join();
  expect([await caretaker.sweep('b1'), await ids()]).toEqual([0, [picture]]);
  // A version that cannot be read might be the one that names it.
  await left(peer);
  const unread = createCaretaker({
    boards: server.rooms,
    blobs,
    versions: {
      list: async () => [{ id: 'v', board: 'b1', at: 1, seq: 1, title: null, how: 'auto', by: null, ofAt: null, changes: [] }],
      state: async () => undefined,
    },
    note: () => undefined,
    now: clock.now,
  });
  expect(await unread.sweep('b1')).toBe(0);
});
