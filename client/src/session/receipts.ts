// The arithmetic of durable receipts: which of the frames sent on one connection the server has stored. Pure; knows no socket.
//
// The client numbers its update-bearing frames (SyncStep2 and Update) from 1 on each connection. After each commit the server says
// "all up to n are durable". WebSocket keeps order, so a counter is exact, and unlike a state vector it also covers deletions.

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
  readonly failing: boolean;
}

/** What a new connection begins with. */
export const NO_RECEIPTS: Receipts = { sent: 0, durable: 0, answer: null, refused: [], failing: false };

/** A frame went out. `answer`: it is the SyncStep2 that answers the server's SyncStep1. */
export const onSent = (state: Receipts, answer: boolean): Receipts => {
  const sent = state.sent + 1;
  return { ...state, sent, answer: answer ? sent : state.answer };
};

/** A receipt of the server. What it cannot mean (more than was sent, an unknown kind) is ignored: it must never make anything "saved". */
export function onReceipt(state: Receipts, kind: number, n: number): Receipts {
  switch (kind) {
    case RECEIPT.durable:
      return n > state.sent ? state : { ...state, durable: Math.max(state.durable, n), failing: false };
    case RECEIPT.gap:
      // The server asks for everything again; only the answer to that can make anything durable from here on.
      return n > state.sent || n < 1 ? state : { ...state, answer: null };
    case RECEIPT.refused:
      return n > state.sent || n < 1 || state.refused.includes(n) ? state : { ...state, refused: [...state.refused, n] };
    case RECEIPT.failing:
      return { ...state, failing: true };
    default:
      return state;
  }
}

/** Whether everything on this device was stored by the server. */
export const isDurable = ({ sent, durable, answer, refused }: Receipts): boolean =>
  answer !== null && durable >= answer && durable >= sent && refused.length === 0;

export const RECEIPT = { durable: 0, gap: 1, refused: 2, failing: 3, state: 4 } as const;
