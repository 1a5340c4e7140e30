// Order keys: strings between any two of which another fits, so that inserting changes one card only.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { LIMITS } from './limits.ts';

const KEY = /^[0-9A-Za-z]+$/;

/** Whether `value` can stand as an order key. Keys of other peers are hostile until checked: a bad one would make the library throw. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LIMITS.orderKeyLength || !KEY.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * `count` keys in order between `before` and `after` (null = the end on that side). Equal or reversed neighbours give keys after `before`.
 * Where a key would be longer than one may be, because somebody left a neighbour as long as that, it is the neighbour's own: equal keys
 * stand side by side, and one that cannot be read stands nowhere.
 */
export function orderKeys(before: string | null, after: string | null, count: number): string[] {
  const upper = before !== null && after !== null && before >= after ? null : after;
  const keys = generateNKeysBetween(before, upper, count);
  const near = before ?? upper;
  return near === null ? keys : keys.map((key) => (key.length > LIMITS.orderKeyLength ? near : key));
}

export const orderKey = (before: string | null, after: string | null): string => orderKeys(before, after, 1)[0] as string;

/** The order everybody sees: by key; equal keys, which two devices can choose at once, by id. Negative: the first stands before. */
export const compareKeys = (aKey: string, aId: string, bKey: string, bId: string): number =>
  aKey < bKey ? -1 : aKey > bKey ? 1 : aId < bId ? -1 : aId > bId ? 1 : 0;
