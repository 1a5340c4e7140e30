// Versions of boards. They go with their board: erasing it from the log erases them in the same transaction.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('board_versions')
    .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text')
    .addColumn('of_at', 'bigint')
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('crc', 'bigint', (column) => column.notNull())
    .addColumn('snapshot', 'blob', (column) => column.notNull())
    .addColumn('state', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('board_versions_key', ['board', 'id'])
    .addUniqueConstraint('board_versions_in_order', ['board', 'number'])
    .execute();
}

export const versions: Migration = { up };
