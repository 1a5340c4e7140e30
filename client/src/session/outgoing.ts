// What goes out, in frames the server takes. An update that is too large becomes several. An answer that is too large becomes several
// updates and, once the server has shown that it has all of them, a small answer.
//
// Load-bearing: only an answer that carries everything the server lacks may close a gap. Therefore the small answer waits for the echo
// of every portion, which the server sends after it has stored it, and nothing counts as saved before it is receipted itself.
import { LIMITS } from '@masa/shared/core';
import { MESSAGE, SYNC } from '@masa/shared/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { portions } from './portions.ts';

export interface OutFrame {
  readonly bytes: Uint8Array;
  /** `portion`: a part of an answer that is still owed. Null = it carries no update. */
  readonly carries: 'answer' | 'update' | 'portion' | null;
}

export interface Outgoing {
  /** The frames to send in place of one. */
  out(frame: Uint8Array): readonly OutFrame[];
  /** Looks at an incoming sync message, from its step on. Returns the answer that is due now, if one is. */
  heard(from: decoding.Decoder): Uint8Array | undefined;
  /** A new connection: nothing is owed. */
  reset(): void;
}

/** An answer may fill a frame, but for its own head. */
const ANSWER_BYTES = LIMITS.frameBytes - 64;
/** Portions stay well below what one update may be, so that none holds the server up for long. */
const PORTION_BYTES = LIMITS.updateBytes / 2;

const syncFrame = (step: number, update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
};

export function createOutgoing(doc: Y.Doc): Outgoing {
  /** Clocks the server has yet to echo: the next one and the first behind them. */
  let owed: { readonly open: Map<number, { next: number; readonly end: number }>; readonly vector: Uint8Array } | undefined;

  return {
    out(frame) {
      const step = frame[1];
      if (frame[0] !== MESSAGE.sync || (step !== SYNC.step2 && step !== SYNC.update)) return [{ bytes: frame, carries: null }];
      const isAnswer = step === SYNC.step2;
      if (isAnswer) owed = undefined;
      if (frame.length <= (isAnswer ? ANSWER_BYTES : LIMITS.updateBytes)) return [{ bytes: frame, carries: isAnswer ? 'answer' : 'update' }];
      const update = decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)));
      if (isAnswer) {
        const { from, to } = Y.parseUpdateMeta(update);
        const open = new Map([...to].map(([client, end]) => [client, { next: from.get(client) ?? 0, end }]));
        owed = { open, vector: Y.encodeStateVector(doc) };
      }
      return portions(update, PORTION_BYTES).map((bytes) => ({ bytes: syncFrame(SYNC.update, bytes), carries: isAnswer ? 'portion' : 'update' }));
    },
    heard(from) {
      if (!owed) return undefined;
      const reader = decoding.clone(from);
      if (decoding.readVarUint(reader) === SYNC.step1) return undefined;
      const { from: starts, to: ends } = Y.parseUpdateMeta(decoding.readVarUint8Array(reader));
      for (const [client, end] of ends) {
        const each = owed.open.get(client);
        if (each && (starts.get(client) ?? 0) <= each.next) each.next = Math.max(each.next, end);
        if (each && each.next >= each.end) owed.open.delete(client);
      }
      if (owed.open.size > 0) return undefined;
      const { vector } = owed;
      owed = undefined;
      return syncFrame(SYNC.step2, Y.encodeStateAsUpdate(doc, vector));
    },
    reset() {
      owed = undefined;
    },
  };
}
