// Presence: what this screen says of itself and how often, and how what others say is read.
import { createEditor } from '@masa/client/editor/Editor.ts';
import { createPresence, parsePeer } from '@masa/client/session/presence.ts';
import { LIMITS } from '@masa/shared/core';
import { formA, serviceCanvas } from '@masa/shared/kinds';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { AUTHOR, newDoc } from '../shared/sheets.ts';

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
