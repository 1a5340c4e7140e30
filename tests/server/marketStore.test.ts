// What is kept of a marketplace's groups and places.

import type { MadeGroup } from '@masa/server/store/placeStore';
import { createPlaceStoreSql, type PlaceTables } from '@masa/server/store/placeStoreSql';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import type { SeatPlace } from '@masa/shared/workshop';
import { expect, test } from 'vitest';
import { RULES } from './marketScene.ts';

const made = (topic: string): MadeGroup => ({
  topic,
  title: `About ${topic}`,
  group: `group-${topic}`,
  groupBoard: `board-${topic}`,
  card: `card-${topic}`,
  harvest: `harvest-${topic}`,
});
const at = (participant: string, topic: string | null, over: Partial<SeatPlace> = {}): SeatPlace => ({
  participant,
  seat: 1,
  topic,
  waiting: null,
  waitingSince: 0,
  ...over,
});

async function open() {
  const database = await openSqlite(':memory:');
  const log = createRoomLogSqlite(database, { now: () => 1 });
  for (const board of ['one', 'two']) await log.create(board, { bytes: new Uint8Array([0, 0]), at: 1, author: 'server', claims: [] });
  return { database, log, store: createPlaceStoreSql(database.kysely.withTables<PlaceTables>()) };
}

test('MARKET-50 places are kept as they were given, once, by board, and go with their board', async () => {
  const { database, log, store } = await open();
  const plan = { board: 'one', rules: RULES, template: 'form-a@1', at: 5 };
  expect(await store.begin(plan, [made('Y'), made('X')], [at('b', 'X'), at('a', null)])).toBe(true);
  expect(await store.begin({ ...plan, at: 6 }, [made('Z')], [])).toBe(false);
  expect(await store.plan('one')).toEqual({ ...plan, state: 'begun' });
  expect(await store.groups('one')).toEqual([made('Y'), made('X')]);
  expect(await store.seats('one')).toEqual([at('a', null), at('b', 'X')]);
  await store.finish('one');
  expect((await store.plan('one'))?.state).toBe('done');

  await store.putSeats('one', [at('a', 'Y', { waiting: 'X', waitingSince: 1_773_129_600_000 }), at('a', 'X', { seat: 2 })]);
  expect(await store.seats('one')).toEqual([
    at('a', 'Y', { waiting: 'X', waitingSince: 1_773_129_600_000 }),
    at('a', 'X', { seat: 2 }),
    at('b', 'X'),
  ]);
  expect(await store.add('one', made('W'), [at('b', 'W')])).toBe(true);
  expect(await store.add('one', made('W'), [at('a', 'W')])).toBe(false);
  expect([(await store.plan('one'))?.state, await store.groups('one')]).toEqual(['begun', [made('Y'), made('X'), made('W')]]);
  expect((await store.seats('one')).map(({ topic }) => topic)).toEqual(['Y', 'X', 'W']);

  expect([await store.plan('two'), await store.groups('two'), await store.seats('two')]).toEqual([undefined, [], []]);
  await expect(store.begin({ ...plan, board: 'never-was' }, [], [])).rejects.toThrow('never-was');
  const twice = { ...plan, board: 'two' };
  await expect(store.begin(twice, [made('X'), made('X')], [at('a', 'X')])).rejects.toThrow('UNIQUE');
  expect([await store.plan('two'), await store.seats('two')]).toEqual([undefined, []]);
  await log.remove('one');
  expect([await store.plan('one'), await store.groups('one'), await store.seats('one')]).toEqual([undefined, [], []]);
  await database.close();
});

test('MARKET-51 the places of the largest workshop are kept at once', async () => {
  const { database, store } = await open();
  const seats = Array.from({ length: 6_000 }, (_, n) => at(`p${n}`, n % 2 === 0 ? 'X' : null));
  expect(await store.begin({ board: 'one', rules: RULES, template: 'form-a@1', at: 5 }, [made('X')], seats)).toBe(true);
  expect((await store.seats('one')).length).toBe(6_000);
  await database.close();
});
