import { judge } from '@masa/server/sync/admission';
import { createBoardCopy } from '@masa/server/sync/copy';
import { apply, contentHash, type Edit, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createEdit, FUZZ_SEED, newDoc } from '../shared/sheets.ts';
import { createRandom, mutate } from '../support/mutate.ts';
import { openPeer, type Peer, textOf } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await openBoardServer({ strikes: 1_000 });
});
afterEach(() => server.close());

const join = async (who: string): Promise<Peer> => {
  const peer = openPeer(server.url, 'b1', `ticket-${who}`, { ack: true });
  await peer.synced;
  return peer;
};
const lockOf = (by: string, staff: boolean) => ({ by, name: by, at: 1, staff });
const lock = (by: string, staff = true, id = 'c1'): Edit => ({ do: 'set', id, facet: FACET.lock, value: lockOf(by, staff) });
const unlock = (id = 'c1'): Edit => ({ do: 'set', id, facet: FACET.lock, value: null });
const set = (facet: string, value: unknown, id = 'c1'): Edit => ({ do: 'set', id, facet, value });
const card = (id: string, facets: Readonly<Record<string, unknown>> = {}): Edit => createEdit({ id, text: 'hello', facets });

const truth = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await server.rooms.encoded('b1'));
  return doc;
};
const facetOf = async (facet: string, id = 'c1'): Promise<unknown> =>
  objectsOf(await truth())
    .get(id)
    ?.get(facet);

async function saved(peer: Peer, ...edits: readonly Edit[]): Promise<void> {
  peer.edit(...edits);
  await expect.poll(() => peer.durable).toBe(peer.sent);
}

/** What the server says to a change made on a copy of what is durable, whose peer never keeps it. Undefined = taken. */
async function verdictOn(peer: Peer, change: (doc: Y.Doc) => void): Promise<string | undefined> {
  const copy = await truth();
  const before = Y.encodeStateVector(copy);
  change(copy);
  peer.update(Y.encodeStateAsUpdate(copy, before));
  const n = peer.sent;
  const refusal = () => peer.receipts.find((receipt) => receipt.kind === 'refused' && receipt.frame === n);
  await expect.poll(() => peer.durable >= n || refusal() !== undefined).toBe(true);
  const receipt = refusal();
  return receipt?.kind === 'refused' ? receipt.reason : undefined;
}
const edits =
  (...all: readonly Edit[]) =>
  (doc: Y.Doc): void =>
    void apply(doc, all, PERSON);

/** A board with a card `c1`, locked by a facilitator, and a free one, `c2`. */
async function lockedBoard(): Promise<{ readonly staff: Peer; readonly ana: Peer }> {
  const [staff, ana] = [await join('facilitator1'), await join('ana')];
  await saved(staff, card('c1'), card('c2'));
  await saved(staff, set('notes', 'kept'), lock('facilitator1'));
  return { staff, ana };
}

test('LOCK-1 under a facilitator’s lock no participant changes a facet or a letter, and nothing else of such an update is taken', async () => {
  const { ana } = await lockedBoard();
  const changes: ((doc: Y.Doc) => void)[] = [
    edits(set('place', { cell: 'needs', order: 'a5' })),
    edits(set('notes', 'changed')),
    edits(set('colour', 'red')),
    edits(set(FACET.gone, { by: 'ana', name: 'ana', at: 1 })),
    edits(unlock()),
    edits(lock('ana', false)),
    edits({ do: 'text', id: 'c1', text: 'hello!' }),
    edits({ do: 'text', id: 'c1', text: 'hell' }),
    edits(set('notes', 'fine', 'c2'), set('notes', 'changed')),
    (doc) => objectsOf(doc).get('c1')?.delete(FACET.lock),
    (doc) => objectsOf(doc).get('c1')?.delete('notes'),
    // Set and set again before it was sent: the first value arrives without its content.
    (doc) => {
      apply(doc, [unlock()], PERSON);
      apply(doc, [set('notes', 'changed'), lock('ana', false)], PERSON);
    },
    (doc) => {
      textOf(doc, 'c1').insert(0, 'x');
      textOf(doc, 'c1').delete(0, 1);
    },
  ];
  const before = contentHash(await truth());
  for (const [at, change] of changes.entries()) expect(await verdictOn(ana, change), `change ${at}`).toBe('locked');
  expect(contentHash(await truth())).toBe(before);
  await expect(verdictOn(ana, edits(set('notes', 'fine', 'c2')))).resolves.toBeUndefined();
});

test('LOCK-2 facilitators and organisers write under a facilitator’s lock and take it away; then everybody writes', async () => {
  const { ana } = await lockedBoard();
  const organiser = await join('organiser1');
  await saved(organiser, set('notes', 'by the organiser'), { do: 'text', id: 'c1', text: 'hello all' });
  expect(await facetOf('notes')).toBe('by the organiser');
  await saved(organiser, unlock());
  expect(await verdictOn(ana, edits(set('notes', 'by ana'), { do: 'text', id: 'c1', text: 'hello ana' }))).toBeUndefined();
  expect(textOf(await truth(), 'c1').toString()).toBe('hello ana');
});

test('LOCK-3 a participant sets no facilitator’s lock, neither on what is there nor on what the same update makes', async () => {
  const { ana } = await lockedBoard();
  expect(await verdictOn(ana, edits(lock('ana', true, 'c2')))).toBe('locked');
  expect(await verdictOn(ana, edits(card('c3', { lock: lockOf('ana', true) })))).toBe('locked');
  expect(await verdictOn(ana, edits(card('c4'), lock('ana', true, 'c4')))).toBe('locked');
  expect([...objectsOf(await truth()).keys()].sort()).toEqual(['c1', 'c2']);
  expect(await facetOf(FACET.lock, 'c2')).toBeUndefined();
});

test('LOCK-4 a lock carries its setter’s own id and says whose it is; one that is not a facilitator’s is opened by everybody', async () => {
  const { staff, ana } = await lockedBoard();
  const bob = await join('bob');
  for (const peer of [ana, staff]) {
    expect(await verdictOn(peer, edits(lock('bob', false, 'c2')))).toBe('foreign-author');
    for (const value of [true, 'ana', [], {}, { by: 'ana' }, { ...lockOf('ana', false), staff: 'yes' }, { name: 'x', at: 1, staff: false }])
      expect(await verdictOn(peer, edits(set(FACET.lock, value, 'c2'))), JSON.stringify(value)).toBe('not-the-board-shape');
  }
  // lib0 writes own keys and reads `__proto__` into the prototype.
  const crafted: unknown = JSON.parse('{"__proto__":{"staff":true,"by":"ana"},"name":"x","at":1}');
  expect(await verdictOn(ana, edits(set(FACET.lock, crafted, 'c2')))).toBe('not-the-board-shape');
  expect(await verdictOn(ana, edits(set(FACET.lock, { ...lockOf('ana', false), note: 'x'.repeat(5_000) }, 'c2')))).toBe('value-too-large');
  expect(await verdictOn(ana, edits(lock('ana', false, 'c2')))).toBeUndefined();
  expect(await verdictOn(bob, edits(set('notes', 'a client may', 'c2'), unlock('c2')))).toBeUndefined();
  expect(await facetOf(FACET.lock, 'c2')).toBeNull();
});

test('LOCK-5 reactions to a locked object, and comments and replies about it, stay open to everybody', async () => {
  const { ana } = await lockedBoard();
  const free = { box: [0, 0, 10, 10], rot: 0 } as const;
  expect(await verdictOn(ana, edits({ do: 'mark', by: 'ana', id: 'c1', mark: 'heart', on: true }))).toBeUndefined();
  expect(await verdictOn(ana, edits(createEdit({ id: 'm1', type: 'comment', place: free, facets: { on: 'c1' } })))).toBeUndefined();
  expect(await verdictOn(ana, edits(createEdit({ id: 'r1', type: 'reply', place: free, facets: { of: 'm1' } })))).toBeUndefined();
  expect([...objectsOf(await truth()).keys()].sort()).toEqual(['c1', 'c2', 'm1', 'r1']);
});

test('LOCK-6 whoever is writing while a facilitator locks is refused for that alone and not at fault; all copies stay equal', async () => {
  await server.close();
  server = await openBoardServer();
  const [staff, ana, bob] = [await join('facilitator1'), await join('ana'), await join('bob')];
  await saved(staff, card('c1'), card('c2'));
  await expect.poll(() => objectsOf(ana.doc).has('c1')).toBe(true);
  // Four times, more than a participant may be at fault in a minute.
  for (const round of [0, 1, 2, 3]) {
    const racing = await join('ana');
    // What ana writes before she can have heard of the lock, and the server after it has taken it.
    const stale = new Y.Doc();
    Y.applyUpdate(stale, Y.encodeStateAsUpdate(racing.doc));
    const before = Y.encodeStateVector(stale);
    apply(stale, [{ do: 'text', id: 'c1', text: 'hello from ana' }, set('notes', 'by ana')], PERSON);
    await saved(staff, lock('facilitator1'), set('notes', `round ${round}`));
    racing.update(Y.encodeStateAsUpdate(stale, before));
    await expect.poll(() => racing.receipts.find((receipt) => receipt.kind === 'refused')).toMatchObject({ reason: 'locked' });
    expect(racing.socket.readyState).toBe(WebSocket.OPEN);
    await racing.close();
    await saved(staff, unlock());
  }
  expect(ana.receipts.filter((receipt) => receipt.kind === 'right').at(-1)).toEqual({ kind: 'right', right: 'write' });
  await saved(ana, set('notes', 'still here', 'c2'));
  const hash = contentHash(await truth());
  for (const peer of [staff, ana, bob]) await expect.poll(() => contentHash(peer.doc)).toBe(hash);
  expect(textOf(bob.doc, 'c1').toString()).toBe('hello');
});

test('LOCK-3 what is merged into one update, or older than the lock, opens and sets no facilitator’s lock', async () => {
  const { staff, ana } = await lockedBoard();
  await saved(staff, unlock(), set('notes', 'open'));
  // From before the lock, and from before that: two copies of one person, merged as a client does that was offline.
  const copies = [await truth(), await truth()];
  const vector = Y.encodeStateVector(copies[0] ?? new Y.Doc());
  copies.forEach((copy, at) => void apply(copy, [set('notes', `offline ${at}`), lock('ana', false)], PERSON));
  const merged = Y.mergeUpdates(copies.map((copy) => Y.encodeStateAsUpdate(copy, vector)));
  await saved(staff, lock('facilitator1'));
  ana.update(merged);
  const refusalOf = (n: number) => ana.receipts.find((receipt) => receipt.kind === 'refused' && receipt.frame === n);
  await expect.poll(() => refusalOf(ana.sent)).toMatchObject({ reason: 'locked' });
  // Undoing the facilitator's opening would lock again, with a facilitator's lock.
  await saved(staff, unlock());
  expect(await verdictOn(ana, edits(lock('facilitator1', true)))).toBe('foreign-author');
  expect(await verdictOn(ana, edits(lock('ana', true)))).toBe('locked');
  expect(await facetOf('notes')).toBe('open');
});

test('LOCK-1 ten thousand locks cost an update nothing', () => {
  const locked = (at: number) => ({ id: `c${at}`, facets: { lock: lockOf('facilitator1', true) } });
  const seeded = newDoc(Array.from({ length: 10_000 }, (_, at) => locked(at)));
  const board = { doc: seeded, owners: new Map([[seeded.clientID, '']]), objects: 10_000 };
  const hostile = new Y.Doc();
  Y.applyUpdate(hostile, Y.encodeStateAsUpdate(seeded));
  const before = Y.encodeStateVector(hostile);
  apply(hostile, [set('notes', 'x', 'c9999')], PERSON);
  const update = Y.encodeStateAsUpdate(hostile, before);
  const startedAt = performance.now();
  for (let round = 0; round < 1_000; round++)
    expect(judge(update, board, { id: 'h', isStaff: false })).toEqual({ verdict: 'refuse', reason: 'locked' });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('LOCK-7 however updates are made up, what is under a facilitator’s lock stays as it was', { timeout: 120_000 }, () => {
  const random = createRandom(FUZZ_SEED + 7);
  const seeded = newDoc([{ id: 'c1', text: 'under the lock', facets: { notes: 'kept', lock: lockOf('facilitator1', true) } }, { id: 'c2' }]);
  const copy = createBoardCopy({ snapshot: undefined, rows: [{ seq: 1, at: 0, author: '', bytes: Y.encodeStateAsUpdate(seeded) }] });
  const owners = new Map<number, string>([[seeded.clientID, '']]);
  const locked = (doc: Y.Doc): string => JSON.stringify(objectsOf(doc).get('c1')?.toJSON());
  const before = locked(seeded);
  const outcomes = new Map<string, number>();
  for (let round = 0; round < 1_000; round++) {
    const hostile = new Y.Doc();
    Y.applyUpdate(hostile, copy.encoded());
    const updates: Uint8Array[] = [];
    hostile.on('update', (update: Uint8Array) => updates.push(update));
    const on = (): string => (random() < 0.5 ? 'c1' : 'c2');
    apply(hostile, [{ do: 'text', id: on(), text: `text ${random()}` }, set('notes', random(), on())], PERSON);
    apply(hostile, [set('place', { cell: 'needs', order: 'a1' }, on())], PERSON);
    apply(hostile, [random() < 0.5 ? unlock(on()) : lock('h', random() < 0.5, on())], PERSON);
    updates.push(Y.encodeStateAsUpdate(hostile, copy.vector()));
    for (const update of updates) {
      const other = updates[Math.floor(random() * updates.length)] ?? update;
      const sent = random() < 0.4 ? update : mutate(update, other, random);
      const verdict = judge(sent, { doc: copy.wake(), owners, objects: copy.objects }, { id: 'h', isStaff: false });
      const outcome = verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (verdict.verdict !== 'apply') continue;
      for (const client of verdict.claims) owners.set(client, 'h');
      copy.change((doc) => Y.applyUpdate(doc, sent), verdict.objects);
      expect(locked(copy.wake()), `round ${round}`).toBe(before);
    }
  }
  for (const outcome of ['apply', 'locked']) expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(50);
});
