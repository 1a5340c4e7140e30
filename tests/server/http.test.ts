// The server as a web server: errors, headers, files, probes, limits, restarts.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerTo } from '@masa/server/http/errors';
import { openSqlite } from '@masa/server/store/sqlite';
import { createWorkshopStore } from '@masa/server/store/workshopStoreSql';
import { LANGUAGES } from '@masa/shared/core';
import { ERRORS } from '@masa/shared/i18n';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { closeCode, openBoardSocket } from '../support/sockets.ts';

let masa: TestMasa;
let organiser: string;
let clientFolder: string;

beforeAll(async () => {
  clientFolder = await mkdtemp(path.join(tmpdir(), 'masa-client-'));
  await mkdir(path.join(clientFolder, 'assets'));
  await writeFile(path.join(clientFolder, 'index.html'), '<!doctype html><title>Masa</title>');
  await writeFile(path.join(clientFolder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(clientFolder, 'assets', 'main-abc123.js'), `export const a = '${'x'.repeat(4_000)}';`);
  masa = await startMasa({ clientFolder });
  organiser = await setUp(masa);
});
afterAll(async () => {
  await masa.close();
  await rm(clientFolder, { recursive: true });
});

test('HTTP-3 the sentence is in the language of the request', async () => {
  const sentence = async (language: string): Promise<string | undefined> =>
    (await masa.ask('GET', '/api/workshops', { headers: { 'accept-language': language } })).body.error?.message;
  expect(await sentence('uk-UA,uk;q=0.9')).toBe('Спершу увійдіть або приєднайтеся.');
  expect(await sentence('no')).toBe('Logg inn eller bli med først.');
  expect(await sentence('fr, bg;q=0.5')).toBe('Първо влезте или се включете.');
  expect(await sentence('fr')).toBe('Please sign in or join first.');
});

test('HTTP-3 every error has a sentence in all five languages', () => {
  for (const [code, sentences] of Object.entries(ERRORS)) {
    const said = LANGUAGES.map((language) => sentences[language].trim());
    expect([code, said.every((sentence) => /^\p{Lu}.*[.?]$/u.test(sentence))]).toEqual([code, true]);
    expect([code, new Set(said).size]).toEqual([code, LANGUAGES.length]);
  }
});

test('HTTP-4 what cannot be read is refused, with the reason', async () => {
  const post = async (body: unknown): Promise<unknown[]> => {
    const reply = await masa.ask('POST', '/api/workshops', { token: organiser, body });
    return [reply.status, reply.body.error?.code, ...(reply.body.error?.fields ?? []).map((field) => `${field.path}: ${field.code}`)];
  };
  expect(await post('{"title": ')).toEqual([400, 'not-json']);
  expect(await post(`{"title": "${'x'.repeat(5_000_000)}"}`)).toEqual([413, 'too-large']);
  expect(await post('null')).toEqual([400, 'bad-input', ': bad-input']);
  expect(await post({ title: '  ', language: 'fr', timeZone: 'Sofia/Europe' })).toEqual([
    400,
    'bad-input',
    'title: empty',
    'language: bad-input',
    'timeZone: not-a-time-zone',
  ]);
  expect(await post({ title: 'x'.repeat(121), language: 'bg' })).toEqual([400, 'bad-input', 'title: too-long']);
  const { body } = await masa.ask<{ workshops: unknown[] }>('GET', '/api/workshops', { token: organiser });
  expect(body.workshops).toEqual([]);
});

test('HTTP-4 strange paths are answered, not broken', async () => {
  for (const strange of [
    '/api/workshops/__proto__',
    '/api/boards/%E0%A4%A',
    '/api/boards/..%2f..%2fetc',
    '/api/nothing',
    `/api/boards/${'x'.repeat(500)}`,
  ]) {
    const { status, body } = await masa.ask('GET', strange, { token: organiser });
    expect([strange, status, body.error?.code]).toEqual([strange, 404, 'not-found']);
  }
});

test('HTTP-5 answers forbid what is foreign, and the API is not cached', async () => {
  const page = await masa.ask('GET', '/');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:/);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('x-powered-by')).toBeNull();
  const api = await masa.ask('GET', '/api/instance');
  expect(api.headers.get('cache-control')).toBe('no-store');
  expect(api.headers.get('content-security-policy')).toBe(policy);
});

test('HTTP-6 assets are kept, every address leads to the page, missing files do not', async () => {
  const asset = await masa.ask('GET', '/assets/main-abc123.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  for (const address of ['/', '/join/123456', '/boards/some-id', '/setup']) {
    const page = await masa.ask('GET', address);
    expect([page.status, page.text, page.headers.get('cache-control')]).toEqual([200, '<!doctype html><title>Masa</title>', 'no-cache']);
  }
  expect((await masa.ask('GET', '/icon.svg')).headers.get('content-type')).toMatch(/svg/);
  for (const missing of ['/assets/old-123.js', '/favicon.ico', '/..%2fpackage.json', '/api/x'])
    expect((await masa.ask('GET', missing)).status).toBe(404);
});

test('HTTP-7 probes', async () => {
  expect((await masa.ask('GET', '/healthz')).status).toBe(200);
  expect((await masa.ask('GET', '/readyz')).status).toBe(200);
  const metrics = await masa.ask('GET', '/metrics');
  expect(metrics.text).toMatch(/masa_rooms \d/);
  expect(metrics.text).toContain('masa_http_request_seconds_count{route="get /api/instance"}');
  expect((await masa.ask('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(404);
  const guarded = await startMasa({ config: { metricsToken: 'a-token-for-metrics' } });
  expect((await guarded.ask('GET', '/metrics')).status).toBe(404);
  expect((await guarded.ask('GET', '/metrics', { token: 'a-token-for-metrics' })).status).toBe(200);
  await guarded.close();
});

test('HTTP-9 two servers in one process know nothing of each other', async () => {
  const second = await startMasa({ clientFolder });
  expect((await second.ask<{ setUp: boolean }>('GET', '/api/instance')).body.setUp).toBe(false);
  expect((await second.ask('GET', '/api/me', { token: organiser })).status).toBe(401);
  await second.close();
  expect((await masa.ask('GET', '/api/me', { token: organiser })).status).toBe(200);
});

test('HTTP-10 one session that asks too fast is slowed, another is not', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [fast, calm] = [await join(masa, workshop.code), await join(masa, workshop.code)];
  let slowed = 0;
  for (let batch = 0; batch < 12 && slowed === 0; batch += 1) {
    const all = await Promise.all(Array.from({ length: 50 }, () => masa.ask('GET', '/api/me', { token: fast.token })));
    slowed += all.filter(({ status }) => status === 429).length;
  }
  expect(slowed).toBeGreaterThan(0);
  expect((await masa.ask('GET', '/api/me', { token: calm.token })).status).toBe(200);
});

test('HTTP-11 what was answered survives a restart', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-restart-'));
  const first = await startMasa({ dataDir });
  const boss = await setUp(first);
  const workshop = await openWorkshop(first, boss, 1);
  const { token } = await join(first, workshop.code, { groupId: workshop.groups[0] });
  await first.ask('POST', `/api/boards/${workshop.boards[0]}/cards`, { token, body: { cells: [{ id: 'needs', cards: [{ text: 'Топло място' }] }] } });
  await first.close();

  const second = await startMasa({ dataDir });
  const { body } = await second.ask<{ cells: { id: string; cards: { text: string }[] }[] }>('GET', `/api/boards/${workshop.boards[0]}`, { token });
  expect(body.cells.find(({ id }) => id === 'needs')?.cards.map(({ text }) => text)).toEqual(['Топло място']);
  expect((await second.ask('GET', `/api/workshops/${workshop.id}`, { token: boss })).status).toBe(200);
  expect(await second.masa.setupKey()).toBeUndefined();
  await second.close();
  await rm(dataDir, { recursive: true });
});

test('HTTP-12 a store that cannot write is said to be unavailable, a fault of ours is not', async () => {
  const database = await openSqlite(':memory:');
  const store = createWorkshopStore(database.kysely as Parameters<typeof createWorkshopStore>[0]);
  const answer = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (failure: unknown) => answerTo(failure, 'en'),
    );
  await store.touch(1);
  database.raw.exec('pragma query_only = on');
  expect(await answer(store.touch(2))).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
  expect(await answer(store.useLink('no-link'))).toMatchObject({ status: 503 });
  database.raw.exec('pragma query_only = off; drop table settings');
  expect(await answer(store.touch(3))).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
  await database.close();
});

/** A WebSocket opened by hand that never answers anything, like a laptop that was just closed. */
const muteSocket = (url: string, to: string): Promise<Socket> =>
  new Promise((resolve) => {
    const { port, host } = new URL(url);
    const socket = createConnection(Number(port), '127.0.0.1', () => {
      const key = Buffer.from('sixteen bytes ok').toString('base64');
      socket.write(
        `GET ${to} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      );
    });
    socket.on('error', () => undefined);
    socket.once('data', () => resolve(socket));
  });

test('HTTP-13 closing says goodbye and does not wait for the mute', async () => {
  const leaving = await startMasa();
  const boss = await setUp(leaving);
  const workshop = await openWorkshop(leaving, boss, 1);
  const polite = await openBoardSocket(leaving.url, workshop.boards[0] ?? '', `?token=${boss}`);
  if (typeof polite === 'number') throw new Error(`refused with ${polite}`);
  const mute = await muteSocket(leaving.url, `/sync/${workshop.boards[0]}?token=${boss}`);
  const code = closeCode(polite);
  const started = performance.now();
  await leaving.close();
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await code).toBe(1001);
  mute.destroy();
});

test('HTTP-14 a folder that cannot be used or holds no database stops the start with a sentence', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'masa-folder-'));
  await writeFile(path.join(folder, 'file'), '');
  await mkdir(path.join(folder, 'broken'));
  await writeFile(path.join(folder, 'broken', 'masa.sqlite'), 'no database '.repeat(1_000));
  const sentence = (dataDir: string): Promise<string> =>
    startMasa({ dataDir }).then(
      () => 'it started',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  for (const dataDir of [path.join(folder, 'file'), path.join(folder, 'file', 'below')])
    expect(await sentence(dataDir)).toBe(`CannotStart: DATA_DIR must be the path of a folder that can be written; Masa cannot use ${dataDir}.`);
  expect(await sentence(path.join(folder, 'broken'))).toMatch(/^CannotStart: The database in .*broken cannot be opened \(file is not a database\)/);
  expect(await sentence(path.join(folder, 'broken'))).toMatch(/^CannotStart: The database/);
  await rm(folder, { recursive: true });
});

test('HTTP-14 the process ends with that sentence and nothing else', async () => {
  const run = (settings: Readonly<Record<string, string>>): Promise<string> =>
    new Promise((resolve) => {
      const main = path.join(import.meta.dirname, '../../server/dist/main.js');
      const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: '/dev/null', ...settings };
      execFile(process.execPath, [main], { env }, (error, _out, complaint) => resolve(`${error?.code}: ${complaint.trim()}`));
    });
  expect(await run({})).toBe('1: DATA_DIR must be the path of a folder that can be written; Masa cannot use /dev/null.');
  const folder = await mkdtemp(path.join(tmpdir(), 'masa-folder-'));
  // TEST-NET-1 (RFC 5737): nobody's address.
  expect(await run({ HOST: '192.0.2.1', DATA_DIR: folder })).toMatch(/^1: This machine has no such address to listen on\. [^\n]*$/);
  await rm(folder, { recursive: true });
});

test('HTTP-15 a data folder belongs to one server at a time', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-folder-'));
  const first = await startMasa({ dataDir });
  await expect(startMasa({ dataDir })).rejects.toThrow(`Another Masa already uses the folder ${dataDir}.`);
  expect((await first.ask('GET', '/readyz')).status).toBe(200);
  await first.close();
  const next = await startMasa({ dataDir });
  expect((await next.ask('GET', '/readyz')).status).toBe(200);
  await next.close();
  await rm(dataDir, { recursive: true });
});

test('HTTP-16 large bodies are slowed sooner than small ones, others are not, and compressed ones are refused', async () => {
  const workshop = await openWorkshop(masa, organiser, 1);
  const [large, calm] = [await join(masa, workshop.code), await join(masa, workshop.code)];
  const text = `Нужди: ${'дума '.repeat(36_000)}`;
  const statuses: number[] = [];
  for (let each = 0; each < 8; each += 1) statuses.push((await masa.ask('POST', '/api/sheets/parse', { token: large.token, body: { text } })).status);
  expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
  expect(statuses).toContain(429);
  expect((await masa.ask('POST', '/api/sheets/parse', { token: calm.token, body: { text } })).status).toBe(200);
  for (const encoding of ['gzip', 'br', 'deflate']) {
    const reply = await masa.ask('PATCH', '/api/me', { token: calm.token, body: { name: 'Друго' }, headers: { 'content-encoding': encoding } });
    expect([reply.status, reply.body.error?.code]).toEqual([400, 'not-json']);
  }
});
