// Pictures on their way from a page to a real server. Node decodes no pictures, as some browsers do not: files travel as they are.
import { forgetSession } from '@masa/client/session/api.ts';
import { actAs } from '@masa/client/session/device.ts';
import { pictureUrl, uploadPicture } from '@masa/client/session/pictures.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { join, openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { blackPng, pixelBomb } from '../support/pictures.ts';

let masa: TestMasa;
let token: string;
let board: string;
/** What the server answers instead, one after the other. */
let before: (() => Response)[];
let sent: string[];
const direct = globalThis.fetch;

beforeEach(async () => {
  forgetSession();
  before = [];
  sent = [];
  masa = await startMasa();
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  token = (await join(masa, workshop.code, { groupId: workshop.groups[0] })).token;
  board = workshop.boards[0] ?? '';
  // A page's addresses are relative to its origin, and its cookies travel by themselves; Node has neither.
  globalThis.fetch = (path, init) => {
    const url = new URL(String(path), masa.url);
    if (url.origin !== masa.url || init?.method !== 'POST') return direct(url, init && { ...init, headers: signed(init) });
    sent.push(`${url.pathname} ${new Headers(init.headers).get('content-type')} ${init.body instanceof Blob ? init.body.size : 'no picture'}`);
    const instead = before.shift();
    return instead ? Promise.resolve(instead()) : direct(url, { ...init, headers: signed(init) });
  };
});
afterEach(async () => {
  globalThis.fetch = direct;
  vi.unstubAllGlobals();
  await masa.close();
});

const signed = (init: RequestInit): Headers => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return headers;
};
const fileOf = (bytes: Uint8Array, type: string): Blob => new Blob([new Uint8Array(bytes)], { type });

test('PICTURE-20 a picture arrives, and can be seen at its address', async () => {
  const reply = await uploadPicture(board, fileOf(blackPng(40, 30), 'image/png'));
  if (!reply.ok) throw new Error(reply.error.code);
  expect([reply.value.w, reply.value.h]).toEqual([40, 30]);
  expect(sent).toEqual([`/api/boards/${board}/pictures image/png ${blackPng(40, 30).byteLength}`]);
  const shown = await masa.ask('GET', pictureUrl(board, reply.value.id, 'thumb'), { token });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
});

test('PICTURE-20 a busy server is asked again, other refusals are passed on', async () => {
  const busy = (): Response =>
    Response.json({ error: { code: 'too-fast', message: 'Too many requests at once.', retryAfterMs: 1 } }, { status: 429 });
  before = [busy, busy];
  expect((await uploadPicture(board, fileOf(blackPng(), 'image/png'))).ok).toBe(true);
  expect(sent.length).toBe(3);
  const refused = await uploadPicture(board, fileOf(pixelBomb(), ''));
  expect(refused).toMatchObject({ ok: false, error: { kind: 'refused', status: 413, code: 'picture-pixels' } });
  expect(refused.ok ? '' : refused.error.message).toContain('PNG, JPEG or WebP');
  expect(sent.length).toBe(4);
  before = Array.from({ length: 20 }, () => busy);
  expect(await uploadPicture(board, fileOf(blackPng(), 'image/png'))).toMatchObject({ ok: false, error: { code: 'too-fast' } });
  expect(sent.length).toBe(12);
});

test('PICTURE-19 what this browser cannot read travels as it is', async () => {
  const large = fileOf(new Uint8Array(1_500_000), 'image/heic');
  expect(await uploadPicture(board, large)).toMatchObject({ ok: false, error: { code: 'picture-kind' } });
  expect(sent).toEqual([`/api/boards/${board}/pictures image/heic 1500000`]);
});

test('PICTURE-21 the address says which size, and as whom the tab acts', () => {
  expect(pictureUrl('b', 'p', 'full')).toBe('/api/boards/b/pictures/p');
  expect(pictureUrl('b', 'p', 'thumb')).toBe('/api/boards/b/pictures/p?size=thumb');
  expect(pictureUrl('b/../c', 'p?x', 'full')).toBe('/api/boards/b%2F..%2Fc/pictures/p%3Fx');
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  actAs('seat');
  expect(pictureUrl('b', 'p', 'thumb')).toBe('/api/boards/b/pictures/p?size=thumb&as=seat');
});
