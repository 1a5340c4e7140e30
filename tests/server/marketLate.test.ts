// Between a proposal of groups and its publishing: people come and leave, stalls are joined and taken away, the server starts anew. The proposal
// stays, and nobody is left out silently.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MARKET } from '@masa/shared/kinds';
import type { PlacesReply, ProposalReply } from '@masa/shared/wire';
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

interface Proposed extends MarketScene {
  readonly anna: Guest;
  readonly bjorn: Guest;
  readonly cecilie: Guest;
  readonly david: Guest;
  readonly eva: Guest;
  readonly kept: Kept;
}

interface Kept {
  readonly groups: { topic: string; members: string[] }[];
  readonly unplaced: string[];
}

const keptOf = ({ groups, unplaced, late = [] }: ProposalReply): Kept => {
  const came = new Set(late.map(({ person }) => person));
  return {
    groups: groups.map(({ topic, members }) => ({ topic, members: members.map(({ person }) => person) })),
    unplaced: unplaced.flatMap(({ person }) => (came.has(person) ? [] : [person])),
  };
};

const groupsOf = ({ groups }: Kept): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(groups.map(({ topic, members }) => [topic, members.toSorted()]));

/** Of at most three: X has Anna and Bjørn, Y Cecilie and David; Eva chose nothing. */
async function proposed(on: TestMasa = masa, host: string = organiser): Promise<Proposed> {
  const scene = await openMarket(on, host);
  const guest = (name: string) => scene.guest(name);
  const [anna, bjorn, cecilie, david, eva] = [
    await guest('Anna'),
    await guest('Bjørn'),
    await guest('Cecilie'),
    await guest('David'),
    await guest('Eva'),
  ];
  for (const id of ['X', 'Y', 'Z']) await scene.stall(id);
  await scene.stage('interest');
  for (const one of [anna, bjorn]) await scene.want(one, 'X', { rank: 1 });
  for (const one of [cecilie, david]) await scene.want(one, 'Y', { rank: 1 });
  await scene.stage('groups');
  const kept = keptOf(await scene.propose());
  expect(groupsOf(kept)).toEqual({ X: [seat(anna), seat(bjorn)].toSorted(), Y: [seat(cecilie), seat(david)].toSorted() });
  expect(kept.unplaced).toEqual([seat(eva)]);
  return { ...scene, anna, bjorn, cecilie, david, eva, kept };
}

/** Comes while choosing is open again, and chooses. */
async function newcomer({ stage, guest, want }: MarketScene, name: string, ...choices: readonly string[]): Promise<Guest> {
  await stage('interest');
  const one = await guest(name);
  for (const [at, topic] of choices.entries()) expect((await want(one, topic, { rank: at + 1 })).status).toBe(200);
  await stage('groups');
  return one;
}

test('MARKET-77 whoever came after the proposal is named as not placed, with a place by the same method while nobody else moves', async () => {
  const scene = await proposed();
  const { propose, kept, eva } = scene;
  const frida = await newcomer(scene, 'Frida', 'X', 'Y');
  const gro = await newcomer(scene, 'Gro', 'X', 'Y');
  const hans = await newcomer(scene, 'Hans', 'Z', 'X');
  const ida = await scene.guest('Ida');
  const now = await propose({}, scene.facilitator, kept);
  expect(groupsOf(keptOf(now))).toEqual(groupsOf(kept));
  expect(now.unplaced.find(({ person }) => person === seat(eva))).toEqual({ person: seat(eva), why: 'no-choice' });
  expect(now.unplaced.map(({ person }) => person).toSorted()).toEqual([eva, frida, gro, hans, ida].map((one) => seat(one)).toSorted());
  const suggested = new Map(now.late?.map(({ person, topic }) => [person, topic]));
  // One place in X for two who chose it first; the other one goes to Y. Nobody begins Z, and nothing is full because of somebody who is not in.
  expect(new Set([suggested.get(seat(frida)), suggested.get(seat(gro))])).toEqual(new Set(['X', 'Y']));
  // Ida chose nothing: by now both groups are full.
  expect([suggested.get(seat(hans)), suggested.get(seat(ida)), suggested.has(seat(eva))]).toEqual([null, null, false]);
  // Whoever is known to be in none is not late any more.
  const again = await propose({}, scene.facilitator, { ...kept, unplaced: now.unplaced.map(({ person }) => person) });
  expect(again.late).toEqual([]);
});

test('MARKET-78 publishing takes the proposal with those who came in a group or named as not placed, and refuses while somebody is neither', async () => {
  const scene = await proposed();
  const { publish, places, kept } = scene;
  const frida = await scene.guest('Frida');
  const groups = groupsOf(kept);
  const silent = await publish(groups, kept.unplaced);
  expect([silent.status, silent.body.error?.code, (await places()).state]).toEqual([409, 'places-changed', 'none']);
  expect((await publish({ ...groups, X: [...(groups.X ?? []), seat(frida)] }, kept.unplaced)).status).toBe(201);
  const published = await places();
  expect(
    published.groups
      .find(({ topic }) => topic === 'X')
      ?.members?.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Anna', 'Bjørn', 'Frida']);
  expect(published.unplaced?.map(({ name }) => name)).toEqual(['Eva']);

  const other = await proposed();
  const gro = await other.guest('Gro');
  expect((await other.publish(groupsOf(other.kept), [...other.kept.unplaced, seat(gro)])).status).toBe(201);
  expect((await other.places()).unplaced?.map(({ name }) => name).toSorted()).toEqual(['Eva', 'Gro']);
});

test('MARKET-79 whoever left since the proposal holds no place, and publishing goes on without them', async () => {
  const { propose, publish, places, kept, anna, bjorn, cecilie, david, eva, workshop, facilitator, guest } = await proposed();
  const two = await guest('Two', { seats: 2 });
  for (const one of [anna, eva])
    expect((await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${one.id}`, { token: facilitator })).status).toBe(200);
  const now = await propose({}, facilitator, { ...kept, unplaced: [...kept.unplaced, seat(two), seat(two, 2)] });
  expect(groupsOf(keptOf(now))).toEqual({ X: [seat(bjorn)], Y: [seat(cecilie), seat(david)].toSorted() });
  expect([now.people.some(({ id }) => id === seat(anna)), now.late]).toEqual([false, []]);
  expect(now.broken.map(({ rule, topic, value }) => [rule, topic, value])).toEqual([['min', 'X', 1]]);
  expect((await masa.ask('PATCH', '/api/me', { token: two.token, body: { seats: 1 } })).status).toBe(200);
  // As it was before they left: there is nobody it could leave out.
  expect((await publish(groupsOf(kept), [...kept.unplaced, seat(two), seat(two, 2)])).status).toBe(201);
  const published = await places();
  expect(published.groups.map(({ topic, seats, free }) => [topic, seats, free])).toEqual([
    ['X', 1, 2],
    ['Y', 2, 1],
  ]);
  expect(published.unplaced?.map(({ name }) => name)).toEqual(['Two']);
});

test('MARKET-80 the group of a stall that was joined into another becomes the other’s; where a stall went away its people are named', async () => {
  const { propose, publish, places, kept, edit, lonely, facilitator, cecilie, david, eva, anna, bjorn } = await proposed();
  // Y is joined into Z, which had no group; X is taken back.
  expect((await lonely({ what: 'merge', topic: 'Y', into: 'Z' })).status).toBe(200);
  await edit({ do: 'set', id: 'X', facet: 'place', value: { cell: MARKET.withdrawn, order: 'a0' } });
  expect((await publish(groupsOf(kept), kept.unplaced)).body.error?.code).toBe('places-changed');
  const now = await propose({}, facilitator, kept);
  expect(groupsOf(keptOf(now))).toEqual({ Z: [seat(cecilie), seat(david)].toSorted() });
  expect(now.gone?.toSorted((a, b) => a.topic.localeCompare(b.topic))).toEqual([
    { topic: 'X', into: null },
    { topic: 'Y', into: 'Z' },
  ]);
  expect(now.late?.map(({ person }) => person).toSorted()).toEqual([seat(anna), seat(bjorn)].toSorted());
  expect(now.groups[0]?.members.map(({ choice }) => choice)).toEqual([1, 1]);
  expect(
    (
      await publish(
        groupsOf(keptOf(now)),
        now.unplaced.map(({ person }) => person),
      )
    ).status,
  ).toBe(201);
  expect((await places()).unplaced?.map(({ id }) => id).toSorted()).toEqual([anna, bjorn, eva].map((one) => seat(one)).toSorted());
});

test('MARKET-81 a proposal outlives a new start of the server, and is published once by two who publish it at once', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-late-'));
  const before = await startMasa({ dataDir, requests: 1_000_000 });
  const { kept, board, facilitator, guest } = await proposed(before, await setUp(before));
  const frida = await guest('Frida');
  await before.close();
  const after = await startMasa({ dataDir, requests: 1_000_000 });
  const ask = <T>(to: string, body: unknown) => after.ask<T>('POST', `/api/boards/${board}/places/${to}`, { token: facilitator, body });
  const now = await ask<ProposalReply>('proposal', { rules: RULES, keep: kept });
  expect([groupsOf(keptOf(now.body)), now.body.late]).toEqual([groupsOf(kept), [{ person: seat(frida), topic: 'X' }]]);
  const body = { rules: RULES, groups: keptOf(now.body).groups, unplaced: now.body.unplaced.map(({ person }) => person) };
  const replies = await Promise.all([ask('publication', body), ask('publication', body)]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const { body: places } = await after.ask<PlacesReply>('GET', `/api/boards/${board}/places`, { token: facilitator });
  expect([places.groups.length, places.unplaced?.map(({ name }) => name).toSorted()]).toEqual([2, ['Eva', 'Frida']]);
  await after.close();
  await rm(dataDir, { recursive: true, force: true });
});
