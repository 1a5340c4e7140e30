// What the kind of a board says, asked on a real server: templates it does not go over to, fields its versions bring back.
import { createId } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import type { BoardVersion } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';

let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;

beforeAll(async () => {
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
  workshop = await openWorkshop(masa, organiser, 1);
});
afterAll(() => masa.close());

const makeBoard = async (template: string): Promise<string> =>
  (
    await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
      token: organiser,
      body: { template, groupId: workshop.groups[0] },
    })
  ).body.id;

const goOver = (board: string, template: string) =>
  masa.ask<{ template: string }>('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { template } });

/** Edits of somebody with the board open, durable when it resolves. */
async function edit(board: string, ...edits: readonly Edit[]): Promise<void> {
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, board, organiser, { ack: true });
  await peer.synced;
  for (const each of edits) peer.edit(each);
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
}

const cardEdit = (id: string, cell: string, facets: Readonly<Record<string, unknown>>): Edit => ({
  do: 'create',
  id,
  type: 'card',
  place: { cell, order: 'a0' },
  text: 'Дъжд',
  facets,
});

const cardOf = async (board: string, id: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const { body } = await masa.ask<{ cells: { cards: Record<string, unknown>[] }[] }>('GET', `/api/boards/${board}`, { token: organiser });
  return body.cells.flatMap(({ cards }) => cards).find((card) => card.id === id);
};

test('GLUE-5 a matrix changes its scale until somebody has rated on the board, and its view at any time', async () => {
  const board = await makeBoard('risks-5');
  expect((await goOver(board, 'risks-4')).status).toBe(200);
  expect((await goOver(board, 'risks-5')).status).toBe(200);
  const risk = createId();
  await edit(board, cardEdit(risk, 'risks', {}));
  expect((await goOver(board, 'risks-3')).status).toBe(200);
  await edit(board, { do: 'set', id: risk, facet: 'after', value: { likelihood: 'unknown', consequence: null } });
  const refused = await goOver(board, 'risks-4');
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'scale-frozen']);
  const same = await goOver(board, 'risks-3-after');
  expect([same.status, same.body.template]).toEqual([200, 'risks-3-after@1']);
});

test('GLUE-5 blind answers freeze the scale as well; a board of another kind goes over as before', async () => {
  const board = await makeBoard('risks-5');
  const risk = createId();
  await edit(board, cardEdit(risk, 'risks', {}));
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const stage = await masa.ask('POST', `/api/boards/${board}/stage`, { token: organiser, body: { stage: 'rate' } });
  expect(stage.status).toBe(200);
  const answer = await masa.ask('POST', `/api/boards/${board}/rounds/before/answers`, {
    token,
    body: { object: risk, seat: 1, value: { likelihood: 3, consequence: 4 } },
  });
  expect(answer.status).toBe(200);
  expect((await goOver(board, 'risks-4')).body.error?.code).toBe('scale-frozen');
  expect((await goOver(workshop.boards[0] ?? '', 'form-b')).status).toBe(200);
});

test('GLUE-3 versions of a risk matrix and of a marketplace bring every field back, and leave unsaid what was unsaid', async () => {
  const there = [
    ['risks-5', 'risks', { before: { likelihood: 2, consequence: 5 }, cause: 'облаци', treatment: 'accept' }, { treatment: 'avoid', owner: 'Ана' }],
    ['marketplace', 'stalls', { stallType: 'idea', story: 'Накратко' }, { stallType: 'offer', lookingFor: ['people', 'money'], mergeWith: ['x'] }],
  ] as const;
  for (const [template, slot, said, later] of there) {
    const board = await makeBoard(template);
    const id = createId();
    await edit(board, cardEdit(id, slot, said));
    const before = await cardOf(board, id);
    expect(before).toMatchObject(said);
    const { body: version } = await masa.ask<BoardVersion>('POST', `/api/boards/${board}/versions`, { token: organiser, body: { title: 'Обяд' } });
    await edit(board, ...Object.entries({ ...later, before: null }).map(([facet, value]): Edit => ({ do: 'set', id, facet, value })));
    expect(await cardOf(board, id)).toMatchObject(later);
    expect((await masa.ask('POST', `/api/boards/${board}/versions/${version.id}/restore`, { token: organiser })).status).toBe(201);
    expect(await cardOf(board, id)).toEqual(before);
  }
});
