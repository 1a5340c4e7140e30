// Drafts in an SQL table, for SQLite and PostgreSQL alike.
import type { Kysely, Selectable } from 'kysely';
import type { Draft, DraftStore } from './draftStore.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type DraftTables = { drafts: { board: string; participant: string; document: string; begun: number } };

/** Rows one statement names: below what any SQLite takes (https://www.sqlite.org/limits.html#max_variable_number). */
const NAMED_AT_ONCE = 500;

const draftOf = ({ board, participant, document, begun }: Selectable<DraftTables['drafts']>): Draft => ({
  board,
  participant,
  document,
  hasBegun: begun === 1,
});

export function createDraftStoreSql(db: Kysely<DraftTables>): DraftStore {
  return sayingUnavailable<DraftStore>({
    async add({ board, participant, document }) {
      await db
        .insertInto('drafts')
        .values({ board, participant, document, begun: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = db.selectFrom('drafts').selectAll().where('board', '=', board).where('participant', '=', participant);
      return draftOf(await kept.executeTakeFirstOrThrow());
    },
    list: async (board) => (await db.selectFrom('drafts').selectAll().where('board', '=', board).execute()).map(draftOf),
    boards: async () => (await db.selectFrom('drafts').select('board').distinct().execute()).map((row) => row.board),
    async begin(document) {
      const of = await db
        .updateTable('drafts')
        .set({ begun: 1 })
        .where('document', '=', document)
        .where('begun', '=', 0)
        .returningAll()
        .executeTakeFirst();
      return of && draftOf(of);
    },
    async remove(documents) {
      for (let at = 0; at < documents.length; at += NAMED_AT_ONCE) {
        await db
          .deleteFrom('drafts')
          .where('document', 'in', documents.slice(at, at + NAMED_AT_ONCE))
          .execute();
      }
    },
  });
}
