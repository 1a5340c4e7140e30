// Telling everybody on a board. Whatever becomes known within one window goes out together: encoded once, written once per socket.
// The first news after a quiet moment goes out at once.
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
  /** There is news that is not a message: presence, receipts. */
  poke(): void;
  dispose(): void;
}

export interface BroadcastOptions {
  readonly windowMs: number;
  readonly now: () => number;
}

export function createBroadcast<Member extends Listener>(
  members: ReadonlySet<Member>,
  presence: Presence<Member>,
  { windowMs, now }: BroadcastOptions,
): Broadcast {
  let messages: Uint8Array[] = [];
  let scheduled = false;
  let disposed = false;
  let lastFlushAt = Number.NEGATIVE_INFINITY;

  const schedule = (): void => {
    if (scheduled || disposed) return;
    scheduled = true;
    const dueMs = lastFlushAt + windowMs - performance.now();
    if (dueMs <= 0) setImmediate(flush);
    else setTimeout(flush, dueMs);
  };

  const flush = (): void => {
    scheduled = false;
    if (disposed) return;
    lastFlushAt = performance.now();
    const told = messages;
    messages = [];
    const news = presence.news(now());
    const complete = news ? [...told, awarenessMessage(news.entries, news.entries.length)] : told;
    const encode = createEncodings();
    for (const member of members) {
      const own = member.takeOwn();
      const shared = member.listening ? encode(member.visible && news?.about !== member ? complete : told, member.batched) : undefined;
      if (shared || own) member.write(shared, own && webSocketFrame([own]));
    }
    if (presence.pending) schedule();
  };

  return {
    add(message) {
      messages.push(message);
      schedule();
    },
    poke: schedule,
    dispose() {
      disposed = true;
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
