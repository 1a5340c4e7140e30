// Receipts: the arithmetic of "saved", and the crash points at which it must not lie.

import { isFinalClose, RECONNECT, reconnectDelay } from '@masa/client/session/provider.ts';
import { isDurable, NO_RECEIPTS, onReceipt, onSent, type Receipts } from '@masa/client/session/receipts.ts';
import { isLeavingRisky, type SavedFacts, savedState } from '@masa/client/session/savedState.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from '../shared/sheets.ts';

const sent = (...answers: readonly boolean[]): Receipts => answers.reduce(onSent, NO_RECEIPTS);

test('SESSION-1 frames are numbered from 1 on each connection, and the answer is remembered', () => {
  expect(sent(true, false, false)).toMatchObject({ sent: 3, answer: 1 });
  expect(sent(false, true)).toMatchObject({ sent: 2, answer: 2 });
});

test('SESSION-2 a durable receipt covers all frames up to its number, and one beyond what was sent means nothing', () => {
  const state = sent(true, false, false);
  expect(isDurable(onReceipt(state, { kind: 'durable', upTo: 2 }))).toBe(false);
  expect(isDurable(onReceipt(state, { kind: 'durable', upTo: 3 }))).toBe(true);
  expect(isDurable(onReceipt(state, { kind: 'durable', upTo: 4 }))).toBe(false);
  expect(onReceipt(onReceipt(state, { kind: 'durable', upTo: 3 }), { kind: 'durable', upTo: 1 }).durable).toBe(3);
});

test('SESSION-3 nothing counts as saved before the answer to the server’s question is durable', () => {
  expect(isDurable(NO_RECEIPTS)).toBe(false);
  const early = onReceipt(sent(false), { kind: 'durable', upTo: 1 });
  expect(isDurable(early)).toBe(false);
  expect(isDurable(onReceipt(onSent(early, true), { kind: 'durable', upTo: 2 }))).toBe(true);
});

test('SESSION-4 after a gap nothing is saved until an answer sent after the missing frame is durable', () => {
  const gap = onReceipt(onReceipt(sent(true, false), { kind: 'durable', upTo: 1 }), { kind: 'gap', frame: 2 });
  expect(isDurable(gap)).toBe(false);
  const answered = onSent(gap, true);
  expect(isDurable(onReceipt(answered, { kind: 'durable', upTo: 2 }))).toBe(false);
  expect(isDurable(onReceipt(answered, { kind: 'durable', upTo: 3 }))).toBe(true);
  // The server missed 2 and 3 and asked once; the answer, frame 4, was under way when it told of 3.
  const late = onReceipt(onSent(onReceipt(sent(true, false, false), { kind: 'gap', frame: 2 }), true), { kind: 'gap', frame: 3 });
  expect(isDurable(onReceipt(late, { kind: 'durable', upTo: 4 }))).toBe(true);
});

test('SESSION-5 a refused frame is never saved, whatever is durable after it', () => {
  const refused = onReceipt(sent(true, false), { kind: 'refused', frame: 2, reason: 'read-only' });
  expect(isDurable(onReceipt(refused, { kind: 'durable', upTo: 2 }))).toBe(false);
  expect(onReceipt(refused, { kind: 'refused', frame: 9, reason: 'read-only' }).refused).toEqual([2]);
});

test('SESSION-6 while the server cannot store nothing is said to be saved; the next durable receipt ends it', () => {
  const failing = onReceipt(sent(true), { kind: 'not-saving' });
  expect(failing.isFailing).toBe(true);
  expect(onReceipt(failing, { kind: 'durable', upTo: 1 }).isFailing).toBe(false);
});

const facts = (over: Partial<SavedFacts>): SavedFacts => ({
  isOpen: true,
  isDurable: true,
  isRefused: false,
  isFailing: false,
  waiting: 0,
  device: 'stored',
  silentMs: 0,
  ...over,
});

test.each([
  ['saved', {}],
  ['saving', { isDurable: false }],
  ['saving', { waiting: 1 }],
  ['device', { isOpen: false, waiting: 2 }],
  ['saving', { isOpen: false, waiting: 2, device: 'storing' }],
  ['unsaved', { isOpen: false, waiting: 2, device: 'none' }],
  ['device', { isOpen: false, waiting: 0, device: 'none' }],
  ['device', { isFailing: true, waiting: 1 }],
  ['unsaved', { isFailing: true, waiting: 1, device: 'none' }],
  ['saving', { waiting: 1, silentMs: 7_999 }],
  ['device', { waiting: 1, silentMs: 8_000 }],
  ['refused', { isRefused: true }],
] as const)('SESSION-7 the state is %s for %o', (state, over) => {
  expect(savedState(facts(over))).toBe(state);
});

test('SESSION-8 leaving is warned of while saving, not saved or refused, and only then', () => {
  const states = ['saved', 'saving', 'device', 'unsaved', 'refused'] as const;
  expect(states.filter(isLeavingRisky)).toEqual(['saving', 'unsaved', 'refused']);
});

test('SESSION-9 reconnecting waits a random share of three seconds, doubling up to thirty', () => {
  expect(reconnectDelay(0, 0)).toBe(0);
  expect(reconnectDelay(0, 0.999)).toBeLessThan(RECONNECT.firstMs);
  expect(reconnectDelay(2, 0.5)).toBe(6_000);
  expect(reconnectDelay(50, 0.999_99)).toBeLessThanOrEqual(RECONNECT.longestMs);
});

test.each([
  [1001, false],
  [1006, false],
  [1009, true],
  [4403, true],
  [4404, true],
  [4410, true],
  [4500, false],
  [4503, false],
  [4499, true],
])('SESSION-10 close code %i is final: %s', (code, final) => {
  expect(isFinalClose(code)).toBe(final);
});

/** A server that takes frames, loses some, commits late, and dies: what it has stored is the truth. */
type Act = 'send' | 'take' | 'lose' | 'commit' | 'refuse' | 'reconnect';
const acts = fc.array(fc.constantFrom<Act>('send', 'send', 'take', 'take', 'commit', 'commit', 'lose', 'refuse', 'reconnect'), { maxLength: 60 });

test('SESSION-11 at no crash point does "saved" stand over something the server has not stored', () => {
  let lies = 0;
  fc.assert(
    fc.property(acts, (script) => {
      let state = onSent(NO_RECEIPTS, true);
      let made = 0;
      const stored = new Set<number>();
      const refused = new Set<number>();
      /** What each frame on the wire carries. */
      let wire: { n: number; answer: boolean; changes: readonly number[] }[] = [{ n: 1, answer: true, changes: [] }];
      let memory: typeof wire = [];
      let gapFrom = Number.POSITIVE_INFINITY;
      const all = (): number[] => Array.from({ length: made }, (_, at) => at).filter((change) => !refused.has(change));
      const send = (answer: boolean, changes: readonly number[]): void => {
        state = onSent(state, answer);
        wire.push({ n: state.sent, answer, changes });
      };
      for (const act of script) {
        if (act === 'send') send(false, [made++]);
        else if (act === 'reconnect') {
          // The server's memory dies with it; only what was committed is left.
          memory = [];
          gapFrom = Number.POSITIVE_INFINITY;
          state = NO_RECEIPTS;
          wire = [];
          send(true, all());
        } else if (act === 'take') {
          const frame = wire.shift();
          if (!frame) continue;
          if (frame.answer && frame.n > gapFrom) gapFrom = Number.POSITIVE_INFINITY;
          if (frame.n >= gapFrom) continue;
          memory.push(frame);
        } else if (act === 'lose') {
          const frame = wire.shift();
          if (!frame || frame.n >= gapFrom) continue;
          gapFrom = frame.n;
          state = onReceipt(state, { kind: 'gap', frame: frame.n });
          send(true, all());
        } else if (act === 'refuse') {
          const frame = wire.shift();
          if (!frame || frame.n >= gapFrom || frame.answer) continue;
          for (const change of frame.changes) refused.add(change);
          state = onReceipt(state, { kind: 'refused', frame: frame.n, reason: 'read-only' });
        } else {
          const upTo = memory.at(-1)?.n;
          for (const frame of memory.splice(0)) for (const change of frame.changes) stored.add(change);
          if (upTo !== undefined) state = onReceipt(state, { kind: 'durable', upTo: Math.min(upTo, gapFrom - 1) });
        }
        if (isDurable(state) && !Array.from({ length: made }, (_, at) => at).every((change) => stored.has(change))) lies += 1;
      }
    }),
    fuzz(2_000),
  );
  expect(lies).toBe(0);
});
