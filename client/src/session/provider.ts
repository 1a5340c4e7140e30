// The connection of one open board: the stock y-websocket provider with a socket that counts, a fresh ticket for every attempt and
// full jitter between attempts. Knows frames and receipts; knows neither boards nor screens.
//
// Wire: the y-websocket protocol (https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md), receipts, which are asked for with
// `ack=1`, and several messages in a frame, asked for with `batch=1`.
import { createEmitter, type Unsubscribe } from '@masa/shared/core';
import { MESSAGE, type Receipt, readReceipt, SYNC_CLOSE, syncCloseName } from '@masa/shared/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { createOutgoing, type OutFrame, type Outgoing } from './outgoing.ts';
import { NO_RECEIPTS, onReceipt, onSent, type Receipts } from './receipts.ts';

/** First wait after a broken connection and the longest, both times a random share of it: so that a hall full of laptops does not return at once. */
export const RECONNECT = { firstMs: 3_000, longestMs: 30_000 } as const;

/** How long to wait before attempt `attempt` (0 = the first after a break). `random` in [0, 1). */
export const reconnectDelay = (attempt: number, random: number): number =>
  Math.floor(random * Math.min(RECONNECT.longestMs, RECONNECT.firstMs * 2 ** Math.min(attempt, 10)));

/** Whether a close is a decision of the server that trying again does not change. Unknown codes from 4400 to 4499 are, too. */
export function isFinalClose(code: number): boolean {
  const name = syncCloseName(code);
  return name ? !SYNC_CLOSE[name].retry : code >= 4400 && code < 4500;
}

export type Connection = 'connecting' | 'open' | 'waiting' | 'closed';

/** A ticket for the next attempt, or why there is none: `refused` is final, `unreachable` is tried again. */
export type Ticket = { readonly ok: true; readonly ticket: string } | { readonly ok: false; readonly reason: 'refused' | 'unreachable' };

export interface ProviderOptions {
  /** e.g. `wss://masa.example/sync` */
  readonly url: string;
  readonly boardId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly ticket: () => Promise<Ticket>;
  /** The epoch this device's copy belongs to; null = it has none yet. */
  readonly epoch: () => number | null;
  readonly WebSocket?: typeof WebSocket;
  readonly random?: () => number;
}

export interface SentFrame {
  readonly n: number;
  readonly carries: 'answer' | 'update' | 'portion';
}

export interface BoardConnection {
  readonly state: Connection;
  readonly receipts: Receipts;
  /** Whether this connection has given us everything the server has. */
  readonly isSynced: boolean;
  /** Why it is closed for good; 0 = no ticket. */
  readonly closeCode: number | null;
  /** Anything above changed. */
  readonly onChange: (listener: () => void) => Unsubscribe;
  /** Frame number `n` went out; an answer carries everything this device has, a portion a part of an answer that is to come. */
  readonly onFrame: (listener: (frame: SentFrame) => void) => Unsubscribe;
  readonly onReceipt: (listener: (receipt: Receipt) => void) => Unsubscribe;
  /** Tries now instead of later. */
  readonly retry: () => void;
  /** Gives the connection up, as when the device has no network, and tries again by itself. */
  readonly drop: () => void;
  readonly dispose: () => void;
}

/** A WebSocket that tells about every frame before it is sent, and sends those it is given in its place. */
const watched = (Base: typeof WebSocket, out: Outgoing['out'], onSend: (frame: OutFrame) => void): typeof WebSocket =>
  class extends Base {
    override send(frame: Parameters<WebSocket['send']>[0]): void {
      // The stock provider sends bytes and nothing else.
      if (!ArrayBuffer.isView(frame)) return;
      for (const each of out(new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength))) {
        onSend(each);
        super.send(new Uint8Array(each.bytes));
      }
    }
  };

type Handler = WebsocketProvider['messageHandlers'][number];

/** What an answer in portions waits for is looked for in every sync message. */
function watchEchoes(provider: WebsocketProvider, outgoing: Outgoing): void {
  const stock = provider.messageHandlers[MESSAGE.sync];
  if (!stock) return;
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...more) => {
    const answer = outgoing.heard(decoder);
    stock(encoder, decoder, ...more);
    if (answer) provider.ws?.send(new Uint8Array(answer));
  };
}

/** The stock provider reads the first message of a frame; each handler here goes on with the next one and answers it by itself. */
function readWholeFrames(provider: WebsocketProvider): void {
  const stock: Handler[] = [...provider.messageHandlers];
  for (const [type, handler] of stock.entries()) {
    if (!handler) continue;
    provider.messageHandlers[type] = (encoder, decoder, of, emitSynced, own) => {
      handler(encoder, decoder, of, emitSynced, own);
      while (decoding.hasContent(decoder)) {
        const next = decoding.readVarUint(decoder);
        const reader = stock[next];
        if (!reader) return;
        const reply = encoding.createEncoder();
        reader(reply, decoder, of, emitSynced, next);
        if (encoding.length(reply) > 1) of.ws?.send(encoding.toUint8Array(reply));
      }
    };
  }
}

export function createProvider(options: ProviderOptions): BoardConnection {
  const { doc, awareness, random = Math.random } = options;
  const changed = createEmitter<void>();
  const frames = createEmitter<SentFrame>();
  const heard = createEmitter<Receipt>();
  let state: Connection = 'connecting';
  let receipts = NO_RECEIPTS;
  let closeCode: number | null = null;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  let asking = false;

  const set = (next: Connection): void => {
    state = next;
    changed.emit();
  };

  const outgoing = createOutgoing(doc);
  const onSend = ({ carries }: OutFrame): void => {
    if (carries === null) return;
    receipts = onSent(receipts, carries === 'answer');
    frames.emit({ n: receipts.sent, carries });
    changed.emit();
  };

  const provider = new WebsocketProvider(options.url, options.boardId, doc, {
    connect: false,
    disableBc: true,
    awareness,
    WebSocketPolyfill: watched(options.WebSocket ?? WebSocket, (frame) => outgoing.out(frame), onSend),
  });
  // The stock provider also sends on what others say of themselves; only what this person says of themself goes out here.
  awareness.off('update', provider._awarenessUpdateHandler);
  const sendOwn = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', readonly number[]>): void => {
    if (!provider.wsconnected || ![...added, ...updated, ...removed].includes(doc.clientID)) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]));
    provider.ws?.send(encoding.toUint8Array(encoder));
  };
  awareness.on('update', sendOwn);
  provider.messageHandlers[MESSAGE.receipt] = (_encoder, decoder) => {
    const receipt = readReceipt(decoder);
    if (!receipt) return;
    receipts = onReceipt(receipts, receipt);
    heard.emit(receipt);
    changed.emit();
  };
  watchEchoes(provider, outgoing);
  readWholeFrames(provider);

  const close = (code: number): void => {
    closeCode = code;
    provider.shouldConnect = false;
    set('closed');
  };

  const connect = (): void => {
    clearTimeout(timer);
    if (disposed || asking || state === 'open' || state === 'closed') return;
    asking = true;
    set('connecting');
    options.ticket().then(
      (answer) => {
        asking = false;
        if (disposed) return;
        if (!answer.ok) {
          if (answer.reason === 'refused') close(0);
          else later();
          return;
        }
        const epoch = options.epoch();
        provider.params = { token: answer.ticket, ack: '1', batch: '1', ...(epoch === null ? {} : { epoch: String(epoch) }) };
        provider.connect();
      },
      () => {
        asking = false;
        if (!disposed) later();
      },
    );
  };

  const later = (): void => {
    set('waiting');
    clearTimeout(timer);
    timer = setTimeout(connect, reconnectDelay(attempt, random()));
    attempt += 1;
  };

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    receipts = NO_RECEIPTS;
    outgoing.reset();
    set('open');
  });
  provider.on('sync', (synced) => {
    if (synced) attempt = 0;
    changed.emit();
  });
  provider.on('connection-close', (event) => {
    // Load-bearing: the provider's own timer must find nothing to do; ours fetches a fresh ticket first (rule SESSION-8).
    provider.shouldConnect = false;
    receipts = { ...NO_RECEIPTS, isFailing: receipts.isFailing };
    if (disposed) return;
    if (event && isFinalClose(event.code)) close(event.code);
    else later();
  });

  connect();
  return {
    get state() {
      return state;
    },
    get receipts() {
      return receipts;
    },
    get isSynced() {
      return provider.synced;
    },
    get closeCode() {
      return closeCode;
    },
    onChange: (listener) => changed.on(listener),
    onFrame: (listener) => frames.on(listener),
    onReceipt: (listener) => heard.on(listener),
    retry() {
      if (state === 'waiting') connect();
    },
    // Closed from here it is over at once; a closing handshake would wait for an answer that cannot come.
    drop: () => provider.disconnect(),
    dispose() {
      disposed = true;
      clearTimeout(timer);
      awareness.off('update', sendOwn);
      provider.destroy();
    },
  };
}
