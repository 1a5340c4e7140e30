// The opened SQLite database: one file, one connection, shared by the board log and the query builder. Opening brings the tables
// up to date. Durability is set here: WAL with synchronous=FULL, so a commit that returned survives a crash and a power cut
// (https://www.sqlite.org/pragma.html#pragma_synchronous).
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/index.ts';
import { createTurnstile, sqliteDialect } from './sqliteDialect.ts';

export interface Database {
  /** Typed by its users: `database.kysely.withTables<MyTables>()`. */
  readonly kysely: Kysely<unknown>;
  /** For the board log's prepared statements. Use it only inside `exclusive`. */
  readonly raw: DatabaseSyncInstance;
  /** Runs `work`, which must be synchronous, when no query or transaction of the query builder is under way. Rejects with what `work` throws. */
  exclusive<T>(work: () => T): Promise<T>;
  /** Writes a consistent copy of the whole database to a new file, without traces of deleted content. */
  copyTo(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens or makes the database at `path` (`:memory:` for tests). Throws if the file is no database or a migration fails. */
export async function openSqlite(path: string): Promise<Database> {
  const raw = new DatabaseSync(path);
  raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma foreign_keys = on; pragma secure_delete = on');
  const turnstile = createTurnstile();
  const kysely = new Kysely<unknown>({ dialect: sqliteDialect(raw, turnstile) });
  const { error } = await new Migrator({ db: kysely, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateToLatest();
  if (error) {
    raw.close();
    throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
  }
  const exclusive = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      turnstile.take((leave) => {
        try {
          resolve(work());
        } catch (failure) {
          reject(failure);
        } finally {
          leave();
        }
      });
    });
  return {
    kysely,
    raw,
    exclusive,
    copyTo: (to) => exclusive(() => void raw.prepare('vacuum into ?').run(to)),
    async close() {
      await kysely.destroy();
      await exclusive(() => raw.close());
    },
  };
}
