// The facilitation socket: states, commands, the wall.
import type { Answer, ChannelState, ClockAnswer, WallBoard } from '@masa/shared/wire';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { byLink, createTestClock, join, openWorkshop, person, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { connect, type FacilitationSocket, facilitationSocket, next, openBoardSocket } from '../support/sockets.ts';

const clock = createTestClock();
let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;
const open: FacilitationSocket[] = [];

beforeAll(async () => {
  masa = await startMasa({ clock });
  organiser = await setUp(masa);
});
beforeEach(async () => {
  workshop = await openWorkshop(masa, organiser, 2);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(() => masa.close());

interface Client {
  readonly socket: FacilitationSocket;
  readonly states: ChannelState[];
  readonly walls: WallBoard[];
  readonly latest: () => ChannelState['state'] | undefined;
}

async function client(token: string): Promise<Client> {
  const socket = facilitationSocket(masa.url, { token });
  const states: ChannelState[] = [];
  const walls: WallBoard[] = [];
  socket.on('state', (state) => states.push(state));
  socket.on('wall', (board) => walls.push(board));
  open.push(socket);
  expect(await connect(socket)).toBe('connected');
  return { socket, states, walls, latest: () => states.at(-1)?.state };
}

const freeze = (state: string) =>
  masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${workshop.boards[0]}`, { token: organiser, body: { state } });

const write = (text: string) =>
  masa.ask('POST', `/api/boards/${workshop.boards[0]}/cards`, { token: organiser, body: { cells: [{ id: 'needs', cards: [{ text }] }] } });

const command = (socket: FacilitationSocket, request: { command: string; input: unknown; version?: number; workshopId?: string }) =>
  new Promise<Answer<{ version: number }>>((resolve) => void socket.emit('command', { channel: 'workshop', ...request }, resolve));

const watch = (socket: FacilitationSocket) =>
  new Promise<Answer<{ boards: readonly WallBoard[] }>>((resolve) => void socket.emit('watchWall', { workshopId: workshop.id }, resolve));

const textsOf = (board: WallBoard | undefined): string[] => board?.records.map(({ text }) => text) ?? [];

test('FACIL-1 whoever connects gets the whole state', async () => {
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const { states } = await client(token);
  await expect.poll(() => states.length).toBeGreaterThan(0);
  expect(states[0]).toMatchObject({
    channel: 'workshop',
    state: {
      id: workshop.id,
      title: 'Нови услуги',
      state: 'open',
      myGroupId: workshop.groups[0],
      boards: [{ id: workshop.boards[0], right: 'write' }],
    },
  });
  expect(states[0]?.state.groups.map(({ number }) => number)).toEqual([1, 2]);
});

test('FACIL-1 an organiser enters the workshop they name, and no other', async () => {
  const { socket } = await client(organiser);
  const enter = (workshopId: string) => new Promise<Answer<ChannelState>>((resolve) => void socket.emit('enter', { workshopId }, resolve));
  expect(await enter(workshop.id)).toMatchObject({ ok: true, value: { state: { id: workshop.id } } });
  expect(await enter('another-workshop')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test.each([
  [{}, 'not-signed-in'],
  [{ token: 'wrong' }, 'session-ended'],
  [{ token: { $gt: '' } }, 'session-ended'],
  [{ token: 'x.y.z' }, 'session-ended'],
])('FACIL-1 %j is refused as %s', async (auth, reason) => {
  expect(await connect(facilitationSocket(masa.url, auth))).toBe(reason);
});

test('FACIL-2 every change is told whole, with a higher version, to each as far as they may', async () => {
  const participant = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const [table, host] = [await client(participant.token), await client((await byLink(masa, workshop, 'facilitator')).token)];
  await expect.poll(() => host.latest()?.groups[0]?.online).toBe(1);
  await freeze('frozen');
  await expect.poll(() => table.latest()?.boards[0]).toMatchObject({ state: 'frozen', right: 'read' });
  await expect.poll(() => host.latest()?.boards[0]).toMatchObject({ state: 'frozen', right: 'write' });
  expect(host.latest()?.boards).toHaveLength(2);
  for (const { states } of [table, host]) {
    const versions = states.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBeGreaterThan(versions[0] ?? 0);
  }
});

test('FACIL-3 the clock', async () => {
  const { socket } = await client(organiser);
  const answer = await new Promise<ClockAnswer>((resolve) => void socket.emit('clock', { t0: 17 }, resolve));
  expect(answer).toEqual({ t0: 17, t1: clock.now() });
});

test('FACIL-4 two tabs are one participant, and numbers of what waits are the facilitators’', async () => {
  const participant = await join(masa, workshop.code, { groupId: workshop.groups[1], seats: 3 });
  const host = await client((await byLink(masa, workshop, 'facilitator')).token);
  const [first, second] = [await client(participant.token), await client(participant.token)];
  await expect.poll(() => host.latest()?.groups[1]).toMatchObject({ participants: 1, seats: 3, online: 1 });
  await masa.ask('POST', '/api/join/claims', { body: person({ code: workshop.code }) });
  await expect.poll(() => [host.latest()?.claims, second.states.length > 1 && second.latest()?.claims]).toEqual([1, 0]);
  first.socket.close();
  await freeze('frozen');
  await expect.poll(() => second.latest()?.groups[1]?.online).toBe(1);
  second.socket.close();
  await expect.poll(() => host.latest()?.groups[1]).toMatchObject({ participants: 1, seats: 3, online: 0 });
});

test('FACIL-5 the wall shows all boards, then what changes and who is there', async () => {
  await write('Преди');
  const [host, watcher] = [
    await client((await byLink(masa, workshop, 'facilitator')).token),
    await client((await byLink(masa, workshop, 'observer')).token),
  ];
  const first = await watch(host.socket);
  expect(first.ok && first.value.boards.map(({ boardId }) => boardId)).toEqual(workshop.boards);
  expect(first.ok && textsOf(first.value.boards[0])).toEqual(['Преди']);
  expect((await watch(watcher.socket)).ok).toBe(true);

  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Радка' });
  const table = await openBoardSocket(masa.url, workshop.boards[0] ?? '', `?token=${token}`);
  if (typeof table === 'number') throw new Error(`refused with ${table}`);
  await write('После');
  await expect.poll(() => textsOf(host.walls.at(-1)).sort()).toEqual(['Преди', 'После'].sort());
  await expect.poll(() => host.walls.at(-1)?.people.map(({ name }) => name)).toEqual(['Радка']);
  await expect.poll(() => watcher.walls.at(-1)?.people.map(({ name }) => name)).toEqual(['']);
  expect(new Set(host.walls.map(({ boardId }) => boardId))).toEqual(new Set([workshop.boards[0]]));
  table.close();
  await expect.poll(() => host.walls.at(-1)?.people, { timeout: 5_000 }).toEqual([]);
});

test('FACIL-6 a busy board is shown at most five times a second, its last state always', async () => {
  const host = await client((await byLink(masa, workshop, 'facilitator')).token);
  await watch(host.socket);
  const started = performance.now();
  for (let at = 0; at < 60; at += 1) await write(`Картичка ${at}`);
  await expect.poll(() => textsOf(host.walls.at(-1)).length).toBe(60);
  const seconds = (performance.now() - started) / 1_000;
  expect(host.walls.length).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
  const numbers = host.walls.map(({ seq }) => seq);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('FACIL-7 a command against an older version is refused', async () => {
  const host = await client((await byLink(masa, workshop, 'facilitator')).token);
  await expect.poll(() => host.states.length).toBeGreaterThan(0);
  const lock = (version: number) => command(host.socket, { command: 'setDoor', input: { locked: true }, version });
  const newest = () => host.states.at(-1)?.version ?? 0;
  expect(await lock(newest() - 1)).toMatchObject({ ok: false, error: { code: 'stale-version' } });
  expect(host.latest()?.doorLocked).toBe(false);
  // What the workshop was made of, and who came in, may still be told: the version that counts is the newest by then.
  let seen = 0;
  await expect
    .poll(async () => {
      seen = newest();
      return (await lock(seen)).ok;
    })
    .toBe(true);
  await expect.poll(() => host.latest()?.doorLocked).toBe(true);
  expect(await lock(seen)).toMatchObject({ ok: false, error: { code: 'stale-version' } });
});

test('FACIL-8 a command does what HTTP does, and the same people may', async () => {
  const participant = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const [table, host] = [await client(participant.token), await client(organiser)];
  const request = { command: 'setBoardState', input: { boardId: workshop.boards[0], state: 'frozen' }, workshopId: workshop.id };
  expect(await command(table.socket, request)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await watch(table.socket)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect((await command(host.socket, request)).ok).toBe(true);
  await expect.poll(() => table.latest()?.boards[0]?.state).toBe('frozen');
  const refused = await masa.ask('POST', `/api/boards/${workshop.boards[0]}/cards`, { token: participant.token, body: { cells: [] } });
  expect(refused.body.error?.code).toBe('board-frozen');
});

test('FACIL-9 garbage is answered or ignored, and everybody goes on', async () => {
  const [calm, wild] = [await client(organiser), await client(organiser)];
  const { socket } = wild;
  const raw = socket as unknown as { emit(event: string, ...values: unknown[]): void };
  const answers: unknown[] = [];
  const garbage: unknown[] = [
    null,
    7,
    'text',
    [],
    {},
    { workshopId: { a: 1 } },
    { workshopId: 'x'.repeat(1_000) },
    { channel: '__proto__' },
    { t0: 'noon' },
  ];
  for (const value of garbage) {
    for (const event of ['enter', 'command', 'watchWall', 'leaveWall', 'clock']) raw.emit(event, value, (answer: unknown) => answers.push(answer));
    raw.emit('enter', value);
    raw.emit('no-such-event', value);
  }
  raw.emit('command', { channel: 'workshop', command: 'constructor', input: {}, workshopId: workshop.id }, (answer: unknown) => answers.push(answer));
  await expect.poll(() => answers.length).toBe(garbage.length * 4 + 1);
  expect(answers.every((answer) => (answer as Answer<unknown>).ok === false)).toBe(true);
  const answer = await new Promise<ClockAnswer>((resolve) => void calm.socket.emit('clock', { t0: 1 }, resolve));
  expect(answer.t0).toBe(1);
  expect(masa.logged.filter((line) => line.includes('facilitation.broke'))).toEqual([]);
});

test('FACIL-10 a session that ends takes its socket with it', async () => {
  const participant = await join(masa, workshop.code);
  const { socket } = await client(participant.token);
  const [ended, closed] = [next(socket, 'ended'), new Promise((resolve) => void socket.once('disconnect', resolve))];
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${participant.participantId}`, { token: organiser });
  expect((await ended).code).toBe('session-ended');
  await closed;
});

test('FACIL-11 a board made meanwhile appears on the wall', async () => {
  const host = await client((await byLink(masa, workshop, 'facilitator')).token);
  await watch(host.socket);
  const made = await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, { token: organiser, body: { template: 'form-b' } });
  await expect.poll(() => host.walls.map(({ boardId }) => boardId)).toEqual([made.body.id]);
});
