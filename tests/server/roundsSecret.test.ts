// Rounds: who reads what, over every wire there is.
import { type ChannelState, ROUTES, type RoundReply, type Route } from '@masa/shared/wire';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { byLink, join, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { haveRatedKind, level, openRatedTable, type RatedTable } from '../support/roundsBoard.ts';
import { connect, type FacilitationSocket, facilitationSocket } from '../support/sockets.ts';

haveRatedKind();
let masa: TestMasa;
let organiser: string;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  masa = await startMasa({ requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => masa.close());

const SECRET = 'recognisable-reason';

/** Somebody who listens to everything a server says to them. */
interface Ear {
  readonly socket: FacilitationSocket;
  readonly peer: Peer;
  /** Everything heard on both sockets, and what every page of the API answers now. */
  everything(): Promise<string>;
}

async function listen(table: RatedTable, token: string): Promise<Ear> {
  const heard: string[] = [];
  const socket = facilitationSocket(masa.url, { token });
  socket.onAny((...event: unknown[]) => heard.push(JSON.stringify(event)));
  expect(await connect(socket)).toBe('connected');
  for (const request of ['enter', 'watchWall'] as const) {
    const answer = (said: unknown): void => void heard.push(JSON.stringify(said));
    if (request === 'enter') socket.emit('enter', { workshopId: table.workshop.id }, answer);
    else socket.emit('watchWall', { workshopId: table.workshop.id }, answer);
  }
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, table.board, token);
  peer.socket.on('message', (bytes: Buffer) => heard.push(bytes.toString('utf8')));
  await peer.synced;
  ends.push(
    () => socket.close(),
    () => peer.close(),
  );
  return {
    socket,
    peer,
    async everything() {
      const pages: string[] = [];
      for (const { method, path } of Object.values<Route>(ROUTES)) {
        if (method !== 'get') continue;
        const rounds = path.includes('{round}') ? ['rate', 'wish', 'confidence'] : [''];
        for (const round of rounds) {
          const to = path
            .replace('{id}', path.startsWith('/api/workshops') ? table.workshop.id : table.board)
            .replace('{round}', round)
            .replace('{code}', table.workshop.code)
            .replaceAll(/\{\w+\}/gu, table.board);
          pages.push((await masa.ask('GET', to, { token })).text);
        }
      }
      return [...heard, ...pages, JSON.stringify(peer.doc.toJSON())].join('\n');
    },
  };
}

const withSecret = (likelihood: number) => ({ ...level(likelihood), why: SECRET });

test('ROUND-20 nobody reads an answer of others before it is shown: not on any socket, not on any page', { timeout: 60_000 }, async () => {
  const table = await openRatedTable(masa, organiser);
  const { ion, maria, facilitator, observer, risks, put, setStage } = table;
  const nosy = await join(masa, table.workshop.code, { groupId: table.workshop.groups[0], name: 'Любопитна' });
  const tokens = [nosy.token, ion.token, facilitator, observer, organiser];
  const ears = await Promise.all(tokens.map((token) => listen(table, token)));
  for (const object of risks) for (const seat of [1, 2]) expect((await put(maria.token, object, withSecret(3), { seat })).status).toBe(200);
  const replies = await Promise.all(tokens.map((token) => table.read(token)));
  for (const reply of replies) {
    expect(reply).toMatchObject({ own: [], shown: null, turnout: { seats: 4, begun: 2, done: 2 } });
    expect(Object.keys(reply).sort()).toEqual(['about', 'isOpen', 'own', 'round', 'seats', 'shown', 'turnout']);
  }
  // The word that answers have come has arrived as well.
  const pulses = (): Promise<number[]> => Promise.all(ears.map(async (ear) => (await ear.everything()).split('"pulse"').length));
  const before = await pulses();
  await put(maria.token, risks[0] ?? '', withSecret(4));
  await expect.poll(async () => (await pulses()).every((count, at) => count > (before[at] ?? 0)), { timeout: 10_000 }).toBe(true);
  for (const ear of ears) expect(await ear.everything()).not.toContain(SECRET);
  // Their author reads them; and the ears do hear, once it is shown.
  expect(await (await listen(table, maria.token)).everything()).toContain(SECRET);
  await setStage('reveal');
  for (const ear of ears) expect(await ear.everything()).toContain(SECRET);
});

test('ROUND-21 a stage that shows a round shows who put what where, and going back hides it again', async () => {
  const { maria, ion, facilitator, risks, put, read, setStage } = await openRatedTable(masa, organiser);
  const [one = '', two = ''] = risks;
  await put(maria.token, two, level(2));
  await put(maria.token, one, level(5), { seat: 2 });
  await put(ion.token, one, level(1, 'unknown'));
  await setStage('reveal');
  const named = [
    { object: one, value: level(1, 'unknown'), by: { id: ion.id, name: 'Ион', seat: 1 } },
    { object: one, value: level(5), by: { id: maria.id, name: 'Мария', seat: 2 } },
    { object: two, value: level(2), by: { id: maria.id, name: 'Мария', seat: 1 } },
  ];
  for (const token of [maria.token, ion.token, facilitator]) expect((await read(token)).shown).toEqual(named);
  await setStage('rate');
  expect((await read(facilitator)).shown).toBeNull();
  await setStage('wished');
  expect((await read(ion.token)).shown).toHaveLength(3);
});

test.each(['library', 'anonymous'] as const)(
  'ROUND-22 on a board of authorship %s answers have no author, no instant and no telling order',
  async (authorship) => {
    const { workshop, board, risks, put, setStage, read, ion, maria, facilitator } = await openRatedTable(masa, organiser, { authorship });
    const [one = '', two = ''] = risks;
    const devices = await Promise.all([1, 2, 3, 4, 5].map((n) => join(masa, workshop.code, { groupId: workshop.groups[0], name: `Човек ${n}` })));
    for (const [at, { token }] of devices.entries()) for (const object of [one, two]) await put(token, object, { ...level(at + 1), why: `${at}` });
    await setStage('reveal');
    const text = async (token: string) => (await masa.ask<RoundReply>('GET', `/api/boards/${board}/rounds/rate`, { token })).text;
    for (const token of [ion.token, maria.token, facilitator]) {
      const said = await text(token);
      for (const { participantId } of devices) expect(said).not.toContain(participantId);
      expect(said).not.toMatch(/Човек|"at"|"seat"/u);
    }
    // Every order comes, for each object by itself: the same seat does not stand at the same place.
    const orders = new Set<string>();
    let apart = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const { shown } = await read(ion.token);
      const [a = '', b = ''] = [one, two].map((object) =>
        (shown ?? [])
          .filter((each) => each.object === object)
          .map(({ value }) => (value as { why: string }).why)
          .join(''),
      );
      expect(a.split('').sort().join('')).toBe('01234');
      orders.add(a);
      if (a !== b) apart += 1;
    }
    expect(orders.size).toBeGreaterThan(10);
    expect(apart).toBeGreaterThan(15);
  },
);

test('ROUND-22 who only watches reads answers without names, also on a board that names people', async () => {
  const { ion, observer, risks, put, read, setStage } = await openRatedTable(masa, organiser);
  await put(ion.token, risks[0] ?? '', level(4));
  await setStage('reveal');
  expect((await read(observer)).shown).toEqual([{ object: risks[0], value: level(4), by: null }]);
});

test('ROUND-23 what is for facilitators only no participant and no observer ever reads', { timeout: 60_000 }, async () => {
  const table = await openRatedTable(masa, organiser);
  const { maria, ion, facilitator, observer, risks, put, read, setStage } = table;
  const ears = await Promise.all([ion.token, observer].map((token) => listen(table, token)));
  await setStage('confide');
  await put(maria.token, risks[0] ?? '', withSecret(5), { round: 'confidence' });
  expect((await read(facilitator, 'confidence')).shown).toBeNull();
  for (const stage of ['told', 'reveal', 'wished', 'gather', 'told']) {
    await setStage(stage);
    for (const ear of ears) expect(await ear.everything()).not.toContain(SECRET);
  }
  for (const token of [facilitator, organiser]) expect((await read(token, 'confidence')).shown).toHaveLength(1);
  expect((await read(ion.token, 'confidence')).shown).toBeNull();
  expect((await read(maria.token, 'confidence')).own).toHaveLength(1);
});

test('ROUND-24 however many answer, the pulse grows at most once a second', { timeout: 30_000 }, async () => {
  const { workshop, board, risks, put, ion } = await openRatedTable(masa, organiser);
  const states: ChannelState[] = [];
  const socket = facilitationSocket(masa.url, { token: ion.token });
  socket.on('state', (state) => states.push(state));
  ends.push(() => socket.close());
  expect(await connect(socket)).toBe('connected');
  const pulse = (): number => states.at(-1)?.state.boards.find(({ id }) => id === board)?.pulse ?? 0;
  await expect.poll(pulse).toBeGreaterThan(0);
  const devices = await Promise.all(Array.from({ length: 12 }, () => join(masa, workshop.code, { groupId: workshop.groups[0] })));
  const before = pulse();
  const startedAt = performance.now();
  await Promise.all(devices.flatMap(({ token }) => risks.map((object) => put(token, object, level(3)))));
  const seconds = (performance.now() - startedAt) / 1_000;
  await expect.poll(pulse, { timeout: 10_000 }).toBeGreaterThan(before);
  await expect.poll(pulse, { timeout: 10_000 }).toBe(pulse());
  expect(pulse() - before).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
});

test('ROUND-25 another table’s rounds cannot be read, even where it shows its board, and a round the kind does not have is not there', async () => {
  const { workshop, board, maria } = await openRatedTable(masa, organiser);
  const neighbour = await join(masa, workshop.code, { groupId: workshop.groups[1] });
  const status = async (token: string, round = 'rate') => (await masa.ask('GET', `/api/boards/${board}/rounds/${round}`, { token })).status;
  expect(await status(neighbour.token)).toBe(404);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: true } });
  expect((await masa.ask('GET', `/api/boards/${board}`, { token: neighbour.token })).status).toBe(200);
  expect(await status(neighbour.token)).toBe(403);
  expect([await status(maria.token, 'unheard-of'), await status(organiser, 'unheard-of')]).toEqual([404, 404]);
  const other = await openRatedTable(masa, organiser);
  expect(await status((await byLink(masa, other.workshop, 'facilitator')).token)).toBe(404);
});
