// Carried cards in a SQL table, for SQLite and PostgreSQL alike.
import type { Kysely, Selectable } from 'kysely';
import type { CarriedRow, CarriedStore } from './carriedStore.ts';
import { UnknownBoard } from './roomLog.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type CarriedTables = {
  log_board: { board: string };
  carried: {
    from_board: string;
    from_object: string;
    to_board: string;
    to_object: string;
    by_id: string;
    at: number;
    text: string;
  };
};

const rowOf = (row: Selectable<CarriedTables['carried']>): CarriedRow => ({
  from: { board: row.from_board, object: row.from_object },
  to: { board: row.to_board, object: row.to_object },
  by: row.by_id,
  at: Number(row.at),
  text: row.text,
});

export function createCarriedStoreSql(db: Kysely<CarriedTables>): CarriedStore {
  return sayingUnavailable<CarriedStore>({
    async add(rows) {
      if (rows.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        const boards = [...new Set(rows.flatMap(({ from, to }) => [from.board, to.board]))];
        const known = await transaction.selectFrom('log_board').select('board').where('board', 'in', boards).execute();
        const gone = boards.find((board) => !known.some((each) => each.board === board));
        if (gone !== undefined) throw new UnknownBoard(gone);
        await transaction
          .insertInto('carried')
          .values(
            rows.map(({ from, to, by, at, text }) => ({
              from_board: from.board,
              from_object: from.object,
              to_board: to.board,
              to_object: to.object,
              by_id: by,
              at,
              text,
            })),
          )
          .onConflict((conflict) => conflict.columns(['to_board', 'to_object']).doNothing())
          .execute();
      });
    },

    async above({ board, object }) {
      const row = await db.selectFrom('carried').selectAll().where('to_board', '=', board).where('to_object', '=', object).executeTakeFirst();
      return row && rowOf(row);
    },

    async below(of, max) {
      if (of.length === 0) return [];
      const rows = await db
        .selectFrom('carried')
        .selectAll()
        .where((each) => each.or(of.map(({ board, object }) => each.and([each('from_board', '=', board), each('from_object', '=', object)]))))
        .orderBy('at')
        .orderBy('to_object')
        .limit(max)
        .execute();
      return rows.map(rowOf);
    },
  });
}
