// A board server that does what a test says: it speaks the sync protocol, keeps a document, and gives exactly the receipts it is told to.
import { seed } from '@masa/shared/document';
import { encodeReceipt, MESSAGE, type Receipt, SYNC } from '@masa/shared/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';

interface Heard {
  readonly type: number;
  readonly step: number;
  readonly payload: Uint8Array;
}

export interface ScriptedServer {
  readonly url: string;
  readonly doc: Y.Doc;
  /** Query parameters of every connection so far. */
  readonly visits: readonly URLSearchParams[];
  /** Update-bearing frames of the connection that is open, in order. */
  readonly frames: readonly Heard[];
  readonly heard: readonly Heard[];
  say(...receipts: readonly Receipt[]): void;
  /** Sends bytes as one frame. */
  raw(bytes: Uint8Array): void;
  ask(): void;
  close(code: number): void;
  /** True = every update is taken and told durable, as a server does. */
  obliging: boolean;
  stop(): Promise<void>;
}

export const syncMessage = (step: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};

export async function startScripted(obliging = true): Promise<ScriptedServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.on('listening', resolve));
  const doc = new Y.Doc();
  seed(doc, { kind: 'service-canvas', template: 'form-a@1' });
  const visits: URLSearchParams[] = [];
  let frames: Heard[] = [];
  const heard: Heard[] = [];
  let socket: WebSocket | undefined;

  const script: ScriptedServer = {
    get url() {
      const address = server.address();
      return `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/sync`;
    },
    doc,
    visits,
    get frames() {
      return frames;
    },
    heard,
    say(...receipts) {
      for (const receipt of receipts) socket?.send(encodeReceipt(receipt));
    },
    raw: (bytes) => socket?.send(bytes),
    ask: () => socket?.send(syncMessage(SYNC.step1, Y.encodeStateVector(doc))),
    close: (code) => socket?.close(code),
    obliging,
    async stop() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  server.on('connection', (opened, request) => {
    socket = opened;
    frames = [];
    visits.push(new URL(request.url ?? '', 'http://board').searchParams);
    script.ask();
    opened.on('message', (data) => {
      const decoder = decoding.createDecoder(new Uint8Array(data as Buffer));
      const type = decoding.readVarUint(decoder);
      const step = type === MESSAGE.sync ? decoding.readVarUint(decoder) : -1;
      const payload = decoding.hasContent(decoder) ? decoding.readVarUint8Array(decoder) : new Uint8Array();
      heard.push({ type, step, payload });
      if (type !== MESSAGE.sync) return;
      if (step === SYNC.step1) opened.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, payload)));
      else {
        frames.push({ type, step, payload });
        if (!script.obliging) return;
        Y.applyUpdate(doc, payload, 'client');
        opened.send(encodeReceipt({ kind: 'durable', upTo: frames.length }));
      }
    });
  });
  return script;
}
