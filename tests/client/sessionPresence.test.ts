// Presence: what this screen says of itself and how often, and how what others say is read.
import { createEditor } from '@masa/client/editor/Editor.ts';
import { createPresence, parsePeer } from '@masa/client/session/presence.ts';
import { createId, LIMITS } from '@masa/shared/core';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { AUTHOR, newDoc } from '../shared/sheets.ts';
import { screenOf, talk } from '../support/awarenessLine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const screen = (self = 'ana') => {
  const doc = newDoc([{ id: 'a' }, { id: 'b' }]);
  const editor = createEditor({
    doc,
    kind: serviceCanvas,
    template: formA,
    language: 'bg',
    measure: { text: (piece) => piece.length, summary: (piece) => piece.length },
    context: () => ({ author: AUTHOR, now: 1 }),
  });
  const awareness = new Awareness(doc);
  return { editor, awareness, presence: createPresence(awareness, editor, self) };
};

/** Somebody's state as it comes from the server, which stamps the person. */
function hear(awareness: Awareness, person: string, state: Record<string, unknown> = {}): void {
  const theirs = new Awareness(new Y.Doc());
  theirs.setLocalState({ ...state, person: { id: person, name: `Име ${person}`, library: '', colour: '1', role: 'participant' } });
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server');
  theirs.destroy();
}

test('SESSION-31 own state goes out at once and then at most twenty times a second, the last word always', () => {
  const { awareness, presence } = screen();
  vi.advanceTimersByTime(200);
  const told: unknown[] = [];
  awareness.on('update', () => told.push(awareness.getLocalState()?.cursor));
  for (let x = 0; x < 100; x++) {
    presence.pointAt({ x, y: 0.4 });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(LIMITS.presenceIntervalMs);
  expect(told[0]).toEqual({ x: 0, y: 0 });
  expect(told.at(-1)).toEqual({ x: 99, y: 0 });
  expect(told.length).toBeLessThanOrEqual(22);
  expect(told.length).toBeGreaterThan(10);
});

test('SESSION-32 a drag of many cards is one delta, and the state stays within what the server takes', () => {
  const { awareness, editor } = screen();
  vi.advanceTimersByTime(200);
  const ids = Array.from({ length: 300 }, (_, at) => `card-with-a-long-id-${at}`);
  editor.gestures.own.set({ kind: 'drag', ids, dx: 12.6, dy: -3, target: { cell: 'needs', index: 2 } });
  vi.advanceTimersByTime(100);
  expect(awareness.getLocalState()).toMatchObject({ selected: [], drag: { dx: 13, dy: -3, target: { cell: 'needs', index: 2 } } });
  expect(JSON.stringify(awareness.getLocalState()).length).toBeLessThan(LIMITS.awarenessBytes);
});

test('SESSION-33 writing is told as a hint: the card, or the cell of a new one', () => {
  const { awareness, editor } = screen();
  editor.write('a');
  vi.advanceTimersByTime(100);
  expect(awareness.getLocalState()?.writing).toEqual({ card: 'a', cell: null });
  editor.stopWriting();
  editor.writeNew({ cell: 'partners', index: 0 });
  vi.advanceTimersByTime(100);
  expect(awareness.getLocalState()?.writing).toEqual({ card: null, cell: 'partners' });
});

test.each([[null], ['text'], [{}], [{ person: { id: '__proto__' } }], [{ person: { id: 'a b' } }]])(
  'SESSION-34 a state without a person the server stamped is nobody: %o',
  (state) => {
    expect(parsePeer(1, state)).toBeUndefined();
  },
);

test('SESSION-35 nonsense in a state becomes nothing, never an exception', () => {
  const peer = parsePeer(1, {
    person: { id: 'p', name: 7, library: null },
    cursor: { x: Number.NaN, y: 1 },
    selected: ['ok', 5, '../..'],
    drag: { ids: 'all', dx: 1, dy: 1 },
    writing: { card: {}, cell: [] },
  });
  expect(peer).toMatchObject({
    person: { id: 'p', name: '', library: '' },
    cursor: null,
    selected: ['ok'],
    drag: null,
    writing: { card: null, cell: null },
  });
});

test('SESSION-36 one person in two tabs is one person; own other tabs are not somebody else', () => {
  const { awareness, presence, editor } = screen('ana');
  hear(awareness, 'petar');
  hear(awareness, 'petar');
  hear(awareness, 'ana');
  expect(presence.people.map((each) => each.id)).toEqual(['petar']);
  expect(editor.gestures.peers.get().size).toBe(3);
});

test('SESSION-37 above twelve people cursors are neither shown nor sent; selections are', () => {
  const { awareness, presence, editor } = screen();
  for (let at = 0; at < LIMITS.cursorsMax; at++) hear(awareness, `p${at}`, { cursor: { x: 1, y: 1 }, selected: ['a'] });
  const peers = [...editor.gestures.peers.get().values()];
  expect(peers.every((peer) => peer.cursor === null && peer.selected[0] === 'a')).toBe(true);
  presence.pointAt({ x: 5, y: 5 });
  vi.advanceTimersByTime(100);
  expect(awareness.getLocalState()?.cursor).toBeNull();
});

test('GESTURE-1 a drag of five hundred objects sends one small message a tick', () => {
  const [ana, boris] = [screenOf('ana'), screenOf('boris')];
  const line = talk([ana, boris]);
  vi.advanceTimersByTime(200);
  const sent: { readonly at: number; readonly bytes: number }[] = [];
  line.onMessage((from, bytes) => (from === ana ? sent.push({ at: Date.now(), bytes }) : undefined));
  const ids = Array.from({ length: 500 }, () => createId());
  const from = { x: 0, y: 0, w: 4_000, h: 3_000 };
  ana.editor.selection.many(ids);
  vi.advanceTimersByTime(200);
  sent.length = 0;
  const began = Date.now();
  for (let step = 1; step <= 200; step += 1) {
    const to = { ...from, x: step * 3.3, y: step * 1.7 };
    ana.editor.gestures.own.set({ kind: 'transform', how: 'move', ids, from, to, turn: 0, guides: [] });
    vi.advanceTimersByTime(8);
  }
  vi.advanceTimersByTime(LIMITS.presenceIntervalMs);
  expect(Date.now() - began).toBeGreaterThan(1_600);
  expect(sent.length).toBeGreaterThan(25);
  expect(sent.every(({ bytes }) => bytes < 2_048)).toBe(true);
  expect(sent.slice(1).every(({ at }, index) => at - (sent[index]?.at ?? 0) >= LIMITS.presenceIntervalMs)).toBe(true);
  const led = [...boris.editor.gestures.peers.get().values()][0]?.transform;
  expect(led).toMatchObject({ how: 'move', from, to: { x: 660, y: 340, w: 4_000, h: 3_000 } });
  expect(led?.ids.length).toBeGreaterThan(20);
  ana.editor.gestures.own.set(null);
  vi.advanceTimersByTime(LIMITS.presenceIntervalMs + 1);
  expect([...boris.editor.gestures.peers.get().values()][0]?.transform).toBeNull();
});

test('GESTURE-3 a stroke of a thousand points arrives whole at who was there from its beginning, in small messages', () => {
  const [ana, boris, late] = [screenOf('ana'), screenOf('boris'), screenOf('late')];
  const line = talk([ana, boris]);
  let largest = 0;
  line.onMessage((_, bytes) => {
    largest = Math.max(largest, bytes);
  });
  vi.advanceTimersByTime(200);
  const points: number[] = [];
  const draw = (): void =>
    ana.editor.gestures.own.set({ kind: 'ink', id: 'stroke', points: [...points], pen: 'pen', colour: 'ink', stroke: 'medium' });
  for (let at = 0; at < 1_000; at += 1) {
    points.push(at, Math.round(100 * Math.sin(at / 20)), 0.5);
    draw();
    if (at % 4 === 3) vi.advanceTimersByTime(16);
    if (at === 800) line.join(late);
  }
  vi.advanceTimersByTime(LIMITS.presenceIntervalMs + 1);
  const seen = (screen: typeof boris): readonly number[] => screen.editor.gestures.peers.get().get(ana.awareness.clientID)?.ink?.points ?? [];
  expect(seen(boris)).toEqual(points);
  expect(seen(late)).toEqual(points.slice(-seen(late).length));
  expect(seen(late).length).toBeGreaterThan(3 * 200);
  expect(seen(late).length).toBeLessThan(3 * 1_000);
  expect(largest).toBeLessThan(LIMITS.awarenessBytes);
  points.length = 0;
  points.push(1, 2, 0.5);
  ana.editor.gestures.own.set({ kind: 'ink', id: 'next', points, pen: 'pen', colour: 'ink', stroke: 'medium' });
  vi.advanceTimersByTime(LIMITS.presenceIntervalMs + 1);
  expect(seen(boris)).toEqual(points);
});

const STAMPED = { person: { id: 'p', name: 'Ole', library: '', colour: '1', role: 'participant' } };
const INK = { id: 's', at: 0, points: [1, 2, 50], pen: 'pen', colour: 'ink', stroke: 'medium' };
const MOVE = { how: 'move', ids: ['a'], turn: 0, from: [0, 0, 1, 1], to: [1, 1, 1, 1] };

test.each([
  ['an unknown way to transform', { transform: { ...MOVE, how: 'explode' } }],
  ['a box without numbers', { transform: { ...MOVE, to: [0, 0, Number.NaN, 1] } }],
  ['a box that is none', { transform: { ...MOVE, from: { x: 0 } } }],
  ['nothing that is led', { transform: { ...MOVE, ids: ['../..', 7] } }],
  ['a turn without end', { transform: { ...MOVE, turn: Number.POSITIVE_INFINITY } }],
  ['a stroke without end', { ink: { ...INK, points: Array.from({ length: 30_000 }, () => 1) } }],
  ['half a point', { ink: { ...INK, points: [1, 2] } }],
  ['points far away', { ink: { ...INK, points: [1, 1e300, 50] } }],
  ['a beginning before the beginning', { ink: { ...INK, at: -5 } }],
  ['a stroke with a path for a name', { ink: { ...INK, id: '__proto__' } }],
  ['a view of no size', { view: [0, 0, 0, 10] }],
  ['a view without numbers', { view: ['0', 0, 5, 10] }],
  ['somebody followed who is nobody', { following: 'a b' }],
  ['a place without a number', { ping: { x: 1, y: 1, count: 'many' } }],
  ['a place far away', { ping: { x: 1e9, y: 1, count: 1 } }],
])('GESTURE-4 what presence says is parsed: %s is nothing', (_, state) => {
  expect(parsePeer(1, { ...STAMPED, ...state })).toMatchObject({ transform: null, ink: null, view: null, following: null, ping: null });
});

test('GESTURE-4 what presence says is parsed: what is sound is taken', () => {
  const state = { ...STAMPED, transform: MOVE, ink: INK, view: [0, 0, 5, 10], following: 'q', ping: { x: 1, y: 2, count: 3 } };
  expect(parsePeer(1, state)).toMatchObject({
    transform: { how: 'move', to: { x: 1, y: 1, w: 1, h: 1 } },
    ink: { id: 's', points: [1, 2, 0.5] },
    view: { x: 0, y: 0, w: 5, h: 10 },
    following: 'q',
    ping: { x: 1, y: 2, count: 3 },
  });
});
