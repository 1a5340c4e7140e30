// One client of a bench: a raw socket that says hello, answers the server's question and hands every frame on. It keeps no document.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Dialect, type Heard, hear, helloFrames, replyFrame } from './wire.ts';

const CLOSE_MS = 3_000;

export interface Member {
  send(frame: Uint8Array): void;
  /** Resolves when the server has sent the board's state; at once where servers know no state. */
  readonly synced: Promise<void>;
  readonly open: boolean;
  close(): Promise<void>;
}

export interface MemberOptions {
  readonly url: string;
  readonly room: string;
  readonly dialect: Dialect;
  /** Called with every frame; `heard` decodes it, for whoever has not seen the same bytes before. */
  readonly take: (frame: Buffer, heard: () => readonly Heard[]) => void;
  readonly lost: (reason: string) => void;
}

export async function connect(options: MemberOptions): Promise<Member> {
  const { dialect, room } = options;
  const socket = new WebSocket(options.url, { perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 256 * 1024 * 1024 });
  let synced = (): void => {};
  const whole = new Promise<void>((resolve) => {
    synced = resolve;
  });
  let settled = dialect === 'bare';
  if (settled) synced();
  let closing = false;
  socket.on('message', (data: Buffer) => {
    options.take(data, () => hear(dialect, data));
    // Only a board's first frames are decoded here: later ones are the ledger's, which decodes each different frame once.
    if (settled) return;
    for (const heard of hear(dialect, data)) {
      if (heard.kind === 'question') socket.send(replyFrame(dialect, room));
      if (heard.kind !== 'state') continue;
      settled = true;
      synced();
    }
  });
  socket.on('close', (code, reason) => {
    if (!closing) options.lost(`socket closed with ${code} ${reason.toString()}`);
  });
  socket.on('error', (error) => options.lost(error.message));
  await once(socket, 'open');
  for (const frame of helloFrames(dialect, room)) socket.send(frame);
  return {
    send: (frame) => socket.send(frame),
    synced: whole,
    get open() {
      return socket.readyState === WebSocket.OPEN;
    },
    async close() {
      closing = true;
      if (socket.readyState === WebSocket.CLOSED) return;
      const gone = once(socket, 'close');
      socket.close();
      // A server that does not answer the closing handshake keeps nobody waiting.
      const late = setTimeout(() => socket.terminate(), CLOSE_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
