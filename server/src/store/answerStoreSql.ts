// Answers in one SQL table, for SQLite and PostgreSQL alike.
import type { Kysely, Selectable } from 'kysely';
import type { Answer, AnswerStore } from './answerStore.ts';
import { UnknownBoard } from './roomLog.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type AnswerTables = {
  log_board: { board: string };
  board_answers: {
    board: string;
    round: string;
    participant: string;
    seat: number;
    object: string;
    /** JSON. */
    value: string;
    at: number;
  };
};

const answerOf = ({ value, seat, at, ...row }: Selectable<AnswerTables['board_answers']>): Answer => ({
  ...row,
  seat: Number(seat),
  at: Number(at),
  value: JSON.parse(value) as unknown,
});

export function createAnswerStoreSql(db: Kysely<AnswerTables>): AnswerStore {
  return sayingUnavailable<AnswerStore>({
    async put({ board, round, participant, seat, object, value, at }, check) {
      await db.transaction().execute(async (transaction) => {
        const known = await transaction.selectFrom('log_board').select('board').where('board', '=', board).executeTakeFirst();
        if (!known) throw new UnknownBoard(board);
        if (check) {
          const others = await transaction
            .selectFrom('board_answers')
            .selectAll()
            .where('board', '=', board)
            .where('round', '=', round)
            .where('participant', '=', participant)
            .where('seat', '=', seat)
            .where('object', '!=', object)
            .execute();
          check(others.map(answerOf));
        }
        const said = { value: JSON.stringify(value), at };
        await transaction
          .insertInto('board_answers')
          .values({ board, round, participant, seat, object, ...said })
          .onConflict((conflict) => conflict.columns(['board', 'round', 'participant', 'seat', 'object']).doUpdateSet(said))
          .execute();
      });
    },

    async withdraw({ board, round, participant, seat }, object) {
      const gone = await db
        .deleteFrom('board_answers')
        .where('board', '=', board)
        .where('round', '=', round)
        .where('participant', '=', participant)
        .where('seat', '=', seat)
        .where('object', '=', object)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },

    async ofParticipant(board, round, participant) {
      const rows = await db
        .selectFrom('board_answers')
        .selectAll()
        .where('board', '=', board)
        .where('round', '=', round)
        .where('participant', '=', participant)
        .execute();
      return rows.map(answerOf);
    },

    async all(board, round) {
      const rows = await db.selectFrom('board_answers').selectAll().where('board', '=', board).where('round', '=', round).execute();
      return rows.map(answerOf);
    },

    async remove(board) {
      await db.deleteFrom('board_answers').where('board', '=', board).execute();
    },
  });
}
