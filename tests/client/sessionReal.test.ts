// The live session against the real server: what it calls saved is there after a restart, people see each other, and what came too late
// reaches the facilitator.
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import { lateCards, readAside } from '@masa/client/session/offlineAside.ts';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { afterEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Person {
  readonly token: string;
  readonly participantId: string;
}

/** `via`: the server now; it may be another one on the same data later. */
function open(via: () => TestMasa, boardId: string, person: Person, name = 'Мария'): OpenBoard {
  const opened = openBoard({
    boardId,
    kind: serviceCanvas,
    template: formA,
    person: { id: person.participantId, name, library: 'Читалище „Светлина“', region: 'Видин' },
    language: 'bg',
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => via().clock.now(),
    async ticket() {
      const reply = await via()
        .ask<{ ticket: string }>('POST', '/api/tickets', { token: person.token })
        .catch(() => undefined);
      return reply?.status === 201 ? { ok: true, ticket: reply.body.ticket } : { ok: false, reason: 'unreachable' };
    },
    url: `${via().url.replace('http', 'ws')}/sync`,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
    random: () => 0.01,
  });
  ends.push(opened.dispose);
  return opened;
}

const texts = (board: OpenBoard): readonly string[] =>
  board.editor
    .board()
    .live()
    .map((record) => record.text);
const saved = (board: OpenBoard) => expect.poll(() => board.session.view.get().saved, { timeout: 10_000 }).toBe('saved');

test('SESSION-27 what the real server is said to have saved is there after it was stopped and started again', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-session-'));
  ends.push(() => rm(dataDir, { recursive: true, force: true }));
  let masa = await startMasa({ dataDir });
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const person = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const port = Number(new URL(masa.url).port);
  const board = open(() => masa, boardId, person);
  await saved(board);
  board.editor.create({ cell: 'needs', index: 0 }, [{ text: 'Преди спирането' }]);
  await saved(board);
  expect(board.session.view.get().waiting).toBe(0);
  await masa.close();
  await expect.poll(() => board.session.view.get().connection).not.toBe('open');
  board.editor.create({ cell: 'needs', index: 9 }, [{ text: 'Докато го няма' }]);
  expect(board.session.view.get()).toMatchObject({ waiting: 1 });
  masa = await startMasa({ dataDir, config: { port } });
  ends.push(() => masa.close());
  await saved(board);
  const read = await masa.ask<{ cells: { id: string; cards: { text: string }[] }[] }>('GET', `/api/boards/${boardId}`, { token: person.token });
  expect(read.body.cells.find((cell) => cell.id === 'needs')?.cards.map((card) => card.text)).toEqual(['Преди спирането', 'Докато го няма']);
});

test('SESSION-28 two people at a table see each other’s cards, names and writing; one person in two tabs is one', async () => {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const maria = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const petar = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Петър' });
  const one = open(() => masa, boardId, maria);
  const tab = open(() => masa, boardId, maria);
  const other = open(() => masa, boardId, petar, 'Петър');
  await Promise.all([saved(one), saved(tab), saved(other)]);
  const [id] = one.editor.create({ cell: 'needs', index: 0 }, [{ text: 'Топло място' }]);
  await expect.poll(() => texts(other)).toEqual(['Топло място']);
  // Presence is told at most 20 times a second of the server's time, which stands still here unless it is moved.
  masa.clock.advance(1_000);
  one.editor.write(id ?? '');
  await expect.poll(() => [...other.editor.gestures.peers.get().values()].some((peer) => peer.writing?.card === id)).toBe(true);
  await expect.poll(() => other.presence.people.map((each) => each.name)).toEqual(['Мария']);
  await expect.poll(() => one.presence.people.map((each) => each.name)).toEqual(['Петър']);
  other.dispose();
  await expect.poll(() => one.presence.people).toEqual([]);
});

test('SESSION-29 a board closed while somebody was offline: the text goes to the facilitator as a late contribution', async () => {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const person = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  let isAway = false;
  const board = openBoard({
    boardId,
    kind: serviceCanvas,
    template: formA,
    person: { id: person.participantId, name: 'Мария', library: '', region: '' },
    language: 'bg',
    measure: { text: (piece) => piece.length, summary: (piece) => piece.length },
    now: () => masa.clock.now(),
    async ticket() {
      if (isAway) return { ok: false, reason: 'unreachable' };
      const { body } = await masa.ask<{ ticket: string }>('POST', '/api/tickets', { token: person.token });
      return { ok: true, ticket: body.ticket };
    },
    url: `${masa.url.replace('http', 'ws')}/sync`,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
    random: () => 0.01,
  });
  ends.push(board.dispose);
  await saved(board);
  isAway = true;
  board.session.drop();
  board.editor.create({ cell: 'partners', index: 0 }, [{ text: 'Бюрото по труда' }]);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${boardId}`, { token: workshop.organiser, body: { state: 'frozen' } });
  isAway = false;
  board.session.retry();
  await expect.poll(() => board.session.view.get().end, { timeout: 10_000 }).toBe('refused');
  const aside = await readAside(board.session.name);
  const fresh = open(() => masa, boardId, person);
  await saved(fresh);
  if (!aside) throw new Error('nothing was set aside');
  const cards = lateCards(aside, fresh.editor.board(), fresh.editor.kind, fresh.editor.records.template.get(), 'bg');
  expect(cards).toEqual([{ address: 'partners', text: 'Бюрото по труда' }]);
  const told = await masa.ask('POST', `/api/boards/${boardId}/late`, { token: person.token, body: { cards } });
  expect(told.status).toBe(201);
  const late = await masa.ask<{ late: { cards: unknown }[] }>('GET', `/api/workshops/${workshop.id}/late`, { token: workshop.organiser });
  expect(late.body.late.map((each) => each.cards)).toEqual([[{ address: 'partners', text: 'Бюрото по труда' }]]);
});

test('SESSION-38 more than a frame written offline, in two visits, comes through', async () => {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const person = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const away = { ...masa, ask: () => Promise.reject(new Error('no network')) };
  let network: TestMasa = away;
  const first = open(() => network, boardId, person);
  await expect.poll(() => first.session.view.get().connection).toBe('waiting');
  const long = 'дълго '.repeat(330);
  first.editor.create(
    { cell: 'needs', index: 0 },
    Array.from({ length: 300 }, (_, at) => ({ text: `${at} ${long}` })),
  );
  await expect.poll(() => first.session.view.get().saved, { timeout: 10_000 }).toBe('device');
  first.dispose();
  const second = open(() => network, boardId, person);
  await expect.poll(() => texts(second).length, { timeout: 10_000 }).toBe(300);
  for (const record of second.editor.board().live().slice(0, 20)) {
    const typing = second.editor.write(record.id);
    typing?.text.doc?.transact(() => typing.text.insert(typing.text.length, '!'), typing.origin);
    typing?.end();
  }
  network = masa;
  second.session.retry();
  await expect.poll(() => second.session.view.get().saved, { timeout: 20_000 }).toBe('saved');
  const { body } = await masa.ask<{ cells: { cards: { text: string }[] }[] }>('GET', `/api/boards/${boardId}`, { token: person.token });
  const there = body.cells.flatMap(({ cards }) => cards.map(({ text }) => text));
  expect(there.length).toBe(300);
  expect(there.filter((text) => text.endsWith('!')).length).toBe(20);
});

test('SESSION-38 one edit of more than an update may be comes through', async () => {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const person = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const board = open(() => masa, workshop.boards[0] ?? '', person);
  await saved(board);
  const long = 'дълго '.repeat(330);
  board.editor.create(
    { cell: 'needs', index: 0 },
    Array.from({ length: 100 }, (_, at) => ({ text: `${at} ${long}` })),
  );
  expect(board.session.view.get().saved).toBe('saving');
  await saved(board);
  const other = open(() => masa, workshop.boards[0] ?? '', person);
  await expect.poll(() => texts(other).length).toBe(100);
});

test('FOLLOW-1 who is followed tells where they look, and PING-1 a place they show is seen, through the real server', async () => {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const maria = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const petar = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Петър' });
  const [one, other] = [open(() => masa, boardId, maria), open(() => masa, boardId, petar, 'Петър')];
  await Promise.all([saved(one), saved(other)]);
  one.editor.camera.viewport.set({ w: 800, h: 600 });
  await expect.poll(() => other.presence.people.length).toBe(1);
  masa.clock.advance(1_000);
  other.presence.follow(maria.participantId);
  // Told at most 20 times a second of the server's time, which stands still here unless it is moved.
  const views = () => {
    masa.clock.advance(1_000);
    return [...other.editor.gestures.peers.get().values()].map((peer) => peer.view);
  };
  await expect.poll(views).toEqual([{ x: 0, y: 0, w: 800, h: 600 }]);
  expect([...one.editor.gestures.peers.get().values()].map((peer) => peer.following)).toEqual([maria.participantId]);
  expect(one.presence.pingAt({ x: 10, y: 20 })).toBe(true);
  const pings = () => {
    masa.clock.advance(1_000);
    return other.editor.gestures.pings.get().map(({ x, y, person }) => [x, y, person.name]);
  };
  await expect.poll(pings).toEqual([[10, 20, 'Мария']]);
});
