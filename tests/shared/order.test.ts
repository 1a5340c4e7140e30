// Keys that put cards in order.
import { compareKeys, isOrderKey, LIMITS, orderKey, orderKeys } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

test('ORDER-1 as many keys as wanted between any two, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (places, count) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = Math.min(place, keys.length);
        keys.splice(at, 0, orderKey(keys[at - 1] ?? null, keys[at] ?? null));
      }
      const at = Math.floor(keys.length / 2);
      keys.splice(at, 0, ...orderKeys(keys[at - 1] ?? null, keys[at] ?? null, count));
      expect(keys).toEqual([...new Set(keys)].sort());
      expect(keys.every(isOrderKey)).toBe(true);
    }),
    fuzz(300),
  );
});

test('ORDER-2 what is not a key is refused', () => {
  for (const bad of ['', ' ', 'a', 'A', '0', 'a00', 'zz', 'Zz0', 'a0!', 'å0', '__proto__', 'a0'.repeat(400), 5, null, undefined, {}, Number.NaN]) {
    expect(isOrderKey(bad), String(bad)).toBe(false);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z]{1,12}$/u)), (candidate) => {
      // What counts as a key never makes the library throw.
      expect(isOrderKey(candidate) ? orderKeys(candidate, null, 2).length : 2).toBe(2);
    }),
    fuzz(2_000),
  );
});

test('ORDER-3 equal keys are ordered by id', () => {
  const cards = ['b', 'c', 'a'].map((id) => ({ id, order: 'a0' }));
  expect([...cards, { id: 'z', order: 'Zz' }].sort((a, b) => compareKeys(a.order, a.id, b.order, b.id)).map(({ id }) => id)).toEqual([
    'z',
    'a',
    'b',
    'c',
  ]);
  expect(compareKeys('a0', 'a', 'a0', 'a')).toBe(0);
});

test('ORDER-4 equal or reversed neighbours still give keys', () => {
  for (const [before, after] of [
    ['a1', 'a1'],
    ['a2', 'a1'],
  ] as const) {
    const keys = orderKeys(before, after, 3);
    expect(keys).toHaveLength(3);
    expect(keys.every((key) => isOrderKey(key) && key > before)).toBe(true);
  }
});

test('ORDER-5 ten thousand cards at one place keep short keys', () => {
  let [first, last] = [orderKey(null, null), orderKey(null, null)];
  for (let at = 0; at < 10_000; at += 1) {
    first = orderKey(null, first);
    last = orderKey(last, null);
  }
  expect(Math.max(first.length, last.length)).toBeLessThan(16);
  let [low, high] = orderKeys(null, null, 2) as [string, string];
  for (let at = 0; at < 1_000; at += 1) {
    if (at % 2 === 0) low = orderKey(low, high);
    else high = orderKey(low, high);
  }
  expect(low < high).toBe(true);
  expect(low.length).toBeLessThan(LIMITS.orderKeyLength);
});

test('ORDER-6 beside the longest keys there are still keys that are keys', () => {
  const last = 'z'.repeat(LIMITS.orderKeyLength);
  const first = `A${'0'.repeat(26)}${'0'.repeat(LIMITS.orderKeyLength - 28)}1`;
  for (const [before, after] of [
    [last, null],
    [null, first],
    [first, `${first.slice(0, -1)}2`],
    [last, last],
  ] as const) {
    if ((before !== null && !isOrderKey(before)) || (after !== null && !isOrderKey(after))) throw new Error('the test has no keys');
    const keys = orderKeys(before, after, 3);
    expect(keys).toHaveLength(3);
    expect(keys.every(isOrderKey)).toBe(true);
    expect(keys).toEqual(keys.toSorted());
  }
});
