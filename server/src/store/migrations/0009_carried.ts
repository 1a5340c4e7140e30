// Where carried cards came from. A row goes with either of its boards.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('carried')
    .addColumn('from_board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('from_object', 'text', (column) => column.notNull())
    .addColumn('to_board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('to_object', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    // As the card was called when it was carried: what has changed since is told by it.
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('carried_key', ['to_board', 'to_object'])
    .execute();
  await schema.createIndex('carried_from').on('carried').columns(['from_board', 'from_object']).execute();
}

export const carried: Migration = { up };
