// Reads a body of bytes. Refused is it at once where it is too large or cannot be trusted: whoever waits for it goes on, and what is
// still on its way is read and dropped, so that the refusal is heard.
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../auth/refusal.ts';

/** Whoever asked for the bytes follows how they come, and can give them up. */
export interface Reading {
  readonly signal: AbortSignal;
  /** So many more have come. */
  readonly came: (bytes: number) => void;
}

/** Why the headers alone rule a body out. Compressed bodies say nothing of their size, and nobody's client sends them. */
function headerFault({ headers }: IncomingMessage, maxBytes: number): Refusal | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return new Refusal('picture-unreadable');
  return Number(headers['content-length'] ?? 0) > maxBytes ? new Refusal('picture-too-large') : undefined;
}

/** Rejects with a `Refusal`, with the reason of the signal where that is aborted. Bytes are only of pictures so far, so its words are theirs. */
export function readBytes(request: IncomingMessage, maxBytes: number, reading?: Reading): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const stop = (): void => {
      request.off('data', take).off('end', finish).off('close', breakOff).off('error', breakOff);
      reading?.signal.removeEventListener('abort', giveUp);
    };
    const refuse = (why: unknown): void => {
      stop();
      parts.length = 0;
      request.on('error', () => undefined).resume();
      reject(why);
    };
    const take = (part: Uint8Array): void => {
      length += part.byteLength;
      if (length > maxBytes) {
        refuse(new Refusal('picture-too-large'));
        return;
      }
      parts.push(part);
      reading?.came(part.byteLength);
    };
    const finish = (): void => {
      stop();
      resolve(Buffer.concat(parts, length));
    };
    const breakOff = (): void => refuse(new Refusal('picture-unreadable'));
    const giveUp = (): void => refuse(reading?.signal.reason);

    const fault = headerFault(request, maxBytes);
    if (fault) return refuse(fault);
    if (reading?.signal.aborted) return giveUp();
    if (request.destroyed) return breakOff();
    reading?.signal.addEventListener('abort', giveUp);
    request.on('data', take).on('end', finish).on('close', breakOff).on('error', breakOff);
  });
}
