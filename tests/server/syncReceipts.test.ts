import { type LogEntry, type RoomLog, takeEntries, Unavailable } from '@masa/server/store/roomLog';
import { createRoomLogMemory } from '@masa/server/store/roomLogMemory';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import { createReceipts } from '@masa/server/sync/receipts';
import { contentHash, objectsOf } from '@masa/shared/document';
import { encodeReceipt, type Receipt, readReceipt } from '@masa/shared/wire';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit, fuzz } from '../shared/sheets.ts';
import { openPeer, textOf } from '../support/peer.ts';
import { type BoardServer, freshPath, openBoardServer, seedOf } from '../support/serverBoards.ts';

let server: BoardServer;
afterEach(() => server?.close());

/** A log in front of another that fails when told to. */
function failingLog(inner: RoomLog, fails: (append: number) => boolean): RoomLog & { readonly stored: LogEntry[] } {
  let appends = 0;
  const stored: LogEntry[] = [];
  return {
    ...inner,
    stored,
    async append(board, entries) {
      if (fails(++appends)) throw new Unavailable('told to fail');
      let taken: readonly LogEntry[] = [];
      const seq = await inner.append(board, () => {
        taken = takeEntries(entries);
        return taken;
      });
      stored.push(...taken);
      return seq;
    },
  };
}

const docOf = async (log: RoomLog): Promise<Y.Doc> => {
  const stored = await log.open('b1');
  const doc = new Y.Doc();
  for (const bytes of [...(stored?.snapshot ? [stored.snapshot.bytes] : []), ...(stored?.rows.map((row) => row.bytes) ?? [])])
    Y.applyUpdate(doc, bytes);
  return doc;
};

test('RECEIPT-1 a receipt is sent only to who asked, and only when its frame is durable', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inner = createRoomLogMemory();
  await inner.create('b1', { bytes: seedOf(), at: 0, author: '', claims: [] });
  const log: RoomLog = {
    ...inner,
    append: async (board, entries) => {
      await held;
      return inner.append(board, entries);
    },
  };
  server = await openBoardServer({ log });
  const asked = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  const silent = openPeer(server.url, 'b1', 'ticket-bob');
  await Promise.all([asked.synced, silent.synced]);
  await expect.poll(() => asked.durable).toBe(1);
  asked.edit(createEdit({ id: 'c1' }));
  // A later frame that needs no storage must not overtake: it would say "all up to 3".
  asked.update(new Uint8Array([0, 0]));
  silent.say({ at: 1 }, 1);
  await expect.poll(() => asked.heard.length).toBe(1);
  expect(asked.durable).toBe(1);
  expect(objectsOf(silent.doc).size).toBe(0);
  release();
  await expect.poll(() => asked.durable).toBe(3);
  await expect.poll(() => objectsOf(silent.doc).size).toBe(1);
  expect(silent.receipts).toEqual([]);
});

test('RECEIPT-2 nobody is answered with what is not durable yet', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inner = createRoomLogMemory();
  await inner.create('b1', { bytes: seedOf(), at: 0, author: '', claims: [] });
  server = await openBoardServer({ log: { ...inner, append: async (board, entries) => held.then(() => inner.append(board, entries)) } });
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await ana.synced;
  ana.edit(createEdit({ id: 'c1' }));
  const late = openPeer(server.url, 'b1', 'ticket-bob');
  await expect.poll(() => late.steps.length).toBe(1);
  // Its answer waits with the edit: it has been asked, but not told.
  expect(late.steps).toEqual([0]);
  release();
  await late.synced;
  expect(objectsOf(late.doc).has('c1')).toBe(true);
});

test('RECEIPT-3 deletions are receipted like everything else', async () => {
  server = await openBoardServer();
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await ana.synced;
  ana.edit(createEdit({ id: 'c1', text: 'hello' }));
  textOf(ana.doc, 'c1').delete(0, 3);
  await expect.poll(() => ana.durable).toBe(ana.sent);
  expect(
    objectsOf(await docOf(server.log))
      .get('c1')
      ?.get('text')
      ?.toString(),
  ).toBe('lo');
});

test('RECEIPT-4 a storage that fails every seventh time loses nothing that was receipted, and everything is stored in the end', async () => {
  const inner = createRoomLogMemory();
  await inner.create('b1', { bytes: seedOf(), at: 0, author: '', claims: [] });
  const log = failingLog(inner, (append) => append % 7 === 0);
  server = await openBoardServer({ log });
  const peers = ['ana', 'bob', 'eva'].map((who) => openPeer(server.url, 'b1', `ticket-${who}`, { ack: true }));
  await Promise.all(peers.map((peer) => peer.synced));
  for (let n = 0; n < 60; n++) {
    const peer = peers[n % 3];
    peer?.edit(createEdit({ id: `c${n}` }));
    // What the log holds when a receipt says so, not later.
    await expect.poll(() => peer?.durable, { interval: 1 }).toBe(peer?.sent);
    expect(objectsOf(await docOf(inner)).has(`c${n}`)).toBe(true);
  }
  expect(peers.some((peer) => peer.receipts.some((receipt) => receipt.kind === 'not-saving'))).toBe(true);
  expect(new Set([...peers.map((peer) => contentHash(peer.doc)), contentHash(await docOf(inner))]).size).toBe(1);
});

test('RECEIPT-5 while storage fails nothing is receipted or shown, people are told, and work goes on when it is back', async () => {
  let down = false;
  const inner = createRoomLogMemory();
  await inner.create('b1', { bytes: seedOf(), at: 0, author: '', claims: [] });
  server = await openBoardServer({ log: failingLog(inner, () => down) });
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  const bob = openPeer(server.url, 'b1', 'ticket-bob', { ack: true });
  await Promise.all([ana.synced, bob.synced]);
  ana.edit(createEdit({ id: 'before' }));
  await expect.poll(() => ana.durable).toBe(ana.sent);
  down = true;
  const durable = ana.durable;
  ana.edit(createEdit({ id: 'during' }));
  await expect.poll(() => bob.receipts.at(-1)?.kind).toBe('not-saving');
  // Reading goes on, from what is durable.
  const late = openPeer(server.url, 'b1', 'ticket-eva', { ack: true });
  await late.synced;
  expect([...objectsOf(late.doc).keys()]).toEqual(['before']);
  expect((await server.rooms.read('b1')).records.map((record) => record.id)).toEqual(['before']);
  expect(late.receipts.some((receipt) => receipt.kind === 'not-saving')).toBe(true);
  expect([ana.durable, objectsOf(bob.doc).has('during')]).toEqual([durable, false]);
  down = false;
  await expect.poll(() => ana.durable, { timeout: 5_000 }).toBe(ana.sent);
  await expect.poll(() => objectsOf(bob.doc).has('during') && objectsOf(late.doc).has('during')).toBe(true);
});

test('RECEIPT-6 memory for unsaved edits is bounded: what does not fit is asked for again when storage is back', async () => {
  let down = true;
  const inner = createRoomLogMemory();
  await inner.create('b1', { bytes: seedOf(), at: 0, author: '', claims: [] });
  server = await openBoardServer({ log: failingLog(inner, () => down), sync: { writesPerSecond: 100_000 } });
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await ana.synced;
  const big = 'x'.repeat(60_000);
  for (let n = 0; n < 80; n++) ana.edit(createEdit({ id: `c${n}`, facets: { notes: big } }));
  await expect.poll(() => ana.receipts.some((receipt) => receipt.kind === 'gap')).toBe(true);
  down = false;
  await expect.poll(() => ana.durable === ana.sent, { timeout: 10_000 }).toBe(true);
  expect(objectsOf(await docOf(inner)).size).toBe(80);
});

test('RECEIPT-7 a full disk: no false receipt, and everything is stored once there is room', async () => {
  const database = await openSqlite(freshPath());
  const log = createRoomLogSqlite(database);
  server = await openBoardServer({ log, sync: { writesPerSecond: 100_000 } });
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await ana.synced;
  const pages = database.raw.prepare('pragma page_count').get() as { page_count: number };
  await database.exclusive(() => database.raw.exec(`pragma max_page_count = ${pages.page_count + 30}`));
  for (let n = 0; n < 60; n++) ana.edit(createEdit({ id: `c${n}`, facets: { notes: 'x'.repeat(8_000) } }));
  await expect.poll(() => ana.receipts.some((receipt) => receipt.kind === 'not-saving')).toBe(true);
  const promised = ana.durable;
  expect(promised).toBeLessThan(ana.sent);
  const full = objectsOf(await docOf(log));
  for (let n = 0; n < promised - 1; n++) expect(full.has(`c${n}`)).toBe(true);
  await database.exclusive(() => database.raw.exec('pragma max_page_count = 1000000'));
  await expect.poll(() => ana.durable, { timeout: 8_000 }).toBe(ana.sent);
  expect(objectsOf(await docOf(log)).size).toBe(60);
  await server.close();
  await database.close();
});

test('RECEIPT-8 after quiet everybody who asked is told the content hash, and it is the one of an up-to-date copy', async () => {
  server = await openBoardServer({ quietMs: 50, tickMs: 10 });
  const ana = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await ana.synced;
  ana.edit(createEdit({ id: 'c1', text: 'one' }), createEdit({ id: 'c2', text: 'two' }));
  ana.edit({ do: 'set', id: 'c1', facet: 'gone', value: { by: 'ana', name: 'Ana', at: 1 } });
  await expect.poll(() => ana.durable).toBe(ana.sent);
  await expect.poll(() => ana.receipts.some((receipt) => receipt.kind === 'epoch' && receipt.hash === contentHash(ana.doc))).toBe(true);
});

test('RECEIPT-9 "all up to n" is never said while something up to n is missing', () => {
  // Frames are missed or taken in order and become durable in order; a SyncStep2 answers for everything before it.
  const frame = fc.record({ missed: fc.boolean(), answers: fc.boolean() });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 30 }), fc.array(fc.nat(4), { maxLength: 30 }), (frames, commits) => {
      const receipts = createReceipts();
      const waiting: { n: number; answers: boolean }[] = [];
      const open = new Set<number>();
      let told = 0;
      const commit = (): void => {
        const next = waiting.shift();
        if (!next) return;
        open.delete(next.n);
        if (next.answers) for (const n of open) if (n < next.n) open.delete(n);
        receipts.durable(next.n, next.answers);
        const bytes = receipts.take();
        const receipt = bytes && readReceipt({ arr: bytes, pos: 1 });
        if (receipt?.kind === 'durable') told = receipt.upTo;
        expect([...open].filter((n) => n <= told)).toEqual([]);
      };
      for (const [at, { missed, answers }] of frames.entries()) {
        const n = receipts.next();
        open.add(n);
        if (missed) receipts.missed(n);
        else waiting.push({ n, answers });
        for (let left = commits[at] ?? 0; left > 0; left--) commit();
      }
      while (waiting.length > 0) commit();
    }),
    fuzz(500),
  );
});

test('RECEIPT-10 receipts survive the wire', () => {
  const receipts: Receipt[] = [
    { kind: 'durable', upTo: 0 },
    { kind: 'durable', upTo: 123_456_789 },
    { kind: 'gap', frame: 128 },
    { kind: 'refused', frame: 3, reason: 'read-only' },
    { kind: 'not-saving' },
    { kind: 'epoch', epoch: 2, hash: '0123456789abcdef' },
    { kind: 'right', right: 'read' },
  ];
  for (const receipt of receipts) {
    const arr = encodeReceipt(receipt);
    const from = { arr, pos: 1 };
    expect(readReceipt(from)).toEqual(receipt);
    expect(from.pos).toBe(arr.length);
  }
  expect(readReceipt({ arr: new Uint8Array([120, 99]), pos: 1 })).toBeUndefined();
});
