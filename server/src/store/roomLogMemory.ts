// The board log in memory: for tests and for rehearsals that must leave no trace. Same promises as the others except durability.
import { checksum, intactRows, type LogEntry, type LogRow, type RoomLog, type Snapshot, takeEntries, UnknownBoard } from './roomLog.ts';

interface Board {
  epoch: number;
  seq: number;
  rows: (LogRow & { readonly crc: number })[];
  snapshots: Snapshot[];
  readonly owners: Map<number, string>;
}

export function createRoomLogMemory(): RoomLog {
  const boards = new Map<string, Board>();
  const boardOf = (id: string): Board => {
    const board = boards.get(id);
    if (!board) throw new UnknownBoard(id);
    return board;
  };
  const add = (id: string, board: Board, entry: LogEntry): void => {
    board.seq++;
    board.rows.push({ seq: board.seq, at: entry.at, author: entry.author, bytes: entry.bytes, crc: checksum(id, board.seq, entry.bytes) });
    for (const client of entry.claims) if (!board.owners.has(client)) board.owners.set(client, entry.author);
  };
  const after = (id: string, board: Board, seq: number) =>
    intactRows(
      id,
      seq,
      board.seq,
      board.rows.filter((row) => row.seq > seq),
    );

  return {
    async create(id, seed) {
      if (boards.has(id)) return false;
      const board: Board = { epoch: 1, seq: 0, rows: [], snapshots: [], owners: new Map() };
      add(id, board, seed);
      boards.set(id, board);
      return true;
    },
    has: async (id) => boards.has(id),
    async append(id, entries) {
      const board = boardOf(id);
      for (const entry of takeEntries(entries)) add(id, board, entry);
      return board.seq;
    },
    async open(id) {
      const board = boards.get(id);
      if (!board) return undefined;
      const snapshot = board.snapshots.at(-1);
      return { epoch: board.epoch, seq: board.seq, snapshot, owners: new Map(board.owners), ...after(id, board, snapshot?.seq ?? 0) };
    },
    async readFrom(id, afterSeq) {
      const board = boardOf(id);
      return after(id, board, Math.max(afterSeq, board.snapshots.at(-1)?.seq ?? 0));
    },
    async compact(id, snapshot, keep) {
      const board = boardOf(id);
      board.snapshots = [...board.snapshots.filter((each) => each.seq < snapshot.seq), snapshot].slice(-keep);
      board.rows = board.rows.filter((row) => row.seq > snapshot.seq);
    },
    async raiseEpoch(id) {
      return ++boardOf(id).epoch;
    },
    async remove(id) {
      boards.delete(id);
    },
  };
}
