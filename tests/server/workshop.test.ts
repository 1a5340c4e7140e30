// Workshops, groups and boards over HTTP: what the API promises other programs.
import { LIMITS } from '@masa/shared/core';
import { ERRORS } from '@masa/shared/i18n';
import { SYNC_CLOSE, type Workshop } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { closeCode, openBoardSocket } from '../support/sockets.ts';

let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

test('WORKSHOP-1 an organiser prepares groups and boards before anybody comes', async () => {
  const workshop = await openWorkshop(masa, organiser, 3);
  const { body, status } = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(status).toBe(200);
  expect(body).toMatchObject({ title: 'Нови услуги', language: 'bg', currency: 'EUR', timeZone: 'Europe/Sofia', code: workshop.code });
  expect(body.groups.map((group) => group.number)).toEqual([1, 2, 3]);
  expect(body.boards.map((board) => [board.template, board.groupId])).toEqual([
    ['form-a@1', workshop.groups[0]],
    ['form-b@1', workshop.groups[1]],
    ['form-a@1', workshop.groups[2]],
  ]);
  const joined = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const seen = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: joined.token });
  expect(seen.body.boards.map((board) => board.id)).toEqual([workshop.boards[0]]);
  expect(seen.body.code).toBeNull();
});

interface Read {
  readonly template: string;
  readonly cells: readonly { readonly id: string; readonly title: string; readonly cards: readonly Record<string, unknown>[] }[];
  readonly sums: readonly Record<string, unknown>[];
}

const read = async (board: string | undefined, token = organiser): Promise<Read> =>
  (await masa.ask<Read>('GET', `/api/boards/${board}`, { token })).body;

const textsIn = (model: Read, cell: string): unknown[] => model.cells.find(({ id }) => id === cell)?.cards.map(({ text }) => text) ?? [];

const addCard = (board: string | undefined, token: string, text: string, cell = 'needs') =>
  masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token, body: { cells: [{ id: cell, cards: [{ text }] }] } });

test('WORKSHOP-1 a board without a group is everybody’s', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const shared = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, { token: organiser, body: { template: 'form-b' } });
  const { token } = await join(masa, workshop.code);
  expect((await addCard(shared.body.id, token, 'За всички', 'aim')).status).toBe(201);
  expect(textsIn(await read(shared.body.id), 'aim')).toEqual(['За всички']);
});

test('WORKSHOP-2 numbers are taken once, colours differ', async () => {
  const workshop = await openWorkshop(masa, organiser, 3);
  const again = await masa.ask('POST', `/api/workshops/${workshop.id}/groups`, { token: organiser, body: { number: 2 } });
  expect([again.status, again.body.error?.code]).toEqual([409, 'group-number-taken']);
  const moved = await masa.ask('PATCH', `/api/workshops/${workshop.id}/groups/${workshop.groups[0]}`, { token: organiser, body: { number: 3 } });
  expect(moved.status).toBe(409);
  for (const number of [9, 17, 25, 33, 41]) await masa.ask('POST', `/api/workshops/${workshop.id}/groups`, { token: organiser, body: { number } });
  const { body } = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(new Set(body.groups.map(({ colour }) => colour)).size).toBe(8);
});

test('WORKSHOP-3 freezing is for the room, not for its host', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const set = (path: string, state: string) => masa.ask('PATCH', `/api/workshops/${workshop.id}${path}`, { token: organiser, body: { state } });
  for (const path of [`/boards/${board}`, '']) {
    await set(path, 'frozen');
    const refused = await addCard(board, token, 'Късно');
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'board-frozen']);
    expect((await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token })).body.boards[0]?.right).toBe('read');
    expect((await addCard(board, organiser, 'От водещия')).status).toBe(201);
    await set(path, 'open');
    expect((await addCard(board, token, 'Навреме')).status).toBe(201);
  }
  expect(textsIn(await read(board, token), 'needs')).toEqual(['От водещия', 'Навреме', 'От водещия', 'Навреме']);
});

test('WORKSHOP-4 late contributions wait for the facilitator', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const { token, participantId } = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Стефка' });
  const late = (text: string) =>
    masa.ask<{ id: string }>('POST', `/api/boards/${board}/late`, { token, body: { cards: [{ address: 'partners', text }] } });
  expect((await late('Още отворено')).body.error?.code).toBe('not-allowed');
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state: 'frozen' } });
  const [wanted, unwanted] = [await late('Кметството'), await late('Нещо друго')];
  const list = async (): Promise<unknown[]> =>
    (await masa.ask<{ late: unknown[] }>('GET', `/api/workshops/${workshop.id}/late`, { token: organiser })).body.late;
  expect(await list()).toMatchObject([
    { author: { id: participantId, name: 'Стефка' }, cards: [{ text: 'Кметството' }] },
    { cards: [{ text: 'Нещо друго' }] },
  ]);
  const decide = (id: string, accept: boolean) =>
    masa.ask('POST', `/api/workshops/${workshop.id}/late/${id}`, { token: organiser, body: { accept } });
  await decide(wanted.body.id, true);
  expect((await decide(wanted.body.id, true)).body.error?.code).toBe('already-decided');
  await decide(unwanted.body.id, false);
  expect(await list()).toEqual([]);
  const cards = (await read(board)).cells.find(({ id }) => id === 'partners')?.cards;
  expect(cards).toMatchObject([{ text: 'Кметството', author: { name: 'Стефка', library: 'Читалище „Светлина“' } }]);
});

test('WORKSHOP-5 a moved participant sees the other table’s boards', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const { token, participantId } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const move = (groupId: string | null | undefined) =>
    masa.ask('PATCH', `/api/workshops/${workshop.id}/participants/${participantId}`, { token: organiser, body: { groupId } });
  const seen = async (): Promise<string[]> =>
    (await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token })).body.boards.map(({ id }) => id);
  expect((await move('no-such-group')).status).toBe(404);
  await move(workshop.groups[1]);
  expect(await seen()).toEqual([workshop.boards[1]]);
  await move(null);
  expect(await seen()).toEqual([]);
});

test('WORKSHOP-6 a group is deleted without boards only', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const remove = (path: string) => masa.ask('DELETE', `/api/workshops/${workshop.id}${path}`, { token: organiser });
  expect((await remove(`/groups/${workshop.groups[0]}`)).body.error?.code).toBe('group-has-boards');
  expect((await remove(`/boards/${workshop.boards[0]}`)).status).toBe(200);
  expect((await masa.ask('GET', `/api/boards/${workshop.boards[0]}`, { token })).status).toBe(404);
  expect((await remove(`/groups/${workshop.groups[0]}`)).status).toBe(200);
  expect((await masa.ask<{ participant: { groupId: unknown } }>('GET', '/api/me', { token })).body.participant.groupId).toBeNull();
});

test('WORKSHOP-7 the other form shows the same cards', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  await addCard(board, organiser, 'Роботилница', 'service');
  await addCard(board, organiser, 'Лаптопи', 'missing-resources');
  const change = (template: string) => masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { template } });
  expect((await change('form-z')).body.error?.code).toBe('unknown-template');
  await change('form-b');
  const model = await read(board);
  expect(model.template).toBe('form-b@1');
  expect([textsIn(model, 'service'), textsIn(model, 'missing-resources')]).toEqual([['Роботилница'], ['Лаптопи']]);
});

test('WORKSHOP-8 a pasted sheet becomes cards with their values', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const board = workshop.boards[1];
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[1], name: 'Огнян' });
  const text = 'Услуга: Роботилница\nПартньори: училището; общината\nЛипсващи ресурси: лаптопи – 2 000 лв.';
  const parsed = await masa.ask<{ sheets: { form: string; cells: { id: string; cards: object[] }[]; rest: string[] }[] }>(
    'POST',
    '/api/sheets/parse',
    {
      token,
      body: { text },
    },
  );
  const [sheet] = parsed.body.sheets;
  expect(sheet).toMatchObject({ form: 'form-b', cells: [{ id: 'service' }, { id: 'partners' }, { id: 'missing-resources' }] });
  const added = await masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token, body: { ...sheet, rest: ['Нещо за после'] } });
  expect(added.body.cards).toHaveLength(5);
  const model = await read(board);
  expect(textsIn(model, 'partners')).toEqual(['училището', 'общината']);
  expect(textsIn(model, 'parking')).toEqual(['Нещо за после']);
  const missing = model.cells.find(({ id }) => id === 'missing-resources');
  expect(missing?.title).toBe('Липсващи ресурси');
  expect(missing?.cards).toMatchObject([{ availability: 'missing', cost: { amount: 2_000, currency: 'BGN' }, author: { name: 'Огнян' } }]);
  expect(model.sums).toMatchObject([{ currency: 'BGN', missing: 2_000, total: 2_000 }]);
});

test('WORKSHOP-9 cards are taken together or not at all', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const post = (cells: unknown) => masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token: organiser, body: { cells } });
  const unknown = await post([
    { id: 'needs', cards: [{ text: 'Добра' }] },
    { id: '__proto__', cards: [{ text: 'Никъде' }] },
  ]);
  expect([unknown.status, unknown.body.error?.code]).toEqual([400, 'unknown-cell']);
  expect((await post([{ id: 'needs', cards: [{ text: '  ' }] }])).body.cards).toEqual([]);
  expect((await post([{ id: 'needs', cards: 'none' }])).status).toBe(400);
  // One more than there is room for: refused before anything is written, which a test can afford.
  expect((await post([{ id: 'needs', cards: [{ text: 'Добра' }] }])).body.cards).toHaveLength(1);
  const over = await post([{ id: 'needs', cards: Array.from({ length: LIMITS.objectsMax }, (_, at) => ({ text: `${at}` })) }]);
  expect([over.status, over.body.error?.code]).toEqual([409, 'board-full']);
  for (const sentence of Object.values(ERRORS['board-full'])) expect(sentence.replace(/\D/gu, '')).toBe(`${LIMITS.objectsMax}`);
  expect(textsIn(await read(board), 'needs')).toEqual(['Добра']);
});

test('WORKSHOP-10 exports', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  await addCard(board, organiser, '=HYPERLINK("http://evil.example")');
  const get = (what: string) => masa.ask('GET', `/api/boards/${board}/export.${what}`, { token: organiser });
  const [md, csv, json] = [await get('md?language=ro'), await get('csv'), await get('json')];
  expect(md.headers.get('content-type')).toMatch(/^text\/markdown; charset=utf-8/);
  expect(md.text).toContain('## Necesități');
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(csv.text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(json.body).toMatchObject({ format: 'masa-board', template: 'form-a@1', objects: [{ text: '=HYPERLINK("http://evil.example")' }] });
});

test('WORKSHOP-11 shared boards are read, not written', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: true } });
  expect((await masa.ask('GET', `/api/boards/${workshop.boards[1]}`, { token })).status).toBe(200);
  expect((await addCard(workshop.boards[1], token, 'Чужда маса', 'aim')).status).toBe(403);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: false } });
  expect((await masa.ask('GET', `/api/boards/${workshop.boards[1]}`, { token })).status).toBe(404);
});

test('WORKSHOP-14 cards that would make a board larger than a document may be are refused as a whole', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const cards = Array.from({ length: 150 }, () => ({ text: 'я'.repeat(9_900) }));
  const statuses: (number | string | undefined)[] = [];
  for (let each = 0; each < 4 && statuses.at(-1) !== 'board-full'; each += 1) {
    const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
    const { status, body } = await masa.ask('POST', `/api/boards/${board}/cards`, { token, body: { cells: [{ id: 'needs', cards }] } });
    statuses.push(status === 201 ? status : body.error?.code);
  }
  expect(statuses).toEqual([201, 201, 'board-full']);
  // Each text is longer than one card and became five.
  expect(textsIn(await read(board), 'needs').length).toBe(1_500);
});

test('WORKSHOP-15 a deleted board is gone, also for whoever has it open', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const sentence = 'Изречение, което няма да остане';
  await addCard(board, token, sentence);
  const socket = await openBoardSocket(masa.url, board ?? '', `?token=${token}`);
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const closed = closeCode(socket);
  expect((await masa.ask('DELETE', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser })).status).toBeLessThan(300);
  expect(await closed).toBe(SYNC_CLOSE.boardGone.code);
  expect((await masa.ask('GET', `/api/boards/${board}`, { token: organiser })).status).toBe(404);
});

test('WORKSHOP-16 the cells of a parsed sheet can be sent alone', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [board] = workshop.boards;
  const made = await masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, {
    token: organiser,
    body: [{ id: 'needs', cards: [{ text: 'Тиха стая' }] }],
  });
  expect(made.body.cards).toHaveLength(1);
  expect(textsIn(await read(board), 'needs')).toEqual(['Тиха стая']);
});
