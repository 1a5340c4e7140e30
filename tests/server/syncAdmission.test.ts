import { LIMITS } from '@masa/shared/core';
import { apply, contentHash, FACET, marksOf, metaOf, objectsOf, PERSON } from '@masa/shared/document';
import { SYNC } from '@masa/shared/wire';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AUTHOR, createEdit } from '../shared/sheets.ts';
import { openPeer, type Peer, syncFrame, textOf } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await openBoardServer();
});
afterEach(() => server.close());

const join = async (who: string, options: Parameters<typeof openPeer>[3] = { ack: true }): Promise<Peer> => {
  const peer = openPeer(server.url, 'b1', `ticket-${who}`, options);
  await peer.synced;
  return peer;
};

/** What is durable, as a fresh peer sees it. */
const truth = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await server.rooms.encoded('b1'));
  return doc;
};

/** An update made on a copy of the peer's document that the peer itself never sees. */
function onTheSide(peer: Peer, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(peer.doc));
  const before = Y.encodeStateVector(copy);
  change(copy);
  return Y.encodeStateAsUpdate(copy, before);
}

/** Sends an update by hand and returns why it was refused; undefined if it became durable. */
async function verdictOn(peer: Peer, bytes: Uint8Array): Promise<string | undefined> {
  peer.update(bytes);
  const n = peer.sent;
  const refusal = () => peer.receipts.find((receipt) => receipt.kind === 'refused' && receipt.frame === n);
  await expect.poll(() => peer.durable >= n || refusal() !== undefined).toBe(true);
  const receipt = refusal();
  return receipt?.kind === 'refused' ? receipt.reason : undefined;
}

const sideVerdict = (peer: Peer, change: (doc: Y.Doc) => void): Promise<string | undefined> => verdictOn(peer, onTheSide(peer, change));

async function withCard(who = 'ana'): Promise<Peer> {
  const peer = await join(who);
  peer.edit(createEdit({ id: 'c1', text: 'hello', facets: { author: { ...AUTHOR, id: who } } }));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  return peer;
}

test('ADMIT-1 a frame that is not exactly one well-formed message closes its own connection, and nobody else notices', async () => {
  const bob = await join('bob');
  const step1 = syncFrame(SYNC.step1, new Uint8Array([0]));
  const bad: (Uint8Array | string)[] = [
    new Uint8Array([]),
    new Uint8Array([7]),
    new Uint8Array([2, 0]),
    new Uint8Array([120, 0, 1]),
    new Uint8Array([0, 3, 0]),
    new Uint8Array([0, 2, 5, 1]),
    new Uint8Array([...step1, ...step1]),
    new Uint8Array([3, 0]),
    'text',
    // Numbers in a longer form than needed: 0 as 80 00, and the type 0 as 80 00 in front of an update.
    new Uint8Array([0x80, 0x00, 0x82, 0x80, 0x00]),
    new Uint8Array([0, 0, 0x81, 0x00, 0]),
    // An awareness update that lies about its length.
    new Uint8Array([1, 2, 9, 9]),
  ];
  for (const frame of bad) {
    const peer = await join('eva', { speaks: true });
    peer.raw(frame);
    expect(await peer.closed, String(frame)).toBe('malformed');
  }
  bob.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => bob.durable).toBe(bob.sent);
});

test('ADMIT-2 a frame above the size limit closes its connection', async () => {
  const peer = await join('ana');
  peer.raw(new Uint8Array(LIMITS.frameBytes + 1));
  expect(await peer.closed).toBe('frameTooLarge');
});

test('ADMIT-3 an update above its size limit is refused', async () => {
  const peer = await join('ana');
  expect(await verdictOn(peer, new Uint8Array(LIMITS.updateBytes + 1))).toBe('too-large');
});

test('ADMIT-4 what does not decode, or declares more than it holds, is refused and costs next to nothing', async () => {
  const peer = await join('ana');
  // Seven bytes that declare 2^25 structs.
  const bomb = encoding.createEncoder();
  encoding.writeVarUint(bomb, 1);
  encoding.writeVarUint(bomb, 2 ** 25 - 1);
  encoding.writeVarUint(bomb, 5);
  encoding.writeVarUint(bomb, 0);
  const before = process.memoryUsage().heapUsed;
  expect(await verdictOn(peer, encoding.toUint8Array(bomb))).toBe('not-an-update');
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  const clients = encoding.createEncoder();
  encoding.writeVarUint(clients, 300);
  for (let client = 1; client <= 300; client++) for (const number of [1, client, 0, 0, 1]) encoding.writeVarUint(clients, number);
  encoding.writeVarUint(clients, 0);
  expect(await verdictOn(peer, encoding.toUint8Array(clients))).toBe('not-an-update');
});

test('ADMIT-5 the newer encoding of updates is never taken from a client', async () => {
  const peer = await join('ana');
  const v2 = Y.convertUpdateFormatV1ToV2(onTheSide(peer, (doc) => void apply(doc, [createEdit({ id: 'x' })], PERSON)));
  expect(await verdictOn(peer, v2)).toBeDefined();
  expect(objectsOf(await truth()).size).toBe(0);
});

test('ADMIT-6 an update whose predecessor is missing is not applied, not stored and not acknowledged until the gap is closed', async () => {
  const peer = openPeer(server.url, 'b1', 'ticket-ana', { ack: true, speaks: false });
  await new Promise((resolve) => peer.socket.once('open', resolve));
  peer.raw(syncFrame(SYNC.step1, Y.encodeStateVector(peer.doc)));
  await peer.synced;
  const hidden = new Y.Doc();
  Y.applyUpdate(hidden, Y.encodeStateAsUpdate(peer.doc));
  apply(hidden, [createEdit({ id: 'first' })], PERSON);
  const afterFirst = Y.encodeStateVector(hidden);
  apply(hidden, [createEdit({ id: 'second' })], PERSON);
  const second = Y.encodeStateAsUpdate(hidden, afterFirst);
  const rows = (await server.log.open('b1'))?.seq;
  const asked = () => peer.steps.filter((step) => step === SYNC.step1).length;
  expect(asked()).toBe(1);
  peer.update(second);
  await expect.poll(() => peer.receipts.at(-1)).toEqual({ kind: 'gap', frame: 1 });
  await expect.poll(asked).toBe(2);
  // Good in itself, but behind the gap.
  const aside = new Y.Doc();
  Y.applyUpdate(aside, Y.encodeStateAsUpdate(peer.doc));
  apply(aside, [createEdit({ id: 'aside' })], PERSON);
  peer.update(Y.encodeStateAsUpdate(aside));
  await expect.poll(async () => objectsOf(await truth()).has('aside')).toBe(true);
  expect(peer.durable).toBe(0);
  expect((await server.log.open('b1'))?.seq).toBe((rows ?? 0) + 1);
  peer.raw(syncFrame(SYNC.step2, Y.encodeStateAsUpdate(hidden)));
  await expect.poll(() => peer.durable).toBe(3);
  expect([...objectsOf(await truth()).keys()].sort()).toEqual(['aside', 'first', 'second']);
});

test('ADMIT-7 a client id belongs to the participant who first used it, also after a restart of the room', async () => {
  const ana = await withCard();
  const bob = await join('bob');
  const forged = (doc: Y.Doc): void => {
    doc.clientID = ana.doc.clientID;
    apply(doc, [createEdit({ id: 'forged' })], PERSON);
  };
  expect(await sideVerdict(bob, forged)).toBe('foreign-client-id');
  expect((await server.log.open('b1'))?.owners.get(ana.doc.clientID)).toBe('ana');
  // The server's own ids are nobody's.
  const seedClient = [...((await server.log.open('b1'))?.owners.entries() ?? [])].find(([, owner]) => owner === '')?.[0] ?? 0;
  expect(
    await sideVerdict(bob, (doc) => {
      doc.clientID = seedClient;
      apply(doc, [createEdit({ id: 'forged' })], PERSON);
    }),
  ).toBe('foreign-client-id');
  expect(objectsOf(await truth()).has('forged')).toBe(false);
});

/** One item by hand, in the wire encoding of Yjs, V1. */
function itemUpdate(client: number, clock: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

test('ADMIT-8 an item and its neighbours share parent and key, and a map item has no right neighbour', async () => {
  const peer = await withCard();
  const map = objectsOf(peer.doc).get('c1');
  const place = map?._map.get(FACET.place)?.id as Y.ID;
  const type = map?._map.get(FACET.type)?.id as Y.ID;
  const fresh = 4_000_000;
  const any = (encoder: encoding.Encoder): void => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, 'x');
  };
  const id = (encoder: encoding.Encoder, of: Y.ID): void => {
    encoding.writeVarUint(encoder, of.client);
    encoding.writeVarUint(encoder, of.clock);
  };
  const both = itemUpdate(fresh, 0, (encoder) => {
    encoding.writeUint8(encoder, 8 | 0x80 | 0x40);
    id(encoder, place);
    id(encoder, type);
    any(encoder);
  });
  expect(await verdictOn(peer, both)).toBe('not-siblings');
  const rightOnly = itemUpdate(fresh, 0, (encoder) => {
    encoding.writeUint8(encoder, 8 | 0x40);
    id(encoder, place);
    any(encoder);
  });
  expect(await verdictOn(peer, rightOnly)).toBe('not-siblings');
  // In a text: right and left exchanged.
  const start = textOf(peer.doc, 'c1')._start?.id as Y.ID;
  const crossed = itemUpdate(fresh, 0, (encoder) => {
    encoding.writeUint8(encoder, 4 | 0x80 | 0x40);
    id(encoder, Y.createID(start.client, start.clock + 3));
    id(encoder, start);
    encoding.writeVarString(encoder, 'x');
  });
  expect(await verdictOn(peer, crossed)).toBe('not-siblings');
  const toItself = itemUpdate(fresh, 0, (encoder) => {
    encoding.writeUint8(encoder, 8 | 0x80);
    id(encoder, Y.createID(fresh, 0));
    any(encoder);
  });
  expect(await verdictOn(await join('bob'), toItself)).toBe('not-an-update');
});

test('ADMIT-9 only the declared roots, and under them only what a board is made of', async () => {
  const peer = await withCard();
  expect(await sideVerdict(peer, (doc) => doc.getMap('other').set('a', 1))).toBe('unknown-root');
  expect(await sideVerdict(peer, (doc) => doc.getArray('objects2').push([1]))).toBe('unknown-root');
  const bad: ((doc: Y.Doc) => void)[] = [
    (doc) => (objectsOf(doc) as Y.Map<unknown>).set('x', 'no map'),
    (doc) => (objectsOf(doc) as Y.Map<unknown>).set('x', new Y.Array()),
    (doc) => (objectsOf(doc) as Y.Map<unknown>).set('x', new Y.Text('t')),
    (doc) => objectsOf(doc).set('not an id!', new Y.Map()),
    (doc) => objectsOf(doc).set('__proto__', new Y.Map()),
    (doc) => objectsOf(doc).get('c1')?.set('a facet!', 1),
    (doc) => objectsOf(doc).get('c1')?.set('nested', new Y.Map()),
    (doc) => objectsOf(doc).get('c1')?.set('bytes', new Uint8Array(3)),
    (doc) => objectsOf(doc).set('x', new Y.Map([['text', 'a string']])),
    (doc) => textOf(doc, 'c1').insertEmbed(0, { image: 'x' }),
    (doc) => textOf(doc, 'c1').insert(0, 'bold', { bold: true }),
    (doc) => textOf(doc, 'c1').setAttribute('a', 'b'),
  ];
  for (const change of bad) expect(await sideVerdict(await join(`x${bad.indexOf(change)}`), change), String(change)).toBe('not-the-board-shape');
  expect([...objectsOf(await truth()).keys()]).toEqual(['c1']);
});

test('ADMIT-10 nobody but the server writes what a board is', async () => {
  const peer = await join('ana');
  expect(await sideVerdict(peer, (doc) => metaOf(doc).set('kind', 'other'))).toBe('meta-written');
  expect(await sideVerdict(peer, (doc) => metaOf(doc).delete('kind'))).toBe('meta-written');
  expect(metaOf(await truth()).get('kind')).toBe('service-canvas');
});

test('ADMIT-11 an object is made under its maker’s own name or none, and its author, type and text stay', async () => {
  const ana = await withCard();
  const bob = await join('bob');
  const create = (id: string, author: unknown) => (doc: Y.Doc) => void apply(doc, [createEdit({ id, facets: { author } })], PERSON);
  expect(await sideVerdict(bob, create('x1', { ...AUTHOR, id: 'ana' }))).toBe('foreign-author');
  expect(await sideVerdict(bob, create('x2', 'ana'))).toBe('foreign-author');
  expect(await sideVerdict(bob, create('x3', { ...AUTHOR, id: '' }))).toBeUndefined();
  expect(await sideVerdict(ana, create('x4', { ...AUTHOR, id: 'ana' }))).toBeUndefined();
  const card = (doc: Y.Doc) => objectsOf(doc).get('c1') as Y.Map<unknown>;
  const eva = await join('eva');
  expect(await sideVerdict(eva, (doc) => card(doc).set('author', { ...AUTHOR, id: 'eva' }))).toBe('author-changed');
  expect(await sideVerdict(eva, (doc) => card(doc).set('type', 'note'))).toBe('type-changed');
  const dan = await join('dan');
  expect(await sideVerdict(dan, (doc) => card(doc).delete('author'))).toBe('author-changed');
  expect(await sideVerdict(dan, (doc) => card(doc).set('text', new Y.Text('other')))).toBe('object-replaced');
});

test('ADMIT-12 objects are neither removed nor replaced by clients', async () => {
  const peer = await withCard();
  expect(await sideVerdict(peer, (doc) => objectsOf(doc).delete('c1'))).toBe('object-removed');
  expect(await sideVerdict(peer, (doc) => objectsOf(doc).set('c1', new Y.Map()))).toBe('object-replaced');
  expect(
    objectsOf(await truth())
      .get('c1')
      ?.get('text')
      ?.toString(),
  ).toBe('hello');
});

test('ADMIT-13 a mark is made and taken back by its own participant only', async () => {
  const ana = await withCard();
  const bob = await join('bob');
  expect(await sideVerdict(ana, (doc) => marksOf(doc).set('ana/c1/heart', true))).toBeUndefined();
  await expect.poll(() => marksOf(bob.doc).size).toBe(1);
  expect(await sideVerdict(bob, (doc) => marksOf(doc).set('ana/c1/star', true))).toBe('foreign-mark');
  expect(await sideVerdict(bob, (doc) => marksOf(doc).delete('ana/c1/heart'))).toBe('foreign-mark');
});

test('ADMIT-14 values, texts and boards have a size', async () => {
  const peer = await withCard();
  const card = (doc: Y.Doc) => objectsOf(doc).get('c1') as Y.Map<unknown>;
  let deep: unknown = 1;
  for (let n = 0; n < 20; n++) deep = [deep];
  expect(await sideVerdict(peer, (doc) => card(doc).set('notes', 'x'.repeat(LIMITS.facetBytes + 1)))).toBe('value-too-large');
  expect(await sideVerdict(peer, (doc) => card(doc).set('notes', deep))).toBe('value-too-large');
  const bob = await join('bob');
  expect(await sideVerdict(bob, (doc) => textOf(doc, 'c1').insert(0, 'x'.repeat(LIMITS.textMax)))).toBe('value-too-large');
  expect(await sideVerdict(bob, (doc) => textOf(doc, 'c1').insert(0, 'x'.repeat(LIMITS.textMax - 5)))).toBeUndefined();
  const replaced = (doc: Y.Doc): void => {
    const text = textOf(doc, 'c1');
    text.delete(0, text.length);
    text.insert(0, 'y'.repeat(LIMITS.textMax));
  };
  await expect.poll(() => textOf(peer.doc, 'c1').length).toBe(LIMITS.textMax);
  const eva = await join('eva');
  expect(await sideVerdict(eva, replaced)).toBeUndefined();
  const many = (doc: Y.Doc): void => {
    doc.transact(() => {
      for (let n = 0; n < LIMITS.objectsMax; n++) objectsOf(doc).set(`o${n}`, new Y.Map());
    });
  };
  expect(await sideVerdict(eva, many)).toBe('board-full');
  const facets = (doc: Y.Doc): void => {
    doc.transact(() => {
      for (let n = 0; n <= LIMITS.facetsMax; n++) card(doc).set(`f${n}`, n);
    });
  };
  expect(await sideVerdict(await join('dan'), facets)).toBe('board-full');
});

test('ADMIT-15 whoever may only read cannot change anything by any message, and honest answers do not count against it', async () => {
  const ana = await withCard();
  server.rights.set('eva', 'read');
  const eva = await join('eva');
  await expect.poll(() => eva.durable).toBe(1);
  const before = contentHash(await truth());
  const update = onTheSide(eva, (doc) => void apply(doc, [createEdit({ id: 'x' })], PERSON));
  expect(await verdictOn(eva, update)).toBe('read-only');
  const deletion = onTheSide(eva, (doc) => textOf(doc, 'c1').delete(0, 2));
  expect(await verdictOn(eva, deletion)).toBe('read-only');
  eva.raw(syncFrame(SYNC.step2, update));
  eva.raw(syncFrame(SYNC.step1, Y.encodeStateVector(eva.doc)));
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'later' });
  await expect.poll(() => objectsOf(eva.doc).get('c1')?.get('notes')).toBe('later');
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: null });
  objectsOf(ana.doc).get('c1')?.delete('notes');
  await expect.poll(() => ana.durable).toBe(ana.sent);
  expect(contentHash(await truth())).toBe(before);
});

test('ADMIT-16 three refused updates in a minute, and a participant may only read for a while', async () => {
  const ana = await join('ana');
  for (let n = 0; n < 3; n++) expect(await verdictOn(ana, new Uint8Array([9, 9, 9]))).toBe('not-an-update');
  expect(ana.receipts.at(-1)).toEqual({ kind: 'right', right: 'read' });
  expect(await sideVerdict(ana, (doc) => void apply(doc, [createEdit({ id: 'x' })], PERSON))).toBe('read-only');
  const bob = await join('bob');
  expect(await sideVerdict(bob, (doc) => void apply(doc, [createEdit({ id: 'y' })], PERSON))).toBeUndefined();
});

test('ADMIT-17 a stock client whose update is refused is closed with a code that tells it to stop', async () => {
  const peer = await join('ana', {});
  peer.update(onTheSide(peer, (doc) => doc.getMap('other').set('a', 1)));
  expect(await peer.closed).toBe('refused');
});

test('ADMIT-18 two sockets that write with one client id: the later one stays', async () => {
  const ana = await withCard();
  const twin = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await twin.synced;
  twin.doc.clientID = ana.doc.clientID;
  twin.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'from the twin' });
  expect(await ana.closed).toBe('superseded');
  await expect.poll(() => twin.durable).toBe(twin.sent);
});

test('ADMIT-19 whoever writes too fast is slowed, loses nothing, and nobody else waits', async () => {
  await server.close();
  let at = 0;
  // 100 in a burst, then 20 a second of a clock that stands still.
  server = await openBoardServer({ now: () => at, sync: { writesPerSecond: 20 } });
  const [fast, calm] = [await join('ana'), await join('bob')];
  for (let n = 0; n < 150; n++) fast.edit(createEdit({ id: `c${n}` }));
  calm.edit(createEdit({ id: 'calm' }));
  await expect.poll(() => calm.durable).toBe(calm.sent);
  expect(fast.durable).toBeLessThan(fast.sent);
  at = 60_000;
  await expect.poll(() => fast.durable, { timeout: 10_000 }).toBe(fast.sent);
  expect(objectsOf(await truth()).size).toBe(151);
});
