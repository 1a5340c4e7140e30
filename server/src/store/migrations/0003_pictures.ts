// Pictures of boards, in the same file as everything else: one file is the whole backup. The small size stands before the large
// one, because SQLite walks through what is before a column to reach it.
import { type Kysely, type Migration, sql } from 'kysely';

export const pictures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('picture')
      .addColumn('board', 'text', (column) => column.notNull().references('log_board.board').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('thumbnail', 'blob', (column) => column.notNull())
      .addColumn('full', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('picture_key', ['board', 'id'])
      .modifyEnd(sql`strict`)
      .execute();
  },
};
