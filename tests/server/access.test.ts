// The table of access, walked over HTTP: every route with every kind of caller.
import { ROUTES, type RouteName } from '@masa/shared/wire';
import { ACTIONS, type Action, type Actor, may, type Target } from '@masa/shared/workshop';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLERS, type CallerName, MATRIX, type Things } from '../support/accessMatrix.ts';
import { byLink, createTestClock, join, openWorkshop, person, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { blackPng } from '../support/pictures.ts';

let masa: TestMasa;
let organiser: string;
let stranger: string;

beforeAll(async () => {
  // Every route for every caller is more than one session may ask in so short a time.
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
  // Another organiser's token, as if this server had two: their account is put beside the first one.
  const { callers, store } = masa.masa.commands;
  const owner = await store.owner(0);
  await store.addAccount({ ...owner, id: 'another-organiser', name: 'Друг организатор' });
  const account = await store.account('another-organiser');
  stranger = account ? await callers.forAccount(account) : '';
});
afterAll(() => masa.close());

/** A workshop of its own for one question, with everything the paths can name. */
async function scene(caller: CallerName): Promise<{ things: Things; token: string | undefined }> {
  const workshop = await openWorkshop(masa, organiser, 2);
  const ask = async <T>(method: string, path: string, body: unknown): Promise<T> =>
    (await masa.ask<T>(method, `/api/workshops/${workshop.id}${path}`, { token: organiser, body })).body;
  const [group = '', otherGroup = ''] = workshop.groups;
  const own = await join(masa, workshop.code, { groupId: group });
  const neighbour = await join(masa, workshop.code, { groupId: otherGroup });
  const frozenBoard = (await ask<{ id: string }>('POST', '/boards', { template: 'form-b', groupId: group })).id;
  await ask('PATCH', `/boards/${frozenBoard}`, { state: 'frozen' });
  const link = await ask<{ id: string; token: string }>('POST', '/links', { role: 'observer' });
  const claim = await masa.ask<{ id: string; secret: string }>('POST', '/api/join/claims', { body: person({ code: workshop.code }) });
  const late = await masa.ask<{ id: string }>('POST', `/api/boards/${frozenBoard}/late`, {
    token: own.token,
    body: { cards: [{ address: 'needs', text: 'Още едно' }] },
  });
  const picture = await masa.ask<{ id: string }>('POST', `/api/boards/${workshop.boards[0]}/pictures`, { token: own.token, body: blackPng() });
  const version = await masa.ask<{ id: string }>('POST', `/api/boards/${workshop.boards[0]}/versions`, {
    token: own.token,
    body: { title: 'Начало' },
  });
  const things: Things = {
    workshop: workshop.id,
    code: workshop.code,
    group,
    emptyGroup: (await ask<{ id: string }>('POST', '/groups', { number: 9 })).id,
    board: workshop.boards[0] ?? '',
    frozenBoard,
    participant: own.participantId,
    link: link.id,
    linkToken: link.token,
    claim: claim.body.id,
    claimSecret: claim.body.secret,
    late: late.body.id,
    picture: picture.body.id,
    version: version.body.id,
  };
  const tokens: Record<CallerName, () => Promise<string | undefined>> = {
    nobody: async () => undefined,
    expired: async () => 'a-token-that-never-was-or-is-long-over-0000000',
    otherOrganiser: async () => stranger,
    otherParticipant: async () => (await join(masa, (await openWorkshop(masa, organiser, 1)).code)).token,
    otherGroup: async () => neighbour.token,
    ownGroup: async () => own.token,
    observer: async () => (await byLink(masa, workshop, 'observer')).token,
    facilitator: async () => (await byLink(masa, workshop, 'facilitator')).token,
    organiser: async () => organiser,
  };
  return { things, token: await tokens[caller]() };
}

/** How a board can stand, and whether a participant of its own table may still put something on it. */
const STATES: readonly { readonly state: string; readonly change: (things: Things) => readonly [string, string, unknown?]; readonly own: number }[] =
  [
    { state: 'frozen', change: ({ workshop, board }) => ['PATCH', `/api/workshops/${workshop}/boards/${board}`, { state: 'frozen' }], own: 403 },
    { state: 'in a frozen workshop', change: ({ workshop }) => ['PATCH', `/api/workshops/${workshop}`, { state: 'frozen' }], own: 403 },
    { state: 'in a closed workshop', change: ({ workshop }) => ['PATCH', `/api/workshops/${workshop}`, { state: 'closed' }], own: 403 },
    { state: 'shown to all tables', change: ({ workshop }) => ['PATCH', `/api/workshops/${workshop}`, { sharesBoards: true }], own: 201 },
    { state: 'gone', change: ({ workshop, board }) => ['DELETE', `/api/workshops/${workshop}/boards/${board}`], own: 404 },
  ];

test.each(STATES)('ACCESS-17 pictures and versions of a board that is $state', { timeout: 120_000 }, async ({ state, change, own }) => {
  const isGone = state === 'gone';
  const wrong: string[] = [];
  for (const caller of CALLERS) {
    const { things, token } = await scene(caller);
    const [method, path, body] = change(things);
    expect((await masa.ask(method, path, { token: organiser, body })).status).toBe(200);
    const board = `/api/boards/${things.board}`;
    const isStaff = caller === 'facilitator' || caller === 'organiser';
    const outside = token === undefined || caller === 'expired' ? 401 : 404;
    const isInside =
      !isGone && (isStaff || caller === 'ownGroup' || caller === 'observer' || (caller === 'otherGroup' && state === 'shown to all tables'));
    const reads = isInside ? 200 : outside;
    const history = !isInside ? outside : isStaff || caller === 'ownGroup' ? 200 : 403;
    const writes = !isInside ? outside : isStaff ? 201 : caller === 'ownGroup' ? own : 403;
    const expected: readonly (readonly [string, string, number, unknown?])[] = [
      ['POST', `${board}/pictures`, writes, blackPng()],
      ['GET', `${board}/pictures/${things.picture}`, reads],
      ['GET', `${board}/pictures/${things.picture}?size=thumb`, reads],
      ['GET', `${board}/versions`, history],
      ['GET', `${board}/versions/${things.version}`, history],
      ['POST', `${board}/versions`, writes, { title: 'Сега' }],
      ['POST', `${board}/versions/${things.version}/restore`, writes],
      // Through another board of the same table, which is open to read: what is not its own is not there.
      ['GET', `/api/boards/${things.frozenBoard}/pictures/${things.picture}`, outside],
      ['GET', `/api/boards/${things.frozenBoard}/versions/${things.version}`, history === 403 || (isGone && caller === 'observer') ? 403 : outside],
    ];
    for (const [verb, to, status, sent] of expected) {
      const answer = await masa.ask(verb, to, { token, body: sent });
      if (answer.status !== status) wrong.push(`${caller}: ${verb} ${to.replace(things.board, 'board')} ${answer.status} instead of ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(CALLERS.map((caller, at) => ({ caller, at })))(
  'ACCESS-1 every route answers $caller as the table says',
  { timeout: 120_000 },
  async ({ caller, at }) => {
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(ROUTES).sort());
    let { things, token } = await scene(caller);
    const wrong: string[] = [];
    for (const [name, { path, body, expected }] of Object.entries(MATRIX) as [RouteName, (typeof MATRIX)[RouteName]][]) {
      if (name === 'signOut') continue;
      // What a route took away is needed by the next: a new scene after each route that does.
      const { status } = await masa.ask(ROUTES[name].method.toUpperCase(), path(things), { token, body: body?.(things) });
      const shown = status === 201 ? 200 : status;
      if (shown !== expected[at]) wrong.push(`${name}: ${shown} instead of ${expected[at]}`);
      if (ROUTES[name].method === 'delete' || name === 'renewCode' || name === 'changeWorkshop') ({ things, token } = await scene(caller));
    }
    expect(wrong).toEqual([]);
    // Last of all, because it ends the session; the organiser's is needed by the next caller.
    const out = caller === 'organiser' ? undefined : await masa.ask('DELETE', '/api/sessions/current', { token });
    expect(out?.status ?? MATRIX.signOut.expected[at]).toBe(MATRIX.signOut.expected[at]);
  },
);

const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant<Actor>({ role: 'nobody' }),
  fc.record({ role: fc.constant('organiser' as const), id: fc.constantFrom('a', 'b') }),
  fc.record({ role: fc.constantFrom('facilitator' as const, 'observer' as const), id: fc.constant('f'), workshopId: fc.constantFrom('w', 'v') }),
  fc.record({
    role: fc.constant('participant' as const),
    id: fc.constant('p'),
    workshopId: fc.constantFrom('w', 'v'),
    groupId: fc.constantFrom('g', 'h', null),
  }),
);
const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.constant<Target>({ of: 'server' }),
  fc.record({
    of: fc.constant('workshop' as const),
    workshopId: fc.constant('w'),
    ownerId: fc.constant('a'),
    state: fc.constantFrom('open' as const, 'frozen' as const, 'closed' as const),
  }),
  fc.record({
    of: fc.constant('board' as const),
    workshopId: fc.constant('w'),
    ownerId: fc.constant('a'),
    groupId: fc.constantFrom('g', null),
    sharesBoards: fc.boolean(),
    state: fc.constantFrom('open' as const, 'frozen' as const),
    writing: fc.constantFrom('together' as const, 'privately' as const, 'nothing' as const),
  }),
);

test('ACCESS-2 nobody and strangers may nothing, and writing implies reading', () => {
  fc.assert(
    fc.property(actors, fc.constantFrom(...ACTIONS), targets, (actor, action, target) => {
      const allowed = may(actor, action, target);
      const isStranger =
        actor.role === 'nobody' || (target.of !== 'server' && (actor.role === 'organiser' ? actor.id !== 'a' : actor.workshopId !== 'w'));
      const isHeld =
        actor.role === 'participant' &&
        target.of === 'board' &&
        (target.state === 'frozen' || target.writing !== 'together') &&
        action === 'board.write';
      expect(allowed && (isStranger || isHeld)).toBe(false);
      expect(allowed && target.of === 'board' && !may(actor, 'board.read', target)).toBe(false);
    }),
  );
  const organiserActor: Actor = { role: 'organiser', id: 'a' };
  for (const action of ['toString', '__proto__', 'board.erase'] as unknown as Action[])
    expect(may(organiserActor, action, { of: 'server' })).toBe(false);
  expect(may(organiserActor, 'board.read', { of: 'server' })).toBe(false);
});

test('ACCESS-3 a board of others and a board that never was get the same answer', async () => {
  const workshop = await openWorkshop(masa, organiser, 2);
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const forbidden = await masa.ask('GET', `/api/boards/${workshop.boards[1]}`, { token });
  const missing = await masa.ask('GET', '/api/boards/never-was-here-000000', { token });
  expect(forbidden.status).toBe(404);
  expect([missing.status, missing.text]).toEqual([forbidden.status, forbidden.text]);
});

test('ACCESS-4 a token dies when it expires, is signed out, or its person is shown out', async () => {
  const clock = createTestClock();
  const own = await startMasa({ clock });
  const boss = await setUp(own);
  const workshop = await openWorkshop(own, boss, 1);
  const leaver = await join(own, workshop.code);
  const shownOut = await join(own, workshop.code, { name: 'Иван' });
  const stays = await join(own, workshop.code, { name: 'Ана' });

  await own.ask('DELETE', '/api/sessions/current', { token: leaver.token });
  await own.ask('DELETE', `/api/workshops/${workshop.id}/participants/${shownOut.participantId}`, { token: boss });
  const codes = async (): Promise<(string | undefined)[]> => {
    const all = [leaver, shownOut, stays].map(({ token }) => own.ask('GET', '/api/me', { token }));
    return (await Promise.all(all)).map(({ body }) => body.error?.code);
  };
  expect(await codes()).toEqual(['session-ended', 'session-ended', undefined]);
  clock.advance(121 * 24 * 3_600_000);
  expect(await codes()).toEqual(['session-ended', 'session-ended', 'session-ended']);
  await own.close();
});
