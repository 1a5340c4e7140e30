// A hostile writer on the honest people's own board. FUZZ_FRAMES sets how long it goes on, FUZZ_SEED with what.
import { apply, contentHash, marksOf, objectsOf, PERSON } from '@masa/shared/document';
import { SYNC } from '@masa/shared/wire';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createRandom, mutate } from '../support/mutate.ts';
import { awarenessFrame, openPeer, type Peer, syncFrame } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';
import { createEdit, FUZZ_SEED } from '../shared/sheets.ts';

const FRAMES = Number(process.env.FUZZ_FRAMES ?? 4_000);

let server: BoardServer;
afterEach(() => server.close());

/** Updates a client could honestly send: of its own ids, of others', with deletions, with gaps. */
function corpus(from: Y.Doc, random: () => number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const ids = [...objectsOf(doc).keys()];
  const other = [...from.store.clients.keys()];
  if (random() < 0.3) doc.clientID = other[Math.floor(random() * other.length)] ?? 1;
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const id = `h${Math.floor(random() * 1e9)}`;
  apply(doc, [createEdit({ id, text: 'hostile text', facets: { author: { id: '', name: 'x', library: '', region: '' } } })], PERSON);
  for (const card of [id, ids[Math.floor(random() * ids.length)] ?? id]) {
    apply(doc, [{ do: 'set', id: card, facet: 'place', value: { cell: 'needs', order: 'a1' } }, { do: 'text', id: card, text: `other ${random()}` }], PERSON);
    apply(doc, [{ do: 'set', id: card, facet: 'gone', value: { by: 'x', name: 'x', at: 1 } }], PERSON);
  }
  doc.transact(() => marksOf(doc).set(`x/${id}/heart`, true));
  objectsOf(doc).delete(id);
  updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates.filter((_, at) => at % 2 === 0)));
  return updates;
}

test('HOSTILE-1 thousands of mutated frames: the server lives, honest people and a fresh one read the same, nothing stays pending', { timeout: 240_000 }, async () => {
  server = await openBoardServer({ sync: { writesPerSecond: 1_000_000 } });
  const random = createRandom(FUZZ_SEED);
  const honest = ['ana', 'bob'].map((who) => openPeer(server.url, 'b1', `ticket-${who}`, { ack: true }));
  await Promise.all(honest.map((peer) => peer.synced));
  let made = 0;
  const work = (peer: Peer): void => {
    peer.edit(createEdit({ id: `c${made++}`, text: 'honest words' }));
    const ids = [...objectsOf(peer.doc).keys()].filter((id) => id.startsWith('c'));
    const card = ids[Math.floor(random() * ids.length)] ?? 'c0';
    peer.edit({ do: 'text', id: card, text: `honest words ${made}` }, { do: 'set', id: card, facet: 'notes', value: `${made}` });
  };
  honest.forEach(work);
  let hostile: Peer | undefined;
  let life = 0;
  let accepted = 0;
  const refusals = new Map<string, number>();
  for (let sent = 0; sent < FRAMES; ) {
    if (!hostile || hostile.socket.readyState !== WebSocket.OPEN || hostile.receipts.some((receipt) => receipt.kind === 'right' && receipt.right === 'read')) {
      for (const receipt of hostile?.receipts ?? []) if (receipt.kind === 'refused') refusals.set(receipt.reason, (refusals.get(receipt.reason) ?? 0) + 1);
      accepted += hostile?.durable ?? 0;
      hostile?.socket.terminate();
      hostile = openPeer(server.url, 'b1', `ticket-h${life++}`, { ack: true });
      await hostile.synced;
    }
    const updates = corpus(hostile.doc, random);
    for (const update of updates) {
      const other = updates[Math.floor(random() * updates.length)] ?? update;
      const kind = random();
      let frame: Uint8Array;
      if (kind < 0.75) frame = syncFrame(random() < 0.7 ? SYNC.update : SYNC.step2, random() < 0.15 ? update : mutate(update, other, random));
      else if (kind < 0.85) frame = mutate(syncFrame(SYNC.update, update), other, random);
      else if (kind < 0.95) frame = syncFrame(SYNC.step1, mutate(Y.encodeStateVector(hostile.doc), other, random));
      else frame = mutate(awarenessFrame([{ client: 5, clock: 1, json: '{"a":1}' }]), other, random);
      if (hostile.socket.readyState === WebSocket.OPEN) hostile.raw(frame);
      sent++;
    }
    if (random() < 0.2) honest.forEach(work);
    if (random() < 0.3) await new Promise((resolve) => setImmediate(resolve));
  }
  hostile?.socket.terminate();
  honest.forEach(work);
  await expect.poll(() => honest.every((peer) => peer.durable === peer.sent), { timeout: 30_000 }).toBe(true);
  const fresh = openPeer(server.url, 'b1', 'ticket-fresh');
  await fresh.synced;
  const hashOfAll = () => new Set([...honest, fresh].map((peer) => contentHash(peer.doc)));
  await expect.poll(() => hashOfAll().size, { timeout: 10_000 }).toBe(1);
  // What a restart would read.
  const again = new Y.Doc();
  const stored = await server.log.open('b1');
  for (const bytes of [...(stored?.snapshot ? [stored.snapshot.bytes] : []), ...(stored?.rows.map((row) => row.bytes) ?? [])]) Y.applyUpdate(again, bytes);
  expect(contentHash(again)).toBe(contentHash(fresh.doc));
  for (const doc of [again, fresh.doc, ...honest.map((peer) => peer.doc)]) expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(honest.flatMap((peer) => peer.receipts.filter((receipt) => receipt.kind === 'refused'))).toEqual([]);
  expect(objectsOf(fresh.doc).size).toBeGreaterThanOrEqual(made);
  expect(server.notes.filter(({ event }) => event === 'room.broken' || event === 'room.fault')).toEqual([]);
  // It did get through to every layer: some of it was good, some was refused for each kind of reason.
  expect(accepted).toBeGreaterThan(0);
  if (process.env.FUZZ_FRAMES) console.log({ frames: FRAMES, lives: life, accepted, refusals: Object.fromEntries(refusals) });
  expect([...refusals.keys()]).toEqual(expect.arrayContaining(['not-an-update', 'foreign-client-id']));
});
