// A marketplace in impatient hands: groups taken away after people joined them, lonely topics settled by two people at once, stalls joined in
// a circle, and everybody after one stall.
import { MARKET } from '@masa/shared/kinds';
import type { Workshop } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';
import { type Guest, type MarketScene, openMarket, seat } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

interface Market extends MarketScene {
  readonly guests: readonly Guest[];
  readonly seats: readonly string[];
}

async function market(people: number, ...stalls: readonly string[]): Promise<Market> {
  const scene = await openMarket(masa, organiser);
  const guests: Guest[] = [];
  for (let at = 0; at < people; at += 1) guests.push(await scene.guest(`Guest ${at}`, { region: `Region ${at % 2}` }));
  for (const stall of stalls) await scene.stall(stall);
  await scene.stage('open');
  return { ...scene, guests, seats: guests.map((guest) => seat(guest)) };
}

const tablesOf = async ({ workshop }: Market) => {
  const { body } = await masa.ask<Workshop>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  return body.groups.map(({ name }) => name).toSorted();
};

/** The facilitator takes a group's board away, and its table. */
async function takeAway(scene: Market, topic: string): Promise<void> {
  const group = (await scene.places()).groups.find((each) => each.topic === topic);
  const at = `/api/workshops/${scene.workshop.id}`;
  const board = await masa.ask('DELETE', `${at}/boards/${group?.boardId}`, { token: organiser });
  const table = await masa.ask('DELETE', `${at}/groups/${group?.groupId}`, { token: organiser });
  expect([board.status, table.status]).toEqual([200, 200]);
}

test('KINDS-1 whoever was in a group that was taken away is named as not placed, and nobody walks over to it or waits for it', async () => {
  const scene = await market(6, 'X', 'Y');
  const [a, , , , , last] = scene.guests as [Guest, Guest, Guest, Guest, Guest, Guest];
  expect((await scene.publish({ X: scene.seats.slice(0, 3), Y: scene.seats.slice(3, 5) }, scene.seats.slice(5))).status).toBe(201);
  expect((await scene.walk(last.token, 'X')).body.outcome).toBe('waiting');
  await takeAway(scene, 'X');

  const { groups, unplaced } = await scene.places();
  expect(groups.map(({ topic, seats }) => [topic, seats])).toEqual([['Y', 2]]);
  expect(new Set(unplaced?.map(({ id }) => id))).toEqual(new Set([...scene.seats.slice(0, 3), seat(last)]));
  expect((await scene.places(a.token)).mine).toEqual([{ seat: 1, topic: null, waiting: null, ahead: 0 }]);
  expect((await scene.places(last.token)).mine).toEqual([{ seat: 1, topic: null, waiting: null, ahead: 0 }]);
  expect((await scene.walk(last.token, 'X')).code).toBe('group-gone');
  expect((await scene.walk(last.token, 'Y')).body.outcome).toBe('placed');
});

test('KINDS-2 a lonely topic that is kept later makes its own group, and none that was taken away', async () => {
  const scene = await market(5, 'X', 'Y', 'Z');
  expect((await scene.publish({ X: scene.seats.slice(0, 2), Y: scene.seats.slice(2, 4) }, scene.seats.slice(4))).status).toBe(201);
  await takeAway(scene, 'X');
  expect((await scene.lonely({ what: 'keep', topic: 'Z', members: scene.seats.slice(4) })).status).toBe(200);
  expect(await tablesOf(scene)).toEqual(['About Y', 'About Z']);
  const { groups, unplaced } = await scene.places();
  expect(groups.map(({ topic, seats }) => [topic, seats])).toEqual([
    ['Y', 2],
    ['Z', 1],
  ]);
  expect(unplaced?.length).toBe(2);
});

test('KINDS-3 a stall that has a group is neither parked nor joined by a facilitator whose screen still calls it lonely', async () => {
  const scene = await market(4, 'X', 'Y');
  expect((await scene.publish({ X: scene.seats })).status).toBe(201);
  for (const body of [
    { what: 'park', topic: 'X', promise: 'In May' },
    { what: 'merge', topic: 'X', into: 'Y' },
  ])
    expect((await scene.lonely(body)).body.error?.code).toBe('places-changed');
  expect((await scene.slots())[MARKET.grouped]?.map(({ id }) => id)).toEqual(['X']);
  expect((await scene.lonely({ what: 'merge', topic: 'Y', into: 'X' })).status).toBe(200);
});

test('KINDS-4 two facilitators who join two stalls each into the other lose neither', async () => {
  const scene = await market(2, 'X', 'Y');
  const replies = await Promise.all([scene.lonely({ what: 'merge', topic: 'X', into: 'Y' }), scene.lonely({ what: 'merge', topic: 'Y', into: 'X' })]);
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  const slots = await scene.slots();
  expect([slots[MARKET.stalls]?.length, slots[MARKET.merged]?.length]).toEqual([1, 1]);
});

test('KINDS-5 nobody interested, one stall only, everybody after the same one: everybody is in a group or named, and the rest can be published', async () => {
  const nobody = await market(5, 'X', 'Y');
  await nobody.stage('interest');
  await nobody.stage('groups');
  const none = await nobody.propose();
  expect([none.groups, none.unplaced.length]).toEqual([[], 5]);

  const scene = await market(7, 'X');
  await scene.stage('interest');
  for (const guest of scene.guests) expect((await scene.want(guest, 'X', { rank: 1 })).status).toBe(200);
  await scene.stage('groups');
  const { groups, unplaced } = await scene.propose({ min: 2, max: 3 });
  expect([groups.map(({ members }) => members.length), unplaced.length]).toEqual([[3], 4]);
  const [members = []] = groups.map((group) => group.members.map(({ person }) => person));
  expect(
    (
      await scene.publish(
        { X: members },
        scene.seats.filter((id) => !members.includes(id)),
      )
    ).status,
  ).toBe(201);
  expect((await scene.places()).unplaced?.length).toBe(4);
});

/** A marketplace whose seats have chosen: by seat, the stall of each rank in turn; `?stall` = only kept informed. */
async function chosen(stalls: readonly string[], ...choices: readonly (readonly string[])[]): Promise<Market> {
  const scene = await market(choices.length, ...stalls);
  await scene.stage('interest');
  for (const [at, wishes] of choices.entries()) {
    for (const [rank, wish] of wishes.entries()) {
      const guest = scene.guests[at] as Guest;
      const reply = wish.startsWith('?') ? scene.want(guest, wish.slice(1), { informed: true }) : scene.want(guest, wish, { rank: rank + 1 });
      expect((await reply).status).toBe(200);
    }
  }
  return scene;
}

/** "X1 Y2": what the proposal reads of each seat, in the order of seats. */
const readOf = async ({ propose, seats }: Market): Promise<readonly string[]> => {
  const { people } = await propose({ min: 2, max: 8 });
  return seats.map((id) =>
    (people.find((person) => person.id === id)?.wants ?? [])
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ topic, rank }) => `${topic}${rank}`)
      .join(' '),
  );
};

test('KINDS-30 what seats chose of a stall counts for the stall it was joined into, also through a second join, with the better rank', async () => {
  const scene = await chosen(['X', 'Y', 'Z'], ['X', 'Y'], ['X', 'Y'], ['Z'], ['Y', 'Z', 'X'], ['?Z', 'Y'], ['?Z']);
  await scene.stage('groups');
  const before = await scene.propose({ min: 3 });
  expect(before.lonely.map(({ topic }) => topic)).toContain('Z');
  expect((await scene.lonely({ what: 'merge', topic: 'Z', into: 'X' })).status).toBe(200);
  expect(await readOf(scene)).toEqual(['X1 Y2', 'X1 Y2', 'X1', 'Y1 X2', 'Y2', '']);
  const after = await scene.propose({ min: 3 });
  expect(after.groups.find(({ topic }) => topic === 'X')?.members.map(({ person }) => person)).toContain(scene.seats[2]);
  expect(after.topics.find(({ id }) => id === 'X')?.informed).toBe(2);

  expect((await scene.lonely({ what: 'merge', topic: 'X', into: 'Y' })).status).toBe(200);
  expect(await readOf(scene)).toEqual(['Y1', 'Y1', 'Y1', 'Y1', 'Y2', '']);
});

test('KINDS-31 who answers about a joined stall anew has said it for what lies inside, and apart again each stall has its own answers', async () => {
  const scene = await chosen(['X', 'Y', 'Z'], ['Z', 'X'], ['Z'], ['Z', 'Y']);
  const [anew, back] = scene.guests as [Guest, Guest, Guest];
  expect((await scene.lonely({ what: 'merge', topic: 'Z', into: 'X' })).status).toBe(200);
  const at = `/api/boards/${scene.board}/rounds/interest/withdrawals`;
  expect((await scene.want(anew, 'X', { rank: 3 })).status).toBe(200);
  // There is one answer about the two, so its first rank is free again.
  expect((await scene.want(anew, 'Y', { rank: 1 })).status).toBe(200);
  const taken = await masa.ask<{ own: readonly unknown[] }>('POST', at, { token: back.token, body: { object: 'X', seat: 1 } });
  expect([taken.status, taken.body.own]).toEqual([200, []]);
  await scene.stage('groups');
  expect(await readOf(scene)).toEqual(['Y1 X3', '', 'X1 Y2']);
  await scene.edit({ do: 'set', id: 'Z', facet: 'place', value: { cell: MARKET.stalls, order: 'a5' } });
  expect(await readOf(scene)).toEqual(['Y1 X3', '', 'Z1 Y2']);
});

test('KINDS-32 rating plans or risks and choosing stalls begin only where there are some, and the refusal says what is missing', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const make = async (template: string): Promise<string> =>
    (await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, { token: organiser, body: { template } })).body.id;
  const put = async (board: string, cell: string, text: string) =>
    masa.ask('POST', `/api/boards/${board}/cards`, { token: organiser, body: { cells: [{ id: cell, cards: [{ text }] }] } });
  const go = async (board: string, stage: string): Promise<string> => {
    const { status, body } = await masa.ask('POST', `/api/boards/${board}/stage`, { token: organiser, body: { stage } });
    return body.error?.code ?? String(status);
  };

  const plans = await make('plan-comparison');
  expect(await go(plans, 'rate')).toBe('plans-missing');
  await put(plans, 'plan-a', 'A café for readers');
  expect(await go(plans, 'rate')).toBe('criteria-missing');
  // Further on nothing is asked, and from there the way back leads through everything.
  expect([await go(plans, 'take-over'), await go(plans, 'rate'), await go(plans, 'prepare')]).toEqual(['200', '200', '200']);
  await put(plans, 'criteria', 'Low risk');
  expect(await go(plans, 'rate')).toBe('200');

  const risks = await make('risks-5');
  expect(await go(risks, 'rate')).toBe('nothing-to-open');
  // An action alone is no risk.
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, risks, organiser, { ack: true });
  await peer.synced;
  peer.edit(createEdit({ id: 'a', cell: 'actions', text: 'Ask the mayor' }));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
  expect([await go(risks, 'rate'), await go(risks, 'word'), await go(risks, 'rate-after')]).toEqual(['risks-missing', '200', 'risks-missing']);
  const market = await openMarket(masa, organiser);
  await market.edit(createEdit({ id: 'h', cell: MARKET.harvest, text: 'Brought along' }));
  expect([await go(market.board, 'interest'), await go(market.board, 'walk'), await go(market.board, 'interest')]).toEqual([
    'stalls-missing',
    '200',
    'stalls-missing',
  ]);
});

test('KINDS-32 what is still in drafts counts: stalls nobody has seen yet open straight into the choice', async () => {
  const scene = await openMarket(masa, organiser);
  const anna = await scene.guest('Anna');
  await scene.stall('s', {}, anna, 'draft');
  await scene.stage('interest');
  expect((await scene.want(anna, 's', { rank: 1 })).status).toBe(200);
});
