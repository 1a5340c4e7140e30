// Pictures in the database's own file. They are erased with their board by the foreign key on the board log, so that no picture
// outlives it, not even one that was on its way while the board was taken away.
import { LIMITS } from '@masa/shared/core';
import type { StatementSyncInstance } from '@photostructure/sqlite';
import type { BlobStore, StoredBlob } from './blobStore.ts';
import type { Database } from './sqlite.ts';
import { sayingUnavailable } from './worldFaults.ts';

export function createBlobStoreSqlite(database: Database): BlobStore {
  const { raw } = database;
  const sql = {
    board: raw.prepare('select 1 from log_board where board = ?'),
    count: raw.prepare('select count(*) as count from picture where board = ?'),
    list: raw.prepare('select id, at from picture where board = ? order by at'),
    insert: raw.prepare('insert into picture (board, id, at, type, width, height, thumbnail, full) values (?, ?, ?, ?, ?, ?, ?, ?)'),
    full: raw.prepare('select type, full as bytes from picture where board = ? and id = ?'),
    thumb: raw.prepare('select type, thumbnail as bytes from picture where board = ? and id = ?'),
    remove: raw.prepare('delete from picture where board = ? and id = ?'),
  } satisfies Record<string, StatementSyncInstance>;
  const countOf = (board: string): number => (sql.count.get(board) as { count: number }).count;

  return sayingUnavailable<BlobStore>({
    put: (board, id, { type, width, height, thumbnail, full }, at) =>
      database.durably(() => {
        if (!sql.board.get(board)) return 'no-board';
        if (countOf(board) >= LIMITS.picturesMax) return 'full';
        sql.insert.run(board, id, at, type, width, height, thumbnail, full);
        return 'put';
      }),
    get: (board, id, size) => database.exclusive(() => sql[size].get(board, id) as StoredBlob | undefined),
    remove: (board, id) => database.durably(() => Number(sql.remove.run(board, id).changes) > 0),
    count: (board) => database.exclusive(() => countOf(board)),
    list: (board) => database.exclusive(() => sql.list.all(board) as { id: string; at: number }[]),
  });
}
