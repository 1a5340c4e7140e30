// Hostile writers of drafts, and what the reveal makes of them.
import { FACET, marksOf, objectsOf } from '@masa/shared/document';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import type { Peer } from '../support/peer.ts';
import { draftOf, openScene, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const saved = (peer: Peer) => expect.poll(() => peer.durable, { timeout: 20_000 }).toBe(peer.sent);
const idsOn = ({ doc }: Peer): string[] => [...objectsOf(doc).keys()].sort();

test('BREAK-7 one draft takes half a megabyte and no more', async () => {
  await scene.stage('privately');
  const greedy = await scene.peer(draftOf(scene.board, scene.ion), scene.ion.token);
  for (let at = 0; at < 12; at += 1)
    greedy.edit(createEdit({ id: `g${at}`, facets: { points: Array.from({ length: 12 }, () => 'x'.repeat(5_000)) } }));
  await expect.poll(() => greedy.receipts.some((receipt) => receipt.kind === 'refused' && receipt.reason === 'board-full')).toBe(true);
});

test('BREAK-7 where not all drafts fit on the board those with little are shown, and the others once there is room', {
  timeout: 60_000,
}, async () => {
  const organiser = await scene.peer(scene.board, scene.workshop.organiser);
  // Nearly as many objects as a board may have.
  for (let from = 0; from < 9_900; from += 900) {
    organiser.edit(...Array.from({ length: 900 }, (_, at) => createEdit({ id: `o${from + at}`, text: '' })));
    await saved(organiser);
  }
  await scene.stage('privately');
  const greedy = await scene.peer(draftOf(scene.board, scene.ion), scene.ion.token);
  greedy.edit(...Array.from({ length: 400 }, (_, at) => createEdit({ id: `greedy${at}` })));
  const modest = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  modest.edit(createEdit({ id: 'modest', text: 'A warm place' }));
  await Promise.all([saved(greedy), saved(modest)]);
  expect(await scene.stage('together')).toBe(200);
  await expect.poll(() => objectsOf(organiser.doc).has('modest')).toBe(true);
  expect(idsOn(organiser).filter((id) => id.startsWith('greedy'))).toEqual([]);
  expect(await greedy.closed).toBe('forbidden');
  await scene.stage('privately');
  const again = await scene.peer(draftOf(scene.board, scene.ion), scene.ion.token);
  expect(idsOn(again).length).toBe(400);
});

const HOSTILE: readonly Readonly<Record<string, unknown>>[] = [
  { place: { cell: 'needs', order: '~~~' } },
  { place: { cell: 'needs', order: 'z'.repeat(512) } },
  { place: { cell: '__proto__', order: 'a0' } },
  { place: { box: [Number.NaN, 1e300, -1, 0], rot: 'x' } },
  { place: 7 },
  { type: '__proto__' },
  { type: 'comment', on: '__proto__' },
  { type: 'arrow', start: { on: 'h1', at: [1e9, 'x'] }, end: { on: 'h1' } },
  { [FACET.gone]: 'never' },
  { [FACET.gone]: undefined },
  { lock: { by: 'x', staff: false } },
  { origin: { how: 'moved', board: '__proto__', object: '' } },
  { created: -1e308, tags: { length: 1e9 }, groups: [[[[[]]]]], z: 'zzz', starred: 'yes', sensitive: 'no' },
  { ['__proto__']: { polluted: true } },
  { constructor: { prototype: 1 }, toString: 1, hasOwnProperty: null },
];

test('BREAK-8 cards, places, types and facets that mean nothing come with the others or not at all, and keep nobody from reading', async () => {
  await scene.stage('privately');
  const hostile = await scene.peer(draftOf(scene.board, scene.ion), scene.ion.token);
  for (const [at, facets] of HOSTILE.entries()) {
    const copy = new Y.Doc();
    const map = new Y.Map<unknown>();
    copy.transact(() => {
      objectsOf(copy).set(at === 3 ? '__proto__' : `h${at}`, map);
      map.set('type', 'card');
      map.set('text', new Y.Text('hostile'));
      map.set('place', { cell: 'needs', order: 'a1' });
      for (const key of Object.keys(facets)) if (key !== 'type') map.set(key, facets[key]);
    });
    hostile.update(Y.encodeStateAsUpdate(copy));
  }
  const marks = new Y.Doc();
  marksOf(marks).set(`${scene.ion.id}/h1/heart`, { at: 1 });
  hostile.update(Y.encodeStateAsUpdate(marks));

  const maria = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  maria.edit(...Array.from({ length: 5 }, (_, at) => createEdit({ id: `m${at}`, text: `thought ${at}` })));
  await saved(maria);
  expect(await scene.stage('together')).toBe(200);
  const reader = await scene.peer(scene.board, scene.maria.token);
  expect(
    idsOn(reader)
      .filter((id) => id.startsWith('m'))
      .slice(0, 5),
  ).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
  expect(idsOn(reader).filter((id) => id.startsWith('h')).length).toBeGreaterThan(9);
  for (const rest of ['', '/stage', '/export.md', '/export.csv', '/export.json', '/versions']) {
    const reply = await scene.masa.ask('GET', `/api/boards/${scene.board}${rest}`, { token: scene.maria.token });
    expect([rest, reply.status]).toEqual([rest, 200]);
  }
  expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
  // Once more, after all that: cards follow those that lie there.
  await scene.stage('privately');
  const again = await scene.peer(draftOf(scene.board, scene.maria), scene.maria.token);
  again.edit(createEdit({ id: 'm9', text: 'afterwards' }));
  await saved(again);
  expect(await scene.stage('together')).toBe(200);
  await expect.poll(() => idsOn(reader)).toContain('m9');
});
