// Frames: what comes in is parsed strictly, what goes out is encoded once. Nothing here knows boards.
import { fail, ok, type Result } from '@masa/shared/core';
import { MESSAGE, SYNC } from '@masa/shared/wire';
import * as encoding from 'lib0/encoding';

export type Frame =
  /** The client says what it has: the answer is what it lacks. */
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** Carries a Yjs update, V1. `answers`: it is a SyncStep2. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly answers: boolean }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'query-awareness' };

/**
 * Reads one frame: exactly one message, numbers in their shortest form, nothing left over. A longer form of a number is refused,
 * because a filter that looks at bytes and a decoder that looks at values would see two different messages in it.
 * The bytes in the result are copies of exact size: no view into somebody else's buffer is kept.
 */
export function parseFrame(data: Uint8Array): Result<Frame, 'malformed'> {
  const type = data[0];
  if (type === MESSAGE.queryAwareness) return data.length === 1 ? ok({ kind: 'query-awareness' }) : fail('malformed');
  if (type === MESSAGE.awareness) {
    const bytes = payload(data, 1);
    return bytes ? ok({ kind: 'awareness', bytes }) : fail('malformed');
  }
  if (type !== MESSAGE.sync) return fail('malformed');
  const bytes = payload(data, 2);
  if (!bytes) return fail('malformed');
  const step = data[1];
  if (step === SYNC.step1) return ok({ kind: 'step1', vector: bytes });
  if (step === SYNC.step2 || step === SYNC.update) return ok({ kind: 'update', bytes, answers: step === SYNC.step2 });
  return fail('malformed');
}

/** The bytes after a canonical length at `start`, if they are exactly the rest of the frame. */
function payload(data: Uint8Array, start: number): Uint8Array | undefined {
  let length = 0;
  let unit = 1;
  let at = start;
  for (;;) {
    const byte = data[at++];
    if (byte === undefined || at - start > 5) return undefined;
    length += (byte % 128) * unit;
    if (byte < 128) {
      if (byte === 0 && at - start > 1) return undefined;
      break;
    }
    unit *= 128;
  }
  return length === data.length - at ? new Uint8Array(data.subarray(at)) : undefined;
}

/** A sync message around `bytes`. Written by hand: it is made for every update. */
export function syncMessage(step: (typeof SYNC)[keyof typeof SYNC], bytes: Uint8Array): Uint8Array {
  let lengthBytes = 1;
  for (let rest = bytes.length; rest > 127; rest = Math.floor(rest / 128)) lengthBytes++;
  const message = Buffer.allocUnsafe(2 + lengthBytes + bytes.length);
  message[0] = MESSAGE.sync;
  message[1] = step;
  let rest = bytes.length;
  for (let at = 2; at < 1 + lengthBytes; at++) {
    message[at] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  message[1 + lengthBytes] = rest;
  message.set(bytes, 2 + lengthBytes);
  return message;
}

export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  /** A JSON object, or `null` for somebody who left. */
  readonly json: string;
}

export function awarenessMessage(entries: Iterable<AwarenessEntry>, count: number): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, count);
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, json);
  }
  const outer = encoding.createEncoder();
  encoding.writeVarUint(outer, MESSAGE.awareness);
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner));
  return encoding.toUint8Array(outer);
}

/** An awareness message about nobody: keeps a silent connection from looking dead to y-websocket, which gives up after 30 s. */
export const NOTHING_NEW = awarenessMessage([], 0);

/** One unmasked binary WebSocket frame (RFC 6455, section 5.2) around all messages. The same bytes can go to any number of sockets. */
export function webSocketFrame(messages: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const message of messages) length += message.length;
  return Buffer.concat([frameHeader(length), ...messages]);
}

/** One WebSocket frame per message, back to back: for clients that read only one message in a frame. */
export function webSocketFrames(messages: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const message of messages) parts.push(frameHeader(message.length), message);
  return Buffer.concat(parts);
}

/** FIN and opcode 2. */
const FINAL_BINARY = 0x82;

/** What stands before `length` bytes in an unmasked binary frame. */
export function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_BINARY, length]);
  if (length < 65_536) return Buffer.from([FINAL_BINARY, 126, length >>> 8, length & 255]);
  const head = Buffer.alloc(10);
  head[0] = FINAL_BINARY;
  head[1] = 127;
  head.writeUIntBE(length, 4, 6);
  return head;
}
