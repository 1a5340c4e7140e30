// When versions are taken: over real rooms and real peers, with a clock that is moved.
import type { Version, VersionStore } from '@masa/server/store/versionStore';
import { createVersionStoreMemory } from '@masa/server/store/versionStoreMemory';
import { createRecorder, type Recorder, type RecorderOptions } from '@masa/server/versions/recorder';
import { typesOf } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { objectsOf } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { createTestClock } from '../support/masa.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

const MINUTE = 60_000;

let server: BoardServer;
let recorder: Recorder;
const clock = createTestClock();
afterEach(async () => {
  await recorder.close();
  await server.close();
});

interface Notes {
  readonly store: VersionStore;
  readonly notes: string[];
}

async function open(over: Partial<RecorderOptions> = {}): Promise<Notes> {
  server = await openBoardServer({ boards: ['b1', 'b2'] });
  const store = over.store ?? createVersionStoreMemory();
  const notes: string[] = [];
  recorder = createRecorder({
    boards: server.rooms,
    store,
    typeOf: typesOf(serviceCanvas),
    nameOf: async (id) => (id === 'left' ? 'Who has left' : undefined),
    note: (event) => void notes.push(event),
    now: clock.now,
    tickMs: 5,
    ...over,
  });
  return { store, notes };
}

const join = async (who: string, board = 'b1'): Promise<Peer> => {
  const peer = openPeer(server.url, board, `ticket-${who}`, { ack: true });
  await peer.synced;
  return peer;
};
const saved = (peer: Peer) => expect.poll(() => peer.durable === peer.sent, { interval: 5 }).toBe(true);
const author = (id: string) => ({ author: { id, name: `Called ${id}`, library: '', region: '' } });
const count = async (store: VersionStore, board = 'b1'): Promise<number> => (await store.list(board)).length;
const line = ({ how, changes }: Version) => [how, ...changes.map(({ by, made, changed }) => [by?.name, made.length, changed.length])];

test('VERSION-14 five minutes after a change a version holds it and all that came meanwhile; without a change there is none', async () => {
  const { store } = await open();
  const ana = await join('ana');
  const ion = await join('ion');
  ana.edit(createEdit({ id: 'a1', facets: author('ana') }), createEdit({ id: 'a2', facets: author('ana') }));
  await saved(ana);
  clock.advance(4 * MINUTE);
  await expect.poll(() => objectsOf(ion.doc).size).toBe(2);
  ion.edit({ do: 'text', id: 'a1', text: 'better' }, createEdit({ id: 'i1', facets: author('ion') }));
  await saved(ion);
  expect(await count(store)).toBe(0);
  clock.advance(MINUTE);
  await expect.poll(() => count(store)).toBe(1);
  const [first] = await store.list('b1');
  expect(first && line(first)).toEqual(['auto', ['Name of ana', 2, 0], ['Name of ion', 1, 1]]);
  expect(first).toMatchObject({ at: clock.now(), board: 'b1', title: null, by: null });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await store.state('b1', first?.id ?? ''))?.state ?? new Uint8Array());
  expect([...objectsOf(doc).keys()].sort()).toEqual(['a1', 'a2', 'i1']);

  // Only what came after it is in the next one, and many changes in one window are one version.
  ana.edit({ do: 'set', id: 'i1', facet: 'notes', value: 'x' });
  await saved(ana);
  ana.edit({ do: 'text', id: 'a1', text: 'bet' });
  await saved(ana);
  clock.advance(5 * MINUTE);
  await expect.poll(() => count(store)).toBe(2);
  expect((await store.list('b1')).map(line)[0]).toEqual(['auto', ['Name of ana', 0, 2]]);
  clock.advance(60 * MINUTE);
  await recorder.close();
  expect([await count(store), await count(store, 'b2')]).toEqual([2, 0]);
});

test('VERSION-15 a version is taken when the last person has left after changes, not while somebody only reloads', async () => {
  const { store } = await open();
  const ana = await join('ana');
  ana.edit(createEdit({ id: 'a1', facets: author('ana') }));
  await saved(ana);
  await ana.close();
  clock.advance(5_000);
  const again = await join('ana');
  clock.advance(60_000);
  // The board that only reads leaves nothing; `b2` is how we know that time was looked at.
  const other = await join('left', 'b2');
  other.edit(createEdit({ id: 'o1' }));
  await saved(other);
  await other.close();
  await expect.poll(() => server.rooms.members('b2').length).toBe(0);
  clock.advance(15_000);
  await expect.poll(() => count(store, 'b2')).toBe(1);
  expect((await store.list('b2')).map(line)).toEqual([['auto', ['Who has left', 1, 0]]]);
  expect(await count(store)).toBe(0);
  await again.close();
  await expect.poll(() => server.rooms.members('b1').length).toBe(0);
  clock.advance(15_000);
  await expect.poll(() => count(store)).toBe(1);
  // Who is not known to the workshop any more stands with the name on their cards.
  expect((await store.list('b1')).map(line)).toEqual([['auto', ['Called ana', 1, 0]]]);
});

test('VERSION-16 a step keeps what changed since the last version, under the name of who took it', async () => {
  const { store } = await open();
  const boss = { id: 'boss', name: 'Елена' };
  await recorder.step('b1', boss);
  expect(await count(store)).toBe(0);
  await server.rooms.withBoard('b1', [createEdit({ id: 's1', facets: author('eva') })]);
  await recorder.step('b1', boss);
  await recorder.step('b1', boss);
  const versions = await store.list('b1');
  expect(versions.map(line)).toEqual([['step', ['Called eva', 1, 0]]]);
  expect(versions[0]?.by).toEqual(boss);
});

test('VERSION-17 a named version is always taken', async () => {
  const { store } = await open();
  const [first, second] = await Promise.all([
    recorder.name('b1', 'Начало', { id: 'ana', name: 'Ana' }),
    recorder.name('b1', 'Още веднъж', { id: 'ion', name: 'Ion' }),
  ]);
  expect(await store.list('b1')).toMatchObject([{ ...second }, { ...first }]);
  expect([first?.title, second?.title, second?.how]).toEqual(['Начало', 'Още веднъж', 'named']);
});

test('VERSION-22 however many are named at once, a board keeps so many, and so many bytes of them', { timeout: 60_000 }, async () => {
  const { store } = await open();
  const ana = { id: 'ana', name: 'Ana' };
  const named = await Promise.all(Array.from({ length: LIMITS.namedVersionsMax + 20 }, (_, at) => recorder.name('b1', `n${at}`, ana)));
  expect([named.filter((version) => version !== undefined).length, await count(store)]).toEqual([LIMITS.namedVersionsMax, LIMITS.namedVersionsMax]);
  const large: Version = { id: 'v', board: 'b2', at: 1, seq: 1, title: 'x', how: 'named', by: ana, ofAt: null, changes: [] };
  await store.add(large, { state: new Uint8Array(LIMITS.versionsBytes), snapshot: Y.encodeSnapshot(Y.emptySnapshot) });
  expect(await recorder.name('b2', 'one more', ana)).toBeUndefined();
});

test('VERSION-21 what cannot be kept is tried again later and disturbs nobody; closing keeps what is left', async () => {
  const memory = createVersionStoreMemory();
  let broken = true;
  const tries: number[] = [];
  const { store, notes } = await open({
    store: {
      ...memory,
      add(version, state) {
        tries.push(version.at);
        return broken ? Promise.reject(new Error('disk full')) : memory.add(version, state);
      },
    },
  });
  const ana = await join('ana');
  ana.edit(createEdit({ id: 'a1' }));
  await saved(ana);
  clock.advance(5 * MINUTE);
  await expect.poll(() => notes).toEqual(['version.not-taken']);
  ana.edit(createEdit({ id: 'a2' }));
  await saved(ana);
  broken = false;
  await recorder.close();
  expect(tries).toHaveLength(2);
  expect((await store.list('b1')).map(line)).toEqual([['auto', ['Name of ana', 2, 0]]]);
});
