// Walking over to another group.
import { aheadOf, movedUp, type SeatPlace, seatId, seatOfId, type Walk, walkOver } from '@masa/shared/workshop';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const place = (participant: string, topic: string | null, waiting: string | null = null, waitingSince = 0): SeatPlace => ({
  participant,
  seat: 1,
  topic,
  waiting,
  waitingSince,
});

const walk = (participant: string, to: string | null, over: Partial<Walk> = {}): Walk => ({
  participant,
  seat: 1,
  to,
  isStaff: false,
  now: 10,
  ...over,
});

/** All seats after a step. */
const after = (before: readonly SeatPlace[], changed: readonly SeatPlace[]): readonly SeatPlace[] => [
  ...new Map([...before, ...changed].map((each) => [seatId(each), each])).values(),
];

test('MARKET-41 into a group with room one goes; into a full one one waits, and stays where one is meanwhile', () => {
  const seats = [place('a', 'X'), place('b', 'X'), place('c', 'Y')];
  expect(walkOver(seats, walk('a', 'Y'), 2)).toEqual({ changed: [place('a', 'Y')], outcome: 'placed' });
  expect(walkOver(seats, walk('c', 'X'), 2)).toEqual({ changed: [place('c', 'Y', 'X', 10)], outcome: 'waiting' });
  expect(walkOver(seats, walk('new', 'Y'), 2)).toEqual({ changed: [place('new', 'Y')], outcome: 'placed' });
});

test('MARKET-42 whoever leaves makes room for who has waited longest, and the place that one leaves is free in turn', () => {
  const seats = [place('a', 'X'), place('b', 'Y', 'X', 5), place('c', 'Z', 'X', 4), place('d', 'W', 'Z', 9)];
  expect(walkOver(seats, walk('a', 'V'), 1)).toEqual({ changed: [place('a', 'V'), place('c', 'X'), place('d', 'Z')], outcome: 'placed' });
  expect(walkOver(seats, walk('a', null), 1).outcome).toBe('left');
  expect(movedUp(seats.slice(1), 1)).toEqual([place('c', 'X'), place('d', 'Z')]);
});

test('MARKET-43 going to one’s own group ends the waiting; asking again keeps the place in the queue', () => {
  const seats = [place('a', 'X'), place('b', 'Y', 'X', 5), place('c', 'Y', 'X', 7)];
  expect(walkOver(seats, walk('b', 'Y'), 1).changed).toEqual([place('b', 'Y')]);
  expect(walkOver(seats, walk('b', 'X'), 1).changed).toEqual([place('b', 'Y', 'X', 5)]);
  expect([aheadOf(seats, { participant: 'c', seat: 1 }), aheadOf(seats, { participant: 'a', seat: 1 })]).toEqual([1, -1]);
});

test('MARKET-44 facilitators may bring more people into a group than it holds', () => {
  const seats = [place('a', 'X')];
  expect(walkOver(seats, walk('b', 'X', { isStaff: true }), 1)).toEqual({ changed: [place('b', 'X')], outcome: 'placed' });
});

test('MARKET-45 however people walk, no group holds too many, nobody is twice, and nobody waits for a group with room', () => {
  const steps = fc.array(fc.record({ who: fc.constantFrom('a', 'b', 'c', 'd', 'e'), to: fc.constantFrom('X', 'Y', 'Z', null) }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 3 }), (all, max) => {
      let seats: readonly SeatPlace[] = [];
      for (const [at, { who, to }] of all.entries()) {
        seats = after(seats, walkOver(seats, walk(who, to, { now: at }), max).changed);
        for (const topic of ['X', 'Y', 'Z']) {
          const inside = seats.filter((each) => each.topic === topic).length;
          expect(inside).toBeLessThanOrEqual(max);
          expect(seats.filter((each) => each.waiting === topic && inside < max)).toEqual([]);
        }
        expect(new Set(seats.map(seatId)).size).toBe(seats.length);
        expect(movedUp(seats, max)).toEqual([]);
      }
    }),
    fuzz(300),
  );
});

test('MARKET-46 a seat’s id says which seat it is, and nothing else does', () => {
  expect(seatOfId(seatId({ participant: 'p', seat: 3 }))).toEqual({ participant: 'p', seat: 3 });
  expect(['p', 'p/0', 'p/x', '/1', 'p/1/2', ''].map(seatOfId)).toEqual(Array(6).fill(undefined));
});
