// Signing in and what a token, a ticket, a cookie and an Origin are worth: over HTTP and on both kinds of socket.
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Me } from '@masa/shared/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  byLink,
  createTestClock,
  join,
  openWorkshop,
  PASSWORD,
  person,
  SETUP_KEY,
  setUp,
  startMasa,
  type TestMasa,
  type TestWorkshop,
} from '../support/masa.ts';
import { boardSocketStatus, closeCode, connect, facilitationSocket, openBoardSocket } from '../support/sockets.ts';

const clock = createTestClock();
let masa: TestMasa;
let organiser: string;
let workshop: TestWorkshop;
let board: string;

beforeAll(async () => {
  masa = await startMasa({ clock });
  organiser = await setUp(masa);
  workshop = await openWorkshop(masa, organiser, 2);
  board = workshop.boards[0] ?? '';
});
afterAll(() => masa.close());

const cookieHeader = (cookies: Readonly<Record<string, string>>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

test('ACCESS-5 a cookie alone changes nothing', async () => {
  const joined = await masa.ask('POST', '/api/join', { body: person({ code: workshop.code }), headers: { origin: masa.url } });
  const cookie = cookieHeader(joined.cookies);
  expect(joined.headers.getSetCookie().find((line) => line.startsWith('masa_seat='))).toMatch(/HttpOnly; SameSite=Strict/);
  const { body } = await masa.ask<Me>('GET', '/api/me', { headers: { cookie } });
  const change = async (headers: Record<string, string>): Promise<number> =>
    (await masa.ask('PATCH', '/api/me', { body: { seats: 4 }, headers: { cookie, ...headers } })).status;
  expect(await change({})).toBe(403);
  expect(await change({ origin: masa.url })).toBe(403);
  expect(await change({ origin: masa.url, 'x-masa-csrf': 'guessed' })).toBe(403);
  expect(await change({ 'x-masa-csrf': body.csrf })).toBe(403);
  expect(await change({ origin: 'https://evil.example', 'x-masa-csrf': body.csrf })).toBe(403);
  expect(await change({ origin: masa.url, 'x-masa-csrf': body.csrf })).toBe(200);
});

test('ACCESS-6 only our own Origin is accepted, over HTTP and on both sockets', async () => {
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const { port } = new URL(masa.url);
  const forms: [string, string | undefined, boolean][] = [
    ['ours', masa.url, true],
    ['none: no browser', undefined, true],
    ['foreign', 'https://evil.example', false],
    ['null', 'null', false],
    ['suffix', `http://127.0.0.1.evil.example:${port}`, false],
    ['other port', `http://127.0.0.1:${Number(port) - 1}`, false],
    ['other scheme', `https://127.0.0.1:${port}`, false],
    ['not an origin', `${masa.url}/path`, false],
  ];
  for (const [what, origin, accepted] of forms) {
    const headers = origin === undefined ? {} : { origin };
    const http = await masa.ask('GET', '/api/me', { token, headers });
    expect([what, http.status]).toEqual([what, accepted ? 200 : 403]);
    expect([what, await boardSocketStatus(masa.url, board, `?token=${token}`, headers)]).toEqual([what, accepted ? 101 : 403]);
    const socket = facilitationSocket(masa.url, { token }, headers);
    expect([what, (await connect(socket)) === 'connected']).toEqual([what, accepted]);
    socket.close();
  }
});

test('ACCESS-6 a name that points here from elsewhere is not ours, the public address is', async () => {
  const published = await startMasa({ config: { publicUrl: 'https://masa.example.org' } });
  const status = async (origin: string): Promise<number> => (await published.ask('GET', '/api/instance', { headers: { origin } })).status;
  expect(await status('https://masa.example.org')).toBe(200);
  expect(await status('http://masa.example.org')).toBe(403);
  expect(await status('https://masa.example.org.evil.example')).toBe(403);
  await published.close();
});

test('ACCESS-7 the data folder holds hashes only', async () => {
  const participant = await join(masa, workshop.code);
  const link = await masa.ask<{ token: string }>('POST', `/api/workshops/${workshop.id}/links`, { token: organiser, body: { role: 'observer' } });
  const stored = readdirSync(masa.dataDir).map((name) => readFileSync(joinPath(masa.dataDir, name)));
  const holds = (text: string): boolean => stored.some((file) => file.includes(text));
  expect(holds(participant.participantId)).toBe(true);
  expect([organiser, participant.token, link.body.token, PASSWORD, SETUP_KEY].filter(holds)).toEqual([]);
});

test('ACCESS-8 a ticket opens sockets for five minutes and dies with its session', async () => {
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const ticket = async (): Promise<string> => (await masa.ask<{ ticket: string }>('POST', '/api/tickets', { token })).body.ticket;
  const first = await ticket();
  expect(await boardSocketStatus(masa.url, board, `?token=${encodeURIComponent(first)}`)).toBe(101);
  expect(await boardSocketStatus(masa.url, board, `?token=${encodeURIComponent(`${first}x`)}`)).toBe(401);
  const socket = facilitationSocket(masa.url, { ticket: first });
  expect(await connect(socket)).toBe('connected');
  socket.close();
  expect((await masa.ask('GET', '/api/me', { token: first })).status).toBe(401);
  clock.advance(5 * 60_000);
  expect(await boardSocketStatus(masa.url, board, `?token=${encodeURIComponent(first)}`)).toBe(401);
  const second = await ticket();
  await masa.ask('DELETE', '/api/sessions/current', { token });
  expect(await boardSocketStatus(masa.url, board, `?token=${encodeURIComponent(second)}`)).toBe(401);
});

test('ACCESS-9 a board socket opens with a token of the right workshop and with nothing else', async () => {
  const joined = await masa.ask<{ token: string }>('POST', '/api/join', { body: person({ code: workshop.code, groupId: workshop.groups[0] }) });
  const elsewhere = await openWorkshop(masa, organiser, 1);
  const foreign = await join(masa, elsewhere.code, { groupId: elsewhere.groups[0] });
  const { token } = joined.body;
  expect(await boardSocketStatus(masa.url, board, `?token=${token}`)).toBe(101);
  expect(await boardSocketStatus(masa.url, board, '')).toBe(401);
  expect(await boardSocketStatus(masa.url, board, '', { cookie: cookieHeader(joined.cookies), origin: masa.url })).toBe(401);
  expect(await boardSocketStatus(masa.url, board, '?token=wrong')).toBe(401);
  expect(await boardSocketStatus(masa.url, board, `?token=${foreign.token}`)).toBe(404);
  expect(await boardSocketStatus(masa.url, 'no-such-board', `?token=${token}`)).toBe(404);
  expect(await boardSocketStatus(masa.url, workshop.boards[1] ?? '', `?token=${token}`)).toBe(404);
});

test('ACCESS-10 whoever is moved or shown out is cut off from the board at once', async () => {
  const moved = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  const shownOut = await join(masa, workshop.code, { groupId: workshop.groups[0], name: 'Гост' });
  const sockets = await Promise.all([moved, shownOut].map(({ token }) => openBoardSocket(masa.url, board, `?token=${token}`)));
  const codes = Promise.all(sockets.map((socket) => (typeof socket === 'number' ? Promise.resolve(socket) : closeCode(socket))));
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/participants/${moved.participantId}`, {
    token: organiser,
    body: { groupId: workshop.groups[1] },
  });
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/participants/${shownOut.participantId}`, { token: organiser });
  expect(await codes).toEqual([4403, 4403]);
  expect(await boardSocketStatus(masa.url, workshop.boards[1] ?? '', `?token=${moved.token}`)).toBe(101);
});

test('ACCESS-10 a revoked link closes the sockets that came by it', async () => {
  const observer = await byLink(masa, workshop, 'observer');
  const socket = await openBoardSocket(masa.url, board, `?token=${observer.token}`);
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const code = closeCode(socket);
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/links/${observer.linkId}`, { token: organiser });
  expect(await code).toBe(4403);
});

test('ACCESS-11 one browser is a participant and staff at once', async () => {
  const staff = await masa.ask('POST', '/api/sessions', { body: { name: 'Елена Петрова', password: PASSWORD } });
  const seat = await masa.ask('POST', '/api/join', { body: person({ code: workshop.code }) });
  const cookie = cookieHeader({ ...staff.cookies, ...seat.cookies });
  const role = async (headers: Record<string, string>, query = ''): Promise<string> =>
    (await masa.ask<Me>('GET', `/api/me${query}`, { headers: { cookie, ...headers } })).body.role;
  expect(await role({})).toBe('organiser');
  expect(await role({ 'x-masa-as': 'seat' })).toBe('participant');
  expect(await role({}, '?as=seat')).toBe('participant');
  expect(await role({ 'x-masa-as': 'staff' })).toBe('organiser');
});

test('ACCESS-12 the log holds no secret, name or text', async () => {
  const name = 'Златка Непозната';
  const text = 'Тайната на картата 7391';
  const joined = await masa.ask<{ token: string }>('POST', '/api/join', { body: person({ code: workshop.code, name, groupId: workshop.groups[0] }) });
  const { token } = joined.body;
  const { ticket } = (await masa.ask<{ ticket: string }>('POST', '/api/tickets', { token })).body;
  await boardSocketStatus(masa.url, board, `?token=${encodeURIComponent(ticket)}`);
  await boardSocketStatus(masa.url, board, `?token=${token}`);
  await masa.ask('GET', `/api/me?token=${token}`, { headers: { cookie: cookieHeader(joined.cookies) } });
  await masa.ask('GET', `/api/join/${workshop.code}`);
  await masa.ask('GET', `/join/${workshop.code}`);
  await masa.ask('POST', `/api/boards/${board}/cards`, { token, body: { cells: [{ id: 'needs', cards: [{ text }] }] } });
  await masa.ask('POST', `/api/boards/${board}/cards`, { token, body: `{"cells": "${text}` });
  const socket = facilitationSocket(masa.url, { token });
  await connect(socket);
  socket.close();
  await expect.poll(() => masa.logged.some((line) => line.includes('post /api/boards/{id}/cards'))).toBe(true);
  const secrets = [token, ticket, organiser, workshop.code, name, text, SETUP_KEY, PASSWORD, joined.cookies.masa_device ?? '-'];
  expect(masa.logged.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});

test('ACCESS-13 the server is set up once, with the key and a long password', async () => {
  const fresh = await startMasa();
  const attempt = async (body: object): Promise<string> => {
    const reply = await fresh.ask<{ token: string }>('POST', '/api/setup', { body: { key: SETUP_KEY, name: 'Елена', password: PASSWORD, ...body } });
    return reply.body.error?.code ?? typeof reply.body.token;
  };
  expect((await fresh.ask<{ setUp: boolean }>('GET', '/api/instance')).body.setUp).toBe(false);
  expect(await attempt({ key: 'wrong key, wrong key' })).toBe('wrong-setup-key');
  expect(await attempt({ password: 'кратка' })).toBe('bad-input');
  const both = await Promise.all([attempt({}), attempt({ name: 'Втори' })]);
  expect(both.sort()).toEqual(['already-set-up', 'string']);
  expect(await attempt({})).toBe('already-set-up');
  expect((await fresh.ask<{ setUp: boolean }>('GET', '/api/instance')).body.setUp).toBe(true);
  expect(await fresh.masa.setupKey()).toBeUndefined();
  await fresh.close();
});

test('ACCESS-14 a wrong name and a wrong password get the same answer and are counted', async () => {
  const own = await startMasa();
  await setUp(own);
  const signIn = (name: string, password: string) => own.ask('POST', '/api/sessions', { body: { name, password } });
  const wrongName = await signIn('Никой', PASSWORD);
  const wrongPassword = await signIn('Елена Петрова', 'wrong password');
  expect([wrongName.status, wrongName.text]).toEqual([wrongPassword.status, wrongPassword.text]);
  expect((await signIn(' елена  ПЕТРОВА ', PASSWORD)).status).toBe(201);
  await Promise.all(Array.from({ length: 8 }, () => signIn('Елена Петрова', 'quite another battery')));
  expect((await signIn('Елена Петрова', PASSWORD)).body.error?.code).toBe('too-many-tries');
  own.clock.advance(60_000);
  expect((await signIn('Елена Петрова', PASSWORD)).status).toBe(201);
  await own.close();
});
