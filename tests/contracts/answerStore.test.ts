import { readFileSync } from 'node:fs';
import type { Answer, AnswerStore } from '@masa/server/store/answerStore';
import { createAnswerStoreMemory } from '@masa/server/store/answerStoreMemory';
import { type AnswerTables, createAnswerStoreSql } from '@masa/server/store/answerStoreSql';
import { UnknownBoard } from '@masa/server/store/roomLog';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { type Database, openSqlite } from '@masa/server/store/sqlite';
import { afterEach, expect, test } from 'vitest';
import { freshPath } from '../support/serverBoards.ts';

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

/** Answers in SQLite, in a database whose log has the boards `a` and `b`. */
const openSql = async (path = freshPath()) => {
  const database = await openSqlite(path);
  databases.push(database);
  const log = createRoomLogSqlite(database);
  for (const board of ['a', 'b']) await log.create(board, { bytes: new Uint8Array([0, 0]), at: 1, author: '', claims: [] });
  return { log, store: createAnswerStoreSql(database.kysely.withTables<AnswerTables>()) };
};

const ADAPTERS: readonly { readonly name: string; readonly make: () => Promise<AnswerStore> }[] = [
  { name: 'memory', make: async () => createAnswerStoreMemory() },
  { name: 'SQLite', make: async () => (await openSql()).store },
];

const answer = (over: Partial<Answer> = {}): Answer => ({
  board: 'a',
  round: 'rate',
  participant: 'ana',
  seat: 1,
  object: 'x',
  value: { likelihood: 3, consequence: 'unknown', why: 'Зимата „пътят“ 🚧' },
  at: 1_772_000_000_000,
  ...over,
});

const brief = (answers: readonly Answer[]): string[] =>
  answers.map(({ participant, seat, object, value }) => [participant, seat, object, JSON.stringify(value)].join(' ')).sort();

test.each(ADAPTERS)('ROUND-1 a seat has one answer about an object, the last it gave ($name)', async ({ make }) => {
  const store = await make();
  await store.put(answer());
  expect(await store.all('a', 'rate')).toEqual([answer()]);
  await store.put(answer({ value: 4, at: 1_772_000_000_001 }));
  await store.put(answer({ value: null, seat: 2 }));
  await store.put(answer({ value: [1, 'two'], object: 'y' }));
  expect(brief(await store.all('a', 'rate'))).toEqual(['ana 1 x 4', 'ana 1 y [1,"two"]', 'ana 2 x null']);
});

test.each(ADAPTERS)(
  'ROUND-2 a check that throws keeps everything as it was, and answers are judged one after the other ($name)',
  async ({ make }) => {
    const store = await make();
    await store.put(answer({ object: 'a', value: 1 }));
    await store.put(answer({ object: 'other seat', seat: 2, value: 1 }));
    const seen: string[][] = [];
    const full = new Error('three are enough');
    const put = (object: string): Promise<void> =>
      store.put(answer({ object, value: 1 }), (others) => {
        seen.push(others.map((each) => each.object).sort());
        if (others.length >= 3) throw full;
      });
    const outcomes = await Promise.allSettled(['b', 'c', 'd', 'e', 'f'].map(put));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(outcomes.filter((each) => each.status === 'rejected').map(({ reason }): unknown => reason)).toEqual([full, full, full]);
    expect(seen[0]).toEqual(['a']);
    expect((await store.ofParticipant('a', 'rate', 'ana')).filter(({ seat }) => seat === 1)).toHaveLength(3);
    // An answer is not beside itself.
    await put('a');
    expect(seen.at(-1)).not.toContain('a');
  },
);

test.each(ADAPTERS)('ROUND-3 boards, rounds, participants and seats do not see one another ($name)', async ({ make }) => {
  const store = await make();
  const all = [answer(), answer({ board: 'b' }), answer({ round: 'wish' }), answer({ participant: 'ion' }), answer({ seat: 2 })];
  for (const each of all) await store.put(each);
  expect(brief(await store.all('a', 'rate')).map((line) => line.slice(0, 7))).toEqual(['ana 1 x', 'ana 2 x', 'ion 1 x']);
  expect(await store.ofParticipant('b', 'rate', 'ana')).toEqual([answer({ board: 'b' })]);
  expect(await store.ofParticipant('b', 'rate', 'ion')).toEqual([]);
  const own = { board: 'a', round: 'rate', participant: 'ana', seat: 1 };
  expect([await store.withdraw(own, 'x'), await store.withdraw(own, 'x')]).toEqual([true, false]);
  await store.remove('b');
  expect([await store.all('a', 'rate'), await store.all('a', 'wish'), await store.all('b', 'rate')].map(({ length }) => length)).toEqual([2, 1, 0]);
});

test('ROUND-4 erasing a board erases its answers in the same moment, and none is added afterwards', async () => {
  const path = freshPath();
  const { store, log } = await openSql(path);
  await store.put(answer({ value: 'recognisable answer' }));
  await log.remove('a');
  expect(await store.all('a', 'rate')).toEqual([]);
  await expect(store.put(answer())).rejects.toBeInstanceOf(UnknownBoard);
  expect([path, `${path}-wal`].some((file) => readFileSync(file).includes('recognisable'))).toBe(false);
});
