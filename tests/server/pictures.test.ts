// Pictures over HTTP: what is answered to whom, and what stays.
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { LANGUAGES } from '@masa/shared/core';
import { ERRORS } from '@masa/shared/i18n';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { byLink, join, openWorkshop, setUp, startMasa, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { animatedPng, blackPng, flat, photo, pixelBomb } from '../support/pictures.ts';

let masa: TestMasa;
let organiser: string;

beforeAll(async () => {
  masa = await startMasa({ requests: 100_000 });
  organiser = await setUp(masa);
});
afterAll(() => masa.close());

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

interface Added {
  readonly id: string;
  readonly w: number;
  readonly h: number;
}

const at = (board: string | undefined, rest = ''): string => `/api/boards/${board}/pictures${rest}`;
const add = (board: string | undefined, token: string | undefined, body: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  masa.ask<Added>('POST', at(board), { token, body, headers });

async function table(): Promise<{ readonly workshop: TestWorkshop; readonly board: string; readonly token: string }> {
  const workshop = await openWorkshop(masa, organiser, 2);
  const { token } = await join(masa, workshop.code, { groupId: workshop.groups[0] });
  return { workshop, board: workshop.boards[0] ?? '', token };
}

/** Begins an upload of which only the header is sent; gives what the server says meanwhile. */
function beginUpload(
  board: string,
  token: string | undefined,
  length = 'Content-Length: 8000000',
): { readonly socket: Socket; readonly said: () => string } {
  const { port, host } = new URL(masa.url);
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  let said = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    said += bytes.toString('latin1');
  });
  const signed = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
  socket.write(`POST ${at(board)} HTTP/1.1\r\nHost: ${host}\r\n${signed}Content-Type: image/png\r\n${length}\r\n\r\n`);
  return { socket, said: () => said };
}

test('PICTURE-14 a picture is added and shown in both sizes', async () => {
  const { board, token } = await table();
  const file = await (await photo(1_200, 900)).jpeg().toBuffer();
  // Whatever it is called.
  const added = await add(board, token, file, { 'content-type': 'text/html' });
  expect([added.status, added.body.w, added.body.h]).toEqual([201, 1_200, 900]);
  for (const [query, width] of [
    ['', 1_200],
    ['?size=thumb', 320],
    ['?size=full&as=seat', 1_200],
  ] as const) {
    const shown = await fetch(`${masa.url}${at(board, `/${added.body.id}${query}`)}`, { headers: { authorization: `Bearer ${token}` } });
    expect(shown.status).toBe(200);
    expect((await sharp(await shown.arrayBuffer()).metadata()).width).toBe(width);
    const said = (name: string): string | null => shown.headers.get(name);
    expect([said('content-type'), said('content-disposition'), said('x-content-type-options')]).toEqual(['image/jpeg', 'inline', 'nosniff']);
    expect([said('content-security-policy'), said('cache-control')]).toEqual(["default-src 'none'; sandbox", 'private, max-age=31536000, immutable']);
    expect(said('cross-origin-resource-policy')).toBe('same-origin');
    const again = await masa.ask('GET', at(board, `/${added.body.id}${query}`), {
      token,
      // Fetch itself would ask for no cache otherwise.
      headers: { 'if-none-match': said('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  }
  const seen = masa.logged.join('\n');
  expect([seen.includes(added.body.id), seen.includes('get /api/boards/{id}/pictures/{pictureId}')]).toEqual([false, true]);
});

test('PICTURE-14 an unknown picture, one of another board and an odd address are simply not there', async () => {
  const { workshop, board, token } = await table();
  const { id } = (await add(board, token, blackPng())).body;
  const other = await add(workshop.boards[1], organiser, blackPng());
  for (const address of [at(board, '/never-was'), at(board, `/${other.body.id}`), at(workshop.boards[1], `/${id}`), at(board, '/..%2f..%2fetc')]) {
    const { status, body } = await masa.ask('GET', address, { token: organiser });
    expect([status, body.error?.code]).toEqual([404, 'not-found']);
  }
  expect((await masa.ask('GET', at(board, `/${id}?size=huge`), { token })).status).toBe(400);
});

test('PICTURE-15 who may write adds, who may read sees, nobody else', async () => {
  const { workshop, board, token } = await table();
  const neighbour = (await join(masa, workshop.code, { groupId: workshop.groups[1] })).token;
  const observer = (await byLink(masa, workshop, 'observer')).token;
  const { id } = (await add(board, token, blackPng())).body;
  const answers = async (who: string | undefined): Promise<number[]> => [
    (await add(board, who, blackPng())).status,
    (await masa.ask('GET', at(board, `/${id}`), { token: who })).status,
  ];
  expect(await answers(token)).toEqual([201, 200]);
  expect(await answers(neighbour)).toEqual([404, 404]);
  expect(await answers(observer)).toEqual([403, 200]);
  expect(await answers(undefined)).toEqual([401, 401]);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}`, { token: organiser, body: { sharesBoards: true } });
  expect(await answers(neighbour)).toEqual([403, 200]);
  await masa.ask('PATCH', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser, body: { state: 'frozen' } });
  expect((await add(board, token, blackPng())).body.error?.code).toBe('board-frozen');
  expect(await answers(organiser)).toEqual([201, 200]);
});

test('PICTURE-15 a cookie alone adds nothing', async () => {
  const { workshop, board } = await table();
  const { cookies } = await masa.ask('POST', '/api/join', {
    body: { code: workshop.code, name: 'Иво', library: '', region: '', language: 'bg', seats: 1, groupId: workshop.groups[0] },
  });
  const cookie = `masa_seat=${cookies.masa_seat}`;
  const forged = await add(board, undefined, blackPng(), { cookie, origin: masa.url });
  expect([forged.status, forged.body.error?.code]).toEqual([403, 'no-csrf']);
  const { csrf } = (await masa.ask<{ csrf: string }>('GET', '/api/me', { headers: { cookie } })).body;
  expect((await add(board, undefined, blackPng(), { cookie, origin: masa.url, 'x-masa-csrf': csrf })).status).toBe(201);
});

test('PICTURE-15 who may not is told before the picture has travelled', async () => {
  const { workshop, board } = await table();
  const neighbour = (await join(masa, workshop.code, { groupId: workshop.groups[1] })).token;
  for (const [who, status] of [
    [neighbour, '404'],
    [(await byLink(masa, workshop, 'observer')).token, '403'],
    [undefined, '401'],
  ] as const) {
    const { said } = beginUpload(board, who);
    await expect.poll(said).toContain(`HTTP/1.1 ${status} `);
  }
});

test('PICTURE-16 every refusal names what works, and nothing stays', async () => {
  const { board, token } = await table();
  const cut = await (await photo(400, 300)).jpeg().toBuffer();
  const cases: readonly (readonly [Uint8Array, number, keyof typeof ERRORS])[] = [
    [new Uint8Array(20_000_000), 413, 'picture-too-large'],
    [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, 'picture-kind'],
    [new Uint8Array(), 415, 'picture-kind'],
    [pixelBomb(), 413, 'picture-pixels'],
    [animatedPng(), 415, 'picture-animated'],
    [cut.subarray(0, cut.byteLength / 2), 400, 'picture-unreadable'],
  ];
  for (const [file, status, code] of cases) {
    const answer = await add(board, token, file, { 'content-type': 'image/png', 'accept-language': 'en' });
    expect([code, answer.status, answer.body.error]).toEqual([code, status, { code, message: ERRORS[code].en }]);
    for (const language of LANGUAGES) expect(ERRORS[code][language]).toMatch(/PNG, JPEG \S+ WebP.* 8 M?(MB|МБ)/u);
  }
  const packed = await add(board, token, blackPng(), { 'content-encoding': 'gzip' });
  expect([packed.status, packed.body.error?.code]).toEqual([400, 'picture-unreadable']);
  expect((await readFile(path.join(masa.dataDir, 'masa.sqlite-wal'))).includes('alert(1)')).toBe(false);
});

test('PICTURE-16 the 61st picture of a board is refused, also when many come at once', async () => {
  const { workshop, board, token } = await table();
  for (let each = 0; each < 58; each += 1) expect((await add(board, token, blackPng(8, 8))).status).toBe(201);
  const last = await Promise.all([1, 2, 3, 4].map(() => add(board, token, blackPng(8, 8))));
  expect(last.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 201, 409, 409]);
  const refused = await add(board, token, blackPng());
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'pictures-full']);
  for (const language of LANGUAGES) expect(ERRORS['pictures-full'][language]).toContain('60');
  // Each board has its own sixty.
  expect((await add(workshop.boards[1], organiser, blackPng())).status).toBe(201);
});

test('PICTURE-17 one person’s many uploads leave room for others', async () => {
  const { workshop, board, token } = await table();
  const calm = (await join(masa, workshop.code, { groupId: workshop.groups[0] })).token;
  const held = Array.from({ length: 5 }, () => beginUpload(board, token));
  // Four are waited for, one is told to come again.
  await expect.poll(() => held.map(({ said }) => said()).filter((said) => said.startsWith('HTTP/1.1 429 ')).length).toBe(1);
  const answer = (): Promise<number> => add(board, token, blackPng()).then(({ status }) => status);
  const slowed = await add(board, token, blackPng());
  expect([slowed.status, slowed.body.error?.code, slowed.body.error?.retryAfterMs]).toEqual([429, 'too-fast', 1_500]);
  expect((await add(board, calm, blackPng())).status).toBe(201);
  for (const { socket } of held) socket.destroy();
  await expect.poll(answer).toBe(201);
});

test('PICTURE-23 uploads that do not come on give their places up when somebody else wants one', async () => {
  const { workshop, board, token } = await table();
  const crowd = await Promise.all([1, 2, 3, 4, 5].map((at) => join(masa, workshop.code, { name: `Иван ${at}`, groupId: workshop.groups[0] })));
  const [spare, ...others] = crowd;
  const held = others.flatMap((each) => [1, 2, 3, 4].map(() => beginUpload(board, each.token)));
  const givenUp = (): number => held.filter(({ said }) => said().startsWith('HTTP/1.1 429 ')).length;
  const isFull = async (): Promise<boolean> => {
    const { status } = await add(board, token, blackPng());
    // It had one of the places while they were being taken.
    if (status === 201) held.push(beginUpload(board, spare?.token));
    return status === 429;
  };
  await expect.poll(isFull).toBe(true);
  // Whoever came while all sixteen places were taken has been told so.
  await expect.poll(givenUp).toBe(held.length - 16);
  const before = givenUp();
  masa.clock.advance(3_000);
  // One of them has come on meanwhile: it stays.
  held[0]?.socket.write(Buffer.alloc(70_000));
  expect((await add(board, token, blackPng())).status).toBe(429);
  masa.clock.advance(1_000);
  expect((await add(board, token, blackPng())).status).toBe(201);
  await expect.poll(givenUp).toBe(before + 1);
  expect(held[0]?.said()).toBe('');
});

test('PICTURE-23 uploads that are broken off leave their places at once', async () => {
  const { board, token } = await table();
  for (let round = 0; round < 40; round += 1) {
    const { socket } = beginUpload(board, token);
    if (round % 3 === 0) socket.write(Buffer.alloc(1_000));
    if (round % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (round % 4 === 0) socket.resetAndDestroy();
    else socket.destroy();
  }
  const four = () => Promise.all([1, 2, 3, 4].map(() => add(board, token, blackPng()).then(({ status }) => status)));
  await expect.poll(four).toEqual([201, 201, 201, 201]);
});

test('PICTURE-24 a body that is too large is refused once that is known', async () => {
  const { board, token } = await table();
  for (const header of ['Content-Length: 99999999999', 'Transfer-Encoding: chunked']) {
    const { socket, said } = beginUpload(board, token, header);
    const part = Buffer.alloc(1_000_000);
    const isChunked = header.startsWith('Transfer');
    for (let sent = 0; isChunked && sent < 9; sent += 1) socket.write(Buffer.concat([Buffer.from('f4240\r\n'), part, Buffer.from('\r\n')]));
    // It has not come to its end, and never will.
    await expect.poll(said).toContain('HTTP/1.1 413 ');
  }
  expect((await add(board, token, blackPng())).status).toBe(201);
});

test('PICTURE-25 another person at the same browser is not shown what the browser kept', async () => {
  const { board, token } = await table();
  const { id } = (await add(board, token, blackPng())).body;
  const shown = await masa.ask('GET', at(board, `/${id}`), { token });
  expect(shown.headers.get('vary')).toMatch(/Cookie.*Authorization/u);
});

test('PICTURE-18 deleting a board deletes its pictures', async () => {
  const { workshop, board } = await table();
  const file = await flat('#246', 300, 200).png().toBuffer();
  const kept = await add(workshop.boards[1], organiser, file);
  const { id } = (await add(board, organiser, await (await photo(500, 400)).jpeg().toBuffer())).body;
  const shown = await fetch(`${masa.url}${at(board, `/${id}`)}`, { headers: { authorization: `Bearer ${organiser}` } });
  const middle = Buffer.from(await shown.arrayBuffer()).subarray(5_000, 5_200);
  const found = async (): Promise<boolean> => {
    const files = ['masa.sqlite', 'masa.sqlite-wal'].map((name) => readFile(path.join(masa.dataDir, name)));
    return (await Promise.all(files)).some((content) => content.includes(middle));
  };
  expect(await found()).toBe(true);
  await masa.ask('DELETE', `/api/workshops/${workshop.id}/boards/${board}`, { token: organiser });
  expect(await found()).toBe(false);
  expect((await masa.ask('GET', at(board, `/${id}`), { token: organiser })).status).toBe(404);
  expect((await masa.ask('GET', at(workshop.boards[1], `/${kept.body.id}`), { token: organiser })).status).toBe(200);
});
