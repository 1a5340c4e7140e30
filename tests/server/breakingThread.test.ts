// Attacks on the thread between boards and on templates of a workshop's own.
import { createId } from '@masa/shared/core';
import type { CardList, OwnTemplate, TemplateSaved, Thread } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { ownTemplate } from '../support/ownTemplate.ts';
import { openPeer } from '../support/peer.ts';
import { openMarket } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const write = async (board: string, text: string, token = organiser): Promise<string> =>
  (await masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token, body: { cells: [{ id: 'needs', cards: [{ text }] }] } })).body
    .cards[0] ?? '';
const carry = (from: string, to: string, ids: readonly string[], token: string) =>
  masa.ask<{ cards: string[] }>('POST', `/api/boards/${from}/carry`, { token, body: { cards: ids.map((id) => ({ id })), to } });
const textOf = async (board: string): Promise<string> => (await masa.ask('GET', `/api/boards/${board}/export.json`, { token: organiser })).text;
const change = (workshop: TestWorkshop, body: unknown) => masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body });

test('BREAK-15 nothing is carried from where one may not read or to where one may not write', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const elsewhere = await openWorkshop(masa, organiser, 1);
  const [own = '', other = ''] = workshop.boards;
  const [foreign = ''] = elsewhere.boards;
  const { token, participantId } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const observer = (await byLink(masa, workshop, 'observer')).token;
  const [mine, theirs, away] = [await write(own, 'mine'), await write(other, 'theirs'), await write(foreign, 'away')];
  expect((await carry(other, own, [theirs], token)).status).toBe(404);
  expect((await carry(own, other, [mine], token)).status).toBe(404);
  await change(workshop, { sharesBoards: true });
  expect((await carry(own, other, [mine], token)).status).toBe(403);
  expect((await carry(other, own, [theirs], token)).status).toBe(201);
  expect((await carry(own, other, [mine], observer)).status).toBe(403);
  for (const [from, to, id] of [
    [own, foreign, mine],
    [foreign, own, away],
    [own, own, mine],
  ] as const)
    expect((await carry(from, to, [id], organiser)).status).toBe(404);
  // A card of another board, one that is none, and one of the kept ones twice.
  expect((await carry(own, other, [theirs], organiser)).status).toBe(400);
  expect((await carry(own, other, [createId()], organiser)).status).toBe(400);
  await masa.ask('POST', `/api/boards/${own}/stage`, { token: organiser, body: { stage: 'privately' } });
  expect((await carry(other, own, [theirs], token)).status).toBe(403);
  expect((await carry(other, `${own}/drafts/${participantId}`, [theirs], token)).status).toBe(400);
  expect((await carry(`${own}%2Fdrafts%2F${participantId}`, own, [theirs], organiser)).status).toBe(404);
  expect(await textOf(foreign)).not.toContain('mine');
});

test('BREAK-15 a forged origin tells nothing of a board its reader may not read, and a circle of a hundred cards ends', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [own = '', other = ''] = workshop.boards;
  const theirs = await write(other, 'their secret');
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, own, token, { ack: true });
  await peer.synced;
  const origin = (board: string, object: string) => ({ origin: { how: 'moved', board, object } });
  peer.edit(
    createEdit({ id: 'forged', facets: origin(other, theirs) }),
    createEdit({ id: 'nowhere', facets: origin(createId(), theirs) }),
    createEdit({ id: 'self', facets: origin(own, 'self') }),
    ...Array.from({ length: 100 }, (_, at) => createEdit({ id: `ring${at}`, facets: origin(own, `ring${(at + 1) % 100}`) })),
  );
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
  const thread = async (id: string) => (await masa.ask<Thread>('GET', `/api/boards/${own}/objects/${id}/thread`, { token })).body;
  const forged = await thread('forged');
  expect(forged.cards.map(({ state }) => state)).toEqual(['elsewhere', 'here']);
  expect(JSON.stringify(forged)).not.toContain('their secret');
  expect(JSON.stringify(forged)).not.toContain(other);
  expect((await thread('self')).cards.length).toBe(1);
  const ring = await thread('ring0');
  expect([ring.isCut, ring.cards.length <= 14]).toEqual([true, true]);
  const list = await masa.ask<CardList>('GET', `/api/workshops/${workshop.id}/cards?search=secret`, { token });
  expect(list.body.cards).toEqual([]);
  expect((await masa.ask('GET', `/api/workshops/${workshop.id}/cards?board=${other}`, { token })).status).toBe(404);
});

test('BREAK-16 a template as large as a request may be is refused, and so are values without end', async () => {
  const { id } = await openWorkshop(masa, organiser, 1);
  const save = (template: unknown, of?: string) =>
    masa.ask<TemplateSaved>('POST', `/api/workshops/${id}/templates`, {
      token: organiser,
      body: { template, ...(of === undefined ? {} : { id: of }) },
    });
  const words = (length: number) => Object.fromEntries(['en', 'bg', 'ro', 'uk', 'nb'].map((language) => [language, 'о'.repeat(length)]));
  const cells = Array.from({ length: 40 }, (_, at): OwnTemplate['cells'][number] => ({
    id: `cell${at}`,
    title: words(300),
    hint: words(300),
    example: words(300),
    question: words(300),
    slots: [{ slot: 'needs' }],
    rect: { x: 40, y: 40 + at * 300, w: 500, h: 280 },
    order: at,
  }));
  const captions = Array.from({ length: 40 }, () => ({ text: words(300), note: words(300), rect: { x: 0, y: 0, w: 10, h: 10 } }));
  expect((await save(ownTemplate({ cells, captions }))).status).toBe(400);
  const [first] = ownTemplate().cells;
  if (!first) throw new Error('no cell');
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`part${at}`, at]));
  const endless = { ...first, slots: [{ slot: 'needs', when: { facet: 'priority', values: [many], enter: many } }] };
  expect((await save(ownTemplate({ cells: [endless] }))).status).toBe(400);
  for (const bad of ['__proto__', 'a b', '', '../x', 'x'.repeat(65)]) {
    expect([bad, (await save(ownTemplate({ cells: [{ ...first, id: bad }] }))).status]).toEqual([bad, 400]);
  }
  const proto = `{"template":${JSON.stringify(ownTemplate()).replace('"cells":', '"__proto__":{"kind":"risk-matrix"},"cells":')}}`;
  const saved = await masa.ask<TemplateSaved>('POST', `/api/workshops/${id}/templates`, {
    token: organiser,
    body: proto,
    headers: { 'content-type': 'application/json' },
  });
  expect(saved.status).toBe(201);
  expect(await masa.ask('GET', `/api/workshops/${id}/templates`, { token: organiser }).then(({ text }) => text)).not.toContain('risk-matrix');

  // Nor is it there for another workshop, or for a board of another kind.
  const other = await openWorkshop(masa, organiser, 1);
  const { ref } = saved.body;
  expect((await masa.ask('POST', `/api/workshops/${other.id}/boards`, { token: organiser, body: { template: ref } })).status).toBe(400);
  const [board = ''] = other.boards;
  const pin = (workshop: string, on: string, template: string) =>
    masa.ask('PATCH', `/api/workshops/${workshop}/boards/${on}`, { token: organiser, body: { template } });
  expect((await pin(other.id, board, ref)).status).toBe(400);
  const market = await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, { token: organiser, body: { template: 'marketplace' } });
  expect((await pin(id, market.body.id, ref)).status).toBe(400);
  for (const wrong of [`${ref}9`, `${ref}@1`.replace('@1@1', '@0'), 'own-', 'own-__proto__@1', '__proto__', 'constructor', 'own-x@-1']) {
    expect([wrong, (await pin(id, market.body.id, wrong)).status]).toEqual([wrong, 400]);
  }
});

test('KINDS-33 where one of the two boards is gone, the refusal says which, and nothing is carried', async () => {
  const workshop = await openWorkshop(masa, organiser, 3);
  const [from = '', to = '', third = ''] = workshop.boards;
  const id = await write(from, 'a card');
  const take = (board: string) => masa.ask('DELETE', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser });
  const said = async (...asked: Parameters<typeof carry>) => {
    const { status, body } = await carry(...asked);
    return [status, (body as { error?: { code: string } }).error?.code];
  };
  expect((await take(to)).status).toBe(200);
  expect(await said(from, to, [id], organiser)).toEqual([404, 'target-gone']);
  expect((await take(from)).status).toBe(200);
  expect(await said(from, third, [id], organiser)).toEqual([404, 'source-gone']);
  // A board one may not open is told as one that is not there.
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  expect(await said(third, third, [id], token)).toEqual([404, 'source-gone']);
  expect(await textOf(third)).not.toContain('a card');
});

test('KINDS-37 a carried card tells what became of its source meanwhile: binned, restored, joined into another stall', async () => {
  const scene = await openMarket(masa, organiser);
  const { id } = scene.workshop;
  const canvas = (await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, { token: organiser, body: { template: 'form-a' } })).body.id;
  await scene.stall('X');
  await scene.stall('Y');
  await scene.stage('open');
  const [need = ''] = (await carry(scene.board, canvas, ['X'], scene.facilitator)).body.cards;
  const told = async (token: string): Promise<readonly string[]> => {
    const { body } = await masa.ask<Thread>('GET', `/api/boards/${canvas}/objects/${need}/thread?language=en`, { token });
    return body.cards.map(({ depth, state, slot, isInBin }) => [depth, state, slot, isInBin ? 'bin' : ''].filter((part) => part !== '').join(' '));
  };
  const here = '0 here Identifying the service';
  expect(await told(scene.observer)).toEqual(['-1 here Idea', here]);

  await scene.edit({ do: 'set', id: 'X', facet: 'gone', value: { by: 'o', name: 'O', at: 1 } });
  expect(await told(scene.observer)).toEqual(['-1 gone', here]);
  expect(await told(scene.facilitator)).toEqual(['-1 here Idea bin', here]);
  await scene.edit({ do: 'set', id: 'X', facet: 'gone', value: null });
  expect(await told(scene.observer)).toEqual(['-1 here Idea', here]);

  expect((await scene.lonely({ what: 'merge', topic: 'X', into: 'Y' })).status).toBe(200);
  expect(await told(scene.observer)).toEqual(['-1 here Joined with others', here]);
  const { body } = await masa.ask<Thread>('GET', `/api/boards/${scene.board}/objects/X/thread?language=en`, { token: scene.observer });
  expect(body.cards.map(({ depth, object }) => [depth, object])).toEqual([
    [0, 'X'],
    [1, need],
    [1, 'Y'],
  ]);
});
