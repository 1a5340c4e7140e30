// The board log: heads, rows, snapshots, owners of Yjs client ids, and what was found damaged.
import { type Kysely, type Migration, sql } from 'kysely';

export const boardLog: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('log_board')
      .addColumn('board', 'text', (column) => column.primaryKey())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('log_row')
      .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('crc', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('log_row_key', ['board', 'seq'])
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema
      .createTable('log_snapshot')
      .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('vector', 'blob', (column) => column.notNull())
      .addColumn('crc', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('log_snapshot_key', ['board', 'seq'])
      .modifyEnd(sql`strict`)
      .execute();
    await db.schema
      .createTable('log_client')
      .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
      .addColumn('client', 'integer', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('log_client_key', ['board', 'client'])
      .modifyEnd(sql`strict, without rowid`)
      .execute();
    await db.schema
      .createTable('log_quarantine')
      .addColumn('board', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('part', 'text', (column) => column.notNull())
      .addColumn('found_at', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('log_quarantine_key', ['board', 'part', 'seq'])
      .modifyEnd(sql`strict`)
      .execute();
  },
};
