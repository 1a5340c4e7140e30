// What seats answer in rounds. Answers go with their board: erasing it from the log erases them in the same transaction.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('board_answers')
    .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('seat', 'integer', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('board_answers_key', ['board', 'round', 'participant', 'seat', 'object'])
    .execute();
}

export const answers: Migration = { up };
