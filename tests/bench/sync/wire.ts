// The frames of the y-websocket protocol (y-protocols: PROTOCOL.md) as bytes, and hocuspocus' variant, which puts the document's name
// before every message. Written out here so that two hundred clients cost little more than their sockets.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How a server is spoken to. `bare` fans frames out and answers nothing. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'bare';

const MESSAGE = { sync: 0, awareness: 1, auth: 2, syncReply: 4 } as const;
const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** An empty update and an empty state vector. */
const EMPTY_UPDATE = Uint8Array.of(0, 0);
const EMPTY_VECTOR = Uint8Array.of(0);

function frame(dialect: Dialect, room: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  if (dialect === 'hocuspocus') encoding.writeVarString(encoder, room);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

const syncFrame = (dialect: Dialect, room: string, step: number, bytes: Uint8Array): Uint8Array =>
  frame(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

export const updateFrame = (dialect: Dialect, room: string, update: Uint8Array): Uint8Array => syncFrame(dialect, room, SYNC.update, update);

/** The answer of a client that has nothing of its own yet. */
export const replyFrame = (dialect: Dialect, room: string): Uint8Array => syncFrame(dialect, room, SYNC.step2, EMPTY_UPDATE);

/** What a client says when its socket opens: who it is where that is asked in the protocol, and that it knows nothing yet. */
export function helloFrames(dialect: Dialect, room: string): readonly Uint8Array[] {
  if (dialect === 'bare') return [];
  const hello = syncFrame(dialect, room, SYNC.step1, EMPTY_VECTOR);
  if (dialect === 'y-websocket') return [hello];
  const auth = frame(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, '');
  });
  return [auth, hello];
}

/** One client's awareness state, as y-protocols/awareness encodes it. */
export const awarenessFrame = (dialect: Dialect, room: string, client: number, clock: number, state: object): Uint8Array =>
  frame(dialect, room, (encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, 1);
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  });

export type Heard =
  | { readonly kind: 'question'; readonly vector: Uint8Array }
  | { readonly kind: 'state' | 'update' | 'awareness'; readonly bytes: Uint8Array };

/** The messages of one frame, in order: Masa puts several into a frame for clients that say they read them. Messages that carry no content are left out. */
export function hear(dialect: Dialect, frame: Uint8Array): readonly Heard[] {
  const decoder = decoding.createDecoder(frame);
  if (dialect === 'hocuspocus') decoding.readVarString(decoder);
  const heard: Heard[] = [];
  while (decoding.hasContent(decoder)) {
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.awareness) {
      heard.push({ kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) });
      continue;
    }
    // Anything else, e.g. a receipt, stands alone in its frame.
    if (type !== MESSAGE.sync && type !== MESSAGE.syncReply) break;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    heard.push(step === SYNC.step1 ? { kind: 'question', vector: bytes } : { kind: step === SYNC.step2 ? 'state' : 'update', bytes });
  }
  return heard;
}

/** The clients and clocks of an awareness update, without its states. */
export function awarenessClocks(bytes: Uint8Array): readonly (readonly [client: number, clock: number])[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  const found: [number, number][] = [];
  for (let at = 0; at < count; at += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
    found.push([client, clock]);
  }
  return found;
}
