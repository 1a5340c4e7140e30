// What a service sheet adds up to: how full each slot is, and sums of money per currency. Pure, total, O(n).
import { type Analysis, type BoardReader, isComplete, type Ledger, type Sum } from '../../board/index.ts';
import { CURRENCIES, type Currency, type Money } from '../../core/index.ts';

export function countUp(board: BoardReader): Omit<Analysis, 'checks'> {
  const filling: Record<string, { cards: number; complete: number }> = {};
  for (const slot of board.kind.slots) {
    const cards = board.inSlot(slot.id).filter((record) => !record.inert);
    filling[slot.id] = { cards: cards.length, complete: cards.filter((record) => isComplete(record, slot)).length };
  }
  const ledgers = ['costs', 'income'].map((slot): Ledger => ({ slot, sums: sumsOf(board, slot) })).filter(({ sums }) => sums.length > 0);
  return { sums: sumsOf(board, 'resources'), filling, ...(ledgers.length > 0 ? { ledgers } : {}) };
}

const AVAILABILITIES = ['have', 'missing', 'promised', 'unsaid'] as const;

/** Sums of the amounts in one slot. Costs, income and what effects save are of different sorts and never mixed. */
function sumsOf(board: BoardReader, slot: string): readonly Sum[] {
  // In hundredths: adding binary fractions of money shows errors after a few hundred cards.
  const cents = new Map<Currency, Record<(typeof AVAILABILITIES)[number], number>>();
  for (const record of board.inSlot(slot)) {
    const cost = record.fields.cost as Money | null | undefined;
    if (!cost) continue;
    const said = AVAILABILITIES.find((each) => each === record.fields.availability) ?? 'unsaid';
    const sum = cents.get(cost.currency) ?? { have: 0, missing: 0, promised: 0, unsaid: 0 };
    sum[said] += Math.round(cost.amount * 100);
    cents.set(cost.currency, sum);
  }
  return CURRENCIES.flatMap((currency) => {
    const sum = cents.get(currency);
    if (!sum) return [];
    const total = sum.have + sum.missing + sum.promised + sum.unsaid;
    return [
      { currency, have: sum.have / 100, missing: sum.missing / 100, promised: sum.promised / 100, unsaid: sum.unsaid / 100, total: total / 100 },
    ];
  });
}
