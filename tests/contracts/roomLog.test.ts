import { readFileSync } from 'node:fs';
import { checksum, type LogEntry, type RoomLog, UnknownBoard } from '@masa/server/store/roomLog';
import { createRoomLogMemory } from '@masa/server/store/roomLogMemory';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { type Database, openSqlite } from '@masa/server/store/sqlite';
import { afterEach, expect, test } from 'vitest';
import { freshPath } from '../support/serverBoards.ts';

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

const open = async (path: string): Promise<Database> => {
  const database = await openSqlite(path);
  databases.push(database);
  return database;
};

const ADAPTERS: readonly { readonly name: string; readonly make: () => Promise<RoomLog> }[] = [
  { name: 'memory', make: async () => createRoomLogMemory() },
  { name: 'SQLite', make: async () => createRoomLogSqlite(await open(freshPath())) },
];

const entry = (text: string, claims: readonly number[] = [], author = 'ana'): LogEntry => ({
  bytes: new TextEncoder().encode(text),
  at: 1_000,
  author,
  claims,
});
const texts = (rows: readonly { readonly bytes: Uint8Array }[]): string[] => rows.map((row) => new TextDecoder().decode(row.bytes));
const snapshotAt = (seq: number, text: string) => ({
  seq,
  at: 5,
  hash: `hash-${seq}`,
  bytes: new TextEncoder().encode(text),
  vector: new Uint8Array([seq]),
});

test.each(ADAPTERS)('LOG-1 rows come back in order, numbered without holes ($name)', async ({ make }) => {
  const log = await make();
  await log.create('b', entry('seed', [], ''));
  expect(await log.append('b', [entry('one'), entry('two')])).toBe(3);
  expect(await log.append('b', [entry('three')])).toBe(4);
  const stored = await log.open('b');
  expect(stored?.seq).toBe(4);
  expect(stored?.rows.map((row) => row.seq)).toEqual([1, 2, 3, 4]);
  expect(texts(stored?.rows ?? [])).toEqual(['seed', 'one', 'two', 'three']);
  expect(stored?.rows[1]).toMatchObject({ author: 'ana', at: 1_000 });
  expect(texts((await log.readFrom('b', 2)).rows)).toEqual(['two', 'three']);
});

test.each(ADAPTERS)('LOG-2 a board is seeded once and never made by appending ($name)', async ({ make }) => {
  const log = await make();
  expect(await log.create('b', entry('seed'))).toBe(true);
  expect(await log.create('b', entry('again'))).toBe(false);
  expect(texts((await log.open('b'))?.rows ?? [])).toEqual(['seed']);
  await expect(log.append('other', [entry('x')])).rejects.toBeInstanceOf(UnknownBoard);
  expect(await log.open('other')).toBeUndefined();
  expect([await log.has('b'), await log.has('other')]).toEqual([true, false]);
});

test.each(ADAPTERS)('LOG-3 an owner of a client id is stored with the row that made it, and the first one stays ($name)', async ({ make }) => {
  const log = await make();
  await log.create('b', entry('seed', [7], ''));
  await log.append('b', [entry('one', [11, 4_294_967_295], 'ana'), entry('two', [11], 'bob')]);
  expect((await log.open('b'))?.owners).toEqual(
    new Map([
      [7, ''],
      [11, 'ana'],
      [4_294_967_295, 'ana'],
    ]),
  );
});

test.each(ADAPTERS)('LOG-4 a snapshot takes the place of the rows it covers, and only of those ($name)', async ({ make }) => {
  const log = await make();
  await log.create('b', entry('seed'));
  await log.append('b', [entry('one'), entry('two')]);
  await log.compact('b', snapshotAt(2, 'seed+one'), 3);
  const stored = await log.open('b');
  expect(stored?.snapshot).toEqual(snapshotAt(2, 'seed+one'));
  expect(texts(stored?.rows ?? [])).toEqual(['two']);
  expect(stored?.damage).toBeUndefined();
  expect(await log.append('b', [entry('three')])).toBe(4);
  await log.compact('b', snapshotAt(4, 'all'), 1);
  expect(await log.open('b')).toMatchObject({ seq: 4, snapshot: { seq: 4 }, rows: [] });
});

test.each(ADAPTERS)('LOG-5 boards do not see one another, and removing one leaves the others ($name)', async ({ make }) => {
  const log = await make();
  await log.create('a', entry('seed a', [1]));
  await log.create('b', entry('seed b', [2]));
  await Promise.all(Array.from({ length: 50 }, (_, n) => log.append(n % 2 === 0 ? 'a' : 'b', [entry(`${n}`)])));
  const [a, b] = [await log.open('a'), await log.open('b')];
  expect(texts(a?.rows ?? [])).toEqual(['seed a', ...Array.from({ length: 25 }, (_, n) => `${n * 2}`)]);
  expect(texts(b?.rows ?? [])).toEqual(['seed b', ...Array.from({ length: 25 }, (_, n) => `${n * 2 + 1}`)]);
  await log.remove('a');
  expect(await log.open('a')).toBeUndefined();
  expect((await log.open('b'))?.rows.length).toBe(26);
});

test.each(ADAPTERS)('LOG-6 an epoch only rises ($name)', async ({ make }) => {
  const log = await make();
  await log.create('b', entry('seed'));
  expect((await log.open('b'))?.epoch).toBe(1);
  expect(await log.raiseEpoch('b')).toBe(2);
  expect((await log.open('b'))?.epoch).toBe(2);
});

test('LOG-7 what was appended is there when the file is opened again', async () => {
  const path = freshPath();
  const first = await open(path);
  const log = createRoomLogSqlite(first);
  await log.create('b', entry('seed'));
  await Promise.all(['one', 'two', 'three'].map((text) => log.append('b', [entry(text)])));
  // The same file from a second connection: what append promised is committed, not only remembered.
  const second = createRoomLogSqlite(await open(path));
  expect(texts((await second.open('b'))?.rows ?? [])).toEqual(['seed', 'one', 'two', 'three']);
});

test('LOG-8 appends of one moment share one transaction, and one that fails keeps nobody else from being stored', async () => {
  const database = await open(freshPath());
  const log = createRoomLogSqlite(database);
  await log.create('a', entry('seed'));
  await log.create('b', entry('seed'));
  const results = await Promise.allSettled([log.append('a', [entry('1')]), log.append('nowhere', [entry('2')]), log.append('b', [entry('3')])]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(texts((await log.open('b'))?.rows ?? [])).toEqual(['seed', '3']);
});

test('LOG-9 every flipped byte of a row is found; the rows before it are read, nothing is changed', async () => {
  const database = await open(freshPath());
  const log = createRoomLogSqlite(database);
  await log.create('b', entry('seed'));
  const bytes = new Uint8Array(500).map((_, at) => (at * 7) % 256);
  await log.append('b', [entry('good'), { ...entry(''), bytes }, entry('after')]);
  const change = database.raw.prepare('update log_row set bytes = ? where seq = 3');
  let found = 0;
  for (let at = 0; at < bytes.length; at++) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    await database.exclusive(() => change.run(flipped));
    const stored = await log.open('b');
    if (stored?.damage?.part === 'row' && stored.damage.seq === 3 && texts(stored.rows).join() === 'seed,good') found++;
  }
  expect(found).toBe(500);
  const kept = await database.exclusive(() => database.raw.prepare('select count(*) as rows from log_row').get() as { rows: number });
  expect(kept.rows).toBe(4);
  const aside = await database.exclusive(() => database.raw.prepare('select seq, part from log_quarantine').all());
  expect(aside).toEqual([{ seq: 3, part: 'row' }]);
});

test('LOG-10 a missing row, a row under another number and a damaged snapshot are damage too', async () => {
  const database = await open(freshPath());
  const log = createRoomLogSqlite(database);
  await log.create('b', entry('seed'));
  await log.append('b', [entry('one'), entry('two'), entry('three')]);
  await database.exclusive(() => database.raw.exec('update log_row set seq = 9 where seq = 4; delete from log_row where seq = 3'));
  expect(await log.open('b')).toMatchObject({ damage: { part: 'hole', seq: 3 }, rows: [{ seq: 1 }, { seq: 2 }] });
  await log.create('c', entry('seed'));
  await log.append('c', [entry('one')]);
  await log.compact('c', snapshotAt(1, 'old'), 3);
  await log.compact('c', snapshotAt(2, 'new'), 3);
  await database.exclusive(() => database.raw.exec("update log_snapshot set bytes = zeroblob(40) where board = 'c' and seq = 2"));
  const stored = await log.open('c');
  expect(stored).toMatchObject({ damage: { part: 'snapshot', seq: 2 }, snapshot: { seq: 1 }, rows: [] });
  expect(checksum('b', 1, new Uint8Array([1]))).not.toBe(checksum('b', 2, new Uint8Array([1])));
});

test('LOG-11 erasing a board leaves none of its bytes in the database file', async () => {
  const path = freshPath();
  const database = await open(path);
  const log = createRoomLogSqlite(database);
  await log.create('b', entry('seed'));
  await log.append('b', [entry('a very recognisable sentence')]);
  await log.remove('b');
  expect([path, `${path}-wal`].some((file) => readFileSync(file).includes('recognisable'))).toBe(false);
});

test('LOG-12 the query builder and the log take turns on one connection', async () => {
  const database = await open(freshPath());
  const log = createRoomLogSqlite(database);
  await log.create('b', entry('seed'));
  const kysely = database.kysely.withTables<{ log_board: { board: string; epoch: number } }>();
  const appended: Promise<number>[] = [];
  await kysely.transaction().execute(async (transaction) => {
    appended.push(log.append('b', [entry('meanwhile')]));
    await new Promise((resolve) => setImmediate(resolve));
    await transaction.updateTable('log_board').set({ epoch: 5 }).where('board', '=', 'b').execute();
  });
  expect(await Promise.all(appended)).toEqual([2]);
  expect(await log.open('b')).toMatchObject({ epoch: 5, seq: 2 });
});
