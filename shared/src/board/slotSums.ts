// What the cards of a kind add up to: how many there are and how many are complete, and money. Money is summed per currency and never
// converted.
import { CURRENCIES, type Currency, type Money } from '../core/index.ts';
import type { Analysis, BoardReader, Sum } from './kind.ts';
import { isComplete } from './present.ts';

/** Per slot: its cards and how many of them say all that is wanted. */
export const slotFilling = (board: BoardReader): Analysis['filling'] =>
  Object.fromEntries(
    board.kind.slots.map((slot) => {
      const cards = board.inSlot(slot.id).filter((record) => !record.inert);
      return [slot.id, { cards: cards.length, complete: cards.filter((record) => isComplete(record, slot)).length }];
    }),
  );

const AVAILABILITIES = ['have', 'missing', 'promised', 'unsaid'] as const;

/** Sums of what the cards of a slot cost, by whether it is there (fields `cost` and `availability`). */
export function slotSums(board: BoardReader, slot: string): readonly Sum[] {
  // In hundredths: adding binary fractions of money shows errors after a few hundred cards.
  const cents = new Map<Currency, Record<(typeof AVAILABILITIES)[number], number>>();
  for (const record of board.inSlot(slot)) {
    const cost = record.fields.cost as Money | null | undefined;
    if (record.inert || !cost) continue;
    const said = AVAILABILITIES.find((each) => each === record.fields.availability) ?? 'unsaid';
    const sum = cents.get(cost.currency) ?? { have: 0, missing: 0, promised: 0, unsaid: 0 };
    sum[said] += Math.round(cost.amount * 100);
    cents.set(cost.currency, sum);
  }
  return CURRENCIES.flatMap((currency) => {
    const sum = cents.get(currency);
    if (!sum) return [];
    const { have, missing, promised, unsaid } = sum;
    const total = have + missing + promised + unsaid;
    return [{ currency, have: have / 100, missing: missing / 100, promised: promised / 100, unsaid: unsaid / 100, total: total / 100 }];
  });
}
