import { type RoomLog, UnknownBoard } from '@masa/server/store/roomLog';
import { createRoomLogMemory } from '@masa/server/store/roomLogMemory';
import { createRoomLogSqlite } from '@masa/server/store/roomLogSqlite';
import { type Database, openSqlite } from '@masa/server/store/sqlite';
import { contentHash, objectsOf } from '@masa/shared/document';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { type BoardServer, freshPath, openBoardServer, seedOf } from '../support/serverBoards.ts';

let server: BoardServer;
let database: Database | undefined;
afterEach(async () => {
  await server.close();
  await database?.close();
  database = undefined;
});

const join = async (who: string, board = 'b1', doc = new Y.Doc()): Promise<Peer> => {
  const peer = openPeer(server.url, board, `ticket-${who}`, { ack: true, doc });
  await peer.synced;
  return peer;
};
const saved = (peer: Peer) => expect.poll(() => peer.durable === peer.sent, { interval: 5, timeout: 10_000 }).toBe(true);
const idsIn = async (board = 'b1'): Promise<string[]> => (await server.rooms.read(board)).records.map((record) => record.id).sort();

test('ROOM-1 a board is seeded once, however often it is asked for', async () => {
  server = await openBoardServer();
  await server.rooms.create('b1', seedOf());
  await server.rooms.create('b1', seedOf());
  expect((await server.log.open('b1'))?.rows.length).toBe(1);
  await expect(server.rooms.read('unknown')).rejects.toBeInstanceOf(UnknownBoard);
  await expect(server.rooms.withBoard('unknown', [])).rejects.toBeInstanceOf(UnknownBoard);
});

test('ROOM-2 edits of the server go the same way as everybody’s: durable, then seen', async () => {
  server = await openBoardServer();
  const ana = await join('ana');
  const changes: [string, number][] = [];
  server.rooms.onChanged((board, seq) => changes.push([board, seq]));
  const seq = await server.rooms.withBoard('b1', [
    createEdit({ id: 's1', text: 'from the server', facets: { author: { id: 'anybody', name: 'A', library: '', region: '' } } }),
  ]);
  expect((await server.log.open('b1'))?.seq).toBe(seq);
  expect(changes).toEqual([['b1', seq]]);
  await expect.poll(() => objectsOf(ana.doc).get('s1')?.get('text')?.toString()).toBe('from the server');
  expect(await server.rooms.read('b1')).toMatchObject({ seq, records: [{ id: 's1', text: 'from the server' }] });
});

test('ROOM-3 records keep their identity between reads while nothing in them changes', async () => {
  server = await openBoardServer();
  await server.rooms.withBoard('b1', [createEdit({ id: 'c1' }), createEdit({ id: 'c2' })]);
  const before = await server.rooms.read('b1');
  await server.rooms.withBoard('b1', [{ do: 'set', id: 'c2', facet: 'notes', value: 'x' }]);
  const after = await server.rooms.read('b1');
  expect(after.records[0]).toBe(before.records[0]);
  expect(after.records[1]).not.toBe(before.records[1]);
});

test('ROOM-4 a right that is taken away closes the socket, one that becomes smaller stops writing, one that grows brings what waited', async () => {
  server = await openBoardServer();
  const [ana, bob, eva] = [await join('ana'), await join('bob'), await join('eva')];
  server.rights.set('ana', 'none');
  server.rights.set('bob', 'read');
  server.rooms.reconsider('b1');
  expect(await ana.closed).toBe('forbidden');
  await expect.poll(() => bob.receipts).toContainEqual({ kind: 'right', right: 'read' });
  bob.edit(createEdit({ id: 'late' }));
  await expect.poll(() => bob.receipts).toContainEqual({ kind: 'refused', frame: 2, reason: 'read-only' });
  expect(await idsIn()).toEqual([]);
  server.rights.set('bob', 'write');
  server.rooms.reconsider();
  await expect.poll(() => objectsOf(eva.doc).has('late')).toBe(true);
});

test('ROOM-5 an empty board is put away after its grace time, with a snapshot, and opens again as it was', async () => {
  let at = 1_000_000;
  database = await openSqlite(freshPath());
  server = await openBoardServer({ log: createRoomLogSqlite(database), now: () => at, tickMs: 10, graceMs: 30_000 });
  const ana = await join('ana');
  ana.edit(createEdit({ id: 'c1', text: 'one' }));
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'two' });
  await saved(ana);
  await ana.close();
  expect(server.rooms.size.rooms).toBe(1);
  await expect.poll(() => server.rooms.members('b1').length).toBe(0);
  at += 30_001;
  await expect.poll(() => server.rooms.size.rooms).toBe(0);
  expect(await server.log.open('b1')).toMatchObject({ seq: 3, rows: [], snapshot: { seq: 3, hash: contentHash(ana.doc) } });
  const again = await join('bob');
  expect(contentHash(again.doc)).toBe(contentHash(ana.doc));
  // Its own ids and owners are still known.
  const back = await join('ana', 'b1', ana.doc);
  back.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'three' });
  await saved(back);
});

test('ROOM-6 joining, writing and leaving while the board is being put away loses nothing', async () => {
  const inner = createRoomLogMemory();
  let turn = 0;
  const later = async (): Promise<void> => {
    turn = (turn * 7 + 3) % 5;
    for (let n = turn; n > 0; n--) await new Promise((resolve) => setImmediate(resolve));
  };
  const log: RoomLog = {
    ...inner,
    open: (board) => later().then(() => inner.open(board)),
    append: (board, entries) => later().then(() => inner.append(board, entries)),
    compact: (board, snapshot, keep) => later().then(() => inner.compact(board, snapshot, keep)),
  };
  server = await openBoardServer({ log, graceMs: 0, tickMs: 1 });
  const written: string[] = [];
  for (let n = 0; n < 150; n++) {
    const peer = await join(`p${n % 4}`);
    peer.edit(createEdit({ id: `c${n}` }));
    await saved(peer);
    written.push(`c${n}`);
    peer.socket.close();
    await expect.poll(() => n % 5 !== 0 || server.rooms.size.rooms === 0, { interval: 1, timeout: 10_000 }).toBe(true);
  }
  expect(await idsIn()).toEqual(written.sort());
  expect(server.notes.filter(({ event }) => event === 'room.opened').length).toBeGreaterThan(3);
});

test('ROOM-7 a board that cannot be loaded accepts nothing and changes nothing, and opens once it can', async () => {
  const inner = createRoomLogMemory();
  let broken = false;
  server = await openBoardServer({ log: { ...inner, open: (board) => (broken ? Promise.reject(new Error('read error')) : inner.open(board)) } });
  await server.rooms.withBoard('b1', [createEdit({ id: 'c1' })]);
  await server.rooms.remove('b1');
  await server.rooms.create('b1', seedOf());
  broken = true;
  const doc = new Y.Doc();
  const peer = openPeer(server.url, 'b1', 'ticket-ana', { doc });
  peer.edit(createEdit({ id: 'c2' }));
  await peer.closed;
  expect((await inner.open('b1'))?.seq).toBe(1);
  broken = false;
  const back = await join('ana', 'b1', doc);
  await saved(back);
  expect(await idsIn()).toEqual(['c2']);
});

test('ROOM-8 many who come at once open a board once, and none is answered before it is there', async () => {
  const inner = createRoomLogMemory();
  let opens = 0;
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const log: RoomLog = {
    ...inner,
    async open(board) {
      await held;
      opens++;
      return inner.open(board);
    },
  };
  server = await openBoardServer({ log });
  await inner.append('b1', [{ bytes: Y.encodeStateAsUpdate(board('c1')), at: 0, author: '', claims: [] }]);
  const peers = Array.from({ length: 40 }, (_, n) => openPeer(server.url, 'b1', `ticket-p${n}`));
  release();
  await Promise.all(peers.map((peer) => peer.synced));
  expect(opens).toBe(1);
  expect(peers.every((peer) => objectsOf(peer.doc).has('c1'))).toBe(true);
});

const board = (id: string): Y.Doc => {
  const doc = new Y.Doc();
  objectsOf(doc).set(id, new Y.Map([['type', 'card']]));
  return doc;
};

test('ROOM-9 a damaged board opens read-only at the last good point, and what is stored stays as it is', async () => {
  database = await openSqlite(freshPath());
  const log = createRoomLogSqlite(database);
  server = await openBoardServer({ log, graceMs: 0, tickMs: 5 });
  for (const id of ['c1', 'c2', 'c3']) await server.rooms.withBoard('b1', [createEdit({ id })]);
  await server.close();
  const raw = database.raw;
  await database.exclusive(() => raw.exec('delete from log_snapshot'));
  // Three good rows, then one with its tail zeroed.
  const rows = ['d1', 'd2', 'd3'].map((id) => ({ bytes: Y.encodeStateAsUpdate(board(id)), at: 0, author: 'ana', claims: [] }));
  await database.exclusive(() => raw.exec('delete from log_row; update log_board set seq = 0'));
  await log.append('b1', [{ bytes: seedOf(), at: 0, author: '', claims: [] }, ...rows]);
  const zeroed = new Uint8Array(rows[2]?.bytes ?? []).fill(0, 10);
  await database.exclusive(() => raw.prepare('update log_row set bytes = ? where seq = 4').run(zeroed));
  const stored = () => (database as Database).exclusive(() => JSON.stringify(raw.prepare('select seq, hex(bytes) as hex from log_row').all()));
  const before = await stored();
  server = await openBoardServer({ log, boards: [] });
  const ana = await join('ana');
  expect([...objectsOf(ana.doc).keys()].sort()).toEqual(['d1', 'd2']);
  ana.edit(createEdit({ id: 'new' }));
  await expect.poll(() => ana.receipts).toContainEqual({ kind: 'refused', frame: 2, reason: 'board-damaged' });
  await expect(server.rooms.withBoard('b1', [createEdit({ id: 'x' })])).rejects.toThrow('damaged');
  await server.close();
  expect(await stored()).toBe(before);
  expect(server.notes).toContainEqual({ event: 'room.damaged', fields: { board: 'b1', part: 'row', seq: 4 } });
});

test('ROOM-10 a closing server tells everybody to come back, and everything receipted is stored', async () => {
  database = await openSqlite(freshPath());
  const log = createRoomLogSqlite(database);
  server = await openBoardServer({ log });
  const peers = await Promise.all(['ana', 'bob', 'eva'].map((who) => join(who)));
  for (const [n, peer] of peers.entries()) peer.edit(createEdit({ id: `c${n}` }));
  await Promise.all(peers.map(saved));
  const [, ...codes] = await Promise.all([server.close(), ...peers.map((peer) => peer.closed)]);
  expect(codes).toEqual(['goingAway', 'goingAway', 'goingAway']);
  server = await openBoardServer({ log, boards: [] });
  expect(await idsIn()).toEqual(['c0', 'c1', 'c2']);
});

test('ROOM-11 a board that is removed is closed for everybody and stays gone', async () => {
  server = await openBoardServer();
  const ana = await join('ana');
  await server.rooms.remove('b1');
  expect(await ana.closed).toBe('boardGone');
  const back = openPeer(server.url, 'b1', 'ticket-ana', { doc: ana.doc });
  await back.closed;
  expect(await server.rooms.has('b1')).toBe(false);
});

test('ROOM-12 a reader that does not read is closed and told to come back; nobody else waits', async () => {
  server = await openBoardServer({ sync: { writesPerSecond: 100_000 } });
  const [slow, ana, bob] = [await join('slow'), await join('ana'), await join('bob')];
  slow.socket.pause();
  const notes = 'x'.repeat(60_000);
  ana.edit(createEdit({ id: 'c1' }));
  for (let n = 0; n < 400 && server.rooms.members('b1').length === 3; n++) {
    ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: `${n}${notes}` });
    if (n % 20 === 0) await saved(ana);
  }
  await expect.poll(() => server.rooms.members('b1').length).toBe(2);
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'short' });
  await expect.poll(() => objectsOf(bob.doc).get('c1')?.get('notes'), { timeout: 5_000 }).toBe('short');
  slow.socket.terminate();
});

test('ROOM-13 a board nobody changes is kept as bytes, and wakes when somebody does', async () => {
  let at = 1_000_000;
  server = await openBoardServer({ now: () => at, tickMs: 10, sleepMs: 10_000, quietMs: 1e9 });
  const ana = await join('ana');
  ana.edit(createEdit({ id: 'c1', text: 'one' }));
  await saved(ana);
  at += 11_000;
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'a' });
  await saved(ana);
  at += 11_000;
  const late = await join('bob');
  expect(contentHash(late.doc)).toBe(contentHash(ana.doc));
  await late.close();
  const knows = await join('bob', 'b1', late.doc);
  knows.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'b' });
  await saved(knows);
  await expect.poll(() => objectsOf(ana.doc).get('c1')?.get('notes')).toBe('b');
});

test('ROOM-14 a long log becomes a snapshot while people go on working', async () => {
  database = await openSqlite(freshPath());
  const log = createRoomLogSqlite(database);
  server = await openBoardServer({ log, quietMs: 60, tickMs: 10, sync: { writesPerSecond: 100_000 } });
  const ana = await join('ana');
  ana.edit(createEdit({ id: 'c1' }));
  for (let n = 0; n < 1_100; n++) ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: `${n}` });
  await saved(ana);
  await expect.poll(async () => (await log.open('b1'))?.rows.length ?? 0, { timeout: 5_000 }).toBeLessThan(100);
  ana.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'end' });
  await saved(ana);
  expect((await server.rooms.read('b1')).records[0]?.notes).toBe('end');
});

test('ROOM-15 boards share nothing: edits of many at once stay where they belong', async () => {
  const boards = Array.from({ length: 20 }, (_, n) => `board${n}`);
  server = await openBoardServer({ boards });
  const peers = await Promise.all(boards.map((id, n) => join(`ana${n}`, id)));
  for (let n = 0; n < 10; n++) for (const [at, peer] of peers.entries()) peer.edit(createEdit({ id: `${boards[at]}-${n}` }));
  await Promise.all(peers.map(saved));
  for (const id of boards) expect(await idsIn(id)).toEqual(Array.from({ length: 10 }, (_, n) => `${id}-${n}`));
});
