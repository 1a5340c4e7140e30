// A hostile writer on the honest people's own board. FUZZ_FRAMES sets how long it goes on, FUZZ_SEED with what.
import { judge } from '@masa/server/sync/admission';
import { createBoardCopy } from '@masa/server/sync/copy';
import { apply, contentHash, objectsOf, PERSON } from '@masa/shared/document';
import { SYNC } from '@masa/shared/wire';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createEdit, FUZZ_SEED, newDoc } from '../shared/sheets.ts';
import { createRandom, mutate } from '../support/mutate.ts';
import { awarenessFrame, openPeer, type Peer, syncFrame } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

const FRAMES = Number(process.env.FUZZ_FRAMES ?? 3_000);

let server: BoardServer | undefined;
afterEach(() => server?.close());

/** What tools set on objects of the free layer, and what nobody's tool would. */
const FREE_FACETS: readonly (readonly [string, unknown])[] = [
  ['lock', { by: 'x', name: 'x', at: 1, staff: false }],
  ['lock', { by: 'x', name: 'x', at: 1, staff: true }],
  ['lock', null],
  ['z', 'a0V'],
  ['z', '~'],
  ['groups', ['g1', 'g2']],
  ['groups', Array.from({ length: 40 }, () => '__proto__')],
  ['start', { on: 'c0', at: [0.5, 0.5] }],
  ['end', { on: '', at: [1e9, Number.NaN] }],
  ['points', Array.from({ length: 300 }, (_, at) => at * 7)],
  ['points', [0.5, 'x']],
  ['base', [100, 0]],
  ['place', { box: [10, 20, 200, 200], rot: 45 }],
  ['image', { id: 'p1', w: 10, h: 10 }],
  ['resolved', { by: 'x', name: 'x', at: 1 }],
];

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
    apply(
      doc,
      [
        { do: 'set', id: card, facet: 'place', value: { cell: 'needs', order: 'a1' } },
        { do: 'text', id: card, text: `other ${random()}` },
      ],
      PERSON,
    );
    apply(doc, [{ do: 'set', id: card, facet: 'gone', value: { by: 'x', name: 'x', at: 1 } }], PERSON);
    // One or two of the free layer's facets each time, so that all of them come by.
    for (let left = 1 + Math.floor(random() * 2); left > 0; left -= 1) {
      const [facet, value] = FREE_FACETS[Math.floor(random() * FREE_FACETS.length)] ?? ['z', 'a0'];
      apply(doc, [{ do: 'set', id: card, facet, value }], PERSON);
    }
  }
  apply(doc, [{ do: 'mark', by: 'x', id, mark: 'heart', on: true }], PERSON);
  if (random() < 0.3) apply(doc, [{ do: 'mark', by: 'x', id, mark: 'heart', on: false }], PERSON);
  objectsOf(doc).delete(id);
  updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates.filter((_, at) => at % 2 === 0)));
  return updates;
}

/** A replica between the server and a person: updates of the server wait in order until they are delivered. */
interface Replica {
  readonly doc: Y.Doc;
  readonly inbox: Uint8Array[];
  readonly outbox: Uint8Array[];
}

/** One small board with three honest people and a hostile one, for about 400 hostile updates. Counts what became of those. */
function live(random: () => number, counts: Map<string, number>): void {
  const seedDoc = newDoc();
  const copy = createBoardCopy({ snapshot: undefined, rows: [{ seq: 1, at: 0, author: '', bytes: Y.encodeStateAsUpdate(seedDoc) }] });
  const owners = new Map<number, string>([[seedDoc.clientID, '']]);
  const replicas: Replica[] = ['ana', 'bob', 'eva'].map(() => {
    const replica: Replica = { doc: new Y.Doc(), inbox: [copy.encoded()], outbox: [] };
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && replica.outbox.push(update));
    return replica;
  });
  const submit = (update: Uint8Array, writer: string): string => {
    const verdict = judge(update, { doc: copy.wake(), owners, objects: copy.objects }, { id: writer, isStaff: false });
    if (verdict.verdict === 'refuse') return verdict.reason;
    if (verdict.verdict !== 'apply') return verdict.verdict;
    const done = copy.change((doc) => Y.applyUpdate(doc, update), verdict.objects);
    for (const client of verdict.claims) owners.set(client, writer);
    if (done) for (const replica of replicas) replica.inbox.push(done);
    return 'apply';
  };
  const deliver = (replica: Replica, count: number): void => {
    for (const update of replica.inbox.splice(0, count)) Y.applyUpdate(replica.doc, update, 'server');
  };
  const send = (replica: Replica, at: number): void => {
    for (const update of replica.outbox.splice(0)) expect(submit(update, `honest${at}`)).toMatch(/^(apply|nothing)$/u);
  };
  let made = 0;
  for (const replica of replicas) deliver(replica, 1);
  for (let sent = 0; sent < 400; ) {
    for (const [at, replica] of replicas.entries()) {
      if (random() < 0.3) deliver(replica, 1 + Math.floor(random() * 40));
      if (random() < 0.2) apply(replica.doc, [createEdit({ id: `c${at}-${made++}`, text: 'honest words' })], PERSON);
      const ids = [...objectsOf(replica.doc).keys()];
      const card = ids[Math.floor(random() * ids.length)];
      if (card && random() < 0.4)
        apply(
          replica.doc,
          [
            { do: 'text', id: card, text: `honest ${made} words` },
            { do: 'set', id: card, facet: 'notes', value: made },
          ],
          PERSON,
        );
      if (random() < 0.3) send(replica, at);
    }
    const updates = corpus(copy.wake(), random);
    for (const update of updates) {
      const other = updates[Math.floor(random() * updates.length)] ?? update;
      const outcome = submit(random() < 0.2 ? update : mutate(update, other, random), `h${Math.floor(sent / 100)}`);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      sent++;
    }
  }
  replicas.forEach(send);
  for (const replica of replicas) deliver(replica, Number.POSITIVE_INFINITY);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, copy.encoded());
  expect(new Set([fresh, ...replicas.map(({ doc }) => doc)].map(contentHash)).size).toBe(1);
  for (const { doc } of [{ doc: fresh }, ...replicas]) expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
}

test('HOSTILE-2 mutated updates judged and applied among concurrent honest ones: what is admitted applies whole, and all replicas converge', {
  timeout: 240_000,
}, () => {
  const random = createRandom(FUZZ_SEED + 1);
  const counts = new Map<string, number>();
  for (let frames = 0; frames < FRAMES * 2; frames += 400) live(random, counts);
  if (process.env.FUZZ_FRAMES) console.log(Object.fromEntries(counts));
  for (const outcome of ['apply', 'nothing', 'gap', 'not-an-update', 'foreign-client-id', 'not-the-board-shape', 'object-removed']) {
    expect(counts.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
  }
});

test('HOSTILE-1 thousands of mutated frames: the server lives, honest people and a fresh one read the same, nothing stays pending', {
  timeout: 240_000,
}, async () => {
  const open = await openBoardServer({ strikes: 1_000, sync: { writesPerSecond: 1_000_000 } });
  server = open;
  const random = createRandom(FUZZ_SEED);
  const honest = ['ana', 'bob'].map((who) => openPeer(open.url, 'b1', `ticket-${who}`, { ack: true }));
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
    if (!hostile || hostile.socket.readyState !== WebSocket.OPEN || hostile.sent + hostile.frames > 400) {
      for (const receipt of hostile?.receipts ?? [])
        if (receipt.kind === 'refused') refusals.set(receipt.reason, (refusals.get(receipt.reason) ?? 0) + 1);
      accepted += hostile?.durable ?? 0;
      hostile?.socket.terminate();
      hostile = openPeer(open.url, 'b1', `ticket-h${life++}`, { ack: true });
      await hostile.synced;
    }
    const updates = corpus(hostile.doc, random);
    for (const update of updates) {
      const other = updates[Math.floor(random() * updates.length)] ?? update;
      const kind = random();
      let frame: Uint8Array;
      if (kind < 0.95) frame = syncFrame(random() < 0.7 ? SYNC.update : SYNC.step2, random() < 0.15 ? update : mutate(update, other, random));
      else if (kind < 0.96) frame = mutate(syncFrame(SYNC.update, update), other, random);
      else if (kind < 0.98) frame = syncFrame(SYNC.step1, mutate(Y.encodeStateVector(hostile.doc), other, random));
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
  const fresh = openPeer(open.url, 'b1', 'ticket-fresh');
  await fresh.synced;
  const hashOfAll = () => new Set([...honest, fresh].map((peer) => contentHash(peer.doc)));
  await expect.poll(() => hashOfAll().size, { timeout: 10_000 }).toBe(1);
  // What a restart would read.
  const again = new Y.Doc();
  const stored = await open.log.open('b1');
  for (const bytes of [...(stored?.snapshot ? [stored.snapshot.bytes] : []), ...(stored?.rows.map((row) => row.bytes) ?? [])])
    Y.applyUpdate(again, bytes);
  expect(contentHash(again)).toBe(contentHash(fresh.doc));
  for (const doc of [again, fresh.doc, ...honest.map((peer) => peer.doc)])
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(honest.flatMap((peer) => peer.receipts.filter((receipt) => receipt.kind === 'refused'))).toEqual([]);
  expect(objectsOf(fresh.doc).size).toBeGreaterThanOrEqual(made);
  expect(open.notes.filter(({ event }) => event === 'room.broken' || event === 'room.fault')).toEqual([]);
  // It did get through to every layer: some of it was good, some was refused for each kind of reason.
  expect(accepted).toBeGreaterThan(0);
  if (process.env.FUZZ_FRAMES) console.log({ frames: FRAMES, lives: life, accepted, refusals: Object.fromEntries(refusals) });
  expect([...refusals.keys()]).toEqual(expect.arrayContaining(['not-an-update', 'foreign-client-id']));
});
