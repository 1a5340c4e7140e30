// Money as people write it: `300лв.`, `2 000 лв.`, `1.500,50`, `1 500 NOK`. Never converted; sums are per currency.

import { isRecord } from './json.ts';
import { LIMITS } from './limits.ts';
import { fail, issue, ok, type Result } from './result.ts';

/** ISO 4217 codes of the countries at the table; BGN for old Bulgarian data. */
export const CURRENCIES = ['EUR', 'BGN', 'RON', 'MDL', 'UAH', 'NOK', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** `amount` in units of the currency (not cents), at most two decimals, 0 ≤ amount ≤ 10⁹. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

export const isCurrency = (value: unknown): value is Currency => CURRENCIES.includes(value as Currency);

/** Reads money as a document carries it. */
export function parseMoneyValue(value: unknown): Result<Money> {
  if (!isRecord(value) || typeof value.amount !== 'number' || !Number.isFinite(value.amount) || !isCurrency(value.currency))
    return fail(issue('not-money'));
  if (value.amount < 0 || value.amount > LIMITS.amountMax) return fail(issue('not-in-range', 'amount'));
  return ok({ amount: Math.round(value.amount * 100) / 100, currency: value.currency });
}
