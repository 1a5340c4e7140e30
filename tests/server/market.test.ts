// The marketplace on the server: secret choices, a proposal, groups with boards, and walking between them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PlaceTables } from '@masa/server/store/placeStoreSql';
import { openSqlite } from '@masa/server/store/sqlite';
import type { WorkshopTables } from '@masa/server/store/workshopTables';
import { MARKET } from '@masa/shared/kinds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { type Guest, type MarketScene, openMarket, RULES, seat } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

interface Busy extends MarketScene {
  readonly guests: readonly Guest[];
  /** The seats of all guests. */
  readonly seats: readonly string[];
}

/** Five guests, one of them with two seats; two stalls, the first Anna's, who would lead. */
async function busyMarket(on: TestMasa = masa, host: string = organiser): Promise<Busy> {
  const scene = await openMarket(on, host);
  const guests = [await scene.guest('Anna', { seats: 2 })];
  for (const name of ['Bjørn', 'Cecilie', 'David', 'Eva']) guests.push(await scene.guest(name));
  await scene.stall('X', { convening: 'ready', stallType: 'problem', story: 'Every evening it is empty' }, guests[0], 'draft');
  await scene.stall('Y', { story: 'Tools for all' }, guests[1], 'draft');
  await scene.stage('open');
  return { ...scene, guests, seats: guests.flatMap((guest, at) => (at === 0 ? [seat(guest), seat(guest, 2)] : [seat(guest)])) };
}

const namesOf = (members: readonly { readonly name: string }[] | null) => members?.map(({ name }) => name).toSorted();

const statusOf = (reply: { readonly status: number; readonly body: { readonly error?: { readonly code: string } } }) => [
  reply.status,
  reply.body.error?.code,
];

test('MARKET-60 the proposal is made from what seats chose, once choosing is over, for facilitators alone', async () => {
  const { stage, want, propose, guests, seats, board, facilitator, observer } = await busyMarket();
  await stage('interest');
  const [anna, bjorn, cecilie, david] = guests as [Guest, Guest, Guest, Guest, Guest];
  await want(anna, 'Y', { rank: 1 }, 2);
  await want(anna, 'X', { rank: 1 });
  await want(bjorn, 'Y', { rank: 1 });
  await want(cecilie, 'X', { rank: 2 });
  await want(cecilie, 'Y', { informed: true });
  await want(david, 'X', { rank: 1 });
  const ask = (token: string) => masa.ask('POST', `/api/boards/${board}/places/proposal`, { token, body: { rules: RULES } });
  expect(statusOf(await ask(facilitator))).toEqual([409, 'choices-secret']);
  await stage('groups');
  expect((await Promise.all([anna.token, observer].map(ask))).map(({ status }) => status)).toEqual([403, 403]);
  const proposal = await propose();
  expect(proposal.groups.map(({ topic, members }) => [topic, members.map(({ person }) => person).toSorted()])).toEqual([
    ['X', [seat(anna), seat(cecilie), seat(david)].toSorted()],
    ['Y', [seat(anna, 2), seat(bjorn)].toSorted()],
  ]);
  expect(proposal.choices).toEqual({ first: 4, second: 1, third: 0, other: 0 });
  expect(proposal.unplaced).toEqual([{ person: seats.at(-1), why: 'no-choice' }]);
  expect(proposal.topics.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: 'X', title: 'About X', convener: seat(anna), informed: 0 },
    { id: 'Y', title: 'About Y', convener: null, informed: 1 },
  ]);
  expect(proposal.people.find(({ id }) => id === seat(anna, 2))).toMatchObject({ name: 'Anna (2)', wants: [{ topic: 'Y', rank: 1 }] });
  // What nobody may read, nobody finds: not in the answers of others, and not in the document.
  const { body } = await masa.ask<{ shown: unknown }>('GET', `/api/boards/${board}/rounds/interest`, { token: bjorn.token });
  expect(body.shown).toBeNull();
  expect(JSON.stringify(await masa.ask('GET', `/api/boards/${board}`, { token: bjorn.token }).then(({ text }) => text))).not.toContain('rank');
});

test('MARKET-61 a fourth choice is refused and says which to drop; a choice after closing is refused with the time', async () => {
  const { stage, want, guests, stall } = await busyMarket();
  await stall('Z');
  await stall('W');
  await stage('interest');
  const [anna] = guests as [Guest];
  for (const [at, id] of ['X', 'Y', 'Z'].entries()) expect((await want(anna, id, { rank: at + 1 })).status).toBe(200);
  const fourth = await want(anna, 'W', { rank: 3 });
  expect(fourth.body.error).toMatchObject({ code: 'interest-full', fields: [{ path: 'Z', code: 'droppable' }] });
  expect((await want(anna, 'W', { informed: true })).status).toBe(200);
  const closed = masa.clock.now();
  await stage('groups');
  const late = await want(anna, 'W', { rank: 1 });
  expect(statusOf(late)).toEqual([403, 'round-closed']);
  expect(late.body.error?.fields).toMatchObject([{ path: 'closedAt', message: new Date(closed).toISOString() }]);
});

test('MARKET-62 publishing makes a group with a board for each stall, its text in needs or service, and moves people there', async () => {
  const { stage, publish, guests, slots, places, board, workshop } = await busyMarket();
  await stage('groups');
  const [anna, bjorn, cecilie, david, eva] = guests as [Guest, Guest, Guest, Guest, Guest];
  const published = await publish({ X: [seat(anna), seat(cecilie)], Y: [seat(anna, 2), seat(bjorn), seat(david)] }, [seat(eva)]);
  expect(statusOf(published)).toEqual([201, undefined]);
  const { state, groups, unplaced } = await places();
  expect(state).toBe('done');
  expect(groups.map(({ topic, title, number, seats, free, members }) => [topic, title, number, seats, free, namesOf(members)])).toEqual([
    ['X', 'About X', 1, 2, 1, ['Anna (1)', 'Cecilie']],
    ['Y', 'About Y', 2, 3, 0, ['Anna (2)', 'Bjørn', 'David']],
  ]);
  expect(unplaced?.map(({ name }) => name)).toEqual(['Eva']);

  const { body } = await masa.ask<{
    boards: { id: string; groupId: string; template: string; title: string }[];
    groups: { id: string; name: string }[];
  }>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(body.groups.map(({ name }) => name)).toEqual(['About X', 'About Y']);
  const [forX, forY] = groups.map(({ boardId, groupId }) => body.boards.find((each) => each.id === boardId && each.groupId === groupId));
  expect([forX?.title, forX?.template.split('@')[0]]).toEqual(['Smart diagram', 'smart-diagram']);
  expect(await slots(forX?.id)).toMatchObject({
    needs: [{ text: 'About X', notes: 'Every evening it is empty', origin: { how: 'marketplace', board, object: 'X' }, author: { name: 'Anna' } }],
  });
  expect(await slots(forY?.id)).toMatchObject({ service: [{ text: 'About Y', fields: { description: 'Tools for all' } }] });

  // A device with several people goes where the first of them goes.
  const people = await masa.ask<{ participants: { id: string; groupId: string | null }[] }>('GET', `/api/workshops/${workshop.id}/participants`, {
    token: organiser,
  });
  const groupOf = (guest: Guest) => people.body.participants.find(({ id }) => id === guest.id)?.groupId;
  expect([anna, bjorn, cecilie, david, eva].map(groupOf)).toEqual([
    groups[0]?.groupId,
    groups[1]?.groupId,
    groups[0]?.groupId,
    groups[1]?.groupId,
    null,
  ]);

  const market = await slots();
  expect([market[MARKET.stalls], market[MARKET.grouped]?.map(({ id }) => id).toSorted()]).toEqual([undefined, ['X', 'Y']]);
  expect(market[MARKET.harvest]?.map(({ text, fields, origin }) => [text, fields.convener, fields.participants, origin])).toEqual([
    ['About X', 'Anna (1)', 'Anna (1), Cecilie', { how: 'marketplace', board, object: 'X' }],
    ['About Y', null, 'Anna (2), Bjørn, David', { how: 'marketplace', board, object: 'Y' }],
  ]);
});

test('MARKET-63 every seat is placed once or named as not placed, every topic stands on the marketplace; else nothing is published', async () => {
  const { stage, publish, guests, seats, places, edit, workshop } = await busyMarket();
  await stage('groups');
  const [anna, ...rest] = seats as [string, ...string[]];
  const wrong = [
    await publish({ X: [anna] }),
    await publish({ X: [anna, ...rest], Y: [anna] }),
    await publish({ X: [anna, anna, ...rest] }),
    await publish({ X: [anna, ...rest] }, ['never-was/1']),
    await publish({ X: [anna, ...rest], Z: [] }),
    await publish({ X: [anna] }, rest, {
      groups: [
        { topic: 'X', members: [anna] },
        { topic: 'X', members: [] },
      ],
    }),
  ];
  expect(wrong.map(statusOf)).toEqual(wrong.map(() => [409, 'places-changed']));
  await edit({ do: 'set', id: 'Y', facet: 'place', value: { cell: MARKET.withdrawn, order: 'a0' } });
  expect(statusOf(await publish({ X: [anna], Y: [] }, rest))).toEqual([409, 'places-changed']);
  expect(statusOf(await publish({ X: [anna] }, rest, { template: 'no-such' }))).toEqual([400, 'unknown-template']);
  expect((await publish({ X: [anna] }, rest, {}, guests[0]?.token)).status).toBe(403);
  expect((await places()).state).toBe('none');
  const { body } = await masa.ask<{ groups: unknown[] }>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(body.groups).toEqual([]);
  // More than they hold is the facilitator's choice; twice is not.
  expect((await publish({ X: seats })).status).toBe(201);
  expect(statusOf(await publish({ X: seats }))).toEqual([409, 'groups-published']);
});

test('MARKET-64 a participant reads how full groups are and where they are themselves, and nobody else’s name or choice', async () => {
  const { stage, publish, guests, seats, places, want } = await busyMarket();
  await stage('interest');
  await want(guests[4] as Guest, 'Y', { rank: 1 });
  await stage('groups');
  const [anna, bjorn] = guests as [Guest, Guest];
  await publish({ X: seats.slice(0, 2), Y: seats.slice(2, 4) }, seats.slice(4));
  const own = await places(anna.token);
  expect(own.mine).toEqual([
    { seat: 1, topic: 'X', waiting: null, ahead: 0 },
    { seat: 2, topic: 'X', waiting: null, ahead: 0 },
  ]);
  expect(own.unplaced).toBeNull();
  expect(own.groups.map(({ seats: count, free, members }) => [count, free, members])).toEqual([
    [2, 1, null],
    [2, 1, null],
  ]);
  expect(JSON.stringify(own)).not.toContain(bjorn.id);
  expect(JSON.stringify(own)).not.toContain('Bjørn');
  expect((await places()).unplaced?.length).toBe(2);
});

test('MARKET-65 people walk over while there is room, else they wait; whoever leaves lets the first one in', async () => {
  const { stage, publish, guests, seats, places, walk, workshop } = await busyMarket();
  await stage('groups');
  const [anna, bjorn, cecilie, david, eva] = guests as [Guest, Guest, Guest, Guest, Guest];
  expect((await walk(bjorn.token, 'X')).code).toBe('groups-unpublished');
  // X: Anna twice and Bjørn, full. Y: Cecilie, David. Eva nowhere.
  await publish({ X: seats.slice(0, 3), Y: seats.slice(3, 5) }, seats.slice(5));
  const first = await walk(eva.token, 'X');
  expect([first.body.outcome, first.body.places.mine]).toEqual(['waiting', [{ seat: 1, topic: null, waiting: 'X', ahead: 0 }]]);
  masa.clock.advance(1_000);
  const second = await walk(cecilie.token, 'X');
  expect([second.body.outcome, second.body.places.mine]).toEqual(['waiting', [{ seat: 1, topic: 'Y', waiting: 'X', ahead: 1 }]]);
  expect((await walk(bjorn.token, 'Y')).body.outcome).toBe('placed');
  const membersOf = async (topic: string) => namesOf((await places()).groups.find((group) => group.topic === topic)?.members ?? null);
  expect([await membersOf('X'), await membersOf('Y')]).toEqual([
    ['Anna (1)', 'Anna (2)', 'Eva'],
    ['Bjørn', 'Cecilie', 'David'],
  ]);
  const groupId = async (guest: Guest) =>
    (await masa.ask<{ participant: { groupId: string } }>('GET', '/api/me', { token: guest.token })).body.participant.groupId;
  const [forX, forY] = (await places()).groups.map((group) => group.groupId);
  expect([await groupId(eva), await groupId(bjorn)]).toEqual([forX, forY]);
  // Shown out: the place goes to who waits, as soon as anybody looks.
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${eva.id}`, { token: organiser });
  expect(await membersOf('X')).toEqual(['Anna (1)', 'Anna (2)', 'Cecilie']);
  expect((await walk(anna.token, null, { seat: 2 })).body.outcome).toBe('left');
  expect([await membersOf('X'), await groupId(anna)]).toEqual([['Anna (1)', 'Cecilie'], forX]);
  expect((await walk(anna.token, null)).body.outcome).toBe('left');
  expect(await groupId(anna)).toBeNull();
  expect((await places(david.token)).groups.map(({ waiting }) => waiting)).toEqual([0, 0]);
});

test('MARKET-66 nobody walks for others, with a seat that is not there, to a stall without a group, or while the board is frozen; facilitators move everybody', async () => {
  const { stage, publish, guests, seats, walk, facilitator, workshop, board, stall } = await busyMarket();
  await stall('Z');
  await stage('groups');
  const [anna, bjorn] = guests as [Guest, Guest];
  await publish({ X: seats.slice(0, 3), Y: seats.slice(3) });
  const codes = [
    await walk(anna.token, 'Y', { participantId: bjorn.id }),
    await walk(anna.token, 'Y', { seat: 3 }),
    await walk(anna.token, 'Z'),
    await walk(facilitator, 'Y'),
  ].map(({ code }) => code);
  expect(codes).toEqual(['not-allowed', 'no-such-seat', 'group-gone', 'no-such-seat']);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state: 'frozen' } });
  const closed = await walk(anna.token, 'Y');
  expect([closed.status, closed.code]).toEqual([403, 'groups-closed']);
  // Y is full; the facilitator brings one more.
  const moved = await walk(facilitator, 'Y', { participantId: bjorn.id });
  expect([moved.body.outcome, moved.body.places.groups.map((group) => group.seats)]).toEqual(['placed', [2, 4]]);
});

test('MARKET-67 for one last place among many who walk at once, one gets it and the others wait', async () => {
  const { stage, publish, guests, seats, walk, places } = await busyMarket();
  await stage('groups');
  await publish({ X: seats.slice(0, 2), Y: [] }, seats.slice(2));
  const rest = guests.slice(1);
  const outcomes = await Promise.all(rest.map(({ token }) => walk(token, 'X')));
  expect(outcomes.map(({ body }) => body.outcome).toSorted()).toEqual(['placed', 'waiting', 'waiting', 'waiting']);
  expect((await places()).groups[0]).toMatchObject({ seats: 3, free: 0, waiting: 3 });
});

test('MARKET-68 a lonely topic is kept as a small group, joined with another, or parked with a promise', async () => {
  const { stage, publish, guests, seats, lonely, slots, places, stall, facilitator } = await busyMarket();
  for (const id of ['P', 'Q', 'R']) await stall(id);
  await stage('groups');
  const [anna] = guests as [Guest];
  expect(statusOf(await lonely({ what: 'keep', topic: 'R', members: seats.slice(4) }))).toEqual([409, 'groups-unpublished']);
  expect((await lonely({ what: 'park', topic: 'P', promise: '  ' })).status).toBe(400);
  expect((await lonely({ what: 'park', topic: 'P', promise: 'Asked again in May' }, anna.token)).status).toBe(403);
  expect((await lonely({ what: 'park', topic: 'P', promise: 'Asked again in May' })).status).toBe(200);
  await publish({ X: seats.slice(0, 2), Y: seats.slice(2, 4) }, seats.slice(4));
  expect((await lonely({ what: 'merge', topic: 'Q', into: 'X' })).status).toBe(200);
  expect(statusOf(await lonely({ what: 'merge', topic: 'Q', into: 'X' }))).toEqual([409, 'places-changed']);
  expect((await lonely({ what: 'keep', topic: 'R', members: seats.slice(4) }, facilitator)).status).toBe(200);
  expect(statusOf(await lonely({ what: 'keep', topic: 'R', members: seats.slice(4) }))).toEqual([409, 'places-changed']);
  const { groups, unplaced } = await places();
  expect([groups.map(({ topic, number, seats: count }) => [topic, number, count]), unplaced]).toEqual([
    [
      ['X', 1, 2],
      ['Y', 2, 2],
      ['R', 3, 2],
    ],
    [],
  ]);
  const market = await slots();
  const ids = (slot: string) => market[slot]?.map(({ id }) => id);
  expect([ids(MARKET.parked), ids(MARKET.merged), ids(MARKET.grouped)?.toSorted()]).toEqual([['P'], ['Q'], ['R', 'X', 'Y']]);
  expect(market[MARKET.parked]?.[0]?.fields.promise).toBe('Asked again in May');
  expect(market[MARKET.grouped]?.find(({ id }) => id === 'X')?.fields.mergedFrom).toEqual(['Q']);
  expect(market[MARKET.harvest]?.length).toBe(3);
});

test('MARKET-69 a server that stopped while it made groups finishes when it is asked again, and makes nothing twice', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-market-'));
  const before = await startMasa({ dataDir, requests: 1_000_000 });
  const host = await setUp(before);
  const { stage, publish, places, seats, workshop, board, facilitator } = await busyMarket(before, host);
  await stage('groups');
  await publish({ X: seats.slice(0, 3), Y: seats.slice(3) });
  const made = (await places()).groups;
  await before.close();

  // As if it had stopped after the first group: nothing of the second is there but its document.
  const database = await openSqlite(path.join(dataDir, 'masa.sqlite'));
  const tables = database.kysely.withTables<PlaceTables & WorkshopTables>();
  await tables.updateTable('market_plans').set({ state: 'begun' }).execute();
  await tables
    .deleteFrom('workshop_boards')
    .where('id', '=', made[1]?.boardId ?? '')
    .execute();
  await tables.updateTable('participants').set({ group_id: null }).execute();
  await tables
    .deleteFrom('workshop_groups')
    .where('id', '=', made[1]?.groupId ?? '')
    .execute();
  await database.close();

  const after = await startMasa({ dataDir, requests: 1_000_000 });
  const ask = <T>(method: string, to: string, body?: unknown) => after.ask<T>(method, to, { token: facilitator, body });
  const half = await ask<{ state: string; groups: { groupId: string | null; boardId: string | null }[] }>('GET', `/api/boards/${board}/places`);
  expect([half.body.state, half.body.groups.map(({ groupId, boardId }) => [groupId, boardId])]).toEqual([
    'begun',
    [
      [made[0]?.groupId, made[0]?.boardId],
      [null, null],
    ],
  ]);
  const again = await ask('POST', `/api/boards/${board}/places/publication`, { rules: RULES, groups: [{ topic: 'X', members: [] }], unplaced: [] });
  expect(again.status).toBe(201);
  expect((await ask<{ groups: unknown }>('GET', `/api/boards/${board}/places`)).body.groups).toEqual(made);
  const whole = await ask<{ groups: unknown[]; boards: unknown[] }>('GET', `/api/workshops/${workshop.id}`);
  expect([whole.body.groups.length, whole.body.boards.length]).toEqual([2, 3]);
  for (const group of made) {
    const { body } = await ask<{ cells: { cards: unknown[] }[] }>('GET', `/api/boards/${group.boardId}`);
    expect(body.cells.flatMap(({ cards }) => cards).length).toBe(1);
  }
  const market = await ask<{ cells: { id: string; cards: unknown[] }[] }>('GET', `/api/boards/${board}`);
  expect(market.body.cells.find(({ id }) => id === 'harvest')?.cards.length).toBe(2);
  await after.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('MARKET-70 on a board that shows no names the harvest begins without them', async () => {
  const scene = await openMarket(masa, organiser);
  expect((await masa.ask('POST', `/api/boards/${scene.board}/authorship`, { token: organiser, body: { authorship: 'anonymous' } })).status).toBe(200);
  const guests = [await scene.guest('Anna'), await scene.guest('Bjørn')];
  await scene.stall('X', { author: { id: '', name: '', library: '', region: '' } }, guests[0], 'draft');
  await scene.stage('groups');
  const [stall] = (await scene.slots())[MARKET.stalls] ?? [];
  expect((await scene.publish({ [stall?.id ?? '']: guests.map((guest) => seat(guest)) })).status).toBe(201);
  const market = await scene.slots();
  expect(JSON.stringify(market)).not.toContain('Anna');
  expect(market[MARKET.harvest]?.map(({ text, fields }) => [text, fields.participants])).toEqual([['About X', null]]);
});
