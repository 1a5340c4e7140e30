// Kills a server while pictures are sent and versions are named and brought back, and looks for what it had answered.
import type { BoardVersion, PictureAdded, VersionRead } from '@masa/shared/wire';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { person } from '../support/masa.ts';
import { type MasaProcess, startMasaProcess } from '../support/masaProcess.ts';
import { createRandom } from '../support/mutate.ts';
import { photo } from '../support/pictures.ts';

const KILLS = 4;
const TIME = { timeout: 120_000 };

let masa: MasaProcess;
let organiser: string;
let workshop: { readonly id: string; readonly code: string };
const random = createRandom(11);

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

async function ask<T = { id: string }>(method: string, path: string, token?: string, body?: unknown): Promise<Answer<T>> {
  const isBytes = body instanceof Uint8Array;
  const response = await fetch(`${masa.url}${path}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': isBytes ? 'image/jpeg' : 'application/json' },
    ...(body === undefined ? {} : { body: isBytes ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

/** A table of its own: its board and who sits there. */
async function table(): Promise<{ readonly board: string; readonly token: string }> {
  const group = (await ask('POST', `/api/workshops/${workshop.id}/groups`, organiser, { number: 1 + Math.floor(random() * 9_000) })).body.id;
  const board = (await ask('POST', `/api/workshops/${workshop.id}/boards`, organiser, { template: 'form-a', groupId: group })).body.id;
  const { token } = (await ask<{ token: string }>('POST', '/api/join', undefined, person({ code: workshop.code, groupId: group }))).body;
  return { board, token };
}

/** Runs `hands` until the server is killed under them, and starts it again. */
async function killUnder(hands: readonly (() => Promise<void>)[]): Promise<void> {
  let isAlive = true;
  const working = hands.map(async (hand) => {
    while (isAlive) await hand().catch(() => undefined);
  });
  await new Promise((resolve) => setTimeout(resolve, 200 + random() * 600));
  await masa.kill();
  isAlive = false;
  await Promise.all(working);
  await masa.start();
}

beforeAll(async () => {
  masa = await startMasaProcess();
  const setUp = { key: masa.setupKey, name: 'Елена Петрова', password: 'correct horse battery' };
  organiser = (await ask<{ token: string }>('POST', '/api/setup', undefined, setUp)).body.token;
  workshop = (await ask<{ id: string; code: string }>('POST', '/api/workshops', organiser, { title: 'Нови услуги', language: 'bg' })).body;
}, 60_000);
afterAll(() => masa.close());

test('PICTURE-28 pictures that were answered survive the killing of the server', TIME, async () => {
  const { board, token } = await table();
  const file = await (await photo(700, 500)).jpeg().toBuffer();
  const promised: string[] = [];
  const hand = async (): Promise<void> => {
    const { status, body } = await ask<PictureAdded>('POST', `/api/boards/${board}/pictures`, token, file);
    if (status === 201) promised.push(body.id);
  };
  for (let round = 0; round < KILLS; round++) await killUnder([hand, hand, hand]);
  expect(promised.length).toBeGreaterThan(0);
  for (const id of promised) {
    for (const [size, width] of [
      ['full', 700],
      ['thumb', 320],
    ] as const) {
      const response = await fetch(`${masa.url}/api/boards/${board}/pictures/${id}?size=${size}`, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status, `${id} ${size}`).toBe(200);
      // Decoded to its last line: half a picture fails.
      const { info } = await sharp(await response.arrayBuffer(), { failOn: 'warning' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(width);
    }
  }
});

test('VERSION-27 versions that were answered survive the killing of the server, and each that is listed comes back', TIME, async () => {
  const promised: { readonly path: string; readonly token: string; readonly id: string }[] = [];
  const paths = new Map<string, string>();
  for (let round = 0; round < KILLS; round++) {
    const { board, token } = await table();
    const path = `/api/boards/${board}/versions`;
    paths.set(path, token);
    const write = async (): Promise<void> => {
      await ask('POST', `/api/boards/${board}/cards`, token, { cells: [{ id: 'needs', cards: [{ text: `Топло място ${random()}` }] }] });
    };
    const name = async (): Promise<void> => {
      const { status, body } = await ask<BoardVersion>('POST', path, token, { title: 'Точка' });
      if (status === 201) promised.push({ path, token, id: body.id });
      const restored = await ask<BoardVersion>('POST', `${path}/${body.id}/restore`, token);
      if (restored.status === 201) promised.push({ path, token, id: restored.body.id });
    };
    await killUnder([write, name]);
  }
  expect(promised.length).toBeGreaterThan(0);
  for (const { path, token, id } of promised) {
    const { status, body } = await ask<VersionRead>('GET', `${path}/${id}`, token);
    expect(status, id).toBe(200);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(body.state, 'base64'));
    expect(doc.store.pendingStructs).toBeNull();
  }
  const restored: number[] = [];
  for (const [path, token] of paths) {
    const oldest = (await ask<{ versions: BoardVersion[] }>('GET', path, token)).body.versions.at(-1);
    if (oldest) restored.push((await ask('POST', `${path}/${oldest.id}/restore`, token)).status);
  }
  expect(new Set(restored)).toEqual(new Set([201]));
});
