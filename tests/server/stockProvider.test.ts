// The client everybody has: y-websocket's own provider, against the whole server.
import { apply, objectsOf, PERSON } from '@masa/shared/document';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';

let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;
let board: string;
const providers: WebsocketProvider[] = [];

beforeAll(async () => {
  masa = await startMasa();
  organiser = await setUp(masa);
});
beforeEach(async () => {
  workshop = await openWorkshop(masa, organiser, 1);
  board = workshop.boards[0] ?? '';
});
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy();
});
afterAll(() => masa.close());

interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly write: (id: string, text: string) => void;
  readonly ids: () => string[];
}

function client(token: string | undefined): Client {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${masa.url.replace('http', 'ws')}/sync`, board, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: token === undefined ? {} : { token },
    disableBc: true,
    maxBackoffTime: 200,
  });
  providers.push(provider);
  return {
    doc,
    provider,
    write: (id, text) => void apply(doc, [{ do: 'create', id, type: 'card', place: { cell: 'needs', order: 'a0' }, text, facets: {} }], PERSON),
    ids: () => [...objectsOf(doc).keys()].sort((a, b) => a.localeCompare(b)),
  };
}

const stored = async (): Promise<string[]> => {
  const { body } = await masa.ask<{ cells: { cards: { text: string }[] }[] }>('GET', `/api/boards/${board}`, { token: organiser });
  return body.cells.flatMap(({ cards }) => cards.map(({ text }) => text));
};

test('ACCESS-15 with a token it reads and writes', async () => {
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const [ana, ivan] = [client(token), client(token)];
  await expect.poll(() => ana.provider.synced && ivan.provider.synced).toBe(true);
  ana.write('a1', 'От Ана');
  ivan.write('i1', 'От Иван');
  await expect
    .poll(() => [ana.ids(), ivan.ids()])
    .toEqual([
      ['a1', 'i1'],
      ['a1', 'i1'],
    ]);
  await expect.poll(async () => (await stored()).sort((a, b) => a.localeCompare(b))).toEqual(['От Ана', 'От Иван']);
});

test('ACCESS-15 with a read-only token it reads, and its writing reaches nobody', async () => {
  const participant = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const observer = await byLink(masa, workshop, 'observer');
  const [table, watcher] = [client(participant.token), client(observer.token)];
  await expect.poll(() => table.provider.synced && watcher.provider.synced).toBe(true);
  watcher.write('w1', 'Не бива');
  table.write('t1', 'Бива');
  await expect.poll(() => watcher.ids()).toContain('t1');
  await expect.poll(stored).toEqual(['Бива']);
  expect(table.ids()).toEqual(['t1']);
});

test.each([[undefined], ['wrong-token']])('ACCESS-15 with the token %s it gets nothing', async (token) => {
  const stranger = client(token);
  let refusals = 0;
  stranger.provider.on('connection-close', () => {
    refusals += 1;
  });
  stranger.write('s1', 'Отвън');
  await expect.poll(() => refusals, { timeout: 5_000 }).toBeGreaterThan(1);
  expect([stranger.provider.synced, stranger.ids(), await stored()]).toEqual([false, ['s1'], []]);
});

test('ACCESS-16 freezing holds for sockets that are open', async () => {
  const participant = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const [table, host] = [client(participant.token), client(organiser)];
  await expect.poll(() => table.provider.synced && host.provider.synced).toBe(true);
  const set = (state: string) => masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state } });
  await set('frozen');
  table.write('t1', 'Закъсняло');
  host.write('h1', 'От водещия');
  await expect.poll(() => table.ids()).toEqual(['h1', 't1']);
  expect(await stored()).toEqual(['От водещия']);
  await set('open');
  await expect.poll(async () => (await stored()).sort((a, b) => a.localeCompare(b))).toEqual(['Закъсняло', 'От водещия']);
});
