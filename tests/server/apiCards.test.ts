// Cards put on boards of every kind over HTTP: by cell, by slot, by the names of the service sheet; at once or as late contributions.
import { createReader, type ReadModel, typesOf } from '@masa/shared/board';
import { createProjection } from '@masa/shared/document';
import { ADDRESSES, KINDS, sheetToEdits, templateByRef } from '@masa/shared/kinds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDoc } from '../shared/sheets.ts';
import { join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
  workshop = await openWorkshop(masa, organiser, 1);
});
afterAll(() => masa.close());

async function boardOf(template: string): Promise<string> {
  const made = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template, groupId: workshop.groups[0] },
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

const put = (board: string, cells: Readonly<Record<string, readonly object[]>>) =>
  masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, {
    token: organiser,
    body: { cells: Object.entries(cells).map(([id, cards]) => ({ id, cards })) },
  });

const read = async (board: string): Promise<ReadModel> => (await masa.ask<ReadModel>('GET', `/api/boards/${board}`, { token: organiser })).body;

const cardsIn = (model: ReadModel, cell: string): ReadModel['cells'][number]['cards'] =>
  [...model.cells, ...model.hidden].find(({ id }) => id === cell)?.cards ?? [];

const ALL = KINDS.flatMap((kind) => kind.templates.filter(({ cells }) => cells.length > 0).map((template) => ({ kind, template })));

test.each(ALL.map(({ kind, template }) => [kind.id, template.id] as const))('PUTCARD-1 a card in every cell of %s as %s', async (_kind, id) => {
  const template = templateByRef(id)?.template;
  const cells = template?.cells ?? [];
  const board = await boardOf(id);
  const answer = await put(board, Object.fromEntries(cells.map((cell) => [cell.id, [{ text: `in ${cell.id}` }]])));
  expect([answer.status, answer.body.cards?.length]).toEqual([201, cells.length]);
  const model = await read(board);
  expect(Object.fromEntries(model.cells.map((cell) => [cell.id, cell.cards.map(({ text }) => text)]))).toEqual(
    Object.fromEntries(cells.map((cell) => [cell.id, [`in ${cell.id}`]])),
  );
  expect(model.hidden).toEqual([]);
});

test('PUTCARD-2 a slot of the kind is an address, shown or not', async () => {
  const seen = await boardOf('form-a');
  await put(seen, { risks: [{ text: 'лошо време' }], needs: [{ text: 'топлина' }] });
  const model = await read(seen);
  expect(cardsIn(model, 'needs').map(({ text }) => text)).toEqual(['топлина']);
  expect(cardsIn(model, 'risks').map(({ text }) => text)).toEqual(['лошо време']);
  const matrix = await boardOf('risks-5');
  expect((await put(matrix, { risks: [{ text: 'наводнение' }] })).status).toBe(201);
  expect((await read(matrix)).cells.flatMap(({ cards }) => cards).map(({ text }) => text)).toEqual(['наводнение']);
});

test('PUTCARD-3 every name of the service sheet has its place on a service board', async () => {
  const board = await boardOf('service-canvas');
  const answer = await put(board, Object.fromEntries(ADDRESSES.map((address) => [address, [{ text: `to ${address}` }]])));
  expect(answer.body.cards).toHaveLength(ADDRESSES.length);
  const model = await read(board);
  expect(cardsIn(model, 'missing')).toMatchObject([{ text: 'to missing-resources', availability: 'missing' }]);
  expect(cardsIn(model, 'costs').map(({ text }) => text)).toEqual(['to costs']);
  // Another kind has a cell of that name and no such slot: the cell it is.
  const analysis = await boardOf('resource-kinds');
  await put(analysis, { information: [{ text: 'регистър' }] });
  expect(cardsIn(await read(analysis), 'information')).toMatchObject([{ text: 'регистър', resourceKind: 'information' }]);
});

test('PUTCARD-4 what is no address of the board is refused and nothing is made', async () => {
  const board = await boardOf('risks-3');
  for (const address of ['needs', 'service', 'no-such', '', '__proto__', 'constructor']) {
    const answer = await masa.ask('POST', `/api/boards/${board}/cards`, {
      token: organiser,
      body: {
        cells: [
          { id: 'parking', cards: [{ text: 'добра' }] },
          { id: address, cards: [{ text: 'никъде' }] },
        ],
      },
    });
    expect([answer.status, answer.body.error?.code], address).toEqual([400, 'unknown-cell']);
  }
  expect((await read(board)).cells.flatMap(({ cards }) => cards)).toEqual([]);
});

test('PUTCARD-5 a card says what its cell makes of it, unless it says so itself', async () => {
  const board = await boardOf('resource-kinds');
  await put(board, {
    information: [{ text: 'проста' }, { text: 'казва си', resourceKind: 'people' }, { text: 'вредна', resourceKind: { evil: 1 }, toString: 'x' }],
  });
  const model = await read(board);
  expect(cardsIn(model, 'information').map(({ text }) => text)).toEqual(['проста', 'вредна']);
  expect(model.cells.flatMap(({ cards }) => cards).find(({ text }) => text === 'казва си')).toMatchObject({ resourceKind: 'people' });
});

test('PUTCARD-6 a late contribution finds its place, also on a board that is seen otherwise by then', async () => {
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const late = async (board: string, cards: readonly { address: string; text: string }[]) => {
    await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state: 'frozen' } });
    return masa.ask<{ id: string }>('POST', `/api/boards/${board}/late`, { token, body: { cards } });
  };
  const accept = (id: string) =>
    masa.ask<{ cards: string[] }>('POST', `/api/workshops/${workshop.id}/late/${id}`, { token: organiser, body: { accept: true } });

  const matrix = await boardOf('risks-5');
  const inGrid = templateByRef('risks-5')?.template.cells.find(({ slots: [entry] }) => entry?.when?.values[0] != null);
  const waiting = await late(matrix, [{ address: inGrid?.id ?? '', text: 'късен риск' }]);
  expect((await accept(waiting.body.id)).body.cards).toHaveLength(1);
  expect(cardsIn(await read(matrix), inGrid?.id ?? '').map(({ text }) => text)).toEqual(['късен риск']);
  expect((await late(matrix, [{ address: 'no-such', text: 'никъде' }])).body.error?.code).toBe('unknown-cell');

  const canvas = await boardOf('service-canvas');
  const written = await late(canvas, [{ address: 'promised', text: 'проектор' }]);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${canvas}`, { token: organiser, body: { template: 'form-a' } });
  expect((await accept(written.body.id)).body.cards).toHaveLength(1);
  const model = await read(canvas);
  expect(model.template).toBe('form-a@1');
  expect(cardsIn(model, 'resources')).toMatchObject([{ text: 'проектор', availability: 'promised' }]);
});

test('PUTCARD-7 a sheet pasted where there is no such place goes to parking', () => {
  const found = templateByRef('risks-3');
  if (!found) throw new Error('no matrix');
  const projection = createProjection(newDoc(), typesOf(found.kind));
  const board = createReader(found.kind, found.template, projection.records());
  const context = { author: { id: 'ana', name: 'Ана', library: '', region: '' }, now: 1 };
  const [edit, ...more] = sheetToEdits(board, [{ address: 'missing-resources', text: 'лаптопи', fields: {} }], context);
  expect(more).toEqual([]);
  expect(edit).toMatchObject({ do: 'create', type: 'card', place: { cell: 'parking' }, text: 'лаптопи' });
  expect(edit?.do === 'create' && edit.facets).not.toHaveProperty('availability');
  projection.dispose();
});
