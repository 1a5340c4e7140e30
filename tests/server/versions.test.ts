// Versions of boards over HTTP: what the API promises the page and other programs.

import { objectsOf } from '@masa/shared/document';
import type { BoardVersion, VersionList, VersionRead } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';
import { blackPng } from '../support/pictures.ts';

let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

interface Table {
  readonly workshop: TestWorkshop;
  readonly board: string;
  readonly path: string;
  readonly token: string;
}

/** A table with one participant, called Мария. */
async function openTable(): Promise<Table> {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board = ''] = workshop.boards;
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  return { workshop, board, path: `/api/boards/${board}/versions`, token };
}

const addCard = ({ board, token }: Table, text: string, by = token) =>
  masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token: by, body: { cells: [{ id: 'needs', cards: [{ text }] }] } });
const list = async ({ path, token }: Table, by = token): Promise<readonly BoardVersion[]> =>
  (await masa.ask<VersionList>('GET', path, { token: by })).body.versions;
const name = ({ path, token }: Table, title: string, by = token) => masa.ask<BoardVersion>('POST', path, { token: by, body: { title } });
const textsOf = async ({ board }: Table): Promise<string[]> => {
  const { body } = await masa.ask<{ cells: { cards: { text: string }[] }[] }>('GET', `/api/boards/${board}`, { token: organiser });
  return body.cells.flatMap(({ cards }) => cards.map(({ text }) => text));
};
const freeze = ({ workshop, board }: Table, state: 'open' | 'frozen') =>
  masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state } });

test('VERSION-17 who may write names the moment, in at most 80 visible characters', async () => {
  const table = await openTable();
  await addCard(table, 'Топло място');
  const { body, status } = await name(table, '  Преди \u202eобяда ');
  expect(status).toBe(201);
  expect(body).toMatchObject({ title: 'Преди обяда', how: 'named', by: { name: 'Мария' }, ofAt: null });
  expect(body.changes).toMatchObject([{ by: { name: 'Мария' }, made: 1, changed: 0, moved: 0, binned: 0 }]);
  expect(await list(table)).toEqual([body]);
  expect((await name(table, 'я'.repeat(80))).status).toBe(201);
  expect((await name(table, 'я'.repeat(81))).body.error?.fields).toMatchObject([{ path: 'title', code: 'too-long' }]);
  expect((await name(table, ' \u200b ')).body.error?.fields).toMatchObject([{ path: 'title', code: 'empty' }]);
  await freeze(table, 'frozen');
  expect((await name(table, 'Късно')).body.error?.code).toBe('board-frozen');
  expect((await name(table, 'Край', organiser)).status).toBe(201);
});

test('VERSION-16 freezing and opening a board, or its whole workshop, keeps what changed under the facilitator’s name', async () => {
  const table = await openTable();
  await addCard(table, 'Топло място');
  await freeze(table, 'frozen');
  await expect.poll(async () => (await list(table)).map(({ how, by }) => [how, by?.name])).toEqual([['step', 'Елена Петрова']]);
  await addCard(table, 'Разговор', organiser);
  await masa.ask('PATCH', `/api/workshops/${table.workshop.id}`, { token: organiser, body: { state: 'frozen' } });
  await expect.poll(async () => (await list(table)).length).toBe(2);
  await masa.ask('PATCH', `/api/workshops/${table.workshop.id}`, { token: organiser, body: { title: 'Друго' } });
  await freeze(table, 'open');
  expect((await name(table, 'Край', organiser)).body.changes).toEqual([]);
  expect((await list(table)).map(({ how }) => how)).toEqual(['named', 'step', 'step']);
});

test('VERSION-18 a version comes back by new edits; the one before it takes that back', async () => {
  const table = await openTable();
  const kept = (await addCard(table, 'Топло място')).body.cards[0] ?? '';
  const { body: lunch } = await name(table, 'Обяд');
  await addCard(table, 'Излишно');
  masa.clock.advance(60_000);
  const { status, body: restored } = await masa.ask<BoardVersion>('POST', `${table.path}/${lunch.id}/restore`, { token: table.token });
  expect(status).toBe(201);
  expect(restored).toMatchObject({ how: 'restore', ofAt: lunch.at, by: { name: 'Мария' }, changes: [{ by: { name: 'Мария' }, binned: 1 }] });
  expect(await textsOf(table)).toEqual(['Топло място']);
  const [newest, before] = await list(table);
  expect(newest).toEqual(restored);
  expect(before).toMatchObject({ how: 'auto', changes: [{ by: { name: 'Мария' }, made: 1 }] });

  const { body: read } = await masa.ask<VersionRead>('GET', `${table.path}/${before?.id}`, { token: table.token });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(read.state, 'base64'));
  expect(new Set([...objectsOf(doc).values()].map((map) => map.get('text')?.toString()))).toEqual(new Set(['Излишно', 'Топло място']));
  expect(read.touched).toMatchObject([{ by: { name: 'Мария' }, objects: [[...objectsOf(doc).keys()].find((id) => id !== kept)] }]);

  await masa.ask('POST', `${table.path}/${before?.id}/restore`, { token: table.token });
  expect((await textsOf(table)).sort()).toEqual(['Излишно', 'Топло място']);
  expect((await list(table)).map(({ how }) => how)).toEqual(['restore', 'restore', 'auto', 'named']);
});

test('VERSION-20 a table brings versions back while it is open, the staff always; another board’s version is not there', async () => {
  const table = await openTable();
  const other = await openTable();
  await addCard(table, 'Топло място');
  const { body: version } = await name(table, 'Обяд');
  const restore = async (path: string, token: string) => (await masa.ask('POST', `${path}/${version.id}/restore`, { token })).status;
  expect(await restore(other.path, other.token)).toBe(404);
  expect((await masa.ask('GET', `${other.path}/${version.id}`, { token: other.token })).status).toBe(404);
  await freeze(table, 'frozen');
  expect(await restore(table.path, table.token)).toBe(403);
  expect((await masa.ask('GET', `${table.path}/${version.id}`, { token: table.token })).status).toBe(200);
  expect(await restore(table.path, (await byLink(masa, table.workshop, 'facilitator')).token)).toBe(201);
});

test('VERSION-20 a table that shows its board to others does not show its history', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: true } });
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[1] });
  expect((await masa.ask('GET', `/api/boards/${workshop.boards[0]}`, { token })).status).toBe(200);
  expect((await masa.ask('GET', `/api/boards/${workshop.boards[0]}/versions`, { token })).status).toBe(403);
});

test('VERSION-25 whatever somebody put on a board, a version of it comes back', async () => {
  const table = await openTable();
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, table.board, table.token, { ack: true });
  await peer.synced;
  peer.edit(createEdit({ id: 'c1', text: 'Топло място' }));
  for (const value of [Number.NaN, { deep: [null, { a: -0 }] }, '\ud800', 1e300]) peer.edit({ do: 'set', id: 'c1', facet: 'notes', value });
  await expect.poll(() => peer.durable).toBe(peer.sent);
  const { body: version } = await name(table, 'Обяд');
  peer.edit({ do: 'set', id: 'c1', facet: 'notes', value: 'друго' });
  await expect.poll(() => peer.durable).toBe(peer.sent);
  // JSON knows no such number: a board with one could not be exported or brought back.
  peer.edit({ do: 'set', id: 'c1', facet: 'odd', value: 5n as unknown as number });
  await expect.poll(() => peer.receipts.at(-1)).toMatchObject({ kind: 'refused', reason: 'value-too-large' });
  expect((await masa.ask('POST', `${table.path}/${version.id}/restore`, { token: table.token })).status).toBe(201);
  await peer.close();
});

test('VERSION-26 naming and bringing back are slowed for each board, whoever asks', async () => {
  const [table, calm] = [await openTable(), await openTable()];
  const { token } = await join(masa, table.workshop.code, { name: 'Иван', groupId: table.workshop.groups[0] });
  const asked = await Promise.all(Array.from({ length: 30 }, (_, at) => name(table, `Точка ${at}`, at % 2 ? token : table.token)));
  const slowed = asked.filter(({ status }) => status === 429);
  expect([asked.filter(({ status }) => status === 201).length, slowed.length]).toEqual([12, 18]);
  expect(slowed.every(({ body }) => body.error?.code === 'too-fast' && (body.error.retryAfterMs ?? 0) > 0)).toBe(true);
  expect((await name(calm, 'Обяд')).status).toBe(201);
  // And each of them counts as many requests.
  const own = await startMasa();
  const boss = await setUp(own);
  const workshop = await openWorkshop(own, boss, 1);
  const ask = () => own.ask('GET', `/api/boards/${workshop.boards[0]}/versions/none`, { token: boss });
  const statuses = (await Promise.all(Array.from({ length: 30 }, ask))).map(({ status }) => status);
  expect([statuses.includes(404), statuses.includes(429)]).toEqual([true, true]);
  await own.close();
});

test('VERSION-26 a board that is erased while somebody is at work on it is not found, and nothing of it stays', async () => {
  const answers: number[] = [];
  for (const waitMs of [0, 1, 2, 4, 8, 12]) {
    const table = await openTable();
    await addCard(table, 'Топло място');
    const { body: version } = await name(table, 'Обяд');
    const work = [
      name(table, 'Край'),
      masa.ask('POST', `${table.path}/${version.id}/restore`, { token: table.token }),
      masa.ask('GET', `${table.path}/${version.id}`, { token: table.token }),
      masa.ask('POST', `/api/boards/${table.board}/pictures`, { token: table.token, body: blackPng(2_000, 1_000) }),
    ];
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    await masa.ask('DELETE', `/api/workshops/${table.workshop.id}/boards/${table.board}`, { token: organiser });
    answers.push(...(await Promise.all(work)).map(({ status }) => status));
    expect((await masa.ask('GET', table.path, { token: organiser })).status).toBe(404);
  }
  expect(answers.filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
});

test('VERSION-19 a deleted board has no versions', async () => {
  const table = await openTable();
  await name(table, 'Обяд');
  await masa.ask('DELETE', `/api/workshops/${table.workshop.id}/boards/${table.board}`, { token: organiser });
  expect((await masa.ask('GET', table.path, { token: organiser })).status).toBe(404);
});
