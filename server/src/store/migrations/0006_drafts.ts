// Who has a draft of their own beside a board, and which document it is. The document lies in the log under an id that says nothing.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('drafts')
    .addColumn('board', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull().unique())
    .addColumn('begun', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('drafts_key', ['board', 'participant'])
    .execute();
}

export const drafts: Migration = { up };
