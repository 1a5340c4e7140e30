// What happens to the work of somebody who was writing where a facilitator locked: the real session against the real server.
import 'fake-indexeddb/auto';
import { type OpenBoard, openBoard } from '@masa/client/openBoard.ts';
import { dropAside, lateCards, readAside } from '@masa/client/session/offlineAside.ts';
import { rescueEdits } from '@masa/client/session/rescue.ts';
import { apply, contentHash, type Edit, FACET, marksOf, objectsOf, PERSON, restoreEdits } from '@masa/shared/document';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { afterEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { createEdit, newDoc } from '../shared/sheets.ts';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { openPeer, type Peer, textOf } from '../support/peer.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Table {
  readonly masa: TestMasa;
  readonly boardId: string;
  readonly person: { readonly token: string; readonly participantId: string };
  /** Another participant, whose every word is at once with the server. */
  readonly petar: Peer;
  readonly facilitator: Peer;
  readonly facilitatorId: string;
  /** Without a network nobody gets a ticket. */
  network: boolean;
}

async function table(): Promise<Table> {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const boardId = workshop.boards[0] ?? '';
  const person = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const other = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Петър' });
  const peer = async (token: string): Promise<Peer> => {
    const opened = openPeer(`${masa.url.replace('http', 'ws')}/sync`, boardId, token, { ack: true });
    ends.push(() => opened.close());
    await opened.synced;
    return opened;
  };
  const me = await masa.ask<{ id: string }>('GET', '/api/me', { token: workshop.organiser });
  const people = { petar: await peer(other.token), facilitator: await peer(workshop.organiser) };
  return { masa, boardId, person, ...people, facilitatorId: me.body.id, network: true };
}

function open(at: Table): OpenBoard {
  const opened = openBoard({
    boardId: at.boardId,
    kind: serviceCanvas,
    template: formA,
    person: { id: at.person.participantId, name: 'Мария', library: 'Искра', region: 'Видин' },
    language: 'bg',
    measure: { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 } as Parameters<typeof openBoard>[0]['measure'],
    now: () => at.masa.clock.now(),
    async ticket() {
      if (!at.network) return { ok: false, reason: 'unreachable' };
      const { body } = await at.masa.ask<{ ticket: string }>('POST', '/api/tickets', { token: at.person.token });
      return { ok: true, ticket: body.ticket };
    },
    url: `${at.masa.url.replace('http', 'ws')}/sync`,
    WebSocket: NodeSocket as unknown as typeof WebSocket,
    random: () => 0.01,
  });
  ends.push(opened.dispose);
  return opened;
}

const saved = (board: OpenBoard) => expect.poll(() => board.session.view.get().saved, { timeout: 10_000 }).toBe('saved');
const textsOf = (board: OpenBoard): Record<string, string> =>
  Object.fromEntries(
    board.editor
      .board()
      .live()
      .map(({ id, text }) => [id, text]),
  );
const lockBy = (by: string, id = 'c1', staff = true): Edit => ({ do: 'set', id, facet: FACET.lock, value: { by, name: by, at: 1, staff } });

async function durable(peer: Peer, ...edits: readonly Edit[]): Promise<void> {
  peer.edit(...edits);
  await expect.poll(() => peer.durable).toBe(peer.sent);
}

/** Begins to write in a card. What comes back writes the rest. */
function begin(board: OpenBoard, id: string): (more: string) => void {
  const typing = board.editor.write(id);
  if (!typing) throw new Error(`${id} cannot be written`);
  return (more) => {
    typing.text.doc?.transact(() => typing.text.insert(typing.text.length, more), typing.origin);
    typing.end();
  };
}

test('LOCK-8 whoever wrote where a facilitator locked meanwhile keeps the text, and everything else they did is on the board', async () => {
  const at = await table();
  await durable(at.petar, createEdit({ id: 'c1', text: 'Заключена' }), createEdit({ id: 'c2', text: 'Обща' }));
  const board = open(at);
  await expect.poll(() => textsOf(board).c1).toBe('Заключена');
  await saved(board);
  at.network = false;
  board.session.drop();
  await expect.poll(() => board.session.view.get().connection).toBe('waiting');
  begin(board, 'c1')(' от Мария');
  begin(board, 'c2')(' с Мария');
  const [made] = board.editor.create({ cell: 'partners', index: 0 }, [{ text: 'Нова' }]);
  await durable(at.facilitator, lockBy(at.facilitatorId));
  await durable(at.petar, { do: 'text', id: 'c2', text: 'Наистина обща' });
  at.network = true;
  board.session.retry();
  await expect.poll(() => board.session.view.get().end).toBe('refused');
  expect(await readAside(board.session.name)).toMatchObject({ why: 'locked', isRescued: false });

  const fresh = open(at);
  await saved(fresh);
  expect(textsOf(fresh)).toEqual({ c1: 'Заключена', c2: 'Наистина обща с Мария', [made ?? '']: 'Нова' });
  expect(fresh.session.view.get()).toMatchObject({ end: null, waiting: 0 });
  await expect.poll(() => contentHash(at.petar.doc)).toBe(contentHash(fresh.editor.doc));
  const aside = await readAside(fresh.session.name);
  expect(aside?.isRescued).toBe(true);
  const cards = aside ? lateCards(aside, fresh.editor.board(), fresh.editor.kind, fresh.editor.records.template.get(), 'bg') : [];
  expect(cards.map(({ text }) => text)).toEqual(['Заключена от Мария']);
  // The person goes on, and so does everybody else.
  fresh.editor.create({ cell: 'needs', index: 0 }, [{ text: 'Нататък' }]);
  await saved(fresh);
  await dropAside(fresh.session.name);
});

test('LOCK-8 letters on their way when the facilitator locks: the page opens anew and nothing typed is lost', async () => {
  const at = await table();
  await durable(at.petar, createEdit({ id: 'c1', text: 'Дума' }));
  const board = open(at);
  await expect.poll(() => textsOf(board).c1).toBe('Дума');
  await saved(board);
  const type = begin(board, 'c1');
  await durable(at.facilitator, lockBy(at.facilitatorId));
  type('та');
  await expect.poll(() => board.session.view.get().end).toBe('refused');
  const fresh = open(at);
  await saved(fresh);
  expect(textsOf(fresh)).toEqual({ c1: 'Дума' });
  const aside = await readAside(fresh.session.name);
  const cards = aside ? lateCards(aside, fresh.editor.board(), fresh.editor.kind, fresh.editor.records.template.get(), 'bg') : [];
  expect(cards.map(({ text }) => text)).toEqual(['Думата']);
  await dropAside(fresh.session.name);
});

test('LOCK-10 a copy that is refused again soon after it went back is not sent once more; its texts stay on the device', async () => {
  const at = await table();
  await durable(at.petar, createEdit({ id: 'c1', text: 'Едно' }), createEdit({ id: 'c2', text: 'Две' }));
  const refusedOn = async (id: string): Promise<OpenBoard> => {
    const board = open(at);
    await saved(board);
    await expect.poll(() => Object.keys(textsOf(board)).length).toBe(2);
    const type = begin(board, id);
    await durable(at.facilitator, lockBy(at.facilitatorId, id));
    type('!');
    await expect.poll(() => board.session.view.get().end).toBe('refused');
    return board;
  };
  await refusedOn('c1');
  const again = await refusedOn('c2');
  expect(await readAside(again.session.name)).toMatchObject({ why: 'locked', isRescued: true });
  await durable(at.facilitator, { do: 'set', id: 'c1', facet: FACET.lock, value: null }, { do: 'set', id: 'c2', facet: FACET.lock, value: null });
  const fresh = open(at);
  await saved(fresh);
  expect(textsOf(fresh)).toEqual({ c1: 'Едно', c2: 'Две' });
  const aside = await readAside(fresh.session.name);
  const cards = aside ? lateCards(aside, fresh.editor.board(), fresh.editor.kind, fresh.editor.records.template.get(), 'bg') : [];
  expect(cards.map(({ text }) => text).sort()).toEqual(['Две!', 'Едно!']);
  await dropAside(fresh.session.name);
});

test('LOCK-9 what goes back is what the copy says more, others’ changes untouched, and nothing under a facilitator’s lock', () => {
  const board = newDoc([
    { id: 'held', text: 'held', facets: { lock: { by: 'f', name: 'f', at: 1, staff: true } } },
    { id: 'free', text: 'a free card', facets: { notes: 'old' } },
    { id: 'binned', text: 'binned' },
  ]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
  const gone = { by: 'ana', name: 'Ана', at: 42 };
  apply(
    copy,
    [
      { do: 'text', id: 'held', text: 'held by nobody' },
      { do: 'set', id: 'held', facet: 'notes', value: 'under the lock' },
      { do: 'text', id: 'free', text: 'a free card of Ana' },
      { do: 'set', id: 'binned', facet: FACET.gone, value: gone },
      createEdit({ id: 'new', text: 'new', facets: { notes: 'mine' } }),
      lockBy('ana', 'new', false),
      { do: 'mark', by: 'ana', id: 'held', mark: 'heart', on: true },
    ],
    PERSON,
  );
  apply(
    board,
    [
      { do: 'text', id: 'free', text: 'really a free card' },
      { do: 'set', id: 'free', facet: 'notes', value: 'newer' },
    ],
    PERSON,
  );
  const update = Y.encodeStateAsUpdate(copy);
  apply(board, rescueEdits(board, update), PERSON);
  const objects = objectsOf(board);
  expect(textOf(board, 'held').toString()).toBe('held');
  expect(objects.get('held')?.get('notes')).toBeUndefined();
  expect(textOf(board, 'free').toString()).toBe('really a free card of Ana');
  expect(objects.get('free')?.get('notes')).toBe('newer');
  expect(objects.get('binned')?.get(FACET.gone)).toEqual(gone);
  expect(objects.get('new')?.toJSON()).toMatchObject({ text: 'new', notes: 'mine', lock: { by: 'ana', staff: false } });
  expect(marksOf(board).get('ana/held/heart')).toBe(true);
  expect(restoreEdits(board, board, { typeOf: () => undefined, stamp: gone, isStaff: false })).toEqual([]);
});
