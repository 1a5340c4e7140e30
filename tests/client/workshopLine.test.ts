// The line to the workshop over networks that go away and come back, against the real server.
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { openWorkshopSession, type WorkshopSession } from '@masa/client/session/WorkshopSession.ts';
import { createEmitter, fail, ok } from '@masa/shared/core';
import { afterEach, expect, test } from 'vitest';
import { openWorkshop, setUp, startMasa } from '../support/masa.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A network between page and server. Cut: lines stay open and carry nothing, as when a laptop leaves a wireless network. */
async function network(to: string): Promise<{ readonly url: string; readonly lines: number; cut(): void }> {
  const open = new Set<Socket>();
  let lines = 0;
  const server = createServer((near) => {
    lines += 1;
    const far = dial(Number(new URL(to).port), '127.0.0.1');
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => onto.destroy());
      from.on('close', () => onto.destroy());
      from.pipe(onto);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get lines() {
      return lines;
    },
    cut() {
      for (const socket of open) socket.unpipe().pause();
    },
  };
}

async function opened({ hangs = false } = {}) {
  const masa = await startMasa();
  ends.push(() => masa.close());
  const workshop = await openWorkshop(masa, await setUp(masa), 1);
  const between = await network(masa.url);
  const returned = createEmitter<void>();
  const state = { away: false, hangs, asked: 0 };
  const session: WorkshopSession = openWorkshopSession(workshop.id, {
    url: between.url,
    async ticket() {
      state.asked += 1;
      if (state.away) return fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] });
      if (state.hangs) return new Promise(() => undefined);
      const { body } = await masa.ask<{ ticket: string }>('POST', '/api/tickets', { token: workshop.organiser });
      return ok({ ticket: body.ticket });
    },
    // By itself it would try again in an hour.
    random: () => 1_200,
    onReturn: (listener) => returned.on(listener),
  });
  ends.push(() => session.dispose());
  const line = () => session.store.getState().line;
  return { masa, workshop, between, state, session, line, goOn: () => returned.emit() };
}

test('LINE-5 when the network is back the line is tried at once, and not when the wait is over', async () => {
  const { workshop, between, state, session, line, goOn } = await opened();
  await expect.poll(line).toBe('live');
  state.away = true;
  between.cut();
  goOn();
  await expect.poll(line).toBe('away');
  state.away = false;
  goOn();
  await expect.poll(line).toBe('live');
  // The line carries again.
  const changed = await session.command('setDoor', { locked: true });
  expect(changed.ok).toBe(true);
  await expect.poll(() => session.store.getState().workshop).toMatchObject({ id: workshop.id, doorLocked: true });
});

test('LINE-5 a first try that hangs does not hold the next one up', async () => {
  const { state, line, goOn } = await opened({ hangs: true });
  await expect.poll(() => state.asked).toBe(1);
  state.hangs = false;
  goOn();
  await expect.poll(line).toBe('live');
  expect(state.asked).toBe(2);
});

test('LINE-6 a line that only looks open is found out after a return; one that answers is left alone', async () => {
  const { between, session, line, goOn } = await opened();
  await expect.poll(line).toBe('live');
  const { lines } = between;
  goOn();
  goOn();
  await session.command('setDoor', { locked: false });
  expect(line()).toBe('live');
  expect(between.lines).toBe(lines);
  between.cut();
  goOn();
  await expect.poll(() => between.lines).toBe(lines + 1);
  await expect.poll(line).toBe('live');
});

test('LINE-6 a session the server has ended stays ended, whoever returns', async () => {
  const { masa, workshop, between, session, line, goOn } = await opened();
  await expect.poll(line).toBe('live');
  await masa.ask('DELETE', '/api/sessions/current', { token: workshop.organiser });
  await expect.poll(line).toBe('ended');
  const { lines } = between;
  goOn();
  expect(await session.command('setDoor', { locked: true })).toMatchObject({ ok: false });
  expect(between.lines).toBe(lines);
});
