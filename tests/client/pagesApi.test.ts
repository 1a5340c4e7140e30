// How the client speaks HTTP, against a real server on loopback that answers as it is told.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { api, forgetSession } from '@masa/client/session/api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

interface Seen {
  readonly line: string;
  readonly csrf: string | undefined;
}

let server: Server;
let seen: Seen[];
let answer: (request: IncomingMessage) => { readonly status: number; readonly body: string };
const direct = globalThis.fetch;

beforeEach(async () => {
  seen = [];
  forgetSession();
  server = createServer((request, response) => {
    seen.push({ line: `${request.method} ${request.url}`, csrf: request.headers['x-masa-csrf']?.toString() });
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page's addresses are relative to its origin; Node has no page.
  globalThis.fetch = (path, init) => direct(new URL(String(path), origin), init);
});
afterEach(async () => {
  globalThis.fetch = direct;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });

test('LINE-3 the CSRF word is fetched once, sent, and fetched anew when it was stale', async () => {
  let word = 'one';
  answer = (request) => {
    if (request.url === '/api/me') return json({ csrf: word });
    return request.headers['x-masa-csrf'] === word ? json({ ok: true }) : json({ error: { code: 'csrf', message: 'Again, please.' } }, 403);
  };
  expect((await api.changeWorkshop('w', { title: 'a' })).ok).toBe(true);
  expect((await api.changeWorkshop('w', { title: 'b' })).ok).toBe(true);
  word = 'two';
  expect((await api.changeWorkshop('w', { title: 'c' })).ok).toBe(true);
  expect(seen.map((each) => `${each.line} ${each.csrf ?? '-'}`)).toEqual([
    'GET /api/me -',
    'PATCH /api/workshops/w one',
    'PATCH /api/workshops/w one',
    'PATCH /api/workshops/w one',
    'GET /api/me -',
    'PATCH /api/workshops/w two',
  ]);
});

test('LINE-3 beginning a session needs no word, and forgets the old one', async () => {
  answer = (request) => (request.url === '/api/me' ? json({ csrf: 'x' }) : json({ token: 't' }, 201));
  await api.changeWorkshop('w', {});
  await api.signIn({ name: 'Anna', password: 'correct horse' });
  await api.changeWorkshop('w', {});
  expect(seen.map((each) => each.line)).toEqual([
    'GET /api/me',
    'PATCH /api/workshops/w',
    'POST /api/sessions',
    'GET /api/me',
    'PATCH /api/workshops/w',
  ]);
});

test.each([
  ['a page of a proxy', { status: 502, body: '<h1>Bad gateway</h1>' }],
  ['JSON of somebody else', { status: 500, body: '{"oops":true}' }],
  ['success that is no JSON', { status: 200, body: 'hello' }],
])('LINE-4 %s is "away"', async (_what, given) => {
  answer = () => given;
  const reply = await api.readLobby('482913');
  expect(reply.ok ? 'ok' : reply.error.kind).toBe('away');
});

test('LINE-4 no server at all is "away"', async () => {
  globalThis.fetch = (path, init) => direct(new URL(String(path), 'http://127.0.0.1:1'), init);
  expect(await api.listWorkshops()).toMatchObject({ ok: false, error: { kind: 'away', message: '' } });
});

test('LINE-4 a refusal carries the server’s sentence and its fields', async () => {
  answer = () =>
    json(
      {
        error: {
          code: 'invalid',
          message: 'Check the name.',
          fields: [{ path: 'name', code: 'name-length', message: 'Too short' }, 7],
          retryAfterMs: 5,
        },
      },
      422,
    );
  expect(await api.join({ code: '1', name: '', library: '', region: '', language: 'en', seats: 1 })).toEqual({
    ok: false,
    error: {
      kind: 'refused',
      status: 422,
      code: 'invalid',
      message: 'Check the name.',
      fields: [{ path: 'name', message: 'Too short' }],
      retryAfterMs: 5,
    },
  });
});
