// The promises of every store of pictures.
import { readFileSync } from 'node:fs';
import type { BlobStore, Picture } from '@masa/server/store/blobStore';
import { createBlobStoreMemory } from '@masa/server/store/blobStoreMemory';
import { createBlobStoreSqlite } from '@masa/server/store/blobStoreSqlite';
import type { RoomLog } from '@masa/server/store/roomLog';
import { createRoomLogMemory } from '@masa/server/store/roomLogMemory';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { type Database, openSqlite } from '@masa/server/store/sqlite';
import { LIMITS } from '@masa/shared/core';
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

interface Made {
  readonly log: RoomLog;
  readonly blobs: BlobStore;
}

const ADAPTERS: readonly { readonly name: string; readonly make: () => Promise<Made> }[] = [
  {
    name: 'memory',
    async make() {
      const log = createRoomLogMemory();
      return { log, blobs: createBlobStoreMemory(log) };
    },
  },
  {
    name: 'SQLite',
    async make() {
      const database = await open(freshPath());
      return { log: createRoomLogSqlite(database), blobs: createBlobStoreSqlite(database) };
    },
  },
];

const seed = { bytes: new Uint8Array([1]), at: 1, author: '', claims: [] };
const picture = (text: string): Picture => ({
  full: new TextEncoder().encode(`full ${text}`),
  thumbnail: new TextEncoder().encode(`small ${text}`),
  type: 'image/webp',
  width: 640,
  height: 480,
});

async function withBoards({ make }: (typeof ADAPTERS)[number]): Promise<Made> {
  const made = await make();
  await made.log.create('a', seed);
  await made.log.create('b', seed);
  return made;
}

const textOf = async (blobs: BlobStore, board: string, id: string, size: 'full' | 'thumb' = 'full'): Promise<string | undefined> => {
  const blob = await blobs.get(board, id, size);
  return blob && `${blob.type} ${new TextDecoder().decode(blob.bytes)}`;
};

test.each(ADAPTERS)('PICTURE-1 a picture comes back in both sizes, from its own place only ($name)', async (adapter) => {
  const { blobs } = await withBoards(adapter);
  expect(await blobs.put('a', 'one', picture('one'), 5)).toBe('put');
  expect(await blobs.put('b', 'one', picture('another'), 5)).toBe('put');
  expect(await textOf(blobs, 'a', 'one')).toBe('image/webp full one');
  expect(await textOf(blobs, 'a', 'one', 'thumb')).toBe('image/webp small one');
  expect(await textOf(blobs, 'b', 'one')).toBe('image/webp full another');
  expect([await textOf(blobs, 'a', 'two'), await textOf(blobs, 'none', 'one')]).toEqual([undefined, undefined]);
  await expect(blobs.put('a', 'one', picture('again'), 6)).rejects.toThrow(/taken|UNIQUE/);
  expect(await textOf(blobs, 'a', 'one')).toBe('image/webp full one');
});

test.each(ADAPTERS)('PICTURE-26 a board’s pictures are listed with the time they were put ($name)', async (adapter) => {
  const { blobs, log } = await withBoards(adapter);
  await blobs.put('a', 'p1', picture('one'), 10);
  await blobs.put('a', 'p2', picture('two'), 20);
  await blobs.put('b', 'p3', picture('three'), 30);
  await blobs.remove('a', 'p1');
  expect([await blobs.list('a'), await blobs.list('none')]).toEqual([[{ id: 'p2', at: 20 }], []]);
  await log.remove('a');
  expect(await blobs.list('a')).toEqual([]);
});

test.each(ADAPTERS)('PICTURE-2 a board holds 60 pictures at most, and room comes back ($name)', async (adapter) => {
  const { blobs } = await withBoards(adapter);
  const tries = Array.from({ length: LIMITS.picturesMax + 5 }, (_, n) => blobs.put('a', `p${n}`, picture(`${n}`), n));
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((outcome) => outcome === 'put').length).toBe(60);
  expect(outcomes.filter((outcome) => outcome === 'full').length).toBe(5);
  expect([await blobs.count('a'), await blobs.count('b'), await blobs.count('none')]).toEqual([60, 0, 0]);
  expect([await blobs.remove('a', 'p7'), await blobs.remove('a', 'p7'), await blobs.remove('b', 'p8')]).toEqual([true, false, false]);
  expect([await blobs.count('a'), await textOf(blobs, 'a', 'p7')]).toEqual([59, undefined]);
  expect(await blobs.put('a', 'new', picture('new'), 99)).toBe('put');
});

test.each(ADAPTERS)('PICTURE-3 pictures go with their board ($name)', async (adapter) => {
  const { log, blobs } = await withBoards(adapter);
  await blobs.put('a', 'one', picture('one'), 1);
  await blobs.put('b', 'one', picture('kept'), 1);
  await log.remove('a');
  expect([await blobs.count('a'), await textOf(blobs, 'a', 'one')]).toEqual([0, undefined]);
  expect(await blobs.put('a', 'late', picture('late'), 2)).toBe('no-board');
  await log.create('a', seed);
  expect([await blobs.count('a'), await blobs.count('b')]).toEqual([0, 1]);
});

test('PICTURE-3 nothing of them stays in the files', async () => {
  const path = freshPath();
  const database = await open(path);
  const [log, blobs] = [createRoomLogSqlite(database), createBlobStoreSqlite(database)];
  await log.create('a', seed);
  const secret = 'a face somebody wants forgotten ';
  await blobs.put('a', 'one', picture(secret.repeat(5_000)), 1);
  const found = (): boolean[] => ['', '-wal'].map((ending) => readFileSync(`${path}${ending}`).includes(secret));
  expect(found()).toContain(true);
  await log.remove('a');
  expect(found()).toEqual([false, false]);
});

test('PICTURE-4 a picture that was put is there for who opens the file next', async () => {
  const path = freshPath();
  const first = await open(path);
  await createRoomLogSqlite(first).create('a', seed);
  await createBlobStoreSqlite(first).put('a', 'one', picture('one'), 1);
  const blobs = createBlobStoreSqlite(await open(path));
  expect([await textOf(blobs, 'a', 'one'), await blobs.count('a')]).toEqual(['image/webp full one', 1]);
});
