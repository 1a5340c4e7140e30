// Tables and the marketplace agree: whoever is taken to another table in the list of people, or leaves, has their seat there, and the waiting
// list moves up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlite } from '@masa/server/store/sqlite';
import type { WorkshopTables } from '@masa/server/store/workshopTables';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';
import { type Guest, type MarketScene, openMarket, seat } from './marketScene.ts';

let masa: TestMasa;
let organiser: string;
beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

interface Published extends MarketScene {
  readonly anna: Guest;
  readonly bjorn: Guest;
  readonly cecilie: Guest;
  readonly david: Guest;
  readonly eva: Guest;
  /** Tables of the groups on X and Y, and one nobody formed. */
  readonly x: string;
  readonly y: string;
  readonly plain: string;
  /** Names in each group and of those in none, and that every device sits where its first seat is. */
  readonly seen: () => Promise<{ readonly X: readonly string[]; readonly Y: readonly string[]; readonly none: readonly string[] }>;
}

const namesOf = (people: readonly { readonly name: string }[] | null | undefined) => (people ?? []).map(({ name }) => name).toSorted();

/** X: Anna, Bjørn, Cecilie, full. Y: David with a second person. Eva in none. */
async function published(on: TestMasa = masa, host: string = organiser): Promise<Published> {
  const scene = await openMarket(on, host);
  const [anna, bjorn, cecilie] = [await scene.guest('Anna'), await scene.guest('Bjørn'), await scene.guest('Cecilie')];
  const [david, eva] = [await scene.guest('David', { seats: 2 }), await scene.guest('Eva')];
  await scene.stall('X');
  await scene.stall('Y');
  await scene.stage('groups');
  expect((await scene.publish({ X: [seat(anna), seat(bjorn), seat(cecilie)], Y: [seat(david), seat(david, 2)] }, [seat(eva)])).status).toBe(201);
  const plain = await on.ask<{ id: string }>('POST', `/api/workshops/${scene.workshop.id}/groups`, { token: host, body: { number: 9 } });
  const tableOf = new Map((await scene.places()).groups.map(({ topic, groupId }) => [topic, groupId ?? '']));
  const seen = async () => {
    const [places, tables] = [await scene.places(), await scene.tables()];
    const devices = new Map<string, string | null>();
    for (const { groupId, members } of places.groups)
      for (const { id } of members ?? []) if (id.endsWith('/1')) devices.set(id.slice(0, -2), groupId);
    expect(Object.entries(tables).filter(([id]) => devices.has(id))).toEqual(
      Object.entries(tables).flatMap(([id]) => (devices.has(id) ? [[id, devices.get(id)]] : [])),
    );
    const membersOf = (topic: string) => namesOf(places.groups.find((group) => group.topic === topic)?.members);
    return { X: membersOf('X'), Y: membersOf('Y'), none: namesOf(places.unplaced) };
  };
  return { ...scene, anna, bjorn, cecilie, david, eva, x: tableOf.get('X') ?? '', y: tableOf.get('Y') ?? '', plain: plain.body.id, seen };
}

test('MARKET-71 whoever is taken to another table has their seat there; who waits longest goes in, and their device too', async () => {
  const { table, tables, walk, seen, anna, bjorn, cecilie, david, eva, x, y, plain } = await published();
  expect((await walk(eva.token, 'X')).body.outcome).toBe('waiting');
  // Out of the marketplace’s groups: Eva moves up.
  expect(await table(anna, plain)).toBe(200);
  expect((await tables())[eva.id]).toBe(x);
  expect((await tables())[anna.id]).toBe(plain);
  expect(await seen()).toEqual({ X: ['Bjørn', 'Cecilie', 'Eva'], Y: ['David (1)', 'David (2)'], none: ['Anna'] });
  // Into one, and from one to the other; a facilitator may bring more than it holds.
  expect(await table(anna, x)).toBe(200);
  expect(await table(bjorn, y)).toBe(200);
  expect(await table(cecilie, y)).toBe(200);
  expect(await seen()).toEqual({ X: ['Anna', 'Eva'], Y: ['Bjørn', 'Cecilie', 'David (1)', 'David (2)'], none: [] });
  // To no table at all.
  expect(await table(eva, null)).toBe(200);
  expect(await seen()).toEqual({ X: ['Anna'], Y: ['Bjørn', 'Cecilie', 'David (1)', 'David (2)'], none: ['Eva'] });
  // From one plain table to another nothing happens to who waits.
  expect((await walk(eva.token, 'Y')).body.places.mine).toEqual([{ seat: 1, topic: null, waiting: 'Y', ahead: 0 }]);
  expect(await table(eva, plain)).toBe(200);
  expect((await walk(david.token, 'X', { seat: 2 })).body.outcome).toBe('placed');
  expect((await walk(bjorn.token, 'X')).body.outcome).toBe('placed');
  expect(await seen()).toEqual({ X: ['Anna', 'Bjørn', 'David (2)'], Y: ['Cecilie', 'David (1)', 'Eva'], none: [] });
});

test('MARKET-72 of a device with several people those go along who sat there; away from the groups all go, and are named', async () => {
  const { table, walk, seen, david, eva, x, plain } = await published();
  expect((await walk(david.token, null, { seat: 2 })).body.outcome).toBe('left');
  expect(await table(eva, x)).toBe(200);
  expect(await table(david, x)).toBe(200);
  expect(await seen()).toEqual({ X: ['Anna', 'Bjørn', 'Cecilie', 'David (1)', 'Eva'], Y: [], none: ['David (2)'] });
  expect((await walk(david.token, 'Y', { seat: 2 })).body.outcome).toBe('placed');
  expect(await table(david, plain)).toBe(200);
  expect(await seen()).toEqual({ X: ['Anna', 'Bjørn', 'Cecilie', 'Eva'], Y: [], none: ['David (1)', 'David (2)'] });
  // Whoever comes to a group from no group brings everybody.
  expect(await table(david, x)).toBe(200);
  expect((await seen()).none).toEqual([]);
});

test('MARKET-73 whoever is shown out, or brings fewer people, makes room at once', async () => {
  const { walk, tables, guest, workshop, anna, bjorn, david, eva, facilitator, x, y } = await published();
  await walk(eva.token, 'X');
  expect((await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${anna.id}`, { token: facilitator })).status).toBe(200);
  expect((await tables())[eva.id]).toBe(x);
  // Y: David twice and one more, full; Bjørn waits.
  const frida = await guest('Frida');
  expect((await walk(frida.token, 'Y')).body.outcome).toBe('placed');
  expect((await walk(bjorn.token, 'Y')).body.outcome).toBe('waiting');
  expect((await masa.ask('PATCH', '/api/me', { token: david.token, body: { seats: 1 } })).status).toBe(200);
  expect((await tables())[bjorn.id]).toBe(y);
});

test('MARKET-74 two facilitators, one at the list of people and one on the marketplace, and people who walk: everybody is in one place, the same in both', async () => {
  const scene = await published();
  const { table, walk, seen, anna, bjorn, cecilie, david, eva, x, y, plain, facilitator } = scene;
  const all = [anna, bjorn, cecilie, david, eva];
  const tables = [x, y, plain, null];
  const topics = ['X', 'Y', null];
  const done = await Promise.all(
    Array.from({ length: 60 }, async (_, at) => {
      const guest = all[at % all.length] as Guest;
      if (at % 3 === 0) return table(guest, tables[at % 4] ?? null);
      const topic = topics[(at * 7) % 3] ?? null;
      return (await (at % 3 === 1 ? walk(guest.token, topic) : walk(facilitator, topic, { participantId: guest.id }))).status;
    }),
  );
  expect(new Set(done)).toEqual(new Set([200]));
  const { X, Y, none } = await seen();
  expect([...X, ...Y, ...none].toSorted()).toEqual(['Anna', 'Bjørn', 'Cecilie', 'David (1)', 'David (2)', 'Eva']);
});

test('MARKET-75 a server that stopped between a seat and its device takes the device there when anybody looks', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-tables-'));
  const before = await startMasa({ dataDir, requests: 1_000_000 });
  const { board, workshop, facilitator, anna, x, y, table } = await published(before, await setUp(before));
  expect(await table(anna, y)).toBe(200);
  await before.close();
  // As if it had stopped before the device followed.
  const database = await openSqlite(path.join(dataDir, 'masa.sqlite'));
  await database.kysely.withTables<WorkshopTables>().updateTable('participants').set({ group_id: x }).where('id', '=', anna.id).execute();
  await database.close();
  const after = await startMasa({ dataDir, requests: 1_000_000 });
  expect((await after.ask('GET', `/api/boards/${board}/places`, { token: facilitator })).status).toBe(200);
  const { body } = await after.ask<{ participants: { id: string; groupId: string }[] }>('GET', `/api/workshops/${workshop.id}/participants`, {
    token: facilitator,
  });
  expect(body.participants.find(({ id }) => id === anna.id)?.groupId).toBe(y);
  await after.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('MARKET-76 with two marketplaces in a workshop nobody sits in groups of both', async () => {
  const { workshop, facilitator, places, table, tables, anna, bjorn, cecilie, david, eva, x, seen } = await published();
  const second = (
    await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, { token: organiser, body: { template: 'marketplace' } })
  ).body.id;
  const other = `/api/boards/${second}`;
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, second, organiser, { ack: true });
  await peer.synced;
  peer.edit(createEdit({ id: 'Q', cell: 'stalls', text: 'About Q', facets: { stallType: 'idea', created: 1 } }));
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
  await masa.ask('POST', `${other}/stage`, { token: organiser, body: { stage: 'groups' } });
  const rest = [bjorn, cecilie].map((guest) => seat(guest));
  const made = await masa.ask<{ groups: { groupId: string }[] }>('POST', `${other}/places/publication`, {
    token: facilitator,
    body: {
      rules: { min: 1, max: 3, atLeastTwoRegions: false, maxPerLibrary: null, remote: 'off', convenerStays: true, groupsMax: null },
      groups: [{ topic: 'Q', members: [seat(anna), seat(david), seat(david, 2)] }],
      unplaced: [...rest, seat(eva)],
    },
  });
  const q = made.body.groups[0]?.groupId ?? '';
  expect(await seen()).toEqual({ X: ['Bjørn', 'Cecilie'], Y: [], none: ['Anna', 'David (1)', 'David (2)', 'Eva'] });
  expect((await tables())[anna.id]).toBe(q);
  expect(await table(anna, x)).toBe(200);
  expect((await seen()).X).toEqual(['Anna', 'Bjørn', 'Cecilie']);
  const there = await masa.ask<Awaited<ReturnType<typeof places>>>('GET', `${other}/places`, { token: facilitator });
  expect(namesOf(there.body.groups[0]?.members)).toEqual(['David (1)', 'David (2)']);
  expect((await tables())[anna.id]).toBe(x);
});
