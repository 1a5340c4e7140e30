// Which rounds of boards were open, and since when they are closed. It goes with the board, as answers do.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('board_rounds')
    .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('workshop', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .addPrimaryKeyConstraint('board_rounds_key', ['board', 'round'])
    .execute();
}

export const rounds: Migration = { up };
