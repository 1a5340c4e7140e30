// Attacks on blind answers, and what erasing leaves.
import path from 'node:path';
import { openSqlite } from '@masa/server/store/sqlite';
import { type BoardReader, createReader, typesOf } from '@masa/shared/board';
import { createProjection, type Edit } from '@masa/shared/document';
import { mergeRisks, riskMatrix } from '@masa/shared/kinds/risk-matrix';
import type { RoundReply } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RISKS_5 } from '../kinds/riskBoard.ts';
import { AUTHOR, createEdit } from '../shared/sheets.ts';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';
import { haveRatedKind, level, openRatedTable, type RatedTable } from '../support/roundsBoard.ts';

let masa: TestMasa;
let organiser: string;
haveRatedKind();
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const values = ({ shown }: RoundReply): string[] => (shown ?? []).map(({ object, value }) => `${object} ${JSON.stringify(value)}`).sort();
const people = (table: RatedTable, id: string): string => `/api/workshops/${table.workshop.id}/participants/${id}`;

test('BREAK-11 nobody’s answers can be told by moving them away, by taking seats from them, or by showing them out', async () => {
  const table = await openRatedTable(masa, organiser, { authorship: 'anonymous' });
  await table.put(table.maria.token, 'risk-1', level(5));
  await table.put(table.maria.token, 'risk-1', level(4), { seat: 2 });
  await table.put(table.ion.token, 'risk-1', level(1));
  await table.setStage('reveal');
  const before = values(await table.read(table.facilitator));
  expect(before.length).toBe(3);
  const move = (body: unknown) => masa.ask('PATCH', people(table, table.maria.id), { token: organiser, body });
  for (const step of [{ seats: 1 }, { groupId: table.workshop.groups[1] }, { groupId: null }]) {
    expect((await move(step)).status).toBe(200);
    expect(values(await table.read(table.facilitator))).toEqual(before);
    expect(values(await table.read(table.ion.token))).toEqual(before);
  }
  expect((await masa.ask('DELETE', people(table, table.maria.id), { token: organiser })).status).toBe(200);
  expect(values(await table.read(table.ion.token))).toEqual(before);
});

test('BREAK-12 answers sent all at once are in before the round closes, or refused', async () => {
  const table = await openRatedTable(masa, organiser);
  const flood = Array.from({ length: 300 }, (_, at) => table.put(table.maria.token, 'risk-1', { ...level(3), why: `wave ${at}` }));
  await Promise.race(flood);
  await table.setStage('reveal');
  const shown = values(await table.read(table.facilitator));
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(statuses.includes(403) ? [200, 403] : [200]));
  // At most the one that was on its way to the disk.
  const after = values(await table.read(table.facilitator));
  expect([shown.length, after.length]).toEqual([1, 1]);
  expect(values(await table.read(table.facilitator))).toEqual(after);
});

test('BREAK-12 seats one does not have, objects of other boards, rounds that are none and bottomless values', async () => {
  const table = await openRatedTable(masa, organiser);
  const other = await openRatedTable(masa, organiser);
  const at = `/api/boards/${table.board}/rounds`;
  const send = async (round: string, body: unknown, token = table.maria.token) =>
    (await masa.ask('POST', `${at}/${round}/answers`, { token, body })).body.error?.code ?? 'taken';
  const value = level(1);
  expect(await send('rate', { object: 'risk-1', seat: 3, value })).toBe('no-such-seat');
  for (const seat of [0, -1, 1.5, 7, '1', null]) expect(await send('rate', { object: 'risk-1', seat, value })).toBe('bad-input');
  expect(await send('rate', { object: 'risk-9', seat: 1, value })).toBe('not-asked');
  for (const object of ['__proto__', 'constructor', 'a b', '']) expect(await send('rate', { object, seat: 1, value })).toBe('bad-input');
  for (const round of ['__proto__', 'constructor', 'toString', 'confidence']) {
    expect([round, await send(round, { object: 'risk-1', seat: 1, value })]).toEqual([round, round === 'confidence' ? 'round-closed' : 'not-found']);
  }
  expect(await send('rate', { object: 'risk-1', seat: 1, value }, other.maria.token)).toBe('not-found');
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const raw = (text: string) =>
    masa.ask('POST', `${at}/rate/answers`, { token: table.maria.token, body: text, headers: { 'content-type': 'application/json' } });
  for (const text of [deep, `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`, JSON.stringify('x'.repeat(100_000))]) {
    expect((await raw(`{"object":"risk-1","seat":1,"value":${text}}`)).status).toBe(400);
  }
  expect((await raw('{"object":"risk-1","seat":1,"value":{"__proto__":{"likelihood":1,"consequence":1}}}')).status).toBe(400);
  expect((await table.read(table.maria.token)).own).toEqual([]);
});

test('BREAK-12 however many answers one person sends, one is kept for each seat and risk', { timeout: 60_000 }, async () => {
  const table = await openRatedTable(masa, organiser);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => table.put(table.maria.token, `risk-${1 + (at % 5)}`, level(1 + (at % 5)), { seat: 1 + (at % 2) })),
    );
  }
  expect((await table.read(table.maria.token)).own.length).toBe(10);
});

test('BREAK-13 a board that is erased leaves no word in any table', async () => {
  const table = await openRatedTable(masa, organiser, { authorship: 'named' });
  const { board, workshop } = table;
  const path_ = `/api/boards/${board}`;
  const secret = 'СекретнаДума';
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, board, organiser, { ack: true });
  await peer.synced;
  peer.edit(createEdit({ id: 'secret-card', cell: 'risks', text: secret }));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await table.put(table.maria.token, 'risk-1', { ...level(3), why: secret });
  const carriedTo = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template: 'form-a' },
  });
  expect(
    (await masa.ask('POST', `${path_}/carry`, { token: organiser, body: { cards: [{ id: 'secret-card' }], to: carriedTo.body.id } })).status,
  ).toBe(201);
  expect((await masa.ask('POST', `${path_}/versions`, { token: organiser, body: { title: secret } })).status).toBe(201);
  await table.change({ state: 'frozen', title: secret });
  const late = { cards: [{ address: 'risks', text: secret }] };
  expect((await masa.ask('POST', `${path_}/late`, { token: table.maria.token, body: late })).status).toBe(201);

  for (const id of [board, carriedTo.body.id]) {
    expect((await masa.ask('DELETE', `/api/workshops/${workshop.id}/boards/${id}`, { token: organiser })).status).toBe(200);
  }
  const waiting = await masa.ask<{ late: unknown[] }>('GET', `/api/workshops/${workshop.id}/late`, { token: organiser });
  expect(waiting.body.late).toEqual([]);
  const database = await openSqlite(path.join(masa.dataDir, 'masa.sqlite'));
  const tables = database.raw.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const left = tables.flatMap(({ name }) =>
    (database.raw.prepare(`select * from "${name}"`).all() as Record<string, unknown>[])
      .filter((row) =>
        Object.values(row).some(
          (cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString() : String(cell)).includes(secret) || cell === board,
        ),
      )
      .map(() => name),
  );
  await database.close();
  // The row of the board itself, without its title: that it was there, and when it was taken away.
  expect(left).toEqual(['workshop_boards']);
});

test('BREAK-13 who joins after an erased board reads nothing of it by any path', async () => {
  const table = await openRatedTable(masa, organiser);
  await masa.ask('DELETE', `/api/workshops/${table.workshop.id}/boards/${table.board}`, { token: organiser });
  const { token } = await join(masa, table.workshop.code, { groupId: table.workshop.groups[0] });
  for (const rest of ['', '/stage', '/rounds/rate', '/versions', '/places', '/template', '/objects/risk-1/thread', '/export.json']) {
    expect([rest, (await masa.ask('GET', `/api/boards/${table.board}${rest}`, { token })).status]).toEqual([rest, 404]);
  }
});

test('RISK-46 the seats’ answers about a risk that was merged stay in the count, one a seat, and come back with the risk', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const { body } = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template: 'risks-5@1', groupId: workshop.groups[0] },
  });
  const at = `/api/boards/${body.id}`;
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, body.id, organiser, { ack: true });
  await peer.synced;
  const edit = async (...edits: readonly Edit[]): Promise<void> => {
    peer.edit(...edits);
    await expect.poll(() => peer.durable).toBe(peer.sent);
  };
  const reader = (): BoardReader => {
    const projection = createProjection(peer.doc, typesOf(riskMatrix));
    const board = createReader(riskMatrix, RISKS_5, projection.records());
    projection.dispose();
    return board;
  };
  const texts = { cold: 'The hall is cold', far: 'Nobody finds the hall', money: 'The money ends' };
  await edit(...Object.entries(texts).map(([id, text], index) => createEdit({ id, cell: 'risks', order: `a${index}`, text })));
  const stage = async (to: string) => expect((await masa.ask('POST', `${at}/stage`, { token: organiser, body: { stage: to } })).status).toBe(200);
  const maria = await join(masa, workshop.code, { name: 'Мария', seats: 2, groupId: workshop.groups[0] });
  const say = async (object: string, value: unknown, seat = 1) =>
    expect((await masa.ask('POST', `${at}/rounds/before/answers`, { token: maria.token, body: { object, seat, value } })).status).toBe(200);
  const read = async (): Promise<RoundReply> => (await masa.ask<RoundReply>('GET', `${at}/rounds/before`, { token: maria.token })).body;
  const own = async () => (await read()).own.map(({ object, seat, value }) => [object, seat, value]);

  await stage('rate');
  await say('cold', level(5, 1));
  await say('far', level(1, 4));
  await say('far', level('unknown', 3), 2);
  await edit(...mergeRisks(reader(), { into: 'cold', from: ['far'], language: 'en' }, { author: AUTHOR, now: 9 }));
  const merged = await read();
  expect([merged.about, merged.turnout.begun]).toEqual([['cold', 'money'], 2]);
  expect(await own()).toEqual([
    ['cold', 1, level(1, 4)],
    ['cold', 2, level('unknown', 3)],
  ]);
  await stage('reveal');
  expect((await read()).shown?.map(({ object }) => object)).toEqual(['cold', 'cold']);

  // Apart again, each has its own; joined, what is said anew is said of both.
  await edit({ do: 'set', id: 'far', facet: 'gone', value: null });
  expect(await own()).toContainEqual(['cold', 1, level(5, 1)]);
  await edit({ do: 'set', id: 'far', facet: 'gone', value: { by: 'x', name: 'x', at: 1 } });
  await stage('rate');
  await say('cold', level(2, 2));
  expect(await own()).toContainEqual(['cold', 1, level(2, 2)]);
  await peer.close();
});
