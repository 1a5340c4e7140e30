// The opened SQLite database: one file, one connection, shared by the board log and the query builder. Opening brings the tables
// up to date. Durability is set here: WAL with synchronous=FULL, so a commit that returned survives a crash and a power cut
// (https://www.sqlite.org/pragma.html#pragma_synchronous).
//
// The board log commits many times a second. On a fast disk waiting for each commit is cheapest; on a slow one the event loop would
// stand still. There `durably` commits with synchronous=NORMAL, which writes the WAL without waiting for the disk, and flushes the WAL
// file from a thread of libuv's pool before it resolves. That is the same promise in the same order: in WAL mode a commit is durable
// once its frames in the WAL are (https://www.sqlite.org/wal.html), and a checkpoint flushes the WAL itself before it moves anything.
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
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
  /** Runs `work` in one transaction and resolves once it is on disk, without blocking for a slow disk. Rejects, and nothing of it stays, if `work` throws. */
  durably<T>(work: () => T): Promise<T>;
  /** Writes a consistent copy of the whole database to a new file, without traces of deleted content. */
  copyTo(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Where commits take longer on average, ms, they are waited for in the background … */
const SLOW_MS = 4;
/** … until so many flushes in a row took less than half of it. */
const QUICK_FLUSHES = 100;

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
  // Made by the migrations at the latest; the same file for as long as the connection is open. It carries none of SQLite's locks.
  const wal: FileHandle | undefined = path === ':memory:' ? undefined : await open(`${path}-wal`, 'r+');
  // The name of a new file is durable only with its folder.
  if (wal) await flushFolder(dirname(path));
  const begin = raw.prepare('begin immediate');
  const commit = raw.prepare('commit');
  const transaction = <T>(work: () => T): T => {
    try {
      begin.run();
      const result = work();
      commit.run();
      return result;
    } catch (failure) {
      if (raw.isOpen && raw.isTransaction) raw.exec('rollback');
      throw failure;
    }
  };
  let slowDisk = false;
  let commitMs = 0;
  let quickFlushes = 0;

  return {
    kysely,
    raw,
    exclusive,
    async durably(work) {
      if (!wal || !slowDisk) {
        const startedAt = performance.now();
        const result = await exclusive(() => transaction(work));
        // A moving average: one late commit says nothing about the disk.
        commitMs = commitMs * 0.95 + (performance.now() - startedAt) * 0.05;
        if (commitMs > SLOW_MS) slowDisk = true;
        return result;
      }
      const result = await exclusive(() => {
        raw.exec('pragma synchronous = normal');
        try {
          return transaction(work);
        } finally {
          if (raw.isOpen) raw.exec('pragma synchronous = full');
        }
      });
      const startedAt = performance.now();
      await wal.datasync();
      quickFlushes = performance.now() - startedAt < SLOW_MS / 2 ? quickFlushes + 1 : 0;
      if (quickFlushes >= QUICK_FLUSHES) {
        quickFlushes = 0;
        slowDisk = false;
        commitMs = 0;
      }
      return result;
    },
    copyTo: (to) => exclusive(() => void raw.prepare('vacuum into ?').run(to)),
    async close() {
      await kysely.destroy();
      await wal?.close();
      await exclusive(() => raw.close());
    },
  };
}

async function flushFolder(folder: string): Promise<void> {
  // Windows knows no flushing of folders; its file system keeps names by its own journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
