// Versions of boards over HTTP: what the API promises the page and other programs.

import { objectsOf } from '@masa/shared/document';
import type { BoardVersion, VersionList, VersionRead } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';

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

test('VERSION-19 a deleted board has no versions', async () => {
  const table = await openTable();
  await name(table, 'Обяд');
  await masa.ask('DELETE', `/api/workshops/${table.workshop.id}/boards/${table.board}`, { token: organiser });
  expect((await masa.ask('GET', table.path, { token: organiser })).status).toBe(404);
});
