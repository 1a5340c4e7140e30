// What the page may say about whether the work is saved. Derived from receipts and from the device's own store, never from an open
// socket, an empty buffer, `synced` or a state vector: those are true before anything is stored.

export type SavedState = 'saved' | 'saving' | 'device' | 'unsaved' | 'refused';

export interface SavedFacts {
  readonly isOpen: boolean;
  /** The server has stored everything this device has (receipts.ts). */
  readonly isDurable: boolean;
  readonly isRefused: boolean;
  /** The server says it cannot store. */
  readonly isFailing: boolean;
  /** Changes of this person no receipt has come for. */
  readonly waiting: number;
  /** What the device's own store has said: everything is in it, some of it is on its way, or it keeps nothing. */
  readonly device: 'stored' | 'storing' | 'none';
  /** How long the oldest of what waits has been waiting on this connection. */
  readonly silentMs: number;
}

/** After so long without a receipt the connection does not count as one. */
export const ANSWER_WITHIN_MS = 8_000;

/**
 * `saved` everything is with the server · `saving` it is on its way · `device` it is safe here and will be sent · `unsaved` it is only
 * in this tab · `refused` the server would not take it.
 */
export function savedState(facts: SavedFacts): SavedState {
  if (facts.isRefused) return 'refused';
  const answers = facts.isOpen && !facts.isFailing && facts.silentMs < ANSWER_WITHIN_MS;
  if (answers) return facts.isDurable && facts.waiting === 0 ? 'saved' : 'saving';
  // Nothing of this person's is open: there is nothing that could be lost, and nothing that is claimed to be saved.
  if (facts.waiting === 0) return 'device';
  if (facts.device === 'none') return 'unsaved';
  return facts.device === 'storing' ? 'saving' : 'device';
}

/** Whether leaving the page now could lose something. */
export const isLeavingRisky = (state: SavedState): boolean => state === 'saving' || state === 'unsaved' || state === 'refused';
