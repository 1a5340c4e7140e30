// A round as a page has it, against a server that answers when the test says.
import type { RoundCalls } from '@masa/client/rounds/calls.ts';
import { answerIn, createRoundStore, stateIn } from '@masa/client/rounds/roundStore.ts';
import type { Problem, Reply } from '@masa/client/session/api.ts';
import type { WorkshopView } from '@masa/client/session/WorkshopSession.ts';
import { fail, ok } from '@masa/shared/core';
import type { RoundReply } from '@masa/shared/wire';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const replyOf = (own: readonly (readonly [seat: number, object: string, value: unknown])[], over: Partial<RoundReply> = {}): RoundReply => ({
  round: 'rate',
  isOpen: true,
  seats: 2,
  about: ['a', 'b'],
  own: own.map(([seat, object, value]) => ({ seat, object, value, at: 1 })),
  turnout: { seats: 2, begun: own.length, done: 0 },
  shown: null,
  ...over,
});

const AWAY: Problem = { kind: 'away', status: 0, code: 'away', message: '', fields: [] };
const refused = (code: string): Problem => ({
  kind: 'refused',
  status: 409,
  code,
  message: 'The sentence of the server.',
  fields: [{ path: 'a', message: '' }],
});

interface Asked {
  readonly what: string;
  readonly answer: (reply: Reply<RoundReply>) => Promise<void>;
}

function open() {
  const asked: Asked[] = [];
  const ask = (what: string): Promise<Reply<RoundReply>> =>
    new Promise((resolve) => {
      asked.push({
        what,
        async answer(reply) {
          resolve(reply);
          // Whatever follows from it has happened.
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  const calls: RoundCalls = {
    read: () => ask('read'),
    put: (_board, _round, { seat, object, value }) => ask(`put ${seat} ${object} ${JSON.stringify(value)}`),
    withdraw: (_board, _round, { seat, object }) => ask(`withdraw ${seat} ${object}`),
  };
  const stand = (stage: string, pulse: number): Partial<WorkshopView> => ({
    workshop: { state: 'open', boards: [{ id: 'board', state: 'open', stage, authorship: 'named', pulse }] } as unknown as NonNullable<
      WorkshopView['workshop']
    >,
  });
  let view: WorkshopView = { line: 'live', reason: undefined, workshop: undefined, wall: new Map(), changedAt: new Map(), ...stand('rate', 1) };
  const listeners = new Set<(now: WorkshopView, before: WorkshopView) => void>();
  const line = {
    subscribe(listener: (now: WorkshopView, before: WorkshopView) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setState(change: Partial<WorkshopView>) {
      const before = view;
      view = { ...view, ...change };
      for (const listener of listeners) listener(view, before);
    },
  };
  const round = createRoundStore({ boardId: 'board', round: 'rate', calls, line, random: () => 0 });
  const close = round.open();
  const whats = (): string[] => asked.splice(0).map(({ what }) => what);
  const take = (): Asked => {
    const next = asked.shift();
    if (!next) throw new Error('nothing was asked');
    return next;
  };
  const shows = (seat: number, object: string): readonly unknown[] => {
    const state = round.store.getState();
    return [answerIn(state, seat, object), stateIn(state, seat, object)];
  };
  return { round, line, stand, whats, take, shows, close };
}

test('ROUND-42 an answer shows at once, is sent one after the other, and is kept when the server says so', async () => {
  const { round, take, shows, whats } = open();
  await take().answer(ok(replyOf([[1, 'a', 2]])));
  expect([shows(1, 'a'), shows(1, 'b'), shows(2, 'a')]).toEqual([
    [2, 'saved'],
    [undefined, 'none'],
    [undefined, 'none'],
  ]);
  round.put(1, 'a', 3);
  round.put(2, 'a', 5);
  round.withdraw(1, 'b');
  expect([shows(1, 'a'), shows(2, 'a'), shows(1, 'b')]).toEqual([
    [3, 'saving'],
    [5, 'saving'],
    [undefined, 'saving'],
  ]);
  // Changed again before the first has arrived: the newest is sent, the one between is not.
  round.put(2, 'a', 4);
  const first = take();
  expect([first.what, whats()]).toEqual(['put 1 a 3', []]);
  await first.answer(ok(replyOf([[1, 'a', 3]])));
  expect(shows(1, 'a')).toEqual([3, 'saved']);
  const second = take();
  expect(second.what).toBe('withdraw 1 b');
  await second.answer(ok(replyOf([[1, 'a', 3]])));
  const third = take();
  expect(third.what).toBe('put 2 a 4');
  await third.answer(
    ok(
      replyOf([
        [1, 'a', 3],
        [2, 'a', 4],
      ]),
    ),
  );
  expect([shows(2, 'a'), whats()]).toEqual([[4, 'saved'], []]);
});

test('ROUND-42 an answer given anew while it is on its way is sent once more', async () => {
  const { round, take, shows, whats } = open();
  await take().answer(ok(replyOf([])));
  round.put(1, 'a', 1);
  const first = take();
  round.put(1, 'a', 2);
  await first.answer(ok(replyOf([[1, 'a', 1]])));
  expect(shows(1, 'a')).toEqual([2, 'saving']);
  await take().answer(ok(replyOf([[1, 'a', 2]])));
  expect([shows(1, 'a'), whats()]).toEqual([[2, 'saved'], []]);
});

test('ROUND-42 a refused answer goes back to what is kept, and why stands there', async () => {
  const { round, take, shows } = open();
  await take().answer(ok(replyOf([[1, 'b', 1]])));
  round.put(1, 'b', 9);
  await take().answer(fail(refused('no-such-level')));
  expect(shows(1, 'b')).toEqual([1, 'saved']);
  expect(round.store.getState().refusal).toMatchObject({ seat: 1, object: 'b', value: 9, problem: { message: 'The sentence of the server.' } });
  // It may be closed by now: the page asks how things stand.
  await take().answer(ok(replyOf([[1, 'b', 1]], { isOpen: false })));
  expect(round.store.getState().reply?.isOpen).toBe(false);
  round.dismiss();
  expect(round.store.getState().refusal).toBeNull();
});

test('ROUND-42 without a connection it says so, tries again by itself and at once when the line is back', async () => {
  const { round, take, shows, whats, line } = open();
  await take().answer(ok(replyOf([])));
  round.put(1, 'a', 3);
  round.put(1, 'b', 4);
  await take().answer(fail(AWAY));
  expect([shows(1, 'a'), shows(1, 'b'), whats()]).toEqual([[3, 'away'], [4, 'away'], []]);
  await vi.advanceTimersByTimeAsync(5_000);
  await take().answer(fail(AWAY));
  line.setState({ line: 'away' });
  line.setState({ line: 'live' });
  expect(take().what).toBe('put 1 a 3');
});

test('ROUND-42 a reading begun before an answer was kept does not take it back', async () => {
  const { round, take, shows } = open();
  const slow = take();
  round.put(1, 'a', 3);
  await take().answer(ok(replyOf([[1, 'a', 3]])));
  await slow.answer(ok(replyOf([])));
  expect(shows(1, 'a')).toEqual([3, 'saved']);
});

test('ROUND-24 a page asks again at once when the stage changes, and some seconds after the last of many pulses', async () => {
  const { take, whats, line, stand, close } = open();
  await take().answer(ok(replyOf([])));
  for (const pulse of [2, 3, 4]) line.setState(stand('rate', pulse));
  expect(whats()).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(whats()).toEqual(['read']);
  line.setState(stand('rate', 5));
  line.setState(stand('reveal', 5));
  expect(whats()).toEqual(['read']);
  // That one reading told everything.
  await vi.advanceTimersByTimeAsync(20_000);
  expect(whats()).toEqual([]);
  line.setState(stand('reveal', 6));
  close();
  line.setState(stand('rate', 7));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(whats()).toEqual([]);
});

test('ROUND-42 what waits for a connection is sent also after the panel was closed', async () => {
  const { round, take, whats, close } = open();
  await take().answer(ok(replyOf([])));
  round.put(1, 'a', 3);
  await take().answer(fail(AWAY));
  close();
  await vi.advanceTimersByTimeAsync(5_000);
  const again = take();
  expect(again.what).toBe('put 1 a 3');
  await again.answer(ok(replyOf([[1, 'a', 3]])));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(whats()).toEqual([]);
});
