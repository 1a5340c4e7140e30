// The thread through the boards of a workshop, over HTTP: carrying cards, following them both ways, and what can be brought in.
import { createId, LIMITS } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import { ERRORS } from '@masa/shared/i18n';
import type { CardList, CarryResponse, Thread, ThreadCard } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';

let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

/** @param groupId absent: for everybody */
const makeBoard = async (workshop: TestWorkshop, template: string, groupId?: string): Promise<string> =>
  (
    await masa.ask<{ id: string }>('POST', `/api/workshops/${workshop.id}/boards`, {
      token: organiser,
      body: { template, ...(groupId === undefined ? {} : { groupId }) },
    })
  ).body.id;

const write = async (board: string, cell: string, cards: readonly object[], token = organiser): Promise<readonly string[]> =>
  (await masa.ask<{ cards: string[] }>('POST', `/api/boards/${board}/cards`, { token, body: { cells: [{ id: cell, cards }] } })).body.cards;

interface Wish {
  readonly cards: readonly { readonly id: string; readonly as?: string }[];
  readonly to: string;
  readonly slot?: string;
  readonly cell?: string;
  readonly language?: string;
}
const carry = (board: string, body: Wish, token = organiser) => masa.ask<CarryResponse>('POST', `/api/boards/${board}/carry`, { token, body });
const thread = (board: string, object: string, token = organiser) =>
  masa.ask<Thread>('GET', `/api/boards/${board}/objects/${object}/thread?language=en`, { token });
const list = (workshop: TestWorkshop, query: string, token = organiser) =>
  masa.ask<CardList>('GET', `/api/workshops/${workshop.id}/cards?language=en&${query}`, { token });

interface ReadCard {
  readonly id: string;
  readonly text: string;
  readonly notes?: string;
  readonly author: { readonly name: string };
  readonly [field: string]: unknown;
}
const cardsOf = async (board: string): Promise<readonly (ReadCard & { readonly cell: string })[]> => {
  const { body } = await masa.ask<{ cells: { id: string; cards: ReadCard[] }[] }>('GET', `/api/boards/${board}`, { token: organiser });
  return body.cells.flatMap(({ id, cards }) => cards.map((card) => ({ ...card, cell: id })));
};
/** Edits of somebody with the board open, durable when it resolves. */
async function edit(board: string, ...edits: readonly Edit[]): Promise<void> {
  const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, board, organiser, { ack: true });
  await peer.synced;
  for (const each of edits) peer.edit(each);
  await expect.poll(() => peer.durable).toBe(peer.sent);
  await peer.close();
}
const bin = (board: string, id: string) => edit(board, { do: 'set', id, facet: 'gone', value: { by: 'ana', name: 'Ана', at: 1 } });
const rename = (board: string, id: string, text: string) => edit(board, { do: 'text', id, text });

const texts = (cards: readonly ThreadCard[]): readonly string[] =>
  cards.map(({ depth, state, text }) => `${depth} ${state === 'here' ? text : state}`);

test('THREAD-4 a thread from a stall to a change task is followed both ways, over carrying and over links', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [canvas = '', group = ''] = [workshop.boards[0], workshop.groups[0]];
  const [market, matrix, plan, tasks] = await Promise.all([
    makeBoard(workshop, 'marketplace'),
    ...['risks-5', 'implementation-plan', 'change-tasks'].map((template) => makeBoard(workshop, template, group)),
  ]);
  const stall = createId();
  await edit(market ?? '', {
    do: 'create',
    id: stall,
    type: 'card',
    place: { cell: 'stalls', order: 'a0' },
    text: 'Няма къде да се срещнем',
    facets: { stallType: 'problem' },
  });
  const [need = ''] = (await carry(market ?? '', { cards: [{ id: stall }], to: canvas })).body.cards;
  const [activity = ''] = await write(canvas, 'activities', [{ text: 'Песни и приказки', serves: [need] }]);
  const [risk = ''] = (await carry(canvas, { cards: [{ id: activity }], to: matrix ?? '' })).body.cards;
  const action = createId();
  await edit(matrix ?? '', {
    do: 'create',
    id: action,
    type: 'card',
    place: { cell: 'actions', order: 'a0' },
    text: 'Втори водещ',
    facets: { treats: [risk], who: 'Ана' },
  });
  const [planned = ''] = (await carry(matrix ?? '', { cards: [{ id: action }], to: plan ?? '' })).body.cards;
  const [task = ''] = (await carry(plan ?? '', { cards: [{ id: planned }], to: tasks ?? '' })).body.cards;

  const steps = [
    'Няма къде да се срещнем',
    'Няма къде да се срещнем',
    'Песни и приказки',
    'Песни и приказки',
    'Втори водещ',
    'Втори водещ',
    'Втори водещ',
  ];
  const told = (from: number) => steps.map((text, at) => `${at - from} ${text}`);
  const down = (await thread(market ?? '', stall)).body.cards;
  expect(texts(down)).toEqual(told(0));
  expect(texts((await thread(tasks ?? '', task)).body.cards)).toEqual(told(6));
  expect(texts((await thread(canvas, activity)).body.cards)).toEqual(told(2));
  expect(down.map(({ link }) => link)).toEqual([null, null, 'serves', null, 'treats', null, null]);
  expect(down.map(({ board }) => board?.id)).toEqual([market, canvas, canvas, matrix, matrix, plan, tasks]);
  expect(down.map(({ board }) => board?.group?.number ?? null)).toEqual([null, 1, 1, 1, 1, 1, 1]);
  expect(down.slice(0, 3).map(({ slot }) => slot)).toEqual(['Problem', 'Needs', 'Activities']);
  expect((await cardsOf(plan ?? '')).find(({ id }) => id === planned)).toMatchObject({ who: 'Ана', text: 'Втори водещ' });
});

test('THREAD-5 a carried card keeps text, tags, sensitivity and author; what has no field goes to the notes in the language asked for', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [canvas = '', group = ''] = [workshop.boards[0], workshop.groups[0]];
  const { token } = await join(masa, workshop.code, { groupId: group });
  const [need = ''] = await write(canvas, 'needs', [{ text: 'Топло място', evidence: 'interview', who: 'Ана', sensitive: true }], token);
  await edit(canvas, { do: 'set', id: need, facet: 'tags', value: ['зима'] }, { do: 'set', id: need, facet: 'notes', value: 'Питай пак' });
  const plan = await makeBoard(workshop, 'implementation-plan', group);
  const [id = ''] = (await carry(canvas, { cards: [{ id: need }], to: plan, language: 'nb' })).body.cards;
  expect((await cardsOf(plan)).find((card) => card.id === id)).toMatchObject({
    text: 'Топло място',
    who: 'Ана',
    tags: ['зима'],
    sensitive: true,
    notes: 'Питай пак\nHvordan vet vi det? Intervju',
    author: { name: 'Мария', library: 'Читалище „Светлина“' },
  });
  expect((await cardsOf(canvas)).map(({ text, evidence }) => [text, evidence])).toEqual([['Топло място', 'interview']]);
});

test('THREAD-5 where one of the two boards names nobody, the carried card names nobody either', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [canvas = '', group = ''] = [workshop.boards[0], workshop.groups[0]];
  const { token } = await join(masa, workshop.code, { groupId: group });
  const [need = ''] = await write(canvas, 'needs', [{ text: 'Топло място' }], token);
  for (const [authorship, name, library] of [
    ['library', '', 'Читалище „Светлина“'],
    ['anonymous', '', ''],
  ] as const) {
    const to = await makeBoard(workshop, 'form-a', group);
    expect((await masa.ask('POST', `/api/boards/${to}/authorship`, { token: organiser, body: { authorship } })).status).toBe(200);
    const [id = ''] = (await carry(canvas, { cards: [{ id: need }], to }, token)).body.cards;
    expect((await cardsOf(to))[0]).toMatchObject({ id, author: { name, library } });
    // And back, to a board that names people: who it was is no longer known.
    const named = await makeBoard(workshop, 'form-a', group);
    await carry(to, { cards: [{ id }], to: named }, token);
    expect((await cardsOf(named))[0]?.author).toMatchObject({ name, library });
  }
});

test('THREAD-6 the same request again makes no second card, and one that is in the bin stays there', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [from = '', to = ''] = workshop.boards;
  const [one = '', two = ''] = await write(from, 'needs', [{ text: 'едно' }, { text: 'две' }]);
  const wish = { cards: [one, two].map((id) => ({ id, as: createId() })), to, slot: 'service' };
  const ids = wish.cards.map(({ as }) => as);
  const [first, second] = await Promise.all([carry(from, wish), carry(from, wish)]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect([first.body.cards, second.body.cards]).toEqual([ids, ids]);
  await bin(to, ids[0] ?? '');
  expect((await carry(from, wish)).body.cards).toEqual(ids);
  expect((await cardsOf(to)).map(({ text }) => text)).toEqual(['две']);
  // An id that is somebody else's card there is left alone, and nothing is said to have come from here.
  const [taken = ''] = await write(to, 'service', [{ text: 'чуждо' }]);
  expect((await carry(from, { cards: [{ id: one, as: taken }], to })).body.cards).toEqual([]);
  expect(texts((await thread(to, taken)).body.cards)).toEqual(['0 чуждо']);
});

test('THREAD-7 all cards are carried or none: unknown, binned and wordless ones, unknown places, too many, a full board', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [from = '', to = ''] = workshop.boards;
  const [one = '', two = ''] = await write(from, 'needs', [{ text: 'едно' }, { text: 'две' }]);
  await bin(from, two);
  const stamp = createId();
  await edit(from, { do: 'create', id: stamp, type: 'stamp', place: { box: [0, 0, 40, 40], rot: 0 }, text: '', facets: {} });
  for (const other of [two, stamp, 'none']) {
    const { body } = await carry(from, { cards: [{ id: one }, { id: other }], to });
    expect(body.error?.code).toBe('not-carried');
  }
  expect((await carry(from, { cards: [{ id: one }], to, slot: 'no-such' })).body.error?.code).toBe('unknown-cell');
  expect((await carry(from, { cards: [{ id: one }], to, cell: 'no-such' })).body.error?.code).toBe('unknown-cell');
  expect((await carry(from, { cards: Array.from({ length: LIMITS.carriedMax + 1 }, () => ({ id: one })), to })).status).toBe(400);
  expect((await carry(from, { cards: [{ id: one }], to: from })).status).toBe(404);
  const other = await openWorkshop(masa, organiser, 1);
  expect((await carry(from, { cards: [{ id: one }], to: other.boards[0] ?? '' })).status).toBe(404);
  expect(await cardsOf(to)).toEqual([]);
});

test('THREAD-8 on a board without cells a card becomes a note that keeps everything in its notes, and can be carried on', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [from = ''] = workshop.boards;
  const empty = await makeBoard(workshop, 'empty');
  const ids = await write(from, 'needs', [{ text: 'едно', evidence: 'statistics' }, { text: 'две' }]);
  const made = (await carry(from, { cards: ids.map((id) => ({ id })), to: empty, language: 'en' })).body.cards;
  const { free } = (await masa.ask<{ free: ReadCard[] }>('GET', `/api/boards/${empty}`, { token: organiser })).body;
  expect(free.map(({ type, text, notes }) => [type, text, notes])).toEqual([
    ['note', 'едно', 'How do we know? Statistics'],
    ['note', 'две', undefined],
  ]);
  const [back = ''] = (await carry(empty, { cards: [{ id: made[0] ?? '' }], to: from, slot: 'service' })).body.cards;
  expect(texts((await thread(from, back)).body.cards)).toEqual(['-2 едно', '-1 едно', '0 едно']);
});

test('THREAD-9 nobody learns by any of the routes what is on a board they may not read', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [theirs = '', own = ''] = workshop.boards;
  const nosy = (await join(masa, workshop.code, { groupId: workshop.groups[1] })).token;
  const [secret = ''] = await write(theirs, 'needs', [{ text: 'Тайна на маса 1' }]);
  const shared = await makeBoard(workshop, 'form-a');
  const [onShared = ''] = (await carry(theirs, { cards: [{ id: secret }], to: shared, slot: 'needs' })).body.cards;
  await rename(shared, onShared, 'За всички');
  const [onOwn = ''] = (await carry(shared, { cards: [{ id: onShared }], to: own, slot: 'needs' }, nosy)).body.cards;
  await carry(own, { cards: [{ id: onOwn }], to: theirs, slot: 'service' });
  await rename(theirs, secret, 'Друга тайна');

  const seen = [
    await thread(own, onOwn, nosy),
    await thread(shared, onShared, nosy),
    await thread(theirs, secret, nosy),
    await list(workshop, '', nosy),
    await list(workshop, `search=${encodeURIComponent('тайна')}`, nosy),
    await list(workshop, `board=${theirs}`, nosy),
    await carry(theirs, { cards: [{ id: secret }], to: own }, nosy),
    await carry(own, { cards: [{ id: onOwn }], to: theirs }, nosy),
  ];
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 404, 200, 200, 404, 404, 404]);
  for (const { text } of seen) for (const hidden of ['айна', theirs, secret]) expect(text).not.toContain(hidden);
  const [middle] = seen;
  expect(texts(middle?.body && 'cards' in middle.body ? (middle.body.cards as ThreadCard[]) : [])).toEqual([
    '-2 elsewhere',
    '-1 За всички',
    '0 За всички',
    '1 elsewhere',
  ]);
  // A card that only says of itself that it came from there tells no more.
  await edit(own, {
    do: 'create',
    id: 'forged',
    type: 'card',
    place: { cell: 'needs', order: 'a9' },
    text: 'Моя',
    facets: { origin: { how: 'moved', board: theirs, object: secret } },
  });
  const forged = await thread(own, 'forged', nosy);
  expect(texts(forged.body.cards)).toEqual(['-1 elsewhere', '0 Моя']);
  expect(forged.text).not.toContain(theirs);
  // With the boards shared, the same thread can be read; what is in another table's bin still is nobody else's.
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: true } });
  expect(texts((await thread(own, onOwn, nosy)).body.cards)).toEqual(['-2 Друга тайна', '-1 За всички', '0 За всички', '1 За всички']);
  await bin(theirs, secret);
  expect(texts((await thread(own, onOwn, nosy)).body.cards)[0]).toBe('-2 gone');
  expect((await thread(own, onOwn)).body.cards[0]).toMatchObject({ state: 'here', isInBin: true, text: 'Друга тайна' });
  expect((await thread(theirs, secret, nosy)).status).toBe(404);
});

test('THREAD-10 who only watches, a frozen board and another table carry nothing; who may write there does', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [from = '', group = ''] = [workshop.boards[0], workshop.groups[0]];
  const to = await makeBoard(workshop, 'form-b', group);
  const [card = ''] = await write(from, 'needs', [{ text: 'едно' }]);
  const wish = { cards: [{ id: card }], to };
  const { token } = await join(masa, workshop.code, { groupId: group });
  expect((await carry(from, wish, (await byLink(masa, workshop, 'observer')).token)).status).toBe(403);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${to}`, { token: organiser, body: { state: 'frozen' } });
  expect((await carry(from, wish, token)).body.error?.code).toBe('target-frozen');
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${to}`, { token: organiser, body: { state: 'open' } });
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${from}`, { token: organiser, body: { state: 'frozen' } });
  expect((await carry(from, wish, token)).status).toBe(201);
});

test('CRACK-12 the sentence about a frozen board cards are carried to speaks of no late contribution', () => {
  expect(ERRORS['target-frozen'].en).toMatch(/^The other board is closed for writing\. Nothing was carried/);
  for (const sentence of Object.values(ERRORS['target-frozen'])) expect(sentence).not.toMatch(/late|закъснял|întârziat|запізніл|sent bidrag/iu);
});

test('THREAD-11 what a card came from may change: the text then and now are told, until the card says the same', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [from = '', to = ''] = workshop.boards;
  const [source = ''] = await write(from, 'needs', [{ text: 'Топло място' }]);
  const [card = ''] = (await carry(from, { cards: [{ id: source }], to, slot: 'needs' })).body.cards;
  const changed = async () => (await thread(to, card)).body.cards.find(({ depth }) => depth === 0)?.changed;
  expect(await changed()).toBeNull();
  await rename(to, card, 'Топло място зимата');
  expect(await changed()).toBeNull();
  await rename(from, source, 'Тихо място');
  expect(await changed()).toEqual({ was: 'Топло място', now: 'Тихо място' });
  expect((await thread(from, source)).body.cards.map(({ depth, changed: since }) => [depth, since !== null])).toEqual([
    [0, false],
    [1, true],
  ]);
  await rename(to, card, 'Тихо място');
  expect(await changed()).toBeNull();
});

test('THREAD-12 a board that is deleted takes its part of the thread along; what was carried from it stays and says so', async () => {
  const workshop = await openWorkshop(masa, organiser, 3);
  const [from = '', middle = '', to = ''] = workshop.boards;
  const [source = ''] = await write(from, 'needs', [{ text: 'едно' }]);
  const [inMiddle = ''] = (await carry(from, { cards: [{ id: source }], to: middle, slot: 'needs' })).body.cards;
  const [last = ''] = (await carry(middle, { cards: [{ id: inMiddle }], to, slot: 'needs' })).body.cards;
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/boards/${middle}`, { token: organiser });
  expect(texts((await thread(to, last)).body.cards)).toEqual(['-1 gone', '0 едно']);
  expect(texts((await thread(from, source)).body.cards)).toEqual(['0 едно']);
});

test('THREAD-13 a thread is told up to twelve steps and two hundred cards, and a circle of links ends where it closes', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [one = '', two = ''] = workshop.boards;
  const [start = ''] = await write(one, 'needs', [{ text: 'начало' }]);
  let [at, card] = [one, start];
  for (let step = 0; step < 15; step += 1) {
    const to = at === one ? two : one;
    const [next = ''] = (await carry(at, { cards: [{ id: card }], to, slot: 'needs' })).body.cards;
    [at, card] = [to, next];
  }
  const down = (await thread(one, start)).body;
  expect(down.cards.at(-1)?.depth).toBe(12);
  expect(down.isCut).toBe(true);
  const up = (await thread(at, card)).body;
  expect(up.cards[0]?.depth).toBe(-12);
  expect(up.isCut).toBe(true);

  const [wide = ''] = await write(one, 'needs', [{ text: 'широко' }]);
  await write(
    one,
    'activities',
    Array.from({ length: 250 }, (_, at) => ({ text: `дейност ${at}`, serves: [wide] })),
  );
  const many = (await thread(one, wide)).body;
  expect([many.cards.length, many.isCut]).toEqual([LIMITS.threadCards, true]);

  const [a = '', b = ''] = await write(one, 'activities', [{ text: 'а' }, { text: 'б' }]);
  await edit(one, { do: 'set', id: a, facet: 'serves', value: [b, a] }, { do: 'set', id: b, facet: 'serves', value: [a] });
  expect(texts((await thread(one, a)).body.cards)).toEqual(['-1 б', '0 а']);
});

test('THREAD-14 what can be carried is told page by page, of one board or, by its words, of all', { timeout: 60_000 }, async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const [large = '', small = ''] = workshop.boards;
  const texts2000 = Array.from({ length: 2_000 }, (_, at) => ({ text: `мисъл ${at}` }));
  for (let at = 0; at < texts2000.length; at += 500) await write(large, 'needs', texts2000.slice(at, at + 500));
  await write(small, 'service', [{ text: 'Șezătoare de МИСЪЛ' }]);
  const first = (await list(workshop, `board=${large}`)).body;
  expect([first.cards.length, first.hasMore, first.cards[0]?.text]).toEqual([LIMITS.cardListMax, true, 'мисъл 0']);
  const last = (await list(workshop, `board=${large}&page=39`)).body;
  expect([last.cards.length, last.hasMore, last.cards.at(-1)?.text]).toEqual([LIMITS.cardListMax, false, 'мисъл 1999']);
  expect((await list(workshop, `board=${large}&page=40`)).body).toMatchObject({ cards: [], hasMore: false });
  expect((await list(workshop, `board=${large}&page=-1`)).status).toBe(400);
  const found = (await list(workshop, 'search=sezatoare')).body;
  expect(found.cards).toMatchObject([{ board: small, text: 'Șezătoare de МИСЪЛ', place: 'Service', isSensitive: false }]);
  expect((await list(workshop, `search=${encodeURIComponent('1999 мисъл')}`)).body.cards.map(({ text }) => text)).toEqual(['мисъл 1999']);
  expect((await list(workshop, '')).body.cards).toEqual([]);
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[1] });
  const shared = await makeBoard(workshop, 'empty');
  expect((await list(workshop, '', token)).body.boards.map(({ id, isOwn, right }) => [id, isOwn, right])).toEqual([
    [small, true, 'write'],
    [shared, false, 'write'],
  ]);
});
