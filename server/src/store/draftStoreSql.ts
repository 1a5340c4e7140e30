// Drafts in an SQL table, for SQLite and PostgreSQL alike.
import type { Kysely, Selectable } from 'kysely';
import type { Draft, DraftStore } from './draftStore.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type DraftTables = { drafts: { board: string; participant: string; document: string; begun: number } };

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
    async remove(document) {
      await db.deleteFrom('drafts').where('document', '=', document).execute();
    },
  });
}
