// Updates made up to cost work: Yjs looks at everything between an item's neighbours to find its place.
import { apply, FACET, objectsOf, PERSON } from '@masa/shared/document';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AUTHOR, createEdit } from '../shared/sheets.ts';
import { openPeer, type Peer, textOf } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

let server: BoardServer;
beforeEach(async () => {
  server = await openBoardServer();
});
afterEach(() => server.close());

async function withCard(): Promise<Peer> {
  const peer = openPeer(server.url, 'b1', 'ticket-ana', { ack: true });
  await peer.synced;
  peer.edit(createEdit({ id: 'c1', text: 'hello', facets: { author: { ...AUTHOR, id: 'ana' } } }));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  return peer;
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

/** `n` items without content in the text of c1, made up so that placing them is work. */
const crowd = (client: number, n: number, neighbours: (at: number) => readonly [Y.ID | null, Y.ID | null]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const number of [1, n, client, 0]) encoding.writeVarUint(encoder, number);
  for (let at = 0; at < n; at++) {
    const [left, right] = neighbours(at);
    encoding.writeUint8(encoder, 1 | (left ? 0x80 : 0) | (right ? 0x40 : 0));
    for (const id of [left, right]) if (id) for (const number of [id.client, id.clock]) encoding.writeVarUint(encoder, number);
    encoding.writeVarUint(encoder, 1);
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
};

test('ADMIT-20 an update that would search a crowd for the place of each item is refused, and typing of any length is not', async () => {
  const peer = await withCard();
  const first = textOf(peer.doc, 'c1')._start?.id as Y.ID;
  const letter = (at: number): Y.ID => Y.createID(first.client, first.clock + at);
  expect(
    await verdictOn(
      peer,
      crowd(4_000_001, 5_000, (at) => [letter(0), letter(1 + (at % 4))]),
    ),
  ).toBe('too-large');
  const typed = (at: number): readonly [Y.ID, Y.ID] => [at === 0 ? letter(0) : Y.createID(4_000_002, at - 1), letter(1)];
  expect(await verdictOn(peer, crowd(4_000_002, 8_000, typed))).toBeUndefined();
  // What is typed is there now: a few kilobytes that search it for each of their items.
  expect(
    await verdictOn(
      peer,
      crowd(4_000_003, 200, () => [letter(0), letter(1)]),
    ),
  ).toBe('too-large');
  expect(
    await verdictOn(
      peer,
      crowd(4_000_004, 2, () => [letter(0), letter(1)]),
    ),
  ).toBeUndefined();
});

test('ADMIT-20 many values of one facet, made up as if at the same time, are refused, and those set one after the other are not', async () => {
  const peer = await withCard();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(peer.doc));
  const before = Y.encodeStateVector(copy);
  for (let at = 0; at < 3_000; at++) apply(copy, [{ do: 'set', id: 'c1', facet: 'notes', value: at }], PERSON);
  expect(await verdictOn(peer, Y.encodeStateAsUpdate(copy, before))).toBeUndefined();
  const object = objectsOf(peer.doc).get('c1')?._item?.id as Y.ID;
  const encoder = encoding.createEncoder();
  for (const number of [1, 200, 4_000_005, 0]) encoding.writeVarUint(encoder, number);
  for (let at = 0; at < 200; at++) {
    encoding.writeUint8(encoder, 8 | 0x20);
    encoding.writeVarUint(encoder, 0);
    for (const number of [object.client, object.clock]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, FACET.notes);
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, at);
  }
  encoding.writeVarUint(encoder, 0);
  expect(await verdictOn(peer, encoding.toUint8Array(encoder))).toBe('too-large');
});
