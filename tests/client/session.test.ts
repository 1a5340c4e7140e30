// The live session of an open board, against a server that does what the test says, with a real document, sockets and IndexedDB.
import 'fake-indexeddb/auto';
import { type OpenBoard, type OpenBoardOptions, openBoard } from '@masa/client/openBoard.ts';
import { copyName } from '@masa/client/session/offline.ts';
import { createDrafts, dropAside, lateCards, readAside } from '@masa/client/session/offlineAside.ts';
import { createId } from '@masa/shared/core';
import { apply, contentHash, PERSON } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { MESSAGE, SYNC, SYNC_CLOSE } from '@masa/shared/wire';
import * as idb from 'lib0/indexeddb';
import { afterEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { type ScriptedServer, startScripted, syncMessage } from './sessionServer.ts';

const AUTHOR = { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function server(obliging = true): Promise<ScriptedServer> {
  const started = await startScripted(obliging);
  ends.push(() => started.stop());
  return started;
}

function open(url: string, boardId: string, over: Partial<OpenBoardOptions> = {}): OpenBoard {
  const opened = openBoard({
    boardId,
    kind: serviceCanvas,
    template: formA,
    person: AUTHOR,
    language: 'bg',
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 },
    now: () => 1_770_000_000_000.5,
    ticket: () => Promise.resolve({ ok: true, ticket: 'ticket' }),
    url,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
    random: () => 0,
    ...over,
  });
  ends.push(opened.dispose);
  return opened;
}

const add = (board: OpenBoard, text: string): string => board.editor.create({ cell: 'needs', index: 9 }, [{ text }])[0] ?? '';
const saved = (board: OpenBoard): string => board.session.view.get().saved;
const texts = (board: OpenBoard): readonly string[] =>
  board.editor
    .board()
    .live()
    .map((record) => record.text);
const reach = (board: OpenBoard, state: string) => expect.poll(() => saved(board), { timeout: 5_000 }).toBe(state);

test('SESSION-12 a change is "saving" until its receipt comes, then "saved"', async () => {
  const script = await server(false);
  const board = open(script.url, createId());
  await expect.poll(() => script.frames.length).toBe(1);
  script.say({ kind: 'durable', upTo: 1 });
  await reach(board, 'saved');
  add(board, 'Топло място');
  expect(saved(board)).toBe('saving');
  expect(board.session.view.get().waiting).toBe(1);
  await expect.poll(() => script.frames.length).toBe(2);
  script.say({ kind: 'durable', upTo: 2 });
  await reach(board, 'saved');
  expect(board.session.view.get().waiting).toBe(0);
});

test('SESSION-13 letters of one typing are one waiting change, other edits one each', async () => {
  const script = await server(false);
  const board = open(script.url, createId());
  await expect.poll(() => script.frames.length).toBe(1);
  const id = add(board, 'Дума');
  const typing = board.editor.write(id);
  for (const letter of 'та') typing?.text.doc?.transact(() => typing.text.insert(typing.text.length, letter), typing.origin);
  typing?.end();
  expect(board.session.view.get().waiting).toBe(2);
  add(board, 'Още');
  expect(board.session.view.get().waiting).toBe(3);
});

test('SESSION-14 a broken connection is followed by a fresh ticket, and what was written meanwhile goes along', async () => {
  const script = await server();
  let tickets = 0;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const board = open(script.url, createId(), {
    async ticket() {
      tickets += 1;
      if (tickets > 1) await released;
      return { ok: true, ticket: `ticket-${tickets}` };
    },
  });
  await reach(board, 'saved');
  script.close(4503);
  await expect.poll(() => board.session.view.get().connection).not.toBe('open');
  add(board, 'Писано без връзка');
  release();
  await reach(board, 'saved');
  expect(script.visits.map((visit) => visit.get('token'))).toEqual(['ticket-1', 'ticket-2']);
  expect(script.visits[0]?.get('ack')).toBe('1');
  expect([...(script.doc.getMap('objects').values() as Iterable<Y.Map<unknown>>)].map((object) => String(object.get('text')))).toEqual([
    'Писано без връзка',
  ]);
});

test('SESSION-15 offline the work is on the device, with its time and the number of waiting changes', async () => {
  const board = open('ws://127.0.0.1:9/sync', createId(), {
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    random: () => 0.999,
  });
  await expect.poll(() => board.session.view.get().connection).toBe('waiting');
  add(board, 'Сама');
  await reach(board, 'device');
  expect(board.session.view.get()).toMatchObject({ waiting: 1, offlineSince: 1_770_000_000_000.5 });
});

test('SESSION-16 a reload without a connection loses nothing, and knows what was still waiting', async () => {
  const id = createId();
  const offline = { ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' } as const), random: () => 0.999 };
  const first = open('ws://127.0.0.1:9/sync', id, offline);
  await expect.poll(() => first.session.view.get().connection).toBe('waiting');
  add(first, 'Едно');
  add(first, 'Две');
  await reach(first, 'device');
  first.dispose();
  const again = open('ws://127.0.0.1:9/sync', id, offline);
  await expect.poll(() => texts(again)).toEqual(['Едно', 'Две']);
  await expect.poll(() => again.session.view.get().waiting).toBe(2);
  again.dispose();
  const script = await server();
  const back = open(script.url, id);
  await reach(back, 'saved');
  expect(back.session.view.get().waiting).toBe(0);
  expect(script.doc.getMap('objects').size).toBe(2);
});

test('SESSION-17 the copy belongs to one board and one person, and there is none of a private board', async () => {
  const id = createId();
  const script = await server();
  const first = open(script.url, id);
  await reach(first, 'saved');
  add(first, 'Мое');
  await reach(first, 'saved');
  first.dispose();
  const secret = createId();
  const hidden = open(script.url, secret, { isPrivate: true });
  await reach(hidden, 'saved');
  const names = (await indexedDB.databases()).map((each) => each.name);
  expect(names).toContain(copyName(id, 'maria'));
  expect(names).not.toContain(copyName(secret, 'maria'));
  const other = open('ws://127.0.0.1:9/sync', id, {
    person: { ...AUTHOR, id: 'petar' },
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
  });
  await expect.poll(() => other.session.view.get().connection).toBe('waiting');
  expect(texts(other)).toEqual([]);
});

test('SESSION-17 what a private board refused waits in the page alone', async () => {
  const script = await server();
  const refusedCopy = async (isPrivate: boolean): Promise<unknown> => {
    script.obliging = true;
    const board = open(script.url, createId(), { isPrivate });
    await reach(board, 'saved');
    script.obliging = false;
    add(board, 'Само тук');
    await expect.poll(() => script.frames.length).toBe(2);
    script.say({ kind: 'refused', frame: 2, reason: 'locked' });
    await expect.poll(() => board.session.view.get().end).toBe('refused');
    expect(await readAside(board.session.name)).toMatchObject({ why: 'locked' });
    const db = await idb.openDB('masa:aside', (opened) => idb.createStores(opened, [['copies']]));
    const [store] = idb.transact(db, ['copies'], 'readonly');
    const kept: unknown = store && (await idb.get(store, board.session.name));
    db.close();
    return kept;
  };
  expect(await refusedCopy(false)).toBeTruthy();
  expect(await refusedCopy(true)).toBeUndefined();
});

test('SESSION-18 without a store on the device, unsent work says "not saved"', async () => {
  const board = open('ws://127.0.0.1:9/sync', createId(), {
    isPrivate: true,
    ticket: () => Promise.resolve({ ok: false, reason: 'unreachable' }),
    random: () => 0.999,
  });
  await expect.poll(() => board.session.view.get().connection).toBe('waiting');
  add(board, 'Само тук');
  await reach(board, 'unsaved');
});

test('SESSION-19 a refused edit ends the session with its copy set aside, and what the board lacks can be read from it', async () => {
  const id = createId();
  const script = await server();
  const board = open(script.url, id);
  await reach(board, 'saved');
  const there = add(board, 'На дъската');
  await reach(board, 'saved');
  script.obliging = false;
  add(board, 'Закъсняла мисъл');
  board.editor.setField(there, 'source', 'анкета');
  await expect.poll(() => script.frames.length).toBe(4);
  script.say({ kind: 'refused', frame: 3, reason: 'read-only' });
  await expect.poll(() => board.session.view.get().end).toBe('refused');
  expect(saved(board)).toBe('refused');
  const aside = await readAside(board.session.name);
  if (!aside) throw new Error('nothing was set aside');
  script.obliging = true;
  const fresh = open(script.url, id);
  await reach(fresh, 'saved');
  expect(texts(fresh)).toEqual(['На дъската']);
  const { kind, records } = fresh.editor;
  expect(lateCards(aside, fresh.editor.board(), kind, records.template.get(), 'bg')).toEqual([
    { address: 'needs', text: 'На дъската\nИзточник: анкета' },
    { address: 'needs', text: 'Закъсняла мисъл' },
  ]);
  await dropAside(board.session.name);
  expect(await readAside(board.session.name)).toBeUndefined();
});

test('SESSION-20 a refusal of an empty answer, as a reader gives it, is nobody’s loss', async () => {
  const script = await server(false);
  const board = open(script.url, createId());
  await expect.poll(() => script.frames.length).toBe(1);
  script.say({ kind: 'refused', frame: 1, reason: 'read-only' }, { kind: 'right', right: 'read' });
  await expect.poll(() => board.session.view.get().right).toBe('read');
  expect(board.session.view.get().end).toBeNull();
});

test('SESSION-21 a copy of another epoch is not sent to the board; it is set aside and the board opened anew', async () => {
  const id = createId();
  const script = await server();
  const first = open(script.url, id);
  await reach(first, 'saved');
  script.say({ kind: 'epoch', epoch: 7, hash: '' });
  add(first, 'От стария брой');
  await reach(first, 'saved');
  await expect.poll(async () => (await indexedDB.databases()).length).toBeGreaterThan(0);
  first.dispose();
  const second = open(script.url, id);
  await expect.poll(() => script.visits.length).toBe(2);
  expect(script.visits[1]?.get('epoch')).toBe('7');
  script.close(4410);
  await expect.poll(() => second.session.view.get().end).toBe('other-epoch');
  const aside = await readAside(second.session.name);
  expect(aside?.why).toBe('other-epoch');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, aside?.update ?? new Uint8Array());
  expect(doc.getMap('objects').size).toBe(1);
});

test('SESSION-41 a copy that reads differently from the board is set aside, but not while something waits', async () => {
  const script = await server();
  const board = open(script.url, createId());
  await reach(board, 'saved');
  add(board, 'Само на това устройство');
  await reach(board, 'saved');
  script.say({ kind: 'epoch', epoch: 1, hash: contentHash(script.doc) });
  script.obliging = false;
  add(board, 'Още на път');
  script.say({ kind: 'epoch', epoch: 1, hash: '0123456789abcdef' }, { kind: 'right', right: 'write' });
  await expect.poll(() => board.session.view.get().right).toBe('write');
  expect(board.session.view.get().end).toBeNull();
  await expect.poll(() => script.frames.length).toBe(3);
  script.say({ kind: 'durable', upTo: 3 }, { kind: 'epoch', epoch: 1, hash: '0123456789abcdef' });
  await expect.poll(() => board.session.view.get().end).toBe('other-epoch');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await readAside(board.session.name))?.update ?? new Uint8Array());
  expect(doc.getMap('objects').size).toBe(2);
});

test('SESSION-42 what is written while a copy is set aside goes along, and an earlier copy stays', async () => {
  const id = createId();
  const script = await server();
  const turn = async (first: string, second: string): Promise<OpenBoard> => {
    script.obliging = true;
    const board = open(script.url, id);
    await reach(board, 'saved');
    script.obliging = false;
    add(board, first);
    await expect.poll(() => script.frames.length).toBe(2);
    const size = async (): Promise<number> => (await readAside(board.session.name))?.update.length ?? 0;
    const before = await size();
    script.say({ kind: 'refused', frame: 2, reason: 'read-only' }, { kind: 'refused', frame: 2, reason: 'read-only' });
    while ((await size()) === before) await new Promise(setImmediate);
    expect(board.session.view.get().end).toBeNull();
    add(board, second);
    await expect.poll(() => board.session.view.get().end).toBe('refused');
    return board;
  };
  await turn('Първа', 'Втора');
  const { session } = await turn('Трета', 'Четвърта');
  const aside = await readAside(session.name);
  const fresh = open(script.url, createId());
  const { kind, records } = fresh.editor;
  const late = aside ? lateCards(aside, fresh.editor.board(), kind, records.template.get(), 'bg') : [];
  expect(late.map(({ text }) => text).sort((a, b) => a.localeCompare(b))).toEqual(['Втора', 'Първа', 'Трета', 'Четвърта']);
});

test('SESSION-22 a board that was deleted leaves nothing on the device', async () => {
  const id = createId();
  const script = await server();
  const board = open(script.url, id);
  await reach(board, 'saved');
  add(board, 'Тайна');
  await reach(board, 'saved');
  script.close(4404);
  await expect.poll(() => board.session.view.get().end).toBe('deleted');
  await expect.poll(async () => (await indexedDB.databases()).map((each) => each.name)).not.toContain(copyName(id, 'maria'));
});

test('SESSION-43 with too many boards open, the one that is closed says so, keeps what was not sent, and does not come back by itself', async () => {
  const id = createId();
  const script = await server(false);
  const board = open(script.url, id);
  await expect.poll(() => script.frames.length).toBe(1);
  add(board, 'Още тук');
  script.close(SYNC_CLOSE.tooManyWindows.code);
  await expect.poll(() => board.session.view.get().end).toBe('crowded');
  expect(board.session.view.get()).toMatchObject({ connection: 'closed', waiting: 1, saved: 'device' });
  expect(script.visits.length).toBe(1);
  board.dispose();
  script.obliging = true;
  const again = open(script.url, id);
  await reach(again, 'saved');
  expect(script.doc.getMap('objects').size).toBe(1);
});

test('SESSION-23 several messages in one frame are all read, and answered', async () => {
  const script = await server(false);
  const board = open(script.url, createId());
  await expect.poll(() => script.frames.length).toBe(1);
  const theirs = new Y.Doc();
  apply(theirs, [createEdit({ id: 'theirs', text: 'От друг' })], PERSON);
  const update = syncMessage(SYNC.update, Y.encodeStateAsUpdate(theirs));
  const question = syncMessage(SYNC.step1, Y.encodeStateVector(script.doc));
  const receipt = Uint8Array.from([MESSAGE.receipt, 0, 1]);
  script.raw(Uint8Array.from([...update, ...receipt, ...question]));
  await expect.poll(() => texts(board)).toEqual(['От друг']);
  await expect.poll(() => script.frames.map((frame) => frame.step)).toEqual([SYNC.step2, SYNC.step2]);
});

test('SESSION-24 a gap is healed by an answer that carries everything', async () => {
  const script = await server(false);
  const board = open(script.url, createId());
  await expect.poll(() => script.frames.length).toBe(1);
  script.say({ kind: 'durable', upTo: 1 });
  add(board, 'Липсваща');
  await expect.poll(() => script.frames.length).toBe(2);
  script.say({ kind: 'gap', frame: 2 });
  script.ask();
  await expect.poll(() => script.frames.length).toBe(3);
  expect(saved(board)).toBe('saving');
  for (const frame of script.frames.slice(2)) Y.applyUpdate(script.doc, frame.payload);
  expect(script.doc.getMap('objects').size).toBe(1);
  script.say({ kind: 'durable', upTo: 3 });
  await reach(board, 'saved');
});

test('SESSION-25 a wrong device clock changes nothing: instants are the server’s, whole milliseconds, silence is measured by running time', async () => {
  const script = await server(false);
  let elapsed = 0;
  const board = open(script.url, createId(), { elapsed: () => elapsed, now: () => 1_234.75 });
  await expect.poll(() => script.frames.length).toBe(1);
  script.say({ kind: 'durable', upTo: 1 });
  const id = add(board, 'Часът');
  expect(board.editor.board().get(id)).toMatchObject({ created: 1_235, issues: [] });
  await expect.poll(() => script.frames.length).toBe(2);
  expect(saved(board)).toBe('saving');
  elapsed = 9_000;
  await reach(board, 'device');
  script.say({ kind: 'durable', upTo: 2 });
  await reach(board, 'saved');
});

test('SESSION-26 a text that no card can hold is kept as a draft that survives a reload', () => {
  const storage = new Map<string, string>();
  const device = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  };
  createDrafts('masa:board:b:p', device).keep('card', 'дълъг текст');
  const later = createDrafts('masa:board:b:p', device);
  expect(later.read('card')).toBe('дълъг текст');
  expect(createDrafts('masa:board:b:other', device).read('card')).toBeNull();
  later.drop('card');
  expect(storage.size).toBe(0);
  expect(createDrafts('x', null).read('card')).toBeNull();
});
