// Telling everybody on a board. Whatever becomes known within one window goes out together: encoded once, written once per socket.
// The first news after a quiet moment goes out at once. Presence alone waits longer for company than what people write: with fifty
// cursors, writing to every socket is most of what they cost, and nobody sees a cursor more often than their screen is drawn.
import { awarenessMessage, webSocketFrame, webSocketFrames } from './frames.ts';
import type { Presence } from './presence.ts';

export interface Listener {
  /** It has had its answer: what comes now continues what it knows. */
  readonly listening: boolean;
  /** It takes part in presence; who watches unseen also sees nobody. */
  readonly visible: boolean;
  /** It reads several messages in one frame. */
  readonly batched: boolean;
  /** Messages for this listener only, e.g. its receipt. */
  takeOwn(): Uint8Array | undefined;
  /** Finished WebSocket frames; the bytes are shared and must not be changed. */
  write(shared: Buffer | undefined, own: Buffer | undefined): void;
}

export interface Broadcast {
  /** A message for everybody. */
  add(message: Uint8Array): void;
  /** There are receipts to give. */
  poke(): void;
  /** Presence has news. */
  stir(): void;
  dispose(): void;
}

export interface BroadcastOptions {
  readonly windowMs: number;
  /** The same for presence. */
  readonly presenceWindowMs: number;
  readonly now: () => number;
}

export function createBroadcast<Member extends Listener>(
  members: ReadonlySet<Member>,
  presence: Presence<Member>,
  { windowMs, presenceWindowMs, now }: BroadcastOptions,
): Broadcast {
  let messages: Uint8Array[] = [];
  /** When the next flush comes; infinite while none is wanted. */
  let flushAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;
  let lastFlushAt = Number.NEGATIVE_INFINITY;
  let lastNewsAt = Number.NEGATIVE_INFINITY;

  const schedule = (dueAt: number): void => {
    if (dueAt >= flushAt || disposed) return;
    flushAt = dueAt;
    clearTimeout(timer);
    const waitMs = dueAt - performance.now();
    if (waitMs <= 0) setImmediate(flush, dueAt);
    else timer = setTimeout(flush, waitMs, dueAt);
  };
  const poke = (): void => schedule(lastFlushAt + windowMs);
  const stir = (): void => schedule(Math.max(lastFlushAt + windowMs, lastNewsAt + presenceWindowMs));

  const flush = (dueAt: number): void => {
    if (disposed || dueAt !== flushAt) return;
    flushAt = Number.POSITIVE_INFINITY;
    lastFlushAt = performance.now();
    const told = messages;
    messages = [];
    // A timer may come a fraction of a millisecond early.
    const isNewsDue = lastFlushAt - lastNewsAt >= presenceWindowMs - 1;
    const news = isNewsDue ? presence.news(now()) : undefined;
    if (news) lastNewsAt = lastFlushAt;
    const complete = news ? [...told, awarenessMessage(news.entries, news.entries.length)] : told;
    const encode = createEncodings();
    for (const member of members) {
      const own = member.takeOwn();
      const shared = member.listening ? encode(member.visible && news?.about !== member ? complete : told, member.batched) : undefined;
      if (shared || own) member.write(shared, own && webSocketFrame([own]));
    }
    if (presence.pending) stir();
  };

  return {
    add(message) {
      messages.push(message);
      poke();
    },
    poke,
    stir,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}

/** Encodes each list of messages at most once in each of the two ways. */
function createEncodings(): (messages: readonly Uint8Array[], batched: boolean) => Buffer | undefined {
  const batches = new Map<readonly Uint8Array[], Buffer>();
  const singles = new Map<readonly Uint8Array[], Buffer>();
  return (messages, batched) => {
    if (messages.length === 0) return undefined;
    const known = batched ? batches : singles;
    let encoded = known.get(messages);
    if (!encoded) {
      encoded = batched ? webSocketFrame(messages) : webSocketFrames(messages);
      known.set(messages, encoded);
    }
    return encoded;
  };
}
