// What a restart of the server may not change about rounds.
import { createClosings } from '@masa/server/rounds/closings';
import { type ClosingTables, createClosingStoreSql } from '@masa/server/store/closingStoreSql';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { openSqlite } from '@masa/server/store/sqlite';
import { createChanges } from '@masa/server/workshops/changes';
import { expect, test } from 'vitest';
import { freshPath } from '../support/serverBoards.ts';

test('REVEAL-3 a round that closed before a restart has closed at the same time after it, and opens again', async () => {
  const path = freshPath();
  let isOpen = true;
  const start = async (at: number) => {
    const database = await openSqlite(path);
    const changes = createChanges(() => at);
    const store = createClosingStoreSql(database.kysely.withTables<ClosingTables>());
    const closings = await createClosings({ store, changes, isOpen: async () => isOpen, now: () => at, note: () => undefined });
    const stop = async (): Promise<void> => {
      await closings.close();
      await database.close();
    };
    return { database, changes, closings, stop };
  };
  const first = await start(1_000);
  await createRoomLogSqlite(first.database).create('b', { bytes: new Uint8Array([0, 0]), at: 1, author: '', claims: [] });
  first.closings.opened('w', 'b', 'rate');
  expect(first.closings.closedAt('b', 'rate')).toBeUndefined();
  await first.stop();

  const second = await start(2_000);
  isOpen = false;
  second.changes.emit({ workshopId: 'w', boardId: 'b' });
  await expect.poll(() => second.closings.closedAt('b', 'rate')).toBe(2_000);
  await second.stop();

  const third = await start(3_000);
  expect(third.closings.closedAt('b', 'rate')).toBe(2_000);
  isOpen = true;
  third.closings.opened('w', 'b', 'rate');
  expect(third.closings.closedAt('b', 'rate')).toBeUndefined();
  await third.stop();

  const fourth = await start(4_000);
  expect(fourth.closings.closedAt('b', 'rate')).toBeUndefined();
  await fourth.stop();
});
