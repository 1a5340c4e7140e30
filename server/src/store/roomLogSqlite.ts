// The board log in SQLite. Appends of all boards that arrive within a few milliseconds become one transaction (group commit):
// one fsync pays for everybody's keystrokes.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StatementSyncInstance } from '@photostructure/sqlite';
import {
  checksum,
  type Damage,
  type Entries,
  intactRows,
  type LogEntry,
  type LogRow,
  type RoomLog,
  type Snapshot,
  takeEntries,
  Unavailable,
  UnknownBoard,
} from './roomLog.ts';
import type { Database } from './sqlite.ts';

interface Append {
  readonly board: string;
  readonly entries: Entries;
  readonly resolve: (seq: number) => void;
  readonly reject: (failure: Error) => void;
}

export interface RoomLogSqliteOptions {
  /** Longest time an append waits for company, ms. The first after a quiet moment does not wait. */
  readonly windowMs?: number;
  readonly now?: () => number;
}

type StoredRow = LogRow & { readonly crc: number };
type StoredSnapshot = Omit<Snapshot, 'bytes'> & { readonly bytes: Uint8Array; readonly crc: number };

export function createRoomLogSqlite(database: Database, { windowMs = 14, now = Date.now }: RoomLogSqliteOptions = {}): RoomLog {
  const { raw } = database;
  const sql = {
    create: raw.prepare('insert into log_board (board, epoch, seq) values (?, 1, 0) on conflict do nothing'),
    head: raw.prepare('select epoch, seq from log_board where board = ?'),
    advance: raw.prepare('update log_board set seq = seq + ? where board = ? returning seq'),
    insert: raw.prepare('insert into log_row (board, seq, at, author, crc, bytes) values (?, ?, ?, ?, ?, ?)'),
    claim: raw.prepare('insert into log_client (board, client, owner) values (?, ?, ?) on conflict do nothing'),
    owners: raw.prepare('select client, owner from log_client where board = ?'),
    rows: raw.prepare('select seq, at, author, crc, bytes from log_row where board = ? and seq > ? order by seq'),
    snapshots: raw.prepare('select seq, at, hash, vector, crc, bytes from log_snapshot where board = ? order by seq desc'),
    newestSnapshot: raw.prepare('select max(seq) as seq from log_snapshot where board = ?'),
    keepSnapshot: raw.prepare('insert or replace into log_snapshot (board, seq, at, hash, vector, crc, bytes) values (?, ?, ?, ?, ?, ?, ?)'),
    dropRows: raw.prepare('delete from log_row where board = ? and seq <= ?'),
    dropSnapshots: raw.prepare(
      'delete from log_snapshot where board = ? and seq not in (select seq from log_snapshot where board = ? order by seq desc limit ?)',
    ),
    raiseEpoch: raw.prepare('update log_board set epoch = epoch + 1 where board = ? returning epoch'),
    quarantineRow: raw.prepare(
      "insert or ignore into log_quarantine (board, seq, part, found_at, bytes) select board, seq, 'row', ?, bytes from log_row where board = ? and seq = ?",
    ),
    quarantineSnapshot: raw.prepare(
      "insert or ignore into log_quarantine (board, seq, part, found_at, bytes) select board, seq, 'snapshot', ?, bytes from log_snapshot where board = ? and seq = ?",
    ),
    remove: raw.prepare('delete from log_board where board = ?'),
    removeQuarantine: raw.prepare('delete from log_quarantine where board = ?'),
  } satisfies Record<string, StatementSyncInstance>;

  /** A failure of storage becomes `Unavailable`. */
  const write = async <T>(work: () => T): Promise<T> => {
    try {
      return await database.durably(work);
    } catch (failure) {
      if (failure instanceof UnknownBoard) throw failure;
      throw new Unavailable('the board log cannot write', { cause: failure });
    }
  };

  const insert = (board: string, firstSeq: number, entries: readonly LogEntry[]): void => {
    let seq = firstSeq;
    for (const { bytes, at, author, claims } of entries) {
      sql.insert.run(board, seq, at, author, checksum(board, seq, bytes), bytes);
      for (const client of claims) sql.claim.run(board, client, author);
      seq++;
    }
  };

  let waiting: Append[] = [];
  let busy = false;
  let lastCommitAt = Number.NEGATIVE_INFINITY;

  /** One transaction at a time; whatever arrives while it is flushed goes into the next. */
  const schedule = (): void => {
    if (busy || waiting.length === 0) return;
    busy = true;
    const dueMs = lastCommitAt + windowMs - performance.now();
    if (dueMs <= 0) setImmediate(() => void commit());
    else setTimeout(() => void commit(), dueMs);
  };

  const commit = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    lastCommitAt = performance.now();
    try {
      const taken = batch.map(({ board, entries }) => ({ board, entries: takeEntries(entries) }));
      const seqs = await write(() =>
        taken.map(({ board, entries }) => {
          const head = sql.advance.get(entries.length, board) as { seq: number } | undefined;
          if (head) insert(board, head.seq - entries.length + 1, entries);
          return head?.seq;
        }),
      );
      batch.forEach(({ board, resolve, reject }, at) => {
        const seq = seqs[at];
        if (seq === undefined) reject(new UnknownBoard(board));
        else resolve(seq);
      });
    } catch (failure) {
      for (const { reject } of batch) reject(failure as Error);
    }
    busy = false;
    schedule();
  };

  const intactSnapshot = (board: string, stored: StoredSnapshot): Snapshot | undefined => {
    if (checksum(board, stored.seq, stored.bytes) !== stored.crc) return undefined;
    const { crc: _, bytes, ...rest } = stored;
    return { ...rest, bytes: new Uint8Array(inflateRawSync(bytes)) };
  };

  /** Copies what is damaged aside, if storage lets us: a copy that fails must not keep anybody from reading. */
  const quarantine = (board: string, damage: Damage | undefined): void => {
    if (!damage || damage.part === 'hole') return;
    const statement = damage.part === 'row' ? sql.quarantineRow : sql.quarantineSnapshot;
    try {
      statement.run(now(), board, damage.seq);
    } catch {
      // Nothing is lost: the damaged bytes stay where they are.
    }
  };

  const known = (board: string): { epoch: number; seq: number } => {
    const head = sql.head.get(board) as { epoch: number; seq: number } | undefined;
    if (!head) throw new UnknownBoard(board);
    return head;
  };

  return {
    create: (board, seed) =>
      write(() => {
        if (sql.create.run(board).changes === 0) return false;
        sql.advance.get(1, board);
        insert(board, 1, [seed]);
        return true;
      }),
    has: (board) => database.exclusive(() => sql.head.get(board) !== undefined),
    append: (board, entries) =>
      new Promise((resolve, reject) => {
        waiting.push({ board, entries, resolve, reject });
        schedule();
      }),
    open: (board) =>
      database.exclusive(() => {
        const head = sql.head.get(board) as { epoch: number; seq: number } | undefined;
        if (!head) return undefined;
        let snapshot: Snapshot | undefined;
        let damage: Damage | undefined;
        for (const stored of sql.snapshots.iterate(board) as Iterable<StoredSnapshot>) {
          snapshot = intactSnapshot(board, stored);
          if (snapshot) break;
          damage ??= { part: 'snapshot', seq: stored.seq };
        }
        // Rows after a damaged snapshot build on what it held: they are not applied to an older one.
        const tail = damage
          ? { rows: [], damage }
          : intactRows(board, snapshot?.seq ?? 0, head.seq, sql.rows.all(board, snapshot?.seq ?? 0) as StoredRow[]);
        quarantine(board, tail.damage);
        const owners = new Map((sql.owners.all(board) as { client: number; owner: string }[]).map(({ client, owner }) => [client, owner]));
        return { ...head, snapshot, owners, ...tail };
      }),
    readFrom: (board, afterSeq) =>
      database.exclusive(() => {
        const head = known(board);
        const covered = (sql.newestSnapshot.get(board) as { seq: number | null }).seq ?? 0;
        const from = Math.max(afterSeq, covered);
        const tail = intactRows(board, from, head.seq, sql.rows.all(board, from) as StoredRow[]);
        quarantine(board, tail.damage);
        return tail;
      }),
    compact: (board, snapshot, keep) => {
      const bytes = deflateRawSync(snapshot.bytes, { level: 1 });
      return write(() => {
        known(board);
        sql.keepSnapshot.run(board, snapshot.seq, snapshot.at, snapshot.hash, snapshot.vector, checksum(board, snapshot.seq, bytes), bytes);
        sql.dropRows.run(board, snapshot.seq);
        sql.dropSnapshots.run(board, board, keep);
      });
    },
    raiseEpoch: (board) =>
      write(() => {
        const raised = sql.raiseEpoch.get(board) as { epoch: number } | undefined;
        if (!raised) throw new UnknownBoard(board);
        return raised.epoch;
      }),
    async remove(board) {
      await write(() => {
        sql.remove.run(board);
        sql.removeQuarantine.run(board);
      });
      // The write-ahead log still holds what was erased until it is folded into the file.
      await database.exclusive(() => raw.exec('pragma wal_checkpoint(truncate)'));
    },
  };
}
