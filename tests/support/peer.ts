// A peer on a board: a document, a socket, and an honest account of what the server said. It follows the y-websocket protocol, reads
// receipts when it asked for them, and can also say what no honest client would.
import { apply, type Edit, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { MESSAGE, type Receipt, readReceipt, SYNC, type SyncCloseName, syncCloseName } from '@masa/shared/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export interface PeerOptions {
  readonly ack?: boolean;
  readonly batch?: boolean;
  readonly epoch?: number;
  readonly doc?: Y.Doc;
  /** False: nothing is sent by itself, tests say every frame. */
  readonly speaks?: boolean;
  /** A peer that must know for sure: checks each update itself. Called for each update frame, with its number, before it is sent. */
  readonly onSend?: (n: number, update: Uint8Array) => void;
}

interface AwarenessSaid {
  readonly client: number;
  readonly clock: number;
  readonly state: Record<string, unknown> | null;
}

export interface Peer {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** Update-bearing frames sent so far. */
  readonly sent: number;
  /** Everything up to this frame is durable, as told. */
  readonly durable: number;
  readonly receipts: readonly Receipt[];
  readonly heard: readonly AwarenessSaid[];
  /** Sync messages that came, by step. */
  readonly steps: readonly number[];
  readonly frames: number;
  /** Resolves once the socket is open and the first SyncStep2 is in. */
  readonly synced: Promise<void>;
  /** Resolves with the name of the code the server closed with, or the bare code. */
  readonly closed: Promise<SyncCloseName | number>;
  edit(...edits: readonly Edit[]): void;
  /** Sends an update although the document knows nothing of it. */
  update(bytes: Uint8Array): void;
  raw(bytes: Uint8Array | string): void;
  say(state: Record<string, unknown> | null, clock: number, client?: number): void;
  close(): Promise<void>;
}

export const syncFrame = (step: number, bytes: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
};

export const awarenessFrame = (entries: readonly { client: number; clock: number; json: string }[]): Uint8Array => {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
};

/** The shared text of an object that must be there. */
export function textOf(doc: Y.Doc, id: string): Y.Text {
  const text = objectsOf(doc).get(id)?.get(FACET.text);
  if (!(text instanceof Y.Text)) throw new Error(`no object ${id} with a text`);
  return text;
}

export function openPeer(url: string, board: string, token: string, options: PeerOptions = {}): Peer {
  const { ack = false, batch = false, epoch, doc = new Y.Doc(), speaks = true, onSend } = options;
  const query = new URLSearchParams({
    token,
    ...(ack ? { ack: '1' } : {}),
    ...(batch ? { batch: '1' } : {}),
    ...(epoch === undefined ? {} : { epoch: String(epoch) }),
  });
  const socket = new WebSocket(`${url}/${board}?${query.toString()}`, { perMessageDeflate: false });
  const receipts: Receipt[] = [];
  const heard: AwarenessSaid[] = [];
  const steps: number[] = [];
  let sent = 0;
  let durable = 0;
  let frames = 0;
  let isSynced = (): void => {};
  const synced = new Promise<void>((resolve) => {
    isSynced = resolve;
  });
  const closed = new Promise<SyncCloseName | number>((resolve) => {
    socket.on('close', (code) => resolve(syncCloseName(code) ?? code));
  });
  // A refused upgrade is an error and a close; `closed` tells of it.
  socket.on('error', () => undefined);

  const post = (bytes: Uint8Array): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  };
  const postUpdate = (step: number, bytes: Uint8Array): void => {
    if (socket.readyState !== WebSocket.OPEN) return;
    sent++;
    onSend?.(sent, bytes);
    socket.send(syncFrame(step, bytes));
  };

  const readSync = (decoder: decoding.Decoder): void => {
    const step = decoding.readVarUint(decoder);
    steps.push(step);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      if (speaks) postUpdate(SYNC.step2, Y.encodeStateAsUpdate(doc, bytes));
      return;
    }
    Y.applyUpdate(doc, bytes, 'server');
    if (step === SYNC.step2) isSynced();
  };
  const readAwareness = (decoder: decoding.Decoder): void => {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    for (let left = decoding.readVarUint(inner); left > 0; left--) {
      const client = decoding.readVarUint(inner);
      const clock = decoding.readVarUint(inner);
      heard.push({ client, clock, state: JSON.parse(decoding.readVarString(inner)) as AwarenessSaid['state'] });
    }
  };
  socket.on('message', (data: Buffer) => {
    frames++;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    while (decoding.hasContent(decoder)) {
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE.sync) readSync(decoder);
      else if (type === MESSAGE.awareness) readAwareness(decoder);
      else if (type === MESSAGE.receipt) {
        const receipt = readReceipt(decoder);
        if (receipt?.kind === 'durable') durable = receipt.upTo;
        if (receipt) receipts.push(receipt);
      } else throw new Error(`unknown message type ${type}`);
    }
  });
  socket.on('open', () => {
    if (speaks) post(syncFrame(SYNC.step1, Y.encodeStateVector(doc)));
  });
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'server' && speaks) postUpdate(SYNC.update, bytes);
  });

  return {
    doc,
    socket,
    receipts,
    heard,
    steps,
    get sent() {
      return sent;
    },
    get durable() {
      return durable;
    },
    get frames() {
      return frames;
    },
    synced,
    closed,
    edit: (...edits) => void apply(doc, edits, PERSON),
    update: (bytes) => postUpdate(SYNC.update, bytes),
    raw: (bytes) => socket.send(bytes),
    say: (state, clock, client = doc.clientID) => post(awarenessFrame([{ client, clock, json: JSON.stringify(state) }])),
    async close() {
      socket.close();
      await closed;
    },
  };
}
