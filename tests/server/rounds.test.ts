// Rounds: who answers what, and what comes of it.
import type { RoundReply } from '@masa/shared/wire';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz } from '../shared/sheets.ts';
import { createTestClock, join, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { haveRatedKind, level, openRatedTable, type RatedTable } from '../support/roundsBoard.ts';

haveRatedKind();
const clock = createTestClock();
let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa({ clock, requests: 1_000_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const table = (shared = false): Promise<RatedTable> => openRatedTable(masa, organiser, { shared });
const ownOf = (reply: RoundReply): unknown[] => reply.own.map(({ object, seat, value }) => [object, seat, value]);

test('ROUND-10 a participant answers for each seat of their device, and changes and withdraws the answer', async () => {
  const { board, put, maria, read, risks } = await table();
  const [one = '', two = ''] = risks;
  const first = await put(maria.token, one, { ...level(3), comment: 'dropped by the kind' });
  expect(first.status).toBe(200);
  expect(ownOf(first.body as unknown as RoundReply)).toEqual([[one, 1, level(3)]]);
  await put(maria.token, one, level(1, 'unknown'), { seat: 2 });
  await put(maria.token, two, level(5, 5));
  await put(maria.token, one, level(4));
  const reply = await read(maria.token);
  const { own, seats, isOpen, about, turnout } = reply;
  expect(own).toHaveLength(3);
  for (const each of [
    [one, 1, level(4)],
    [one, 2, level(1, 'unknown')],
    [two, 1, level(5, 5)],
  ])
    expect(ownOf(reply)).toContainEqual(each);
  expect({ seats, isOpen, about, turnout }).toEqual({ seats: 2, isOpen: true, about: risks, turnout: { seats: 3, begun: 2, done: 0 } });
  expect(own[0]?.at).toBe(clock.now());
  const path = `/api/boards/${board}/rounds/rate/withdrawals`;
  expect((await masa.ask('POST', path, { token: maria.token, body: { object: one, seat: 1 } })).status).toBe(200);
  expect((await masa.ask('POST', path, { token: maria.token, body: { object: one, seat: 1 } })).status).toBe(200);
  expect(ownOf(await read(maria.token))).toHaveLength(2);
});

test('ROUND-10 facilitators, observers, other tables and seats that are not there answer nothing', async () => {
  const { workshop, put, maria, facilitator, observer, risks, read } = await table();
  const [one = ''] = risks;
  const neighbour = await join(masa, workshop.code, { groupId: workshop.groups[1] });
  const alone = await join(masa, workshop.code);
  const tokens = [organiser, facilitator, observer, neighbour.token, alone.token, 'nobody-at-all-0000000000'];
  const answers = await Promise.all(tokens.map((token) => put(token, one, level(3))));
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404, 401]);
  const seats = await Promise.all([0, 3, 7, 1.5, '1', null].map((seat) => put(maria.token, one, level(3), { seat: seat as number })));
  expect(seats.map(({ body }) => body.error?.code)).toEqual(['bad-input', 'no-such-seat', 'bad-input', 'bad-input', 'bad-input', 'bad-input']);
  expect((await read(maria.token)).turnout).toEqual({ seats: 3, begun: 0, done: 0 });
});

test('ROUND-10 on a board all tables share everybody of the workshop answers', async () => {
  const { workshop, put, read, maria, risks } = await table(true);
  const neighbour = await join(masa, workshop.code, { groupId: workshop.groups[1], seats: 4 });
  const alone = await join(masa, workshop.code);
  for (const token of [neighbour.token, alone.token]) expect((await put(token, risks[0] ?? '', level(2))).status).toBe(200);
  expect((await read(maria.token)).turnout).toEqual({ seats: 8, begun: 2, done: 0 });
});

test('ROUND-11 what the kind does not take is refused with its code, in words, and nothing is kept', async () => {
  const { put, maria, risks, read } = await table();
  const values = [level(0), level(6), level(2.5), level('3'), { likelihood: 3 }, 'often', null, [], {}, [level(3)], { __proto__: null }];
  for (const value of values) {
    const { status, body } = await put(maria.token, risks[0] ?? '', value);
    expect([status, body.error?.code]).toEqual([400, 'no-such-level']);
    expect(body.error?.message).toMatch(/^Този|^Такъв|^This/u);
  }
  expect((await put(maria.token, risks[0] ?? '', undefined)).body.error?.code).toBe('bad-input');
  expect((await read(maria.token)).own).toEqual([]);
});

test('ROUND-12 a fourth wish is refused whole, and the refusal names those that could be dropped', async () => {
  const { setStage, put, maria, risks, read } = await table();
  await setStage('wish');
  const [one = '', two = '', three = '', four = '', five = ''] = risks;
  const wish = (object: string, value = 'want', seat = 1) => put(maria.token, object, value, { round: 'wish', seat });
  for (const object of [one, two, three]) expect((await wish(object)).status).toBe(200);
  expect((await wish(four, 'inform')).status).toBe(200);
  const refused = await wish(five);
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'three-wishes']);
  expect(refused.body.error?.fields?.map(({ path }) => path).sort()).toEqual([one, two, three]);
  // The wish that is there may be given again, another seat has its own, and an answer that becomes a wish counts.
  expect((await wish(three)).status).toBe(200);
  expect((await wish(five, 'want', 2)).status).toBe(200);
  expect((await wish(four, 'want')).status).toBe(409);
  expect((await read(maria.token, 'wish')).own.filter(({ seat, value }) => seat === 1 && value === 'want')).toHaveLength(3);
  // However fast the same seat asks, there are never four.
  const rush = await Promise.all([one, two, three, four, five].map((object) => wish(object, 'want', 2)));
  expect(rush.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
  expect((await read(maria.token, 'wish')).own.filter(({ seat }) => seat === 2)).toHaveLength(3);
});

test('ROUND-13 after closing, answers and withdrawals are refused with the time of closing', async () => {
  const closings: readonly [string, (of: RatedTable) => Promise<unknown>][] = [
    ['another stage', ({ setStage }) => setStage('reveal')],
    ['a frozen board', ({ change }) => change({ state: 'frozen' })],
    ['a frozen workshop', ({ workshop }) => masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { state: 'frozen' } })],
  ];
  for (const [name, close] of closings) {
    const at = await table();
    const [one = '', two = ''] = at.risks;
    await at.put(at.maria.token, one, level(3));
    clock.advance(60_000);
    const closedAt = new Date(clock.now()).toISOString();
    await close(at);
    await expect.poll(async () => (await at.put(at.maria.token, two, level(3))).body.error?.fields?.[0]?.message, { message: name }).toBe(closedAt);
    clock.advance(60_000);
    const late = await at.put(at.maria.token, two, level(3));
    expect([name, late.status, late.body.error?.code]).toEqual([name, 403, 'round-closed']);
    expect(late.body.error?.fields).toMatchObject([{ path: 'closedAt', message: closedAt }]);
    const path = `/api/boards/${at.board}/rounds/rate/withdrawals`;
    const withdrawn = await masa.ask('POST', path, { token: at.maria.token, body: { object: one, seat: 1 } });
    expect(withdrawn.body.error?.code).toBe('round-closed');
    expect(ownOf(await at.read(at.maria.token))).toEqual([[one, 1, level(3)]]);
  }
});

test('ROUND-13 a round that opens again takes answers again, and closes at another time', async () => {
  const { setStage, put, maria, risks } = await table();
  const [one = ''] = risks;
  await put(maria.token, one, level(1));
  for (const wait of [1_000, 5_000]) {
    clock.advance(wait);
    const closedAt = new Date(clock.now()).toISOString();
    await setStage('gather');
    await expect.poll(async () => (await put(maria.token, one, level(2))).body.error?.fields?.[0]?.message).toBe(closedAt);
    await setStage('rate');
    expect((await put(maria.token, one, level(3))).status).toBe(200);
  }
});

test('ROUND-14 what is deleted is not asked about, and its answers count again when it comes back', async () => {
  const { put, maria, ion, risks, read, bin } = await table();
  const [one = ''] = risks;
  for (const object of risks) await put(ion.token, object, level(2));
  await put(maria.token, one, level(5));
  await bin(one, true);
  expect((await put(maria.token, one, level(1))).body.error?.code).toBe('not-asked');
  expect((await put(maria.token, 'never-was', level(1))).body.error?.code).toBe('not-asked');
  const without = await read(maria.token);
  expect([without.own, without.about.length, without.turnout]).toEqual([[], 4, { seats: 3, begun: 1, done: 1 }]);
  await bin(one, false);
  const back = await read(maria.token);
  expect([ownOf(back), back.about.length, back.turnout.begun]).toEqual([[[one, 1, level(5)]], 5, 2]);
});

test('ROUND-15 hostile and oversized answers are refused in words, and nothing of them stays', async () => {
  const { board, maria, risks, read, put } = await table();
  const [one = ''] = risks;
  const path = `/api/boards/${board}/rounds/rate/answers`;
  const send = (body: unknown, to = path) => masa.ask('POST', to, { token: maria.token, body });
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const answers = await Promise.all([
    put(maria.token, one, { ...level(3), why: 'x'.repeat(2_000) }),
    send(`{"object":"${one}","seat":1,"value":${deep}}`),
    send(`{"object":"${one}","seat":1,"value":{"__proto__":{"likelihood":3,"consequence":3}}}`),
    send({ object: `${'o'.repeat(65)}`, seat: 1, value: level(3) }),
    send({ object: '__proto__', seat: 1, value: level(3) }),
    send({ object: ['a'], seat: 1, value: level(3) }),
    send([]),
    send('null'),
    send('{"object":'),
    send({ object: one, seat: 1, value: level(3) }, `/api/boards/${board}/rounds/${'r'.repeat(65)}/answers`),
    send({ object: one, seat: 1, value: level(3) }, `/api/boards/${board}/rounds/constructor/answers`),
    send({ object: one, seat: 1, value: level(3) }, `/api/boards/${board}/rounds/%00/answers`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 400, 404, 404, 404]);
  expect(answers.filter(({ body }) => (body.error?.message ?? '') === '')).toEqual([]);
  expect(answers[0]?.body.error?.code).toBe('too-long');
  const { own, turnout } = await read(maria.token);
  expect([own, turnout.begun]).toEqual([[], 0]);
});

test('ROUND-16 however two devices answer at once, each seat has an answer somebody gave for it', { timeout: 60_000 }, async () => {
  const { put, maria, ion, risks, read, setStage } = await table();
  const act = fc.record({
    device: fc.constantFrom('maria' as const, 'ion' as const),
    seat: fc.constantFrom(1, 2),
    object: fc.constantFrom(...risks),
    likelihood: fc.integer({ min: 1, max: 5 }),
    consequence: fc.integer({ min: 1, max: 5 }),
  });
  const given = new Map<string, Set<string>>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      await Promise.all(
        acts.map(async ({ device, seat, object, likelihood, consequence }) => {
          const { token, id } = device === 'maria' ? maria : ion;
          const at = device === 'ion' ? 1 : seat;
          const key = [id, at, object].join(' ');
          given.set(key, (given.get(key) ?? new Set()).add(JSON.stringify(level(likelihood, consequence))));
          expect((await put(token, object, level(likelihood, consequence), { seat: at })).status).toBe(200);
        }),
      );
      const kept = [maria, ion].map(async ({ token, id }) => (await read(token)).own.map((answer) => ({ ...answer, id })));
      for (const { id, seat, object, value } of (await Promise.all(kept)).flat()) {
        expect(given.get([id, seat, object].join(' '))?.has(JSON.stringify(value))).toBe(true);
      }
    }),
    fuzz(12),
  );
  await setStage('reveal');
  const { shown } = await read(ion.token);
  const places = (shown ?? []).map(({ by, object }) => [by?.id, by?.seat, object].join(' '));
  expect([...places].sort()).toEqual([...given.keys()].sort());
});

test('ROUND-17 who leaves the table and a seat that is given up count no more, until they come back', async () => {
  const { workshop, put, maria, ion, risks, read } = await table();
  for (const seat of [1, 2]) await put(maria.token, risks[0] ?? '', level(seat), { seat });
  await put(ion.token, risks[0] ?? '', level(5));
  const seats = (count: number) => masa.ask('PATCH', '/api/me', { token: maria.token, body: { seats: count } });
  const move = (groupId: string | undefined) =>
    masa.ask('PATCH', `/api/workshops/${workshop.id}/participants/${ion.id}`, { token: organiser, body: { groupId } });
  await seats(1);
  await move(workshop.groups[1]);
  expect((await read(maria.token)).turnout).toEqual({ seats: 1, begun: 1, done: 0 });
  await seats(2);
  await move(workshop.groups[0]);
  expect((await read(maria.token)).turnout).toEqual({ seats: 3, begun: 3, done: 0 });
  // Shown out for good.
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${ion.id}`, { token: organiser });
  expect((await read(maria.token)).turnout).toEqual({ seats: 2, begun: 2, done: 0 });
});
