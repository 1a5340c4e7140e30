// What one connection may be told about its own frames. Load-bearing: "all up to n" must never be said while anything up to n is not
// durable; tests/server/syncReceipts.test.ts and the kill test watch over it.
import { encodeReceipt } from '@masa/shared/wire';

export interface Receipts {
  /** The number of the update-bearing frame that just came. */
  next(): number;
  /** Frame `n` could not be taken: something before it is missing. */
  missed(n: number): void;
  /** Frame `n` is durable. `answers`: it is a SyncStep2, which closes every gap opened before it. */
  durable(n: number, answers: boolean): void;
  /** A frame was missed and no SyncStep2 after it is durable yet. */
  readonly open: boolean;
  /** The receipt to send now, if there is news. */
  take(): Uint8Array | undefined;
}

export function createReceipts(): Receipts {
  let count = 0;
  /** First and last missed frame of the open gap. */
  let gap: { from: number; to: number } | undefined;
  let upTo = 0;
  let told = 0;
  return {
    next: () => ++count,
    missed(n) {
      if (gap) gap.to = n;
      else gap = { from: n, to: n };
    },
    durable(n, answers) {
      if (gap && answers && n > gap.from) gap = gap.to > n ? { from: n + 1, to: gap.to } : undefined;
      if (!gap || n < gap.from) upTo = Math.max(upTo, n);
    },
    get open() {
      return gap !== undefined;
    },
    take() {
      if (upTo === told) return undefined;
      told = upTo;
      return encodeReceipt({ kind: 'durable', upTo });
    },
  };
}
