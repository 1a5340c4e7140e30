// The arithmetic of durable receipts: which of the frames sent on one connection the server has stored. Pure; knows no socket.
//
// The client numbers its update-bearing frames (SyncStep2 and Update) from 1 on each connection. After each commit the server says
// "all up to n are durable". WebSocket keeps order, so a counter is exact, and unlike a state vector it also covers deletions.
import type { Receipt } from '@masa/shared/wire';

export interface Receipts {
  /** Update-bearing frames sent on this connection. */
  readonly sent: number;
  /** All up to this one are durable. */
  readonly durable: number;
  /**
   * The frame that answered the server's last SyncStep1 and so carries everything this device has. Until it is durable, nothing counts
   * as saved: what was written offline travels in it. Null = not sent yet.
   */
  readonly answer: number | null;
  /** Frames the server refused: the edit has to be set aside. */
  readonly refused: readonly number[];
  /** The server said that it cannot store at the moment. */
  readonly isFailing: boolean;
}

/** What a new connection begins with. */
export const NO_RECEIPTS: Receipts = { sent: 0, durable: 0, answer: null, refused: [], isFailing: false };

/** A frame went out. `answer`: it is the SyncStep2 that answers the server's SyncStep1. */
export const onSent = (state: Receipts, answer: boolean): Receipts => {
  const sent = state.sent + 1;
  return { ...state, sent, answer: answer ? sent : state.answer };
};

/** A receipt of the server. What it cannot mean, as more than was sent, is ignored: it must never make anything "saved". */
export function onReceipt(state: Receipts, receipt: Receipt): Receipts {
  const isSent = (n: number): boolean => n >= 1 && n <= state.sent;
  switch (receipt.kind) {
    case 'durable':
      return receipt.upTo <= state.sent ? { ...state, durable: Math.max(state.durable, receipt.upTo), isFailing: false } : state;
    case 'gap':
      // The server asks for everything again, and only the answer makes anything durable from here on. An answer that went out after the
      // missing frame carries it already.
      return isSent(receipt.frame) ? { ...state, answer: carrierOf(state, receipt.frame) } : state;
    case 'refused':
      return isSent(receipt.frame) && !state.refused.includes(receipt.frame) ? { ...state, refused: [...state.refused, receipt.frame] } : state;
    case 'not-saving':
      return { ...state, isFailing: true };
    case 'epoch':
    case 'right':
      return state;
  }
}

/** The frame that carries what frame `missed` would have brought; null = it is not sent yet. */
export const carrierOf = ({ answer }: Receipts, missed: number): number | null => (answer !== null && answer > missed ? answer : null);

/** Whether everything on this device was stored by the server. */
export const isDurable = ({ sent, durable, answer, refused }: Receipts): boolean =>
  answer !== null && durable >= answer && durable >= sent && refused.length === 0;
