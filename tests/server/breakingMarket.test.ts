// Attacks on the marketplace: publishing twice, foreign seats, crowds at one door.
import { MARKET } from '@masa/shared/kinds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { type Guest, type MarketScene, openMarket, seat } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

async function market(count: number): Promise<MarketScene & { readonly guests: readonly Guest[] }> {
  const scene = await openMarket(masa, organiser);
  const guests: Guest[] = [];
  for (let at = 0; at < count; at += 1) guests.push(await scene.guest(`Guest ${at}`));
  await scene.stall('X');
  await scene.stall('Y');
  await scene.stage('open');
  return { ...scene, guests };
}

const groupsOf = async ({ workshop }: MarketScene): Promise<number> =>
  (await masa.ask<{ groups: unknown[] }>('GET', `/api/workshops/${workshop.id}`, { token: organiser })).body.groups.length;

test('BREAK-14 groups published from ten sides at once are made once', async () => {
  const scene = await market(6);
  const [first, second] = [scene.guests.slice(0, 3).map((guest) => seat(guest)), scene.guests.slice(3).map((guest) => seat(guest))];
  const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => scene.publish(at % 2 ? { X: first, Y: second } : { X: second, Y: first })));
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(await groupsOf(scene)).toBe(2);
  expect((await scene.slots())[MARKET.harvest]?.length).toBe(2);
});

test('BREAK-14 with foreign, unknown, forgotten or twice named seats, topics that are none, and by participants nothing is published', async () => {
  const scene = await market(4);
  const other = await market(1);
  const seats = scene.guests.map((guest) => seat(guest));
  const [a = '', b = '', c = '', d = ''] = seats;
  const foreign = seat(other.guests[0] as Guest);
  const wrong: readonly Readonly<Record<string, readonly string[]>>[] = [
    { X: [...seats, foreign] },
    { X: [a, b, c] },
    { X: [...seats, a] },
    { X: [a, b], Y: [b, c, d] },
    { Z: seats },
    { nowhere: seats },
    { X: [a, b, c, seat(scene.guests[3] as Guest, 2)] },
  ];
  for (const groups of wrong) expect([groups, (await scene.publish(groups)).body.error?.code]).toEqual([groups, 'places-changed']);
  for (const token of [scene.guests[0]?.token, scene.observer]) expect((await scene.publish({ X: seats }, [], {}, token)).status).toBe(403);
  expect((await scene.publish({ X: seats }, [], {}, other.facilitator)).status).toBe(404);
  expect(await groupsOf(scene)).toBe(0);
  for (const token of [scene.guests[0]?.token, scene.observer]) {
    for (const body of [
      { what: 'park', topic: 'X', promise: 'soon' },
      { what: 'merge', topic: 'X', into: 'Y' },
      { what: 'keep', topic: 'X', members: [a] },
    ])
      expect((await scene.lonely(body, token)).status).toBe(403);
  }
  expect((await scene.lonely({ what: 'keep', topic: 'X', members: [foreign] })).status).toBe(409);
  expect(Object.keys(await scene.slots())).toEqual([MARKET.stalls]);
});

test('BREAK-14 twenty people who walk over at once fill a group and no more; nobody moves another', async () => {
  const scene = await market(20);
  const [first, second, ...rest] = scene.guests;
  if (!first || !second) throw new Error('no guests');
  expect(
    (
      await scene.publish(
        { X: [seat(first)], Y: [seat(second)] },
        rest.map((guest) => seat(guest)),
      )
    ).status,
  ).toBe(201);
  expect((await scene.walk(rest[0]?.token ?? '', 'X', { participantId: first.id })).status).toBe(403);
  expect((await scene.walk(rest[0]?.token ?? '', 'X', { seat: 2 })).code).toBe('no-such-seat');
  const walks = await Promise.all([...rest, ...rest].map(({ token }, at) => scene.walk(token, at % 5 === 4 ? 'Y' : 'X')));
  expect(walks.every(({ status }) => status === 200)).toBe(true);
  const { groups, unplaced } = await scene.places();
  expect(groups.every(({ seats }) => seats <= 3)).toBe(true);
  expect(groups.flatMap(({ members }) => members ?? []).length + (unplaced?.length ?? 0)).toBe(20);
  const again = await join(masa, scene.workshop.code, { name: 'Nobody yet' });
  expect((await scene.walk(again.token, 'X')).body.outcome).toBe('waiting');
});

test('BREAK-14 one person who walks back and forth in a hundred requests is in one place', async () => {
  const scene = await market(3);
  const [a, b, c] = scene.guests as [Guest, Guest, Guest];
  expect((await scene.publish({ X: [seat(a)], Y: [seat(b)] }, [seat(c)])).status).toBe(201);
  await Promise.all(Array.from({ length: 100 }, (_, at) => scene.walk(c.token, ['X', 'Y', null][at % 3] ?? null)));
  const { groups, unplaced } = await scene.places();
  const here = [...groups.flatMap(({ members }) => members ?? []), ...(unplaced ?? [])].filter(({ id }) => id === seat(c));
  expect(here.length).toBe(1);
});
