// Private writing: whose a draft is, and what becomes of it when the drafts are shown.
import { createGate } from '@masa/server/auth/gate';
import { createLocalBus } from '@masa/server/cluster/localBus';
import { documentsOf } from '@masa/server/roomDocuments';
import { stageDocumentsOf } from '@masa/server/roomDrafts';
import { revealed } from '@masa/server/stages/reveal';
import { inSlices } from '@masa/server/stages/slices';
import { createStages } from '@masa/server/stages/stages';
import { createDraftStoreSql, type DraftTables } from '@masa/server/store/draftStoreSql';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import { createWorkshopStore } from '@masa/server/store/workshopStoreSql';
import type { WorkshopTables } from '@masa/server/store/workshopTables';
import { createRooms } from '@masa/server/sync/rooms';
import { createChanges } from '@masa/server/workshops/changes';
import { typesOf } from '@masa/shared/board';
import { createId } from '@masa/shared/core';
import { apply, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import type { BoardStage } from '@masa/shared/wire';
import type { Board } from '@masa/shared/workshop';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { byLink } from '../support/masa.ts';
import { type Peer, textOf } from '../support/peer.ts';
import { boardSocketStatus } from '../support/sockets.ts';
import { draftOf, everyByte, openScene, type Seat, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const saved = (peer: Peer) => expect.poll(() => peer.durable).toBe(peer.sent);
const draftPeer = (seat: Seat): Promise<Peer> => scene.peer(draftOf(scene.board, seat), seat.token);
const boardPeer = (seat: Seat): Promise<Peer> => scene.peer(scene.board, seat.token);
const idsOn = (peer: Peer): string[] => [...objectsOf(peer.doc).keys()].sort();

test('STAGE-6 a draft opens to its participant alone, and only while everybody writes by themselves; everybody else is told what a missing one is', async () => {
  const own = draftOf(scene.board, scene.maria);
  expect(await boardSocketStatus(scene.masa.url, own, `?token=${scene.maria.token}`)).toBe(404);
  await scene.stage('privately');
  expect(await boardSocketStatus(scene.masa.url, own, `?token=${scene.maria.token}`)).toBe(101);
  const others = [
    scene.ion.token,
    scene.stranger.token,
    scene.facilitator,
    scene.workshop.organiser,
    (await byLink(scene.masa, scene.workshop, 'observer')).token,
  ];
  for (const token of others) {
    expect(await boardSocketStatus(scene.masa.url, own, `?token=${token}`)).toBe(404);
    expect(await boardSocketStatus(scene.masa.url, `${scene.board}/drafts/${createId()}`, `?token=${token}`)).toBe(404);
  }
  // Nor through another board, nor a draft beside a board one does not sit at.
  expect(await boardSocketStatus(scene.masa.url, draftOf(scene.board, scene.stranger), `?token=${scene.stranger.token}`)).toBe(404);
  expect(await boardSocketStatus(scene.masa.url, draftOf(createId(), scene.maria), `?token=${scene.maria.token}`)).toBe(404);
});

test('STAGE-6 a draft of a frozen board is read and not written', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  draft.edit(createEdit({ id: 'c1' }));
  await saved(draft);
  await scene.masa.ask('PATCH', `/api/workshops/${scene.workshop.id}/boards/${scene.board}`, {
    token: scene.workshop.organiser,
    body: { state: 'frozen' },
  });
  const again = await draftPeer(scene.maria);
  expect(idsOn(again)).toEqual(['c1']);
  again.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'late' });
  await expect.poll(() => again.receipts.some((receipt) => receipt.kind === 'refused' && receipt.reason === 'read-only')).toBe(true);
});

test('STAGE-7 leaving a private stage puts what lives in all drafts on the board in one step, under their writers’ names, and erases the drafts', async () => {
  await scene.stage('privately');
  const [maria, ion] = [await draftPeer(scene.maria), await draftPeer(scene.ion)];
  maria.edit(
    createEdit({ id: 'm1', text: 'A warm place', facets: { notes: 'by the stove', author: { id: scene.maria.id, name: 'Somebody Else' } } }),
    createEdit({ id: 'm2', text: 'thrown away' }),
    createEdit({ id: 'm3', text: '   ' }),
  );
  maria.edit({ do: 'set', id: 'm2', facet: FACET.gone, value: { by: scene.maria.id, name: scene.maria.name, at: 1 } });
  ion.edit(createEdit({ id: 'i1', text: 'Bus on Saturdays' }));
  await Promise.all([saved(maria), saved(ion)]);
  const watcher = await boardPeer(scene.ion);
  expect(idsOn(watcher)).toEqual([]);

  await scene.stage('together');
  await expect.poll(() => idsOn(watcher)).toEqual(['i1', 'm1']);
  expect(textOf(watcher.doc, 'm1').toString()).toBe('A warm place');
  const map = objectsOf(watcher.doc).get('m1');
  expect(map?.get('notes')).toBe('by the stove');
  expect(map?.get(FACET.author)).toMatchObject({ id: scene.maria.id, name: scene.maria.name, library: scene.maria.library });
  expect([await maria.closed, await ion.closed]).toEqual(['boardGone', 'boardGone']);
  // What she wrote is hers from then on, also where only the server knows it.
  const mine = await boardPeer(scene.maria);
  mine.edit({ do: 'text', id: 'm1', text: 'A warm, dry place' });
  await saved(mine);

  await scene.stage('privately');
  expect(idsOn(await draftPeer(scene.maria))).toEqual([]);
});

test('STAGE-8 cards come in an order nobody chose, slot by slot, after those that lie there', () => {
  const made = (id: string, cell = 'needs') => ({ ...createEdit({ id, cell, order: `a${id.slice(1)}` }), do: 'create' as const }) as never;
  const author = { id: '', name: '', library: '', region: '' };
  const writers = [
    { owner: 'anna', author: { ...author, id: 'anna' }, made: [made('a1'), made('a2'), made('a3', 'partners')] },
    { owner: 'ion', author: { ...author, id: 'ion' }, made: [made('i1'), made('i2')] },
  ];
  const bed = { left: { objects: 9, bytes: 9 }, has: (id: string) => id === 'i2', lastIn: (slot: string) => (slot === 'needs' ? 'a7' : null) };
  const orders = (draws: readonly number[]) => {
    const left = [...draws];
    const sown = revealed(bed, writers, { authorship: 'named', at: 5, randomBelow: (bound) => (left.shift() ?? 0) % bound });
    const edits = sown.flatMap(({ edits: of }) => of) as unknown as { id: string; place: { cell: string; order: string } }[];
    const needs = edits.filter(({ place }) => place.cell === 'needs').sort((a, b) => (a.place.order < b.place.order ? -1 : 1));
    expect(needs.every(({ place }) => place.order > 'a7')).toBe(true);
    return needs.map(({ id }) => id);
  };
  expect(orders([0, 0, 0])).toEqual(['a1', 'a2', 'i1']);
  expect(orders([2, 1, 0])).toEqual(['i1', 'a2', 'a1']);
  expect(orders([1, 1, 0])).toEqual(['a2', 'i1', 'a1']);
});

test('STAGE-9 a server that stops after the stage was moved finishes when it starts again, and what was shown twice is there once', async () => {
  const database = await openSqlite(':memory:');
  const store = createWorkshopStore(database.kysely.withTables<WorkshopTables>());
  const rooms = createRooms({ log: createRoomLogSqlite(database), bus: createLocalBus(), typeOf: typesOf(serviceCanvas) });
  const drafts = createDraftStoreSql(database.kysely.withTables<DraftTables>());
  const documents = documentsOf(rooms);
  const stageDocuments = stageDocumentsOf(rooms);
  let failing = 0;
  const fails = async (): Promise<void> => {
    if (failing-- > 0) throw new Error('the power went');
  };
  const stages = createStages({
    store,
    drafts,
    gate: createGate(store),
    documents,
    rooms: { ...stageDocuments, erase: async (id) => fails().then(() => stageDocuments.erase(id)) },
    changes: createChanges(() => 1),
    selfOn: (_board, id) => id,
    randomBelow: () => 0,
    note: () => undefined,
    now: () => 1,
  });
  const owner = await store.owner(1);
  const base = { title: '', state: 'open', createdAt: 1 } as const;
  await store.addWorkshop({
    ...base,
    id: 'w',
    ownerId: owner.id,
    language: 'bg',
    currency: 'EUR',
    timeZone: 'Etc/UTC',
    code: '1',
    doorLocked: false,
    sharesBoards: false,
  });
  const board: Board = {
    ...base,
    id: 'b',
    workshopId: 'w',
    groupId: null,
    kind: 'service-canvas',
    template: 'form-a@1',
    stage: 'privately',
    authorship: 'named',
    isReady: false,
  };
  await store.putBoard(board);
  await documents.create('b', { kind: board.kind, template: board.template });
  for (const id of ['anna', 'ion']) {
    const document = (await stages.openDraft('b', id)) ?? '';
    await rooms.withBoard(document, [createEdit({ id: `${id}-1`, text: id })]);
  }
  const onBoard = async () => (await documents.read('b')).records.map(({ id }) => id).sort();
  const caller = { actor: { role: 'organiser', id: owner.id }, name: '', participant: null, session: {} } as unknown as Parameters<
    typeof stages.set
  >[0];

  // After copying, before erasing: the stage is where it was, and moving on again adds nothing twice.
  failing = 1;
  await expect(stages.set(caller, 'b', 'together')).rejects.toThrow('the power went');
  expect(await onBoard()).toEqual(['anna-1', 'ion-1']);
  await stages.set(caller, 'b', 'together');
  expect([await onBoard(), await drafts.boards()]).toEqual([['anna-1', 'ion-1'], []]);

  // The stage was moved, and then the server stopped: nothing was copied yet.
  await stages.set(caller, 'b', 'privately');
  const document = (await stages.openDraft('b', 'anna')) ?? '';
  await rooms.withBoard(document, [createEdit({ id: 'anna-2', text: 'again' })]);
  await store.putProcess('b', { stage: 'together', authorship: 'named', isReady: false });
  await stages.finish();
  expect([await onBoard(), await drafts.boards(), await rooms.has(document)]).toEqual([['anna-1', 'anna-2', 'ion-1'], [], false]);

  // The draft was erased, and its row not yet: it is found, and nobody misses anything.
  await stages.set(caller, 'b', 'privately');
  const erased = (await stages.openDraft('b', 'anna')) ?? '';
  await rooms.remove(erased);
  await store.putProcess('b', { stage: 'together', authorship: 'named', isReady: false });
  await stages.finish();
  expect([await onBoard(), await drafts.boards()]).toEqual([['anna-1', 'anna-2', 'ion-1'], []]);
  stages.close();
  await rooms.close();
  await database.close();
});

test('STAGE-23 all drafts of a reveal reach an open page in one step, and each card stays its writer’s', async () => {
  await scene.stage('privately');
  const [maria, ion] = [await draftPeer(scene.maria), await draftPeer(scene.ion)];
  maria.edit(createEdit({ id: 'm1' }), createEdit({ id: 'm2' }));
  ion.edit(createEdit({ id: 'i1' }));
  await Promise.all([saved(maria), saved(ion)]);
  const watcher = await boardPeer(scene.ion);
  const seen: string[][] = [];
  objectsOf(watcher.doc).observe(() => seen.push(idsOn(watcher)));
  await scene.stage('together');
  await expect.poll(() => seen).toEqual([['i1', 'm1', 'm2']]);
  const writers = [...objectsOf(watcher.doc)._map].map(([id, { id: made }]) => [id, made.client] as const);
  const clients = new Map(writers);
  expect(clients.get('m1')).toBe(clients.get('m2'));
  expect(clients.get('m1')).not.toBe(clients.get('i1'));
});

test('STAGE-24 whatever waits has its turn between two pieces, also where every answer comes at once', async () => {
  let turns = 0;
  let isOver = false;
  const wait = (): void => {
    turns++;
    if (!isOver) setImmediate(wait);
  };
  setImmediate(wait);
  const busyFor = (ms: number): void => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  const done = await inSlices([1, 2, 3, 4], async (each) => {
    busyFor(12);
    return each * 2;
  });
  isOver = true;
  expect(done).toEqual([2, 4, 6, 8]);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('STAGE-10 what a writer was told is saved is on the board afterwards, however the facilitator moves on while they type', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  let written = 0;
  let isClosed = false;
  void draft.closed.then(() => {
    isClosed = true;
  });
  const typing = (async () => {
    while (!isClosed) {
      written++;
      draft.edit(createEdit({ id: `c${written}`, text: `thought ${written}` }));
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await expect.poll(() => draft.durable).toBeGreaterThan(20);
  await scene.stage('together');
  await typing;
  // Every frame holds one card; the first, the answer to the server's question, none.
  const durable = draft.durable - 1;
  const board = await boardPeer(scene.ion);
  const missing = Array.from({ length: durable }, (_, at) => `c${at + 1}`).filter((id) => !objectsOf(board.doc).has(id));
  expect([durable > 20, missing]).toEqual([true, []]);
});

test('STAGE-11 how many have begun is told to everybody, and nothing else of a draft: neither who nor what, on any line, before it is shown', async () => {
  await scene.stage('privately');
  const nosy = await boardPeer(scene.ion);
  const bytes = everyByte(nosy);
  const line = await scene.line(scene.ion.token);
  const said: unknown[] = [];
  line.onAny((...event) => said.push(event));
  const count = async () => (await scene.masa.ask<BoardStage>('GET', `/api/boards/${scene.board}/stage`, { token: scene.ion.token })).body;
  expect(await count()).toMatchObject({ writing: 0, writers: 2, own: [] });

  const draft = await draftPeer(scene.maria);
  draft.edit(createEdit({ id: 'secretId1', text: 'кандидатът за кмет' }));
  await saved(draft);
  await expect.poll(async () => (await count()).writing).toBe(1);
  await expect.poll(() => said.length).toBeGreaterThan(0);

  const { workshop, board } = scene;
  const paths = [
    '/api/me',
    '/api/workshops',
    `/api/workshops/${workshop.id}`,
    `/api/workshops/${workshop.id}/participants`,
    `/api/workshops/${workshop.id}/report.md`,
    `/api/workshops/${workshop.id}/late`,
    ...['', '/stage', '/versions', '/export.md', '/export.csv', '/export.json'].map((rest) => `/api/boards/${board}${rest}`),
    `/api/boards/${board}/drafts/${scene.maria.id}`,
  ];
  const answers = await Promise.all(
    [scene.ion.token, scene.facilitator].flatMap((token) => paths.map(async (path) => (await scene.masa.ask('GET', path, { token })).text)),
  );
  const everything = [bytes().toString(), JSON.stringify(said), ...answers].join('\n');
  for (const secret of ['кандидатът', 'secretId1', 'draft-']) expect([secret, everything.includes(secret)]).toEqual([secret, false]);
  expect(scene.masa.logged.join('').includes('кандидатът')).toBe(false);

  await scene.stage('together');
  await expect.poll(() => idsOn(nosy)).toEqual(['secretId1']);
});

test('STAGE-10 a draft that was written offline and comes after the others were shown is refused and stays with its writer', async () => {
  await scene.stage('privately');
  const draft = await draftPeer(scene.maria);
  draft.edit(createEdit({ id: 'c1' }));
  await saved(draft);
  const kept = new Y.Doc();
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(draft.doc));
  await draft.close();
  apply(kept, [createEdit({ id: 'c2', text: 'on the bus' })], PERSON);
  await scene.stage('together');
  const late = scene.knock(draftOf(scene.board, scene.maria), scene.maria.token);
  expect(await late.closed).toBe(1006);
  expect(idsOn(await boardPeer(scene.ion))).toEqual(['c1']);
  expect(objectsOf(kept).has('c2')).toBe(true);
});
