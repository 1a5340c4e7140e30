// Rounds that were open, in an SQL table, for SQLite and PostgreSQL alike.
import { type Kysely, sql } from 'kysely';
import type { ClosingStore } from './closingStore.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type ClosingTables = {
  log_board: { board: string };
  board_rounds: { board: string; round: string; workshop: string; closed_at: number | null };
};

export function createClosingStoreSql(db: Kysely<ClosingTables>): ClosingStore {
  return sayingUnavailable<ClosingStore>({
    async list(most) {
      // Those that are open first: they are watched.
      const rows = await db
        .selectFrom('board_rounds')
        .selectAll()
        .orderBy(sql`case when closed_at is null then 0 else 1 end`)
        .orderBy('closed_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ board, round, workshop, closed_at }) => ({
        workshopId: workshop,
        boardId: board,
        round,
        closedAt: closed_at === null ? null : Number(closed_at),
      }));
    },
    async note({ workshopId, boardId, round, closedAt }) {
      await db.transaction().execute(async (transaction) => {
        const known = await transaction.selectFrom('log_board').select('board').where('board', '=', boardId).executeTakeFirst();
        if (!known) return;
        await transaction
          .insertInto('board_rounds')
          .values({ board: boardId, round, workshop: workshopId, closed_at: closedAt })
          .onConflict((conflict) => conflict.columns(['board', 'round']).doUpdateSet({ closed_at: closedAt }))
          .execute();
      });
    },
  });
}
