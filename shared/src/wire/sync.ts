// The board socket: /sync/<boardId>?token=…&ack=1&batch=1, or /sync/<boardId>/drafts/<participantId>?… for one's own draft. It speaks the plain y-websocket protocol, so that a stock
// WebsocketProvider works unchanged (https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md); what Masa adds is asked for by
// parameters and never reaches a client that did not ask.
//
// ack=1    receipts: message type 120, see RECEIPT. The client numbers the frames that carry an update (SyncStep2 and Update) of one
//          connection 1, 2, 3 …
// batch=1  the server may put several messages into one frame, one after the other.
// epoch=n  the epoch of the client's local copy: a board that is in another one closes with `otherEpoch` before anything is merged.

/** First number of every message. */
export const MESSAGE = { sync: 0, awareness: 1, queryAwareness: 3, receipt: 120 } as const;

/** Second number of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

export const RECEIPT = {
  /** Every update frame up to `n` is durable, except those told to be refused. */
  durable: 0,
  /** Frame `n` was not taken, something before it is missing. Nothing from `n` on is durable until the SyncStep2 that follows is. */
  gap: 1,
  /** Frame `n` is refused for good; `reason` is a RefusalReason. The client must show it and set the edit aside. */
  refused: 2,
  /** Storage fails. Edits are held in memory and tried again; none of them is durable. */
  notSaving: 3,
  /** The board's epoch and the content hash of everything sent so far; the hash is empty where only the epoch is told. */
  epoch: 4,
  /** What this connection may do from now on. */
  right: 5,
} as const;

export const REFUSAL_REASONS = [
  'read-only',
  'too-large',
  'board-full',
  'board-damaged',
  'not-an-update',
  'unknown-root',
  'not-the-board-shape',
  'value-too-large',
  'foreign-author',
  'foreign-mark',
  'type-changed',
  'author-changed',
  'object-removed',
  'object-replaced',
  'meta-written',
  'locked',
  'not-yours',
  'foreign-client-id',
  'not-siblings',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type SyncRight = 'none' | 'read' | 'write';

export type Receipt =
  | { readonly kind: 'durable'; readonly upTo: number }
  | { readonly kind: 'gap'; readonly frame: number }
  | { readonly kind: 'refused'; readonly frame: number; readonly reason: string }
  | { readonly kind: 'not-saving' }
  | { readonly kind: 'epoch'; readonly epoch: number; readonly hash: string }
  | { readonly kind: 'right'; readonly right: SyncRight };

/**
 * Why the server closed a connection. `retry`: coming back later makes sense. Codes 44xx are read as final and 45xx as passing by
 * y-websocket's own client as well.
 */
export const SYNC_CLOSE = {
  goingAway: { code: 1001, retry: true },
  frameTooLarge: { code: 1009, retry: false },
  malformed: { code: 4400, retry: false },
  forbidden: { code: 4403, retry: false },
  boardGone: { code: 4404, retry: false },
  superseded: { code: 4409, retry: false },
  otherEpoch: { code: 4410, retry: false },
  tooManyWindows: { code: 4429, retry: false },
  refused: { code: 4422, retry: false },
  slowReader: { code: 4500, retry: true },
  unavailable: { code: 4503, retry: true },
} as const;
export type SyncCloseName = keyof typeof SYNC_CLOSE;

export const syncCloseName = (code: number): SyncCloseName | undefined =>
  (Object.keys(SYNC_CLOSE) as SyncCloseName[]).find((name) => SYNC_CLOSE[name].code === code);

const RIGHTS: readonly SyncRight[] = ['none', 'read', 'write'];

/** The bytes of a receipt, its message type included. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  const bytes: number[] = [];
  writeVarUint(bytes, MESSAGE.receipt);
  switch (receipt.kind) {
    case 'durable':
      writeVarUint(bytes, RECEIPT.durable);
      writeVarUint(bytes, receipt.upTo);
      break;
    case 'gap':
      writeVarUint(bytes, RECEIPT.gap);
      writeVarUint(bytes, receipt.frame);
      break;
    case 'refused':
      writeVarUint(bytes, RECEIPT.refused);
      writeVarUint(bytes, receipt.frame);
      writeAscii(bytes, receipt.reason);
      break;
    case 'not-saving':
      writeVarUint(bytes, RECEIPT.notSaving);
      break;
    case 'epoch':
      writeVarUint(bytes, RECEIPT.epoch);
      writeVarUint(bytes, receipt.epoch);
      writeAscii(bytes, receipt.hash);
      break;
    case 'right':
      writeVarUint(bytes, RECEIPT.right);
      writeVarUint(bytes, RIGHTS.indexOf(receipt.right));
      break;
  }
  return Uint8Array.from(bytes);
}

/** A place in a frame that is being read; the shape of lib0's decoder, which y-websocket hands to message handlers. */
export interface Reading {
  readonly arr: Uint8Array;
  pos: number;
}

/** Reads what follows the message type of a receipt and moves `from.pos` behind it. Undefined for a kind this version does not know. */
export function readReceipt(from: Reading): Receipt | undefined {
  switch (readVarUint(from)) {
    case RECEIPT.durable:
      return { kind: 'durable', upTo: readVarUint(from) };
    case RECEIPT.gap:
      return { kind: 'gap', frame: readVarUint(from) };
    case RECEIPT.refused:
      return { kind: 'refused', frame: readVarUint(from), reason: readAscii(from) };
    case RECEIPT.notSaving:
      return { kind: 'not-saving' };
    case RECEIPT.epoch:
      return { kind: 'epoch', epoch: readVarUint(from), hash: readAscii(from) };
    case RECEIPT.right:
      return { kind: 'right', right: RIGHTS[readVarUint(from)] ?? 'none' };
    default:
      return undefined;
  }
}

/** Variable-length unsigned integers as in lib0: seven bits a byte, lowest first. */
function writeVarUint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readVarUint(from: Reading): number {
  let value = 0;
  let unit = 1;
  for (;;) {
    const byte = from.arr[from.pos++] ?? 0;
    value += (byte % 128) * unit;
    unit *= 128;
    if (byte < 128) return value;
  }
}

function writeAscii(bytes: number[], text: string): void {
  writeVarUint(bytes, text.length);
  for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at) % 128);
}

function readAscii(from: Reading): string {
  const length = Math.min(readVarUint(from), from.arr.length - from.pos);
  const start = from.pos;
  from.pos += length;
  return String.fromCharCode(...from.arr.subarray(start, from.pos));
}
