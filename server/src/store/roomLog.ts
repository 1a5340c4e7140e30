// The board log: what makes "saved" true. Append-only rows with a checksum each, snapshots, and which participant owns which Yjs
// client id. It knows bytes and sequence numbers, not what is in a document.
//
// Promises of every adapter (tests/contracts/roomLog.test.ts):
//   append resolves only when the rows are durable · rows of one call are all there or none · sequence numbers have no holes ·
//   a board is never made by appending · claims are stored in the same transaction as the rows that made them · damage is
//   found, reported and copied aside, never repaired by overwriting.
import { crc32 } from 'node:zlib';

/** Owner of client ids the server itself writes with: the seed and trusted edits. No participant can have it. */
export const SERVER_OWNER = '';

export interface LogEntry {
  /** A Yjs update, V1. */
  readonly bytes: Uint8Array;
  /** Server time, ms. */
  readonly at: number;
  /** Participant id, or SERVER_OWNER. */
  readonly author: string;
  /** Yjs client ids first used here: from now on they belong to `author`. */
  readonly claims: readonly number[];
}

export interface LogRow {
  readonly seq: number;
  readonly at: number;
  readonly author: string;
  readonly bytes: Uint8Array;
}

export interface Snapshot {
  /** Everything up to this sequence number is in it. */
  readonly seq: number;
  readonly at: number;
  /** `contentHash` of the document. */
  readonly hash: string;
  /** Encoded state of a garbage-collected document, V1, not compressed. */
  readonly bytes: Uint8Array;
  /** Its state vector. */
  readonly vector: Uint8Array;
}

/** The first place where what was stored is not what was written. What is before it is good. */
export interface Damage {
  readonly part: 'row' | 'snapshot' | 'hole';
  readonly seq: number;
}

export interface StoredBoard {
  /** Raised when a board is restored or content is erased: copies of another epoch must not come back. */
  readonly epoch: number;
  /** The newest sequence number given out. */
  readonly seq: number;
  readonly snapshot: Snapshot | undefined;
  /** Rows after the snapshot, in order, up to the first damage. */
  readonly rows: readonly LogRow[];
  readonly owners: ReadonlyMap<number, string>;
  readonly damage: Damage | undefined;
}

/** Rows, or where to take them from when the commit begins: what arrives while an append waits for its turn can still go with it. */
export type Entries = readonly LogEntry[] | (() => readonly LogEntry[]);

export const takeEntries = (entries: Entries): readonly LogEntry[] => (typeof entries === 'function' ? entries() : entries);

export interface RoomLog {
  /** Makes a board with its first row. Returns false, and changes nothing, if it exists: a board is seeded once. */
  create(board: string, seed: LogEntry): Promise<boolean>;
  has(board: string): Promise<boolean>;
  /** Returns the sequence number of the last entry. Rejects with `Unavailable` when storage fails, with `UnknownBoard` where there is none. */
  append(board: string, entries: Entries): Promise<number>;
  /** The newest good snapshot and the rows after it; undefined for an unknown board. */
  open(board: string): Promise<StoredBoard | undefined>;
  /** Rows after `afterSeq` that are still rows, for history and for other nodes. */
  readFrom(board: string, afterSeq: number): Promise<{ readonly rows: readonly LogRow[]; readonly damage: Damage | undefined }>;
  /** Puts a snapshot in place of the rows it covers, in one transaction, and keeps `keep` snapshots. */
  compact(board: string, snapshot: Snapshot, keep: number): Promise<void>;
  /** Returns the new epoch. */
  raiseEpoch(board: string): Promise<number>;
  /** Erases a board with everything that belongs to it. */
  remove(board: string): Promise<void>;
}

/** The world, not the caller, is at fault: disk full, database gone. Trying again may help. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

export class UnknownBoard extends Error {
  override readonly name = 'UnknownBoard';
}

/** CRC-32 (ISO 3309) over the bytes and the place they belong to, so that a row under a wrong key is damage too. */
export const checksum = (board: string, seq: number, bytes: Uint8Array): number => crc32(bytes, crc32(`${board}/${seq}`));

/** Rows up to the first that is damaged or missing. `head` is the newest sequence number given out. */
export function intactRows(
  board: string,
  afterSeq: number,
  head: number,
  rows: Iterable<LogRow & { readonly crc: number }>,
): { readonly rows: readonly LogRow[]; readonly damage: Damage | undefined } {
  const good: LogRow[] = [];
  let next = afterSeq + 1;
  for (const { crc, ...row } of rows) {
    if (row.seq !== next) return { rows: good, damage: { part: 'hole', seq: next } };
    if (checksum(board, row.seq, row.bytes) !== crc) return { rows: good, damage: { part: 'row', seq: row.seq } };
    good.push(row);
    next++;
  }
  return { rows: good, damage: next <= head ? { part: 'hole', seq: next } : undefined };
}
