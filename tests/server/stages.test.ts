// Stages on the server: who moves them, what people may do in them, and a table that is ready.
import { apply, FACET, PERSON } from '@masa/shared/document';
import type { BoardStage, ChannelState } from '@masa/shared/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import type { Peer } from '../support/peer.ts';
import { textOf } from '../support/peer.ts';
import { command, draftOf, openScene, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const rightOf = (peer: Peer): string | undefined => peer.receipts.findLast((receipt) => receipt.kind === 'right')?.right;
const refusalsOf = (peer: Peer): string[] => peer.receipts.flatMap((receipt) => (receipt.kind === 'refused' ? [receipt.reason] : []));
const stageNow = async (): Promise<string> =>
  (await scene.masa.ask<BoardStage>('GET', `/api/boards/${scene.board}/stage`, { token: scene.maria.token })).body.stage;
const saved = (peer: Peer) => expect.poll(() => peer.durable).toBe(peer.sent);

test('STAGE-1 a facilitator moves a board on and back, over HTTP and over the line; nobody else does, and nowhere that is no stage', async () => {
  expect(await stageNow()).toBe('together');
  expect(await scene.stage('privately', scene.facilitator)).toBe(200);
  expect(await stageNow()).toBe('privately');
  const line = await scene.line(scene.facilitator);
  expect((await command(line, 'setStage', { boardId: scene.board, stage: 'together' })).ok).toBe(true);
  expect(await stageNow()).toBe('together');

  expect(await scene.stage('privately', scene.maria.token)).toBe(403);
  expect(await scene.stage('privately', scene.stranger.token)).toBe(404);
  const own = await command(await scene.line(scene.maria.token), 'setStage', { boardId: scene.board, stage: 'privately' });
  expect(own.ok ? '' : own.error.code).toBe('not-allowed');
  expect(await scene.stage('dreaming')).toBe(400);
  expect(await stageNow()).toBe('together');
});

test('STAGE-2 what people may do follows the stage at once on sockets that are open, and everybody is told which it is', async () => {
  const [maria, host] = [await scene.peer(scene.board, scene.maria.token), await scene.peer(scene.board, scene.facilitator)];
  const line = await scene.line(scene.maria.token);
  const states: ChannelState[] = [];
  line.on('state', (state) => states.push(state));
  const told = () => states.at(-1)?.state.boards.find(({ id }) => id === scene.board);

  await scene.stage('privately');
  await expect.poll(() => rightOf(maria)).toBe('read');
  expect(rightOf(host)).toBe('write');
  await expect.poll(() => [told()?.stage, told()?.right]).toEqual(['privately', 'read']);
  maria.edit(createEdit({ id: 'c1' }));
  await expect.poll(() => refusalsOf(maria)).toContain('read-only');
  const cards = { cells: [{ id: 'needs', cards: [{ text: 'Топло място' }] }] };
  expect((await scene.masa.ask('POST', `/api/boards/${scene.board}/cards`, { token: scene.maria.token, body: cards })).status).toBe(403);
  host.edit(createEdit({ id: 'c2' }));
  await saved(host);

  await scene.stage('together');
  await expect.poll(() => rightOf(maria)).toBe('write');
  await expect.poll(() => [told()?.stage, told()?.right]).toEqual(['together', 'write']);
});

test('STAGE-3 while everybody changes only their own, others’ objects stay as they are, answers to them are free, and the rest of the work goes on', async () => {
  await scene.close();
  scene = await openScene({ template: 'marketplace' });
  const stall = (id: string) => createEdit({ id, cell: 'stalls', text: `stall ${id}` });
  for (const [seat, id] of [
    [scene.maria, 'm1'],
    [scene.ion, 'i1'],
  ] as const) {
    const draft = await scene.peer(draftOf(scene.board, seat), seat.token);
    draft.edit(stall(id));
    await saved(draft);
  }
  await scene.stage('open');
  const maria = await scene.peer(scene.board, scene.maria.token);
  expect(textOf(maria.doc, 'i1').toString()).toBe('stall i1');

  maria.edit({ do: 'set', id: 'm1', facet: 'notes', value: 'mine' });
  maria.edit({ do: 'text', id: 'm1', text: 'stall m1, better' });
  maria.edit({ do: 'mark', by: scene.maria.id, id: 'i1', mark: 'heart', on: true });
  maria.edit({ do: 'create', id: 'q1', type: 'comment', place: { box: [0, 0, 1, 1], rot: 0 }, text: 'How?', facets: { on: 'i1' } });
  await saved(maria);
  expect(refusalsOf(maria)).toEqual([]);

  const attempts: ((doc: Y.Doc) => void)[] = [
    (doc) => void apply(doc, [{ do: 'set', id: 'i1', facet: 'notes', value: 'not mine' }], PERSON),
    (doc) => void apply(doc, [{ do: 'set', id: 'i1', facet: FACET.place, value: { cell: 'withdrawn', order: 'a0' } }], PERSON),
    (doc) => void apply(doc, [{ do: 'text', id: 'i1', text: 'stall' }], PERSON),
    (doc) => void apply(doc, [stall('m2'), { do: 'text', id: 'i1', text: 'stall i1!' }], PERSON),
  ];
  for (const [at, attempt] of attempts.entries()) {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(maria.doc));
    const before = Y.encodeStateVector(copy);
    attempt(copy);
    maria.update(Y.encodeStateAsUpdate(copy, before));
    await expect.poll(() => refusalsOf(maria).length).toBe(at + 1);
  }
  expect(new Set(refusalsOf(maria))).toEqual(new Set(['not-yours']));
  // Nobody's fault: no strike, she writes on; and facilitators change whatever they must.
  maria.edit({ do: 'set', id: 'm1', facet: 'notes', value: 'still mine' });
  const host = await scene.peer(scene.board, scene.facilitator);
  host.edit({ do: 'set', id: 'i1', facet: 'notes', value: 'by the host' });
  await saved(host);
  expect(rightOf(maria)).toBe('write');
  await expect.poll(() => textOf(host.doc, 'i1').toString()).toBe('stall i1');
  const mine = await scene.masa.ask<BoardStage>('GET', `/api/boards/${scene.board}/stage`, { token: scene.maria.token });
  expect([...mine.body.own].sort()).toEqual(['m1', 'q1']);
});

test('STAGE-4 a kind with stages of its own does not open with nothing: moving on is refused while no draft holds anything', async () => {
  await scene.close();
  scene = await openScene({ template: 'marketplace' });
  const reply = await scene.masa.ask('POST', `/api/boards/${scene.board}/stage`, { token: scene.facilitator, body: { stage: 'open' } });
  expect([reply.status, reply.body.error?.code]).toEqual([409, 'nothing-to-open']);
  const draft = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  draft.edit(createEdit({ id: 'blank', cell: 'stalls', text: '   ' }));
  await saved(draft);
  expect(await scene.stage('open')).toBe(409);
  draft.edit({ do: 'text', id: 'blank', text: 'A reading café' });
  await saved(draft);
  expect(await scene.stage('open')).toBe(200);
});

test('STAGE-5 whoever sits at a board’s table says that it is ready, and anybody there takes it back; other tables do not', async () => {
  const ready = async (token: string, isReady: boolean): Promise<number> =>
    (await scene.masa.ask('POST', `/api/boards/${scene.board}/ready`, { token, body: { isReady } })).status;
  const line = await scene.line(scene.facilitator);
  const states: ChannelState[] = [];
  line.on('state', (state) => states.push(state));
  const told = () => states.at(-1)?.state.boards.find(({ id }) => id === scene.board)?.isReady;
  expect(await ready(scene.maria.token, true)).toBe(200);
  await expect.poll(told).toBe(true);
  expect(await ready(scene.stranger.token, false)).toBe(404);
  expect((await command(await scene.line(scene.ion.token), 'setReady', { boardId: scene.board, isReady: false })).ok).toBe(true);
  await expect.poll(told).toBe(false);
});

test('STAGE-1 a change of a board’s title in the same moment takes no stage back', async () => {
  const rename = (title: string) =>
    scene.masa.ask('PATCH', `/api/workshops/${scene.workshop.id}/boards/${scene.board}`, { token: scene.workshop.organiser, body: { title } });
  await Promise.all([rename('А'), scene.stage('privately'), rename('Б'), scene.stage('together'), rename('В'), scene.stage('privately')]);
  const board = await scene.masa.masa.commands.store.board(scene.board);
  expect(['privately', 'together']).toContain(board?.stage);
  await scene.stage('privately');
  await Promise.all([rename('Г'), rename('Д')]);
  expect((await scene.masa.masa.commands.store.board(scene.board))?.stage).toBe('privately');
});
