// Attacks over the facilitation socket.
import type { Answer } from '@masa/shared/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type FacilitationSocket, facilitationSocket } from '../support/sockets.ts';
import { command, openScene, type StageScene } from '../support/stageScene.ts';

let scene: StageScene;
const open: FacilitationSocket[] = [];
beforeEach(async () => {
  scene = await openScene();
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close();
  await scene.close();
});

const ready = (line: FacilitationSocket, isReady = true) => command(line, 'setReady', { boardId: scene.board, isReady });
const isReady = async () => (await scene.masa.masa.commands.store.board(scene.board))?.isReady;

test('BREAK-9 whoever was moved to another table says nothing for the old one any more, on a socket that was open all the time', async () => {
  const line = await scene.line(scene.maria.token);
  expect((await ready(line)).ok).toBe(true);
  await scene.masa.ask('PATCH', `/api/workshops/${scene.workshop.id}/participants/${scene.maria.id}`, {
    token: scene.workshop.organiser,
    body: { groupId: scene.workshop.groups[1] },
  });
  expect(await ready(line, false)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await isReady()).toBe(true);
});

test('BREAK-9 a session that is over by the clock does nothing', async () => {
  const line = await scene.line(scene.facilitator);
  const ended = new Promise((resolve) => void line.on('ended', ({ code }) => resolve(code)));
  scene.masa.clock.advance(31 * 24 * 3_600_000);
  void ready(line);
  expect(await ended).toBe('session-ended');
  expect(await isReady()).toBe(false);
});

test('BREAK-9 stages, names and boards of another workshop are not there for a facilitator', async () => {
  const other = await scene.masa.ask<{ id: string }>('POST', '/api/workshops', {
    token: scene.workshop.organiser,
    body: { title: 'Other', language: 'en' },
  });
  const board = await scene.masa.ask<{ id: string }>('POST', `/api/workshops/${other.body.id}/boards`, {
    token: scene.workshop.organiser,
    body: { template: 'form-a' },
  });
  const line = await scene.line(scene.facilitator);
  const boardId = board.body.id;
  const inputs: Readonly<Record<string, unknown>> = {
    setStage: { boardId, stage: 'privately' },
    setAuthorship: { boardId, authorship: 'anonymous' },
    setReady: { boardId, isReady: true },
    setBoardState: { boardId, state: 'frozen' },
  };
  for (const [name, input] of Object.entries(inputs))
    expect(await command(line, name, input)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const named = (workshopId: string, name: string, input: unknown) =>
    new Promise<Answer<unknown>>((resolve) => void line.emit('command', { channel: 'workshop', workshopId, command: name, input }, resolve));
  expect(await named(other.body.id, 'setDoor', { locked: true })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  for (const name of ['__proto__', 'constructor', 'toString', ''])
    expect(await command(line, name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(await scene.masa.masa.commands.store.board(boardId)).toMatchObject({ stage: '', authorship: 'named', isReady: false, state: 'open' });
});

test('BREAK-10 the thirteenth socket of a participant closes their first, and a facilitator has as many as they want', async () => {
  const lines: FacilitationSocket[] = [];
  for (let left = 13; left > 0; left -= 1) lines.push(await scene.line(scene.maria.token));
  await expect.poll(() => lines.map(({ connected }) => connected)).toEqual([false, ...Array.from({ length: 12 }, () => true)]);
  const staff: FacilitationSocket[] = [];
  for (let left = 14; left > 0; left -= 1) staff.push(await scene.line(scene.facilitator));
  expect(staff.every(({ connected }) => connected)).toBe(true);
});

test('BREAK-10 a flood of anything ends its socket alone: clocks, unknown words, malformed and oversized messages', async () => {
  const honest = await scene.line(scene.ion.token);
  const floods: readonly ((line: FacilitationSocket) => void)[] = [
    (line) => {
      for (let left = 1_000; left > 0; left -= 1) line.emit('clock', { t0: 1 }, () => undefined);
    },
    (line) => {
      for (let left = 1_000; left > 0; left -= 1) line.emit('no such word' as 'clock', { t0: 1 }, () => undefined);
    },
    (line) => {
      for (let left = 1_000; left > 0; left -= 1) line.emit('command', { channel: 'workshop', command: 'x', input: [[[[{}]]]] }, () => undefined);
    },
    (line) => line.io.engine.write('not MessagePack'),
    (line) => line.io.engine.write(Buffer.alloc(70 * 1024) as never),
  ];
  for (const flood of floods) {
    const line = facilitationSocket(scene.masa.url, { token: scene.maria.token });
    open.push(line);
    await connect(line);
    const gone = new Promise((resolve) => void line.on('disconnect', resolve));
    flood(line);
    await gone;
  }
  expect(honest.connected).toBe(true);
  expect((await ready(honest)).ok).toBe(true);
});
