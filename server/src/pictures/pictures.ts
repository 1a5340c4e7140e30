// The pictures of boards: putting one on a board and showing it. Which picture lies where is the document's affair.
import { createId, LIMITS } from '@masa/shared/core';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { BlobStore, PictureSize, StoredBlob } from '../store/blobStore.ts';
import type { Reencode } from './reencode.ts';

export interface Pictures {
  /** `read` is called only once it is sure that the caller may, and that there is room for the bytes. */
  add(caller: Caller, boardId: string, read: () => Promise<Uint8Array>): Promise<{ readonly id: string; readonly w: number; readonly h: number }>;
  read(caller: Caller, boardId: string, id: string, size: PictureSize): Promise<StoredBlob>;
}

interface Parts {
  readonly gate: Gate;
  readonly blobs: BlobStore;
  readonly reencode: Reencode;
  readonly now: () => number;
}

/** Pictures that may be on their way at once, read or waiting to be read: 16 × 8 MB of memory at most. */
const UPLOADS_MAX = 16;
/** Of one session, so that nobody takes all places. */
const UPLOADS_OF_ONE = 4;

const BUSY_MS = 1_500;

export function createPictures({ gate, blobs, reencode, now }: Parts): Pictures {
  /** Uploads under way, by session. */
  const underWay = new Map<string, number>();
  let uploads = 0;

  const withPlace = async <T>({ session }: Caller, work: () => Promise<T>): Promise<T> => {
    const own = underWay.get(session.tokenHash) ?? 0;
    if (uploads >= UPLOADS_MAX || own >= UPLOADS_OF_ONE) throw new Refusal('too-fast', BUSY_MS);
    uploads += 1;
    underWay.set(session.tokenHash, own + 1);
    try {
      return await work();
    } finally {
      uploads -= 1;
      const left = (underWay.get(session.tokenHash) ?? 1) - 1;
      if (left > 0) underWay.set(session.tokenHash, left);
      else underWay.delete(session.tokenHash);
    }
  };

  return {
    async add(caller, boardId, read) {
      const mayWrite = () => gate.board(caller.actor, boardId, 'board.write');
      await mayWrite();
      if ((await blobs.count(boardId)) >= LIMITS.picturesMax) throw new Refusal('pictures-full');
      return withPlace(caller, async () => {
        const made = await reencode(await read());
        if (!made.ok) throw new Refusal(made.error);
        // Reading and decoding take seconds: the board may be frozen by now.
        await mayWrite();
        const id = createId();
        const outcome = await blobs.put(boardId, id, made.value, now());
        if (outcome === 'full') throw new Refusal('pictures-full');
        if (outcome === 'no-board') throw new Refusal('not-found');
        return { id, w: made.value.width, h: made.value.height };
      });
    },

    async read({ actor }, boardId, id, size) {
      await gate.board(actor, boardId, 'board.read');
      return orRefuse(await blobs.get(boardId, id, size), 'not-found');
    },
  };
}
