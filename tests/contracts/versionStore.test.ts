import { readFileSync } from 'node:fs';
import { UnknownBoard } from '@masa/server/store/roomLog';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { type Database, openSqlite } from '@masa/server/store/sqlite';
import type { PersonChanges, Version, VersionState, VersionStore } from '@masa/server/store/versionStore';
import { createVersionStoreMemory } from '@masa/server/store/versionStoreMemory';
import { createVersionStoreSql, type VersionTables } from '@masa/server/store/versionStoreSql';
import { afterEach, expect, test } from 'vitest';
import { freshPath } from '../support/serverBoards.ts';

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

/** Versions in SQLite, in a database whose log has the boards `a` and `b`. */
const openSql = async (path = freshPath()) => {
  const database = await openSqlite(path);
  databases.push(database);
  const log = createRoomLogSqlite(database);
  for (const board of ['a', 'b']) await log.create(board, { bytes: new Uint8Array([0, 0]), at: 1, author: '', claims: [] });
  return { database, log, store: createVersionStoreSql(database.kysely.withTables<VersionTables>()) };
};

const ADAPTERS: readonly { readonly name: string; readonly make: () => Promise<VersionStore> }[] = [
  { name: 'memory', make: async () => createVersionStoreMemory() },
  { name: 'SQLite', make: async () => (await openSql()).store },
];

const ANA: PersonChanges = { by: { id: 'ana', name: 'Ана' }, made: ['x'], changed: [], moved: ['y'], binned: [] };

const version = (id: string, over: Partial<Version> = {}): Version => ({
  id,
  board: 'a',
  at: 1_772_000_000_000,
  seq: 5,
  title: null,
  how: 'auto',
  by: null,
  ofAt: null,
  changes: [],
  ...over,
});
const state = (text: string): VersionState => ({ state: new TextEncoder().encode(text), snapshot: new Uint8Array([1, 2, 3]) });
const ids = (versions: readonly Version[]): string[] => versions.map(({ id }) => id);

test.each(ADAPTERS)('VERSION-1 versions come back newest first, with everything they were given ($name)', async ({ make }) => {
  const store = await make();
  const full = version('one', {
    title: 'Преди обяда',
    how: 'restore',
    by: { id: 'ana', name: 'Ана' },
    ofAt: 1_771_000_000_000,
    changes: [ANA, { ...ANA, by: null }],
  });
  await store.add(full, state('first'));
  // One instant, one sequence number: the order is that of adding.
  await store.add(version('three'), state('second'));
  await store.add(version('two'), state('third'.repeat(1_000)));
  expect(ids(await store.list('a'))).toEqual(['two', 'three', 'one']);
  expect((await store.list('a'))[2]).toMatchObject({ ...full, bytes: expect.any(Number) });
  expect(await store.state('a', 'two')).toEqual(state('third'.repeat(1_000)));
  expect(await store.snapshot('a', 'two')).toEqual(new Uint8Array([1, 2, 3]));
  expect([await store.state('a', 'four'), await store.snapshot('a', 'four')]).toEqual([undefined, undefined]);
});

test.each(ADAPTERS)('VERSION-2 thinning takes versions away and says anew what changed in those that stay ($name)', async ({ make }) => {
  const store = await make();
  for (const id of ['one', 'two', 'three']) await store.add(version(id, { changes: [ANA] }), state(id));
  const together: readonly PersonChanges[] = [{ ...ANA, made: ['x', 'z'] }];
  await store.thin('a', ['one', 'two'], new Map([['three', together]]));
  expect(await store.list('a')).toMatchObject([version('three', { changes: together })]);
  expect(await store.state('a', 'one')).toBeUndefined();
  expect(await store.state('a', 'three')).toEqual(state('three'));
  await store.add(version('four'), state('four'));
  expect(ids(await store.list('a'))).toEqual(['four', 'three']);
});

test.each(ADAPTERS)('VERSION-3 boards do not see one another’s versions, and a board’s versions go together ($name)', async ({ make }) => {
  const store = await make();
  await store.add(version('one'), state('one'));
  await store.add(version('two', { board: 'b' }), state('two'));
  expect(await store.state('b', 'one')).toBeUndefined();
  await store.thin('b', ['one'], new Map());
  await store.remove('a');
  expect([ids(await store.list('a')), ids(await store.list('b'))]).toEqual([[], ['two']]);
});

test('VERSION-3 erasing a board erases its versions in the same moment, and none is added afterwards', async () => {
  const path = freshPath();
  const { store, log } = await openSql(path);
  // Too short to be deflated: it stands in the file as it is.
  await store.add(version('one', { title: 'recognisable title' }), state('x'));
  await log.remove('a');
  expect(await store.list('a')).toEqual([]);
  await expect(store.add(version('two'), state('y'))).rejects.toBeInstanceOf(UnknownBoard);
  expect([path, `${path}-wal`].some((file) => readFileSync(file).includes('recognisable'))).toBe(false);
});

test('VERSION-4 a version whose bytes are not those that were written is not given out', async () => {
  const { store, database } = await openSql();
  await store.add(version('one'), state('what was written'));
  await database.exclusive(() => database.raw.exec('update board_versions set state = zeroblob(length(state))'));
  expect(await store.state('a', 'one')).toBeUndefined();
  expect(ids(await store.list('a'))).toEqual(['one']);
});
