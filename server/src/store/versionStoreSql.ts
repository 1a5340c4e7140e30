// Versions in SQL tables, for SQLite and PostgreSQL alike. States are deflated away from the event loop and carry a checksum: a version
// that cannot be trusted is not brought back.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { type Kysely, type Selectable, sql } from 'kysely';
import { checksum, UnknownBoard } from './roomLog.ts';
import type { PersonChanges, Someone, Version, VersionHow, VersionStore } from './versionStore.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type VersionTables = {
  log_board: { board: string };
  board_versions: {
    board: string;
    id: string;
    /** Order of adding: two versions can have one instant. */
    number: number;
    at: number;
    seq: number;
    title: string | null;
    how: string;
    by_id: string | null;
    by_name: string | null;
    of_at: number | null;
    changes: string;
    crc: number;
    snapshot: Uint8Array;
    state: Uint8Array;
  };
};

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

const SHOWN = ['id', 'board', 'number', 'at', 'seq', 'title', 'how', 'by_id', 'by_name', 'of_at', 'changes'] as const;

type Row = Pick<Selectable<VersionTables['board_versions']>, (typeof SHOWN)[number]> & { readonly bytes: number };

const someone = ({ by_id, by_name }: Row): Someone | null => (by_id === null ? null : { id: by_id, name: by_name ?? '' });

const versionOf = (row: Row): Version => ({
  id: row.id,
  board: row.board,
  at: Number(row.at),
  seq: Number(row.seq),
  title: row.title,
  how: row.how as VersionHow,
  by: someone(row),
  ofAt: row.of_at === null ? null : Number(row.of_at),
  changes: JSON.parse(row.changes) as readonly PersonChanges[],
  bytes: Number(row.bytes),
});

export function createVersionStoreSql(db: Kysely<VersionTables>): VersionStore {
  return sayingUnavailable<VersionStore>({
    async add(version, { state, snapshot }) {
      const { id, board, at, seq, title, how, by, ofAt, changes } = version;
      const packed = await deflate(state);
      await db.transaction().execute(async (transaction) => {
        const known = await transaction.selectFrom('log_board').select('board').where('board', '=', board).executeTakeFirst();
        if (!known) throw new UnknownBoard(board);
        const last = await transaction
          .selectFrom('board_versions')
          .select(({ fn }) => fn.max('number').as('number'))
          .where('board', '=', board)
          .executeTakeFirst();
        await transaction
          .insertInto('board_versions')
          .values({
            board,
            id,
            number: Number(last?.number ?? 0) + 1,
            at,
            seq,
            title,
            how,
            by_id: by?.id ?? null,
            by_name: by?.name ?? null,
            of_at: ofAt,
            changes: JSON.stringify(changes),
            crc: checksum(board, seq, packed),
            snapshot,
            state: packed,
          })
          .execute();
      });
    },

    async list(board) {
      const rows = await db
        .selectFrom('board_versions')
        .select(SHOWN)
        .select(sql<number>`length(state) + length(snapshot)`.as('bytes'))
        .where('board', '=', board)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(versionOf);
    },

    async state(board, id) {
      const row = await db
        .selectFrom('board_versions')
        .select(['seq', 'crc', 'snapshot', 'state'])
        .where('board', '=', board)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row || checksum(board, Number(row.seq), row.state) !== Number(row.crc)) return undefined;
      return { state: new Uint8Array(await inflate(row.state)), snapshot: new Uint8Array(row.snapshot) };
    },

    async snapshot(board, id) {
      const row = await db.selectFrom('board_versions').select('snapshot').where('board', '=', board).where('id', '=', id).executeTakeFirst();
      return row && new Uint8Array(row.snapshot);
    },

    async thin(board, drop, changes) {
      if (drop.length === 0 && changes.size === 0) return;
      await db.transaction().execute(async (transaction) => {
        if (drop.length > 0) await transaction.deleteFrom('board_versions').where('board', '=', board).where('id', 'in', drop).execute();
        for (const [id, said] of changes)
          await transaction
            .updateTable('board_versions')
            .set({ changes: JSON.stringify(said) })
            .where('board', '=', board)
            .where('id', '=', id)
            .execute();
      });
    },

    async remove(board) {
      await db.deleteFrom('board_versions').where('board', '=', board).execute();
    },
  });
}
