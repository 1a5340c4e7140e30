// Coming in: codes, names, locked doors, claims and links, over HTTP.

import { createAttempts } from '@masa/server/auth/attempts';
import type { ClaimState, Lobby, ParticipantList } from '@masa/shared/wire';
import { CODE_FAILURES_PER_DAY, CODE_FAILURES_PER_HOUR, codeLength, createCode, isCode } from '@masa/shared/workshop';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  byLink,
  createTestClock,
  join,
  openWorkshop,
  PASSWORD,
  person,
  setUp,
  startMasa,
  type TestMasa,
  type TestWorkshop,
} from '../support/masa.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const clock = createTestClock();
let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;

beforeAll(async () => {
  masa = await startMasa({ clock });
  organiser = await setUp(masa);
});
beforeEach(async () => {
  clock.advance(HOUR_MS);
  workshop = await openWorkshop(masa, organiser, 2);
});
afterAll(() => masa.close());

const joinWith = (over: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
  masa.ask<{ token: string; participantId: string; workshopId: string }>('POST', '/api/join', {
    body: person({ code: workshop.code, ...over }),
    headers,
  });

const participants = async (): Promise<ParticipantList['participants']> =>
  (await masa.ask<ParticipantList>('GET', `/api/workshops/${workshop.id}/participants`, { token: organiser })).body.participants;

const change = (body: object) => masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body });

test('DOOR-1 a code of digits, typed with spaces, lets somebody in', async () => {
  const spoken = `${workshop.code.slice(0, 3)} ${workshop.code.slice(3)}`;
  const { status, body } = await joinWith({ code: spoken, seats: 3, groupId: workshop.groups[1] });
  expect(status).toBe(201);
  expect(body.workshopId).toBe(workshop.id);
  expect(await participants()).toMatchObject([
    { id: body.participantId, name: 'Мария', region: 'Видин', seats: 3, groupId: workshop.groups[1], online: false },
  ]);
});

test('DOOR-2 ten wrong codes pause a device for a minute, and no other', async () => {
  const device = (await masa.ask('GET', `/api/join/${workshop.code}`)).cookies.masa_device ?? '';
  const own = { cookie: `masa_device=${device}` };
  for (let tries = 0; tries < 10; tries += 1) {
    const { status, body } = await joinWith({ code: '0000000' }, own);
    expect([status, body.error?.code]).toEqual([404, 'no-such-workshop']);
  }
  const paused = await joinWith({}, own);
  expect([paused.status, paused.body.error?.code, paused.headers.get('retry-after')]).toEqual([429, 'too-many-tries', '60']);
  expect((await joinWith({})).status).toBe(201);
  const forged = await joinWith({ code: '0000000' }, { cookie: `masa_device=${device.slice(0, -2)}xx` });
  expect(forged.status).toBe(404);
  clock.advance(MINUTE_MS);
  expect((await joinWith({}, own)).status).toBe(201);
});

test('DOOR-3 the server answers a bounded number of wrong codes, however many devices try', () => {
  const attempts = createAttempts(clock.now);
  let device = 0;
  const tryWrong = (): boolean => {
    device += 1;
    const { ms } = attempts.pause(`device ${device}`);
    if (ms === 0) attempts.failed(`device ${device}`);
    return ms === 0;
  };
  const answered = (): number => {
    let count = 0;
    while (tryWrong()) count += 1;
    return count;
  };
  expect(answered()).toBe(600);
  expect(attempts.pause('anybody')).toEqual({ ms: HOUR_MS, of: 'instance' });
  clock.advance(HOUR_MS);
  expect(answered()).toBe(CODE_FAILURES_PER_DAY - 600);
  clock.advance(HOUR_MS);
  expect(answered()).toBe(0);
  clock.advance(22 * HOUR_MS);
  expect(answered()).toBe(600);
});

test('DOOR-4 codes grow with the number of open doors', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 10 ** 9 - 1 }), (doors, start) => {
      const open: string[] = [];
      let state = start;
      const randomBelow = (bound: number): number => {
        state = (state * 48_271 + 11) % 2_147_483_647;
        return state % bound;
      };
      for (let at = 0; at < doors; at += 1) open.push(createCode(open, randomBelow));
      expect(open.every(isCode)).toBe(true);
      expect(new Set(open).size).toBe(doors);
      for (const length of [6, 7, 8, 9]) {
        const reachable = open.filter((code) => code.length === length).length;
        expect((CODE_FAILURES_PER_DAY * reachable) / 10 ** length).toBeLessThanOrEqual(1 / 1_000);
      }
    }),
    { numRuns: 20 },
  );
  expect(codeLength([])).toBe(6);
  expect(codeLength(['123456'])).toBe(7);
});

test('DOOR-5 a code dies when it is changed and when the workshop is closed', async () => {
  const renewed = await masa.ask<{ code: string }>('POST', `/api/workshops/${workshop.id}/code`, { token: organiser });
  expect(renewed.body.code).not.toBe(workshop.code);
  const dead = await joinWith({});
  expect([dead.status, dead.body.error?.code]).toEqual([404, 'no-such-workshop']);
  expect((await joinWith({ code: renewed.body.code })).status).toBe(201);
  await change({ state: 'closed' });
  const closed = await joinWith({ code: renewed.body.code });
  expect([closed.status, closed.text]).toEqual([dead.status, dead.text]);
});

test('DOOR-6 a locked door lets in who was in before, others when a facilitator says so', async () => {
  const before = await join(masa, workshop.code);
  await change({ doorLocked: true });
  expect((await joinWith({ name: 'Нов' })).body.error?.code).toBe('door-locked');
  const again = await masa.ask<{ participantId: string }>('POST', '/api/join', { token: before.token, body: person({ code: workshop.code }) });
  expect(again.body.participantId).toBe(before.participantId);
  const claim = await masa.ask<{ id: string; secret: string }>('POST', '/api/join/claims', { body: person({ code: workshop.code, name: 'Нов' }) });
  const ask = () => masa.ask<ClaimState>('POST', `/api/join/claims/${claim.body.id}`, { body: { secret: claim.body.secret } });
  expect((await ask()).body).toEqual({ state: 'waiting' });
  await masa.ask('POST', `/api/workshops/${workshop.id}/claims/${claim.body.id}`, { token: organiser, body: { approve: true } });
  const { body } = await ask();
  expect(body.state).toBe('approved');
  expect((await masa.ask<{ name: string }>('GET', '/api/me', { token: body.token })).body.name).toBe('Нов');
  expect(await participants()).toHaveLength(2);
});

test('DOOR-7 names are cleaned, bounded, and may repeat', async () => {
  const status = async (name: string): Promise<number> => (await joinWith({ name })).status;
  expect(await status('А')).toBe(400);
  expect(await status('  \u200b\u202e ')).toBe(400);
  expect(await status('x'.repeat(61))).toBe(400);
  expect(await status('👩‍👩‍👧‍👦'.repeat(30))).toBe(201);
  expect(await status(' Ștefan\u200b   Țurcanu\u202e ')).toBe(201);
  expect(await status('Ștefan Țurcanu')).toBe(201);
  // All came at one instant of the test's clock, so their order says nothing.
  expect((await participants()).map(({ name }) => name).sort()).toEqual(['Ștefan Țurcanu', 'Ștefan Țurcanu', '👩‍👩‍👧‍👦'.repeat(30)]);
  const refused = await masa.ask('POST', '/api/join', { body: person({ code: workshop.code, name: 'А' }), headers: { 'accept-language': 'ro' } });
  expect(refused.body.error?.fields).toEqual([{ path: 'name', code: 'name-length', message: 'Numele are între 2 și 60 de caractere.' }]);
});

test('DOOR-8 two tabs of one person are one participant, whose seats count once', async () => {
  const first = await joinWith({ seats: 4, groupId: workshop.groups[0] });
  const cookie = `masa_seat=${first.cookies.masa_seat ?? ''}`;
  const secondTab = await joinWith({ seats: 4, groupId: workshop.groups[0] }, { cookie, origin: masa.url });
  const program = await masa.ask<{ token: string; participantId: string }>('POST', '/api/join', {
    token: first.body.token,
    body: person({ code: workshop.code, seats: 4 }),
  });
  expect([secondTab.body, program.body]).toEqual([first.body, first.body]);
  const { body } = await masa.ask<Lobby>('GET', `/api/join/${workshop.code}`, { headers: { cookie } });
  expect(body.groups.map(({ seats }) => seats)).toEqual([4, 0]);
  expect(body.returning?.id).toBe(first.body.participantId);
});

test('DOOR-9 “I am …” gives the same participant back, to the one who said it', async () => {
  const lost = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const claim = await masa.ask<{ id: string; secret: string }>('POST', '/api/join/claims', { body: person({ code: workshop.code, name: 'мария' }) });
  const { body } = await masa.ask<{ claims: { id: string; candidates: { id: string }[] }[] }>('GET', `/api/workshops/${workshop.id}/claims`, {
    token: organiser,
  });
  expect(body.claims).toMatchObject([{ id: claim.body.id, candidates: [{ id: lost.participantId }] }]);
  const decide = () =>
    masa.ask('POST', `/api/workshops/${workshop.id}/claims/${claim.body.id}`, {
      token: organiser,
      body: { approve: true, participantId: lost.participantId },
    });
  expect((await decide()).status).toBe(200);
  expect((await decide()).body.error?.code).toBe('already-decided');
  const thief = await masa.ask('POST', `/api/join/claims/${claim.body.id}`, { body: { secret: 'guessed' } });
  expect(thief.status).toBe(404);
  const mine = await masa.ask<ClaimState>('POST', `/api/join/claims/${claim.body.id}`, { body: { secret: claim.body.secret } });
  expect(mine.body.participantId).toBe(lost.participantId);
  expect((await masa.ask<{ id: string }>('GET', '/api/me', { token: mine.body.token })).body.id).toBe(lost.participantId);
  expect(await participants()).toHaveLength(1);
});

test('DOOR-9 a refused claim gets nothing', async () => {
  const claim = await masa.ask<{ id: string; secret: string }>('POST', '/api/join/claims', { body: person({ code: workshop.code }) });
  await masa.ask('POST', `/api/workshops/${workshop.id}/claims/${claim.body.id}`, { token: organiser, body: { approve: false } });
  const { body } = await masa.ask<ClaimState>('POST', `/api/join/claims/${claim.body.id}`, { body: { secret: claim.body.secret } });
  expect(body).toEqual({ state: 'refused' });
});

test('DOOR-10 the lobby shows what is needed to choose', async () => {
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/groups/${workshop.groups[0]}`, {
    token: organiser,
    body: { targetGroup: 'Млади родители' },
  });
  await join(masa, workshop.code, { groupId: workshop.groups[0], seats: 2, library: ' Читалище  „Изгрев“ ' });
  await join(masa, workshop.code, { groupId: workshop.groups[0], library: 'Читалище „Изгрев“', region: 'Враца' });
  const { body } = await masa.ask<Lobby>('GET', `/api/join/${workshop.code}`);
  expect(body).toMatchObject({
    title: 'Нови услуги',
    language: 'bg',
    locked: false,
    libraries: ['Читалище „Изгрев“'],
    regions: ['Видин', 'Враца'],
    returning: null,
  });
  expect(body.groups).toMatchObject([
    { number: 1, targetGroup: 'Млади родители', seats: 3 },
    { number: 2, seats: 0 },
  ]);
  expect(new Set(body.groups.map(({ colour }) => colour)).size).toBe(2);
});

test('DOOR-11 forty phones behind one address join at once', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, at) => joinWith({ name: `Гост ${at}` })));
  expect(all.map(({ status }) => status)).toEqual(Array(40).fill(201));
  expect(await participants()).toHaveLength(40);
});

test('DOOR-12 the QR code leads to the join address', async () => {
  const { text, headers } = await masa.ask('GET', `/api/workshops/${workshop.id}/qr.svg`, { token: organiser });
  expect(headers.get('content-type')).toMatch(/^image\/svg\+xml/);
  expect(text).toMatch(/^<svg[\s\S]*<\/svg>$/);
  const { body } = await masa.ask<{ joinUrl: string }>('GET', `/api/workshops/${workshop.id}`, { token: organiser });
  expect(body.joinUrl).toBe(`${masa.masa.publicAddress()}/join/${workshop.code}`);
});

test('DOOR-13 links work until they are revoked, one-time links once', async () => {
  const facilitator = await byLink(masa, workshop, 'facilitator');
  expect((await masa.ask('GET', `/api/workshops/${workshop.id}/participants`, { token: facilitator.token })).status).toBe(200);
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/links/${facilitator.linkId}`, { token: organiser });
  expect((await masa.ask('GET', '/api/me', { token: facilitator.token })).status).toBe(401);

  const once = await masa.ask<{ token: string; url: string }>('POST', `/api/workshops/${workshop.id}/links`, {
    token: organiser,
    body: { role: 'facilitator', once: true },
  });
  expect(once.body.url.endsWith(`/open#${once.body.token}`)).toBe(true);
  const open = async (): Promise<number> => (await masa.ask('POST', '/api/links', { body: { token: once.body.token, name: 'Камен' } })).status;
  const statuses = await Promise.all([open(), open()]);
  expect(new Set(statuses)).toEqual(new Set([201, 404]));
});

test('DOOR-14 wrong codes shut no organiser out, and wrong passwords shut no doors', async () => {
  const busy = await startMasa();
  const own = await openWorkshop(busy, await setUp(busy), 0);
  const device = async (): Promise<Record<string, string>> => {
    const { cookies } = await busy.ask('GET', '/api/instance');
    return { cookie: `masa_device=${cookies.masa_device}` };
  };
  const signIn = async (password: string): Promise<number> =>
    (await busy.ask('POST', '/api/sessions', { body: { name: 'Елена Петрова', password }, headers: await device() })).status;
  const wrong = own.code === '000000' ? '000001' : '000000';
  expect(await signIn('quite another battery')).toBe(401);
  for (let each = 0; each < CODE_FAILURES_PER_HOUR / 10; each += 1) {
    const headers = await device();
    await Promise.all(Array.from({ length: 10 }, () => busy.ask('GET', `/api/join/${wrong}`, { headers })));
  }
  expect((await busy.ask('GET', `/api/join/${own.code}`, { headers: await device() })).body.error?.code).toBe('doors-paused');
  expect(await signIn(PASSWORD)).toBe(201);
  await busy.close();
});
