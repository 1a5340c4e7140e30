import { tableIdentity } from '@masa/client/ui/tokens.ts';
import { createPresence } from '@masa/server/sync/presence';
import { isRecord, LIMITS, ok } from '@masa/shared/core';
import { SYNC } from '@masa/shared/wire';
import { PERSON_COLOURS } from '@masa/shared/workshop';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { awarenessFrame, openPeer, type Peer, syncFrame } from '../support/peer.ts';
import { type BoardServer, openBoardServer } from '../support/serverBoards.ts';

let server: BoardServer;
let at = 1_000_000;
beforeEach(async () => {
  server = await openBoardServer();
});
afterEach(() => server.close());

const join = async (who: string): Promise<Peer> => {
  const peer = openPeer(server.url, 'b1', `ticket-${who}`);
  await peer.synced;
  return peer;
};
const PERSON = { id: 'ana', name: 'Ana', library: '', colour: '0', role: 'participant' } as const;

/** What an awareness message carries: one socket's word about itself. */
function stateOf(client: number, clock: number, more = ''): Uint8Array {
  const decoder = decoding.createDecoder(awarenessFrame([{ client, clock, json: JSON.stringify({ clock, more }) }]));
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

const lastOf = (peer: Peer, client: number) => peer.heard.filter((said) => said.client === client).at(-1);

test('PRESENCE-1 others see what a socket says about itself, with the person the server knows', async () => {
  const [ana, bob] = [await join('ana'), await join('bob')];
  ana.say({ cursor: { x: 1, y: 2 }, person: { id: 'bob', name: 'Forged', role: 'facilitator' } }, 1);
  await expect
    .poll(() => lastOf(bob, ana.doc.clientID)?.state)
    .toEqual({
      cursor: { x: 1, y: 2 },
      person: { id: 'ana', name: 'Name of ana', library: 'Library', colour: 'teal', role: 'participant' },
    });
});

test('PRESENCE-2 states of others are ignored without a word, as stock clients repeat them', async () => {
  const [ana, bob, eva] = [await join('ana'), await join('bob'), await join('eva')];
  ana.say({ n: 1 }, 1);
  bob.say({ n: 1 }, 1);
  await expect.poll(() => eva.heard.length).toBeGreaterThanOrEqual(2);
  bob.raw(
    awarenessFrame([
      { client: ana.doc.clientID, clock: 50, json: 'null' },
      { client: ana.doc.clientID, clock: 51, json: '{"n":99}' },
      { client: 12_345, clock: 1, json: '{}' },
      { client: bob.doc.clientID, clock: 2, json: '{"n":2}' },
    ]),
  );
  await expect.poll(() => lastOf(eva, bob.doc.clientID)?.state?.n).toBe(2);
  expect(lastOf(eva, ana.doc.clientID)?.state?.n).toBe(1);
  expect(eva.heard.some((said) => said.client === 12_345)).toBe(false);
  expect(bob.socket.readyState).toBe(WebSocket.OPEN);
});

test('PRESENCE-3 whoever leaves is gone for everybody, and nothing of them is kept', async () => {
  const [ana, bob] = [await join('ana'), await join('bob')];
  ana.say({ n: 1 }, 7);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(1);
  await ana.close();
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state).toBeNull();
  const late = await join('eva');
  late.say({ n: 3 }, 1);
  await expect.poll(() => lastOf(bob, late.doc.clientID)?.state?.n).toBe(3);
  expect(late.heard.some((said) => said.client === ana.doc.clientID)).toBe(false);
});

test('PRESENCE-4 a newcomer is told who is here', async () => {
  const ana = await join('ana');
  ana.say({ n: 1 }, 1);
  const bob = await join('bob');
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(1);
  const before = bob.heard.length;
  bob.raw(new Uint8Array([3]));
  await expect.poll(() => bob.heard.length).toBeGreaterThan(before);
});

test('PRESENCE-5 a state that is too large, or no object, is not passed on', async () => {
  const [ana, bob] = [await join('ana'), await join('bob')];
  ana.say({ n: 1 }, 1);
  ana.say({ big: 'x'.repeat(LIMITS.awarenessBytes) }, 2);
  ana.raw(awarenessFrame([{ client: ana.doc.clientID, clock: 3, json: '[1]' }]));
  ana.raw(awarenessFrame([{ client: ana.doc.clientID, clock: 4, json: '{broken' }]));
  ana.say({ n: 5 }, 5);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(5);
  expect(bob.heard.filter((said) => said.client === ana.doc.clientID).every((said) => said.clock === 1 || said.clock === 5)).toBe(true);
});

test('PRESENCE-6 many moves in a short time arrive as few, the last one always', async () => {
  await server.close();
  server = await openBoardServer({ now: () => at });
  const [ana, bob] = [await join('ana'), await join('bob')];
  for (let n = 1; n <= 100; n++) ana.say({ n }, n);
  await expect.poll(() => bob.heard.length).toBeGreaterThan(0);
  const early = bob.heard.length;
  expect(early).toBeLessThan(3);
  at += LIMITS.presenceIntervalMs;
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(100);
  expect(bob.heard.length).toBeLessThanOrEqual(early + 1);
});

test('PRESENCE-7 somebody who watches unseen is not shown and sees nobody', async () => {
  const [ana, watcher, bob] = [await join('ana'), await join('watcher1'), await join('bob')];
  watcher.say({ n: 1 }, 1);
  for (const n of [1, 2, 3]) {
    ana.say({ n }, n);
    await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(n);
  }
  const eva = await join('eva');
  await expect.poll(() => lastOf(eva, ana.doc.clientID)?.state?.n).toBe(3);
  expect([...ana.heard, ...bob.heard, ...eva.heard].some((said) => said.client === watcher.doc.clientID)).toBe(false);
  expect(watcher.heard).toEqual([]);
});

test('PRESENCE-8 a person who comes back with the same id before the old socket is gone takes it over; another person cannot', async () => {
  const [ana, bob] = [await join('ana'), await join('bob')];
  ana.say({ n: 1 }, 1);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(1);
  const eva = await join('eva');
  eva.say({ n: 66 }, 60, ana.doc.clientID);
  const again = await join('ana');
  again.say({ n: 2 }, 2, ana.doc.clientID);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(2);
  await ana.close();
  again.say({ n: 3 }, 3, ana.doc.clientID);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(3);
  expect(bob.heard.some((said) => said.state === null || said.state.n === 66)).toBe(false);
});

test('PRESENCE-9 a silent connection hears a word that says nothing before y-websocket would give it up', async () => {
  await server.close();
  server = await openBoardServer({ now: () => at, tickMs: 10 });
  const ana = await join('ana');
  const before = ana.frames;
  at += 21_000;
  await expect.poll(() => ana.frames).toBeGreaterThan(before);
  expect(ana.heard).toEqual([]);
  expect(ana.socket.readyState).toBe(WebSocket.OPEN);
});

test('PRESENCE-10 stock providers see each other come, move and go', async () => {
  const open = (who: string) =>
    new WebsocketProvider(server.url, 'b1', new Y.Doc(), {
      params: { token: `ticket-${who}` },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
  const [ana, bob] = [open('ana'), open('bob')];
  await expect.poll(() => ana.synced && bob.synced).toBe(true);
  ana.awareness.setLocalStateField('cursor', 5);
  await expect.poll(() => bob.awareness.getStates().get(ana.doc.clientID)?.cursor).toBe(5);
  expect(bob.awareness.getStates().get(ana.doc.clientID)?.person).toMatchObject({ id: 'ana' });
  ana.awareness.destroy();
  ana.destroy();
  await expect.poll(() => bob.awareness.getStates().has(ana.doc.clientID)).toBe(false);
  bob.awareness.destroy();
  bob.destroy();
});

test('PRESENCE-11 hundreds of thousands of invented ids leave nothing behind', async () => {
  const [ana, bob] = [await join('ana'), await join('bob')];
  ana.say({ n: 1 }, 1);
  for (let block = 0; block < 20; block++) {
    ana.raw(awarenessFrame(Array.from({ length: 1_000 }, (_, n) => ({ client: block * 1_000 + n, clock: 1, json: '{}' }))));
  }
  ana.say({ n: 2 }, 2);
  await expect.poll(() => lastOf(bob, ana.doc.clientID)?.state?.n).toBe(2);
  expect(new Set(bob.heard.map((said) => said.client))).toEqual(new Set([ana.doc.clientID]));
  const late = await join('eva');
  late.raw(syncFrame(SYNC.step1, new Uint8Array([0])));
  await expect.poll(() => late.heard.length).toBeGreaterThan(0);
  expect(late.heard.every((said) => said.client === ana.doc.clientID)).toBe(true);
});

test('PRESENCE-12 who says something new twenty times a second is heard twenty times a second, wherever in the broadcast window it falls', () => {
  const windowMs = 6;
  for (let phase = 0; phase < windowMs; phase++) {
    const presence = createPresence<string>({ windowMs });
    presence.enter('ana', PERSON);
    const told: number[] = [];
    for (let now = 0, n = 1; now < 2_000; now++) {
      if (now % LIMITS.presenceIntervalMs === 0) presence.hear('ana', stateOf(7, n++));
      // The window's ends drift against what is said, as clocks do.
      if ((now + phase + Math.floor(now / 400)) % windowMs === 0 && presence.news(now)) told.push(now);
    }
    expect(told.length, `phase ${phase}`).toBe(2_000 / LIMITS.presenceIntervalMs);
    for (const [at, instant] of told.entries()) expect(instant - at * LIMITS.presenceIntervalMs, `phase ${phase}`).toBeLessThan(windowMs + 1);
  }
});

test('PRESENCE-12 who says something new at every moment is still heard no more often than that, but for a window', () => {
  const presence = createPresence<string>({ windowMs: 6 });
  presence.enter('ana', PERSON);
  let told = 0;
  for (let now = 0; now < 4_400; now++) {
    presence.hear('ana', stateOf(7, now + 1));
    if (presence.news(now)) told++;
  }
  expect(told).toBe(4_400 / (LIMITS.presenceIntervalMs - 6));
});

test('PRESENCE-14 many large states are slowed, cursors among them are not, and each comes in the end', () => {
  const presence = createPresence<string>({ windowMs: 16 });
  const loud = Array.from({ length: 200 }, (_, at) => `loud${at}`);
  for (const id of [...loud, 'ana']) presence.enter(id, { ...PERSON, id });
  const heard = { loud: new Set<number>(), ana: 0, bytes: 0 };
  for (let now = 0; now < 10_000; now += 10) {
    if (now % 50 === 0) {
      for (const [at, id] of loud.entries()) presence.hear(id, stateOf(at + 1, now + 1, 'x'.repeat(3_900)));
      presence.hear('ana', stateOf(1_000, now + 1));
    }
    for (const entry of presence.news(now)?.entries ?? []) {
      heard.bytes += entry.json.length;
      if (entry.client === 1_000) heard.ana++;
      else heard.loud.add(entry.client);
    }
  }
  expect(heard.bytes / 10).toBeLessThan(LIMITS.presenceBytesPerSecond * 1.3);
  expect([heard.loud.size, heard.ana]).toEqual([200, 200]);
  // And when they are silent, what waited is said.
  let rest = 0;
  for (let now = 10_000; presence.pending && now < 20_000; now += 10) rest += presence.news(now)?.entries.length ?? 0;
  expect([presence.pending, rest > 0]).toEqual([false, true]);
});

test('PRESENCE-13 people on one board have different colours while there are any, each the same in all their tabs and while they stay', async () => {
  await server.close();
  server = await openBoardServer({
    sync: {
      authorise: ({ token }) => {
        // Everybody would have the same colour of their own.
        const participant = { ...PERSON, id: token.replace('ticket-', ''), colour: '6' };
        return Promise.resolve(ok({ participant, right: 'write', may: () => 'write' }));
      },
    },
  });
  const viewer = await join('viewer');
  const colourOf = async (peer: Peer): Promise<unknown> => {
    peer.say({ here: true }, 1);
    await expect.poll(() => lastOf(viewer, peer.doc.clientID)?.state).toBeTruthy();
    const person = lastOf(viewer, peer.doc.clientID)?.state?.person;
    return isRecord(person) ? person.colour : undefined;
  };
  const people: Peer[] = [];
  for (let n = 1; n < PERSON_COLOURS; n++) people.push(await join(`p${n}`));
  const colours = await Promise.all(people.map(colourOf));
  expect(colours).toEqual(['7', '0', '1', '2', '3', '4', '5']);
  expect(await colourOf(await join('p3'))).toBe('1');
  // One colour is free again, and whoever comes next has it; those who stayed keep theirs.
  await people[4]?.close();
  await expect.poll(() => lastOf(viewer, people[4]?.doc.clientID ?? 0)?.state).toBeNull();
  expect(await colourOf(await join('late'))).toBe('3');
  people[0]?.say({ here: 'still' }, 2);
  await expect.poll(() => lastOf(viewer, people[0]?.doc.clientID ?? 0)?.state).toMatchObject({ here: 'still', person: { colour: '7' } });
  // More people than colours: the one that fewest have.
  expect(await colourOf(await join('one-more'))).toBe('6');
  expect(await colourOf(await join('and-another'))).toBe('7');
});

test('PRESENCE-13 there are as many colours as look different', () => {
  expect(new Set(tableIdentity.map(({ color }) => color)).size).toBe(PERSON_COLOURS);
  expect(tableIdentity.length).toBe(PERSON_COLOURS);
});
