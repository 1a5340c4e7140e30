// Canvases over HTTP: made, filled, read and reported; and the comparison's rating, blind until it is opened.
import { createCards, createReader, type ReadModel } from '@masa/shared/board';
import { CATALOGUE } from '@masa/shared/kinds';
import type { RoundReply } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';
import { CONTEXT, canvasKindOf } from './canvasBoard.ts';

let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
  workshop = await openWorkshop(masa, organiser, 1);
});
afterAll(() => masa.close());

const make = async (template: string): Promise<string> => {
  const made = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
    token: organiser,
    body: { template, groupId: workshop.groups[0] },
  });
  expect(made.status).toBe(201);
  return made.body.id;
};

/** The organiser types these texts into these cells. */
async function fill(board: string, template: string, cells: Readonly<Record<string, string>>): Promise<void> {
  const known = canvasKindOf(template);
  const reader = createReader(known.kind, known.template, []);
  const me = await masa.ask<{ id: string }>('GET', '/api/me', { token: organiser });
  const asOrganiser = { author: { id: me.body.id, name: 'Организатор', library: '', region: '' }, now: CONTEXT.now };
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, board, organiser, { ack: true });
  await peer.synced;
  for (const [cell, text] of Object.entries(cells)) peer.edit(...createCards(reader, { cell, index: 0 }, [{ text }], asOrganiser));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
}

const NEITHER = ['service-canvas', 'risk-matrix', 'idea-marketplace', 'empty-board'];

test('CANVAS-18 every canvas is made, filled in each of its cells, read, and reported', async () => {
  for (const { template } of CATALOGUE.filter(({ kind }) => !NEITHER.includes(kind))) {
    const board = await make(template);
    const { cells } = canvasKindOf(template).template;
    await fill(board, template, Object.fromEntries(cells.map(({ id }) => [id, `Мисъл ${id}`])));
    const { body } = await masa.ask<ReadModel>('GET', `/api/boards/${board}`, { token: organiser });
    const read = Object.fromEntries(body.cells.map((cell) => [cell.id, cell.cards.map(({ text }) => text)]));
    expect(read).toEqual(Object.fromEntries(cells.map(({ id }) => [id, [`Мисъл ${id}`]])));
  }
  const report = await masa.ask('GET', `/api/workshops/${workshop.id}/report.md?language=bg`, { token: organiser });
  expect(report.text).toContain('Мисъл why-not');
});

test('CANVAS-38 plans are rated blind: nobody reads another’s ratings before the facilitator compares, then everybody does', async () => {
  const board = await make('plan-comparison');
  await fill(board, 'plan-comparison', { 'plan-a': 'Книги в автобуса', 'plan-b': 'Рафт в магазина', criteria: 'Малък риск' });
  const { body } = await masa.ask<ReadModel>('GET', `/api/boards/${board}`, { token: organiser });
  const inCell = (id: string): string => body.cells.find((cell) => cell.id === id)?.cards[0]?.id ?? '';
  const people = await Promise.all(['Мария', 'Ион'].map((name) => join(masa, workshop.code, { name, groupId: workshop.groups[0] })));
  const stage = (id: string) => masa.ask('POST', `/api/boards/${board}/stage`, { token: organiser, body: { stage: id } });
  const read = (token: string) => masa.ask<RoundReply>('GET', `/api/boards/${board}/rounds/plans`, { token });
  const rate = (token: string, value: unknown) =>
    masa.ask<RoundReply>('POST', `/api/boards/${board}/rounds/plans/answers`, { token, body: { object: inCell('plan-a'), seat: 1, value } });
  const [maria, ion] = people.map(({ token }) => token);

  expect((await rate(maria ?? '', { [inCell('criteria')]: 4 })).status).toBeGreaterThanOrEqual(400);
  expect((await stage('rate')).status).toBeLessThan(300);
  expect((await rate(maria ?? '', { [inCell('criteria')]: 4 })).status).toBeLessThan(300);
  expect((await rate(ion ?? '', { [inCell('criteria')]: 6 })).body).toMatchObject({ error: { code: 'not-a-level' } });
  const blind = (await read(ion ?? '')).body;
  expect([blind.about, blind.shown, blind.own, blind.turnout.begun]).toEqual([[inCell('plan-a'), inCell('plan-b')], null, [], 1]);
  expect((await stage('reveal')).status).toBeLessThan(300);
  expect((await read(ion ?? '')).body.shown).toMatchObject([{ object: inCell('plan-a'), value: { [inCell('criteria')]: 4 } }]);
});
