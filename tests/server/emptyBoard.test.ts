// A board without cells, over HTTP: given to a table, written by programs, late contributions, read and reported.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;
let board: string;

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
  workshop = await openWorkshop(masa, organiser, 1);
  const made = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template: 'empty', groupId: workshop.groups[0] },
  });
  board = made.body.id;
});
afterAll(() => masa.close());

interface Model {
  readonly kind: string;
  readonly template: string;
  readonly title: string;
  readonly cells: readonly unknown[];
  readonly free: readonly { readonly type: string; readonly text: string }[];
}

const read = async (): Promise<Model> => (await masa.ask<Model>('GET', `/api/boards/${board}`, { token: organiser })).body;

test('EMPTY-2 an empty board is made, read, exported and reported like any other', async () => {
  expect(await read()).toMatchObject({ kind: 'empty-board', template: 'empty@1', title: 'Празна дъска', cells: [], free: [] });
  await masa.ask('POST', `/api/boards/${board}/cards`, { token: organiser, body: { cells: [], rest: ['Чай за всички'] } });
  const report = await masa.ask('GET', `/api/workshops/${workshop.id}/report.md?language=bg`, { token: organiser });
  expect(report.text).toContain('**На дъската:**\n\n- Чай за всички');
  const archive = await masa.ask<{ kind: string; objects: unknown[] }>('GET', `/api/boards/${board}/export.json`, { token: organiser });
  expect(archive.body).toMatchObject({ kind: 'empty-board', objects: [{ type: 'note', text: 'Чай за всички' }] });
});

test('EMPTY-3 texts of programs and late contributions become notes; a cell’s name is refused', async () => {
  const add = (body: object) => masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token: organiser, body });
  const before = (await read()).free.length;
  expect((await add({ cells: [], rest: ['едно', 'две'] })).body.cards).toHaveLength(2);
  expect((await add({ cells: [{ id: 'needs', cards: [{ text: 'три' }] }] })).body.error?.code).toBe('unknown-cell');

  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state: 'frozen' } });
  const late = await masa.ask<{ id: string }>('POST', `/api/boards/${board}/late`, {
    token,
    body: { cards: [{ address: 'parking', text: 'Закъсняла мисъл' }] },
  });
  await masa.ask('POST', `/api/workshops/${workshop.id}/late/${late.body.id}`, { token: organiser, body: { accept: true } });
  const { free } = await read();
  expect(free).toHaveLength(before + 3);
  expect(free.map(({ type, text }) => [type, text])).toContainEqual(['note', 'Закъсняла мисъл']);
});
