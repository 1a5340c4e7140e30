// Attacks on private writing and on boards without names.
import { createLocalBus } from '@masa/server/cluster/localBus';
import { revealed } from '@masa/server/stages/reveal';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import { createRooms } from '@masa/server/sync/rooms';
import { createSync } from '@masa/server/sync/upgrade';
import { typesOf } from '@masa/shared/board';
import { ok } from '@masa/shared/core';
import { type Edit, objectsOf } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import type { WallBoard } from '@masa/shared/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { openBoardServer, seedOf } from '../support/serverBoards.ts';
import { draftOf, openScene, type Seat, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const saved = (peer: Peer) => expect.poll(() => peer.durable).toBe(peer.sent);
const draftPeer = (seat: Seat): Promise<Peer> => scene.peer(draftOf(scene.board, seat), seat.token);
const boardPeer = (seat: Seat): Promise<Peer> => scene.peer(scene.board, seat.token);
const clientOf = (doc: Y.Doc, id: string): number | undefined => objectsOf(doc)._map.get(id)?.id.client;
const refusals = ({ receipts }: Peer): string[] => receipts.flatMap((receipt) => (receipt.kind === 'refused' ? [receipt.reason] : []));

const patch = (path: string, body: unknown) => scene.masa.ask('PATCH', path, { token: scene.workshop.organiser, body });

test('BREAK-1 a draft that is open when its board is frozen takes nothing more, and again once it is open', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  await patch(`/api/workshops/${scene.workshop.id}/boards/${scene.board}`, { state: 'frozen' });
  await expect.poll(() => draft.receipts.filter(({ kind }) => kind === 'right').at(-1)).toMatchObject({ right: 'read' });
  draft.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => refusals(draft)).toEqual(['read-only']);
  await patch(`/api/workshops/${scene.workshop.id}/boards/${scene.board}`, { state: 'open' });
  await expect.poll(() => draft.receipts.filter(({ kind }) => kind === 'right').at(-1)).toMatchObject({ right: 'write' });
});

test('BREAK-1 and that of a closed workshop neither', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  await patch(`/api/workshops/${scene.workshop.id}`, { state: 'closed' });
  await expect.poll(() => draft.receipts.filter(({ kind }) => kind === 'right').at(-1)).toMatchObject({ right: 'read' });
});

test('BREAK-1 whoever is moved to another table leaves their draft at once; it is shown with the others', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  draft.edit(createEdit({ id: 'c1' }));
  await saved(draft);
  await patch(`/api/workshops/${scene.workshop.id}/participants/${scene.maria.id}`, { groupId: scene.workshop.groups[1] });
  expect(await draft.closed).toBe('forbidden');
  await scene.stage('together');
  await expect.poll(async () => [...objectsOf((await boardPeer(scene.ion)).doc).keys()]).toEqual(['c1']);
});

test('BREAK-2 on an anonymous board drafts come card by card, in an order nobody chose, under ids that join none of them', async () => {
  await scene.authorship('anonymous');
  await scene.stage('privately');
  const nosy = await boardPeer(scene.ion);
  const came: string[] = [];
  objectsOf(nosy.doc).observe(({ keysChanged }) => void came.push(...keysChanged));
  for (const [seat, sign] of [
    [scene.maria, 'm'],
    [scene.ion, 'i'],
  ] as const) {
    const draft = await draftPeer(seat);
    draft.edit(...Array.from({ length: 20 }, (_, at) => createEdit({ id: `${sign}${at}` })));
    await saved(draft);
  }
  await scene.stage('together');
  await expect.poll(() => came.length).toBe(40);
  expect(new Set(came.map((id) => clientOf(nosy.doc, id))).size).toBe(40);
  // Forty cards in blocks of their writers, by chance: once in 69 thousand million times.
  const blocks = came.filter((id, at) => at > 0 && id[0] !== came[at - 1]?.[0]).length;
  expect(blocks).toBeGreaterThan(1);
});

test('BREAK-2 as it is decided: each card by itself, shuffled over all writers; where names are shown, writer by writer', () => {
  const author = { id: '', name: '', library: '', region: '' };
  const made = (id: string) => createEdit({ id }) as never;
  const writers = ['anna', 'ion'].map((owner) => ({ owner, author, made: [made(`${owner}1`), made(`${owner}2`)] }));
  const bed = { has: () => false, lastIn: () => null, left: { objects: 1, bytes: 1 } };
  const sown = (authorship: 'named' | 'library' | 'anonymous') =>
    revealed(bed, writers, { authorship, at: 1, randomBelow: (bound) => bound - 1 }).map(({ owner, edits }) => [owner, edits.map(({ id }) => id)]);
  expect(sown('named')).toEqual([
    ['anna', ['anna1', 'anna2']],
    ['ion', ['ion1', 'ion2']],
  ]);
  for (const authorship of ['library', 'anonymous'] as const) {
    expect(sown(authorship)).toEqual([
      ['ion', ['ion2']],
      ['ion', ['ion1']],
      ['anna', ['anna2']],
      ['anna', ['anna1']],
    ]);
  }
});

test('BREAK-3 the document client id somebody had beside their name writes nothing once names are hidden; another one does', async () => {
  const told = await boardPeer(scene.ion);
  const maria = await boardPeer(scene.maria);
  maria.say({ cursor: { x: 1, y: 1 } }, 1);
  await expect.poll(() => told.heard.map(({ client }) => client)).toContain(maria.doc.clientID);
  const silent = await boardPeer(scene.ion);
  expect(await scene.authorship('anonymous')).toBe(200);
  expect([await maria.closed, await silent.closed]).toEqual(['goingAway', 'goingAway']);

  const again = await scene.peer(scene.board, scene.maria.token, maria.doc);
  again.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => refusals(again)).toEqual(['foreign-client-id']);
  const fresh = await boardPeer(scene.maria);
  fresh.edit(createEdit({ id: 'c2' }));
  await saved(fresh);
  const still = await scene.peer(scene.board, scene.ion.token, silent.doc);
  still.edit(createEdit({ id: 'c3' }));
  await saved(still);
  expect([...objectsOf((await boardPeer(scene.ion)).doc).keys()].sort()).toEqual(['c2', 'c3']);
});

test('BREAK-4 somebody who is at the door while names are hidden does not come in under their name', async () => {
  const server = await openBoardServer();
  await server.close();
  const database = await openSqlite(':memory:');
  const rooms = createRooms({ log: createRoomLogSqlite(database), bus: createLocalBus(), typeOf: typesOf(serviceCanvas) });
  await rooms.create('b1', seedOf());
  let letIn = (): void => undefined;
  const atTheDoor = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  let isHidden = false;
  const terms = () => ({ authorship: isHidden ? ('anonymous' as const) : ('named' as const), edits: 'all' as const });
  const sync = createSync({
    rooms,
    isOurOrigin: () => true,
    async authorise() {
      const admitted = {
        participant: { id: 'maria', name: 'Мария', library: '', colour: '1', role: 'participant' },
        right: 'write' as const,
        terms: terms(),
        may: () => ({ right: 'write' as const, terms: terms() }),
      };
      await atTheDoor;
      return ok(admitted);
    },
  });
  const { createServer } = await import('node:http');
  const http = createServer();
  http.on('upgrade', (request, socket, head) => void sync.upgrade(request, socket, head));
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const peer = openPeer(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/sync`, 'b1', 'any', { ack: true });
  await new Promise((resolve) => void http.once('upgrade', resolve));
  isHidden = true;
  rooms.reopen('b1');
  letIn();
  expect(await peer.closed).toBe('goingAway');
  sync.close();
  await rooms.close();
  http.closeAllConnections();
  await new Promise((resolve) => void http.close(resolve));
  await database.close();
});

test('BREAK-5 the wall tells of an anonymous board how many are there, and of one with names who', async () => {
  const watch = async (): Promise<WallBoard['people']> => {
    const line = await scene.line(scene.facilitator);
    const answer = await line.emitWithAck('watchWall', { workshopId: scene.workshop.id });
    line.close();
    return answer.ok ? (answer.value.boards.find(({ boardId }) => boardId === scene.board)?.people ?? []) : [];
  };
  await boardPeer(scene.maria);
  expect(await watch()).toEqual([{ id: scene.maria.id, name: scene.maria.name }]);
  await scene.authorship('anonymous');
  await boardPeer(scene.maria);
  await boardPeer(scene.maria);
  await boardPeer(scene.ion);
  expect(await watch()).toEqual([
    { id: '0', name: '' },
    { id: '1', name: '' },
  ]);
});

test('BREAK-6 a version of a board without names does not tell which of the objects it touched are one person’s', async () => {
  await scene.authorship('anonymous');
  for (const [seat, ids] of [
    [scene.maria, ['a1', 'c1', 'e1']],
    [scene.ion, ['b1', 'd1', 'f1']],
  ] as const) {
    const peer = await boardPeer(seat);
    peer.edit(...ids.map((id): Edit => createEdit({ id })));
    await saved(peer);
  }
  const kept = await scene.masa.ask<{ id: string }>('POST', `/api/boards/${scene.board}/versions`, {
    token: scene.facilitator,
    body: { title: 'Now' },
  });
  const read = await scene.masa.ask<{ touched: unknown }>('GET', `/api/boards/${scene.board}/versions/${kept.body.id}`, { token: scene.ion.token });
  expect(read.body.touched).toEqual([{ by: null, objects: ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'] }]);
});
