// Where a marketplace's people are: what was published, the groups that were made of it, and each seat's place. It goes with its board.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('market_plans')
    .addColumn('board', 'text', (column) => column.primaryKey().references('log_board.board').onDelete('cascade'))
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('template', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('market_groups')
    .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('group_board', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('harvest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('market_groups_key', ['board', 'topic'])
    .execute();
  await schema
    .createTable('market_seats')
    .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('seat', 'integer', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('waiting', 'text')
    .addColumn('waiting_since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('market_seats_key', ['board', 'participant', 'seat'])
    .execute();
}

export const places: Migration = { up };
