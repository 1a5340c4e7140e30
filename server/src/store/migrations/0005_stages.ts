// What a board's table is doing: its stage, whose names its cards carry, whether the table is ready.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  // One by one: SQLite adds one column a statement.
  await schema
    .alterTable('workshop_boards')
    .addColumn('stage', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('workshop_boards')
    .addColumn('authorship', 'text', (column) => column.notNull().defaultTo('named'))
    .execute();
  await schema
    .alterTable('workshop_boards')
    .addColumn('ready', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

export const stages: Migration = { up };
