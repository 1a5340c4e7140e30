// Kysely over one synchronous SQLite connection. Everybody who uses the connection takes turns through one lock, so that a
// transaction of the query builder and a commit of the board log never meet inside each other.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** A first-come, first-served lock. Free most of the time, so `take` calls back at once, without waiting for a microtask. */
export interface Turnstile {
  /** Calls `enter` as soon as it is this caller's turn. `enter` gets the function that lets the next one in. */
  take(enter: (leave: () => void) => void): void;
}

export function createTurnstile(): Turnstile {
  const waiting: ((leave: () => void) => void)[] = [];
  let busy = false;
  const admit = (enter: (leave: () => void) => void): void => {
    busy = true;
    let left = false;
    enter(() => {
      if (left) return;
      left = true;
      busy = false;
      const next = waiting.shift();
      if (next) admit(next);
    });
  };
  return {
    take(enter) {
      if (busy) waiting.push(enter);
      else admit(enter);
    },
  };
}

function connectionOver(raw: DatabaseSyncInstance): DatabaseConnection {
  return {
    executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const statement = raw.prepare(query.sql);
      const parameters = query.parameters as unknown[];
      if (statement.columns().length > 0) return Promise.resolve({ rows: statement.all(...parameters) as R[] });
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) });
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      for (const row of raw.prepare(query.sql).iterate(...(query.parameters as unknown[]))) yield { rows: [row as R] };
    },
  };
}

export function sqliteDialect(raw: DatabaseSyncInstance, turnstile: Turnstile): Dialect {
  const connection = connectionOver(raw);
  let leave = (): void => {};
  const run = (sql: string): Promise<void> => Promise.resolve(raw.exec(sql));
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: () =>
      new Promise((resolve) => {
        turnstile.take((done) => {
          leave = done;
          resolve(connection);
        });
      }),
    releaseConnection: () => Promise.resolve(leave()),
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => Promise.resolve(),
  };
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}
