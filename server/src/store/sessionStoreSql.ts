// Sessions in an SQL table, for SQLite and PostgreSQL alike.
import type { Kysely, Selectable } from 'kysely';
import type { Session, SessionStore } from './sessionStore.ts';
import type { WorkshopTables } from './workshopTables.ts';
import { sayingUnavailable } from './worldFaults.ts';

const sessionOf = (row: Selectable<WorkshopTables['sessions']>): Session => ({
  tokenHash: row.token_hash,
  role: row.role as Session['role'],
  subjectId: row.subject_id,
  name: row.name,
  workshopId: row.workshop_id,
  linkId: row.link_id,
  createdAt: Number(row.created_at),
  expiresAt: Number(row.expires_at),
});

export function createSessionStore(db: Kysely<WorkshopTables>): SessionStore {
  const rows: SessionStore = {
    async add({ tokenHash, role, subjectId, name, workshopId, linkId, createdAt, expiresAt }) {
      await db
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          role,
          subject_id: subjectId,
          name,
          workshop_id: workshopId,
          link_id: linkId,
          created_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
    },
    async byHash(tokenHash) {
      const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row && sessionOf(row);
    },
    async end(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
    async endOf(whose) {
      const [column, value] = 'linkId' in whose ? (['link_id', whose.linkId] as const) : (['subject_id', whose.subjectId] as const);
      const rows = await db.selectFrom('sessions').select('token_hash').where(column, '=', value).execute();
      await db.deleteFrom('sessions').where(column, '=', value).execute();
      return rows.map((row) => row.token_hash);
    },
    async sweep(now) {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    },
  };
  return sayingUnavailable(rows);
}
