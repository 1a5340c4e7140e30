// The pictures of boards: putting one on a board and showing it. Which picture lies where is the document's affair.
import { createId, LIMITS } from '@masa/shared/core';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { BlobStore, PictureSize, StoredBlob } from '../store/blobStore.ts';
import type { Reencode } from './reencode.ts';

/** Reads what is sent, tells how it comes, and gives it up with the signal's reason. */
export type Read = (reading: { readonly signal: AbortSignal; readonly came: (bytes: number) => void }) => Promise<Uint8Array>;

export interface Pictures {
  /** `read` is called only once it is sure that the caller may, and that there is room for the bytes. */
  add(caller: Caller, boardId: string, read: Read): Promise<{ readonly id: string; readonly w: number; readonly h: number }>;
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

/** An upload that takes longer for so many bytes gives its place up where another one wants it: it would not be through in the time of a request. */
const STEP_BYTES = 64 * 1_024;
const STEP_MS = 4_000;

/** An upload under way. */
interface Place {
  readonly session: string;
  readonly stop: AbortController;
  /** When it last was a step further; undefined once all has come. */
  movedAt: number | undefined;
  /** Bytes since then. */
  came: number;
}

export function createPictures({ gate, blobs, reencode, now }: Parts): Pictures {
  const places = new Set<Place>();

  /** Ends the upload that has been stuck for longest. */
  const clearStuck = (): void => {
    let stuck: Place | undefined;
    for (const place of places)
      if (place.movedAt !== undefined && now() - place.movedAt >= STEP_MS && place.movedAt < (stuck?.movedAt ?? Number.POSITIVE_INFINITY))
        stuck = place;
    if (!stuck) return;
    places.delete(stuck);
    stuck.stop.abort(new Refusal('too-fast', BUSY_MS));
  };

  /** Reads what is sent and runs `work` with it, as one of so many. */
  const withPlace = async <T>({ session }: Caller, read: Read, work: (bytes: Uint8Array) => Promise<T>): Promise<T> => {
    if (places.size >= UPLOADS_MAX) clearStuck();
    const own = [...places].filter((place) => place.session === session.tokenHash).length;
    if (places.size >= UPLOADS_MAX || own >= UPLOADS_OF_ONE) throw new Refusal('too-fast', BUSY_MS);
    const place: Place = { session: session.tokenHash, stop: new AbortController(), movedAt: now(), came: 0 };
    places.add(place);
    const came = (bytes: number): void => {
      place.came += bytes;
      if (place.came < STEP_BYTES) return;
      place.came = 0;
      place.movedAt = now();
    };
    try {
      const bytes = await read({ signal: place.stop.signal, came });
      place.movedAt = undefined;
      return await work(bytes);
    } finally {
      places.delete(place);
    }
  };

  return {
    async add(caller, boardId, read) {
      const mayWrite = () => gate.board(caller.actor, boardId, 'board.write');
      await mayWrite();
      if ((await blobs.count(boardId)) >= LIMITS.picturesMax) throw new Refusal('pictures-full');
      return withPlace(caller, read, async (bytes) => {
        const made = await reencode(bytes);
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
